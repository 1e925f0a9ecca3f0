/** OAuth client credentials through the client: the token request on the wire, its life, and what people are told. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError, AuthError, ConfigError, OrgwrightError, SafetyError } from '../../src/errors.js';
import { clientCredentials, type ClientCredentialsOptions } from '../../src/http/client-credentials.js';
import { type HttpClientOptions, type RetryEvent } from '../../src/http/client.js';
import { createRateLimiter } from '../../src/http/rate-limit.js';
import {
  closeNetwork,
  createFakeTime,
  createTestClient,
  everythingIn,
  failureOf,
  origin,
  type FakeTime,
  type TestClient,
} from './support.js';

const id = 'mdb_sa_id_66f0c0ffee66f0c0ffee66f0';
const secret = 'mdb_sa_sk_S3cr3t_+/%:~ü';
const tokenPath = '/api/oauth/token';
const invalid = { 'WWW-Authenticate': 'Bearer realm="x", error="invalid_token"' };

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

interface Setup {
  readonly client: TestClient;
  readonly time: FakeTime;
  readonly tokenRetries: RetryEvent[];
}

function create(
  overrides: Partial<ClientCredentialsOptions> = {},
  clientOptions: Partial<HttpClientOptions> = {},
): Setup {
  const time = createFakeTime();
  const tokenRetries: RetryEvent[] = [];
  const authorize = clientCredentials({
    tokenUrl: origin + tokenPath,
    clientId: () => Promise.resolve(id),
    clientSecret: () => Promise.resolve(secret),
    vendor: 'Example',
    credential: 'service account',
    fetch: (input, init) => globalThis.fetch(input, init),
    allowedHosts: ['api.example.test'],
    now: time.now,
    sleep: time.sleep,
    random: () => 0.5,
    onRetry: (event) => tokenRetries.push(event),
    ...overrides,
  });
  const client = createTestClient({ authorize, now: time.now, sleep: time.sleep, ...clientOptions });
  return { client, time, tokenRetries };
}

/** The endpoint hands out these tokens, one a request. */
function tokens(...values: string[]): void {
  for (const value of values) {
    nock(origin).post(tokenPath).reply(200, { access_token: value, token_type: 'Bearer', expires_in: 3600 });
  }
}

function calls(token: string, times = 1, status = 200, body: object = {}, headers: Record<string, string> = {}): void {
  nock(origin, { reqheaders: { authorization: `Bearer ${token}` } })
    .get('/x')
    .times(times)
    .reply(status, body, headers);
}

const get = { method: 'GET', path: '/x' } as const;

