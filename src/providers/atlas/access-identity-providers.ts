/** The SAML identity providers as they are in a state: those of all federations that were read, with what a plan makes of them. */
import type { AccessState, StateResource, Verdict } from '../../core/access.js';
import { formatAddress, type Address } from '../../core/address.js';
import { textList } from '../../core/diff.js';
import type { AtlasFacts, IdentityProvider } from './facts.js';

export interface StateProvider {
  readonly name: string;
  readonly displayName: string;
  readonly address: Address;
  /** People of these domains log in through it, while it is active. */
  readonly domains: readonly string[];
  /** Domains that it has only if Atlas takes them for verified. */
  readonly perhaps: readonly string[];
  readonly active: Verdict;
  readonly bypass: boolean;
  /** Of the organization's federation. */
  readonly isOwn: boolean;
  /** As it is live. */
  readonly live: IdentityProvider;
}

export function identityProvidersIn(state: AccessState<AtlasFacts>): readonly StateProvider[] {
  const everywhere = [state, ...state.peers];
  const providers = new Map(
    everywhere.flatMap(({ live }) => live.facts.federation?.identityProviders ?? []).map((live) => [live.id, live]),
  );
  const verified = new Set(everywhere.flatMap(({ live }) => [...(live.facts.federation?.verifiedDomains ?? [])]));
  const own = new Set(state.live.facts.federation?.identityProviders.map(({ id }) => id));
  const isProvider = ({ kind }: StateResource): boolean => kind === 'identity-provider';
  const byId = (resources: readonly StateResource[]): [string | undefined, StateResource][] =>
    resources.filter(isProvider).map((resource) => [resource.remoteId, resource]);
  // What the plan changes beats what another organization has only read.
  const managed = new Map(
    everywhere
      .flatMap(({ resources }) => byId(resources))
      .sort(([, a], [, b]) => Number(a.change !== undefined) - Number(b.change !== undefined)),
  );
  const deleted = new Map(everywhere.flatMap((each) => byId(each.deleted)));
  return [...providers.values()]
    .filter(({ protocol, id }) => protocol === 'SAML' && !deleted.has(id))
    .map((live) => {
      const resource = managed.get(live.id);
      const address = resource?.address ?? formatAddress(state.name, 'identity-provider', live.name);
      return {
        name: live.name,
        displayName: live.displayName,
        address,
        live,
        isOwn: own.has(live.id),
        ...ruling(live, resource, verified),
      };
    });
}

function ruling(
  live: IdentityProvider,
  resource: StateResource | undefined,
  verified: ReadonlySet<string>,
): Pick<StateProvider, 'domains' | 'perhaps' | 'active' | 'bypass'> {
  if (resource?.change === undefined) {
    const active = live.active && live.domains.length > 0 ? 'yes' : 'no';
    return { domains: live.domains, perhaps: [], active, bypass: live.whole['ssoDebugEnabled'] === true };
  }
  const { attributes, change } = resource;
  const wanted = textList(attributes['domains']);
  const isKnown = (domain: string): boolean => live.domains.includes(domain) || verified.has(domain);
  const domains = wanted.filter(isKnown);
  const setsActive = change.action === 'update' && change.edits.some(({ path }) => path[0] === 'active');
  // Without a domain it shows as inactive whatever it is, so what a first domain makes of it is not known.
  const isHidden = !setsActive && !live.active && live.domains.length === 0;
  return {
    domains,
    perhaps: wanted.filter((domain) => !isKnown(domain)),
    active: wanted.length === 0 ? 'no' : isHidden ? 'unknown' : attributes['active'] === true ? 'yes' : 'no',
    bypass: attributes['ssoDebug'] === true,
  };
}

/** Whether people of a domain log in through it. */
export function servesDomain({ domains, perhaps, active }: StateProvider, domain: string): Verdict {
  if (active === 'no') return 'no';
  if (domains.includes(domain)) return active;
  return perhaps.includes(domain) ? 'unknown' : 'no';
}
