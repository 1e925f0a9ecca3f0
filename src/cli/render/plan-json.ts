import type { PlanDocument } from '../../core/plan-document.js';

/** The document as it is; its maker has put everything in its order. */
export function renderPlanJson(plan: PlanDocument): string {
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}
