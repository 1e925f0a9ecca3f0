/** By which methods people of a domain may prove who they are to Atlas: through its active identity provider, or without one. */
import type { AccessReason, Passage } from '../../core/access.js';
import { passage } from '../../core/access-parts.js';
import { atlasAssumptions } from './access-assumptions.js';
import { servesDomain, type StateProvider } from './access-identity-providers.js';

/** `own`: the one by which the organization's own people log in. */
export function passageThrough(
  providers: readonly StateProvider[],
  own: StateProvider | undefined,
  place: Pick<AccessReason, 'address'> | undefined,
  domain: string,
  method: string,
): Passage {
  const serving = providers.map((provider) => ({ provider, verdict: servesDomain(provider, domain) }));
  const sure = serving.filter(({ verdict }) => verdict === 'yes').map(({ provider }) => provider);
  const unsure = serving.filter(({ verdict }) => verdict === 'unknown').map(({ provider }) => provider);
  if (sure.length > 0) return throughOneOf(sure, unsure, own, domain, method);
  const [perhaps] = unsure;
  const without = unfederated(place, domain, method);
  if (perhaps === undefined) return without;
  const within = federated(perhaps, domain, method);
  if (within.verdict === without.verdict) return within;
  const text = `whether identity provider ${perhaps.displayName} will be active for ${domain} cannot be read before`;
  return passage('unknown', text, perhaps);
}

function throughOneOf(
  sure: readonly StateProvider[],
  unsure: readonly StateProvider[],
  own: StateProvider | undefined,
  domain: string,
  method: string,
): Passage {
  const passages = [...sure, ...unsure].map((provider) => ({ provider, through: federated(provider, domain, method) }));
  const [first] = passages;
  const chosen = passages.find(({ provider }) => provider === own && sure.includes(provider)) ?? first;
  if (chosen === undefined) return unfederated(undefined, domain, method);
  if (passages.length === 1) return chosen.through;
  const assumptions = [atlasAssumptions.sharedDomain];
  if (passages.every(({ through }) => through.verdict === chosen.through.verdict)) {
    return { ...chosen.through, assumptions };
  }
  const names = passages.map(({ provider }) => provider.displayName).join(' and ');
  return passage('unknown', `${names} have ${domain}, and which one asks is not known`, chosen.provider, assumptions);
}

function unfederated(place: Pick<AccessReason, 'address'> | undefined, domain: string, method: string): Passage {
  const assumptions = [atlasAssumptions.otherFederations];
  const text = `no active identity provider has ${domain}`;
  return method === 'sso' || method === 'bypass'
    ? passage('no', text, place, assumptions)
    : passage('yes', `${text}, so ${method} passes`, place, assumptions);
}

function federated(provider: StateProvider, domain: string, method: string): Passage {
  const name = provider.displayName;
  if (method === 'sso') {
    const through = passage('yes', `identity provider ${name} is active and has ${domain}`, provider);
    return { ...through, identityProvider: name };
  }
  if (method !== 'bypass') {
    return passage('no', `people of ${domain} log in through identity provider ${name} only`, provider);
  }
  return provider.bypass
    ? passage('yes', `identity provider ${name} is in debug mode, which has a bypass URL`, provider)
    : passage('no', `identity provider ${name} is not in debug mode, so it has no bypass URL`, provider);
}
