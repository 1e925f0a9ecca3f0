/** An organization's teams with the lists in their members expanded. */
import { compareText, isJsonObject, type Json, type JsonObject } from '../core/json.js';
import type { TeamInput } from '../core/organization-input.js';
import { listEmails } from './expand-members.js';
import { hasKey, listAt, objectAt, textAt } from './json-access.js';
import { isUnread } from './mirrors.js';
import { joinPointer } from './pointer.js';
import { sortSets } from './sort-sets.js';

export function expandTeams(document: JsonObject, organization: string): readonly TeamInput[] {
  const config = objectAt(objectAt(document, 'organizations'), organization);
  return Object.entries(objectAt(config, 'teams'))
    .map(([name, team]) => teamOf(document, name, team, joinPointer('/organizations', organization, 'teams', name)))
    .sort((a, b) => compareText(a.name, b.name));
}

function teamOf(document: JsonObject, name: string, team: Json, pointer: string): TeamInput {
  const { state, members: _members, previously: _previously, ...settings } = isJsonObject(team) ? team : {};
  return {
    name,
    state: state === 'absent' ? 'absent' : 'present',
    settings: sortSets(settings),
    previously: listAt(team, 'previously')
      .filter((item) => typeof item === 'string')
      .sort(compareText),
    members: hasKey(team, 'members') ? teamMembers(document, listAt(team, 'members')) : undefined,
    pointer,
  };
}

/** Undefined where a mirror among them was not read: part of a list would look like all of it. */
function teamMembers(document: JsonObject, items: readonly Json[]): readonly string[] | undefined {
  if (items.some((item) => isUnread(document, textAt(item, 'list') ?? ''))) return undefined;
  const emails = new Set<string>();
  for (const item of items) {
    if (typeof item === 'string') emails.add(item.toLowerCase());
    const list = textAt(item, 'list');
    if (list !== undefined) for (const email of listEmails(document, list)) emails.add(email);
  }
  return [...emails].sort(compareText);
}
