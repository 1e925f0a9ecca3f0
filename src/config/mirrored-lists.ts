/** Puts the people that a mirror showed in the place of the list that mirrors them. */
import type { JsonObject } from '../core/json.js';
import { expandMembers } from './expand-members.js';
import { objectAt, textAt } from './json-access.js';
import { isEmailAddress, takesUserNames } from './names-of-people.js';

export interface MirroredPerson {
  /** In lower case, as the mirrored organization names its members. */
  readonly name: string;
  /** In lower case; undefined where the mirrored organization knows none. */
  readonly email: string | undefined;
}

/** By the list's name. A mirror that is not in it was not read. */
export type MirroredLists = ReadonlyMap<string, readonly MirroredPerson[]>;

/**
 * The configuration as it is for one organization, which knows people by user name or by e-mail address. Who is to be
 * absent from it is left out: unlike a list that somebody wrote, a mirror does not say that the person is wanted.
 */
export function withMirroredLists(document: JsonObject, organization: string, mirrored: MirroredLists): JsonObject {
  if (mirrored.size === 0) return document;
  const config = objectAt(objectAt(document, 'organizations'), organization);
  const byUserName = takesUserNames(textAt(config, 'type'));
  const absent = new Set(
    expandMembers(document, organization)
      .members.filter(({ state }) => state === 'absent')
      .map(({ email }) => email),
  );
  const lists = [...mirrored].map(([list, people]): [string, readonly string[]] => {
    const names = new Set(people.flatMap((person) => nameIn(person, byUserName) ?? []));
    return [list, [...names].filter((name) => !absent.has(name))];
  });
  return { ...document, lists: { ...objectAt(document, 'lists'), ...Object.fromEntries(lists) } };
}

/** People whom an organization that knows people by e-mail address cannot know. */
export function withoutEmail(people: readonly MirroredPerson[]): readonly string[] {
  return people.filter((person) => nameIn(person, false) === undefined).map(({ name }) => name);
}

function nameIn({ name, email }: MirroredPerson, byUserName: boolean): string | undefined {
  if (byUserName) return name;
  return email !== undefined && isEmailAddress(email) ? email : undefined;
}
