/** Answers from a snapshot in the place of the network. What it does not hold is noted, and never taken for "nothing". */
import { isRead } from '../http/is-read.js';
import { exchangeKey, readablePath, type Exchange } from './exchange.js';

export interface Replay {
  fetch(connection: string): typeof globalThis.fetch;
  /** Requests that the snapshot has no answer to, by connection. */
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `anonymous` gives a request the names that the snapshot has, `named` an answer those of the configuration. */
export function createReplay(
  exchanges: readonly Exchange[],
  { anonymous, named }: { readonly anonymous: (text: string) => string; readonly named: (text: string) => string },
): Replay {
  const known = new Map(exchanges.map((exchange) => [exchangeKey(exchange), exchange]));
  const missing = new Map<string, Set<string>>();
  return {
    missing,
    fetch: (connection) => async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const { method } = request;
      const body = method === 'POST' ? await request.text() : '';
      // Whatever asks for a token gets one that is none.
      if (!isRead(method, url)) return Response.json({ access_token: 'none', token_type: 'Bearer', expires_in: 3600 });
      const path = readablePath(url);
      const found = known.get(exchangeKey({ connection, method, path: anonymous(path), body: anonymous(body) }));
      if (found === undefined) {
        missing.set(connection, (missing.get(connection) ?? new Set()).add(`${method} ${path}`));
        return Response.json({ message: 'The snapshot does not hold this.' }, { status: 400 });
      }
      const { status, headers, text } = found;
      return new Response(text === '' ? null : named(text), { status, headers });
    },
  };
}
