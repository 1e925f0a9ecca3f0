import { describe, expect, it } from 'vitest';
import { acme, atlasWorld, connectedPath, federationPath, orgPath, startAtlas } from './atlas-support.js';
import { pick } from './support.js';

describe('versions', () => {
  it('answers with the published version on or before the date asked for', async () => {
    const client = await startAtlas();
    const type = async (date: string, path = orgPath) => (await client.get(path, date)).headers.get('content-type');
    expect(await type('2023-01-01')).toBe('application/vnd.atlas.2023-01-01+json;charset=utf-8');
    expect(await type('2025-03-12')).toBe('application/vnd.atlas.2023-01-01+json;charset=utf-8');
    expect(await type('2030-01-01', `${orgPath}/users`)).toBe('application/vnd.atlas.2025-02-19+json;charset=utf-8');
    expect(await type('2024-01-01', `${orgPath}/users`)).toBe('application/vnd.atlas.2023-01-01+json;charset=utf-8');
  });

  it('does not know dates before the first, no dates, or what is no date', async () => {
    const client = await startAtlas();
    for (const date of ['2022-12-31', '2023-99-01', 'preview', 'latest']) {
      const { status, body, headers } = await client.get(orgPath, date);
      expect([date, status, body['errorCode']]).toEqual([date, 406, 'INVALID_VERSION_DATE']);
      expect(headers.get('content-type')).toBe('application/json');
    }
    const { status } = await client.get(`${orgPath}/users/0123456789abcdef01234567`, '2023-01-01');
    expect(status).toBe(406);
  });

  it.each([
    [{}, 406],
    [{ atlasMissingVersionStatus: 400 }, 400],
  ])('wants a version: %o', async (switches, status) => {
    const client = await startAtlas(atlasWorld({ rest: { switches } }));
    for (const accept of ['application/json', '*/*', '']) {
      expect(await client.call('GET', orgPath, undefined, { accept })).toMatchObject({
        status,
        body: { error: status, errorCode: 'INVALID_VERSION_DATE' },
      });
    }
  });

  it('finds the version among several media types', async () => {
    const client = await startAtlas();
    const accept = 'application/json, application/vnd.atlas.2023-01-01+json; charset=utf-8';
    expect((await client.call('GET', orgPath, undefined, { accept })).status).toBe(200);
  });

  it('is over for identity providers one by one at the first date', async () => {
    const client = await startAtlas();
    const id = await client.id('identityProviders', 'acme-okta');
    expect(await client.get(`${federationPath}/identityProviders/${id}`, '2023-01-01')).toMatchObject({
      status: 410,
      body: { errorCode: 'VERSION_GONE' },
    });
    expect((await client.get(`${federationPath}/identityProviders`, '2023-01-01')).status).toBe(200);
  });

  it('announces the end of what is deprecated, and then ends it', async () => {
    const client = await startAtlas();
    const { status, headers } = await client.get(`${orgPath}/invites`);
    expect(status).toBe(200);
    expect(headers.get('sunset')).toBe('Thu, 01 Jul 2027 00:00:00 GMT');
    expect(headers.get('deprecation')).toBe('Wed, 19 Feb 2025 00:00:00 GMT');
    expect((await client.get(orgPath)).headers.get('sunset')).toBeNull();
    await client.control('PUT', 'clock', { now: '2027-07-01T00:00:00Z' });
    const later = await startAtlas(atlasWorld(), { now: () => Date.parse('2027-07-01T00:00:00Z') });
    expect((await later.get(`${orgPath}/invites`)).status).toBe(410);
  });

  it('goes for bodies too', async () => {
    const client = await startAtlas();
    const send = (type: string) => client.call('PATCH', orgPath, { name: 'Acme' }, { 'content-type': type });
    expect(await send('application/json')).toMatchObject({
      status: 415,
      body: { errorCode: 'UNSUPPORTED_MEDIA_TYPE' },
    });
    expect((await send('application/vnd.atlas.2022-01-01+json')).status).toBe(406);
    expect((await send('application/vnd.atlas.2024-01-01+json; charset=utf-8')).status).toBe(200);
    await client.control('PUT', 'switches', { atlasPlainContentType: 'accepted' });
    expect((await send('application/json')).status).toBe(200);
  });
});