describe('the token request', () => {
  it('is what curl -u would send', async () => {
    const requests: object[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const { authorization, accept, 'content-type': type } = request.headers;
        requests.push({ line: `${request.method} ${request.url}`, authorization, accept, type, body });
        response.setHeader('content-type', 'application/json;charset=utf-8');
        response.end('{"access_token":"tok","token_type":"bearer","expires_in":"3600"}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { client } = create({ tokenUrl: url + tokenPath, allowedHosts: [] });
    calls('tok');
    await client.request(get);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(requests).toEqual([
      {
        line: `POST ${tokenPath}`,
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        accept: 'application/json',
        type: 'application/x-www-form-urlencoded',
        body: 'grant_type=client_credentials',
      },
    ]);
  });

  it('is made once for many and counted apart, also for a client that may only read', async () => {
    tokens('tok-1');
    calls('tok-1', 20);
    const { client } = create({}, { access: 'read' });
    await Promise.all(Array.from({ length: 20 }, () => client.request(get)));
    expect(client.counts).toEqual({ reads: 20, writes: 0, auth: 1 });
  });

  it('takes the secret without the line break of its file', async () => {
    nock(origin).post(tokenPath).basicAuth({ user: 'an-id', pass: 's3cret' }).reply(200, { access_token: 'tok' });
    calls('tok');
    const { client } = create({ clientId: () => ' an-id\n', clientSecret: () => 's3cret\r\n' });
    await client.request(get);
  });

  it.each<[string, Partial<ClientCredentialsOptions>]>([
    ['another host', { tokenUrl: 'https://evil.test/token' }],
    ['http', { tokenUrl: `http://api.example.test${tokenPath}` }],
    ['a query', { tokenUrl: `${origin}${tokenPath}?x=1` }],
    ['a password', { tokenUrl: `https://a:b@api.example.test${tokenPath}` }],
  ])('is refused at once for a URL with %s', (_name, overrides) => {
    expect(() => create(overrides)).toThrow(SafetyError);
  });

  it('follows no redirect', async () => {
    nock('https://evil.test').post(/.*/).reply(200, { access_token: 'evil' });
    nock(origin)
      .post(tokenPath)
      .reply(307, '', { location: `https://evil.test/${secret}` });
    const { client } = create();
    const error = await failureOf(client.request(get));
    expect(error.message).toContain('redirected POST /api/oauth/token to evil.test');
    expect(everythingIn(error)).not.toContain('S3cr3t');
    expect(nock.pendingMocks()).toHaveLength(1);
    nock.cleanAll();
  });
});

describe('the life of a token', () => {
  it('ends a minute before the vendor says', async () => {
    tokens('tok-1');
    calls('tok-1', 2);
    const { client, time } = create();
    await client.request(get);
    await time.sleep(3_539_999);
    await client.request(get);
    await time.sleep(1);
    tokens('tok-2');
    calls('tok-2');
    await client.request(get);
    expect(client.counts).toEqual({ reads: 3, writes: 0, auth: 2 });
  });

  it.each([
    [{ expires_in: 30 }, 15_000],
    [{ expires_in: '120' }, 60_000],
    [{}, 540_000],
    [{ expires_in: 0 }, 540_000],
    [{ expires_in: 'soon' }, 540_000],
  ])('for %j is %i ms', async (fields, lifetime) => {
    for (const value of ['tok-1', 'tok-2']) {
      nock(origin)
        .post(tokenPath)
        .reply(200, { access_token: value, ...fields });
    }
    calls('tok-1', 2);
    calls('tok-2');
    const { client, time } = create();
    await client.request(get);
    await time.sleep(lifetime - 1);
    await client.request(get);
    await time.sleep(1);
    await client.request(get);
  });

  it('ends once for all when the vendor no longer knows it', async () => {
    tokens('tok-1', 'tok-2');
    calls('tok-1');
    const { client } = create();
    await client.request(get);
    calls('tok-1', 20, 401, { detail: 'expired' }, invalid);
    calls('tok-2', 20);
    await Promise.all(Array.from({ length: 20 }, () => client.request(get)));
    expect(client.counts).toEqual({ reads: 21, writes: 0, auth: 22 });
    expect(client.retries).toEqual([]);
  });

  it('goes on where another call has renewed it before a refusal of the old one arrives', async () => {
    tokens('tok-1', 'tok-2');
    let refuseLate: () => void = () => undefined;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { pathname } = input as URL;
      const isOld = new Headers(init?.headers).get('authorization') === 'Bearer tok-1';
      if (isOld && pathname === '/late') await new Promise<void>((resolve) => (refuseLate = resolve));
      return isOld ? Response.json({}, { status: 401, headers: invalid }) : Response.json({});
    };
    const { client } = create({}, { fetch });
    const late = client.request({ ...get, path: '/late' });
    await client.request(get);
    refuseLate();
    await late;
    expect(client.counts).toEqual({ reads: 2, writes: 0, auth: 4 });
  });

  it('ends for a write too, which was refused before anything was done', async () => {
    tokens('tok-1', 'tok-2');
    const done: unknown[] = [];
    nock(origin)
      .post('/things', { a: 1 })
      .times(2)
      .reply(function (_uri, body) {
        if (this.req.headers['authorization'] !== 'Bearer tok-2') return [401, { errorCode: 'EXPIRED' }];
        done.push(body);
        return [201, {}];
      });
    const isExpired = (body: unknown): boolean => (body as { errorCode?: string }).errorCode === 'EXPIRED';
    const { client } = create({ isExpired });
    await client.request({ method: 'POST', path: '/things', body: { a: 1 }, retry: 'never' });
    expect(done).toEqual([{ a: 1 }]);
    expect(client.counts).toEqual({ reads: 0, writes: 1, auth: 3 });
  });

  it('is not ended by a 401 about permissions', async () => {
    tokens('tok-1');
    calls('tok-1', 1, 401, { errorCode: 'NOT_ORG_OWNER', detail: 'Owners only.' });
    calls('tok-1');
    const { client } = create({ isExpired: (body) => JSON.stringify(body).includes('EXPIRED') });
    const error = await failureOf(client.request(get));
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({
      message: 'Example answered 401 Unauthorized to GET /x: Owners only.',
      hint: 'Check that the service account mdb_sa_id_66f0… still exists and has a role here that allows this.',
    });
    await client.request(get);
    expect(client.counts).toEqual({ reads: 2, writes: 0, auth: 1 });
  });

  it('is not renewed again where the new one is refused, by this call or later ones', async () => {
    tokens('tok-1', 'tok-2');
    calls('tok-1', 1, 401, {}, invalid);
    calls('tok-2', 3, 401, { detail: 'no' }, invalid);
    const { client } = create();
    for (let call = 0; call < 3; call += 1) {
      const error = await failureOf(client.request(get));
      expect(error).toBeInstanceOf(AuthError);
      expect(everythingIn(error)).not.toMatch(/tok-\d/);
    }
    expect(client.counts).toEqual({ reads: 3, writes: 0, auth: 3 });
  });
});

describe('the limit of the endpoint', () => {
  it('is ten a minute, without delay before that', async () => {
    const { client, time } = create();
    for (let call = 1; call <= 11; call += 1) {
      nock(origin)
        .post(tokenPath)
        .reply(200, { access_token: `tok-${call}`, expires_in: 2 });
      calls(`tok-${call}`);
      await client.request(get);
      await time.sleep(1000);
    }
    // The first eleven seconds went by in the test itself; the eleventh request waited for the minute to end.
    expect(time.slept.filter((ms) => ms !== 1000)).toEqual([50_000]);
  });

  it('can be another', async () => {
    const time = createFakeTime();
    const limiter = createRateLimiter({ perSecond: { POST: 0.5 }, now: time.now, sleep: time.sleep });
    tokens('tok-1', 'tok-2');
    calls('tok-1', 1, 401, {}, invalid);
    calls('tok-2');
    const { client } = create({ limiter, now: time.now, sleep: time.sleep });
    await client.request(get);
    expect(time.slept).toEqual([2000]);
  });

  it('is waited for as long as the vendor says', async () => {
    nock(origin)
      .post(tokenPath)
      .reply(429, { errorCode: 'RATE_LIMITED', detail: 'slow down' }, { 'Retry-After': '37' });
    tokens('tok');
    calls('tok', 5);
    const { client, time, tokenRetries } = create();
    await Promise.all(Array.from({ length: 5 }, () => client.request(get)));
    expect(time.slept).toEqual([37_000]);
    expect(tokenRetries).toEqual([
      { method: 'POST', path: tokenPath, attempt: 1, delayMs: 37_000, why: '429 Too Many Requests' },
    ]);
    expect(client.counts).toEqual({ reads: 5, writes: 0, auth: 2 });
  });

  it('is waited for ten seconds where the vendor says nothing, and in the end told as it is', async () => {
    nock(origin).post(tokenPath).times(5).reply(429, { errorCode: 'RATE_LIMITED', detail: 'slow down' });
    const { client, time } = create();
    const start = time.now();
    const error = await failureOf(client.request({ method: 'DELETE', path: '/x' }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 429, hint: expect.stringMatching(/^Wait/) as string });
    expect(time.now() - start).toBeGreaterThanOrEqual(40_000);
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 5 });
  });
});

