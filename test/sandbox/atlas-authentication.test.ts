import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasClient,
  atlasWorld,
  digestAnswer,
  federationPath,
  labs,
  lone,
  orgPath,
  startAtlas,
  token,
  tokenRequest,
} from './atlas-support.js';
import { pick } from './support.js';

const narrow = {
  serviceAccounts: [
    { clientId: 'labs-owner', clientSecret: 's', organizations: [labs] },
    { clientId: 'acme-member', clientSecret: 's', organizations: [acme], roles: ['ORG_MEMBER'] },
    { clientId: 'lone-owner', clientSecret: 's', organizations: [lone], accessList: ['10.0.0.0/8'] },
    { clientId: 'odd+id', clientSecret: 'a b:c%&' },
  ],
  apiKeys: [{ publicKey: 'labskey', privateKey: 'k', organizations: [labs] }],
};
const narrowWorld = (parts: Parameters<typeof atlasWorld>[0] = {}) => atlasWorld({ atlas: narrow, ...parts });

describe('access tokens', () => {
  it('come from the client credentials grant and last an hour of the sandbox clock', async () => {
    const client = await startAtlas();
    const answer = await tokenRequest(client.sandbox);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 3600,
    });
    await client.control('PUT', 'clock', { now: '2030-01-01T00:00:00Z' });
    const later = await atlasClient(client.sandbox);
    expect((await later.get(orgPath)).status).toBe(200);
    await client.control('PUT', 'clock', { now: '2030-01-01T00:59:59Z' });
    expect((await later.get(orgPath)).status).toBe(200);
    await client.control('PUT', 'clock', { now: '2030-01-01T01:00:00Z' });
    const expired = await later.get(orgPath);
    expect(expired).toMatchObject({
      status: 401,
      body: { error: 401, errorCode: 'UNAUTHORIZED', reason: 'Unauthorized' },
    });
    expect(expired.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  it('are refused to who is unknown, in the words of OAuth', async () => {
    const { sandbox } = await startAtlas();
    for (const [id, secret] of [
      ['nobody', 'x'],
      [undefined, 'wrong'],
    ] as const) {
      const answer = await tokenRequest(sandbox, id, secret);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
    }
    const grant = await tokenRequest(sandbox, undefined, undefined, 'grant_type=password');
    expect([grant.status, await grant.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
    const none = await tokenRequest(sandbox, undefined, undefined, '');
    expect([none.status, await none.json()]).toMatchObject([400, { error: 'invalid_request' }]);
  });

  it('take an id and a secret as they are or form-encoded', async () => {
    const { sandbox } = await startAtlas(narrowWorld());
    expect((await tokenRequest(sandbox, 'odd+id', 'a b:c%&')).status).toBe(200);
    expect((await tokenRequest(sandbox, 'odd%2Bid', 'a+b%3Ac%25%26')).status).toBe(200);
    expect((await tokenRequest(sandbox, 'odd+id', 'a b:c')).status).toBe(401);
  });

  it('are revoked', async () => {
    const { sandbox } = await startAtlas();
    const bearer = await token(sandbox);
    const client = await atlasClient(sandbox, bearer);
    const basic = Buffer.from(
      `${sandbox.credentials['ATLAS_CLIENT_ID']}:${sandbox.credentials['ATLAS_CLIENT_SECRET']}`,
    );
    const revoke = await sandbox.fetch(
      new Request('http://127.0.0.1/api/oauth/revoke', {
        method: 'POST',
        headers: {
          authorization: `Basic ${basic.toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ token: bearer }).toString(),
      }),
    );
    expect(revoke.status).toBe(200);
    expect((await client.get(orgPath)).status).toBe(401);
    expect((await (await atlasClient(sandbox)).get(orgPath)).status).toBe(200);
  });

  it.each([
    [{}, 10],
    [{ atlasTokensPerMinute: 50 }, 50],
  ])('are limited by client and minute: %o', async (switches, limit) => {
    let now = 0;
    const { sandbox } = await startAtlas(narrowWorld({ rest: { switches } }), { rateLimit: true, now: () => now });
    for (let at = 1; at < limit; at += 1) expect((await tokenRequest(sandbox)).status).toBe(200);
    const refused = await tokenRequest(sandbox);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      errorCode: 'RATE_LIMITED',
      parameters: ['/api/oauth/token', limit, 1],
    });
    expect((await tokenRequest(sandbox, 'labs-owner', 's')).status).toBe(200);
    now += 60_000;
    expect((await tokenRequest(sandbox)).status).toBe(200);
  });

  it('have two endpoints, both POST', async () => {
    const { sandbox } = await startAtlas();
    const status = async (method: string, path: string) =>
      (await sandbox.fetch(new Request(`http://127.0.0.1${path}`, { method }))).status;
    expect(await status('GET', '/api/oauth/token')).toBe(405);
    expect(await status('POST', '/api/oauth/other')).toBe(404);
  });
});

it('gives out development credentials of the vendor shape', async () => {
  const { sandbox } = await startAtlas();
  expect(sandbox.credentials['ATLAS_CLIENT_ID']).toMatch(/^mdb_sa_id_[a-f0-9]{24}$/);
  expect(sandbox.credentials['ATLAS_CLIENT_SECRET']).toMatch(/^mdb_sa_sk_/);
});

describe('HTTP Digest', () => {
  const uri = `/api/atlas/v2${orgPath}`;
  const accept = 'application/vnd.atlas.2023-01-01+json';
  const setUp = async (value: unknown = narrowWorld()) => {
    const client = await startAtlas(value);
    const send = (authorization?: string, path = uri) =>
      client.sandbox.fetch(
        new Request(`http://127.0.0.1${path}`, { headers: { accept, ...(authorization ? { authorization } : {}) } }),
      );
    const challenge = async () => (await send()).headers.get('www-authenticate') ?? '';
    const own = { user: 'devpublic', key: client.sandbox.credentials['ATLAS_PRIVATE_KEY'] ?? '' };
    return { client, send, challenge, own };
  };

  it('challenges who brings nothing, and lets in who answers', async () => {
    const { send, own } = await setUp();
    const first = await send();
    expect(first.status).toBe(401);
    const challenge = first.headers.get('www-authenticate') ?? '';
    expect(challenge).toMatch(
      /^Digest realm="MMS Public API", domain="", nonce="[^"]+", algorithm=MD5, qop="auth", stale=false$/,
    );
    expect((await send(digestAnswer(challenge, { method: 'GET', uri, ...own }))).status).toBe(200);
  });

  it('takes a nonce again with another count, in any order, but no count twice', async () => {
    const { send, challenge, own } = await setUp();
    const nonce = await challenge();
    const answer = (nc: string) => send(digestAnswer(nonce, { method: 'GET', uri, ...own, nc }));
    expect((await answer('00000002')).status).toBe(200);
    expect((await answer('00000001')).status).toBe(200);
    const replayed = await answer('00000002');
    expect(replayed.status).toBe(401);
    expect(replayed.headers.get('www-authenticate')).toContain('stale=true');
  });

  it('calls an old nonce stale', async () => {
    const { client, send, challenge, own } = await setUp();
    await client.control('PUT', 'clock', { now: '2030-01-01T00:00:00Z' });
    const nonce = await challenge();
    await client.control('PUT', 'clock', { now: '2030-01-01T00:06:00Z' });
    const answer = await send(digestAnswer(nonce, { method: 'GET', uri, ...own }));
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('stale=true') as string,
    ]);
  });

  it('refuses a wrong key, another method, another URI, a forged nonce', async () => {
    const { send, challenge, own } = await setUp();
    const right = { method: 'GET', uri, ...own };
    for (const wrong of [{ key: 'x' }, { user: 'nobody' }, { method: 'POST' }, { uri: '/api/atlas/v2/orgs' }]) {
      const answer = await send(digestAnswer(await challenge(), { ...right, ...wrong }));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('stale=false');
    }
    const forged = (await challenge()).replace(/nonce="[^"]*"/, 'nonce="1.2.3"');
    expect((await send(digestAnswer(forged, right))).headers.get('www-authenticate')).toContain('stale=true');
  });

  it('covers the query, and narrows as tokens do', async () => {
    const { send, challenge } = await setUp();
    const path = `/api/atlas/v2/orgs?itemsPerPage=5`;
    const key = { method: 'GET', user: 'labskey', key: 'k' };
    const answer = await send(digestAnswer(await challenge(), { ...key, uri: path }), path);
    expect(await answer.json()).toMatchObject({ totalCount: 1, results: [{ id: labs }] });
  });

  it('counts apart from reads and writes, like token requests', async () => {
    const { client, send, challenge, own } = await setUp();
    await client.control('DELETE', 'requests');
    const nonce = await challenge();
    await send(digestAnswer(nonce, { method: 'GET', uri, ...own }));
    await tokenRequest(client.sandbox);
    await client.delete(`${orgPath}/users/none`);
    const { body } = await client.control('GET', 'requests');
    expect(pick(body, 'totals')).toEqual({ reads: 1, writes: 1, auth: 2 });
    expect(pick(body, 'requests', 0)).toEqual({ method: 'GET', path: uri, status: 401 });
  });
});

describe('permission', () => {
  const clientOf = async (id: string, parts: Parameters<typeof atlasWorld>[0] = {}) => {
    const whole = await startAtlas(narrowWorld(parts));
    return { whole, client: await atlasClient(whole.sandbox, await token(whole.sandbox, id, 's')) };
  };
  const code = async (answer: Promise<{ status: number; body: Record<string, unknown> }>) => {
    const { status, body } = await answer;
    return `${status} ${String(body['errorCode'])}`;
  };

  it('is missing with a 401 that only its code tells from bad credentials', async () => {
    const { client } = await clientOf('labs-owner');
    expect(await code(client.get(orgPath))).toBe('401 USER_CANNOT_ACCESS_ORG');
    expect(await code(client.get('/orgs/5f00000000000000000000ff'))).toBe('404 ORG_NOT_FOUND');
    expect(await code(client.get('/orgs/nonsense'))).toBe('404 INVALID_ORG_ID');
    expect((await client.get('/orgs')).body).toMatchObject({ totalCount: 1 });
  });

  it('lets a member read and an owner write', async () => {
    const { client } = await clientOf('acme-member');
    expect((await client.get(`${orgPath}/users`)).status).toBe(200);
    expect(await code(client.post(`${orgPath}/teams`, {}))).toBe('401 NOT_ORG_OWNER');
    expect(await code(client.get(`${orgPath}/federationSettings`))).toBe('401 NOT_ORG_OWNER');
    expect(await code(client.get(`${federationPath}/connectedOrgConfigs`))).toBe('401 NOT_ORG_OWNER');
  });

  it('to a federation is had by the owner of one organization, to each organization by its own', async () => {
    const { client, whole } = await clientOf('labs-owner');
    const list = await client.get(`${federationPath}/connectedOrgConfigs`);
    expect(list.body).toMatchObject({ totalCount: 2 });
    expect((await client.get(`${federationPath}/connectedOrgConfigs/${labs}`)).status).toBe(200);
    expect(await code(client.get(`${federationPath}/connectedOrgConfigs/${acme}`))).toBe('401 USER_CANNOT_ACCESS_ORG');
    expect(await code(client.patch(`${federationPath}/connectedOrgConfigs/${acme}`, {}))).toBe(
      '401 USER_CANNOT_ACCESS_ORG',
    );
    const project = await whole.id('projects', 'payments');
    expect(await code(client.get(`/groups/${project}/teams`))).toBe('401 NOT_IN_GROUP');
    const provider = await whole.id('identityProviders', 'acme-okta');
    expect(await code(client.delete(`${federationPath}/identityProviders/${provider}`))).toBe('401 NOT_ORG_OWNER');
  });

  it('may not see what others own, by switch', async () => {
    const { client } = await clientOf('labs-owner', { rest: { switches: { atlasForeignOrganizations: 'hidden' } } });
    expect((await client.get(`${federationPath}/connectedOrgConfigs`)).body).toMatchObject({ totalCount: 1 });
  });

  it('depends on the address where the organization asks for an access list', async () => {
    const { client, whole } = await clientOf('lone-owner');
    expect((await client.patch(`/orgs/${lone}/settings`, { apiAccessListRequired: true })).status).toBe(200);
    expect(await code(client.get(`/orgs/${lone}`))).toBe('403 IP_ADDRESS_NOT_ON_WHITELIST');
    const inside = { 'x-forwarded-for': '10.1.2.3' };
    expect((await client.call('GET', `/orgs/${lone}`, undefined, inside)).status).toBe(200);
    expect((await whole.get(`/orgs/${lone}`)).status).toBe(200);
    await whole.patch(`/orgs/${labs}/settings`, { apiAccessListRequired: true });
    const other = await atlasClient(whole.sandbox, await token(whole.sandbox, 'labs-owner', 's'));
    expect(await code(other.get(`/orgs/${labs}`))).toBe('403 ORG_REQUIRES_WHITELIST');
    expect(await code(other.get(`${federationPath}/connectedOrgConfigs`))).toBe('403 ORG_REQUIRES_WHITELIST');
  });
});
