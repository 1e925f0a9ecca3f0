import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasWorld,
  connectedPath,
  federationPath,
  labs,
  orgPath,
  resend,
  outcome,
  startAtlas,
} from './atlas-support.js';
import { pick, type Answer } from './support.js';

type Json = Record<string, unknown>;

describe('organizations', () => {
  it('are listed, by the beginning of the name', async () => {
    const client = await startAtlas();
    expect((await client.get('/orgs')).body).toMatchObject({ totalCount: 3 });
    expect((await client.get('/orgs?name=acme%20l')).body).toMatchObject({ results: [{ id: labs }] });
    expect((await client.get(orgPath)).body).toEqual({
      id: acme,
      name: 'Acme Atlas',
      isDeleted: false,
      skipDefaultAlertsSettings: false,
      links: [{ href: `http://127.0.0.1/api/atlas/v2${orgPath}`, rel: 'self' }],
    });
  });

  it('are renamed', async () => {
    const client = await startAtlas();
    expect((await client.patch(orgPath, { name: 'New', skipDefaultAlertsSettings: true })).body).toMatchObject({
      name: 'New',
      skipDefaultAlertsSettings: true,
    });
    expect((await client.patch(orgPath, { name: 'Newer' })).body).toMatchObject({ skipDefaultAlertsSettings: true });
    expect(outcome(await client.patch(orgPath, { name: 'x/y' }))).toBe('400 INVALID_ORG_NAME');
    expect(outcome(await client.patch(orgPath, {}))).toBe('400 MISSING_ATTRIBUTE');
  });
});

describe('settings', () => {
  const path = `${orgPath}/settings`;

  it('change only what is there', async () => {
    const client = await startAtlas(atlasWorld({ acme: { settings: { securityContact: 'sec@acme.com' } } }));
    const before = (await client.get(path)).body;
    expect(before).toMatchObject({
      multiFactorAuthRequired: false,
      genAIFeaturesEnabled: true,
      operationsContact: null,
    });
    const after = await client.patch(path, { multiFactorAuthRequired: true, operationsContact: 'ops@acme.com' });
    expect(after.body).toEqual({ ...before, multiFactorAuthRequired: true, operationsContact: 'ops@acme.com' });
    expect((await client.patch(path, { operationsContact: null, securityContact: '' })).body).toMatchObject({
      operationsContact: null,
      securityContact: '',
    });
    const timeouts = { customSessionTimeouts: { idleSessionTimeoutInSeconds: 600 } };
    expect((await client.patch(path, timeouts)).body).toMatchObject({
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: null, idleSessionTimeoutInSeconds: 600 },
    });
    await client.control('PUT', 'switches', { atlasOmittedSettings: 'reset' });
    expect((await client.patch(path, {})).body).toMatchObject({ multiFactorAuthRequired: false });
  });

  it('have limits', async () => {
    const client = await startAtlas();
    for (const wrong of [
      { operationsContact: '' },
      { maxServiceAccountSecretValidityInHours: 7 },
      { customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 100 } },
      { customSessionTimeouts: { idleSessionTimeoutInSeconds: 299 } },
      { multiFactorAuthRequired: 'yes' },
      { unknown: 1 },
    ]) {
      expect([wrong, (await client.patch(path, wrong)).status]).toEqual([wrong, 400]);
    }
  });
});

describe('projects', () => {
  it('have names and ids', async () => {
    const client = await startAtlas();
    const { body } = await client.get(`${orgPath}/groups?name=PAY`);
    expect(body).toMatchObject({ totalCount: 1, results: [{ name: 'payments', orgId: acme }] });
    const id = await client.id('projects', 'payments');
    expect((await client.get(`/groups/${id}`)).body).toMatchObject({ id, clusterCount: 0 });
    expect((await client.get('/groups/byName/payments')).body).toMatchObject({ id });
    expect(outcome(await client.get('/groups/byName/none'))).toBe('404 GROUP_NOT_FOUND');
    expect((await client.get('/groups')).body).toMatchObject({ totalCount: 2 });
  });

  it('are created', async () => {
    const client = await startAtlas();
    expect(await client.post('/groups', { name: 'new', orgId: acme })).toMatchObject({
      status: 201,
      body: { orgId: acme },
    });
    expect(outcome(await client.post('/groups', { name: 'new', orgId: acme }))).toBe('400 GROUP_ALREADY_EXISTS');
    expect(outcome(await client.post('/groups', { name: 'x/y', orgId: acme }))).toBe('400 VALIDATION_ERROR');
  });
});

describe('events', () => {
  const types = ({ body }: Answer) => (body['results'] as Json[]).map(({ eventTypeName }) => eventTypeName);
  const certificate = 'eventType=ORG_IDP_CERTIFICATE_ABOUT_TO_EXPIRE&eventType=ORG_IDP_CERTIFICATE_CURRENT';

  it('tell what was done and by whom', async () => {
    const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
    await client.post(`${connectedPath}/roleMappings`, {
      externalGroupName: 'x',
      roleAssignments: [{ orgId: acme, role: 'ORG_MEMBER' }],
    });
    await resend(client);
    const list = await client.get(`${orgPath}/events?eventType=ROLE_MAPPING_CREATED&eventType=ORG_SETTINGS_UPDATED`);
    expect(types(list).sort()).toEqual(['ORG_SETTINGS_UPDATED', 'ROLE_MAPPING_CREATED']);
    const id = String(pick(list.body, 'results', 0, 'id'));
    expect((await client.get(`${orgPath}/events/${id}`)).body).toMatchObject({
      id,
      orgId: acme,
      created: '2026-01-01T00:00:00Z',
      username: client.sandbox.credentials['ATLAS_CLIENT_ID'],
    });
    expect((await client.get(`${orgPath}/events?maxDate=2025-12-31T00:00:00Z`)).body).toMatchObject({ totalCount: 0 });
    expect((await client.get(`${orgPath}/events?minDate=x`)).status).toBe(400);
    expect((await client.get(`${orgPath}/events/none`)).status).toBe(404);
    expect(JSON.stringify(await client.state())).not.toContain('ROLE_MAPPING_CREATED');
  });

  it('have the certificate alert while the organization has a provider', async () => {
    const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
    const path = `${orgPath}/events?${certificate}`;
    expect(types(await client.get(path))).toEqual(['ORG_IDP_CERTIFICATE_CURRENT']);
    expect(types(await client.get(`/orgs/${labs}/events?${certificate}`))).toEqual([]);
    await resend(
      client,
      { identityProviderId: await client.okta('spare') },
      `${federationPath}/connectedOrgConfigs/${labs}`,
    );
    expect(types(await client.get(`/orgs/${labs}/events?${certificate}`))).toEqual(['ORG_IDP_CERTIFICATE_CURRENT']);
    await client.patch(connectedPath, {});
    expect(types(await client.get(path))).toEqual([]);
  });

  it('warn when the certificate is about to expire', async () => {
    const identityProviders = [{ name: 'acme-okta', certificateExpiresInDays: 20, associatedDomains: ['acme.com'] }];
    const client = await startAtlas(
      atlasWorld({ federation: { identityProviders }, connected: { dataAccessIdentityProviders: [] } }),
    );
    expect(types(await client.get(`${orgPath}/events?${certificate}`))).toEqual([
      'ORG_IDP_CERTIFICATE_ABOUT_TO_EXPIRE',
    ]);
  });
});
