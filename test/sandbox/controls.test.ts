import { describe, expect, it } from 'vitest';
import { acme, clientOf, core, organizationState, pick, start, v1, world } from './support.js';

describe('the request log', () => {
  it('counts reads and writes since it was cleared, and no controls', async () => {
    const client = await start();
    await client.get(`${v1}/users?limit=5`);
    await client.post(`${v1}/teams`, { name: 'x' });
    await client.post(`${v1}/teams`, {});
    await client.delete(`${v1}/teams/none`);
    await client.get('/nowhere');
    await client.state();
    expect((await client.get('/_sandbox/requests')).body).toEqual({
      totals: { reads: 2, writes: 3, auth: 0 },
      requests: [
        { method: 'GET', path: `${v1}/users`, status: 200 },
        { method: 'POST', path: `${v1}/teams`, status: 200 },
        { method: 'POST', path: `${v1}/teams`, status: 400 },
        { method: 'DELETE', path: `${v1}/teams/none`, status: 404 },
        { method: 'GET', path: '/nowhere', status: 404 },
      ],
    });
    expect((await client.delete('/_sandbox/requests')).status).toBe(204);
    expect((await client.get('/_sandbox/requests')).body).toMatchObject({ totals: { reads: 0, writes: 0 } });
  });
});

describe('faults', () => {
  it('answer with a status, so many times, after so many requests', async () => {
    const client = await start();
    await client.put('/_sandbox/faults', [{ method: 'GET', path: `${v1}/users`, status: 503, after: 1, times: 2 }]);
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await client.get(`${v1}/users`)).status);
    expect(statuses).toEqual([200, 503, 503, 200, 200]);
    expect((await client.get(`${v1}/teams`)).status).toBe(200);
  });

  it('carry the vendor error body, and a Retry-After where asked', async () => {
    const client = await start();
    await client.put('/_sandbox/faults', [{ status: 429, retryAfter: 3 }]);
    const answer = await client.get(v1);
    expect(answer).toMatchObject({ status: 429, body: { statusCode: 429, requestId: expect.any(String) as string } });
    expect(answer.headers.get('retry-after')).toBe('3');
    await client.put('/_sandbox/faults', []);
    expect((await client.get(v1)).status).toBe(200);
  });

  it('do not touch the world with a status or a drop before the write', async () => {
    const client = await start();
    const before = await client.state();
    await client.put('/_sandbox/faults', [
      { method: 'POST', times: 1, status: 500 },
      { method: 'POST', times: 1, after: 1, drop: 'before' },
    ]);
    expect((await client.post(`${v1}/teams`, { name: 'x' })).status).toBe(500);
    await expect(client.post(`${v1}/teams`, { name: 'x' })).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    expect(await client.state()).toEqual(before);
    expect((await client.get('/_sandbox/requests')).body).toMatchObject({
      requests: [{ status: 500 }, { status: 0 }],
      totals: { writes: 2 },
    });
  });

  it('lose the answer of a write that was done', async () => {
    const client = await start();
    await client.put('/_sandbox/faults', [{ method: 'POST', path: `${v1}/teams`, times: 1, drop: 'after' }]);
    await expect(client.post(`${v1}/teams`, { name: 'lost' })).rejects.toThrow(TypeError);
    expect(await organizationState(client)).toHaveProperty(['teams', 'lost']);
  });

  it('match by prefix, pattern or regular expression', async () => {
    const client = await start();
    const team = `${v1}/teams/${await client.id('teams', 'data-eng')}`;
    const hits = async (path: string) => {
      await client.put('/_sandbox/faults', [{ path, status: 500 }]);
      return [(await client.get(team)).status, (await client.get(`${team}/members`)).status];
    };
    expect(await hits(`${v1}/teams/`)).toEqual([500, 500]);
    expect(await hits('/v1/organizations/*/teams/*')).toEqual([500, 200]);
    expect(await hits('/v1/organizations/{o}/teams/{t}/members')).toEqual([200, 500]);
    expect(await hits('**/members')).toEqual([200, 500]);
    expect(await hits('^/v1/.*/teams/[a-z0-9]+$')).toEqual([500, 200]);
  });

  it('cut pages short and wait', async () => {
    const client = await start();
    await client.put('/_sandbox/faults', [{ method: 'GET', path: `${v1}/users`, pageSize: 2, delayMs: 1 }]);
    const { body } = await client.get(`${v1}/users?limit=1000&sorts=id:asc`);
    expect(body).toMatchObject({ limit: 2, totalCount: 5 });
    expect(body['users']).toHaveLength(2);
  });

  it('are refused when they are none', async () => {
    const client = await start();
    for (const body of [{}, [{ status: 99 }], [{ drop: 'now' }], [{ paht: '/' }], [{ path: '^(' }], [1]]) {
      expect((await client.put('/_sandbox/faults', body)).status).toBe(400);
    }
    await client.put('/_sandbox/faults', [{ status: 500 }]);
    expect((await client.get('/_sandbox/state')).status).toBe(200);
  });
});

