import { describe, expect, it } from 'vitest';
import { acme, clientOf, core, other, pick, start, v1, world } from './support.js';

describe('authentication and permission', () => {
  it('wants a bearer token it knows', async () => {
    const client = await start();
    const request = (authorization?: string) =>
      client.send('GET', v1, undefined, { authorization: authorization ?? '' });
    for (const wrong of ['', 'Bearer nonsense', 'Basic abc', 'Bearer a.b.c']) {
      const { status, body } = await request(wrong);
      expect(status).toBe(401);
      expect(body).toEqual({
        message: expect.any(String) as string,
        requestId: expect.any(String) as string,
        statusCode: 401,
      });
    }
  });

  it('gives out a JWT whose claims name the organizations', async () => {
    const { sandbox } = await start();
    const claims: unknown = JSON.parse(
      Buffer.from(sandbox.credentials['ASTRO_API_TOKEN']?.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(claims).toMatchObject({
      permissions: [`organizationId:${acme}`, `organizationId:${other}`],
      apiTokenId: expect.stringMatching(/^c[0-9a-z]{24}$/) as string,
      exp: expect.any(Number) as number,
    });
    expect(Object.keys(sandbox.credentials).sort()).toEqual([
      'ASTRO_API_TOKEN',
      'ATLAS_CLIENT_ID',
      'ATLAS_CLIENT_SECRET',
      'ATLAS_PRIVATE_KEY',
      'ATLAS_PUBLIC_KEY',
      'SCIM_TOKEN',
    ]);
  });

  it('lets a narrower token do what its role and organizations allow', async () => {
    const tokens = [
      { token: 'reader', organizations: [acme], role: 'ORGANIZATION_MEMBER' },
      { token: 'billing', organizations: [acme], role: 'ORGANIZATION_BILLING_ADMIN' },
      { token: 'alices', user: 'alice@acme.com' },
    ];
    const { sandbox } = await start(world({}, { tokens }));
    const reader = clientOf(sandbox, 'reader');
    expect((await reader.get(`${v1}/users`)).status).toBe(200);
    const refused = await reader.post(`${v1}/teams`, { name: 'x' });
    expect(refused).toMatchObject({
      status: 403,
      body: { message: `Not authorized to create teams for organization ${acme}`, statusCode: 403 },
    });
    expect((await reader.get(`/v1/organizations/${other}/users`)).status).toBe(403);
    expect((await reader.get(`${core}/sso-bypass-key`)).status).toBe(403);
    expect((await reader.get('/v1/organizations')).body).toMatchObject({ totalCount: 1 });

    const billing = clientOf(sandbox, 'billing');
    const settings = { name: 'Acme Data', billingEmail: 'new@acme.com', isScimEnabled: false };
    expect((await billing.post(v1, settings)).status).toBe(200);
    expect((await billing.post(v1, { ...settings, name: 'Renamed' })).status).toBe(403);

    const alice = clientOf(sandbox, 'alices');
    expect((await alice.post(`${v1}/teams`, { name: 'x' })).status).toBe(200);
    expect((await alice.get(`/v1/organizations/${other}/users`)).status).toBe(403);
    expect((await alice.get('/v1/users/self')).body).toMatchObject({ username: 'alice@acme.com', status: 'ACTIVE' });
  });

  it('refuses every core route where coreApi is false, and only there', async () => {
    const client = await start(world({ coreApi: false }));
    for (const path of ['/domains', '/sso-connections', '/sso-bypass-key', '/users', '/teams', '']) {
      expect((await client.get(core + path)).status).toBe(403);
    }
    expect((await client.post(`${core}/domains`, { name: 'x.com' })).status).toBe(403);
    expect((await client.get(v1)).status).toBe(200);
    expect((await client.get(`/v1alpha1/organizations/${other}/domains`)).status).toBe(200);
  });

  it('can refuse API tokens on core altogether, by switch', async () => {
    const client = await start(world({}, { switches: { coreApiTokens: 'refused', coreRefusalStatus: 404 } }));
    expect((await client.get(`${core}/domains`)).status).toBe(404);
  });
});

describe('requests', () => {
  it('answers unknown paths, organizations and methods in the vendor error body', async () => {
    const client = await start();
    const body = (statusCode: number) => ({
      message: expect.any(String) as string,
      requestId: expect.any(String) as string,
      statusCode,
    });
    expect(await client.get('/v2/organizations')).toMatchObject({ status: 404, body: body(404) });
    expect(await client.get('/scim/v2/x/Users')).toMatchObject({ status: 404, body: { status: '404' } });
    expect(await client.get('/v1/organizations/nowhere/users')).toMatchObject({ status: 404, body: body(404) });
    const wrong = await client.put(`${v1}/users`, {});
    expect(wrong).toMatchObject({ status: 405, body: body(405) });
    expect(wrong.headers.get('allow')).toBe('GET');
    expect((await client.delete(`${v1}/users/${await client.id('users', 'bob@acme.com')}`)).status).toBe(405);
  });

  it('wants JSON, with the required fields, of the right type, and no others', async () => {
    const client = await start();
    const text = await client.send('POST', `${v1}/teams`, '{"name":"x"}', { 'content-type': 'text/plain' });
    expect(text).toMatchObject({ status: 400, body: { message: expect.stringContaining('Content-Type') as string } });
    expect((await client.post(`${v1}/teams`, '{"name":')).status).toBe(400);
    expect(
      await client.post(`${v1}/teams`, { descripton: 1, memberIds: 'x', organizationRole: 'OWNER' }),
    ).toMatchObject({
      status: 400,
      body: {
        fieldErrors: [
          { code: 'unknown_field', field: 'descripton' },
          { code: 'required', field: 'name' },
          { code: 'invalid_type', field: 'memberIds' },
          { code: 'unknown_value', field: 'organizationRole' },
        ],
      },
    });
    await client.put('/_sandbox/switches', { unknownBodyFields: 'ignored' });
    expect((await client.post(`${v1}/teams`, { name: 'x', more: 1 })).status).toBe(200);
  });

  it('reports field errors on v1 only', async () => {
    const client = await start();
    const path = `/iam/v1beta1/organizations/${acme}/teams`;
    const { status, body } = await client.post(path, {});
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('fieldErrors');
    expect((await client.post(`${core}/domains`, {})).body).not.toHaveProperty('fieldErrors');
  });

  it('serves the same resources on the beta surfaces, in their older shape', async () => {
    const client = await start(world({ observe: true }));
    const beta = `/iam/v1beta1/organizations/${acme}`;
    expect((await client.get(`${beta}/users`)).body).toMatchObject({ totalCount: 5 });
    expect((await client.get(`/platform/v1beta1/organizations/${acme}/workspaces`)).body).toMatchObject({
      totalCount: 2,
    });
    expect((await client.get(`/platform/v1beta1/organizations/${acme}`)).body).toMatchObject({ id: acme });
    expect((await client.get(`${beta}/workspaces`)).status).toBe(404);
    const invite = { inviteeEmail: 'x@acme.com', role: 'ORGANIZATION_OBSERVE_MEMBER' };
    expect((await client.post(`${beta}/invites`, invite)).status).toBe(400);
    expect((await client.post(`${v1}/invites`, invite)).status).toBe(200);
  });
});

describe('paging', () => {
  it('pages in the envelope with a default of 20 and a maximum of 1000', async () => {
    const users = Array.from({ length: 45 }, (_, at) => ({ email: `u${at}@acme.com` }));
    const client = await start(world({ users, teams: [] }));
    const first = await client.get(`${v1}/users?sorts=username:asc`);
    expect(first.body).toMatchObject({ limit: 20, offset: 0, totalCount: 45 });
    expect(first.body['users']).toHaveLength(20);
    const last = await client.get(`${v1}/users?limit=20&offset=40&sorts=username:asc`);
    expect(last.body['users']).toHaveLength(5);
    expect((await client.get(`${v1}/users?limit=1000`)).body['users']).toHaveLength(45);
    for (const query of [
      'limit=1001',
      'limit=-1',
      'limit=x',
      'offset=-1',
      'sorts=email:asc',
      'sorts=id',
      'sorts=id:up',
    ]) {
      expect((await client.get(`${v1}/users?${query}`)).status, query).toBe(400);
    }
  });

  it('sorts by several fields in both directions', async () => {
    const users = ['b', 'a', 'c'].map((name, at) => ({ email: `${name}@acme.com`, name: at < 2 ? 'Same' : 'Other' }));
    const client = await start(world({ users, teams: [] }));
    const { body } = await client.get(`${v1}/users?sorts=fullName:desc&sorts=username:asc`);
    expect((body['users'] as { username: string }[]).map(({ username }) => username)).toEqual([
      'a@acme.com',
      'b@acme.com',
      'c@acme.com',
    ]);
  });

  it('has no order without sorts, so that paging without one loses rows', async () => {
    const users = Array.from({ length: 100 }, (_, at) => ({ email: `u${at}@acme.com` }));
    const client = await start(world({ users, teams: [] }));
    const seen = new Set<unknown>();
    for (let offset = 0; offset < 100; offset += 25) {
      const { body } = await client.get(`${v1}/users?limit=25&offset=${offset}`);
      for (const user of body['users'] as { id: string }[]) seen.add(user.id);
    }
    expect(seen.size).toBeLessThan(100);
    await client.put('/_sandbox/switches', { unsortedLists: 'stable' });
    const pages = await Promise.all([0, 50].map((offset) => client.get(`${v1}/users?limit=50&offset=${offset}`)));
    const stable = pages.flatMap(({ body }) => body['users'] as { id: string }[]);
    expect(new Set(stable.map(({ id }) => id)).size).toBe(100);
  });
});

describe('hosts', () => {
  it('refuses foreign hosts and origins', async () => {
    const { sandbox } = await start();
    const authorization = `Bearer ${sandbox.credentials['ASTRO_API_TOKEN']}`;
    const status = async (url: string, headers: Record<string, string> = {}) =>
      (await sandbox.fetch(new Request(url, { headers: { authorization, ...headers } }))).status;
    for (const host of ['127.0.0.1', 'localhost:8888', '[::1]:9'])
      expect(await status(`http://${host}${v1}`)).toBe(200);
    expect(await status(`http://api.astronomer.io${v1}`)).toBe(403);
    expect(await status('http://evil.example/_sandbox/state')).toBe(403);
    expect(await status(`http://127.0.0.1${v1}`, { origin: 'https://evil.example' })).toBe(403);
    expect(await status(`http://127.0.0.1${v1}`, { origin: 'null' })).toBe(403);
    expect(await status(`http://127.0.0.1${v1}`, { origin: 'http://localhost:3000' })).toBe(200);
  });

  it('answers to further hosts that it was given', async () => {
    const { sandbox } = await start(world(), { allowedHosts: ['api.astronomer.io'] });
    const headers = { authorization: `Bearer ${sandbox.credentials['ASTRO_API_TOKEN']}` };
    const { status } = await sandbox.fetch(new Request(`https://api.astronomer.io${v1}`, { headers }));
    expect(status).toBe(200);
  });
});

it('lists the organizations with plan filters', async () => {
  const client = await start();
  const { body } = await client.get('/v1/organizations?sorts=name:asc&productPlan=ENTERPRISE');
  expect(pick(body, 'organizations', 0, 'name')).toBe('Acme Data');
  expect((await client.get('/v1/organizations?productPlan=TEAM')).body).toMatchObject({ totalCount: 0 });
});
