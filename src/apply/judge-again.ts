/** Guards, judged a second time on what is live just before the first write. */
import type { SightOfAccess } from '../core/access-sight.js';
import { judgeGuards } from '../core/guards/judge-guards.js';
import type { OrganizationPlan } from '../core/plan.js';
import type { PlanGuard } from '../core/plan-document.js';
import type { Live } from '../core/resource.js';

/** What stands on logins is counted then, not proven. */
const notRead: SightOfAccess = { sight: undefined, why: 'it was not read again' };

/**
 * Those that forbid the plan: what was acknowledged does not, as long as the facts are the same. `live` may be a part of
 * the organization only: its totals are then smaller, so a share of removals is larger than it is, and what passes here
 * passes on the whole. What trips is to be judged on the whole.
 */
export function trippedGuards(
  share: Pick<OrganizationPlan, 'organization' | 'changes' | 'planned' | 'leaving'>,
  live: Live,
  acknowledged: readonly string[],
  access: SightOfAccess = notRead,
): readonly PlanGuard[] {
  const { organization, changes, planned, leaving } = share;
  const { guards } = judgeGuards(
    { organization, live, changes, provider: planned.provider, leaving: new Set(leaving), access },
    acknowledged,
  );
  return guards.filter(({ status }) => status === 'tripped');
}