describe('errors', () => {
  it('have a code, a status, a reason and the fields at fault', async () => {
    const client = await startAtlas();
    const answer = await client.post(`${orgPath}/users`, { roles: { orgRoles: ['KING'] }, extra: 1 });
    expect(answer.body).toEqual({
      detail:
        'extra is not a known field; username is required; roles.orgRoles[0] must be one of ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN, ORG_READ_ONLY',
      error: 400,
      errorCode: 'INVALID_ATTRIBUTE',
      parameters: ['extra', 'username', 'roles.orgRoles[0]'],
      reason: 'Bad Request',
      badRequestDetail: {
        fields: [
          { field: 'extra', description: 'extra is not a known field' },
          { field: 'username', description: 'username is required' },
          { field: 'roles.orgRoles[0]', description: expect.stringContaining('must be one of') as string },
        ],
      },
    });
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('tell what is wrong with a body', async () => {
    const client = await startAtlas();
    const code = async (body: unknown) => (await client.call('POST', `${orgPath}/teams`, body)).body['errorCode'];
    expect(await code('{')).toBe('MALFORMED_JSON');
    expect(await code({ usernames: ['alice@acme.com'] })).toBe('MISSING_ATTRIBUTE');
    expect(await code({ name: 1, usernames: ['alice@acme.com'] })).toBe('INVALID_JSON_ATTRIBUTE');
    await client.control('PUT', 'switches', { unknownBodyFields: 'ignored' });
    expect(await code({ name: 't', usernames: ['alice@acme.com'], extra: 1 })).toBeUndefined();
  });

  it('know paths and methods', async () => {
    const client = await startAtlas();
    expect(await client.get('/nowhere')).toMatchObject({ status: 404, body: { errorCode: 'RESOURCE_NOT_FOUND' } });
    const wrong = await client.delete(`${federationPath}/connectedOrgConfigs`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await client.post(`${federationPath}/connectedOrgConfigs`, {})).status).toBe(405);
    expect((await client.get('/groups/%E0%A4%A')).status).toBe(400);
  });
});

describe('bodies', () => {
  it('are enveloped and indented on demand', async () => {
    const client = await startAtlas();
    const one = await client.get(`${orgPath}?envelope=true`);
    expect(one.body).toMatchObject({ status: 200, content: { id: acme } });
    expect((await client.get('/orgs?envelope=true')).body).toMatchObject({ status: 200, totalCount: 3 });
    expect((await client.get(`/orgs/none?envelope=true`)).body).toMatchObject({ status: 404, content: { error: 404 } });
    const response = await client.sandbox.fetch(new Request('http://127.0.0.1/api/atlas/v2/orgs?pretty=true'));
    expect(await response.text()).toContain('\n  "errorCode"');
  });

  it('come in pages that say where the next is', async () => {
    const client = await startAtlas();
    const first = await client.get(`${orgPath}/users?itemsPerPage=2`);
    const links = (body: unknown) =>
      (pick(body, 'links') as { rel: string; href: string }[]).map(({ rel, href }) => `${rel} ${new URL(href).search}`);
    expect(links(first.body)).toEqual(['self ?itemsPerPage=2&pageNum=1', 'next ?itemsPerPage=2&pageNum=2']);
    expect(first.body).toMatchObject({ totalCount: 5 });
    const last = await client.get(`${orgPath}/users?itemsPerPage=2&pageNum=3&includeCount=false`);
    expect(last.body['totalCount']).toBeUndefined();
    expect(last.body['results']).toHaveLength(1);
    expect(links(last.body).map((text) => text.split(' ')[0])).toEqual(['previous', 'self']);
    await client.control('PUT', 'switches', { atlasPreviousLink: 'absent' });
    expect(links((await client.get(`${orgPath}/users?itemsPerPage=2&pageNum=3`)).body)).toHaveLength(1);
  });

  it('refuses pages that cannot be', async () => {
    const client = await startAtlas();
    for (const query of ['pageNum=0', 'itemsPerPage=501', 'itemsPerPage=x', 'includeCount=maybe']) {
      expect(await client.get(`${orgPath}/users?${query}`)).toMatchObject({
        status: 400,
        body: { errorCode: 'INVALID_QUERY_PARAMETER', parameters: [query.split('=')[0]] },
      });
    }
  });

  it('count always where a list has no includeCount, and role mappings have no pages', async () => {
    const client = await startAtlas();
    expect((await client.get(`${federationPath}/connectedOrgConfigs?includeCount=false`)).body).toMatchObject({
      totalCount: 2,
    });
    const mappings = await client.get(`${connectedPath}/roleMappings?itemsPerPage=1`);
    expect(mappings.body['results']).toHaveLength(2);
  });

  it('have arrays in another order each time, but every page its rows', async () => {
    const client = await startAtlas();
    const orders = new Set<string>();
    const pages = new Set<string>();
    for (let at = 0; at < 12; at += 1) {
      const { body } = await client.get(`${orgPath}/users?itemsPerPage=3`);
      const names = (body['results'] as { username: string }[]).map(({ username }) => username);
      orders.add(names.join());
      pages.add([...names].sort().join());
    }
    expect(orders.size).toBeGreaterThan(1);
    expect(pages.size).toBe(1);
    await client.control('PUT', 'switches', { atlasArrayOrder: 'stable' });
    const texts = new Set<string>();
    for (let at = 0; at < 4; at += 1) texts.add(JSON.stringify((await client.get(connectedPath)).body));
    expect(texts.size).toBe(1);
  });

  it('shuffles what is nested too', async () => {
    const client = await startAtlas(atlasWorld({ connected: { allowedDomains: ['a.io', 'b.io', 'c.io'] } }));
    const seen = new Set<string>();
    for (let at = 0; at < 12; at += 1)
      seen.add(JSON.stringify(pick((await client.get(connectedPath)).body, 'domainAllowList')));
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe('rate limits', () => {
  it('are buckets of an endpoint set and its owner', async () => {
    let now = 0;
    const client = await startAtlas(atlasWorld(), { rateLimit: true, now: () => now });
    const settings = `${orgPath}/settings`;
    for (let left = 9; left >= 0; left -= 1) {
      const { status, headers } = await client.get(settings);
      expect([status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual([
        200,
        '10',
        String(left),
      ]);
    }
    now = 20_000;
    const refused = await client.get(settings);
    expect(refused).toMatchObject({
      status: 429,
      body: {
        errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
        parameters: [`/api/atlas/v2${settings}`, 40, 10, 5, 60],
      },
    });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect((await client.get(orgPath)).headers.get('ratelimit-limit')).toBe('500');
    expect((await client.get(`${federationPath}/connectedOrgConfigs`)).headers.get('ratelimit-limit')).toBe('300');
    expect((await client.get(`${orgPath}/teams`)).headers.get('ratelimit-limit')).toBe('1200');
    now = 60_000;
    for (let at = 0; at < 5; at += 1) expect((await client.get(settings)).status).toBe(200);
    expect((await client.get(settings)).status).toBe(429);
  });

  it('are lifted', async () => {
    const client = await startAtlas(atlasWorld(), { rateLimit: false, now: () => 0 });
    for (let at = 0; at < 15; at += 1) expect((await client.get(`${orgPath}/settings`)).status).toBe(200);
  });

  it('can be looked up', async () => {
    const client = await startAtlas();
    const { body } = await client.get('/rateLimits?name=settings');
    expect(body['results']).toEqual([
      {
        endpointSetId: 'settings',
        endpointSetName: 'settings',
        scope: 'ORGANIZATION',
        capacity: { value: 10, defaultValue: 10 },
        refillRate: { value: 5, defaultValue: 5 },
        refillDurationSeconds: { value: 60, defaultValue: 60 },
        endpoints: [
          { method: 'GET', path: '/api/atlas/v2/orgs/{orgId}/settings' },
          { method: 'PATCH', path: '/api/atlas/v2/orgs/{orgId}/settings' },
        ],
      },
    ]);
    expect((await client.get('/rateLimits/federation')).body).toMatchObject({ scope: 'USER' });
  });
});

describe('faults', () => {
  it('speak as Atlas does, with whatever code is asked for', async () => {
    const client = await startAtlas();
    await client.control('PUT', 'faults', [
      { path: `/api/atlas/v2${orgPath}/users`, status: 400, errorCode: 'INVITATIONS_RATE_LIMITED_IP' },
      { path: `/api/atlas/v2${orgPath}/teams`, status: 429, retryAfter: 7 },
      { path: `/api/atlas/v2${orgPath}/groups`, status: 405 },
      { path: '/api/oauth/token', status: 429 },
    ]);
    expect((await client.get(`${orgPath}/users`)).body).toMatchObject({
      error: 400,
      errorCode: 'INVITATIONS_RATE_LIMITED_IP',
    });
    const limited = await client.get(`${orgPath}/teams`);
    expect(limited.body).toMatchObject({ error: 429, errorCode: 'RATE_LIMITED_TOKEN_BUCKET' });
    expect(limited.headers.get('retry-after')).toBe('7');
    expect((await client.get(`${orgPath}/groups`)).body).toMatchObject({
      errorCode: 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES',
    });
    const token = await client.sandbox.fetch(new Request('http://127.0.0.1/api/oauth/token', { method: 'POST' }));
    expect(await token.json()).toMatchObject({ errorCode: 'RATE_LIMITED' });
  });

  it('cut pages short, lose answers', async () => {
    const client = await startAtlas();
    await client.control('PUT', 'faults', [{ method: 'GET', pageSize: 2 }]);
    const { body } = await client.get(`${orgPath}/users?itemsPerPage=500`);
    expect(body['results']).toHaveLength(2);
    expect(pick(body, 'links', 1, 'rel')).toBe('next');
    await client.control('PUT', 'faults', [{ method: 'POST', drop: 'after', times: 1 }]);
    const lost = client.post(`${orgPath}/teams`, { name: 'lost', usernames: ['alice@acme.com'] });
    await expect(lost).rejects.toThrow(TypeError);
    expect(await client.state('organizations', acme, 'teams', 'lost')).toBeDefined();
  });
});
