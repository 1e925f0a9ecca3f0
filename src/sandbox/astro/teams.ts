import { type Team } from './records.js';
import { invalid } from './api-error.js';
import { page } from './paging.js';
import {
  checkOrganizationRole,
  organizationRoleShape,
  roleListShapes,
  settleRoleLists,
  showRoleLists,
} from './role-lists.js';
import { made, newId, organizationRoute, readBody, touched } from './route.js';
import { type Call, type OrganizationCall, type Route } from './route.js';
import { list, object, optional, text } from '../shape.js';
import { iamSurfaces } from './surface.js';
import { addMembers, deleteMembers, keepTeamOwners } from './team-members.js';
import { refuseWhenIdpManaged, refuseWithScim, requireTeam, requireTeamsPlan } from './team-rules.js';

export const teamSorts = {
  name: ({ name }: Team) => name,
  description: ({ description }: Team) => description,
  createdAt: ({ createdAt }: Team) => createdAt,
  updatedAt: ({ updatedAt }: Team) => updatedAt,
};

/** The public Team: roles are in it, members are not. */
export function showTeam(call: Call, team: Team): Record<string, unknown> {
  const { workspaceRoles, deploymentRoles, dagRoles, description, scimExternalId: _scim, ...rest } = team;
  const rolesCount = 1 + workspaceRoles.length + deploymentRoles.length + dagRoles.length;
  const hidden = description === '' && call.switches.emptyDescription === 'absent';
  return { ...rest, description: hidden ? undefined : description, ...showRoleLists(call, team), rolesCount };
}

function checkName({ store, organization, switches }: OrganizationCall, name: string, own?: string): void {
  const longest = switches.teamNameMaxLength;
  if (longest > 0 && name.length > longest) throw invalid(`name must have at most ${longest} characters`);
  const taken = store.where('team', 'name', organization.id, name).some(({ id }) => id !== own);
  if (taken && switches.duplicateTeamNames === 'refused') throw invalid(`a team named ${name} already exists`);
}

function createTeam(call: OrganizationCall): unknown {
  const shape = object({
    name: text({ min: 1 }),
    description: optional(text()),
    memberIds: optional(list(text())),
    organizationRole: optional(organizationRoleShape(call)),
  });
  const { name, description = '', memberIds = [], organizationRole = 'ORGANIZATION_MEMBER' } = readBody(call, shape);
  requireTeamsPlan(call);
  refuseWithScim(call, 'create teams');
  checkName(call, name);
  checkOrganizationRole(call.organization, organizationRole);
  const team: Team = {
    organizationId: call.organization.id,
    id: newId(call),
    name,
    description,
    organizationRole,
    isIdpManaged: false,
    workspaceRoles: [],
    deploymentRoles: [],
    dagRoles: [],
    ...made(call),
  };
  call.store.put('team', team);
  addMembers(call, team, memberIds);
  return showTeam(call, team);
}

/** Name and description only; core insists on both. */
function updateTeam(call: OrganizationCall): unknown {
  const description = call.surface === 'core' ? text() : optional(text());
  const body = readBody(call, object({ name: text({ min: 1 }), description }));
  const team = requireTeam(call);
  if (body.name !== team.name) {
    refuseWhenIdpManaged(call, team, 'rename');
    checkName(call, body.name, team.id);
  }
  const after = { ...team, name: body.name, description: body.description ?? team.description, ...touched(call) };
  call.store.put('team', after);
  return showTeam(call, after);
}

/** Works on IdP-managed teams too: with SCIM, membership is the identity provider's and roles stay yours. */
function updateRoles(call: OrganizationCall): unknown {
  const shape = object({ organizationRole: organizationRoleShape(call), ...roleListShapes(call) });
  const { organizationRole, ...lists } = readBody(call, shape);
  const team = requireTeam(call);
  checkOrganizationRole(call.organization, organizationRole);
  if (organizationRole !== 'ORGANIZATION_OWNER') keepTeamOwners(call, team);
  const settled = settleRoleLists(call, team, lists);
  call.store.put('team', { ...team, organizationRole, ...settled, ...touched(call) });
  return { organizationRole, ...showRoleLists(call, settled) };
}

function deleteTeam(call: OrganizationCall): undefined {
  const team = requireTeam(call);
  deleteMembers(call, team);
  call.store.delete('team', team);
}

export function filteredTeams({ store, organization, query, surface }: OrganizationCall): readonly Team[] {
  const all = store.list('team', organization.id);
  const names = query.getAll('names');
  const [workspaceId, deploymentId] =
    surface === 'v1' ? [query.get('workspaceId'), query.get('deploymentId')] : [null, null];
  if (names.length === 0 && workspaceId === null && deploymentId === null) return all;
  return all.filter(
    (team) =>
      (names.length === 0 || names.includes(team.name)) &&
      (workspaceId === null || team.workspaceRoles.some((grant) => grant.workspaceId === workspaceId)) &&
      (deploymentId === null || team.deploymentRoles.some((grant) => grant.deploymentId === deploymentId)),
  );
}

const surfaces = [...iamSurfaces, 'core'] as const;

export const teamRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: iamSurfaces,
    method: 'GET',
    path: '/teams',
    need: 'member',
    action: 'view teams',
    handle: (call) =>
      page(call, {
        name: 'teams',
        rows: filteredTeams(call),
        sorts: teamSorts,
        maxLimit: 1000,
        show: (team) => showTeam(call, team),
      }),
  }),
  organizationRoute({
    surfaces,
    method: 'POST',
    path: '/teams',
    need: 'owner',
    action: 'create teams',
    handle: createTeam,
  }),
  organizationRoute({
    surfaces: iamSurfaces,
    method: 'GET',
    path: '/teams/:teamId',
    need: 'member',
    action: 'view teams',
    handle: (call) => showTeam(call, requireTeam(call)),
  }),
  organizationRoute({
    surfaces,
    method: 'POST',
    path: '/teams/:teamId',
    need: 'owner',
    action: 'update teams',
    handle: updateTeam,
  }),
  organizationRoute({
    surfaces,
    method: 'DELETE',
    path: '/teams/:teamId',
    need: 'owner',
    action: 'delete teams',
    handle: deleteTeam,
  }),
  organizationRoute({
    surfaces,
    method: 'POST',
    path: '/teams/:teamId/roles',
    need: 'owner',
    action: 'edit team roles',
    handle: updateRoles,
  }),
];
