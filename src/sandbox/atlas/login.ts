import { personObjectId } from '../ids.js';
import { denied, type LoginOutcome } from '../login-outcome.js';
import { connectionOfOrganization } from './federation-settings.js';
import { isActive } from './identity-provider-lookup.js';
import { isFederated } from './invite.js';
import { mappedRoles, type Roles } from './mapped-roles.js';
import { hasOtherOwner, removeMember, statusOf, userByName } from './memberships.js';
import {
  type AtlasOrganization,
  type AtlasUser,
  type ConnectedOrganization,
  type SamlIdentityProvider,
} from './records.js';
import { now, type Context } from './route.js';
import { domainOf, mayJoin } from './show-connection.js';

/** `bypass` is the SAML bypass URL of an identity provider in debug mode, with a password. */
export const atlasLoginMethods = ['password', 'google', 'github', 'sso', 'bypass'] as const;
export type AtlasLoginMethod = (typeof atlasLoginMethods)[number];

/**
 * Decides a login to an organization as Atlas would, and does what follows from it (product docs).
 *
 * People of a domain that an active identity provider has must come through it; others cannot. In an organization that is
 * mapped to that provider the login makes a member (unless provisioning is off or the domain restricted) and role mappings
 * are applied:
 *
 * | mappings of the organization | roles after the login |
 * | --- | --- |
 * | some match the groups | those of all that match, instead of what was there |
 * | none match, or there are none | the default roles: for a newcomer, and where mappings took away the last role |
 * | there are none, and roles are there | as they were |
 */
export function atlasLogin(
  context: Context,
  organization: AtlasOrganization,
  email: string,
  method: AtlasLoginMethod,
  groups: readonly string[],
): LoginOutcome {
  const provider = providerOf(context, email);
  if (provider === undefined && (method === 'sso' || method === 'bypass')) {
    return denied(`no active identity provider has the domain of ${email}`);
  }
  if (provider !== undefined && method === 'bypass' && !provider.ssoDebugEnabled) {
    return denied(`identity provider ${provider.displayName} has no bypass`);
  }
  if (provider !== undefined && method !== 'sso' && method !== 'bypass') {
    return denied(`people of ${domainOf(email)} log in through identity provider ${provider.displayName}`);
  }
  const via = method === 'sso' && provider !== undefined ? `sso:${provider.displayName}` : method;
  const connection = connectionOfOrganization(context, organization.id);
  const federated = method === 'sso' && connection !== undefined && isFederated(context, connection, email);
  const user = userByName(context, organization.id, email);
  const status = user === undefined ? undefined : statusOf(context, user);
  const joins = status !== 'ACTIVE';
  if (joins && connection !== undefined && !mayJoin(context, connection, email)) {
    return denied(`the organization does not let people of ${domainOf(email)} join`);
  }
  if (user !== undefined && (status === 'ACTIVE' || status === 'PENDING')) {
    const accepted: AtlasUser = { ...user, status: 'ACTIVE', lastAuth: now(context), invitation: undefined };
    const after = federated ? withMappedRoles(context, connection, accepted, groups) : accepted;
    if (after === undefined) return denied('no role mapping and no default role gives a role');
    context.store.put('atlasUser', after);
    const reason = joins ? 'the invitation is accepted with this login' : `${user.username} is an active member`;
    return { allowed: true, reason, via, provisioned: false, roles: rolesOf(context, after) };
  }
  if (!federated) return denied('not a member, and just-in-time membership does not apply');
  if (connection.instantUserProvisioningDisabled === true) return denied('just-in-time membership is turned off');
  const roles = newcomerRoles(context, connection, groups);
  if (roles === undefined) return denied('no role mapping and no default role gives a role');
  if (user !== undefined) removeMember(context, user);
  const member = newcomer(context, organization, email, roles);
  context.store.put('atlasUser', member);
  const reason = 'the login makes the membership';
  return { allowed: true, reason, via, provisioned: true, roles: rolesOf(context, member) };
}

/** The active SAML identity provider of an e-mail's domain, in whichever federation. */
function providerOf(context: Context, email: string): SamlIdentityProvider | undefined {
  for (const row of context.store.all('atlasIdentityProvider')) {
    if (row.protocol === 'SAML' && row.associatedDomains.includes(domainOf(email)) && isActive(context, row))
      return row;
  }
  return undefined;
}

function newcomerRoles(
  context: Context,
  connection: ConnectedOrganization,
  groups: readonly string[],
): Roles | undefined {
  const mapped = mappedRoles(context, connection, groups);
  if (mapped.orgRoles.length > 0) return mapped;
  const { postAuthRoleGrants: orgRoles } = connection;
  return orgRoles.length === 0 ? undefined : { orgRoles, groupRoleAssignments: [] };
}

/** A member's roles after a login through the organization's identity provider; undefined when none would be left. */
function withMappedRoles(
  context: Context,
  connection: ConnectedOrganization,
  user: AtlasUser,
  groups: readonly string[],
): AtlasUser | undefined {
  if (context.store.list('atlasRoleMapping', connection.id).length === 0) return user;
  const roles = newcomerRoles(context, connection, groups);
  if (context.switches.atlasManualRoles === 'kept') {
    const held = mappedRoles(context, connection, groups, user);
    return held.orgRoles.length > 0 ? { ...user, ...held } : roles && { ...user, ...roles };
  }
  if (roles === undefined) return undefined;
  // Taking away the last owner fails: that role stays.
  const stays =
    user.orgRoles.includes('ORG_OWNER') && !roles.orgRoles.includes('ORG_OWNER') && !hasOtherOwner(context, user);
  return { ...user, ...roles, orgRoles: stays ? ['ORG_OWNER', ...roles.orgRoles] : roles.orgRoles };
}

function newcomer(context: Context, { id: organizationId }: AtlasOrganization, email: string, roles: Roles): AtlasUser {
  const stamp = now(context);
  return {
    organizationId,
    id: personObjectId(email),
    username: email,
    firstName: '',
    lastName: '',
    status: 'ACTIVE',
    createdAt: stamp,
    lastAuth: stamp,
    ...roles,
  };
}

/** Organization roles, then `project: ROLE`, each sorted. */
function rolesOf({ store }: Context, { organizationId, orgRoles, groupRoleAssignments }: AtlasUser): string[] {
  const inside = groupRoleAssignments.flatMap(({ groupId, groupRoles }) =>
    groupRoles.map((role) => `${store.get('atlasProject', organizationId, groupId)?.name ?? groupId}: ${role}`),
  );
  return [...[...orgRoles].sort(), ...inside.sort()];
}
