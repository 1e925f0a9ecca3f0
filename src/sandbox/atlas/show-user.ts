import { anyOrder } from './array-order.js';
import { statusOf, teamIdsOf } from './memberships.js';
import { selfLinks } from './paging.js';
import { type AtlasUser } from './records.js';
import { type Call, type Context } from './route.js';

/** A person in an organization; roles, project roles and team ids in one. */
export function showUser(context: Context, user: AtlasUser): Record<string, unknown> {
  const { switches } = context;
  const status = statusOf(context, user);
  const groupRoleAssignments = anyOrder(switches, user.groupRoleAssignments).map(({ groupId, groupRoles }) => ({
    groupId,
    groupRoles: anyOrder(switches, groupRoles),
  }));
  const common = {
    id: user.id,
    username: user.username,
    orgMembershipStatus: status,
    roles: { orgRoles: anyOrder(switches, user.orgRoles), groupRoleAssignments },
    teamIds: anyOrder(switches, teamIdsOf(context, user)),
  };
  if (status === 'ACTIVE') {
    const { firstName, lastName, createdAt, lastAuth } = user;
    return { ...common, firstName, lastName, createdAt, lastAuth, country: 'US', mobileNumber: null };
  }
  const { createdAt, expiresAt, inviterUsername } = user.invitation ?? {};
  return {
    ...common,
    invitationCreatedAt: createdAt ?? user.createdAt,
    invitationExpiresAt: status === 'INVITATION_REJECTED' ? null : (expiresAt ?? null),
    inviterUsername: inviterUsername ?? null,
  };
}

/** The same person as the first version of the API shows people: roles flat, each with its place. */
export function showAppUser(call: Call, user: AtlasUser): Record<string, unknown> {
  const { switches } = call;
  const { id, username, firstName, lastName, createdAt, lastAuth, organizationId: orgId } = user;
  const orgRoles = user.orgRoles.map((roleName) => ({ orgId, roleName }));
  const projectRoles = user.groupRoleAssignments.flatMap(({ groupId, groupRoles }) =>
    groupRoles.map((roleName) => ({ groupId, roleName })),
  );
  return {
    id,
    username,
    emailAddress: username,
    firstName,
    lastName,
    country: 'US',
    mobileNumber: null,
    createdAt,
    lastAuth,
    roles: anyOrder(switches, [...orgRoles, ...projectRoles]),
    teamIds: anyOrder(switches, teamIdsOf(call, user)),
    links: selfLinks(call, `/users/${id}`),
  };
}
