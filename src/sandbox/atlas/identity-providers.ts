import { AtlasError, badRequest, notFound, refused } from './api-error.js';
import { removeMappings } from './connected-organizations.js';
import { recordEvent } from './events.js';
import { connectionsOf, identityProviderByOktaId } from './identity-provider-lookup.js';
import { oidcShape, samlShape } from './identity-provider-shapes.js';
import { newOidc, updatedOidc } from './oidc.js';
import { page } from './paging.js';
import { federationOf, isObjectId, owns } from './permissions.js';
import { type IdentityProvider } from './records.js';
import { Reply } from './respond.js';
import { newId, param, readBody, type Call, type Route } from './route.js';
import { updatedSaml } from './saml-update.js';
import { serviceProviderMetadata, showIdentityProvider } from './show-identity-provider.js';
import { versions } from './versions.js';

const base = '/federationSettings/{federationSettingsId}/identityProviders';
const one = `${base}/{identityProviderId}`;

const missing = (id: string): AtlasError =>
  notFound('IDENTITY_PROVIDER_DOES_NOT_EXIST', `Identity provider ${id} does not exist.`, id);

/** By the 24-digit id; the version that is over knew SAML only, by the 20-character one. */
function find(call: Call): IdentityProvider {
  const federation = federationOf(call);
  const id = param(call, 'identityProviderId');
  const provider =
    call.version === '2023-01-01'
      ? identityProviderByOktaId(call, federation.id, id)
      : call.store.get('atlasIdentityProvider', federation.id, id);
  if (provider === undefined) throw missing(id);
  return provider;
}

/** Of all that is there a list without `protocol` shows SAML only, and without `idpType` WORKFORCE only (API docs). */
function list(call: Call): unknown {
  const federation = federationOf(call);
  const protocols = enumeration(call, 'protocol', ['SAML', 'OIDC']);
  const types = enumeration(call, 'idpType', ['WORKFORCE', 'WORKLOAD']);
  const rows = call.store
    .list('atlasIdentityProvider', federation.id)
    .filter(({ protocol, idpType }) => protocols.includes(protocol) && types.includes(idpType));
  return page(call, rows, (row) => showIdentityProvider(call, row), { counts: 'always' });
}

function enumeration(call: Call, name: string, values: readonly [string, ...string[]]): readonly string[] {
  const given = call.query.getAll(name);
  const wrong = given.find((value) => !values.includes(value));
  if (wrong !== undefined) throw badRequest('INVALID_ENUM_VALUE', `${name} must be of ${values.join(', ')}.`, name);
  return given.length === 0 ? [values[0]] : given;
}

function create(call: Call): unknown {
  const federation = federationOf(call);
  const row = newOidc(call, federation.id, newId(call), readBody(call, oidcShape()));
  call.store.put('atlasIdentityProvider', row);
  tellOwners(call, row, 'IDENTITY_PROVIDER_CREATED');
  return showIdentityProvider(call, row);
}

function update(call: Call): unknown {
  const before = find(call);
  const after =
    before.protocol === 'SAML'
      ? updatedSaml(call, before, readBody(call, samlShape()))
      : updatedOidc(call, before, readBody(call, oidcShape()));
  call.store.put('atlasIdentityProvider', after);
  tellOwners(call, after, after.protocol === 'SAML' ? samlEvent(before, after) : 'OIDC_IDENTITY_PROVIDER_UPDATED');
  return showIdentityProvider(call, after);
}

function samlEvent(before: IdentityProvider, after: IdentityProvider): string {
  const [was, is] = [before, after].map((row) => row.protocol === 'SAML' && row.status === 'ACTIVE');
  if (was === is) return 'IDENTITY_PROVIDER_UPDATED';
  return is ? 'IDENTITY_PROVIDER_ACTIVATED' : 'IDENTITY_PROVIDER_DEACTIVATED';
}

/** Not while several organizations use it, nor while one does that the caller does not own. */
function remove(call: Call): undefined {
  const provider = find(call);
  const attached = [...connectionsOf(call, provider)];
  if (attached.length > 1) throw refused('An identity provider of several organizations cannot be deleted.');
  if (!attached.every(({ id }) => owns(call, id))) {
    throw new AtlasError(401, 'NOT_ORG_OWNER', 'The caller does not own the organization of this identity provider.');
  }
  for (const connection of attached) {
    const dataAccessIdentityProviderIds = connection.dataAccessIdentityProviderIds.filter((id) => id !== provider.id);
    const detached = { ...connection, dataAccessIdentityProviderIds };
    const whole = provider.protocol === 'SAML' ? { ...detached, identityProviderId: null, mappedAt: null } : detached;
    call.store.put('atlasConnection', whole);
    const lost = provider.protocol === 'SAML' && call.switches.atlasDetachedMappings === 'deleted';
    if (lost) removeMappings(call, connection.id);
  }
  call.store.delete('atlasIdentityProvider', provider);
  tellOwners(call, provider, 'IDENTITY_PROVIDER_DELETED');
}

/** Flushes the keys of an OIDC identity provider everywhere, which logs everybody out. */
function revokeKeys(call: Call): undefined {
  const provider = find(call);
  if (provider.protocol !== 'OIDC') throw refused('Only an OIDC identity provider has keys to revoke.');
  tellOwners(call, provider, 'IDENTITY_PROVIDER_JWKS_REVOKED');
}

function metadata(call: Call): Reply {
  const federation = federationOf(call);
  const id = param(call, 'identityProviderId');
  const provider = isObjectId(id) ? undefined : identityProviderByOktaId(call, federation.id, id);
  if (provider === undefined) throw missing(id);
  return new Reply(200, serviceProviderMetadata(provider.oktaIdpId, provider.id));
}

/** What happens to an identity provider is in the trail of every organization of its federation. */
function tellOwners(call: Call, { organizationId: federationId, id }: IdentityProvider, type: string): void {
  for (const connection of call.store.list('atlasConnection', federationId)) {
    recordEvent(call, connection.id, type, { resourceId: id });
  }
}

const single = { versions: versions.identityProvider, set: 'federation' } as const;
const current = { versions: versions.v20231115, set: 'federation' } as const;

/** Identity providers; SAML ones are made in the console only. */
export const identityProviderRoutes: readonly Route[] = [
  { method: 'GET', path: base, versions: versions.v20230101, set: 'federation', handle: list },
  { method: 'POST', path: base, ...current, handle: create },
  { method: 'GET', path: one, ...single, handle: (call) => showIdentityProvider(call, find(call)) },
  { method: 'PATCH', path: one, ...single, handle: update },
  { method: 'DELETE', path: one, ...current, handle: remove },
  { method: 'DELETE', path: `${one}/jwks`, ...current, handle: revokeKeys },
  { method: 'GET', path: `${one}/metadata.xml`, versions: versions.v20230101, set: 'federation', handle: metadata },
];
