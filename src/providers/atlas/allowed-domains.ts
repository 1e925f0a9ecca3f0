/** Who may join, as it will be after this plan. */
import { textList } from '../../core/diff.js';
import type { JsonObject } from '../../core/json.js';
import { connectionOf, domainOf, mappedProvider } from './facts.js';
import { domainsAfter, loginAfter, mappingAddress, type Settlement } from './settlement.js';

/** Undefined where there is no restriction, or where nobody asked. */
export function domainsAllowedAfter(settlement: Settlement): ReadonlySet<string> | undefined {
  const { context, comparisons } = settlement;
  const connection = connectionOf(context.live.facts, context.organization.id);
  if (connection === undefined) return undefined;
  const desired = comparisons.get(mappingAddress(context))?.desired;
  if (desired?.state === 'absent') return undefined;
  const wanted: JsonObject = desired?.attributes ?? {};
  const restriction = wanted['domainRestriction'] ?? (connection.restricted ? 'restricted' : 'any');
  if (restriction === 'any') return undefined;
  // Those of the identity provider may join in any case; where they leave it, the list most likely has them only so long.
  const login = loginAfter(settlement);
  const before = mappedProvider(context.live.facts, context.organization.id)?.domains ?? [];
  const after = login.state === 'attached' ? domainsAfter(login.provider, context) : [];
  const listed =
    wanted['allowedDomains'] === undefined
      ? connection.allowedDomains.filter((domain) => !before.includes(domain))
      : textList(wanted['allowedDomains']);
  return new Set([...listed, ...after]);
}

export function domainAllowed(email: string, settlement: Settlement): boolean {
  return domainsAllowedAfter(settlement)?.has(domainOf(email)) ?? true;
}
