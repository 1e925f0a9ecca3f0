/** Who is to be a member, or is not to be one, in one organization: direct entries, lists, and people who left for good. */
import { compareText, isJsonObject, type Json, type JsonObject } from '../core/json.js';
import type { MemberInput } from '../core/organization-input.js';
import { listAt, objectAt, textAt } from './json-access.js';
import { isEmailAddress, takesUserNames } from './names-of-people.js';
import { joinPointer } from './pointer.js';
import { sortSets } from './sort-sets.js';
import { isOver } from './until.js';

/** Two lists that want different things of the same people, none of whom has an entry of their own. */
export interface ListConflict {
  readonly pointer: string;
  readonly firstPointer: string;
  readonly emails: readonly string[];
}

export interface ExpandedMembers {
  /** Sorted by e-mail address. */
  readonly members: readonly MemberInput[];
  readonly conflicts: readonly ListConflict[];
}

/** `now`: who is a member until a time that is over is to be absent. Without it everybody's time goes on. */
export function expandMembers(document: JsonObject, organization: string, now?: string): ExpandedMembers {
  const pointer = joinPointer('/organizations', organization);
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const direct = objectAt(config, 'members');
  const type = textAt(config, 'type');
  const members = new Map<string, MemberInput>();
  const conflicts = new Map<string, { conflict: ListConflict; emails: string[] }>();

  for (const [list, settings] of Object.entries(objectAt(config, 'memberLists'))) {
    const listPointer = joinPointer(pointer, 'memberLists', list);
    const wanted = comparable(settings);
    for (const email of listEmails(document, list)) {
      if (Object.hasOwn(direct, email)) continue;
      const first = members.get(email);
      if (first === undefined) members.set(email, memberOf(email, settings, listPointer, now));
      else if (first.pointer !== listPointer && comparable(settingsOf(config, first.pointer)) !== wanted) {
        const key = `${first.pointer}\n${listPointer}`;
        const found = conflicts.get(key) ?? {
          conflict: { pointer: listPointer, firstPointer: first.pointer, emails: [] },
          emails: [],
        };
        found.emails.push(email);
        conflicts.set(key, found);
      }
    }
  }
  for (const [email, settings] of Object.entries(direct)) {
    members.set(email, memberOf(email, settings, joinPointer(pointer, 'members', email), now));
  }
  for (const [email, person] of Object.entries(objectAt(document, 'people'))) {
    const hasLeft = textAt(person, 'state') === 'absent' || isOver(person, now);
    if (!hasLeft || !(isEmailAddress(email) || takesUserNames(type))) continue;
    members.set(email, { email, state: 'absent', settings: {}, pointer: joinPointer('/people', email) });
  }
  return {
    members: [...members.values()].sort((a, b) => compareText(a.email, b.email)),
    conflicts: [...conflicts.values()].map(({ conflict, emails }) => ({ ...conflict, emails })),
  };
}

/** A list's people in lower case; none where the list is not there. */
export function listEmails(document: JsonObject, list: string): readonly string[] {
  return listAt(objectAt(document, 'lists'), list).flatMap((item) =>
    typeof item === 'string' ? [item.toLowerCase()] : [],
  );
}

function memberOf(email: string, entry: Json, pointer: string, now: string | undefined): MemberInput {
  if (!isJsonObject(entry)) return { email, state: 'present', settings: {}, pointer };
  if (isOver(entry, now)) return { email, state: 'absent', settings: {}, pointer };
  const { state, until: _until, reason: _reason, protect: _protect, ...settings } = entry;
  return { email, state: state === 'absent' ? 'absent' : 'present', settings: sortSets(settings), pointer };
}

/** The same for settings that mean the same. */
function comparable(settings: Json | undefined): string {
  return settings !== undefined && isJsonObject(settings) ? JSON.stringify(sortSets(settings)) : '';
}

function settingsOf(config: JsonObject, listPointer: string): Json | undefined {
  const lists = objectAt(config, 'memberLists');
  return Object.entries(lists).find(([name]) => listPointer.endsWith(joinPointer('/memberLists', name)))?.[1];
}
