import { describe, expect, it } from 'vitest';
import { core, organizationState, other, pick, start, v1, world, type Client } from './support.js';

const domainPath = async (client: Client, name: string) => `${core}/domains/${await client.id('domains', name)}`;

describe('domains', () => {
  it('are created PENDING and become VERIFIED when the DNS record is there', async () => {
    const client = await start();
    const { status, body } = await client.post(`${core}/domains`, { name: 'New.example', enforcedLogins: ['google'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'new.example', status: 'PENDING', enforcedLogins: ['google'] });
    const path = `${core}/domains/${String(body['id'])}`;
    expect((await client.post(`${path}/verify`)).status).toBe(400);
    expect((await client.get(path)).body).toMatchObject({ status: 'PENDING' });
    await client.put('/_sandbox/dns', { 'new.example': true });
    expect((await client.post(`${path}/verify`)).body).toMatchObject({ status: 'VERIFIED' });
    expect((await client.post(`${path}/verify`)).status).toBe(200);
    expect((await client.get(`${core}/domains`)).body).toHaveLength(3);
  });

  it('are named once, properly, and keep their name', async () => {
    const client = await start();
    for (const name of ['acme.com', 'ACME.com', 'nodot', 'a b.com', '']) {
      expect((await client.post(`${core}/domains`, { name })).status, name).toBe(400);
    }
    const path = await domainPath(client, 'acme.com');
    expect((await client.post(path, { enforcedLogins: ['sso'], name: 'x.com' })).status).toBe(400);
    expect((await client.post(path, {})).status).toBe(400);
    expect((await client.post(path, { enforcedLogins: ['saml'] })).status).toBe(400);
    expect((await client.post(path, { enforcedLogins: ['sso'] })).body).toMatchObject({ enforcedLogins: ['sso'] });
  });

  it('verify with another status, or without DNS, by switch', async () => {
    const client = await start(world({}, { switches: { verifyFailureStatus: 422 } }));
    const path = `${await domainPath(client, 'acme-labs.io')}/verify`;
    expect((await client.post(path)).status).toBe(422);
    await client.put('/_sandbox/switches', { dnsRecords: 'present' });
    expect((await client.post(path)).status).toBe(200);
  });

  it('are verified in one organization only, by switch', async () => {
    const client = await start();
    const create = () => client.post(`/v1alpha1/organizations/${other}/domains`, { name: 'acme.com' });
    const verify = (id: unknown) => client.post(`/v1alpha1/organizations/${other}/domains/${String(id)}/verify`);
    const made = await create();
    expect((await verify(made.body['id'])).status).toBe(400);
    await client.put('/_sandbox/switches', { domainExclusivity: 'none' });
    expect((await verify(made.body['id'])).status).toBe(200);
    const claimed = await start(world({}, { switches: { domainExclusivity: 'claimed' } }));
    const path = `/v1alpha1/organizations/${other}/domains`;
    expect((await claimed.post(path, { name: 'acme-labs.io' })).status).toBe(400);
  });

  it('restrict login only on a plan that has it', async () => {
    const client = await start(world({ plan: 'DEVELOPER' }));
    const path = await domainPath(client, 'acme.com');
    expect((await client.post(path, { enforcedLogins: ['sso'] })).status).toBe(403);
    expect((await client.post(path, { enforcedLogins: ['sso', 'github', 'google', 'password'] })).status).toBe(200);
    expect((await client.post(path, { enforcedLogins: [] })).status).toBe(200);
  });

  it('are not deleted while a connection uses them', async () => {
    const client = await start(world({ ssoConnections: [{ name: 'acme-okta', domains: ['acme.com'] }] }));
    const path = await domainPath(client, 'acme.com');
    expect((await client.delete(path)).status).toBe(400);
    await client.put('/_sandbox/switches', { deleteMappedDomain: 'unmapped' });
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(404);
    expect(await organizationState(client)).toMatchObject({ ssoConnections: { 'acme-okta': { domains: [] } } });
  });
});

describe('SSO connections', () => {
  const configuration = { strategy: 'samlp', samlSignInUrl: 'https://idp.example/sso', samlSigningCert: 'PEM' };
  const reference = async (client: Client, name = 'acme.com') => ({ id: await client.id('domains', name), name });
  const create = async (client: Client, body: object = {}) =>
    client.post(`${core}/sso-connections`, {
      auth0ConnectionName: 'acme-okta-acme.com',
      configuration,
      managedDomains: [await reference(client)],
      ...body,
    });

  it('start disabled and are enabled by a full replace', async () => {
    const client = await start();
    const made = await create(client, { jitPolicy: { defaultOrgRole: 'ORGANIZATION_MEMBER' } });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      auth0ConnectionName: 'acme-okta-acme.com',
      auth0ConnectionId: expect.stringMatching(/^con_/) as string,
      enabled: false,
      configuration,
      managedDomains: [{ name: 'acme.com', status: 'VERIFIED' }],
      jitPolicy: { defaultOrgRole: 'ORGANIZATION_MEMBER' },
    });
    expect(made.body).not.toHaveProperty('idpInitiatedLoginEnabled');
    const path = `${core}/sso-connections/${String(made.body['id'])}`;
    const update = {
      configuration,
      managedDomains: [await reference(client)],
      enabled: true,
      idpInitiatedLoginEnabled: true,
    };
    for (const field of Object.keys(update)) {
      expect((await client.post(path, { ...update, [field]: undefined })).status, field).toBe(400);
    }
    expect((await client.post(path, { ...update, auth0ConnectionName: 'x' })).status).toBe(400);
    const after = await client.post(path, update);
    expect(after.body).toMatchObject({ enabled: true });
    expect(after.body).not.toHaveProperty('jitPolicy');
    expect((await client.get(`${core}/sso-connections`)).body).toHaveLength(1);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(404);
  });

  it('map verified domains, each to one connection', async () => {
    const client = await start();
    expect((await create(client, { managedDomains: [await reference(client, 'acme-labs.io')] })).status).toBe(400);
    expect((await create(client, { managedDomains: [{ id: 'x', name: 'acme.com' }] })).status).toBe(400);
    expect((await create(client, { enabled: true })).status).toBe(400);
    expect((await create(client)).status).toBe(200);
    expect((await create(client)).status).toBe(400);
    expect((await create(client, { auth0ConnectionName: 'second' })).status).toBe(400);
    expect((await create(client, { auth0ConnectionName: 'second', managedDomains: [] })).status).toBe(200);
  });

  it('name a JIT workspace role workspaceRole', async () => {
    const client = await start();
    const workspaceId = await client.id('workspaces', 'Analytics');
    const jit = (roles: object[]) => ({
      jitPolicy: { defaultOrgRole: 'ORGANIZATION_MEMBER', defaultWorkspaceRoles: roles },
    });
    expect((await create(client, jit([{ workspaceId, role: 'WORKSPACE_MEMBER' }]))).status).toBe(400);
    expect((await create(client, jit([{ workspaceId: 'x', workspaceRole: 'WORKSPACE_MEMBER' }]))).status).toBe(400);
    expect((await create(client, jit([{ workspaceId, workspaceRole: 'WORKSPACE_MEMBER' }]))).status).toBe(200);
  });

  it('never give the Entra secret back, and lose it in a replace without it, by switch', async () => {
    const client = await start();
    const entra = { strategy: 'waad', azureClientId: 'id', azureClientSecret: 's3cret', azureDomainName: 'acme.com' };
    const made = await create(client, { configuration: entra });
    expect(pick(made.body, 'configuration')).toEqual({
      strategy: 'waad',
      azureClientId: 'id',
      azureDomainName: 'acme.com',
    });
    await client.put('/_sandbox/switches', { secretRedaction: 'masked', omittedSecret: 'kept' });
    const path = `${core}/sso-connections/${String(made.body['id'])}`;
    expect(pick((await client.get(path)).body, 'configuration', 'azureClientSecret')).toBe('********');
    const update = {
      configuration: { ...entra, azureClientSecret: undefined },
      managedDomains: [await reference(client)],
      enabled: false,
      idpInitiatedLoginEnabled: false,
    };
    const secret = async () =>
      pick(
        await organizationState(client),
        'ssoConnections',
        'acme-okta-acme.com',
        'configuration',
        'azureClientSecret',
      );
    await client.post(path, update);
    expect(await secret()).toBe('s3cret');
    await client.put('/_sandbox/switches', { omittedSecret: 'cleared' });
    await client.post(path, update);
    expect(await secret()).toBeUndefined();
  });

  it('are activated freely, after a test login, or not at all, by switch', async () => {
    const client = await start(world({}, { switches: { ssoActivation: 'refused' } }));
    const made = await create(client);
    const path = `${core}/sso-connections/${String(made.body['id'])}`;
    const update = {
      configuration,
      managedDomains: [await reference(client)],
      enabled: true,
      idpInitiatedLoginEnabled: false,
    };
    expect((await client.post(path, update)).status).toBe(400);
    await client.put('/_sandbox/switches', { ssoActivation: 'tested' });
    expect((await client.post(path, update)).status).toBe(400);
    await client.post('/_sandbox/login', { organization: 'Acme Data', email: 'alice@acme.com', method: 'sso' });
    expect((await client.post(path, update)).status).toBe(200);
  });
});

