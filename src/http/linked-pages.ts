/**
 * Reads a whole list from an API whose pages say whether another follows, with no total that could be trusted. Rows may
 * move between two pages, so an entry that comes twice means that another may be missing: such a read is made again,
 * and given up rather than believed.
 */
import { IncompleteReadError } from './incomplete-read-error.js';

export interface LinkedPage<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
}

export interface LinkedPagesOptions<T> {
  /** Names the list in messages, e.g. "the members". */
  readonly what: string;
  /** What tells two entries apart. */
  readonly identify: (item: T) => string;
}

const maxRounds = 3;
/** More pages than any list of this kind has: a server that always promises another must not keep us for ever. */
const maxPages = 1000;

/** `get` fetches and decodes the page with this number, from 1, and throws on failure. */
export async function readLinkedPages<T>(
  get: (page: number) => Promise<LinkedPage<T>>,
  { what, identify }: LinkedPagesOptions<T>,
): Promise<readonly T[]> {
  for (let round = 0; round < maxRounds; round += 1) {
    const items = await readOnce(get, what);
    if (new Set(items.map(identify)).size === items.length) return items;
  }
  throw new IncompleteReadError(
    `Could not read ${what} completely, ${maxRounds} times in a row: an entry came twice, so another may be missing.`,
  );
}

async function readOnce<T>(get: (page: number) => Promise<LinkedPage<T>>, what: string): Promise<readonly T[]> {
  const items: T[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const { items: found, hasNext } = await get(page);
    items.push(...found);
    if (!hasNext) return items;
    // The next page may begin elsewhere than where this one ended.
    if (found.length === 0)
      throw new IncompleteReadError(`Could not read ${what}: page ${page} is empty, but not the last.`);
  }
  throw new IncompleteReadError(`Could not read ${what}: it has no end after ${maxPages} pages.`);
}
