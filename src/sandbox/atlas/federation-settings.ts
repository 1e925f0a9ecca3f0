import { notFound, refused } from './api-error.js';
import { anyOrder } from './array-order.js';
import { recordEvent } from './events.js';
import { identityProviderByOktaId, isActive } from './identity-provider-lookup.js';
import { removeConnection } from './connected-organizations.js';
import { federationOf, organizationOf } from './permissions.js';
import { type ConnectedOrganization } from './records.js';
import { type Call, type Context, type Route } from './route.js';
import { versions } from './versions.js';

/** The link of an organization to its federation, if it has one; there is at most one. */
export function connectionOfOrganization(
  { store }: Pick<Context, 'store'>,
  organizationId: string,
): ConnectedOrganization | undefined {
  for (const { id } of store.all('atlasFederation')) {
    const connection = store.get('atlasConnection', id, organizationId);
    if (connection !== undefined) return connection;
  }
  return undefined;
}

function show(call: Call): unknown {
  const organization = organizationOf(call, 'owner');
  const connection = connectionOfOrganization(call, organization.id);
  if (connection === undefined && call.switches.atlasNoFederation === 'missing') {
    throw notFound(
      'RESOURCE_NOT_FOUND',
      `Organization ${organization.id} has no federation settings.`,
      organization.id,
    );
  }
  const providerId = connection?.identityProviderId ?? null;
  const provider =
    connection === undefined || providerId === null
      ? undefined
      : identityProviderByOktaId(call, connection.organizationId, providerId);
  return {
    ...(connection === undefined ? {} : { id: connection.organizationId }),
    federatedDomains: anyOrder(call.switches, provider?.associatedDomains ?? []),
    hasRoleMappings: call.store.list('atlasRoleMapping', organization.id).length > 0,
    identityProviderId: providerId,
    identityProviderStatus: provider !== undefined && isActive(call, provider) ? 'ACTIVE' : 'INACTIVE',
  };
}

/** Deletes everything the federation owns; only its last organization's owner can. */
function remove(call: Call): undefined {
  const federation = federationOf(call);
  const connections = [...call.store.list('atlasConnection', federation.id)];
  if (connections.length > 1) throw refused('A federation with several connected organizations cannot be deleted.');
  for (const connection of connections) {
    removeConnection(call, connection);
    recordEvent(call, connection.id, 'FEDERATION_SETTINGS_DELETED');
  }
  for (const row of [...call.store.list('atlasIdentityProvider', federation.id)]) {
    call.store.delete('atlasIdentityProvider', row);
  }
  call.store.delete('atlasFederation', federation);
}

/** Federation settings: found through an organization, neither created nor changed by API. */
export const federationSettingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/orgs/{orgId}/federationSettings',
    versions: versions.v20230101,
    set: 'connectedOrganization',
    handle: show,
  },
  {
    method: 'DELETE',
    path: '/federationSettings/{federationSettingsId}',
    versions: versions.v20230101,
    set: 'federation',
    handle: remove,
  },
];
