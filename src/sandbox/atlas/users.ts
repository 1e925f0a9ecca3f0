import { object, optional, text } from '../shape.js';
import { badRequest, notFound } from './api-error.js';
import { recordEvent } from './events.js';
import { objectIds } from './field-shapes.js';
import { invite } from './invite.js';
import {
  checkTeamsKeepUsers,
  isMember,
  joinTeam,
  keepAnOwner,
  leaveTeam,
  removeMember,
  statusOf,
  teamIdsOf,
} from './memberships.js';
import { page } from './paging.js';
import { organizationOf } from './permissions.js';
import { membershipStatuses, type AtlasUser } from './records.js';
import { Reply } from './respond.js';
import { param, readBody, type Call, type Route } from './route.js';
import { showAppUser, showUser } from './show-user.js';
import { checkGroupRoles, checkOrgRoles, findTeams, rolesShape } from './user-fields.js';
import { versions } from './versions.js';

/** The people a list is asked for; without a status those who are in or invited. */
export function filtered(call: Call, users: readonly AtlasUser[]): readonly AtlasUser[] {
  const { query } = call;
  const [single, several] = [query.getAll('orgMembershipStatus'), query.getAll('orgMembershipStatuses')];
  if (single.length > 0 && several.length > 0) {
    const detail = 'orgMembershipStatus and orgMembershipStatuses exclude each other.';
    throw badRequest('INVALID_QUERY_PARAMETER', detail, 'orgMembershipStatus');
  }
  const asked = [...single, ...several];
  const known: readonly string[] = membershipStatuses;
  const wrong = asked.find((status) => !known.includes(status));
  if (wrong !== undefined)
    throw badRequest('INVALID_ENUM_VALUE', `There is no status ${wrong}.`, 'orgMembershipStatuses');
  const statuses = asked.length === 0 ? ['ACTIVE', 'PENDING'] : asked;
  const username = query.get('username')?.toLowerCase();
  const userId = query.get('userId');
  return users.filter(
    (user) =>
      statuses.includes(statusOf(call, user)) &&
      (username === undefined || user.username.toLowerCase() === username) &&
      (userId === null || user.id === userId),
  );
}

function listUsers(call: Call): unknown {
  const { id } = organizationOf(call, 'member');
  const users = call.store.list('atlasUser', id);
  if (call.version === '2023-01-01') {
    const active = users.filter(({ status }) => status === 'ACTIVE');
    return page(call, active, (user) => showAppUser(call, user));
  }
  return page(call, filtered(call, users), (user) => showUser(call, user));
}

/** Active or pending; an expired or rejected invitation is nobody here. */
export function memberOf(call: Call, organizationId: string, id = param(call, 'userId')): AtlasUser {
  const user = call.store.get('atlasUser', organizationId, id);
  if (user !== undefined && isMember(call, user)) return user;
  throw user === undefined
    ? notFound('USER_NOT_FOUND', `There is no user ${id}.`, id)
    : notFound('USER_NOT_IN_ORG', `User ${id} is not in organization ${organizationId}.`, id);
}

function create(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const given = readBody(call, object({ username: text(), roles: rolesShape(), teamIds: optional(objectIds()) }));
  if (!/^[^@\s]+@[^@\s]+$/.test(given.username)) {
    throw badRequest('INVALID_EMAIL_ADDRESS', `${given.username} is not an e-mail address.`, given.username);
  }
  const user = invite(call, id, {
    username: given.username,
    orgRoles: checkOrgRoles(given.roles),
    groupRoleAssignments: checkGroupRoles(call, id, given.roles.groupRoleAssignments) ?? [],
    teams: findTeams(call, id, given.teamIds ?? []),
  });
  return new Reply(201, showUser(call, user));
}

/** Changes only what is there; an empty value resets its field. */
function update(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const given = readBody(call, object({ roles: optional(rolesShape()), teamIds: optional(objectIds()) }));
  let user = memberOf(call, id);
  if (given.roles !== undefined) {
    const orgRoles = checkOrgRoles(given.roles);
    keepAnOwner(call, user, orgRoles, 'demoted');
    const omitted = call.switches.atlasOmittedGroupRoles === 'kept' ? user.groupRoleAssignments : [];
    const groupRoleAssignments = checkGroupRoles(call, id, given.roles.groupRoleAssignments) ?? omitted;
    user = { ...user, orgRoles, groupRoleAssignments };
    call.store.put('atlasUser', user);
    recordEvent(call, id, 'USER_ROLES_CHANGED_AUDIT', { targetUsername: user.username });
  }
  if (given.teamIds !== undefined) setTeams(call, user, given.teamIds);
  return showUser(call, user);
}

function setTeams(call: Call, user: AtlasUser, wanted: readonly string[]): void {
  const present = teamIdsOf(call, user);
  const joined = wanted.filter((id) => !present.includes(id));
  for (const team of findTeams(call, user.organizationId, joined)) joinTeam(call, team, [user]);
  for (const id of present) if (!wanted.includes(id)) leaveTeam(call, id, user);
}

function remove(call: Call): undefined {
  const { id } = organizationOf(call, 'owner');
  const user = memberOf(call, id);
  keepAnOwner(call, user, [], 'deleted');
  checkTeamsKeepUsers(call, user);
  removeMember(call, user);
  recordEvent(call, id, 'REMOVED_FROM_ORG', { targetUsername: user.username });
}

const base = '/orgs/{orgId}/users';

/** People of an organization. */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: base, versions: versions.users, set: 'users', handle: listUsers },
  { method: 'POST', path: base, versions: versions.v20250219, set: 'users', handle: create },
  {
    method: 'GET',
    path: `${base}/{userId}`,
    versions: versions.v20250219,
    set: 'users',
    handle: (call) => {
      const { id } = organizationOf(call, 'member');
      const user = call.store.get('atlasUser', id, param(call, 'userId'));
      const [shown] = user === undefined ? [] : filtered(call, [user]);
      if (shown === undefined) throw notFound('USER_NOT_FOUND', `There is no user ${param(call, 'userId')}.`);
      return showUser(call, shown);
    },
  },
  { method: 'PATCH', path: `${base}/{userId}`, versions: versions.v20250219, set: 'users', handle: update },
  { method: 'DELETE', path: `${base}/{userId}`, versions: versions.users, set: 'users', handle: remove },
];
