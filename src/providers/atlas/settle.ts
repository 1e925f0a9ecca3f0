/** Applies Atlas's rules to what the diff found, kind by kind. */
import type { Comparison } from '../../core/change.js';
import type { Settled } from '../../core/provider.js';
import { createSettlement, settledOf } from '../../core/settlement.js';
import { settleIdentityProvider } from './settle-identity-provider.js';
import { settleMapping } from './settle-mapping.js';
import { settleMember } from './settle-member.js';
import { settleRoleMapping } from './settle-role-mapping.js';
import { settleSettings } from './settle-settings.js';
import { settleTeam } from './settle-team.js';
import { transientMappings } from './transient-mappings.js';
import { warnings } from './warnings.js';
import type { AtlasContext, Settlement } from './settlement.js';

const byKind: Readonly<Record<string, (comparison: Comparison, settlement: Settlement) => void>> = {
  settings: settleSettings,
  'identity-provider': settleIdentityProvider,
  'idp-mapping': settleMapping,
  'role-mapping': settleRoleMapping,
  member: settleMember,
  team: settleTeam,
};

export function settle(comparisons: readonly Comparison[], context: AtlasContext): Settled {
  const settlement = createSettlement(comparisons, context);
  for (const comparison of comparisons) byKind[comparison.kind]?.(comparison, settlement);
  settlement.diagnostics.push(...warnings(settlement), ...transientMappings(settlement));
  return settledOf(settlement);
}
