/** Puts people who stand together in several teams into `lists`, named once. */
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import { slug, type Names } from './names.js';

export interface SharedLists {
  readonly lists: JsonObject;
  readonly organizations: JsonObject;
}

/** Teams of exactly the same people, at least two of each; the list has the name of the first team. */
export function shareLists(organizations: JsonObject, names: Names): SharedLists {
  const groups = new Map<string, { readonly people: Json; readonly team: string; count: number }>();
  for (const [team, people] of teamsOf(organizations)) {
    const key = JSON.stringify(people);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { people, team, count: 1 });
    else group.count += 1;
  }
  const named = new Map<string, string>();
  const lists: Record<string, Json> = {};
  for (const [key, { people, team, count }] of groups) {
    if (count < 2) continue;
    const name = names.unique(slug(team, 'people'));
    named.set(key, name);
    lists[name] = people;
  }
  return { lists, organizations: mapValues(organizations, (config) => withLists(config, named)) };
}

function teamsOf(organizations: JsonObject): readonly (readonly [string, readonly Json[]])[] {
  return Object.values(organizations).flatMap((config) =>
    Object.entries(objectIn(config, 'teams')).flatMap(([name, team]) => {
      const members = isJsonObject(team) ? team['members'] : undefined;
      return Array.isArray(members) && members.length > 1 ? [[name, members as readonly Json[]] as const] : [];
    }),
  );
}

function withLists(config: Json, named: ReadonlyMap<string, string>): Json {
  if (!isJsonObject(config) || config['teams'] === undefined) return config;
  return { ...config, teams: mapValues(objectIn(config, 'teams'), (team) => withList(team, named)) };
}

function withList(team: Json, named: ReadonlyMap<string, string>): Json {
  if (!isJsonObject(team)) return team;
  const list = named.get(JSON.stringify(team['members']));
  return list === undefined ? team : { ...team, members: [{ list }] };
}

function objectIn(value: Json, key: string): JsonObject {
  const inner = isJsonObject(value) ? value[key] : undefined;
  return isJsonObject(inner) ? inner : {};
}

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
