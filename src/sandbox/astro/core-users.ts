import { type User } from './records.js';
import { showInvite } from './invites.js';
import { removeUser } from './memberships.js';
import { keepAnOwner } from './owners.js';
import { page, queryFlag } from './paging.js';
import { organizationRoute, param, type OrganizationCall, type Route } from './route.js';
import { requireUser, userSorts } from './users.js';

/** The core User: invites, and whether an identity provider manages the membership; roles only on request. */
function showCoreUser(call: OrganizationCall, user: User): Record<string, unknown> {
  const { id, username, fullName, status, organizationRole: orgRole, isIdpManaged, createdAt, updatedAt } = user;
  return {
    id,
    username,
    fullName,
    avatarUrl: '',
    status,
    orgRole,
    orgUserRelationIsIdpManaged: isIdpManaged,
    invites: call.store.where('invite', 'user', call.organization.id, id).map((invite) => showInvite(call, invite)),
    workspaceRoles: queryFlag(call, 'includeWorkspaceRoles') ? user.workspaceRoles : undefined,
    deploymentRoles: queryFlag(call, 'includeDeploymentRoles') ? user.deploymentRoles : undefined,
    createdAt,
    updatedAt,
  };
}

const includes = (value: string, search: string): boolean => value.toLowerCase().includes(search);

function filtered(call: OrganizationCall): readonly User[] {
  const { store, organization, query } = call;
  const all = store.list('user', organization.id);
  const search = query.get('search')?.toLowerCase() ?? '';
  const onlyInvited = queryFlag(call, 'hasInvites');
  if (search === '' && !onlyInvited) return all;
  return all.filter(
    ({ id, username, fullName }) =>
      (includes(username, search) || includes(fullName, search)) &&
      (!onlyInvited || store.count('invite', 'user', organization.id, id) > 0),
  );
}

/** Users on the private API: the only list with a search and with invites, and the only removal of a member. */
export const coreUserRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/users',
    need: 'member',
    action: 'view users',
    handle: (call) =>
      page(call, {
        name: 'users',
        rows: filtered(call),
        sorts: { ...userSorts, orgRole: ({ organizationRole }) => organizationRole, status: ({ status }) => status },
        maxLimit: 1000,
        show: (user) => showCoreUser(call, user),
      }),
  }),
  organizationRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/users/:userId',
    need: 'member',
    action: 'view users',
    handle: (call) => showCoreUser(call, requireUser(call, param(call, 'userId'))),
  }),
  organizationRoute({
    surfaces: ['core'],
    method: 'DELETE',
    path: '/users/:userId',
    need: 'owner',
    action: 'remove users',
    handle: (call) => {
      const user = requireUser(call, param(call, 'userId'));
      keepAnOwner(call, [user]);
      removeUser(call.store, user);
    },
  }),
];
