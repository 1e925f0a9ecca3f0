/**
 * What an organization's entries say beside their settings, by pointer: why they are to be absent, who leaves a team, that
 * they are protected.
 */
import { compareText } from '../core/json.js';
import type { EntryMark, TeamInput } from '../core/organization-input.js';
import type { TimeBounded } from './time-bounded.js';
import { overReason } from './until.js';

/** `over`: those entries of the configuration whose time is over; `protectedAt` are pointers. */
export function entryMarks(
  organization: string,
  teams: readonly TeamInput[],
  over: readonly TimeBounded[],
  protectedAt: readonly string[],
): ReadonlyMap<string, EntryMark> {
  const marks = new Map<string, EntryMark>(protectedAt.map((pointer) => [pointer, { protect: true }]));
  const mark = (pointer: string, more: EntryMark) => marks.set(pointer, { ...marks.get(pointer), ...more });
  for (const { entry, pointer, organization: only } of over) {
    if (only === undefined || only === organization) mark(pointer, { because: overReason(entry) });
  }
  for (const { leaving, pointer } of teams) {
    const reasons = over.flatMap((each) =>
      each.pointer.startsWith(`${pointer}/members/`) ? [overReason(each.entry)] : [],
    );
    if (leaving.length > 0) mark(pointer, { leaving, because: [...new Set(reasons)].sort(compareText).join('; ') });
  }
  return marks;
}
