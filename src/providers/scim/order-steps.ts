/**
 * What each request waits for: that nobody who keeps access loses it on the way; and people are deactivated and deleted
 * when all groups are as they should be, so that whoever takes over from somebody is in before that person goes.
 */
import { orderAccess } from '../../core/access-order.js';
import type { OperationDraft } from '../../core/operation.js';
import { rankOf, type Step } from './step.js';

export function orderSteps(steps: readonly Step[]): readonly OperationDraft[] {
  const sorted = steps.toSorted((a, b) => rankOf(a) - rankOf(b));
  return orderAccess(sorted, ({ after }) => {
    for (const removal of ['deactivates-user', 'deletes-user'] as const) {
      for (const group of ['creates-group', 'edits-group', 'deletes-group'] as const) after(removal, group);
    }
  });
}
