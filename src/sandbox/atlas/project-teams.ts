import { list, object, optional, text } from '../shape.js';
import { badRequest, conflict, forbidden, notFound } from './api-error.js';
import { anyOrder } from './array-order.js';
import { recordEvent } from './events.js';
import { objectId, readOnly } from './field-shapes.js';
import { page, selfLinks } from './paging.js';
import { projectOf } from './permissions.js';
import { type AtlasProject, type AtlasProjectTeam } from './records.js';
import { param, readBody, type Call, type Route } from './route.js';
import { checkProjectRoles, findTeams } from './user-fields.js';
import { versions } from './versions.js';

const maxTeamsPerProject = 100;

function show(call: Call, { projectId, teamId, roleNames }: AtlasProjectTeam): Record<string, unknown> {
  const links = selfLinks(call, `/groups/${projectId}/teams/${teamId}`);
  return { links, roleNames: anyOrder(call.switches, roleNames), teamId };
}

/** Reads of project teams, and every change but a removal, answer with all teams of the project. */
function listTeams(call: Call, { organizationId, id }: AtlasProject): unknown {
  return page(call, call.store.where('atlasProjectTeam', 'project', organizationId, id), (row) => show(call, row));
}

function find(call: Call, { organizationId, id }: AtlasProject): AtlasProjectTeam {
  const teamId = param(call, 'teamId');
  const row = call.store.get('atlasProjectTeam', organizationId, `${id}/${teamId}`);
  if (row === undefined) throw notFound('TEAM_NOT_IN_GROUP', `Team ${teamId} is not in project ${id}.`, teamId);
  return row;
}

function checkRoles(roleNames: readonly string[]): void {
  if (roleNames.length === 0) throw forbidden('NO_ROLES_IN_ASSIGNMENT', 'A team needs at least one role in a project.');
  checkProjectRoles(roleNames);
}

function add(call: Call): unknown {
  const project = projectOf(call, 'owner');
  const { organizationId, id: projectId } = project;
  const given = readBody(call, list(object({ teamId: objectId(), roleNames: list(text()), links: readOnly() })));
  const teams = findTeams(
    call,
    organizationId,
    given.map(({ teamId }) => teamId),
  );
  const count = call.store.count('atlasProjectTeam', 'project', organizationId, projectId) + given.length;
  if (count > maxTeamsPerProject) {
    throw badRequest(
      'MAX_TEAMS_PER_GROUP_EXCEEDED',
      `A project has at most ${maxTeamsPerProject} teams.`,
      maxTeamsPerProject,
    );
  }
  teams.forEach(({ id: teamId }, at) => {
    const roleNames = [...new Set(given[at]?.roleNames)];
    checkRoles(roleNames);
    const id = `${projectId}/${teamId}`;
    if (call.store.get('atlasProjectTeam', organizationId, id) !== undefined) {
      throw conflict('TEAM_EXISTS_IN_GROUP', `Team ${teamId} is in project ${projectId} already.`, teamId);
    }
    call.store.put('atlasProjectTeam', { organizationId, id, projectId, teamId, roleNames });
    recordEvent(call, organizationId, 'TEAM_ADDED_TO_GROUP', { teamId, groupId: projectId });
  });
  return listTeams(call, project);
}

function update(call: Call): unknown {
  const project = projectOf(call, 'owner');
  const before = find(call, project);
  const shape = object({ teamId: optional(objectId()), roleNames: list(text()), links: readOnly() });
  const { teamId, roleNames } = readBody(call, shape);
  if (teamId !== undefined && teamId !== before.teamId)
    throw badRequest('ATTRIBUTE_READ_ONLY', 'teamId cannot be changed.', 'teamId');
  checkRoles(roleNames);
  call.store.put('atlasProjectTeam', { ...before, roleNames: [...new Set(roleNames)] });
  const about = { teamId: before.teamId, groupId: project.id };
  recordEvent(call, project.organizationId, 'TEAM_ROLES_MODIFIED', about);
  return listTeams(call, project);
}

const base = '/groups/{groupId}/teams';
const family = { versions: versions.v20230101, set: 'projectTeams' } as const;

/** Teams of a project with their roles there. */
export const projectTeamRoutes: readonly Route[] = [
  { method: 'GET', path: base, ...family, handle: (call) => listTeams(call, projectOf(call, 'member')) },
  { method: 'POST', path: base, ...family, handle: add },
  {
    method: 'GET',
    path: `${base}/{teamId}`,
    ...family,
    handle: (call) => show(call, find(call, projectOf(call, 'member'))),
  },
  { method: 'PATCH', path: `${base}/{teamId}`, ...family, handle: update },
  {
    method: 'DELETE',
    path: `${base}/{teamId}`,
    ...family,
    handle: (call) => {
      const project = projectOf(call, 'owner');
      const row = find(call, project);
      call.store.delete('atlasProjectTeam', row);
      const about = { teamId: row.teamId, groupId: project.id };
      recordEvent(call, project.organizationId, 'TEAM_REMOVED_FROM_GROUP', about);
    },
  },
];
