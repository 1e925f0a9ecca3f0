/** What a client that looks at one moment sends once, and what again. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError, SafetyError } from '../../src/errors.js';
import type { HttpRequest } from '../../src/http/client.js';
import { closeNetwork, createTestClient, failureOf, origin, type TestClient } from './support.js';

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

const remembering = (): TestClient => createTestClient({ access: 'read', remember: true, maxAttempts: 1 });
const users: HttpRequest = { method: 'GET', path: '/users?limit=100' };

describe('a read that was asked before', () => {
  it('is answered with what came then', async () => {
    nock(origin)
      .get('/users?limit=100')
      .reply(200, { users: ['ann'] });
    const client = remembering();
    const first = await client.request(users);
    expect(await client.request({ ...users })).toBe(first);
    expect(first.body).toEqual({ users: ['ann'] });
    expect(client.counts).toEqual({ reads: 1, writes: 0, auth: 0 });
  });

  it('is sent once where several ask before the answer is there', async () => {
    nock(origin).get('/users?limit=100').reply(200, { users: [] });
    const client = remembering();
    const answers = await Promise.all([1, 2, 3].map(() => client.request(users)));
    expect(new Set(answers).size).toBe(1);
    expect(client.counts.reads).toBe(1);
  });

  it('is sent again after a failure, but for those who waited for the same answer', async () => {
    nock(origin).get('/users?limit=100').reply(500, {});
    const client = remembering();
    const failures = await Promise.all([failureOf(client.request(users)), failureOf(client.request(users))]);
    expect(failures.map((failure) => failure instanceof ApiError)).toEqual([true, true]);
    expect(client.counts.reads).toBe(1);
    nock(origin)
      .get('/users?limit=100')
      .reply(200, { users: ['ann'] });
    expect((await client.request(users)).body).toEqual({ users: ['ann'] });
    expect((await client.request(users)).body).toEqual({ users: ['ann'] });
    expect(client.counts.reads).toBe(2);
  });

  it('keeps an answer that the caller takes for none', async () => {
    nock(origin).get('/sso').reply(404, {});
    const client = remembering();
    const sso: HttpRequest = { method: 'GET', path: '/sso', accept: [404] };
    expect([(await client.request(sso)).status, (await client.request(sso)).status]).toEqual([404, 404]);
    expect(client.counts.reads).toBe(1);
  });

  const search: HttpRequest = { method: 'POST', path: '/Users/.search', body: { startIndex: 1 } };
  it.each<[string, HttpRequest, HttpRequest]>([
    ['another page', users, { ...users, path: '/users?limit=100&offset=100' }],
    ['another method', { method: 'GET', path: '/users' }, { method: 'HEAD', path: '/users' }],
    ['another body', search, { ...search, body: { startIndex: 101 } }],
    ['another form', { ...search, body: {}, form: { a: '1' } }, { ...search, body: {}, form: { a: '2' } }],
    ['other headers', users, { ...users, headers: { accept: 'application/json' } }],
    ['another status that is accepted', users, { ...users, accept: [404] }],
  ])('is another one with %s', async (_, one, other) => {
    const client = remembering();
    for (const { method, path } of [one, other]) nock(origin).intercept(path, method).reply(200);
    const answers = [await client.request(one), await client.request(other), await client.request(one)];
    expect(new Set(answers).size).toBe(2);
    expect(client.counts.reads).toBe(2);
  });
});

describe('a write', () => {
  it('is refused each time, and nothing is sent', async () => {
    const client = remembering();
    for (let time = 1; time <= 2; time += 1) {
      expect(await failureOf(client.request({ method: 'DELETE', path: '/users/ann' }))).toBeInstanceOf(SafetyError);
    }
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 0 });
  });
});

describe('a client that may write', () => {
  it('remembers nothing: what it reads may be what it changed', async () => {
    nock(origin)
      .get('/users?limit=100')
      .reply(200, { users: ['ann'] });
    nock(origin).get('/users?limit=100').reply(200, { users: [] });
    const client = createTestClient({ access: 'write', remember: true });
    expect([(await client.request(users)).body, (await client.request(users)).body]).toEqual([
      { users: ['ann'] },
      { users: [] },
    ]);
    expect(client.counts.reads).toBe(2);
  });
});
