/** An organization's teams with the lists in their members expanded. */
import { compareText, isJsonObject, type Json, type JsonObject } from '../core/json.js';
import type { TeamInput } from '../core/organization-input.js';
import { listEmails } from './expand-members.js';
import { hasKey, listAt, objectAt, textAt } from './json-access.js';
import { isUnread } from './mirrors.js';
import { joinPointer } from './pointer.js';
import { sortSets } from './sort-sets.js';
import { isOver } from './until.js';

export interface TeamClock {
  readonly now: string | undefined;
  /** People whose time in the organization is over: their teams end with it, whatever names them there. */
  readonly gone: ReadonlySet<string>;
}

export function expandTeams(document: JsonObject, organization: string, clock: TeamClock): readonly TeamInput[] {
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const pointer = joinPointer('/organizations', organization, 'teams');
  return Object.entries(objectAt(config, 'teams'))
    .map(([name, team]) => teamOf(document, name, team, joinPointer(pointer, name), clock))
    .sort((a, b) => compareText(a.name, b.name));
}

function teamOf(document: JsonObject, name: string, team: Json, pointer: string, clock: TeamClock): TeamInput {
  if (isOver(team, clock.now)) {
    // Under an earlier name it is the same team.
    return {
      name,
      state: 'absent',
      settings: {},
      previously: previousNames(team),
      members: undefined,
      leaving: [],
      pointer,
    };
  }
  const {
    state,
    members: _members,
    previously: _previously,
    until: _until,
    reason: _reason,
    protect: _protect,
    ...settings
  } = isJsonObject(team) ? team : {};
  const items = listAt(team, 'members');
  const members = hasKey(team, 'members')
    ? peopleOf(
        document,
        items.filter((item) => !isOver(item, clock.now)),
        clock,
      )
    : undefined;
  return {
    name,
    state: state === 'absent' ? 'absent' : 'present',
    settings: sortSets(settings),
    previously: previousNames(team),
    members,
    leaving: leaving(document, items, members, clock),
    pointer,
  };
}

function previousNames(team: Json): readonly string[] {
  return listAt(team, 'previously')
    .filter((item) => typeof item === 'string')
    .sort(compareText);
}

/** Those whom only lists name whose time in the team is over. */
function leaving(
  document: JsonObject,
  items: readonly Json[],
  members: readonly string[] | undefined,
  clock: TeamClock,
): readonly string[] {
  const over = items.filter((item) => isOver(item, clock.now));
  if (members === undefined || over.length === 0) return [];
  const stay = new Set(members);
  return (peopleOf(document, over, clock) ?? []).filter((person) => !stay.has(person));
}

/** Undefined where a mirror among them was not read: part of a list would look like all of it. */
function peopleOf(document: JsonObject, items: readonly Json[], { gone }: TeamClock): readonly string[] | undefined {
  if (items.some((item) => isUnread(document, textAt(item, 'list') ?? ''))) return undefined;
  const emails = new Set<string>();
  for (const item of items) {
    if (typeof item === 'string') emails.add(item.toLowerCase());
    const list = textAt(item, 'list');
    if (list !== undefined) for (const email of listEmails(document, list)) emails.add(email);
  }
  return [...emails].filter((email) => !gone.has(email)).sort(compareText);
}
