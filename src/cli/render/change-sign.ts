/** How a change is marked, and the order in which a reader meets it. */
import type { ResourceChange } from '../../core/plan-document.js';

export type ChangeSign = '-' | '-/+' | '~' | '+';

export function signOf({ change }: Pick<ResourceChange, 'change'>): ChangeSign {
  const deletes = change.actions.includes('delete');
  const creates = change.actions.includes('create');
  return deletes ? (creates ? '-/+' : '-') : creates ? '+' : '~';
}

/** Those with one of these signs, by sign and then as the plan orders them. */
export function changesWith(changes: readonly ResourceChange[], signs: readonly ChangeSign[]): ResourceChange[] {
  return signs.flatMap((sign) => changes.filter((change) => signOf(change) === sign));
}
