/**
 * What becomes of the SSO bypass link. Writing it always makes a new link and voids the old one, so it is written only
 * where there is none, where it is older than `rotateAfter`, or on request; never just to make sure.
 */
import type { Comparison } from '../../core/change.js';
import type { JsonObject } from '../../core/json.js';
import * as manual from './manual-steps.js';
import type { Settlement } from './settlement.js';

export function settleBypassLink(comparison: Comparison, settlement: Settlement): void {
  const { desired, live, change, address } = comparison;
  if (desired === undefined) return;
  const { core } = settlement.context.live.facts;
  const { now, replace } = settlement.context.options;
  if (!core.reads) {
    const action = desired.state === 'absent' ? 'remove' : replace.has(address) ? 'rotate' : 'create';
    settlement.manualSteps.push(manual.bypassLink(address, action, core.whyNot, false));
    return;
  }
  const rotation =
    live === undefined || desired.state === 'absent' ? undefined : whyRotate(comparison, now, replace.has(address));
  const action =
    change?.action === 'delete'
      ? 'remove'
      : change?.action === 'create'
        ? 'create'
        : rotation === undefined
          ? undefined
          : 'rotate';
  if (action === undefined) return;
  if (!core.writes) {
    settlement.manualSteps.push(manual.bypassLink(address, action, core.whyNot, true));
  } else if (change?.action === 'create' || change?.action === 'delete') {
    settlement.changes.push(change.action === 'create' ? { ...change, after: newLink } : change);
  } else if (live !== undefined && rotation !== undefined) {
    settlement.changes.push({
      action: 'replace',
      address,
      organization: settlement.context.organization.name,
      kind: comparison.kind,
      name: comparison.name,
      source: desired.source,
      before: live.attributes,
      after: newLink,
      reason: `${rotation}; the old link stops working`,
    });
  }
}

const newLink: JsonObject = {};

function whyRotate({ desired, live }: Comparison, now: string, isRequested: boolean): string | undefined {
  if (isRequested) return 'to be replaced (-replace)';
  const rotateAfter = desired?.attributes['rotateAfter'];
  const rotatedAt = live?.attributes['rotatedAt'];
  if (typeof rotateAfter !== 'string' || typeof rotatedAt !== 'string') return undefined;
  const age = Date.parse(now) - Date.parse(rotatedAt);
  return age > durationOf(rotateAfter) ? `older than ${rotateAfter} (since ${rotatedAt.slice(0, 10)})` : undefined;
}

const unitMilliseconds: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `90d`, `12h`, `2w` in milliseconds; the schema admits nothing else. */
function durationOf(text: string): number {
  return Number.parseInt(text, 10) * (unitMilliseconds[text.slice(-1)] ?? Number.POSITIVE_INFINITY);
}
