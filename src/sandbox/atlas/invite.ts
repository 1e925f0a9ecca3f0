import { personObjectId } from '../ids.js';
import { AtlasError, badRequest, conflict } from './api-error.js';
import { recordEvent } from './events.js';
import { connectionOfOrganization } from './federation-settings.js';
import { identityProviderByOktaId, isActive } from './identity-provider-lookup.js';
import { isMember, joinTeam, removeMember, userByName } from './memberships.js';
import { type AtlasTeam, type AtlasUser, type ConnectedOrganization, type GroupRoleAssignment } from './records.js';
import { type OrgRole } from './roles.js';
import { newId, now, type Call, type Context } from './route.js';
import { domainOf, mayJoin } from './show-connection.js';

const maxUsersPerOrganization = 500;
const daysToAccept = 30;

interface Wanted {
  readonly username: string;
  readonly orgRoles: readonly OrgRole[];
  readonly groupRoleAssignments: readonly GroupRoleAssignment[];
  readonly teams: readonly AtlasTeam[];
}

/**
 * Makes a person a member. A federated one, on a domain of the active identity provider that the organization itself logs in
 * through, is active at once; anybody else is pending until the invitation is accepted, for 30 days. An expired or rejected
 * membership is replaced (API docs).
 */
export function invite(call: Call, organizationId: string, wanted: Wanted): AtlasUser {
  const { store } = call;
  const { username } = wanted;
  const known = userByName(call, organizationId, username);
  if (known !== undefined && isMember(call, known)) {
    throw conflict('USER_ALREADY_EXISTS', `User ${username} is in organization ${organizationId} already.`, username);
  }
  const connection = connectionOfOrganization(call, organizationId);
  if (connection !== undefined && !mayJoin(call, connection, username)) {
    throw badRequest('DOMAIN_NOT_IN_ALLOW_LIST', `The domain of ${username} may not join this organization.`, username);
  }
  const count = store.list('atlasUser', organizationId).filter((user) => isMember(call, user)).length;
  if (count >= maxUsersPerOrganization) {
    const detail = `An organization has at most ${maxUsersPerOrganization} users.`;
    throw badRequest('MAX_USERS_PER_ORG_EXCEEDED', detail, maxUsersPerOrganization);
  }
  const federated = connection !== undefined && isFederated(call, connection, username);
  if (!federated && !call.countInvitation()) {
    throw new AtlasError(400, 'RATE_LIMITED_IP', 'Too many invitations from this address.', {
      parameters: [call.callerIp],
    });
  }
  if (known !== undefined) removeMember(call, known);
  const stamp = now(call);
  const invitation = {
    id: newId(call),
    createdAt: stamp,
    expiresAt: now(call, daysToAccept),
    inviterUsername: call.subject.id,
  };
  const user: AtlasUser = {
    organizationId,
    id: personObjectId(username),
    username,
    firstName: '',
    lastName: '',
    status: federated ? 'ACTIVE' : 'PENDING',
    orgRoles: wanted.orgRoles,
    groupRoleAssignments: wanted.groupRoleAssignments,
    createdAt: stamp,
    lastAuth: null,
    ...(federated ? {} : { invitation }),
  };
  store.put('atlasUser', user);
  for (const team of wanted.teams) joinTeam(call, team, [user]);
  recordEvent(call, organizationId, federated ? 'JOINED_ORG' : 'INVITED_TO_ORG', { targetUsername: username });
  return user;
}

/** Whether people of an address log in through the identity provider of the organization. */
export function isFederated(context: Context, connection: ConnectedOrganization, email: string): boolean {
  const { organizationId: federationId, identityProviderId } = connection;
  if (identityProviderId === null) return false;
  const provider = identityProviderByOktaId(context, federationId, identityProviderId);
  return provider !== undefined && isActive(context, provider) && provider.associatedDomains.includes(domainOf(email));
}
