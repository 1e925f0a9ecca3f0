/** One request that only reads and its answer, as a snapshot keeps them. */

export interface Exchange {
  /** Name of the connection in `providers`: another address of the same service makes no difference. */
  readonly connection: string;
  readonly method: string;
  /** Path and query, readable rather than encoded. */
  readonly path: string;
  /** Of a search; empty otherwise. */
  readonly body: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Of the headers, those that decide how an answer is read. */
export const keptHeaders = ['content-type', 'etag', 'link', 'location'] as const;

export function exchangeKey({
  connection,
  method,
  path,
  body,
}: Pick<Exchange, 'connection' | 'method' | 'path' | 'body'>): string {
  return JSON.stringify([connection, method, path, body]);
}

/** Decoded, so that a name in it can be found; what cannot be decoded stays as it is. */
export function readablePath(url: URL): string {
  const path = `${url.pathname}${url.search}`;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
