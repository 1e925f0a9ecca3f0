import { describe, expect, it } from 'vitest';
import { acme, atlasWorld, labs, startAtlas, type AtlasClient } from './atlas-support.js';

type Json = Record<string, unknown>;
const login = async (client: AtlasClient, email: string, method: string, more: Json = {}): Promise<Json> =>
  (await client.control('POST', 'login', { organization: acme, email, method, ...more })).body;
const roles = async (client: AtlasClient, email: string) =>
  client.state('organizations', acme, 'users', email, 'orgRoles');

describe('which way in', () => {
  it('is the identity provider for people of its domain, and any other for others', async () => {
    const client = await startAtlas();
    expect(await login(client, 'bob@acme.com', 'password')).toMatchObject({
      allowed: false,
      reason: 'people of acme.com log in through identity provider acme-okta',
    });
    expect(await login(client, 'dave@else.com', 'google')).toEqual({
      allowed: true,
      reason: 'dave@else.com is an active member',
      via: 'google',
      provisioned: false,
      roles: ['ORG_MEMBER'],
    });
    expect(await login(client, 'dave@else.com', 'sso')).toMatchObject({ allowed: false });
    expect(await login(client, 'bob@acme.com', 'bypass')).toMatchObject({ allowed: false });
  });

  it('is free when the provider is inactive, and past it in debug mode', async () => {
    const provider = (more: Json) =>
      atlasWorld({
        connected: { dataAccessIdentityProviders: [] },
        federation: { identityProviders: [{ name: 'acme-okta', associatedDomains: ['acme.com'], ...more }] },
      });
    expect(await login(await startAtlas(provider({ status: 'INACTIVE' })), 'bob@acme.com', 'password')).toMatchObject({
      allowed: true,
    });
    expect(await login(await startAtlas(provider({ ssoDebugEnabled: true })), 'bob@acme.com', 'bypass')).toMatchObject({
      allowed: true,
      via: 'bypass',
      roles: ['ORG_MEMBER', 'payments: GROUP_READ_ONLY'],
    });
  });

  it('says what it needs', async () => {
    const client = await startAtlas();
    for (const wrong of [
      { organization: 'x' },
      { email: 'x' },
      { method: 'magic' },
      { idpGroups: 'x' },
      { idpGroups: [1] },
    ]) {
      const body = { organization: 'Acme Atlas', email: 'bob@acme.com', method: 'sso', ...wrong };
      expect((await client.control('POST', 'login', body)).status).toBe(400);
    }
  });
});

