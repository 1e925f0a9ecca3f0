/** One item of drift as every format shows it: what it is about, what must be known of it, and how the two sides differ. */
import type { DriftItem } from '../../core/drift.js';
import { compareText, isJsonObject, ownValue, type Json, type JsonObject } from '../../core/json.js';
import type { PlanUnlisted } from '../../core/plan-document.js';
import { phrase, type Phrase } from './phrase.js';
import { formatMarker, formatValue } from './value.js';

export interface DriftEntry {
  readonly title: Phrase;
  /** What is said beside the title, the privileged roles apart: those never go unseen. */
  readonly notes: readonly Phrase[];
  readonly privileged: readonly string[];
  readonly fields: readonly Phrase[];
}

/** Entries of a list that are named before the rest is a count: the people of a team, mostly. */
const shownInList = 50;

export function driftEntry(item: DriftItem): DriftEntry {
  const { direction, owner, blocked, policy, detail, privileged = [] } = item;
  return {
    title: titleOf(item),
    notes: [
      ...(blocked === true ? [phrase`only ${owner} can change it`] : []),
      ...(blocked !== true && direction === 'extra' ? [phrase`owner ${owner}`] : []),
      ...(policy === 'remove' ? [phrase`not removed: provisioned, or not read completely`] : []),
      ...(detail === undefined || detail === '' ? [] : [phrase`${detail}`]),
    ],
    privileged,
    fields: fieldsOf(item.before, item.after, item, []),
  };
}

export function keptEntry(kept: PlanUnlisted): DriftEntry {
  return {
    title: titleOf(kept),
    notes: [phrase`owner ${kept.origin}`, phrase`kept by policy`],
    privileged: kept.privileged ?? [],
    fields: [],
  };
}

function titleOf({ address, member }: { readonly address: string; readonly member?: string }): Phrase {
  return member === undefined ? phrase`${address}` : phrase`${address}: ${member}`;
}

/** One line for each value, at whatever depth: `workspaces/Analytics/role: WORKSPACE_OWNER`. */
function fieldsOf(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  item: DriftItem,
  path: readonly string[],
): readonly Phrase[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort(compareText);
  return keys.flatMap((key): readonly Phrase[] => {
    const at = [...path, key];
    const live = ownValue(before ?? {}, key);
    const wanted = ownValue(after ?? {}, key);
    const sides = [live, wanted].filter((side) => side !== undefined);
    if (sides.every(isEmpty)) return [];
    if (sides.every(isPlainObject)) {
      return fieldsOf(live as JsonObject | undefined, wanted as JsonObject | undefined, item, at);
    }
    const name = at.join('/');
    if (item.direction !== 'changed') return [phrase`${name}: ${textsOf(live ?? wanted)}`];
    return [phrase`${name}: live ${textsOf(live)}, wanted ${textsOf(wanted)}`];
  });
}

function textsOf(value: Json | undefined): readonly string[] {
  if (value === undefined) return ['(none)'];
  if (!Array.isArray(value)) return [formatValue(value)];
  const texts = (value as readonly Json[]).map(formatValue);
  // One more instead of a line that hides a single entry.
  if (texts.length <= shownInList + 1) return texts;
  return [...texts.slice(0, shownInList), `and ${texts.length - shownInList} more`];
}

function isPlainObject(value: Json): boolean {
  return isJsonObject(value) && formatMarker(value) === undefined;
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
