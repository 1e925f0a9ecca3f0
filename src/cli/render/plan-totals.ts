/** What a plan comes to, in our own words and numbers only: nothing here is a name. */
import type { PlanDocument } from '../../core/plan-document.js';
import { count } from './count.js';

export function planHeadline(plan: PlanDocument): string {
  const { add, change, destroy } = plan.summary;
  if (plan.errored) return 'This plan has errors, nothing of it can be applied';
  if (plan.operations.length === 0) return 'No changes.';
  return `Plan: ${add} to add, ${change} to change, ${destroy} to destroy.`;
}

/** Sentences. */
export function planNotes(plan: PlanDocument): string[] {
  const { summary, api_budget, operations } = plan;
  const tripped = plan.guards.filter(({ status }) => status === 'tripped').length;
  return [
    ...(tripped > 0 ? [`${count(tripped, 'guard has', 'guards have')} tripped, so nothing of it can be applied.`] : []),
    ...(plan.complete
      ? []
      : ['This plan is incomplete: not everything could be read, and nothing of that is removed.']),
    ...(operations.length > 0 ? [`An apply sends ${count(operations.length, 'request')}.`] : []),
    ...(api_budget.emails > 0 ? [`The vendor will send ${count(api_budget.emails, 'e-mail')}.`] : []),
    ...(summary.unchanged > 0 ? [`${count(summary.unchanged, 'object is', 'objects are')} already as wanted.`] : []),
  ];
}
