/** Atlas's own names for what the core settles and compiles with, and questions that several kinds ask. */
import { formatAddress, type Address } from '../../core/address.js';
import { objectOf, textList } from '../../core/diff.js';
import { textOf, type JsonObject } from '../../core/json.js';
import type { Peer, ProviderContext } from '../../core/provider.js';
import type { DesiredOrganization, DesiredResource } from '../../core/resource.js';
import type * as core from '../../core/settlement.js';
import type { AtlasFacts } from './facts.js';
import { connectionOf, mappedProvider, providerByName, type IdentityProvider } from './facts.js';

export type AtlasContext = ProviderContext<AtlasFacts>;
export type Settlement = core.Settlement<AtlasFacts>;

export function mappingAddress({ organization }: Pick<AtlasContext, 'organization'>): Address {
  return formatAddress(organization.name, 'idp-mapping');
}

/** Whether the organization is known to be in no federation, so that somebody must connect it by hand. */
export function isUnconnected({ organization, live: { facts } }: AtlasContext): boolean {
  return facts.federationRead && connectionOf(facts, organization.id) === undefined;
}

/** By which identity provider people will log in after this plan. */
export type Login =
  | { readonly state: 'attached'; readonly provider: IdentityProvider }
  | { readonly state: 'none' }
  /** The one that the YAML wants is not there yet, so whatever is meant for its people waits. */
  | { readonly state: 'waiting'; readonly name: string };

export function loginAfter({ context, comparisons }: Settlement): Login {
  const { organization, live } = context;
  const mapping = comparisons.get(mappingAddress(context))?.desired;
  const wanted = mapping?.state === 'present' ? mapping.attributes['identityProvider'] : undefined;
  if (wanted === 'none') return { state: 'none' };
  const provider =
    wanted === undefined ? mappedProvider(live.facts, organization.id) : providerByName(live.facts, textOf(wanted));
  if (provider?.protocol === 'SAML') return { state: 'attached', provider };
  return wanted === undefined ? { state: 'none' } : { state: 'waiting', name: textOf(wanted) };
}

/** The organizations of this plan, this one among them. */
export function allOrganizations({ organization, live, peers }: AtlasContext): readonly Peer<AtlasFacts>[] {
  return [{ organization, live }, ...(peers ?? [])];
}

/** What an organization says of its place in the federation; undefined where it says nothing. */
export function desiredMapping(
  organization: DesiredOrganization | undefined,
): { readonly leaves: boolean; readonly attributes: JsonObject } | undefined {
  const mapping = organization?.resources.find(({ kind }) => kind === 'idp-mapping');
  return mapping === undefined ? undefined : { leaves: mapping.state === 'absent', attributes: mapping.attributes };
}

/** Addresses of the organizations' mappings that name this identity provider. */
export function mappingsThatName(context: AtlasContext, provider: Address): readonly Address[] {
  return allOrganizations(context)
    .filter(({ organization }) =>
      Object.values(objectOf(desiredMapping(organization)?.attributes['references'])).includes(provider),
    )
    .map(({ organization }) => formatAddress(organization.name, 'idp-mapping'));
}

/**
 * The organizations of an identity provider: those that this plan takes off it, and those that use it afterwards, by the
 * names that the plan has for them.
 */
export function usersOf(
  provider: IdentityProvider,
  context: AtlasContext,
): { readonly leaving: readonly DesiredOrganization[]; readonly staying: readonly string[] } {
  const planned = new Map(allOrganizations(context).map(({ organization }) => [organization.id, organization]));
  const leaving: DesiredOrganization[] = [];
  const staying: string[] = [];
  for (const [id, connection] of context.live.facts.federation?.organizations ?? []) {
    const uses =
      provider.protocol === 'SAML'
        ? connection.identityProviderId === provider.oktaIdpId
        : connection.dataAccessIds.includes(provider.id);
    const organization = planned.get(id);
    const isWanted = desiredMapping(organization)?.attributes['identityProvider'] === provider.name;
    if (!uses && !isWanted) continue;
    if (organization !== undefined && leaves(organization, provider, context)) leaving.push(organization);
    else staying.push(organization?.name ?? `organization ${id}`);
  }
  return { leaving, staying: staying.sort() };
}

function leaves(
  organization: DesiredOrganization,
  { protocol, name }: IdentityProvider,
  { live }: AtlasContext,
): boolean {
  const mapping = desiredMapping(organization);
  if (mapping === undefined) return false;
  if (mapping.leaves) return true;
  const { identityProvider, dataAccessIdentityProviders } = mapping.attributes;
  if (protocol === 'OIDC') {
    return dataAccessIdentityProviders !== undefined && !textList(dataAccessIdentityProviders).includes(name);
  }
  if (identityProvider === undefined || identityProvider === name) return false;
  // Nobody leaves for one that is not there yet.
  return identityProvider === 'none' || providerByName(live.facts, textOf(identityProvider)) !== undefined;
}

/** Keys of the requests that take an organization off its identity provider. */
export function detachmentKeys(organization: DesiredOrganization): readonly string[] {
  const address = formatAddress(organization.name, 'idp-mapping');
  return [`${address}#update`, `${address}#detach`, `${address}#disconnect`];
}

/**
 * Keys of the requests after which fewer people come through the identity provider that the organization stays with.
 * What takes roles from those who come through it waits for them: whoever leaves it has their own roles again.
 */
export function narrowingKeys(context: AtlasContext): readonly string[] {
  const { organization, live } = context;
  const provider = mappedProvider(live.facts, organization.id);
  if (provider === undefined || leaves(organization, provider, context)) return [];
  const desired = desiredProvider(provider, context);
  return desired === undefined ? [] : [`${desired.address}#deactivate`, `${desired.address}#narrow`];
}

/** What the configuration says of an identity provider, whichever organization is its anchor. */
export function desiredProvider({ displayName }: IdentityProvider, context: AtlasContext): DesiredResource | undefined {
  return allOrganizations(context)
    .flatMap(({ organization }) => organization.resources)
    .find(({ kind, attributes }) => kind === 'identity-provider' && attributes['displayName'] === displayName);
}

/** The domains that an identity provider will have after this plan, as far as the configuration says. */
export function domainsAfter(provider: IdentityProvider, context: AtlasContext): readonly string[] {
  const wanted = desiredProvider(provider, context)?.attributes['domains'];
  if (wanted === undefined) return provider.domains;
  // One that is not verified stays out; whether it is, nobody knows before.
  const verified = context.live.facts.federation?.verifiedDomains;
  return textList(wanted).filter((domain) => provider.domains.includes(domain) || verified?.has(domain) === true);
}

export function isActiveAfter(provider: IdentityProvider, context: AtlasContext): boolean {
  const wanted = desiredProvider(provider, context)?.attributes['active'];
  return wanted === undefined ? provider.active : wanted === true && domainsAfter(provider, context).length > 0;
}
