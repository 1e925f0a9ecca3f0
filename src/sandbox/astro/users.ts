import { type User } from './records.js';
import { invalid, notFound } from './api-error.js';
import { keepAnOwner } from './owners.js';
import { page } from './paging.js';
import {
  checkOrganizationRole,
  organizationRoleShape,
  roleListShapes,
  settleRoleLists,
  showRoleLists,
} from './role-lists.js';
import { organizationRoute, param, readBody, type Call, type OrganizationCall, type Route } from './route.js';
import { object, optional } from '../shape.js';
import { iamSurfaces } from './surface.js';
import { showTeam } from './teams.js';

export const userSorts = {
  id: ({ id }: User) => id,
  username: ({ username }: User) => username,
  fullName: ({ fullName }: User) => fullName,
  createdAt: ({ createdAt }: User) => createdAt,
  updatedAt: ({ updatedAt }: User) => updatedAt,
};

/** The public User. It does not say whether an identity provider manages the membership. */
export function showUser(call: Call, user: User): Record<string, unknown> {
  const { id, username, fullName, status, organizationRole, createdAt, updatedAt } = user;
  const lists = showRoleLists(call, user);
  return { id, username, fullName, avatarUrl: '', status, organizationRole, ...lists, createdAt, updatedAt };
}

export function requireUser(call: OrganizationCall, id: string): User {
  const user = call.store.get('user', call.organization.id, id);
  if (user === undefined) throw notFound('User', id);
  return user;
}

/** Users by the filters the list has; there is none by e-mail. */
function filtered({ store, organization, query, surface }: OrganizationCall): readonly User[] {
  const all = store.list('user', organization.id);
  const [workspaceId, deploymentId] = [query.get('workspaceId'), query.get('deploymentId')];
  const dagId = surface === 'v1' ? query.get('dagId') : null;
  const dagTags = surface === 'v1' ? query.getAll('dagTags') : [];
  // The unfiltered list is handed on as it is: paging keeps its sorting for the next page.
  if (workspaceId === null && deploymentId === null && dagId === null && dagTags.length === 0) return all;
  return all.filter(
    (user) =>
      (workspaceId === null || user.workspaceRoles.some((grant) => grant.workspaceId === workspaceId)) &&
      (deploymentId === null || user.deploymentRoles.some((grant) => grant.deploymentId === deploymentId)) &&
      (dagId === null || user.dagRoles.some((grant) => grant.dagId === dagId)) &&
      (dagTags.length === 0 || user.dagRoles.some(({ dagTag }) => dagTag !== undefined && dagTags.includes(dagTag))),
  );
}

/** Replaces the roles of a user. Each list that is sent replaces that whole list. */
function updateRoles(call: OrganizationCall): unknown {
  const shape = object({ organizationRole: optional(organizationRoleShape(call)), ...roleListShapes(call) });
  const { organizationRole, ...lists } = readBody(call, shape);
  const user = requireUser(call, param(call, 'userId'));
  if (organizationRole === undefined) throw invalid('organizationRole is required');
  checkOrganizationRole(call.organization, organizationRole);
  requireAccepted(call, user);
  if (organizationRole !== 'ORGANIZATION_OWNER') keepAnOwner(call, [user]);
  const settled = settleRoleLists(call, user, lists);
  call.store.put('user', { ...user, organizationRole, ...settled, updatedAt: call.clock.stamp() });
  return { organizationRole, ...showRoleLists(call, settled) };
}

/** Roles of somebody who has not accepted the invite yet: whether the vendor takes them is a switch. */
export function requireAccepted({ switches }: Call, user: User): void {
  if (user.status === 'PENDING' && switches.pendingUserRoles === 'refused') {
    throw invalid(`user ${user.username} has not accepted the invite yet`);
  }
}

/** Public users: list, get, roles, teams. The public API has no way to remove one. */
export const userRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: iamSurfaces,
    method: 'GET',
    path: '/users',
    need: 'member',
    action: 'view users',
    handle: (call) =>
      page(call, {
        name: 'users',
        rows: filtered(call),
        sorts: userSorts,
        maxLimit: 1000,
        show: (user) => showUser(call, user),
      }),
  }),
  organizationRoute({
    surfaces: iamSurfaces,
    method: 'GET',
    path: '/users/:userId',
    need: 'member',
    action: 'view users',
    handle: (call) => showUser(call, requireUser(call, param(call, 'userId'))),
  }),
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'POST',
    path: '/users/:userId/roles',
    need: 'owner',
    action: 'edit user roles',
    handle: updateRoles,
  }),
  organizationRoute({
    surfaces: ['v1'],
    method: 'GET',
    path: '/users/:userId/teams',
    need: 'member',
    action: 'view teams',
    handle: (call) => {
      const { id } = requireUser(call, param(call, 'userId'));
      const teams = call.store
        .where('member', 'user', call.organization.id, id)
        .flatMap(({ teamId }) => call.store.get('team', call.organization.id, teamId) ?? []);
      const sorts = { id: (team: { id: string }) => team.id, name: (team: { name: string }) => team.name };
      return page(call, { name: 'teams', rows: teams, sorts, show: (team) => showTeam(call, team) });
    },
  }),
];
