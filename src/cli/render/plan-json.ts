import type { PlanDocument } from '../../core/plan-document.js';
import { jsonText } from './json-text.js';

/** The document as it is; its maker has put everything in its order. */
export function renderPlanJson(plan: PlanDocument): string {
  return jsonText(plan);
}
