import { anyOrder } from './array-order.js';
import { identityProviderByOktaId } from './identity-provider-lookup.js';
import { type ConnectedOrganization, type RoleMapping } from './records.js';
import { type Context } from './route.js';

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Domains that may join: the list and, always, the domains of the identity provider (product docs). */
export function allowedDomains(context: Pick<Context, 'store'>, connection: ConnectedOrganization): string[] {
  const { organizationId: federationId, identityProviderId, domainAllowList } = connection;
  const provider =
    identityProviderId === null ? undefined : identityProviderByOktaId(context, federationId, identityProviderId);
  return [...new Set([...domainAllowList, ...(provider?.associatedDomains ?? [])])];
}

/** The allow list as it is read. */
export const shownAllowList = (context: Context, connection: ConnectedOrganization): readonly string[] =>
  connection.domainRestrictionEnabled && context.switches.atlasAllowListGrows === 'visible'
    ? allowedDomains(context, connection)
    : connection.domainAllowList;

/** Whether the organization lets people of an e-mail domain join. */
export function mayJoin(context: Pick<Context, 'store'>, connection: ConnectedOrganization, email: string): boolean {
  if (!connection.domainRestrictionEnabled) return true;
  return allowedDomains(context, connection).some((domain) => domain.toLowerCase() === domainOf(email));
}

/** The whole connected organization, role mappings inline. */
export function showConnection(context: Context, connection: ConnectedOrganization): Record<string, unknown> {
  const { switches, store } = context;
  const mappings = store.list('atlasRoleMapping', connection.id);
  return {
    orgId: connection.id,
    identityProviderId: connection.identityProviderId,
    dataAccessIdentityProviderIds: anyOrder(switches, connection.dataAccessIdentityProviderIds),
    domainRestrictionEnabled: connection.domainRestrictionEnabled,
    domainAllowList: anyOrder(switches, shownAllowList(context, connection)),
    postAuthRoleGrants: anyOrder(switches, connection.postAuthRoleGrants),
    instantUserProvisioningDisabled: connection.instantUserProvisioningDisabled,
    roleMappings: anyOrder(switches, mappings).map((mapping) => showRoleMapping(context, mapping)),
    userConflicts: userConflicts(context, connection),
  };
}

export function showRoleMapping({ switches }: Context, mapping: RoleMapping): Record<string, unknown> {
  const { id, externalGroupName, roleAssignments } = mapping;
  const shown = anyOrder(switches, roleAssignments).map(({ groupId, orgId, role }) => ({ groupId, orgId, role }));
  return { externalGroupName, id, roleAssignments: shown };
}

/** Members whom the restriction would keep out; they stay. Null where there are none. */
function userConflicts(context: Context, connection: ConnectedOrganization): unknown[] | null {
  if (!connection.domainRestrictionEnabled) return null;
  const allowed = new Set(allowedDomains(context, connection).map((domain) => domain.toLowerCase()));
  const outside = context.store
    .list('atlasUser', connection.id)
    .filter(({ status, username }) => status === 'ACTIVE' && !allowed.has(domainOf(username)));
  if (outside.length === 0) return null;
  return anyOrder(context.switches, outside).map(({ username: emailAddress, firstName, lastName, id: userId }) => ({
    emailAddress,
    federationSettingsId: connection.organizationId,
    firstName,
    lastName,
    userId,
  }));
}
