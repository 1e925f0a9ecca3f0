import type { PlanDocument } from '../core/plan-document.js';
import { ConfigError, StalePlanError } from '../errors.js';

/** `--expect-plan`: the plan that was reviewed, or none. What is planned now was shown before. */
export function refuseOtherPlan(
  { plan_digest: digest, resource_changes: changes }: PlanDocument,
  expected: string,
): void {
  if (!/^sha256:[0-9a-f]{64}$/.test(expected)) {
    throw new ConfigError('--expect-plan takes the plan_digest of a plan: sha256: and 64 hex digits.', {
      hint: "Get it with `orgwright plan -json | jq -r .plan_digest`, or from the plan's comment.",
    });
  }
  if (expected === digest) return;
  const what = changes.length === 0 ? 'changes nothing' : `changes ${changes.map(({ address }) => address).join(', ')}`;
  throw new StalePlanError(`Nothing was applied: the plan is ${digest} now, not ${expected}. It ${what}.`, {
    hint: 'Somebody changed the configuration or the organization after the review: review the plan above.',
  });
}
