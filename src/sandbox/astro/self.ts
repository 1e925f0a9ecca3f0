import { type Invite, type User } from './records.js';
import { ApiError, invalid, notFound } from './api-error.js';
import { showInvite } from './invites.js';
import { isLive, removeUser } from './memberships.js';
import { param, readBody, rootRoute, type Call, type Route } from './route.js';
import { object, oneOf } from '../shape.js';

/** The caller's memberships; an API token is nobody and has none. */
function memberships({ store, subject }: Call): User[] {
  const email = subject.email?.toLowerCase();
  if (email === undefined) throw new ApiError(404, 'User not found: the token is an API token');
  return [...store.all('organization')].flatMap(({ id }) => store.where('user', 'email', id, email));
}

const invitesOf = ({ store }: Call, users: readonly User[]): Invite[] =>
  users.flatMap(({ organizationId, id }) => store.where('invite', 'user', organizationId, id));

function showSelf(call: Call): unknown {
  const users = memberships(call);
  const first = users.find(({ status }) => status === 'ACTIVE') ?? users[0];
  if (first === undefined) throw new ApiError(404, 'User not found');
  const { id, username, fullName, status, createdAt, updatedAt } = first;
  const roles = users
    .filter((user) => user.status === 'ACTIVE')
    .flatMap(({ organizationId, organizationRole, workspaceRoles }) => [
      { entityType: 'ORGANIZATION', entityId: organizationId, role: organizationRole },
      ...workspaceRoles.map(({ workspaceId, role }) => ({ entityType: 'WORKSPACE', entityId: workspaceId, role })),
    ]);
  const invites = invitesOf(call, users).map((invite) => showInvite(call, invite));
  return {
    id,
    username,
    fullName,
    avatarUrl: '',
    status,
    roles,
    invites,
    isIdpManaged: first.isIdpManaged,
    createdAt,
    updatedAt,
  };
}

/** The invitee's own answer to an invite; rejecting takes the pending user away. */
function answerInvite(call: Call): unknown {
  const { inviteStatus } = readBody(call, object({ inviteStatus: oneOf(['accept', 'reject']) }));
  const users = memberships(call);
  const invite = invitesOf(call, users).find(({ id }) => id === param(call, 'inviteId'));
  const user = users.find(({ organizationId }) => organizationId === invite?.organizationId);
  if (invite === undefined || user === undefined) throw notFound('Invite', param(call, 'inviteId'));
  if (inviteStatus === 'accept' && !isLive(call, invite)) throw invalid(`invite ${invite.id} has expired`);
  const shown = showInvite(call, invite);
  call.store.delete('invite', invite);
  if (inviteStatus === 'reject') removeUser(call.store, user);
  else {
    const fullName = user.fullName === '' ? user.username : user.fullName;
    call.store.put('user', { ...user, fullName, status: 'ACTIVE', updatedAt: call.clock.stamp() });
  }
  return shown;
}

/** The caller as a person, and the invitee's side of invites. */
export const selfRoutes: readonly Route[] = [
  rootRoute({ surfaces: ['v1', 'iam', 'core'], method: 'GET', path: '/users/self', handle: showSelf }),
  rootRoute({ surfaces: ['core'], method: 'POST', path: '/users/self/invites/:inviteId', handle: answerInvite }),
  rootRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/auth/invites/:inviteId',
    handle: (call) => {
      const id = param(call, 'inviteId');
      const invite = [...call.store.all('invite')].find((each) => each.id === id);
      if (invite === undefined) throw notFound('Invite', id);
      return showInvite(call, invite);
    },
  }),
];
