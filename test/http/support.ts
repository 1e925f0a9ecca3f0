/** A client with a clock that only moves when something sleeps, and what it did while waiting. */
import nock from 'nock';
import { bearer } from '../../src/http/auth.js';
import { createHttpClient, type HttpClient, type HttpClientOptions, type RetryEvent } from '../../src/http/client.js';

export const origin = 'https://api.example.test';
export const token = 'tok_S3cr3t-0123456789.abcdef';

export interface FakeTime {
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly slept: number[];
}

/** Sleepers wake in the order of their times, as with real timers; `signal` ends a sleep at once. */
export function createFakeTime(start = Date.parse('2026-01-01T00:00:00Z')): FakeTime {
  let time = start;
  const slept: number[] = [];
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  function wakeNext(): void {
    waiting.sort((a, b) => a.at - b.at);
    const next = waiting.shift();
    if (next === undefined) return;
    time = Math.max(time, next.at);
    next.wake();
  }
  return {
    slept,
    now: () => time,
    sleep: (ms, signal) => {
      slept.push(ms);
      return new Promise((resolve, reject) => {
        const fail = (): void => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
        if (signal?.aborted === true) return fail();
        signal?.addEventListener('abort', fail, { once: true });
        waiting.push({ at: time + ms, wake: resolve });
        setImmediate(wakeNext);
      });
    },
  };
}

export interface TestClient extends HttpClient {
  readonly time: FakeTime;
  readonly retries: RetryEvent[];
}

export function createTestClient(overrides: Partial<HttpClientOptions> = {}): TestClient {
  const time = createFakeTime();
  const retries: RetryEvent[] = [];
  const client = createHttpClient({
    baseUrl: origin,
    vendor: 'Example',
    authorize: bearer(() => token),
    access: 'write',
    fetch: (input, init) => globalThis.fetch(input, init),
    allowedHosts: ['api.example.test'],
    now: time.now,
    sleep: time.sleep,
    random: () => 0.5,
    onRetry: (event) => retries.push(event),
    ...overrides,
  });
  return { ...client, time, retries };
}

export function closeNetwork(): void {
  nock.cleanAll();
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost)(:\d+)?$/);
}

/** Everything an error would show anywhere: message, hint, stack, own fields, and the same of its causes. */
export function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? '';
  const own = JSON.stringify(error, Object.getOwnPropertyNames(error));
  return `${error.name}\n${error.message}\n${error.stack ?? ''}\n${own}\n${error.cause === undefined ? '' : everythingIn(error.cause)}`;
}

export async function failureOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new TypeError('something that is not an Error was thrown', { cause: error });
  }
  throw new Error('expected a failure');
}
