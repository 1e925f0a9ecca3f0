/** Who may join, as it will be after this plan. */
import { textList } from '../../core/diff.js';
import type { JsonObject } from '../../core/json.js';
import { connectionOf, domainOf } from './facts.js';
import { loginAfter, mappingAddress, type Settlement } from './settlement.js';

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
  const listed =
    wanted['allowedDomains'] === undefined ? connection.allowedDomains : textList(wanted['allowedDomains']);
  // Those of the identity provider may join in any case.
  const login = loginAfter(settlement);
  return new Set([...listed, ...(login.state === 'attached' ? login.provider.domains : [])]);
}

export function domainAllowed(email: string, settlement: Settlement): boolean {
  return domainsAllowedAfter(settlement)?.has(domainOf(email)) ?? true;
}
