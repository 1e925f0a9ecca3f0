/**
 * Reads federations, each once for all organizations of a connection: the settings of one organization, then all
 * identity providers and all connected organizations with their role mappings.
 *
 * An organization that is read again is read anew, and so is everything else: that is the look before the first write.
 * Then each organization is asked itself too, which only its owner may, so that no write is sent where a credential
 * turns out not to be allowed the next.
 */
import type { AtlasClient } from './client.js';
import type { ConnectedOrganization, Federation, IdentityProvider } from './facts.js';
import {
  connectedOrganizationFromWire,
  federationSettingsFromWire,
  identityProviderFromWire,
  type WireFederationSettings,
} from './wire.js';

/** Without these the list leaves out OIDC, and workload identity providers. */
const allProviders = 'protocol=SAML&protocol=OIDC&idpType=WORKFORCE&idpType=WORKLOAD';

export class Federations {
  private loaded = new Map<string, Promise<Federation>>();
  private known: Federation[] = [];
  /** Organizations that have had an answer from what is kept. */
  private served = new Set<string>();
  /** The first question that is under way; its answer may hold the organizations of the others. */
  private first: Promise<unknown> | undefined;
  private readonly client: AtlasClient;
  private asksEach: boolean;
  private readonly remembers: boolean;

  /** `remembers`: what is read again is of the same moment. */
  constructor(client: AtlasClient, asksEach: boolean, remembers: boolean) {
    this.client = client;
    this.asksEach = asksEach;
    this.remembers = remembers;
  }

  /** Undefined where the organization is in no federation. */
  async of(organizationId: string): Promise<Federation | undefined> {
    if (!this.remembers && this.served.has(organizationId)) this.forget();
    this.served.add(organizationId);
    while (!this.asksEach && this.first !== undefined) await this.first;
    const known = this.asksEach ? undefined : this.holding(organizationId);
    if (known !== undefined) return known;
    const own = this.ask(organizationId);
    if (this.known.length === 0 && this.first === undefined) {
      // Whatever becomes of it, the next in line goes on.
      this.first = own.catch(() => undefined).finally(() => (this.first = undefined));
    }
    return own;
  }

  private forget(): void {
    this.loaded = new Map();
    this.known = [];
    this.served = new Set();
    this.asksEach = true;
  }

  private holding(organizationId: string): Federation | undefined {
    return this.known.find(({ organizations }) => organizations.has(organizationId));
  }

  private async ask(organizationId: string): Promise<Federation | undefined> {
    const settings = await this.client.find(
      `/orgs/${encodeURIComponent(organizationId)}/federationSettings`,
      federationSettingsFromWire,
    );
    if (settings?.id === undefined) return undefined;
    const federation = await this.load(settings.id, settings);
    if (federation.organizations.has(organizationId)) return federation;
    // The list may leave out what the credential does not own; this one says itself that it is connected.
    const organization = await this.client.get(
      `/federationSettings/${settings.id}/connectedOrgConfigs/${encodeURIComponent(organizationId)}`,
      connectedOrganizationFromWire,
    );
    return { ...federation, organizations: new Map([...federation.organizations, [organizationId, organization]]) };
  }

  private load(id: string, settings: WireFederationSettings): Promise<Federation> {
    const loading = this.loaded.get(id) ?? this.read(id, settings);
    this.loaded.set(id, loading);
    return loading;
  }

  private async read(id: string, { domains }: WireFederationSettings): Promise<Federation> {
    const root = `/federationSettings/${encodeURIComponent(id)}`;
    try {
      const [providers, organizations] = await Promise.all([
        this.client.list(
          `${root}/identityProviders?${allProviders}`,
          'the identity providers',
          identityProviderFromWire,
        ),
        this.client.listBy(
          `${root}/connectedOrgConfigs`,
          'the connected organizations',
          connectedOrganizationFromWire,
          ({ orgId }: ConnectedOrganization) => orgId,
        ),
      ]);
      const federation: Federation = {
        id,
        identityProviders: withUniqueNames(providers),
        organizations: new Map(organizations.map((organization) => [organization.orgId, organization])),
        verifiedDomains: new Set([...domains, ...providers.flatMap((provider) => provider.domains)]),
      };
      this.known.push(federation);
      return federation;
    } catch (error) {
      // Another organization's read may have more luck.
      this.loaded.delete(id);
      throw error;
    }
  }
}

function withUniqueNames(providers: readonly IdentityProvider[]): readonly IdentityProvider[] {
  const counts = new Map<string, number>();
  for (const { displayName } of providers) counts.set(displayName, (counts.get(displayName) ?? 0) + 1);
  return providers.map((provider) =>
    // `none` is the word for no identity provider.
    counts.get(provider.displayName) === 1 && provider.displayName !== 'none'
      ? provider
      : { ...provider, name: `${provider.displayName} (${provider.id})` },
  );
}
