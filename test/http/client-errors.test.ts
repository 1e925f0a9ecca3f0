/** What a person is told when a vendor refuses, and that it never holds the token. */
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError, AuthError, OrgwrightError } from '../../src/errors.js';
import { type HttpClientOptions } from '../../src/http/client.js';
import { closeNetwork, createTestClient, everythingIn, failureOf, origin, token } from './support.js';

beforeEach(closeNetwork);
afterEach(() => expect(nock.pendingMocks()).toEqual([]));

async function refusal(
  status: number,
  body: string | object,
  headers: Record<string, string> = {},
  options: Partial<HttpClientOptions> = {},
): Promise<ApiError> {
  nock(origin).patch('/v1/x').reply(status, body, headers);
  const client = createTestClient({ maxAttempts: 1, ...options });
  const error = await failureOf(client.request({ method: 'PATCH', path: '/v1/x' }));
  if (!(error instanceof ApiError)) throw error;
  return error;
}

describe('a refused request', () => {
  it('says what the vendor said, to what, and the request id', async () => {
    const error = await refusal(400, {
      message: 'Invalid request: bad role',
      requestId: 'req-7',
      statusCode: 400,
      fieldErrors: [
        { code: 'max', field: 'name', message: 'is too long' },
        { field: 'role', message: 'is unknown' },
        'junk',
      ],
    });
    expect(error.message).toBe(
      'Example answered 400 Bad Request to PATCH /v1/x: Invalid request: bad role [name: is too long; role: is unknown] (request id req-7)',
    );
    expect(error).toMatchObject({ method: 'PATCH', path: '/v1/x', status: 400, requestId: 'req-7', code: 'api' });
  });

  it.each<[number, RegExp]>([
    [400, /^Change what the message names/],
    [401, /^Check that the variable or file the provider names holds a current Example token/],
    [403, /^Give the token a role in Example/],
    [404, /^Check the id in the configuration/],
    [409, /^Plan again/],
    [429, /^Wait/],
    [500, /^Run again later; .*Example support/],
    [503, /^Run again later/],
  ])('%i has a next step', async (status, hint) => {
    const error = await refusal(status, { message: 'no' });
    expect(error.hint).toMatch(hint);
    expect(error instanceof AuthError).toBe(status === 401);
  });

  it.each<[string, string | object, string]>([
    ['SCIM and Atlas', { detail: 'uniqueness', status: '409' }, 'uniqueness'],
    ['OAuth', { error: 'invalid_client', error_description: 'unknown client' }, 'unknown client'],
    ['OAuth without description', { error: 'invalid_client' }, 'invalid_client'],
    ['Graph', { error: { code: 'X', message: 'Insufficient privileges' } }, 'Insufficient privileges'],
    ['a JSON string', '"just text"', 'just text'],
    ['only field errors', { fieldErrors: [{ message: 'bad' }] }, 'bad'],
    ['plain text', 'upstream timed out', 'upstream timed out'],
    [
      'HTML',
      ' <!DOCTYPE html><html>',
      'an HTML or XML page, probably from a proxy or gateway rather than the API itself',
    ],
    ['no text', {}, 'no message (application/json)'],
  ])('reads the text of %s', async (_name, body, expected) => {
    expect((await refusal(418, body)).message).toBe(`Example answered 418 I'm a Teapot to PATCH /v1/x: ${expected}`);
  });

  it('is short where nothing was said, even on an unknown status', async () => {
    expect((await refusal(499, '')).message).toBe('Example answered status 499 to PATCH /v1/x');
  });

  it.each(['x-request-id', 'Request-Id', 'X-Correlation-Id'])(
    'takes the request id from the header %s',
    async (name) => {
      const error = await refusal(400, { message: 'no' }, { [name]: 'h-1' });
      expect(error).toMatchObject({ requestId: 'h-1' });
      expect(error.message).toMatch(/ \(request id h-1\)$/);
    },
  );

  it("prefers the vendor's own reader", async () => {
    const errorText = (): { message: string; requestId: string } => ({ message: 'own text', requestId: 'own-id' });
    const error = await refusal(400, { message: 'usual' }, {}, { errorText });
    expect(error.message).toBe('Example answered 400 Bad Request to PATCH /v1/x: own text (request id own-id)');
  });

  it('treats what the vendor wrote as data', async () => {
    const message = 'a\u001B[31mred\u001B[0m\u001B]0;title\u0007\r\n::error::b\u202Ec\u200B\u2028d\u0000\u009B2J\uD800';
    const error = await refusal(400, { message, requestId: 'id\u001B[2J\n1' });
    expect(error.message).toBe(
      'Example answered 400 Bad Request to PATCH /v1/x: ared ::error::bc d \uFFFD (request id id 1)',
    );
  });

  it('caps the length', async () => {
    const error = await refusal(400, { message: 'é'.repeat(100_000), requestId: 'x'.repeat(100_000) });
    expect(error.message.length).toBeLessThan(800);
    expect(error.message).toContain('é…');
  });

  it('refuses a 2xx that is not JSON rather than take it for empty', async () => {
    const error = await refusal(200, '<html>\u001B[1mPlease log in</html>', {
      'content-type': 'text/html',
      'x-request-id': 'r',
    });
    expect(error.message).toBe(
      'Example answered 200 OK to PATCH /v1/x with something that is not JSON (text/html): <html>Please log in</html> (request id r)',
    );
    expect((await refusal(200, '{"cut": "of')).message).toContain('not JSON (no content type): {"cut": "of');
    expect(error.hint).toMatch(/^Check the endpoint/);
  });
});

