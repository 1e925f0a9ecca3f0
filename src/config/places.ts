/**
 * Where the parts of one file's value stand. Each map and list of the value has a row of offsets beside it, in the
 * order of its keys: a compact form that costs little for 10,000 members and needs no syntax tree.
 */
import { isJsonObject, type Json } from '../core/json.js';

/** A container's offsets: key and value of its first entry, key and value of its second ... */
export type Offsets = ReadonlyMap<object, readonly number[]>;

export interface Place {
  /** Offset of the key, or of the item where it stands in a list. */
  readonly key: number;
  readonly value: number;
  /** How many segments of the path were found. */
  readonly depth: number;
}

export interface Places {
  /** The place of the path, or of its nearest ancestor that the file has. */
  find(path: readonly string[]): Place;
}

/** Up to here a linear search over the keys is faster than building an index of them. */
const smallMap = 16;

export function createPlaces(root: Json, offsets: Offsets): Places {
  const indexes = new WeakMap<object, ReadonlyMap<string, number>>();

  const indexOf = (container: Json, segment: string): number => {
    if (!isJsonObject(container)) return Number(segment);
    const index = indexes.get(container);
    if (index !== undefined) return index.get(segment) ?? -1;
    const keys = Object.keys(container);
    if (keys.length <= smallMap) return keys.indexOf(segment);
    const built = new Map(keys.map((key, position) => [key, position]));
    indexes.set(container, built);
    return built.get(segment) ?? -1;
  };

  return {
    find: (path) => {
      let place: Place = { key: 0, value: 0, depth: 0 };
      let current: Json | undefined = root;
      for (const [depth, segment] of path.entries()) {
        if (typeof current !== 'object' || current === null) break;
        const row = offsets.get(current);
        const index = indexOf(current, segment);
        const key = row?.[index * 2];
        const value = row?.[index * 2 + 1];
        if (key === undefined || value === undefined) break;
        place = { key, value, depth: depth + 1 };
        current = isJsonObject(current) ? current[segment] : current[index];
      }
      return place;
    },
  };
}
