import type { PlanDocument } from '../../core/plan-document.js';

/** What JSON leaves as it is although a terminal obeys it or a reader does not see it; between strings there is none. */
const unseen = /[\u007F-\u009F\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** The document as it is; its maker has put everything in its order. Escapes change its text, not its values. */
export function renderPlanJson(plan: PlanDocument): string {
  const text = JSON.stringify(plan, undefined, 2);
  return `${text.replace(unseen, escaped).replace(/##(?=\[|vso\[)/g, '#\\u0023')}\n`;
}

function escaped(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
