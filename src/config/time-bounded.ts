/** All entries that last until some time, wherever the configuration may say so. */
import type { Json, JsonObject } from '../core/json.js';
import { hasKey, listAt, objectAt } from './json-access.js';
import { joinPointer } from './pointer.js';

export interface TimeBounded {
  readonly entry: Json;
  readonly pointer: string;
  /** Undefined for people, whom it concerns everywhere. */
  readonly organization?: string;
  /** What ends, as the beginning of a sentence: `bob@acme.com leaves acme-data`. */
  readonly ends: string;
}

export function timeBounded(document: JsonObject): readonly TimeBounded[] {
  const people = keyed(objectAt(document, 'people'), '/people', (name) => `${name} leaves every organization`);
  const organizations = Object.entries(objectAt(document, 'organizations')).flatMap(([organization, config]) =>
    ofOrganization(organization, config).map((found) => ({ ...found, organization })),
  );
  return [...people, ...organizations];
}

function ofOrganization(organization: string, config: Json): readonly TimeBounded[] {
  const pointer = joinPointer('/organizations', organization);
  const mappings = objectAt(objectAt(config, 'authentication'), 'roleMappings');
  const teams = objectAt(config, 'teams');
  return [
    ...keyed(
      objectAt(config, 'members'),
      joinPointer(pointer, 'members'),
      (person) => `${person} leaves ${organization}`,
    ),
    ...keyed(
      objectAt(config, 'memberLists'),
      joinPointer(pointer, 'memberLists'),
      (list) => `Who is a member by the list "${list}" leaves ${organization}`,
    ),
    ...keyed(teams, joinPointer(pointer, 'teams'), (team) => `Team "${team}" of ${organization} is removed`),
    ...Object.entries(teams).flatMap(([team, value]) =>
      listAt(value, 'members').flatMap((entry, index) => {
        if (!hasKey(entry, 'until')) return [];
        const ends = `Who is in team "${team}" of ${organization} by this list leaves it`;
        return [{ entry, pointer: joinPointer(pointer, 'teams', team, 'members', index), ends }];
      }),
    ),
    ...keyed(
      mappings,
      joinPointer(pointer, 'authentication', 'roleMappings'),
      (group) => `The role mapping of "${group}" in ${organization} is removed`,
    ),
  ];
}

function keyed(entries: JsonObject, pointer: string, ends: (name: string) => string): readonly TimeBounded[] {
  return Object.entries(entries).flatMap(([name, entry]) =>
    hasKey(entry, 'until') ? [{ entry, pointer: joinPointer(pointer, name), ends: ends(name) }] : [],
  );
}
