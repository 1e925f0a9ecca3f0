import { AtlasError } from './api-error.js';
import { anyOrder } from './array-order.js';
import { apiPrefix } from './find-route.js';
import { queryFlag, type Call } from './route.js';

const invalid = (name: string, what: string): AtlasError =>
  new AtlasError(400, 'INVALID_QUERY_PARAMETER', `${name} must be ${what}.`, { parameters: [name] });

/**
 * One page as `{links, results, totalCount}`. Which rows are on a page is settled by their age, for there is no sort to ask
 * for; their order within it is not. Some lists do not know `includeCount` and always count.
 */
export function page<T>(
  call: Call,
  rows: readonly T[],
  show: (row: T) => unknown,
  options: { readonly counts?: 'always' } = {},
): Record<string, unknown> {
  const pageNum = wholeNumber(call.query, 'pageNum', 1, Number.MAX_SAFE_INTEGER);
  const perPage = wholeNumber(call.query, 'itemsPerPage', 100, 500);
  const counted = options.counts === 'always' || queryFlag(call, 'includeCount', true);
  const size = Math.min(perPage, call.pageSize ?? Infinity);
  const start = (pageNum - 1) * size;
  const results = anyOrder(call.switches, rows.slice(start, start + size)).map(show);
  const links = [link(call, 'self', pageNum, perPage)];
  if (pageNum > 1 && call.switches.atlasPreviousLink === 'present') {
    links.unshift(link(call, 'previous', pageNum - 1, perPage));
  }
  if (start + size < rows.length) links.push(link(call, 'next', pageNum + 1, perPage));
  return { links, results, ...(counted ? { totalCount: rows.length } : {}) };
}

/** A list without pages in the same shape. */
export function wholeList<T>(call: Call, rows: readonly T[], show: (row: T) => unknown): Record<string, unknown> {
  return { links: selfLinks(call), results: anyOrder(call.switches, rows).map(show), totalCount: rows.length };
}

/** The links of one object: to itself, below the host the caller used. */
export function selfLinks(call: Pick<Call, 'url'>, path?: string): { href: string; rel: string }[] {
  const href = path === undefined ? call.url.href : call.url.origin + apiPrefix + path;
  return [{ href, rel: 'self' }];
}

function link(call: Call, rel: string, pageNum: number, itemsPerPage: number): { href: string; rel: string } {
  const url = new URL(call.url);
  url.searchParams.set('pageNum', String(pageNum));
  url.searchParams.set('itemsPerPage', String(itemsPerPage));
  return { href: url.href, rel };
}

function wholeNumber(query: URLSearchParams, name: string, absent: number, most: number): number {
  const value = query.get(name);
  if (value === null) return absent;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > most) throw invalid(name, `a whole number from 1 to ${most}`);
  return number;
}
