import { type Call } from './call.js';
import { listingKey, readCursor, writeCursor } from './cursor.js';
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
  const last = items.at(-1);
  const position = start + items.length;
  const expires = call.now + capabilities.cursorTimeout * 1000;
  const more = last !== undefined && position < all.length;
  const next = more ? { nextCursor: writeCursor({ after: last.id, position, expires }, listing) } : {};
  return { items, envelope: { totalResults, itemsPerPage: items.length, ...next } };
}

/** After the last one that was delivered; where that is gone since, the rest has moved up by one. */
function startOf(cursor: string, listing: string, now: number, all: readonly { readonly id: string }[]): number {
  if (cursor === '') return 0;
  const { after, position } = readCursor(cursor, listing, now);
  const at = all[position - 1]?.id === after ? position - 1 : all.findIndex(({ id }) => id === after);
  return at < 0 ? position - 1 : at + 1;
}
