/** Stands between connections and the network, and keeps what was read. Requests for tokens pass unrecorded. */
import { isRead } from '../http/is-read.js';
import { exchangeKey, keptHeaders, readablePath, type Exchange } from './exchange.js';

export interface Recording {
  fetch(connection: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** In a stable order, each request once; what is under way is waited for. */
  exchanges(): Promise<readonly Exchange[]>;
}

export function createRecording(): Recording {
  const kept = new Map<string, Exchange>();
  const underWay = new Set<Promise<unknown>>();
  const record =
    (connection: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      const url = new URL(request.url);
      const { method } = request;
      const body = method === 'POST' ? await request.clone().text() : '';
      const response = await fetch(input, init);
      if (!isRead(method, url) || !isAnswer(response.status)) return response;
      const text = await response.text();
      const headers = keptHeaders.flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      const path = readablePath(url);
      const exchange = { connection, method, path, body, status: response.status, text };
      const key = exchangeKey(exchange);
      // The first answer stays, so that a snapshot is of as short a time as can be.
      if (!kept.has(key)) kept.set(key, { ...exchange, headers: Object.fromEntries(headers) });
      const { status, statusText } = response;
      return new Response(text === '' ? null : text, { status, statusText, headers: response.headers });
    };
  return {
    fetch: (connection, fetch) => {
      const recorded = record(connection, fetch);
      return async (input, init) => {
        const answer = recorded(input, init);
        underWay.add(answer);
        return answer.finally(() => underWay.delete(answer));
      };
    },
    exchanges: async () => {
      // Where one of several reads was refused nobody waits for the others, though they will have their answers.
      while (underWay.size > 0) await Promise.allSettled(underWay);
      return [...kept]
        .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
        .map(([, exchange]) => exchange);
    },
  };
}

/** Neither a challenge nor what another try may change. */
function isAnswer(status: number): boolean {
  return status !== 401 && status !== 407 && status !== 429 && status < 500;
}