describe('role mappings at login', () => {
  it('add up over all groups, and replace what was there', async () => {
    const client = await startAtlas();
    const idpGroups = ['atlas-admins', 'payments-dev', 'unknown'];
    expect(await login(client, 'bob@acme.com', 'sso', { idpGroups })).toEqual({
      allowed: true,
      reason: 'bob@acme.com is an active member',
      via: 'sso:acme-okta',
      provisioned: false,
      roles: ['ORG_MEMBER', 'ORG_OWNER', 'payments: GROUP_DATA_ACCESS_READ_WRITE'],
    });
    expect(await login(client, 'bob@acme.com', 'sso', { idpGroups: ['atlas-admins'] })).toMatchObject({
      roles: ['ORG_OWNER'],
    });
  });

  it('come before the default roles, which are for who would have none', async () => {
    const client = await startAtlas(atlasWorld({ connected: { defaultRoles: ['ORG_READ_ONLY'] } }));
    expect(await login(client, 'new@acme.com', 'sso', { idpGroups: ['payments-dev'] })).toMatchObject({
      provisioned: true,
      roles: ['ORG_MEMBER', 'payments: GROUP_DATA_ACCESS_READ_WRITE'],
    });
    expect(await login(client, 'other@acme.com', 'sso')).toMatchObject({ provisioned: true, roles: ['ORG_READ_ONLY'] });
    expect(await login(client, 'new@acme.com', 'sso')).toMatchObject({ provisioned: false, roles: ['ORG_READ_ONLY'] });
  });

  it('do not take the last owner away', async () => {
    const client = await startAtlas();
    expect(await login(client, 'alice@acme.com', 'sso')).toMatchObject({ roles: ['ORG_MEMBER', 'ORG_OWNER'] });
    await login(client, 'bob@acme.com', 'sso', { idpGroups: ['atlas-admins'] });
    expect(await login(client, 'alice@acme.com', 'sso')).toMatchObject({ roles: ['ORG_MEMBER'] });
  });

  it('leave roles given by hand, by switch', async () => {
    const client = await startAtlas(
      atlasWorld({
        acme: {
          teams: [],
          users: [
            { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
            { email: 'bob@acme.com', roles: ['ORG_BILLING_ADMIN', 'ORG_OWNER'] },
          ],
        },
        rest: { switches: { atlasManualRoles: 'kept' } },
      }),
    );
    await login(client, 'bob@acme.com', 'sso', { idpGroups: ['payments-dev'] });
    expect(await roles(client, 'bob@acme.com')).toEqual(['ORG_BILLING_ADMIN', 'ORG_MEMBER']);
  });

  it('let nobody in without any role', async () => {
    const client = await startAtlas(atlasWorld({ connected: { defaultRoles: [] } }));
    for (const email of ['new@acme.com', 'bob@acme.com']) {
      expect(await login(client, email, 'sso')).toMatchObject({ allowed: false, provisioned: false });
    }
    expect(await roles(client, 'bob@acme.com')).toEqual(['ORG_MEMBER']);
  });

  it('leave members as they are where there are none', async () => {
    const client = await startAtlas(atlasWorld({ connected: { roleMappings: {}, defaultRoles: ['ORG_READ_ONLY'] } }));
    expect(await login(client, 'alice@acme.com', 'sso')).toMatchObject({ roles: ['ORG_OWNER'] });
    expect(await login(client, 'new@acme.com', 'sso')).toMatchObject({ provisioned: true, roles: ['ORG_READ_ONLY'] });
  });
});

describe('just-in-time membership', () => {
  it('is for organizations mapped to the provider', async () => {
    const client = await startAtlas();
    expect(await login(client, 'new@acme.com', 'sso', { organization: labs })).toMatchObject({ allowed: false });
    expect(await login(client, 'alice@acme.com', 'sso', { organization: labs })).toMatchObject({
      allowed: true,
      roles: ['ORG_OWNER'],
    });
  });

  it('is turned off for newcomers, not for members', async () => {
    const client = await startAtlas(atlasWorld({ connected: { instantUserProvisioningDisabled: true } }));
    expect(await login(client, 'new@acme.com', 'sso')).toMatchObject({
      allowed: false,
      reason: 'just-in-time membership is turned off',
    });
    expect(await login(client, 'bob@acme.com', 'sso')).toMatchObject({ allowed: true });
  });

  it('replaces an invitation that is over, and a login accepts a live one', async () => {
    const users = [
      { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
      { email: 'old@acme.com', status: 'INVITATION_EXPIRED', roles: ['ORG_OWNER'] },
      { email: 'old@else.com', status: 'INVITATION_EXPIRED' },
      { email: 'pia@else.com', status: 'PENDING', roles: ['ORG_READ_ONLY'] },
    ];
    const client = await startAtlas(atlasWorld({ acme: { users, teams: [] } }));
    expect(await login(client, 'old@acme.com', 'sso')).toMatchObject({ provisioned: true, roles: ['ORG_MEMBER'] });
    expect(await login(client, 'old@else.com', 'password')).toMatchObject({ allowed: false });
    expect(await login(client, 'pia@else.com', 'password')).toMatchObject({
      reason: 'the invitation is accepted with this login',
      roles: ['ORG_READ_ONLY'],
    });
    expect(await client.state('organizations', acme, 'users', 'pia@else.com', 'status')).toBe('ACTIVE');
  });

  it('and accepting are for allowed domains; members stay', async () => {
    const client = await startAtlas(atlasWorld({ connected: { allowedDomains: ['partner.io'] } }));
    expect(await login(client, 'pia@else.com', 'password')).toMatchObject({
      allowed: false,
      reason: 'the organization does not let people of else.com join',
    });
    expect(await login(client, 'dave@else.com', 'password')).toMatchObject({ allowed: true });
    expect(await login(client, 'new@acme.com', 'sso')).toMatchObject({ allowed: true, provisioned: true });
  });
});
