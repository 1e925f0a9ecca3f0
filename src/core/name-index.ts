/** Names of things that have ids, such as workspaces or projects; made by reading, used by planning. */

/** A name that two share is spelled `NAME (ID)`. */
export interface NameIndex {
  readonly idOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Plain names that several have. */
  readonly ambiguous: ReadonlySet<string>;
}

export const emptyNameIndex: NameIndex = { idOf: new Map(), nameOf: new Map(), ambiguous: new Set() };

export function createNameIndex(items: readonly { readonly id: string; readonly name: string }[]): NameIndex {
  const counts = new Map<string, number>();
  for (const { name } of items) counts.set(name, (counts.get(name) ?? 0) + 1);
  const unique = items.map(({ id, name }) => [id, counts.get(name) === 1 ? name : `${name} (${id})`] as const);
  return {
    idOf: new Map(unique.map(([id, name]) => [name, id])),
    nameOf: new Map(unique),
    ambiguous: new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : []))),
  };
}
