/** Guards judge a plan before anything is sent. A tripped guard stops the apply, never the showing of the plan. */
import type { Address } from '../address.js';
import type { PlanGuard } from '../plan-document.js';
import type { Guard, GuardContext } from './guard.js';
import { maxRemovals } from './max-removals.js';
import { minOwners } from './min-owners.js';

/** In the order of the plan. */
const guards: readonly Guard[] = [minOwners, maxRemovals];

export interface GuardResults {
  readonly guards: readonly PlanGuard[];
  /** Addresses whose live state the judgement stands on; their fingerprints belong to the plan. */
  readonly reliedOn: readonly Address[];
}

export function judgeGuards(context: GuardContext): GuardResults {
  if (context.changes.length === 0) return { guards: [], reliedOn: [] };
  const organization = context.organization.name;
  const judged = guards.flatMap((guard) => {
    const verdict = guard.judge(context);
    return verdict === undefined ? [] : [{ id: guard.id, ...verdict }];
  });
  return {
    guards: judged.map(({ id, status, detail, witnesses }) => ({ id, organization, status, detail, witnesses })),
    reliedOn: [...new Set(judged.flatMap(({ reliedOn = [] }) => reliedOn))],
  };
}