describe('a redirect', () => {
  it.each([307, 308])('%i to the same host is followed with method, body and token', async (status) => {
    nock('https://api.example.test').patch('/v1/x', { a: 1 }).reply(status, '', { location: '/v2/x?y=1' });
    nock('https://api.example.test', { reqheaders: { authorization: `Bearer ${token}` } })
      .patch('/v2/x?y=1', { a: 1 })
      .reply(200, { ok: true });
    const answer = await createTestClient().request({ method: 'PATCH', path: '/v1/x', body: { a: 1 } });
    expect(answer.body).toEqual({ ok: true });
    expect(nock.isDone()).toBe(true);
  });

  it.each([
    ['for ever', '/v1/x'],
    ['to another port', 'https://api.example.test:8443/v1/x'],
    ['to plain http', 'http://api.example.test/v1/x'],
    ['with a password', 'https://user:password@api.example.test/v1/x'],
  ])('%s is refused', async (_, location) => {
    nock('https://api.example.test').persist().get('/v1/x').reply(307, '', { location });
    await expect(createTestClient().request({ method: 'GET', path: '/v1/x' })).rejects.toThrow(/redirected GET/);
    nock.cleanAll();
  });

  it('never makes a write of a search', async () => {
    nock('https://api.example.test').post('/Users/.search').reply(308, '', { location: '/Users' });
    await expect(createTestClient().request({ method: 'POST', path: '/Users/.search', body: {} })).rejects.toThrow(
      /redirected POST/,
    );
    expect(nock.isDone()).toBe(true);
  });

  it.each([301, 302, 303, 307, 308])('%i is refused and only its host named', async (status) => {
    nock('https://evil.test').get('/v1/x').reply(200, {});
    const error = await refusal(status, '', { location: 'https://evil.test/login?session=s3cret' });
    expect(error.message).toBe(
      'Example redirected PATCH /v1/x to evil.test; redirects are refused so that a token reaches no other host',
    );
    expect(error).toMatchObject({ status, code: 'api' });
    expect(nock.pendingMocks()).toHaveLength(1);
    nock.cleanAll();
  });

  it('that may change the method is refused on the same host too, as is one without a target', async () => {
    expect((await refusal(302, '', { location: '/elsewhere' })).message).toContain('to api.example.test;');
    expect((await refusal(302, '')).message).toContain('to an address not given;');
  });
});

describe('the token', () => {
  it.each<[string, string | object, Record<string, string>]>([
    ['message', { message: `bad token ${token}!`, requestId: token }, {}],
    ['header line', { message: `got Authorization: Bearer ${token}` }, { 'x-request-id': token }],
    ['split by invisible characters', { message: `bad ${token.slice(0, 9)}\u200B${token.slice(9)}` }, {}],
    ['at the cut', { message: `${'x'.repeat(490)}${token}` }, {}],
    ['percent-encoded', { message: encodeURIComponent(token) }, {}],
    ['field errors', { fieldErrors: [{ field: token, message: token }] }, {}],
    ['plain text', `nope: ${token}`, {}],
  ])('is not shown when the vendor quotes it: %s', async (_name, body, headers) => {
    for (const status of [400, 401, 200]) {
      if (status === 200 && typeof body !== 'string') continue;
      const text = everythingIn(await refusal(status, body, headers));
      expect(text).not.toContain(token);
      expect(text).not.toContain(token.slice(0, 9));
    }
  });

  it('is not shown in a redirect, nor one that a gateway put in its place', async () => {
    expect(everythingIn(await refusal(302, '', { location: `https://${token}.evil.test/${token}` }))).not.toContain(
      token,
    );
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    expect(everythingIn(await refusal(400, { message: `expired: ${jwt}` }))).not.toContain('eyJ');
  });

  it('is not shown when fetch fails quoting it, and no cause is kept', async () => {
    const fetch: typeof globalThis.fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error(`invalid header Bearer ${token}`) }));
    const client = createTestClient({ fetch });
    const error = await failureOf(client.request({ method: 'GET', path: '/x' }));
    expect(error).toBeInstanceOf(OrgwrightError);
    expect(everythingIn(error)).not.toContain(token);
    expect(JSON.stringify(client.retries)).not.toContain(token);
    expect(error.cause).toBeUndefined();
  });

  it('covers a password in Basic credentials', async () => {
    const authorize = (headers: Headers): void =>
      headers.set('authorization', `Basic ${Buffer.from('client:hunter22').toString('base64')}`);
    expect(everythingIn(await refusal(400, { message: 'no: hunter22' }, {}, { authorize }))).not.toContain('hunter22');
  });
});
