/** What is sent and what comes back, at the edge: method, path, headers, body. Retries and errors have their own files. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, InternalError, SafetyError } from '../../src/errors.js';
import { bearer } from '../../src/http/auth.js';
import { type HttpRequest } from '../../src/http/client.js';
import { closeNetwork, createTestClient, everythingIn, failureOf, origin, token } from './support.js';

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

describe('a request', () => {
  it('sends method, path, query, JSON body and headers as given', async () => {
    const headers: Record<string, string> = {};
    nock(origin)
      .post('/base/v1/teams?sorts=id:asc&x=%20', (body) => JSON.stringify(body) === '{"name":"dba","memberIds":[]}')
      .reply(function reply() {
        Object.assign(headers, this.req.headers);
        return [200, { id: 't1' }, { 'X-Request-Id': 'req-1' }];
      });
    const client = createTestClient({
      baseUrl: `${origin}/base/`,
      headers: { 'x-client': 'orgwright', accept: 'application/x' },
    });
    const response = await client.request({
      method: 'POST',
      path: '/v1/teams?sorts=id:asc&x=%20',
      body: { name: 'dba', memberIds: [] },
      headers: { 'if-match': '"1"', authorization: 'mine' },
    });
    expect(response).toMatchObject({ status: 200, body: { id: 't1' }, requestId: 'req-1' });
    expect(response.headers.get('x-request-id')).toBe('req-1');
    expect(headers).toMatchObject({
      authorization: `Bearer ${token}`,
      accept: 'application/x',
      'content-type': 'application/json',
      'user-agent': 'orgwright',
      'x-client': 'orgwright',
      'if-match': '"1"',
    });
  });

  it('lets a request name its media type, and has none without a body', async () => {
    nock(origin).matchHeader('content-type', 'application/scim+json').patch('/Users/1').reply(204);
    nock(origin, { badheaders: ['content-type'] })
      .post('/verify', '')
      .reply(200, {});
    const client = createTestClient();
    const headers = { 'content-type': 'application/scim+json' };
    await client.request({ method: 'PATCH', path: '/Users/1', body: {}, headers });
    await client.request({ method: 'POST', path: '/verify' });
  });

  it.each([
    [204, '', undefined],
    [200, '', undefined],
    [200, ' \n', undefined],
    [200, 'null', null],
    [200, '\u{FEFF}[1]', [1]],
    [201, '"x"', 'x'],
  ])('decodes %i %j', async (status, text, expected) => {
    nock(origin).get('/x').reply(status, text);
    expect((await createTestClient().request({ method: 'GET', path: '/x' })).body).toEqual(expected);
  });

  it('returns the statuses that the caller accepts', async () => {
    nock(origin).delete('/x').reply(404, { message: 'gone', requestId: 'r' });
    nock(origin).get('/y').reply(403, '<html>no</html>');
    const client = createTestClient();
    const gone = await client.request({ method: 'DELETE', path: '/x', accept: [404] });
    expect(gone).toMatchObject({ status: 404, body: { message: 'gone' }, requestId: 'r' });
    expect(await client.request({ method: 'GET', path: '/y', accept: [403] })).toMatchObject({
      status: 403,
      body: undefined,
    });
  });

  it('asks for the token each time it sends', async () => {
    let asked = 0;
    nock(origin).matchHeader('authorization', 'Bearer token-1').get('/x').reply(500);
    nock(origin).matchHeader('authorization', 'Bearer token-2').get('/x').reply(200, {});
    await createTestClient({ authorize: bearer(async () => `token-${(asked += 1)}\n`) }).request({
      method: 'GET',
      path: '/x',
    });
  });

  it('counts what it sent, every attempt, as the vendor does', async () => {
    nock(origin).get('/a').times(2).reply(500).get('/a').reply(200).head('/a').reply(200);
    nock(origin)
      .post('/Users/.search')
      .reply(200, {})
      .post('/a')
      .reply(200)
      .delete('/a')
      .reply(204)
      .put('/a')
      .reply(200);
    const client = createTestClient();
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'PUT'] as const)
      await client.request({ method, path: '/a' });
    await client.request({ method: 'POST', path: '/Users/.search', body: {} });
    expect(client.counts).toEqual({ reads: 5, writes: 3, auth: 0 });
  });
});

describe('what is refused before anything is sent', () => {
  it.each<HttpRequest>([
    { method: 'POST', path: '/v1/teams' },
    { method: 'PUT', path: '/x/.search' },
    { method: 'PATCH', path: '/x' },
    { method: 'DELETE', path: '/x' },
    { method: 'POST', path: '/x?a=/.search' },
    { method: 'POST', path: '/teams/a.search' },
    { method: 'POST', path: '/x/.search/y' },
  ])('a write of a client that only reads: $method $path', async (request) => {
    const client = createTestClient({
      access: 'read',
      authorize: () => {
        throw new Error('the secret must not even be fetched');
      },
    });
    const error = await failureOf(client.request(request));
    expect(error).toBeInstanceOf(SafetyError);
    expect(error.message).toBe(
      `Refused to send ${request.method} ${request.path} to Example: this command only reads.`,
    );
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 0 });
  });

  it('but not a read', async () => {
    nock(origin)
      .get('/x')
      .reply(200)
      .head('/x')
      .reply(200)
      .post('/.search')
      .reply(200)
      .post('/v2/Users/.search?a=b')
      .reply(200);
    const client = createTestClient({ access: 'read' });
    await client.request({ method: 'GET', path: '/x' });
    await client.request({ method: 'HEAD', path: '/x' });
    await client.request({ method: 'POST', path: '/.search' });
    await client.request({ method: 'POST', path: '/v2/Users/.search?a=b' });
  });

  it.each([
    '',
    'x',
    'https://evil.test/',
    '@evil.test/',
    '/../x',
    '/a/../b',
    '/a/%2e%2E/b',
    '/a/./b',
    '/a\\..\\b',
    '/a\nb',
    '/a#b',
  ])('the path %j', async (path) => {
    const client = createTestClient({ baseUrl: `${origin}/v1` });
    await expect(client.request({ method: 'GET', path })).rejects.toThrow(SafetyError);
    expect(client.counts).toEqual({ reads: 0, writes: 0, auth: 0 });
  });

  it('keeps a path that looks like a host on its own host', async () => {
    nock(origin).get('//evil.test/x').reply(200, {});
    await createTestClient().request({ method: 'GET', path: '//evil.test/x' });
  });

  it.each(['https://evil.test', 'http://api.example.test', `https://me:pw@api.example.test`])(
    'the base URL %s',
    (baseUrl) => {
      expect(() => createTestClient({ baseUrl })).toThrow(SafetyError);
    },
  );

  it.each(['', '  ', 'two words', 'line\nbreak-secret', 'ümlaut'])('the token %j, without showing it', async (bad) => {
    const client = createTestClient({ authorize: bearer(() => bad) });
    const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
    expect(error).toBeInstanceOf(ConfigError);
    if (bad.trim() !== '') expect(everythingIn(error)).not.toContain(bad);
    expect(client.counts.reads).toBe(0);
  });

  it('a header that is none, and an authorize that fails, without showing the secret', async () => {
    const client = createTestClient({ headers: { 'x-secret': 'hunter2\n!' } });
    const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
    expect(error).toBeInstanceOf(InternalError);
    expect(everythingIn(error)).not.toContain('hunter2');

    const authorize = (headers: Headers): void => headers.set('authorization', 'Bearer hunter2\n!');
    const other = await failureOf(createTestClient({ authorize }).request({ method: 'GET', path: '/x' }));
    expect(other.message).toBe('Could not prepare the credentials for Example.');
    expect(everythingIn(other)).not.toContain('hunter2');
  });
});
