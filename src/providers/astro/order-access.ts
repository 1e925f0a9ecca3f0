/**
 * What each request waits for, beside that nobody who keeps access loses it on the way:
 * - ownership is given before it is taken;
 * - the bypass link goes when single sign-on and the login methods are as wanted: it may be the only way in until then;
 * - teams are shaped while SCIM is off: after it is switched off, before it is switched on.
 */
import { orderAccess as order } from '../../core/access-order.js';
import type { OperationDraft } from '../../core/operation.js';
import type { Step } from './step.js';

export function orderAccess(steps: readonly Step[]): readonly OperationDraft[] {
  const known = new Set(steps.map(({ key }) => key));
  const ordered = order(steps, ({ after }) => {
    after('demotes-owner', 'promotes-owner');
    after('team-shape', 'scim-off');
    after('scim-on', 'team-shape');
    // SCIM presupposes a configured identity provider.
    after('scim-on', 'sso-on');
    after('link-off', 'sso-on');
    after('link-off', 'login-methods');
  });
  return ordered.map((draft) => ({ ...draft, needs: draft.needs.filter((key) => known.has(key)) }));
}
