/**
 * What each request waits for: that nobody who keeps access loses it on the way. Somebody goes when the groups that they
 * are in are as they should be, so that whoever takes over from them is in before; what becomes of other groups is no
 * reason to let somebody stay.
 */
import { orderAccess } from '../../core/access-order.js';
import type { OperationDraft } from '../../core/operation.js';
import type { GroupsOf } from './groups-of.js';
import { rankOf, type Step } from './step.js';

export function orderSteps(steps: readonly Step[], groupsOf: GroupsOf): readonly OperationDraft[] {
  const sorted = steps.toSorted((a, b) => rankOf(a) - rankOf(b));
  const byAddress = new Map<string, Step>(
    sorted.flatMap((step) => step.addresses.map((address) => [address, step] as const)),
  );
  return orderAccess(sorted, ({ need }) => {
    for (const step of sorted) {
      if (!step.marks.includes('deactivates-user') && !step.marks.includes('deletes-user')) continue;
      for (const group of step.addresses.flatMap(groupsOf)) {
        const edit = byAddress.get(group);
        if (edit !== undefined) need(step, edit);
      }
    }
  });
}
