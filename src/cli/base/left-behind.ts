/**
 * What an earlier configuration named, this one does not, and live keeps all the same. Told of the plan that was just
 * made: nothing more is read for it.
 *
 * | left the configuration              | is told where                                                       |
 * | ----------------------------------- | ------------------------------------------------------------------- |
 * | an organization                     | always: nothing of it is read any more                              |
 * | an object, or a person of a team    | the plan found it live and leaves it alone                          |
 * | a whole collection                  | always, and as what nobody looked for                               |
 * | an object that is in no collection  | nothing in the plan is about it                                     |
 * | a field                             | live may have it; not where live is known to have nothing there     |
 *
 * Nothing is told of what is removed by this plan or by `state: absent`, and of what has another name now (`previously`).
 */
import type { Diagnostic } from '../../core/diagnostics.js';
import type { DraftShare } from '../../core/plan.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { count } from '../render/count.js';
import { leftInOrganization } from './left-in-organization.js';
import { stoodAt } from './stood-at.js';

export interface BaseComparison {
  /** The commit as the person named it. */
  readonly ref: string;
  /** As the earlier configuration wanted them. */
  readonly base: readonly DesiredOrganization[];
  /** All of this configuration, planned or not. */
  readonly head: readonly DesiredOrganization[];
  readonly shares: readonly BaseShare[];
  /** Whether the plan was asked to be about it. */
  readonly isInScope: (address: string) => boolean;
}

export type BaseShare = Pick<DraftShare, 'planned' | 'changes' | 'manualSteps' | 'unlisted'>;

export function leftBehind(comparison: BaseComparison): readonly Diagnostic[] {
  const { ref, base, head, shares, isInScope } = comparison;
  return base.flatMap((before): readonly Diagnostic[] => {
    const now = head.find((organization) => isSame(organization, before));
    if (now === undefined) return isInScope(before.name) ? [goneOrganization(before, ref)] : [];
    // One that was not planned, or could not be read: nothing is known of it.
    const share = shares.find(({ planned }) => planned.desired.name === now.name);
    return share === undefined ? [] : leftInOrganization({ before, share, head, ref, isInScope });
  });
}

/** By the vendor's id: under another name it is the same one. A directory has none, only its connection. */
function isSame(one: DesiredOrganization, other: DesiredOrganization): boolean {
  if (one.type !== other.type) return false;
  if (one.id !== other.id) return false;
  return one.id !== '' || one.name === other.name || one.provider === other.provider;
}

function goneOrganization({ name, resources, source }: DesiredOrganization, ref: string): Diagnostic {
  const objects = resources.filter(({ state }) => state === 'present').length;
  return {
    severity: 'warning',
    code: 'left-behind',
    summary: `${name} left the configuration, and all that is live in it stays: nothing reads or changes it any more.`,
    detail: `${stoodAt(source, ref)} It had ${count(objects, 'object')}.`,
    hint: 'Remove what is to go before the organization leaves the configuration, or by hand.',
    address: name,
  };
}
