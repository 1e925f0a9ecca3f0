import { type FieldError } from '../shape.js';
import { refuse, type Call } from './route.js';

type SortKey<T> = (row: T) => string;

/** What a list endpoint has: its name in the envelope, its rows, the sorts it takes, how a row is shown. */
export interface Listing<T> {
  readonly name: string;
  readonly rows: readonly T[];
  readonly sorts: Readonly<Record<string, SortKey<T>>>;
  readonly show: (row: T) => unknown;
  /** The largest `limit`; some lists declare none. */
  readonly maxLimit?: number;
}

/**
 * One page in the vendor's envelope `{limit, offset, totalCount, <name>}`. Without `sorts` the order is unspecified at the
 * vendor, and here it differs from one request to the next on purpose (unless a switch says otherwise): a client that pages
 * without a sort must fail.
 */
export function page<T extends object>(call: Call, listing: Listing<T>): Record<string, unknown> {
  const problems: FieldError[] = [];
  const limit = wholeNumber(call.query, 'limit', 20, listing.maxLimit ?? Infinity, problems);
  const offset = wholeNumber(call.query, 'offset', 0, Infinity, problems);
  const sorts = call.query.getAll('sorts');
  for (const sort of sorts) {
    const [field = '', direction = ''] = sort.split(':');
    if (!Object.hasOwn(listing.sorts, field) || !/^(asc|desc)$/.test(direction)) {
      const known = Object.keys(listing.sorts).join(', ');
      problems.push({ code: 'unknown_value', field: 'sorts', message: `sorts must be FIELD:asc or :desc of ${known}` });
    }
  }
  refuse(problems);
  const size = Math.min(limit, call.pageSize ?? Infinity);
  const rows =
    sorts.length > 0
      ? sorted(listing.rows, sorts, listing.sorts).slice(offset, offset + size)
      : call.switches.unsortedLists === 'stable'
        ? listing.rows.slice(offset, offset + size)
        : shuffledPage(listing.rows, offset, size);
  return { [listing.name]: rows.map(listing.show), limit: size, offset, totalCount: listing.rows.length };
}

/** Whether a boolean query parameter is set; anything but true and false is refused. */
export function queryFlag(call: Call, name: string): boolean {
  const value = call.query.get(name);
  if (value !== null && value !== 'true' && value !== 'false') {
    refuse([{ code: 'invalid_type', field: name, message: `${name} must be true or false` }]);
  }
  return value === 'true';
}

function wholeNumber(
  query: URLSearchParams,
  name: string,
  absent: number,
  max: number,
  problems: FieldError[],
): number {
  const value = query.get(name);
  if (value === null) return absent;
  if (!/^\d+$/.test(value) || Number(value) > max) {
    const most = max === Infinity ? '' : ` of at most ${max}`;
    problems.push({ code: 'out_of_range', field: name, message: `${name} must be a whole number from 0${most}` });
  }
  return Number(value);
}

/** Sorted copies of unchanged lists: the pages of one large list are cut from one sorting. */
const sortings = new WeakMap<readonly object[], Map<string, readonly object[]>>();

function sorted<T extends object>(
  rows: readonly T[],
  sorts: readonly string[],
  keys: Readonly<Record<string, SortKey<T>>>,
): readonly T[] {
  const known = sortings.get(rows) ?? new Map<string, readonly object[]>();
  sortings.set(rows, known);
  const name = sorts.join(',');
  const before = known.get(name) as readonly T[] | undefined;
  if (before !== undefined) return before;
  const order = sorts.map((sort) => {
    const [field = '', direction] = sort.split(':');
    return { key: keys[field] ?? (() => ''), sign: direction === 'desc' ? -1 : 1 };
  });
  const result = [...rows].sort((a, b) => {
    for (const { key, sign } of order) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
  known.set(name, result);
  return result;
}

let shuffles = 0;

/** The rows from somewhere else each time, backwards every second time: cheap, and no help to anybody. */
function shuffledPage<T>(rows: readonly T[], offset: number, size: number): T[] {
  const start = (shuffles += 1) * 7;
  const picked: T[] = [];
  for (let at = offset; at < Math.min(rows.length, offset + size); at += 1) {
    const from = (at + start) % rows.length;
    const row = rows[shuffles % 2 === 0 ? from : rows.length - 1 - from];
    if (row !== undefined) picked.push(row);
  }
  return picked;
}
