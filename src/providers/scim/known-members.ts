/**
 * How much is known of who is in a group: what must be known before the group may be sent back whole, since whoever is
 * not in what is sent is taken out.
 */
import { textList } from '../../core/diff.js';
import type { Json } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import type { ScimNative } from './facts.js';
import { mayBeCut } from './membership.js';
import type { ScimContext } from './settlement.js';

/** All were read, and there are at least so many; the service does not show all; or (undefined) nobody looked. */
export type KnownMembers = number | 'unseen' | undefined;

export function knownMembers(
  { name, remoteId, attributes, native }: LiveResource,
  { live: { facts, coverage } }: Pick<ScimContext, 'live'>,
): KnownMembers {
  const isComplete = coverage[`teamMembers/${name}`]?.complete !== false;
  if (facts.hidden.has(remoteId ?? '') || !isComplete) return 'unseen';
  const { members } = native as ScimNative;
  if (members === undefined || attributes['members'] === undefined) return undefined;
  return Math.max(members.length, textList(attributes['members']).length);
}

/** Whether a resource that shows so many members shows them all. */
export function showsAll(shown: number, known: KnownMembers): boolean {
  if (known === 'unseen') return false;
  if (known !== undefined) return shown >= known;
  return shown > 0 && !mayBeCut({ memberCount: shown }, undefined);
}

/** As an operation carries it from the plan. */
export function membersFrom(value: Json | undefined): KnownMembers {
  return typeof value === 'number' || value === 'unseen' ? value : undefined;
}
