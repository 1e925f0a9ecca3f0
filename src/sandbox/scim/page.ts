import { type Call } from './call.js';
import { expiredCursor, listingKey, readCursor, writeCursor } from './cursor.js';
import { type ListQuery } from './list-query.js';

/** A part of a list, and what goes with it in the ListResponse. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly envelope: Readonly<Record<string, unknown>>;
}

/** Cuts the page that is asked for out of all hits, by index or by cursor. It may be shorter than `count`, never longer. */
export function pageOf<T extends { readonly id: string }>(
  call: Call,
  query: ListQuery,
  scope: string,
  all: readonly T[],
): Page<T> {
  const { capabilities } = call.service;
  const largest = Math.min(capabilities.maxResults, call.pageSize ?? Infinity);
  const count = Math.min(query.count ?? largest, largest);
  const byCursor = capabilities.paging === 'cursor' || (capabilities.cursor && query.cursor !== undefined);
  const totalResults = all.length;
  if (!byCursor) {
    const items = all.slice(query.startIndex - 1, query.startIndex - 1 + count);
    return { items, envelope: { totalResults, itemsPerPage: items.length, startIndex: query.startIndex } };
  }
  const listing = listingKey(call.service.path, scope, query.filter, query.sortBy, query.sortOrder);
  const start = startOf(query.cursor ?? '', listing, call.now, all);
  const items = all.slice(start, start + count);
  const [last, following] = [items.at(-1), all[start + items.length]];
  const expires = call.now + capabilities.cursorTimeout * 1000;
  const nextCursor = last && following && writeCursor({ after: last.id, next: following.id, expires }, listing);
  return { items, envelope: { totalResults, itemsPerPage: items.length, ...(nextCursor && { nextCursor }) } };
}

/** At the one that was to come; where that is gone since, after the one that was delivered last. */
function startOf(cursor: string, listing: string, now: number, all: readonly { readonly id: string }[]): number {
  if (cursor === '') return 0;
  const { after, next } = readCursor(cursor, listing, now);
  const [last, following] = [after, next].map((wanted) => all.findIndex(({ id }) => id === wanted));
  if (following !== undefined && following >= 0) return following;
  if (last !== undefined && last >= 0) return last + 1;
  throw expiredCursor('What this cursor stood between is gone');
}
