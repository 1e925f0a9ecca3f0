/**
 * Reads a whole list from an API that pages by offset and says a total. Offsets shift when the list changes between
 * two pages, so an entry can be skipped without a trace: such a read is made again, and given up rather than believed.
 */
import { isJsonObject } from '../core/json.js';
import { IncompleteReadError } from './incomplete-read-error.js';

export interface OffsetPage<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
}

export interface OffsetPagesOptions<T> {
  /** Names the list in messages, e.g. "members of team data-eng". */
  readonly what?: string;
  /** What tells two entries apart; default: their `id` or `userId`. Entries without one are not checked. */
  readonly identify?: (item: T) => string | undefined;
}

type GetPage<T> = (offset: number, limit: number) => Promise<OffsetPage<T>>;

/** First page, then the others in parallel; `get` decodes a page, asks for a stable order and throws on failure. */
export async function readOffsetPages<T>(
  get: GetPage<T>,
  limit: number,
  options: OffsetPagesOptions<T> = {},
): Promise<readonly T[]> {
  const { what = 'a list', identify = usualId } = options;
  let problem = '';
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await readOnce((offset, size) => checkedPage(get, offset, size, what), limit);
    problem = read.problem ?? duplicateProblem(read.items, identify) ?? '';
    if (problem === '') return read.items;
  }
  throw new IncompleteReadError(`Could not read ${what} completely, ${maxRounds} times in a row: ${problem}.`);
}

const maxRounds = 3;

/** Pages under way at once; the rate limit decides how fast they are sent. */
const parallelPages = 8;

interface OneRead<T> {
  readonly items: readonly T[];
  /** Why these may not be all; undefined when they are. */
  readonly problem: string | undefined;
}

async function readOnce<T>(get: GetPage<T>, limit: number): Promise<OneRead<T>> {
  const first = await get(0, limit);
  const total = first.totalCount;
  const chunks = new Map<number, readonly T[]>([[0, first.items]]);
  let problem: string | undefined;
  // Pages shorter than asked for mean a smaller maximum than we know: then the length of each says where the next begins.
  const isFull = first.items.length === limit;
  let next = first.items.length;

  async function readRange(from: number, to: number): Promise<void> {
    for (let offset = from; offset < to && problem === undefined;) {
      // What follows a short page must not reach into the next range.
      const page = await get(offset, offset === from ? limit : Math.min(limit, to - offset));
      if (page.totalCount !== total) problem = `the total moved from ${total} to ${page.totalCount} during the read`;
      else if (page.items.length === 0) problem = `it should have ${total} entries, but none came from ${offset} on`;
      chunks.set(offset, page.items);
      offset += page.items.length;
    }
  }

  function stop(error: unknown): never {
    problem = 'a page could not be read';
    throw error;
  }

  async function readInTurn(): Promise<void> {
    while (next < total && problem === undefined) {
      const from = next;
      next += limit;
      await readRange(from, Math.min(next, total));
    }
  }

  if (first.items.length === 0 && total > 0) problem = `it should have ${total} entries, but none came`;
  else if (isFull) await Promise.all(Array.from({ length: parallelPages }, readInTurn)).catch(stop);
  else await readRange(next, total);

  const items = [...chunks].sort(([a], [b]) => a - b).flatMap(([, chunk]) => chunk);
  if (problem === undefined && items.length !== total) {
    problem = `it should have ${total} entries, but ${items.length} came`;
  }
  return { items, problem };
}

async function checkedPage<T>(get: GetPage<T>, offset: number, limit: number, what: string): Promise<OffsetPage<T>> {
  const page = await get(offset, limit);
  const { items, totalCount }: { items: unknown; totalCount: unknown } = page;
  if (!Array.isArray(items) || !Number.isSafeInteger(totalCount) || page.totalCount < 0) {
    throw new IncompleteReadError(`Could not read ${what}: a page came without its entries or its total.`);
  }
  return page;
}

function duplicateProblem<T>(items: readonly T[], identify: (item: T) => string | undefined): string | undefined {
  const ids = items.map(identify).filter((id) => id !== undefined);
  return new Set(ids).size === ids.length ? undefined : 'an entry came twice, so another may be missing';
}

function usualId(item: unknown): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const id = item['id'] ?? item['userId'];
  return typeof id === 'string' ? id : undefined;
}
