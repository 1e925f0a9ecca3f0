/** A list of the service, read page by page: the first page at once, the rest when it is wanted. */
import { isApiError } from '../../errors.js';
import type { HttpResponse } from '../../http/client.js';
import { IncompleteReadError } from '../../http/incomplete-read-error.js';
import { decodeAnswer, type ScimClient } from './client.js';
import { ListPass, type PageSource } from './list-pass.js';
import { saysScimType } from './refusal.js';
import { pageFromWire, type WirePage } from './wire.js';

export interface ListOptions<T> {
  readonly path: '/Users' | '/Groups';
  /** Beside the paging, such as `excludedAttributes=members`. */
  readonly query?: string;
  /** Names the list in messages, e.g. "the people". */
  readonly what: string;
  readonly decode: (item: unknown) => T;
}

export interface OpenList<T> {
  /** Of the first page; of all after `finish`. */
  readonly items: readonly T[];
  readonly total: number | undefined;
  readonly isComplete: boolean;
  readonly remaining: number;
  /** Throws an IncompleteReadError where the end was not reached twice. */
  finish(): Promise<OpenList<T>>;
}

export async function openList<T extends { readonly id: string }>(
  client: ScimClient,
  options: ListOptions<T>,
): Promise<OpenList<T>> {
  const { pageSize, cursor } = await client.capabilities();
  const source: PageSource<T> = { pageSize, cursor, get: (query) => getPage(client, options, query) };
  const first = await new ListPass(source).open();
  const finish = async (): Promise<OpenList<T>> => {
    if ((await first.finish()) === undefined) return done(first);
    // A directory that changes while it is read is read once more; what is still unclear then is not believed.
    const second = await new ListPass(source).open();
    const problem = await second.finish();
    if (problem === undefined) return done(second);
    throw new IncompleteReadError(`Could not read ${options.what} completely, twice in a row: ${problem}.`);
  };
  return {
    items: first.items,
    total: first.total,
    isComplete: first.isComplete,
    remaining: first.remaining,
    finish,
  };
}

function done<T extends { readonly id: string }>({ items, total }: ListPass<T>): OpenList<T> {
  const list: OpenList<T> = { items, total, isComplete: true, remaining: 0, finish: async () => list };
  return list;
}

async function getPage<T>(
  client: ScimClient,
  { path, query, decode }: ListOptions<T>,
  paging: string,
): Promise<WirePage<T> | 'expired'> {
  const full = `${path}?${paging}${query === undefined ? '' : `&${query}`}`;
  let response: HttpResponse;
  try {
    response = await client.ask(full, []);
  } catch (error) {
    if (isApiError(error) && saysScimType(error, 'expiredCursor')) return 'expired';
    throw error;
  }
  return decodeAnswer(client.vendor, `${client.basePath}${full}`, response, (body) => pageFromWire(body, decode));
}
