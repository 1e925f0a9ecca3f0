/** When a request is repeated, how long it waits, and how a wait is given up. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../src/errors.js';
import { type HttpRequest } from '../../src/http/client.js';
import { createRateLimiter } from '../../src/http/rate-limit.js';
import { closeNetwork, createFakeTime, createTestClient, failureOf, origin } from './support.js';

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

describe('repeating', () => {
  it('waits with backoff and tells who listens', async () => {
    nock(origin).get('/x').reply(502, '<html>').get('/x').reply(500).get('/x').reply(200, { ok: true });
    const client = createTestClient();
    expect((await client.request({ method: 'GET', path: '/x' })).body).toEqual({ ok: true });
    expect(client.time.slept).toEqual([250, 500]);
    expect(client.retries).toEqual([
      { method: 'GET', path: '/x', attempt: 1, delayMs: 250, why: '502 Bad Gateway' },
      { method: 'GET', path: '/x', attempt: 2, delayMs: 500, why: '500 Internal Server Error' },
    ]);
  });

  it('ends after five attempts with the last answer', async () => {
    nock(origin).get('/x').times(5).reply(503, { message: 'busy', requestId: 'r' });
    const client = createTestClient();
    await expect(client.request({ method: 'GET', path: '/x' })).rejects.toThrow(
      'Example answered 503 Service Unavailable to GET /x after 5 attempts: busy (request id r)',
    );
    expect(client.time.slept).toEqual([250, 500, 1000, 2000]);
  });

  it.each<[HttpRequest, number, Record<string, string>, number]>([
    [{ method: 'GET', path: '/x' }, 500, {}, 2],
    [{ method: 'HEAD', path: '/x' }, 500, {}, 2],
    [{ method: 'PUT', path: '/x' }, 500, {}, 2],
    [{ method: 'DELETE', path: '/x' }, 500, {}, 2],
    [{ method: 'POST', path: '/x/.search' }, 500, {}, 2],
    [{ method: 'POST', path: '/x' }, 500, {}, 1],
    [{ method: 'PATCH', path: '/x' }, 503, {}, 1],
    [{ method: 'POST', path: '/x' }, 429, {}, 2],
    [{ method: 'PATCH', path: '/x' }, 503, { 'retry-after': '1' }, 2],
    [{ method: 'POST', path: '/x', retry: 'safe' }, 500, {}, 2],
    [{ method: 'GET', path: '/x', retry: 'never' }, 429, {}, 1],
    [{ method: 'DELETE', path: '/x', retry: 'refused-only' }, 500, {}, 1],
    [{ method: 'GET', path: '/x' }, 400, {}, 1],
    [{ method: 'GET', path: '/x' }, 302, {}, 1],
  ])('%j after %i %j: %i attempts', async (request, status, headers, attempts) => {
    nock(origin).intercept(request.path, request.method).times(attempts).reply(status, '', headers);
    const client = createTestClient({ maxAttempts: 2 });
    await expect(client.request(request)).rejects.toThrow(ApiError);
    expect(client.counts.reads + client.counts.writes).toBe(attempts);
  });

  it('sends the same body again', async () => {
    nock(origin).post('/x', { a: 1 }).reply(429).post('/x', { a: 1 }).reply(200, {});
    await createTestClient().request({ method: 'POST', path: '/x', body: { a: 1 } });
  });
});

describe('with a rate limiter', () => {
  it('sends every attempt through it, and after a 429 nobody before the time the server said', async () => {
    const time = createFakeTime(0);
    const limiter = createRateLimiter({ perSecond: { GET: 10 }, now: time.now, sleep: time.sleep });
    const at: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      at.push(`${(input as URL).pathname}@${time.now()}`);
      if (at.length > 1) return Response.json({});
      return Response.json({ message: 'slow down' }, { status: 429, headers: { 'Retry-After': '3' } });
    };
    const client = createTestClient({ fetch, limiter, now: time.now, sleep: time.sleep });
    await client.request({ method: 'GET', path: '/a' });
    await Promise.all(['/b', '/c'].map((path) => client.request({ method: 'GET', path })));
    expect(at).toEqual(['/a@0', '/a@3000', '/b@3100', '/c@3200']);
  });

  it('pauses the others even where the request itself is not repeated', async () => {
    const paused: number[] = [];
    const limiter = { acquire: async () => undefined, pause: (ms: number) => void paused.push(ms) };
    nock(origin).post('/x').reply(429, '', { 'retry-after': '600' });
    const client = createTestClient({ limiter });
    await failureOf(client.request({ method: 'POST', path: '/x', retry: 'never' }));
    expect(paused).toEqual([120_000]);
  });
});

describe('an abort', () => {
  const stopped = new Error('stopped by the user');

  it('before anything is sent throws its reason', async () => {
    const client = createTestClient();
    await expect(client.request({ method: 'POST', path: '/x', signal: AbortSignal.abort(stopped) })).rejects.toBe(
      stopped,
    );
    expect(client.counts.writes).toBe(0);
  });

  it('while waiting for the limiter throws its reason', async () => {
    const controller = new AbortController();
    const time = createFakeTime(0);
    const limiter = createRateLimiter({ perSecond: {}, now: time.now, sleep: () => new Promise(() => undefined) });
    limiter.pause(1000);
    const client = createTestClient({ limiter, now: time.now });
    const work = client.request({ method: 'POST', path: '/x', signal: controller.signal });
    controller.abort(stopped);
    await expect(work).rejects.toBe(stopped);
    expect(client.counts.writes).toBe(0);
  });

  it.each([
    ['GET', stopped.message],
    ['DELETE', 'Example answered 500 Internal Server Error to DELETE /x: no message (application/json)'],
  ] as const)('while %s waits to repeat throws at once: %s', async (method, message) => {
    nock(origin).intercept('/x', method).reply(500, {});
    const controller = new AbortController();
    const client = createTestClient({ onRetry: () => controller.abort(stopped) });
    await expect(client.request({ method, path: '/x', signal: controller.signal })).rejects.toThrow(message);
  });
});
