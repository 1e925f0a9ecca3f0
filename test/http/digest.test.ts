/** HTTP Digest through the client, against a strict server on a real socket; nock only for answers it would not give. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthError, ConfigError, ConnectionError } from '../../src/errors.js';
import { type HttpClientOptions } from '../../src/http/client.js';
import { digest, type DigestOptions } from '../../src/http/digest.js';
import { startDigestServer, type DigestServer, type DigestServerOptions } from './digest-server.js';
import { closeNetwork, createTestClient, everythingIn, failureOf, origin, type TestClient } from './support.js';

const username = 'abcdefgh';
const password = '5a8e2f10-aaaa-4bbb-8ccc-0123456789ab';
const question = 'Digest realm="r", nonce="n1", qop="auth"';

let server: DigestServer | undefined;

beforeEach(closeNetwork);
afterEach(async () => {
  await server?.close();
  server = undefined;
  expect(nock.pendingMocks()).toEqual([]);
});

const login = (overrides: Partial<DigestOptions> = {}): Pick<HttpClientOptions, 'authorize'> => ({
  authorize: digest({ username: () => username, password: () => password, credential: 'API key', ...overrides }),
});

async function start(
  serverOptions: Partial<DigestServerOptions> = {},
  overrides: Partial<DigestOptions> = {},
): Promise<{ server: DigestServer; client: TestClient }> {
  server = await startDigestServer({ username, password, ...serverOptions });
  return { server, client: createTestClient({ baseUrl: server.url, allowedHosts: [], ...login(overrides) }) };
}

describe('digest', () => {
  it.each(['MD5', 'SHA-256'] as const)('answers a %s challenge once and goes on with it', async (algorithm) => {
    const { server, client } = await start({ algorithm });
    for (const path of ['/a', '/b?x=1&y=%22', '/c']) {
      expect((await client.request({ method: 'GET', path })).body).toEqual({ ok: true });
    }
    expect(server.log).toEqual(['challenged', 'in nonce-1 00000001', 'in nonce-1 00000002', 'in nonce-1 00000003']);
    expect(client.counts).toEqual({ reads: 3, writes: 0, auth: 1 });
    expect(client.time.slept).toEqual([]);
  });

  it('carries a write out once, and counts it once', async () => {
    const { server, client } = await start();
    await client.request({ method: 'POST', path: '/things', body: { a: 1 }, retry: 'never' });
    expect(server.done).toEqual(['POST /things {"a":1}']);
    expect(client.counts).toEqual({ reads: 0, writes: 1, auth: 1 });
  });

  it('asks for one challenge for 20 first calls at a time, and gives each its own count', async () => {
    const { server, client } = await start();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.request({ method: 'POST', path: `/${index}`, body: index })),
    );
    expect(server.log.filter((line) => line === 'challenged')).toHaveLength(1);
    expect(new Set(server.log).size).toBe(21);
    expect(server.done).toHaveLength(20);
    expect(client.counts).toEqual({ reads: 0, writes: 20, auth: 1 });
  });

  it.each([true, false])('takes a new challenge when the nonce is too old (said so: %s)', async (saysStale) => {
    const { server, client } = await start({ saysStale });
    await client.request({ method: 'GET', path: '/a' });
    server.forgetNonces();
    await client.request({ method: 'DELETE', path: '/b' });
    await client.request({ method: 'GET', path: '/c' });
    expect(server.log).toEqual([
      'challenged',
      'in nonce-1 00000001',
      'stale nonce-1 00000002',
      'in nonce-2 00000001',
      'in nonce-2 00000002',
    ]);
    expect(client.counts).toEqual({ reads: 2, writes: 1, auth: 2 });
  });

  it('gets 20 parallel calls through where nonces last for three uses', async () => {
    const { server, client } = await start({ uses: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, index) => client.request({ method: 'GET', path: `/${index}` })));
    expect(server.done).toHaveLength(20);
    expect(client.counts.reads).toBe(20);
  });

  it('uses the nonce that an answer names for the next request', async () => {
    const { server, client } = await start({ namesNext: true, uses: 1 });
    for (const path of ['/a', '/b', '/c']) await client.request({ method: 'GET', path });
    expect(server.log).toEqual(['challenged', 'in nonce-1 00000001', 'in nonce-2 00000001', 'in nonce-3 00000001']);
  });

  it('goes on counting where the server repeats its nonce', async () => {
    const counted: string[] = [];
    nock(origin).get('/x').times(2).reply(401, {}, { 'WWW-Authenticate': question });
    nock(origin)
      .get('/x')
      .times(3)
      .reply(function () {
        const header = String(this.req.headers['authorization']);
        counted.push(/nc=(\d+)/.exec(header)?.[1] ?? '');
        return [200, {}];
      });
    const client = createTestClient(login());
    // The first brings the challenge; the answer of one of the two is refused with the same nonce again.
    await Promise.all([client.request({ method: 'GET', path: '/x' }), client.request({ method: 'GET', path: '/x' })]);
    await client.request({ method: 'GET', path: '/x' });
    expect(new Set(counted).size).toBe(3);
  });

  it('is one credential over several clients', async () => {
    const { server, client } = await start();
    const { authorize } = login();
    const clients = [1, 2].map(() => createTestClient({ baseUrl: server.url, allowedHosts: [], authorize }));
    for (const each of clients) await each.request({ method: 'GET', path: '/a' });
    expect(server.log).toHaveLength(3);
    expect(client.counts.reads).toBe(0);
  });
});

describe('a first call that brings no challenge', () => {
  it('lets the others go on where no credentials are needed', async () => {
    const requests: (string | undefined)[] = [];
    nock(origin)
      .get('/x')
      .times(5)
      .reply(function () {
        requests.push(this.req.headers['authorization']);
        return [200, {}];
      });
    const client = createTestClient(login());
    await Promise.all(Array.from({ length: 5 }, () => client.request({ method: 'GET', path: '/x' })));
    expect(requests).toEqual(Array.from({ length: 5 }, () => undefined));
    expect(client.counts).toEqual({ reads: 5, writes: 0, auth: 0 });
  });

  it('lets the others go on where it was lost or given up', async () => {
    const end = new AbortController();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { pathname } = input as URL;
      if (pathname === '/lost') throw new TypeError('fetch failed');
      if (pathname === '/hangs') return new Promise(() => setImmediate(() => end.abort(new Error('gave up'))));
      if (new Headers(init?.headers).has('authorization')) return Response.json({});
      return Response.json({}, { status: 401, headers: { 'WWW-Authenticate': question } });
    };
    for (const path of ['/lost', '/hangs']) {
      const client = createTestClient({ ...login(), fetch });
      const first = failureOf(
        client.request({ method: 'POST', path, ...(path === '/hangs' && { signal: end.signal }) }),
      );
      const others = ['/a', '/b'].map((other) => client.request({ method: 'GET', path: other }));
      expect(await first).toBeInstanceOf(ConnectionError);
      expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
    }
  });

  it('does not hold who gives up while waiting for it', async () => {
    const end = new AbortController();
    const fetch: typeof globalThis.fetch = () => new Promise(() => undefined);
    const client = createTestClient({ ...login(), fetch, timeoutMs: 50, maxAttempts: 1 });
    const first = failureOf(client.request({ method: 'GET', path: '/a' }));
    const second = failureOf(client.request({ method: 'GET', path: '/b', signal: end.signal }));
    setImmediate(() => end.abort(new Error('gave up')));
    expect((await second).message).toBe('gave up');
    expect(client.counts.reads).toBe(1);
    expect(await first).toBeInstanceOf(ConnectionError);
  });
});

describe('a refused login', () => {
  it('is an AuthError after one challenge and one answer, and names the key', async () => {
    const { server, client } = await start({}, { password: () => 'wr0ng-secret' });
    const error = await failureOf(client.request({ method: 'POST', path: '/things', body: {} }));
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).toBe('Example answered 401 Unauthorized to POST /things: You are not authorized.');
    expect(error).toMatchObject({
      status: 401,
      hint: 'Check that the API key abcd… and its secret belong together, and that it was not revoked.',
    });
    expect(server.log).toEqual(['challenged', 'refused nonce-1 00000001']);
    expect(server.done).toEqual([]);
    expect(everythingIn(error)).not.toContain('wr0ng');
    expect(client.counts).toEqual({ reads: 0, writes: 1, auth: 1 });
  });

  it('ends for 20 parallel calls too', async () => {
    const { client } = await start({}, { password: () => 'wrong' });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => failureOf(client.request({ method: 'GET', path: '/x' }))),
    );
    expect(all.every((error) => error instanceof AuthError)).toBe(true);
    expect(client.counts).toEqual({ reads: 20, writes: 0, auth: 20 });
  });

  it('ends where the server calls every answer stale', async () => {
    nock(origin)
      .get('/x')
      .times(6)
      .reply(401, {}, { 'WWW-Authenticate': `${question}, stale=true` });
    const client = createTestClient(login());
    expect(await failureOf(client.request({ method: 'GET', path: '/x' }))).toBeInstanceOf(AuthError);
  });

  it('shows little of what may be the secret in the place of the name', async () => {
    const { client } = await start({}, { username: () => password, password: () => username });
    const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
    expect(error).toMatchObject({ hint: expect.stringContaining('API key 5a8e… and') as string });
    expect(everythingIn(error)).not.toContain(password.slice(0, 8));
  });

  it('hides the answer to the challenge where it is quoted back', async () => {
    const quoted: string[] = [];
    nock(origin).get('/x').reply(401, {}, { 'WWW-Authenticate': question });
    nock(origin)
      .get('/x')
      .reply(400, function () {
        const header = String(this.req.headers['authorization']);
        quoted.push(/response="([^"]+)"/.exec(header)?.[1] ?? 'none');
        return { detail: `bad answer ${quoted[0]}` };
      });
    const error = await failureOf(createTestClient(login()).request({ method: 'GET', path: '/x' }));
    expect(error.message).toContain('bad answer (secret)');
  });
});

describe('a 401 that is no challenge', () => {
  it('is not answered: the credentials were good, the role is missing', async () => {
    const { server, client } = await start();
    const error = await failureOf(client.request({ method: 'PATCH', path: '/forbidden', body: {} }));
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({
      message: expect.stringContaining('Owners only.') as string,
      hint: 'Check that the API key abcd… still exists and has a role here that allows this.',
    });
    expect(server.log).toHaveLength(2);
    expect(client.counts).toEqual({ reads: 0, writes: 1, auth: 1 });
  });

  it.each([
    ['no Digest', 'Bearer realm="r"', /does not ask for HTTP Digest/],
    [
      'a Digest that we lack',
      'Digest realm="r", nonce="n", qop="auth-int"',
      /a kind of HTTP Digest that is not supported/,
    ],
  ])('says so where the server asks for %s', async (_name, header, hint) => {
    nock(origin).get('/x').reply(401, {}, { 'WWW-Authenticate': header });
    const error = await failureOf(createTestClient(login()).request({ method: 'GET', path: '/x' }));
    expect(error).toMatchObject({ hint: expect.stringMatching(hint) as string });
  });
});

it('takes the first of several challenges that it can answer', async () => {
  const several = `Digest realm="r", nonce="n0", qop="auth", algorithm=SHA-512-256, Digest realm="r", nonce="n1", qop="auth", algorithm=SHA-256`;
  nock(origin).get('/x').reply(401, {}, { 'WWW-Authenticate': several });
  nock(origin, { reqheaders: { authorization: /nonce="n1".*algorithm=SHA-256,/ } })
    .get('/x')
    .reply(200, {});
  await createTestClient(login()).request({ method: 'GET', path: '/x' });
});

it.each<[string, Partial<DigestOptions>, string]>([
  ['an empty name', { username: () => ' ' }, 'The user name of the API key is empty.'],
  ['a name with a space', { username: () => 'a b' }, 'The user name of the API key has characters that no id has'],
  ['an empty secret', { password: () => '\n' }, 'The secret of the API key is empty.'],
  ['two lines', { password: () => 'a\nb' }, 'The secret of the API key has a control character'],
])('refuses %s before anything is sent', async (_name, overrides, message) => {
  const client = createTestClient(login(overrides));
  const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
  expect(error).toBeInstanceOf(ConfigError);
  expect(error.message).toContain(message);
  expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 0 });
});
