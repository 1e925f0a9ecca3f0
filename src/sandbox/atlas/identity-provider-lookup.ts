import { type ConnectedOrganization, type IdentityProvider, type SamlIdentityProvider } from './records.js';
import { type Context } from './route.js';

/** By the id that organizations refer to. */
export function identityProviderByOktaId(
  { store }: Pick<Context, 'store'>,
  federationId: string,
  oktaIdpId: string,
): SamlIdentityProvider | undefined {
  return store
    .list('atlasIdentityProvider', federationId)
    .filter((row) => row.protocol === 'SAML')
    .find((row) => row.oktaIdpId === oktaIdpId);
}

/** A SAML identity provider is inactive until it has a domain, whatever was asked of it (product docs). */
export function isActive({ switches }: Pick<Context, 'switches'>, provider: SamlIdentityProvider): boolean {
  if (provider.status !== 'ACTIVE') return false;
  return provider.associatedDomains.length > 0 || switches.atlasActiveWithoutDomain === 'active';
}

/** The organizations that log in through it, or let it into their databases. */
export function connectionsOf(
  { store }: Pick<Context, 'store'>,
  provider: IdentityProvider,
): readonly ConnectedOrganization[] {
  const { organizationId: federationId, id } = provider;
  if (provider.protocol === 'SAML') {
    return store.where('atlasConnection', 'provider', federationId, provider.oktaIdpId);
  }
  return store
    .list('atlasConnection', federationId)
    .filter(({ dataAccessIdentityProviderIds }) => dataAccessIdentityProviderIds.includes(id));
}