describe('a token that does not come', () => {
  it.each([
    [401, { error: 'invalid_client', error_description: `unknown ${id} or ${secret}` }],
    [400, { error: 'invalid_client' }],
    [403, { errorCode: 'ACCESS_FORBIDDEN', detail: 'address not allowed' }],
  ])('because of %i is an AuthError with the next step, and not asked for again', async (status, body) => {
    nock(origin).post(tokenPath).reply(status, body);
    const { client } = create();
    const write = { method: 'DELETE', path: '/x' } as const;
    const error = await failureOf(client.request(write));
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).toMatch(
      new RegExp(
        `^No token for the service account mdb_sa_id_66f0…: Example answered ${status} [\\w ]+ to POST /api/oauth/token: `,
      ),
    );
    expect(error).toMatchObject({
      status: 401,
      hint: expect.stringMatching(/^Check that the id and the secret/) as string,
    });
    expect(everythingIn(error)).not.toContain('S3cr3t');
    expect(await failureOf(client.request(write))).toBe(error);
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 1 });
  });

  it('is asked for again once the secret is another', async () => {
    nock(origin).post(tokenPath).basicAuth({ user: id, pass: 'old-secret' }).reply(401, {});
    nock(origin).post(tokenPath).basicAuth({ user: id, pass: 'new-secret' }).reply(200, { access_token: 'tok' });
    calls('tok');
    const secrets = ['old-secret', 'new-secret'];
    const { client } = create({ clientSecret: () => secrets.shift() ?? '' });
    await expect(client.request(get)).rejects.toThrow(AuthError);
    await client.request(get);
  });

  it('shows little of what may be the secret in the place of the id', async () => {
    nock(origin)
      .post(tokenPath)
      .reply(401, { error: 'invalid_client', error_description: `unknown client ${secret.slice(0, 20)}` });
    const { client } = create({ clientId: () => secret.slice(0, 20), clientSecret: () => id });
    const error = await failureOf(client.request(get));
    expect(error.message).toContain('mdb_sa_sk_…: ');
    expect(everythingIn(error)).not.toContain('S3cr3t');
  });

  it.each<[string, number, object | string]>([
    ['a wrong path', 404, { errorCode: 'RESOURCE_NOT_FOUND' }],
    ['an outage', 503, { detail: 'down' }],
  ])('because of %s says nothing about the request itself', async (_name, status, body) => {
    nock(origin)
      .post(tokenPath)
      .times(status === 503 ? 5 : 1)
      .reply(status, body);
    const { client } = create();
    const error = await failureOf(client.request({ method: 'DELETE', path: '/x', accept: [404] }));
    expect(error).toBeInstanceOf(OrgwrightError);
    // Neither refused nor lost: a provider must not take this for "already gone" or look for what was made.
    expect(error).not.toBeInstanceOf(ApiError);
    expect(error.message).toContain(`No token for the service account mdb_sa_id_66f0…: Example answered ${status}`);
  });

  it('because nobody answers says so', async () => {
    const fetch: typeof globalThis.fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error(`lost ${secret}`) }));
    const { client } = create({ fetch });
    const error = await failureOf(client.request(get));
    expect(error).not.toBeInstanceOf(ApiError);
    expect(error.message).toMatch(
      /^No token for the service account .*: No answer from Example \(api\.example\.test\)/,
    );
    expect(everythingIn(error)).not.toContain('S3cr3t');
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 5 });
  });

  it.each<[string, object | string]>([
    ['no token', { token_type: 'Bearer' }],
    ['another type', { access_token: 'tok-secret', token_type: 'mac' }],
    ['a token with a line break', { access_token: 'tok-secret\r\nx: y' }],
    ['a form', 'access_token=tok-secret&token_type=bearer'],
    ['a cut answer', '{"access_token": "tok-secret", "token_ty'],
    ['a list', []],
  ])('because the answer has %s shows no part of it', async (_name, body) => {
    nock(origin).post(tokenPath).reply(200, body);
    const { client } = create();
    const error = await failureOf(client.request(get));
    expect(error).toBeInstanceOf(OrgwrightError);
    expect(error).toMatchObject({ code: 'auth', hint: expect.stringMatching(/^Check the endpoint/) as string });
    expect(everythingIn(error)).not.toContain('tok-secret');
  });

  it('because id or secret is none is a ConfigError', async () => {
    for (const overrides of [{ clientId: () => '' }, { clientSecret: () => '' }, { clientId: () => 'a b' }]) {
      const error = await failureOf(create(overrides).client.request(get));
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.message).toMatch(/^The (client id|secret) of the service account /);
    }
  });

  it('because the secret cannot be had keeps what the source said to itself', async () => {
    const { client } = create({ clientSecret: () => Promise.reject(new Error(`vault: ${secret}`)) });
    const error = await failureOf(client.request(get));
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ status: 401 });
    expect(everythingIn(error)).not.toContain('S3cr3t');
  });
});

describe('giving up', () => {
  it('leaves the token to the others, and ends the request when nobody waits any more', async () => {
    const signals: AbortSignal[] = [];
    let answer: (response: Response) => void = () => undefined;
    const fetch: typeof globalThis.fetch = (_input, init) => {
      if (init?.signal) signals.push(init.signal);
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const { client } = create({ fetch });
    const [first, second] = [new AbortController(), new AbortController()];
    const one = failureOf(client.request({ ...get, signal: first.signal }));
    const two = client.request({ ...get, signal: second.signal });
    await new Promise(setImmediate);
    first.abort(new Error('gave up'));
    expect((await one).message).toBe('gave up');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    calls('tok');
    answer(Response.json({ access_token: 'tok', expires_in: 1 }));
    await two;

    const { client: other } = create({ fetch });
    const three = failureOf(other.request({ method: 'POST', path: '/x', signal: second.signal }));
    await new Promise(setImmediate);
    second.abort(new Error('gave up too'));
    expect((await three).message).toBe('gave up too');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
    expect(other.counts).toEqual({ reads: 0, writes: 0, auth: 1 });
  });
});
