/** Finds single resources by their key, where that takes fewer requests than listing them all. */
import { decodeAnswer, type ScimClient } from './client.js';
import { whereEqual } from './filter.js';
import { pageFromWire } from './wire.js';

export interface LookUpOptions<T> {
  readonly path: '/Users' | '/Groups';
  readonly attribute: 'userName' | 'displayName';
  readonly query?: string;
  readonly keys: readonly string[];
  readonly decode: (item: unknown) => T;
  readonly keyOf: (item: T) => string;
}

/** Undefined where the service turns out not to filter: then only a list can tell. */
export async function lookUpEach<T>(client: ScimClient, options: LookUpOptions<T>): Promise<readonly T[] | undefined> {
  const [first, ...others] = options.keys;
  if (first === undefined) return [];
  // Alone, so that a service that refuses does so once.
  const found = await lookUp(client, options, first);
  const rest = found === undefined ? [] : await Promise.all(others.map((key) => lookUp(client, options, key)));
  const all = [found, ...rest].filter((items) => items !== undefined);
  if (all.length === options.keys.length) return all.flat();
  client.withoutFilter();
  return undefined;
}

/** Exported for looking one up after a refused creation. */
export async function lookUp<T>(
  client: ScimClient,
  { path, attribute, query, decode, keyOf }: Omit<LookUpOptions<T>, 'keys'>,
  key: string,
): Promise<readonly T[] | undefined> {
  const full = `${path}?${whereEqual([attribute, key])}${query === undefined ? '' : `&${query}`}`;
  // A few services answer 404 where nothing matches.
  const response = await client.ask(full, [400, 404, 501]);
  if (response.status === 404) return [];
  if (response.status !== 200) return undefined;
  const { items } = decodeAnswer(client.vendor, `${client.basePath}${full}`, response, (body) =>
    pageFromWire(body, decode),
  );
  const hits = items.filter((item) => keyOf(item).toLowerCase() === key.toLowerCase());
  // Several others and not the one that was asked for: the filter was not applied.
  return hits.length === 0 && items.length > 1 ? undefined : hits;
}
