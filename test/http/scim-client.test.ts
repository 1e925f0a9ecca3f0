/** A SCIM service at the edge: addresses, headers, errors, waiting, versions. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.js';
import type { ConnectionOptions } from '../../src/core/provider.js';
import { ConfigError, SafetyError } from '../../src/errors.js';
import { createScimClient, type ScimClient } from '../../src/providers/scim/client.js';
import { closeNetwork, createFakeTime, everythingIn, failureOf, token, type FakeTime } from './support.js';

const host = 'https://scim.example.test';

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

interface Overrides {
  readonly settings?: JsonObject;
  readonly access?: 'read' | 'write';
  readonly http?: Partial<ConnectionOptions['http']>;
}

function create({ settings, access = 'write', http }: Overrides = {}): ScimClient & { readonly time: FakeTime } {
  const time = createFakeTime();
  const client = createScimClient({
    settings: settings ?? { baseUrl: `${host}/scim/v2/`, token: { env: 'SCIM_TOKEN' } },
    access,
    http: {
      fetch: (input, init) => globalThis.fetch(input, init),
      now: time.now,
      sleep: time.sleep,
      random: () => 0.5,
      secret: async () => token,
      allowedHosts: ['scim.example.test'],
      endpoint: undefined,
      rateLimit: true,
      clientVersion: '1.2.3',
      ...http,
    },
  });
  return { ...client, time };
}

describe('the base URL', () => {
  it('gives the path that every request begins with', async () => {
    nock(host).get('/scim/v2/Users/1').reply(200, { id: '1' });
    const client = create();
    expect(client.basePath).toBe('/scim/v2');
    expect((await client.send({ method: 'GET', path: '/scim/v2/Users/1' })).body).toEqual({ id: '1' });
  });

  it('may have no path', async () => {
    nock(host).get('/Users/1').reply(200, { id: '1' });
    const client = create({ settings: { baseUrl: host, token: {} } });
    expect(client.basePath).toBe('');
    expect((await client.ask('/Users/1', [])).body).toEqual({ id: '1' });
  });

  it.each<[string, Overrides, RegExp]>([
    ['absent', { settings: { token: {} } }, /has no baseUrl/],
    ['empty', { settings: { baseUrl: '', token: {} } }, /has no baseUrl/],
    ['no text', { settings: { baseUrl: 7, token: {} } }, /has no baseUrl/],
  ])('must be there: %s', (_, overrides, message) => {
    expect(() => create(overrides)).toThrow(ConfigError);
    expect(() => create(overrides)).toThrow(message);
  });

  it.each<[string, string]>([
    ['another host', 'https://evil.example/scim'],
    ['plain http', 'http://scim.example.test/v2'],
    ['a query', 'https://scim.example.test/v2?aadOptscim062020'],
    ['a password', 'https://a:b@scim.example.test/v2'],
  ])('must be safe: %s', (_, baseUrl) => {
    expect(() => create({ settings: { baseUrl, token: {} } })).toThrow(SafetyError);
  });

  it("may be Astro's own without being named in the environment", () => {
    const settings = { baseUrl: 'https://api.astronomer.io/scim/v2/cl1', token: {} };
    expect(create({ settings, http: { allowedHosts: [] } }).basePath).toBe('/scim/v2/cl1');
  });
});

describe('a request', () => {
  it('has the token, the media type of SCIM and the headers that it brings', async () => {
    nock(host)
      .patch('/scim/v2/Users/1', { schemas: [] })
      .matchHeader('authorization', `Bearer ${token}`)
      .matchHeader('accept', 'application/scim+json, application/json')
      .matchHeader('content-type', 'application/scim+json')
      .matchHeader('user-agent', 'orgwright/1.2.3')
      .matchHeader('if-match', 'W/"1"')
      .reply(204);
    nock(host, { badheaders: ['content-type'] })
      .delete('/scim/v2/Users/1')
      .reply(204);
    const client = create();
    const path = '/scim/v2/Users/1';
    await client.send({ method: 'PATCH', path, body: { schemas: [] }, headers: { 'if-match': 'W/"1"' } });
    await client.send({ method: 'DELETE', path });
    expect(client.counts).toEqual({ reads: 0, writes: 2, auth: 0 });
  });

  it('is refused before it is sent where it writes and the connection only reads', async () => {
    const client = create({ access: 'read' });
    await expect(client.send({ method: 'DELETE', path: '/scim/v2/Users/1' })).rejects.toThrow(SafetyError);
    nock(host).post('/scim/v2/.search').reply(200, {});
    await client.send({ method: 'POST', path: '/scim/v2/.search', body: {} });
    expect(client.counts.reads).toBe(1);
  });

  it('names what is wrong with the token, and never the token', async () => {
    nock(host)
      .get('/scim/v2/Users/1')
      .reply(401, { schemas: [], status: 401, detail: `Bad token ${token}` });
    const error = await failureOf(create().ask('/Users/1', []));
    expect(error).toMatchObject({ code: 'auth', status: 401 });
    expect(everythingIn(error)).not.toContain(token);
  });

  it.each<[JsonObject, string]>([
    [{ status: '409', scimType: 'uniqueness', detail: 'Taken.' }, 'Taken. (uniqueness)'],
    [{ status: 409, scimType: 'uniqueness' }, '(uniqueness)'],
    [{ status: 409, detail: 'Taken.', scimType: '' }, 'Taken.'],
    [{ message: 'In a way of its own' }, 'In a way of its own'],
  ])('says what the service says: %j', async (body, said) => {
    nock(host).post('/scim/v2/Users').reply(409, body);
    const error = await failureOf(create().send({ method: 'POST', path: '/scim/v2/Users', body: {} }));
    expect(error.message).toBe(`SCIM service scim.example.test answered 409 Conflict to POST /scim/v2/Users: ${said}`);
  });

  it('waits as long as the service asks for, and so do the others', async () => {
    nock(host).get('/scim/v2/Users/1').reply(429, {}, { 'retry-after': '7' });
    nock(host).get('/scim/v2/Users/1').reply(200, { id: '1' });
    const client = create();
    expect((await client.ask('/Users/1', [])).status).toBe(200);
    expect(client.time.slept[0]).toBe(7000);
  });

  it.each([true, false])('is one of eight at most under way (rate limit: %s)', async (rateLimit) => {
    let most = 0;
    let underWay = 0;
    const waiting: (() => void)[] = [];
    const fetch: typeof globalThis.fetch = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      // Answers as soon as the eighth is there, so that a ninth would be seen.
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 8) for (const release of waiting.splice(0)) release();
      });
      underWay -= 1;
      return Response.json({});
    };
    const client = create({ http: { fetch, rateLimit } });
    await Promise.all(Array.from({ length: 24 }, (_, index) => client.ask(`/Users/${index}`, [])));
    expect(most).toBe(8);
  });
});

describe('discovery', () => {
  it('is asked for again where a connection was lost or the service was busy', async () => {
    nock(host).get('/scim/v2/ServiceProviderConfig').times(5).reply(429, {});
    const client = create();
    await expect(client.capabilities()).rejects.toMatchObject({ status: 429 });
    nock(host)
      .get('/scim/v2/ServiceProviderConfig')
      .reply(200, { patch: { supported: false } });
    expect((await client.capabilities()).patch).toBe(false);
    expect((await client.capabilities()).patch).toBe(false);
  });

  it('does not hide that there is no token', async () => {
    const secret = async (): Promise<string> => {
      throw new ConfigError('SCIM_TOKEN is not set.');
    };
    await expect(create({ http: { secret } }).capabilities()).rejects.toThrow('SCIM_TOKEN is not set.');
  });
});

describe('versions', () => {
  async function versioned(supported: boolean): Promise<ScimClient> {
    nock(host).get('/scim/v2/ServiceProviderConfig').reply(200, { etag: { supported } });
    const client = create();
    await client.capabilities();
    return client;
  }
  const at = (path: string): string => `/scim/v2${path}`;

  it('are remembered of lists, single resources and writes, by path', async () => {
    const client = await versioned(true);
    nock(host)
      .get('/scim/v2/Users?count=2')
      .reply(200, {
        Resources: [
          { id: 'a b', meta: { version: 'W/"1"' } },
          { id: 'c', meta: { version: 'not a version' } },
          { id: 'd' },
        ],
      });
    nock(host)
      .get('/scim/v2/Groups/g')
      .reply(200, { id: 'g', meta: { version: '"2"' } });
    nock(host)
      .get('/scim/v2/Users/h')
      .reply(200, { id: 'h', meta: { version: '"2"' } }, { etag: 'W/"3"' });
    nock(host)
      .post('/scim/v2/Users')
      .reply(201, { id: 'n', meta: { version: '"4"' } });
    await client.ask('/Users?count=2', []);
    await client.ask('/Groups/g', []);
    await client.ask('/Users/h', []);
    await client.send({ method: 'POST', path: at('/Users'), body: {} });
    expect([...client.etags]).toEqual([
      [at('/Users/a%20b'), 'W/"1"'],
      [at('/Groups/g'), '"2"'],
      [at('/Users/h'), 'W/"3"'],
      [at('/Users/n'), '"4"'],
    ]);
  });

  it('follow a write, and are forgotten where it does not tell the new one', async () => {
    const client = await versioned(true);
    for (const id of ['a', 'b', 'c', 'd']) client.etags.set(at(`/Users/${id}`), '"1"');
    nock(host)
      .patch('/scim/v2/Users/a')
      .reply(200, { id: 'a', meta: { version: '"2"' } });
    nock(host).patch('/scim/v2/Users/b').reply(204);
    nock(host).delete('/scim/v2/Users/c').reply(204);
    nock(host).put('/scim/v2/Users/d').reply(204, undefined, { etag: '"5"' });
    await client.send({ method: 'PATCH', path: at('/Users/a'), body: {} });
    await client.send({ method: 'PATCH', path: at('/Users/b'), body: {} });
    await client.send({ method: 'DELETE', path: at('/Users/c') });
    await client.send({ method: 'PUT', path: at('/Users/d'), body: {} });
    expect([...client.etags]).toEqual([
      [at('/Users/a'), '"2"'],
      [at('/Users/d'), '"5"'],
    ]);
  });

  it('are not remembered where the service does not support them, nor of anything else', async () => {
    const client = await versioned(false);
    nock(host).get('/scim/v2/Users/a').reply(200, { id: 'a' }, { etag: '"1"' });
    await client.ask('/Users/a', []);
    expect(client.etags.size).toBe(0);
    const other = await versioned(true);
    nock(host)
      .get('/scim/v2/Schemas')
      .reply(200, { Resources: [{ id: 'x', attributes: [] }] }, { etag: '"1"' });
    nock(host).get('/scim/v2/Users/a').reply(404, {});
    await other.schemas();
    await other.ask('/Users/a', [404]);
    expect(other.etags.size).toBe(0);
  });
});
