/** Guards judge a plan before anything is sent. A tripped guard stops the apply, never the showing of the plan. */
import type { Address } from '../address.js';
import type { Diagnostic } from '../diagnostics.js';
import { compareText } from '../json.js';
import type { PlanGuard } from '../plan-document.js';
import { acknowledge, acknowledgementFor } from './acknowledge.js';
import { denyWeakerLogin } from './deny-weaker-login.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { maxNewOwners, openOwners } from './max-new-owners.js';
import { maxRemovals } from './max-removals.js';
import { minOwners } from './min-owners.js';
import { protect } from './protect.js';
import { requireSelf } from './require-self.js';
import { requiredOwners } from './required-owners.js';

/** In the order of the plan. */
const guards: readonly Guard[] = [
  minOwners,
  requiredOwners,
  maxNewOwners,
  maxRemovals,
  protect,
  denyWeakerLogin,
  requireSelf,
];

export interface GuardResults {
  readonly guards: readonly PlanGuard[];
  /** Addresses whose live state the judgement stands on; their fingerprints belong to the plan. */
  readonly reliedOn: readonly Address[];
  /** What does not forbid the plan, but must be seen. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `acknowledged` are the acknowledgements given: who gives one lets a plan go on in spite of what it is for. */
export function judgeGuards(context: GuardContext, acknowledged: readonly string[] = []): GuardResults {
  if (context.changes.length === 0) return { guards: [], reliedOn: [], diagnostics: [] };
  const judged = guards.flatMap(({ id, judge }) => {
    const verdict = judge(context);
    return verdict === undefined ? [] : [{ id, verdict }];
  });
  const organization = context.organization.name;
  return {
    guards: acknowledge(
      judged.map(({ id, verdict }) => planGuard(id, organization, verdict)),
      acknowledged,
    ),
    reliedOn: [...new Set(judged.flatMap(({ verdict: { reliedOn = [] } }) => reliedOn))],
    diagnostics: [...judged.flatMap(({ id, verdict }) => warningOf(id, organization, verdict)), ...openOwners(context)],
  };
}

function warningOf(id: string, organization: string, { status, detail, warns }: GuardVerdict): readonly Diagnostic[] {
  if (warns === undefined) return [];
  const isUnproven = status === 'unproven';
  return [
    {
      severity: 'warning',
      code: isUnproven ? 'guard-unproven' : 'guard-warning',
      summary: `Guard ${id} of ${organization} ${isUnproven ? 'cannot be judged' : 'would trip, had this plan caused it'}.`,
      detail,
      hint: warns,
      address: organization,
    },
  ];
}

function planGuard(id: string, organization: string, { status, detail, witnesses }: GuardVerdict): PlanGuard {
  if (status !== 'tripped') return { id, organization, status, detail, witnesses };
  const facts = [...new Set(witnesses)].sort(compareText);
  const acknowledgement = acknowledgementFor(id, organization, facts);
  return { id, organization, status, detail, witnesses: facts, acknowledgement };
}
