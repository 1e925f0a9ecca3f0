import { describe, expect, it } from 'vitest';
import { acme, clientOf, core, start, v1, world } from './support.js';

const settings = { name: 'Acme Data', billingEmail: 'billing@acme.com', isScimEnabled: false };

describe('the organization', () => {
  it('shows settings, plan and managed domains', async () => {
    const client = await start();
    const { body } = await client.get(v1);
    expect(body).toMatchObject({
      id: acme,
      name: 'Acme Data',
      billingEmail: 'billing@acme.com',
      status: 'ACTIVE',
      isScimEnabled: false,
      hasAllowedIpAddressRanges: false,
      productPlans: [{ organizationId: acme, astronomerProduct: 'ASTRO', productPlanName: 'ENTERPRISE' }],
    });
    expect(body['managedDomains']).toEqual([
      expect.objectContaining({ name: 'acme.com', status: 'VERIFIED' }),
      expect.objectContaining({ name: 'acme-labs.io', status: 'PENDING' }),
    ]);
    expect((await client.get(`${v1}?isLookUpOnly=true`)).body).not.toHaveProperty('managedDomains');
    expect((await client.get(`${v1}?isLookUpOnly=yes`)).status).toBe(400);
  });

  it('takes name, billing e-mail and SCIM together, all three required', async () => {
    const client = await start();
    for (const field of Object.keys(settings)) {
      expect((await client.post(v1, { ...settings, [field]: undefined })).status, field).toBe(400);
    }
    expect((await client.post(v1, { ...settings, name: 'x'.repeat(51) })).status).toBe(400);
    await client.put('/_sandbox/clock', { now: '2027-03-01T10:00:00Z' });
    const { body } = await client.post(v1, { name: 'x'.repeat(50), billingEmail: 'a@b.c', isScimEnabled: true });
    expect(body).toMatchObject({ billingEmail: 'a@b.c', isScimEnabled: true, updatedAt: '2027-03-01T10:00:00.000Z' });
  });

  it('keeps an optional flag that is left out, or resets it, by switch', async () => {
    const client = await start();
    await client.post(v1, { ...settings, shouldEnforceDedicatedClusters: true });
    expect((await client.post(v1, settings)).body).toMatchObject({ shouldEnforceDedicatedClusters: true });
    await client.put('/_sandbox/switches', { omittedOrganizationFlags: 'reset' });
    expect((await client.post(v1, settings)).body).toMatchObject({ shouldEnforceDedicatedClusters: false });
    expect((await client.post(v1, { ...settings, environmentSecretsShowable: true })).status).toBe(400);
    expect((await client.post(core, { ...settings, environmentSecretsShowable: true })).status).toBe(200);
  });

  it('has SCIM on Enterprise only, and after a connection by switch', async () => {
    const team = await start(world({ plan: 'TEAM' }));
    expect((await team.post(v1, { ...settings, isScimEnabled: true })).status).toBe(403);
    const client = await start(world({}, { switches: { scimNeedsConnection: 'yes' } }));
    expect((await client.post(v1, { ...settings, isScimEnabled: true })).status).toBe(400);
  });

  it('is listed, made and deactivated through core', async () => {
    const client = await start();
    expect((await client.get('/v1alpha1/organizations?search=acme')).body).toMatchObject([
      { shortName: acme, domains: ['acme.com', 'acme-labs.io'] },
    ]);
    const made = await client.post('/v1alpha1/organizations', { name: 'New', metadata: { a: 1 } });
    const path = `/v1alpha1/organizations/${String(made.body['id'])}`;
    expect((await client.post(`${path}/deactivate`, { dryRun: true })).body).toMatchObject({ status: 'ACTIVE' });
    expect((await client.post(`${path}/deactivate`, {})).body).toMatchObject({ status: 'INACTIVE' });
  });
});

describe('workspaces and deployments', () => {
  it('are found by name', async () => {
    const client = await start();
    const { body } = await client.get(`${v1}/workspaces?names=Analytics`);
    expect(body).toMatchObject({ totalCount: 1, workspaces: [{ name: 'Analytics', organizationName: 'Acme Data' }] });
    const workspaceId = await client.id('workspaces', 'Analytics');
    expect((await client.get(`${v1}/deployments?sorts=name:asc`)).body).toMatchObject({
      totalCount: 1,
      deployments: [{ name: 'etl', workspaceId }],
    });
    expect((await client.get(`${v1}/workspaces?workspaceIds=${workspaceId}`)).body).toMatchObject({ totalCount: 1 });
  });

  it('are made, changed and deleted while empty, roles going with them', async () => {
    const client = await start();
    expect((await client.post(`${v1}/workspaces`, { name: 'x'.repeat(51) })).status).toBe(400);
    expect((await client.post(`${v1}/workspaces`, { name: 'Sales' })).status).toBe(400);
    const made = await client.post(`${v1}/workspaces`, { name: 'New' });
    const path = `${v1}/workspaces/${String(made.body['id'])}`;
    expect((await client.post(path, { name: 'Newer' })).status).toBe(400);
    expect((await client.post(path, { name: 'Newer', description: '', cicdEnforcedDefault: true })).status).toBe(200);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(`${v1}/workspaces/${await client.id('workspaces', 'Analytics')}`)).status).toBe(400);
  });
});

