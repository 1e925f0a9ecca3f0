import { list, object } from '../shape.js';
import { notFound, refused } from './api-error.js';
import { recordEvent } from './events.js';
import { objectId } from './field-shapes.js';
import { joinTeam, leaveTeam, statusOf } from './memberships.js';
import { page } from './paging.js';
import { organizationOf } from './permissions.js';
import { type AtlasTeam, type AtlasUser } from './records.js';
import { readBody, type Call, type Route } from './route.js';
import { showAppUser, showUser } from './show-user.js';
import { teamOf } from './teams.js';
import { filtered, memberOf } from './users.js';
import { versions } from './versions.js';

const usersOf = ({ store }: Call, { organizationId, id }: AtlasTeam): AtlasUser[] =>
  store
    .where('atlasTeamMember', 'team', organizationId, id)
    .flatMap(({ userId }) => store.get('atlasUser', organizationId, userId) ?? []);

function listUsers(call: Call): unknown {
  const { id } = organizationOf(call, 'member');
  const users = usersOf(call, teamOf(call, id));
  if (call.version === '2023-01-01') {
    const active = users.filter(({ status }) => status === 'ACTIVE');
    return page(call, active, (user) => showAppUser(call, user), { counts: 'always' });
  }
  return page(call, filtered(call, users), (user) => showUser(call, user), { counts: 'always' });
}

/** One person, in the organization or invited to it; who never came is not in the organization. */
function oneMember(call: Call, organizationId: string, id: string): AtlasUser {
  const user = call.store.get('atlasUser', organizationId, id);
  if (user === undefined) throw notFound('USER_NOT_IN_ORG', `User ${id} is not in organization ${organizationId}.`, id);
  return memberOf(call, organizationId, id);
}

function addUser(call: Call): unknown {
  const { id: organizationId } = organizationOf(call, 'owner');
  const team = teamOf(call, organizationId);
  const user = oneMember(call, organizationId, readBody(call, object({ id: objectId() })).id);
  joinTeam(call, team, [user]);
  recordEvent(call, organizationId, 'JOINED_TEAM', { teamId: team.id, targetUsername: user.username });
  return showUser(call, user);
}

function removeUser(call: Call): unknown {
  const { id: organizationId } = organizationOf(call, 'owner');
  const team = teamOf(call, organizationId);
  const user = oneMember(call, organizationId, readBody(call, object({ id: objectId() })).id);
  leaveTeam(call, team.id, user);
  recordEvent(call, organizationId, 'REMOVED_FROM_TEAM', { teamId: team.id, targetUsername: user.username });
  return showUser(call, user);
}

/** The deprecated batch: active people only, all of them or none; answers with the whole team. */
function addUsers(call: Call): unknown {
  const { id: organizationId } = organizationOf(call, 'owner');
  const team = teamOf(call, organizationId);
  const given = readBody(call, list(object({ id: objectId() })));
  if (given.length === 0) throw refused('At least one user is required.');
  const users = given.map(({ id }) => {
    const user = oneMember(call, organizationId, id);
    if (statusOf(call, user) === 'ACTIVE') return user;
    throw notFound('CANNOT_ADD_PENDING_USER', `User ${id} has not accepted the invitation yet.`, id);
  });
  joinTeam(call, team, [...new Set(users)]);
  for (const { username } of users)
    recordEvent(call, organizationId, 'JOINED_TEAM', { teamId: team.id, targetUsername: username });
  return page(call, usersOf(call, team), (user) => showAppUser(call, user));
}

const base = '/orgs/{orgId}/teams/{teamId}';

/** Who is in a team: the list, one at a time, and the deprecated calls. */
export const teamUserRoutes: readonly Route[] = [
  { method: 'GET', path: `${base}/users`, versions: versions.users, set: 'teams', handle: listUsers },
  { method: 'POST', path: `${base}:addUser`, versions: versions.v20250219, set: 'teams', handle: addUser },
  { method: 'POST', path: `${base}:removeUser`, versions: versions.v20250219, set: 'teams', handle: removeUser },
  { method: 'POST', path: `${base}/users`, versions: versions.deprecated, set: 'teams', handle: addUsers },
  {
    method: 'DELETE',
    path: `${base}/users/{userId}`,
    versions: versions.deprecated,
    set: 'teams',
    handle: (call) => {
      const { id } = organizationOf(call, 'owner');
      const team = teamOf(call, id);
      const user = memberOf(call, id);
      leaveTeam(call, team.id, user);
      recordEvent(call, id, 'REMOVED_FROM_TEAM', { teamId: team.id, targetUsername: user.username });
    },
  },
];
