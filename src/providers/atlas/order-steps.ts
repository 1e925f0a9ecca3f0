/**
 * What each request waits for, beside that nobody who keeps access loses it on the way:
 * - ownership is given before it is taken;
 * - an identity provider is attached before role mappings are changed, and detached after that;
 * - people are invited once their domain is allowed;
 * - the API is closed to addresses that are not listed when all else is done.
 */
import { orderAccess } from '../../core/access-order.js';
import type { OperationDraft } from '../../core/operation.js';
import type { Step } from './step.js';

export function orderSteps(steps: readonly Step[]): readonly OperationDraft[] {
  return orderAccess(steps, ({ need, after }) => {
    after('demotes-owner', 'promotes-owner');
    after('maps', 'attaches');
    after('detaches', 'maps');
    after('invites', 'loosens');
    // Whether an invitation makes somebody a member at once depends on the identity provider.
    after('invites', 'attaches');
    after('invites', 'detaches');
    for (const closing of steps.filter(({ marks }) => marks.includes('closes'))) {
      for (const other of steps) need(closing, other);
    }
  });
}