describe('allowed IP ranges', () => {
  const path = `${v1}/allowed-ip-address-ranges`;

  it('must begin with one that covers the caller', async () => {
    const client = await start();
    expect((await client.post(path, { ipAddressRange: '10.0.0.0/8' })).status).toBe(400);
    expect((await client.post(path, { ipAddressRange: '10.0.0.0' })).status).toBe(400);
    const first = await client.post(path, { ipAddressRange: '127.0.0.0/8' });
    expect(first.status).toBe(200);
    expect((await client.post(path, { ipAddressRange: '10.0.0.0/8' })).status).toBe(200);
    expect((await client.post(path, { ipAddressRange: '10.0.0.0/8' })).status).toBe(400);
    expect((await client.get(v1)).body).toMatchObject({ hasAllowedIpAddressRanges: true });
    expect((await client.delete(`${path}/${String(first.body['id'])}`)).status).toBe(204);
    expect((await client.delete(`${path}/${String(first.body['id'])}`)).status).toBe(404);
  });

  it('are added all or none, and deleted leniently, in bulk', async () => {
    const client = await start();
    const bulk = (ranges: readonly string[]) => client.post(`${path}/bulk-create`, { allowedIpAddressRanges: ranges });
    expect((await bulk(['127.0.0.1/32', '10.0.0.0/8', '10.0.0.0/8'])).status).toBe(409);
    expect((await bulk(['127.0.0.1/32', 'nonsense'])).status).toBe(400);
    expect((await client.get(path)).body).toMatchObject({ totalCount: 0 });
    const { body } = await bulk(['127.0.0.1/32', '2001:db8::/32']);
    const ids = (body['allowedIpAddressRanges'] as { id: string }[]).map(({ id }) => id);
    const gone = await client.post(`${path}/bulk-delete`, { allowedIpAddressRangeIds: [...ids, ...ids, 'unknown'] });
    expect(gone.status).toBe(204);
    expect((await client.get(path)).body).toMatchObject({ totalCount: 0 });
  });
});

describe('API tokens', () => {
  const path = `${v1}/tokens`;
  const token = { name: 'ci', role: 'ORGANIZATION_OWNER', scope: 'ORGANIZATION' };

  it('are shown once, work, rotate and end', async () => {
    const client = await start();
    const made = await client.post(path, { ...token, tokenExpiryPeriodInDays: 30 });
    expect(made.body).toMatchObject({
      scope: 'ORGANIZATION',
      kind: 'STANDARD',
      roles: [{ role: 'ORGANIZATION_OWNER' }],
    });
    const own = `${path}/${String(made.body['id'])}`;
    expect((await client.get(own)).body).not.toHaveProperty('token');
    const works = async (secret: unknown) => (await clientOf(client.sandbox, String(secret)).get(v1)).status;
    expect(await works(made.body['token'])).toBe(200);
    const rotated = await client.post(`${own}/rotate`);
    expect(await works(made.body['token'])).toBe(401);
    expect(await works(rotated.body['token'])).toBe(200);
    await client.put('/_sandbox/clock', { now: new Date(Date.now() + 31 * 86_400_000).toISOString() });
    expect(await works(rotated.body['token'])).toBe(401);
    expect((await client.delete(own)).status).toBe(204);
    expect((await client.delete(own)).status).toBe(404);
  });

  it('have the limits of the published shapes', async () => {
    const client = await start();
    expect((await client.post(path, { ...token, tokenExpiryPeriodInDays: 3651 })).status).toBe(400);
    expect((await client.post(path, { ...token, scope: 'WORKSPACE', role: 'WORKSPACE_OWNER' })).status).toBe(400);
    expect((await client.post(path, { ...token, role: 'WORKSPACE_OWNER' })).status).toBe(400);
    const beta = `/iam/v1beta1/organizations/${acme}/tokens`;
    expect((await client.post(beta, token)).status).toBe(400);
    const made = await client.post(beta, { name: 'ci', role: 'ORGANIZATION_MEMBER', type: 'ORGANIZATION' });
    expect(made.body).toMatchObject({ type: 'ORGANIZATION' });
    const own = `${path}/${String(made.body['id'])}`;
    expect((await client.post(own, { name: 'x'.repeat(257) })).status).toBe(400);
    expect((await client.post(own, { name: 'new' })).body).toMatchObject({ name: 'new' });
    const deploymentId = await client.id('deployments', 'Analytics/etl');
    const roles = [{ entityId: deploymentId, entityType: 'DEPLOYMENT', role: 'DEPLOYMENT_ADMIN' }];
    expect((await client.post(`${own}/roles`, { roles: [] })).status).toBe(400);
    expect((await client.post(`${own}/roles`, { roles })).body).toEqual({ roles });
    expect((await client.get(`${path}?deploymentId=${deploymentId}`)).body).toMatchObject({ totalCount: 1 });
  });
});
