/** Applies Astro's rules to what the diff found, kind by kind. */
import type { Comparison } from '../../core/change.js';
import type { Settled } from '../../core/provider.js';
import { createSettlement, settledOf } from '../../core/settlement.js';
import { settleBypassLink } from './settle-bypass-link.js';
import { settleDomain } from './settle-domain.js';
import { settleMember } from './settle-member.js';
import { settleSettings } from './settle-settings.js';
import { settleSso } from './settle-sso.js';
import { settleTeam } from './settle-team.js';
import type { AstroContext, Settlement } from './settlement.js';

const byKind: Readonly<Record<string, (comparison: Comparison, settlement: Settlement) => void>> = {
  settings: settleSettings,
  member: settleMember,
  team: settleTeam,
  domain: settleDomain,
  sso: settleSso,
  'bypass-link': settleBypassLink,
};

export function settle(comparisons: readonly Comparison[], context: AstroContext): Settled {
  const settlement = createSettlement(comparisons, context);
  for (const comparison of comparisons) byKind[comparison.kind]?.(comparison, settlement);
  return settledOf(settlement);
}
