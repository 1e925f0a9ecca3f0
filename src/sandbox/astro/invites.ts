import { personId } from '../ids.js';
import { type Invite } from './records.js';
import { invalid, notFound } from './api-error.js';
import { isLive, removeUser } from './memberships.js';
import { checkOrganizationRole, organizationRoleShape } from './role-lists.js';
import { newId, organizationRoute, param, readBody, type OrganizationCall, type Route } from './route.js';
import { object, text } from '../shape.js';
import { iamSurfaces } from './surface.js';

const day = 86_400_000;

/** The vendor's Invite; `invitee` is the pending user that the invite made. */
export function showInvite({ store }: Pick<OrganizationCall, 'store'>, invite: Invite): Record<string, unknown> {
  const { organizationId, userId, inviter, expiresAt } = invite;
  const user = store.get('user', organizationId, userId);
  const invitee = { id: userId, subjectType: 'USER', username: user?.username, fullName: user?.fullName };
  const organizationName = store.get('organization', organizationId, organizationId)?.name;
  return { inviteId: invite.id, expiresAt, invitee, inviter, organizationId, organizationName, userId };
}

/**
 * Invites a person by e-mail. Somebody with a role in the organization cannot be invited (400, the vendor's text); a
 * person without one becomes a PENDING user at once, carrying the invite's role. A second invite while the first is live
 * is a switch; an expired invite never stands in the way.
 */
function createInvite(call: OrganizationCall): unknown {
  const shape = object({ inviteeEmail: text({ min: 1 }), role: organizationRoleShape(call) });
  const { inviteeEmail: email, role } = readBody(call, shape);
  const { store, clock, switches, organization, subject } = call;
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw invalid('inviteeEmail must be an e-mail address');
  checkOrganizationRole(organization, role);

  const known = store.where('user', 'email', organization.id, email.toLowerCase())[0];
  if (known !== undefined && known.status !== 'PENDING') throw existingRole(organization.id);
  const earlier = known === undefined ? [] : [...store.where('invite', 'user', organization.id, known.id)];
  const live = earlier.find((invite) => isLive(call, invite));
  if (live !== undefined && switches.duplicateInvite === 'refused') throw existingRole(organization.id);

  const now = clock.stamp();
  const userId = known?.id ?? personId(email);
  store.put('user', {
    ...(known ?? {
      organizationId: organization.id,
      id: userId,
      username: email,
      fullName: '',
      status: 'PENDING',
      isIdpManaged: false,
      workspaceRoles: [],
      deploymentRoles: [],
      dagRoles: [],
      createdAt: now,
    }),
    organizationRole: role,
    updatedAt: now,
  });
  const expiresAt = new Date(clock.now() + switches.inviteLifetimeDays * day).toISOString();
  for (const invite of earlier) {
    if (!isLive(call, invite)) store.delete('invite', invite);
  }
  const invite: Invite =
    live !== undefined && switches.duplicateInvite === 'resent'
      ? { ...live, role, expiresAt }
      : {
          organizationId: organization.id,
          id: newId(call),
          userId,
          role,
          inviter: subject.profile,
          createdAt: now,
          expiresAt,
        };
  store.put('invite', invite);
  return showInvite(call, invite);
}

const existingRole = (organizationId: string) => invalid(`Invitee has existing role in organization ${organizationId}`);

/** Withdraws an invite; the pending user goes with the last one. */
function deleteInvite(call: OrganizationCall): undefined {
  const { store, organization } = call;
  const invite = store.get('invite', organization.id, param(call, 'inviteId'));
  if (invite === undefined) throw notFound('Invite', param(call, 'inviteId'));
  store.delete('invite', invite);
  const user = store.get('user', organization.id, invite.userId);
  if (user?.status === 'PENDING' && store.count('invite', 'user', organization.id, user.id) === 0) {
    removeUser(store, user);
  }
}

/** Invites can be made and withdrawn; there is neither a list nor a get. */
export const inviteRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'POST',
    path: '/invites',
    need: 'owner',
    action: 'invite users',
    handle: createInvite,
  }),
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'DELETE',
    path: '/invites/:inviteId',
    need: 'owner',
    action: 'delete invites',
    handle: deleteInvite,
  }),
];
