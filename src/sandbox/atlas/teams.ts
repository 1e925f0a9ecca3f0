import { list, object, text } from '../shape.js';
import { AtlasError, badRequest, conflict, notFound } from './api-error.js';
import { recordEvent } from './events.js';
import { readOnly } from './field-shapes.js';
import { joinTeam, statusOf, userByName } from './memberships.js';
import { page, selfLinks } from './paging.js';
import { organizationOf } from './permissions.js';
import { type AtlasTeam, type AtlasUser } from './records.js';
import { Reply } from './respond.js';
import { newId, param, readBody, type Call, type Route } from './route.js';
import { versions } from './versions.js';

const maxTeamsPerOrganization = 250;
const base = '/orgs/{orgId}/teams';

function show(call: Call, { organizationId, id, name }: AtlasTeam): Record<string, unknown> {
  return { id, name, links: selfLinks(call, `/orgs/${organizationId}/teams/${id}`) };
}

export function teamOf(call: Call, organizationId: string): AtlasTeam {
  const id = param(call, 'teamId');
  const team = call.store.get('atlasTeam', organizationId, id);
  if (team === undefined) throw notFound('TEAM_NOT_FOUND', `Cannot find team ${id}.`, id);
  return team;
}

function checkName(call: Call, organizationId: string, name: string, except?: string): void {
  if (name.trim() === '') throw badRequest('INVALID_TEAM_NAME', 'A team needs a name.', name);
  const taken = call.store.where('atlasTeam', 'name', organizationId, name).some(({ id }) => id !== except);
  if (taken) throw conflict('TEAM_NAME_NOT_AVAILABLE', `A team of the name ${name} exists already.`, name);
}

/** The people of a new team, by user name; every one must be an active member. */
function activeUser(call: Call, organizationId: string, username: string): AtlasUser {
  const user = userByName(call, organizationId, username);
  if (user !== undefined && statusOf(call, user) === 'ACTIVE') return user;
  const known = [...call.store.all('atlasOrganization')].some(({ id }) => userByName(call, id, username) !== undefined);
  if (!known) throw badRequest('BAD_USERNAME_REF', `No user with username ${username} exists.`, username);
  throw notFound('USER_NOT_IN_ORG', `User ${username} is not an active member of the organization.`, username);
}

/** Answers 201, and its Location lacks the prefix of the API: not to be followed (seen in recordings). */
function create(call: Call): Reply {
  const { id: organizationId } = organizationOf(call, 'owner');
  const shape = object({ id: readOnly(), links: readOnly(), name: text(), usernames: list(text(), { unique: true }) });
  const { name, usernames } = readBody(call, shape);
  if (usernames.length === 0) throw badRequest('CANNOT_CREATE_EMPTY_TEAM', 'A team needs at least one user.');
  checkName(call, organizationId, name);
  if (call.store.list('atlasTeam', organizationId).length >= maxTeamsPerOrganization) {
    const detail = `An organization has at most ${maxTeamsPerOrganization} teams.`;
    throw badRequest('MAX_TEAMS_PER_ORG_EXCEEDED', detail, maxTeamsPerOrganization);
  }
  const users = usernames.map((username) => activeUser(call, organizationId, username));
  const team: AtlasTeam = { organizationId, id: newId(call), name };
  call.store.put('atlasTeam', team);
  joinTeam(call, team, [...new Set(users)]);
  recordEvent(call, organizationId, 'TEAM_CREATED', { teamId: team.id });
  const headers = { Location: `${call.url.origin}/orgs/${organizationId}/teams/${team.id}` };
  return new Reply(201, { ...show(call, team), usernames: users.map(({ username }) => username) }, headers);
}

function rename(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const before = teamOf(call, id);
  const { name } = readBody(call, object({ name: text(), links: readOnly() }));
  checkName(call, id, name, before.id);
  const team = { ...before, name };
  call.store.put('atlasTeam', team);
  recordEvent(call, id, 'TEAM_NAME_CHANGED', { teamId: team.id });
  return show(call, team);
}

/** A team that is assigned to a project stays; the answer is a 404 that does not mean it is gone. */
function remove(call: Call): undefined {
  const { id } = organizationOf(call, 'owner');
  const team = teamOf(call, id);
  if (call.store.count('atlasProjectTeam', 'team', id, team.id) > 0) {
    const detail = `Team ${team.id} is assigned to a project.`;
    throw new AtlasError(404, 'CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT', detail, { parameters: [team.id] });
  }
  for (const row of [...call.store.where('atlasTeamMember', 'team', id, team.id)])
    call.store.delete('atlasTeamMember', row);
  call.store.delete('atlasTeam', team);
  recordEvent(call, id, 'TEAM_DELETED', { teamId: team.id });
}

function byName(call: Call): unknown {
  const { id } = organizationOf(call, 'member');
  const name = param(call, 'teamName');
  const [team] = call.store.where('atlasTeam', 'name', id, name);
  if (team === undefined) throw notFound('TEAM_NAME_NOT_FOUND', `Cannot find a team of the name ${name}.`, name);
  return show(call, team);
}

const family = { versions: versions.v20230101, set: 'teams' } as const;

/** Teams of an organization; lists have no members. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: base,
    ...family,
    handle: (call) => {
      const { id } = organizationOf(call, 'member');
      return page(call, call.store.list('atlasTeam', id), (team) => show(call, team));
    },
  },
  { method: 'POST', path: base, ...family, handle: create },
  { method: 'GET', path: `${base}/byName/{teamName}`, ...family, handle: byName },
  {
    method: 'GET',
    path: `${base}/{teamId}`,
    ...family,
    handle: (call) => show(call, teamOf(call, organizationOf(call, 'member').id)),
  },
  { method: 'PATCH', path: `${base}/{teamId}`, ...family, handle: rename },
  { method: 'DELETE', path: `${base}/{teamId}`, ...family, handle: remove },
];
