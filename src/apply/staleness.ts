/** Whether what a plan touches is still as it was when the plan was made. */
import type { Live } from '../core/resource.js';
import type { Plan } from '../core/plan.js';
import type { DesiredOrganization } from '../core/resource.js';

/** For each organization that the plan writes to: the part of it that must be read again before the first write. */
export function touchedScopes(plan: Plan): readonly DesiredOrganization[] {
  throw new Error(`not built yet: ${plan.document.plan_digest}`);
}

/** Addresses whose live object differs from the plan's fingerprint, sorted. */
export function movedAddresses(plan: Plan, lives: readonly Live[]): readonly string[] {
  throw new Error(`not built yet: ${plan.document.plan_digest} ${lives.length}`);
}
