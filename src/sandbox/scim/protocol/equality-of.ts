import { printPath, type AttributePath } from './attribute-path.js';
import { type Comparable } from './comparable.js';
import { type Filter } from './filter.js';

/**
 * The lower-case attribute paths and values of a filter that is nothing but `eq` on strings joined by `and`, so that an index
 * can answer it; undefined for every other filter. A list is named by the part that is compared: `members.value`.
 */
export function equalityOf(filter: Filter): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const { path, value } of equalities(filter) ?? []) {
    const name = printPath(path).toLowerCase();
    if (typeof value !== 'string' || found.has(name)) return undefined;
    found.set(name, value);
  }
  return found.size === 0 ? undefined : found;
}

interface Equality {
  readonly path: AttributePath;
  readonly value: Comparable;
}

/** The comparisons of a filter that is nothing but `eq` joined by `and`. */
export function equalities(filter: Filter): readonly Equality[] | undefined {
  if (filter.kind === 'compare') return filter.operator === 'eq' ? [filter] : undefined;
  if (filter.kind !== 'and') return undefined;
  const parts = filter.of.map(equalities);
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
}
