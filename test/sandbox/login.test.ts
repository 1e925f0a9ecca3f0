import { describe, expect, it } from 'vitest';
import { acme, organizationState, start, world, type Client } from './support.js';

const attempt = async (client: Client, email: string, method: string) =>
  (await client.post('/_sandbox/login', { organization: acme, email, method })).body;

const okta = { name: 'okta', domains: ['acme.com'] };
const jit = { ...okta, jit: { role: 'ORGANIZATION_BILLING_ADMIN', workspaces: { Sales: 'WORKSPACE_MEMBER' } } };
const ssoOnly = [{ name: 'acme.com', enforcedLogins: ['sso'] }];

/**
 * Who gets in, with users alice (active), pia (invited), eve (invite expired), ivan (inactive), dave (active, on a domain
 * the organization does not manage), and new@acme.com, whom nobody knows.
 */
const users = [
  { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
  { email: 'dave@else.com' },
  { email: 'pia@acme.com', status: 'PENDING', role: 'ORGANIZATION_MEMBER' },
  { email: 'eve@acme.com', status: 'PENDING', invite: { expiresInDays: -1 } },
  { email: 'ivan@acme.com', status: 'INACTIVE' },
  { email: 'bea@acme.com', status: 'BANNED' },
];

const table: readonly [string, object, string, string, boolean, string][] = [
  ['nothing is enforced', {}, 'alice@acme.com', 'password', true, 'active member'],
  ['the method is not enforced', { domains: ssoOnly }, 'alice@acme.com', 'password', false, 'allows only sso'],
  ['another domain is enforced', { domains: ssoOnly }, 'dave@else.com', 'password', true, 'active member'],
  [
    'the domain is still PENDING',
    { domains: [{ name: 'acme.com', status: 'PENDING', enforcedLogins: ['sso'] }] },
    'alice@acme.com',
    'password',
    true,
    'active member',
  ],
  ['there is no connection', { domains: ssoOnly }, 'alice@acme.com', 'sso', false, 'no SSO connection'],
  [
    'there is a connection',
    { domains: ssoOnly, ssoConnections: [okta] },
    'ALICE@acme.com',
    'sso',
    true,
    'active member',
  ],
  [
    'it is not enabled',
    { ssoConnections: [{ ...okta, enabled: false }] },
    'alice@acme.com',
    'sso',
    false,
    'not enabled',
  ],
  ['it has other domains', { ssoConnections: [okta] }, 'dave@else.com', 'sso', false, 'no SSO connection'],
  ['there is no bypass link', { domains: ssoOnly }, 'alice@acme.com', 'bypass', false, 'no bypass link'],
  ['there is one', { domains: ssoOnly, bypassKey: {} }, 'alice@acme.com', 'bypass', true, 'active member'],
  ['a stranger has it', { bypassKey: {} }, 'new@acme.com', 'bypass', false, 'not a member'],
  ['the invite is live', {}, 'pia@acme.com', 'google', true, 'invite is accepted'],
  ['the invite has expired', {}, 'eve@acme.com', 'google', false, 'has expired'],
  ['it has expired, but there is JIT', { ssoConnections: [jit] }, 'eve@acme.com', 'sso', true, 'just-in-time'],
  ['nobody invited them', { ssoConnections: [okta] }, 'new@acme.com', 'sso', false, 'not a member and not invited'],
  ['there is JIT', { ssoConnections: [jit] }, 'new@acme.com', 'sso', true, 'just-in-time'],
  ['JIT is for SSO logins', { ssoConnections: [jit] }, 'new@acme.com', 'google', false, 'not a member and not invited'],
  ['the membership is inactive', { ssoConnections: [jit] }, 'ivan@acme.com', 'sso', false, 'INACTIVE'],
  ['the membership is banned', {}, 'bea@acme.com', 'password', false, 'BANNED'],
];

describe('login', () => {
  it.each(table)('when %s', async (_when, organization, email, method, allowed, reason) => {
    const client = await start(
      world({
        users,
        teams: [],
        ...organization,
        ...(!('domains' in organization) && { domains: [{ name: 'acme.com' }] }),
      }),
    );
    expect(await attempt(client, email, method)).toMatchObject({
      allowed,
      reason: expect.stringContaining(reason) as string,
      provisioned: reason === 'just-in-time',
    });
  });

  it('provisions the default roles, once', async () => {
    const client = await start(world({ ssoConnections: [jit] }));
    expect(await attempt(client, 'new@acme.com', 'sso')).toEqual({
      allowed: true,
      reason: 'just-in-time provisioning of connection okta makes the membership',
      via: 'sso:okta',
      provisioned: true,
      roles: ['ORGANIZATION_BILLING_ADMIN', 'Sales: WORKSPACE_MEMBER'],
    });
    expect(await attempt(client, 'new@acme.com', 'sso')).toMatchObject({ allowed: true, provisioned: false });
    expect(await organizationState(client)).toMatchObject({
      users: { 'new@acme.com': { status: 'ACTIVE', organizationRole: 'ORGANIZATION_BILLING_ADMIN' } },
    });
  });

  it('uses up the invite', async () => {
    const client = await start();
    await attempt(client, 'pia@acme.com', 'github');
    const state = await organizationState(client);
    expect(state).toMatchObject({ users: { 'pia@acme.com': { status: 'ACTIVE' } }, invites: {} });
  });

  it('shows the most privileged role of direct and team ones', async () => {
    const teams = [
      {
        name: 'admins',
        role: 'ORGANIZATION_OWNER',
        members: ['bob@acme.com'],
        workspaces: { Analytics: { role: 'WORKSPACE_OWNER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } },
      },
    ];
    const client = await start(world({ teams }));
    expect(await attempt(client, 'bob@acme.com', 'password')).toMatchObject({
      roles: ['ORGANIZATION_OWNER', 'Analytics/etl: DEPLOYMENT_ADMIN', 'Analytics: WORKSPACE_OWNER'],
    });
  });

  it('provisions by any allowed login, and blocks an empty enforcement, by switch', async () => {
    const client = await start(world({ ssoConnections: [jit] }, { switches: { jitLogins: 'any' } }));
    expect(await attempt(client, 'new@acme.com', 'google')).toMatchObject({ allowed: true, provisioned: true });
    await client.put('/_sandbox/switches', { emptyEnforcedLogins: 'blocked' });
    expect(await attempt(client, 'alice@acme.com', 'google')).toMatchObject({ allowed: false });
  });

  it('takes provisioned members along with a deleted connection, by switch', async () => {
    const client = await start(world({ ssoConnections: [jit] }, { switches: { deletedConnectionMembers: 'removed' } }));
    await attempt(client, 'new@acme.com', 'sso');
    const id = await client.id('ssoConnections', 'okta');
    await client.delete(`/v1alpha1/organizations/${acme}/sso-connections/${id}`);
    const state = await organizationState(client);
    expect(state['users']).not.toHaveProperty('new@acme.com');
    expect(state['users']).toHaveProperty(['bob@acme.com']);
  });

  it('refuses what it does not know', async () => {
    const client = await start();
    const login = (body: object) => client.post('/_sandbox/login', body);
    expect((await login({ organization: 'x', email: 'a@b.c', method: 'sso' })).status).toBe(400);
    expect((await login({ organization: acme, email: 'a', method: 'sso' })).status).toBe(400);
    expect((await login({ organization: acme, email: 'a@b.c', method: 'magic' })).status).toBe(400);
    expect((await login({ organization: 'Acme Data', email: 'a@b.c', method: 'sso' })).status).toBe(200);
  });
});

describe('the login provider hook', () => {
  const event = (strategy: string, email: string) => ({ event: { connection: { strategy }, user: { email } } });
  const path = '/v1alpha1/auth/post-login-callback';

  it('admits or denies as a login would', async () => {
    const client = await start(world({ domains: ssoOnly, ssoConnections: [okta] }));
    expect((await client.post(path, event('samlp', 'alice@acme.com'))).body).toEqual({
      accessTokenClaims: { permissions: [`organizationId:${acme}`] },
    });
    expect((await client.post(path, event('auth0', 'alice@acme.com'))).body).toMatchObject({
      deny: { message: 'domain acme.com allows only sso', connections: ['okta'] },
    });
    expect((await client.post(path, event('carrier-pigeon', 'alice@acme.com'))).status).toBe(400);
    const { body } = await client.get('/v1alpha1/organizationAuthIds?email=someone@acme.com');
    expect(body).toHaveLength(1);
  });
});

describe('a rehearsal', () => {
  it('answers as the login would, and does nothing', async () => {
    const client = await start(world({ users, teams: [], ssoConnections: [jit], domains: [{ name: 'acme.com' }] }));
    const before = await organizationState(client);
    for (const [email, method] of [
      ['pia@acme.com', 'google'],
      ['new@acme.com', 'sso'],
      ['alice@acme.com', 'sso'],
    ] as const) {
      const question = { organization: acme, email, method };
      const rehearsed = (await client.post('/_sandbox/login', { ...question, rehearse: true })).body;
      expect(rehearsed).toMatchObject({ allowed: true });
      expect(await organizationState(client)).toEqual(before);
    }
    expect(await attempt(client, 'new@acme.com', 'sso')).toMatchObject({ allowed: true, provisioned: true });
    expect(await organizationState(client)).not.toEqual(before);
  });

  it('is asked for by true or false', async () => {
    const client = await start();
    const question = { organization: acme, email: 'alice@acme.com', method: 'google', rehearse: 'yes' };
    expect((await client.post('/_sandbox/login', question)).status).toBe(400);
  });
});
