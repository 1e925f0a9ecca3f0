/** The groups of a directory as far as they are needed: page 1, then the cheaper of the other pages and lookups. */
import { decodeAnswer, type ScimClient } from './client.js';
import { openList } from './list.js';
import { lookUpEach } from './look-up-each.js';
import type { Needs } from './needs.js';
import { groupFromWire, type WireGroup } from './wire.js';

export async function readGroups(
  client: ScimClient,
  { allGroups, groupNames, members }: Needs,
): Promise<readonly WireGroup[]> {
  const options = {
    path: '/Groups',
    what: 'the groups',
    decode: groupFromWire,
    ...(!members && { query: 'excludedAttributes=members' }),
  } as const;
  const list = await openList(client, options);
  if (list.isComplete) return list.items;
  const { filter } = await client.capabilities();
  // Those that were seen, too: group names need not be unique, and another of the same name may come later in the list.
  const keys = [...new Map(groupNames.map((name) => [name.toLowerCase(), name])).values()];
  if (!allGroups && filter && keys.length < list.remaining) {
    const keyOf = ({ displayName }: WireGroup): string => displayName;
    const found = await lookUpEach(client, { ...options, attribute: 'displayName', keys, keyOf });
    if (found !== undefined) return unique([...list.items, ...found]);
  }
  return (await list.finish()).items;
}

/** One group, which may show what the list left out. */
export async function readGroup(client: ScimClient, id: string): Promise<WireGroup> {
  const path = `/Groups/${encodeURIComponent(id)}`;
  return decodeAnswer(client.vendor, `${client.basePath}${path}`, await client.ask(path, []), groupFromWire);
}

function unique(groups: readonly WireGroup[]): readonly WireGroup[] {
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}
