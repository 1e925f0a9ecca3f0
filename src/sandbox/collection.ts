import { type Row } from './row.js';

const empty: readonly never[] = [];

/** Rows that share an index value. The array is rebuilt only after a change, so equal reads give the same array. */
class Bucket<T> {
  readonly rows = new Map<string, T>();
  #array: readonly T[] | undefined;

  changed(): void {
    this.#array = undefined;
  }
  array(): readonly T[] {
    return (this.#array ??= [...this.rows.values()]);
  }
}

/** All rows of one kind in memory, by organization and id, with further indexes by name (keyed per organization). */
export class Collection<T extends Row> {
  readonly #keys: ReadonlyMap<string, (row: T) => string>;
  readonly #buckets = new Map<string, Map<string, Bucket<T>>>();

  constructor(indexes: Readonly<Record<string, (row: T) => string>> = {}) {
    const perOrganization = ([name, key]: [string, (row: T) => string]): [string, (row: T) => string] => [
      name,
      (row) => `${row.organizationId}\n${key(row)}`,
    ];
    this.#keys = new Map([
      ['organization', (row: T) => row.organizationId],
      ...Object.entries(indexes).map(perOrganization),
    ]);
    for (const name of this.#keys.keys()) this.#buckets.set(name, new Map());
  }

  get(organizationId: string, id: string): T | undefined {
    return this.#bucket('organization', organizationId)?.rows.get(id);
  }
  list(organizationId: string): readonly T[] {
    return this.#bucket('organization', organizationId)?.array() ?? empty;
  }
  where(index: string, organizationId: string, key: string): readonly T[] {
    return this.#bucket(index, `${organizationId}\n${key}`)?.array() ?? empty;
  }
  count(index: string, organizationId: string, key: string): number {
    return this.#bucket(index, `${organizationId}\n${key}`)?.rows.size ?? 0;
  }
  *all(): Iterable<T> {
    for (const bucket of this.#buckets.get('organization')?.values() ?? []) yield* bucket.rows.values();
  }

  put(row: T): void {
    const before = this.get(row.organizationId, row.id);
    for (const [name, key] of this.#keys) {
      if (before !== undefined && key(before) !== key(row)) this.#remove(name, key(before), row.id);
      this.#insert(name, key(row), row);
    }
  }
  delete(row: T): void {
    for (const [name, key] of this.#keys) this.#remove(name, key(row), row.id);
  }

  #bucket(index: string, key: string): Bucket<T> | undefined {
    return this.#buckets.get(index)?.get(key);
  }
  #insert(index: string, key: string, row: T): void {
    const buckets = this.#buckets.get(index);
    const bucket = buckets?.get(key) ?? new Bucket<T>();
    buckets?.set(key, bucket);
    bucket.rows.set(row.id, row);
    bucket.changed();
  }
  #remove(index: string, key: string, id: string): void {
    const bucket = this.#bucket(index, key);
    if (bucket === undefined) return;
    bucket.rows.delete(id);
    bucket.changed();
    if (bucket.rows.size === 0) this.#buckets.get(index)?.delete(key);
  }
}
