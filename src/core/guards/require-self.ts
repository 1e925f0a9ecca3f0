/** `requireSelf`: a plan does not take away what the requests of orgwright itself stand on. */
import type { Guard, GuardContext, GuardVerdict } from './guard.js';

export const requireSelf: Guard = { id: 'require-self', judge };

/** Most plans touch nothing of the kind, and say nothing of it. */
function judge({ organization, changes, provider }: GuardContext): GuardVerdict | undefined {
  const facts = organization.guards.requireSelf ? (provider.undermines?.(changes) ?? []) : [];
  if (facts.length === 0) return undefined;
  return {
    status: 'tripped',
    detail: `After this plan orgwright itself may be refused: ${facts.join('; ')}.`,
    witnesses: facts,
  };
}
