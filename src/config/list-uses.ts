/** Where lists are used: as members of an organization, or in its teams. */
import type { Json, JsonObject } from '../core/json.js';
import { listAt, objectAt, textAt } from './json-access.js';
import { joinPointer } from './pointer.js';

export interface ListUse {
  readonly list: string;
  readonly organization: string;
  /** The organization's type as written. */
  readonly type: string;
  /** Where the list's name stands: as a key in `memberLists`, as a value in a team. */
  readonly pointer: string;
  readonly place: 'key' | 'value';
}

/** All uses, also of lists that are not there; an organization that uses a list twice stands here twice. */
export function listUses(document: JsonObject): readonly ListUse[] {
  return Object.entries(objectAt(document, 'organizations')).flatMap(([organization, config]) => {
    const pointer = joinPointer('/organizations', organization);
    const type = textAt(config, 'type') ?? '';
    return [
      ...Object.keys(objectAt(config, 'memberLists')).map((list): ListUse => {
        return { list, organization, type, pointer: joinPointer(pointer, 'memberLists', list), place: 'key' };
      }),
      ...Object.entries(objectAt(config, 'teams')).flatMap(([team, value]) =>
        listsOfTeam(value).map(({ list, index }): ListUse => {
          const at = joinPointer(pointer, 'teams', team, 'members', index, 'list');
          return { list, organization, type, pointer: at, place: 'value' };
        }),
      ),
    ];
  });
}

function listsOfTeam(team: Json): readonly { readonly list: string; readonly index: number }[] {
  return listAt(team, 'members').flatMap((item, index) => {
    const list = textAt(item, 'list');
    return list === undefined ? [] : [{ list, index }];
  });
}