describe('state and reset', () => {
  it('is the same text for the same world, and again after a reset', async () => {
    const now = () => Date.parse('2026-01-01T00:00:00Z');
    const text = JSON.stringify(await (await start(world(), { now })).state());
    const client = await start(world(), { now });
    expect(JSON.stringify(await client.state())).toBe(text);
    await client.post(`${v1}/teams`, { name: 'x' });
    await client.post(`${core}/sso-bypass-key`);
    await client.put('/_sandbox/clock', { now: '2030-01-01T00:00:00Z' });
    await client.put('/_sandbox/dns', { 'x.com': true });
    expect(JSON.stringify(await client.state())).not.toBe(text);
    expect((await client.post('/_sandbox/reset')).status).toBe(204);
    expect(JSON.stringify(await client.state())).toBe(text);
  });

  it('keys by name, with the id where a name comes twice', async () => {
    const client = await start();
    const first = await client.id('teams', 'data-eng');
    const { body } = await client.post(`${v1}/teams`, { name: 'data-eng' });
    const teams = (await organizationState(client))['teams'] as object;
    expect(Object.keys(teams).sort()).toEqual([`data-eng (${first})`, `data-eng (${String(body['id'])})`].sort());
  });

  it('shows the whole of an organization', async () => {
    const client = await start(
      world({ ssoConnections: [{ name: 'okta', domains: ['acme.com'], jit: { role: 'ORGANIZATION_MEMBER' } }] }),
    );
    expect(await organizationState(client)).toMatchObject({
      id: acme,
      name: 'Acme Data',
      users: { 'bob@acme.com': { status: 'ACTIVE', workspaceRoles: { Analytics: 'WORKSPACE_AUTHOR' } } },
      invites: { 'pia@acme.com': { role: 'ORGANIZATION_MEMBER' } },
      teams: { 'data-eng': { members: ['alice@acme.com', 'bob@acme.com'] } },
      domains: { 'acme.com': { status: 'VERIFIED' } },
      ssoConnections: {
        okta: { domains: ['acme.com'], enabled: true, jitPolicy: { defaultOrgRole: 'ORGANIZATION_MEMBER' } },
      },
      bypassKey: null,
      workspaces: { Analytics: { deployments: { etl: {} } } },
    });
  });
});

describe('other controls', () => {
  it('set the clock and give it back', async () => {
    const client = await start(world(), { now: () => 0 });
    expect((await client.put('/_sandbox/clock', { now: '2026-07-01T00:00:00Z' })).body).toEqual({
      now: '2026-07-01T00:00:00.000Z',
    });
    const made = await client.post(`${v1}/teams`, { name: 'x' });
    expect(made.body).toMatchObject({ createdAt: '2026-07-01T00:00:00.000Z' });
    expect((await client.put('/_sandbox/clock', { now: null })).body).toEqual({ now: '1970-01-01T00:00:00.000Z' });
    expect((await client.put('/_sandbox/clock', { now: 'soon' })).status).toBe(400);
    expect((await client.put('/_sandbox/clock', 5)).status).toBe(400);
  });

  it('set switches, known ones to known values', async () => {
    const client = await start();
    expect((await client.put('/_sandbox/switches', { lastOwner: 'allowed' })).body).toMatchObject({
      lastOwner: 'allowed',
    });
    expect((await client.get('/_sandbox/switches')).body).toMatchObject({
      lastOwner: 'allowed',
      inviteLifetimeDays: 7,
    });
    for (const body of [{ lastOwner: 'maybe' }, { nope: 1 }, { inviteLifetimeDays: 1.5 }, { toString: 1 }]) {
      expect((await client.put('/_sandbox/switches', body)).status).toBe(400);
    }
  });

  it('need no token, and are known by name', async () => {
    const { sandbox } = await start();
    const client = clientOf(sandbox, 'wrong');
    expect((await client.get('/_sandbox/state')).status).toBe(200);
    expect((await client.get('/_sandbox/nothing')).status).toBe(404);
    expect((await client.post('/_sandbox/state')).status).toBe(404);
    expect((await client.put('/_sandbox/dns', { 'a.b': 'yes' })).status).toBe(400);
    expect((await client.put('/_sandbox/faults', '{')).status).toBe(400);
    expect(pick((await client.get('/_sandbox/requests')).body, 'requests')).toEqual([]);
  });
});
