/** Applies what holds in a SCIM directory to what the diff found, kind by kind. */
import type { Comparison } from '../../core/change.js';
import type { Settled } from '../../core/provider.js';
import { createSettlement, settledOf } from '../../core/settlement.js';
import { settleMember } from './settle-member.js';
import { settleTeam } from './settle-team.js';
import type { ScimContext } from './settlement.js';

export function settle(comparisons: readonly Comparison[], context: ScimContext): Settled {
  const settlement = createSettlement(comparisons, context);
  for (const comparison of comparisons) {
    if (comparison.kind === 'member') settleMember(comparison, settlement);
    else if (comparison.kind === 'team') settleTeam(comparison, settlement);
  }
  return settledOf(settlement);
}
