/** Lists that mirror who is live in an organization, or in one of its teams. Who that is, only reading tells. */
import { compareText, isJsonObject, type JsonObject } from '../core/json.js';
import { objectAt, textAt } from './json-access.js';
import { listUses } from './list-uses.js';
import { joinPointer } from './pointer.js';

export interface Mirror {
  readonly list: string;
  /** The organization that is mirrored. */
  readonly organization: string;
  /** Undefined where all its people are meant. */
  readonly team: string | undefined;
  /** Of the text that names them. */
  readonly pointer: string;
}

export function mirrorsIn(document: JsonObject): readonly Mirror[] {
  return Object.entries(objectAt(document, 'lists')).flatMap(([list, value]) => {
    const text = textAt(value, 'mirror');
    if (text === undefined) return [];
    // A team's name may hold slashes; an organization's holds none.
    const slash = text.indexOf('/');
    return [
      {
        list,
        organization: slash === -1 ? text : text.slice(0, slash),
        team: slash === -1 ? undefined : text.slice(slash + 1),
        pointer: joinPointer('/lists', list, 'mirror'),
      },
    ];
  });
}

export interface UsedMirror extends Mirror {
  /** The organizations that use the list, sorted. */
  readonly users: readonly string[];
}

/** The mirrors that any of these organizations uses; `users` are those of them that do. */
export function mirrorsUsedBy(document: JsonObject, organizations: ReadonlySet<string>): readonly UsedMirror[] {
  const mirrors = mirrorsIn(document);
  if (mirrors.length === 0) return [];
  const uses = listUses(document).filter(({ organization }) => organizations.has(organization));
  return mirrors.flatMap((mirror) => {
    const users = new Set(uses.filter(({ list }) => list === mirror.list).map(({ organization }) => organization));
    return users.size === 0 ? [] : [{ ...mirror, users: [...users].sort(compareText) }];
  });
}

/** Whether nothing is known of the list's people: it is a mirror that nobody has looked into yet. Never means "empty". */
export function isUnread(document: JsonObject, list: string): boolean {
  const lists = objectAt(document, 'lists');
  return Object.hasOwn(lists, list) && isJsonObject(lists[list]);
}