describe('the bypass key', () => {
  const path = `${core}/sso-bypass-key`;

  it('is made, regenerated and deleted', async () => {
    const client = await start();
    expect((await client.get(path)).status).toBe(404);
    expect((await client.delete(path)).status).toBe(404);
    await client.put('/_sandbox/clock', { now: '2026-01-01T00:00:00Z' });
    const first = await client.post(path);
    expect(first.body).toMatchObject({
      bypassKey: expect.any(String) as string,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect((await client.get(path)).body).toEqual(first.body);
    await client.put('/_sandbox/clock', { now: '2026-02-01T00:00:00Z' });
    const second = await client.post(path);
    expect(second.body['bypassKey']).not.toBe(first.body['bypassKey']);
    expect(second.body).toMatchObject({ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-02-01T00:00:00.000Z' });
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(404);
    const gone = await client.get(path);
    expect(gone.body).toMatchObject({ deletedAt: '2026-02-01T00:00:00.000Z' });
    expect(gone.body).not.toHaveProperty('bypassKey');
    await client.put('/_sandbox/switches', { bypassKeyAfterDelete: 'missing' });
    expect((await client.get(path)).status).toBe(404);
  });

  it('has the age the world gives it', async () => {
    const now = Date.parse('2026-05-01T00:00:00Z');
    const client = await start(world({ bypassKey: { ageDays: 120 } }), { now: () => now });
    expect((await client.get(path)).body).toMatchObject({ createdAt: '2026-01-01T00:00:00.000Z' });
  });

  it('is not part of the public API', async () => {
    const client = await start(world({ bypassKey: {} }));
    expect((await client.get(`${v1}/sso-bypass-key`)).status).toBe(404);
  });
});
