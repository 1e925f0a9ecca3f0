import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasWorld,
  connectedPath,
  federation,
  federationPath,
  labs,
  lone,
  orgPath,
  resend,
  startAtlas,
  type AtlasClient,
} from './atlas-support.js';
import { pick } from './support.js';

type Json = Record<string, unknown>;

const connected = async (client: AtlasClient): Promise<Json> =>
  (await client.state('federations', federation, 'connectedOrganizations', acme)) as Json;
const withSwitches = (switches: Json) => atlasWorld({ rest: { switches } });

describe('federation settings', () => {
  it('are found through an organization', async () => {
    const client = await startAtlas();
    expect((await client.get(`${orgPath}/federationSettings`)).body).toEqual({
      id: federation,
      federatedDomains: ['acme.com'],
      hasRoleMappings: true,
      identityProviderId: await client.okta('acme-okta'),
      identityProviderStatus: 'ACTIVE',
    });
    expect((await client.get(`/orgs/${labs}/federationSettings`)).body).toEqual({
      id: federation,
      federatedDomains: [],
      hasRoleMappings: false,
      identityProviderId: null,
      identityProviderStatus: 'INACTIVE',
    });
  });

  it('are not there, or empty, for an organization without', async () => {
    const client = await startAtlas();
    const path = `/orgs/${lone}/federationSettings`;
    expect(await client.get(path)).toMatchObject({ status: 404, body: { errorCode: 'RESOURCE_NOT_FOUND' } });
    await client.control('PUT', 'switches', { atlasNoFederation: 'empty' });
    expect((await client.get(path)).body).toMatchObject({ federatedDomains: [], identityProviderStatus: 'INACTIVE' });
  });

  it('go with everything they own, but not while two organizations are connected', async () => {
    const client = await startAtlas();
    expect(await client.delete(federationPath)).toMatchObject({ status: 400, body: { errorCode: 'VALIDATION_ERROR' } });
    expect((await client.delete(`${federationPath}/connectedOrgConfigs/${labs}`)).status).toBe(204);
    expect((await client.delete(federationPath)).status).toBe(204);
    expect(await client.state('federations')).toEqual({});
    expect((await client.get(`${orgPath}/federationSettings`)).status).toBe(404);
    expect((await client.get(federationPath)).status).toBe(405);
  });
});

describe('connected organizations', () => {
  it('come with their role mappings inline, all in one list', async () => {
    const client = await startAtlas();
    const { body } = await client.get(`${federationPath}/connectedOrgConfigs?itemsPerPage=500`);
    const results = body['results'] as Json[];
    const own = results.find(({ orgId }) => orgId === acme) ?? {};
    expect(own).toMatchObject({
      identityProviderId: await client.okta('acme-okta'),
      domainRestrictionEnabled: false,
      domainAllowList: [],
      postAuthRoleGrants: ['ORG_MEMBER'],
      instantUserProvisioningDisabled: null,
      userConflicts: null,
    });
    const mapping = (own['roleMappings'] as Json[]).find(
      ({ externalGroupName }) => externalGroupName === 'payments-dev',
    );
    expect(mapping).toMatchObject({ id: expect.stringMatching(/^[a-f0-9]{24}$/) as string });
    expect(mapping?.['roleAssignments']).toEqual(
      expect.arrayContaining([
        { orgId: acme, groupId: null, role: 'ORG_MEMBER' },
        { orgId: null, groupId: await client.id('projects', 'payments'), role: 'GROUP_DATA_ACCESS_READ_WRITE' },
      ]),
    );
    expect(results.find(({ orgId }) => orgId === labs)).toMatchObject({ identityProviderId: null, roleMappings: [] });
  });

  it('are not others', async () => {
    const client = await startAtlas();
    const path = `${federationPath}/connectedOrgConfigs/${lone}`;
    expect(await client.get(path)).toMatchObject({ status: 404, body: { errorCode: 'RESOURCE_NOT_FOUND' } });
    expect((await client.get(`/federationSettings/5e00000000000000000000ff/connectedOrgConfigs`)).status).toBe(404);
  });

  it('are disconnected, all but the last, and members stay', async () => {
    const client = await startAtlas();
    const users = await client.state('organizations', acme, 'users');
    expect((await client.delete(connectedPath)).status).toBe(204);
    expect(await client.state('organizations', acme, 'users')).toEqual(users);
    expect(await client.state('federations', federation, 'connectedOrganizations')).toEqual({
      [labs]: expect.anything() as unknown,
    });
    const last = await client.delete(`${federationPath}/connectedOrgConfigs/${labs}`);
    expect(last).toMatchObject({ status: 400, body: { errorCode: 'VALIDATION_ERROR' } });
  });

  it('lose their members when disconnected, by switch', async () => {
    const client = await startAtlas(withSwitches({ atlasDisconnectedMembers: 'removed' }));
    await client.delete(connectedPath);
    expect(Object.keys((await client.state('organizations', acme, 'users')) as Json)).toEqual(['alice@acme.com']);
  });

  it('are connected, and domains and SAML providers made, in the console only', async () => {
    const client = await startAtlas();
    const act = (body: Json) => client.control('POST', 'console', { federation, ...body });
    expect((await act({ action: 'connectOrganization', organization: lone })).status).toBe(200);
    expect((await client.get(`${federationPath}/connectedOrgConfigs/${lone}`)).status).toBe(200);
    expect((await act({ action: 'addDomain', domain: 'New.io' })).body).toEqual({ name: 'new.io', status: 'PENDING' });
    expect((await act({ action: 'addDomain', domain: 'new.io', verified: true })).body).toMatchObject({
      status: 'VERIFIED',
    });
    const made = await act({
      action: 'createIdentityProvider',
      identityProvider: { name: 'new', associatedDomains: ['new.io'] },
    });
    expect((await client.get(`${federationPath}/identityProviders/${String(made.body['id'])}`)).body).toMatchObject({
      displayName: 'new',
      status: 'ACTIVE',
      oktaIdpId: made.body['oktaIdpId'],
    });
    for (const wrong of [
      { action: 'connectOrganization', organization: lone },
      { action: 'connectOrganization', organization: 'x' },
      { action: 'dance' },
      { action: 'addDomain' },
      { action: 'createIdentityProvider', identityProvider: { name: 'new' } },
      { action: 'addDomain', federation: 'x', domain: 'a.io' },
    ]) {
      expect((await act(wrong)).status).toBe(400);
    }
  });
});

describe('the update of a connected organization', () => {
  it('changes nothing when the whole object comes back', async () => {
    const client = await startAtlas(atlasWorld({ connected: { allowedDomains: ['else.com'] } }));
    const before = await client.state();
    const answer = await resend(client);
    expect(answer.status).toBe(200);
    expect(pick(answer.body, 'roleMappings')).toHaveLength(2);
    expect(await client.state()).toEqual(before);
  });

  it('takes away what is left out: provider, restriction, data access', async () => {
    const client = await startAtlas(
      atlasWorld({ connected: { allowedDomains: ['else.com'], instantUserProvisioningDisabled: true } }),
    );
    expect((await client.patch(connectedPath, {})).status).toBe(200);
    expect(await connected(client)).toMatchObject({
      identityProvider: null,
      domainRestrictionEnabled: false,
      dataAccessIdentityProviders: [],
      instantUserProvisioningDisabled: null,
      domainAllowList: ['else.com'],
      postAuthRoleGrants: ['ORG_MEMBER'],
      roleMappings: { 'atlas-admins': expect.anything() as unknown, 'payments-dev': expect.anything() as unknown },
    });
  });

  it('keeps some of it by switch', async () => {
    const switches = {
      atlasOmittedDataAccess: 'kept',
      atlasOmittedProvisioning: 'kept',
      atlasDetachedMappings: 'deleted',
    };
    const client = await startAtlas(
      atlasWorld({ connected: { instantUserProvisioningDisabled: true }, rest: { switches } }),
    );
    await client.patch(connectedPath, {});
    expect(await connected(client)).toMatchObject({
      dataAccessIdentityProviders: ['databases', 'robots'],
      instantUserProvisioningDisabled: true,
      roleMappings: {},
    });
  });

  it('switches the provider in one call, with all mappings', async () => {
    const client = await startAtlas();
    const before = await connected(client);
    const answer = await resend(client, { identityProviderId: await client.okta('spare') });
    expect(answer.status).toBe(200);
    expect(await connected(client)).toEqual({ ...before, identityProvider: 'spare' });
  });

  it.each([
    ['', 'VALIDATION_ERROR'],
    ['0oaAAAAAAAAAAAAAAAAA', 'CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION'],
  ])('refuses the provider id %j', async (identityProviderId, errorCode) => {
    const client = await startAtlas();
    expect(await resend(client, { identityProviderId })).toMatchObject({ status: 400, body: { errorCode } });
  });

  it('wants the 20-character id of a SAML provider, and for databases the 24 digits of an OIDC one', async () => {
    const client = await startAtlas();
    const errorCode = 'CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION';
    const hex = await client.id('identityProviders', 'acme-okta');
    expect((await resend(client, { identityProviderId: hex })).body).toMatchObject({ errorCode });
    expect((await resend(client, { dataAccessIdentityProviderIds: [hex] })).body).toMatchObject({ errorCode });
    const robots = await client.id('identityProviders', 'robots');
    expect((await resend(client, { dataAccessIdentityProviderIds: [robots] })).status).toBe(200);
    expect(await connected(client)).toMatchObject({ dataAccessIdentityProviders: ['robots'] });
  });

  it('has at most one OIDC workforce provider', async () => {
    const oidc = ['one', 'two'].map((name) => ({ name, protocol: 'OIDC' }));
    const client = await startAtlas(
      atlasWorld({ federation: { identityProviders: oidc, connectedOrganizations: [{ organization: acme }] } }),
    );
    const ids = await Promise.all(['one', 'two'].map((name) => client.id('identityProviders', name)));
    expect((await resend(client, { dataAccessIdentityProviderIds: ids })).status).toBe(400);
    expect((await resend(client, { dataAccessIdentityProviderIds: ids.slice(1) })).status).toBe(200);
  });

  it.each([
    ['detached', 200, null],
    ['kept', 200, 'acme-okta'],
    ['refused', 400, 'acme-okta'],
  ])('takes null for no provider as %s, by switch', async (atlasNullIdentityProvider, status, identityProvider) => {
    const client = await startAtlas(withSwitches({ atlasNullIdentityProvider }));
    const body = { domainRestrictionEnabled: false, identityProviderId: null };
    expect((await client.patch(connectedPath, body)).status).toBe(status);
    expect(await connected(client)).toMatchObject({ identityProvider });
  });

  it('changes default roles only with a provider, and only to organization roles', async () => {
    const client = await startAtlas();
    const code = async (change: Json, path = connectedPath) => {
      const { status, body } = await resend(client, change, path);
      return body['errorCode'] ?? status;
    };
    expect(await code({ postAuthRoleGrants: ['ORG_READ_ONLY'] })).toBe(200);
    expect(await code({ postAuthRoleGrants: [] })).toBe(200);
    expect(await code({ postAuthRoleGrants: ['GROUP_OWNER'] })).toBe('POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES');
    expect(await code({ postAuthRoleGrants: ['KING'] })).toBe('INVALID_ENUM_VALUE');
    const detached = `${federationPath}/connectedOrgConfigs/${labs}`;
    expect(await code({ postAuthRoleGrants: ['ORG_MEMBER'] }, detached)).toBe('VALIDATION_ERROR');
    expect(await code({}, detached)).toBe(200);
    expect(
      await code({ postAuthRoleGrants: ['ORG_MEMBER'], identityProviderId: await client.okta('spare') }, detached),
    ).toBe(200);
  });

  it('does not move to another organization', async () => {
    const client = await startAtlas();
    expect((await resend(client, { orgId: labs })).body).toMatchObject({ errorCode: 'ATTRIBUTE_READ_ONLY' });
    expect((await resend(client, { orgId: '' })).status).toBe(200);
  });

  it('takes any text as an allowed domain, and adds the domains of the provider', async () => {
    const client = await startAtlas();
    const sent = { domainRestrictionEnabled: true, domainAllowList: ['https://else.com', 'else.com'] };
    const { body } = await resend(client, sent);
    expect([...(body['domainAllowList'] as string[])].sort()).toEqual(['acme.com', 'else.com', 'https://else.com']);
    await client.control('PUT', 'switches', { atlasAllowListGrows: 'hidden' });
    expect((await client.get(connectedPath)).body['domainAllowList']).toHaveLength(2);
    await resend(client, { domainAllowList: [] });
    expect((await client.get(connectedPath)).body['domainAllowList']).toEqual([]);
  });

  it('names the members whom a restriction would keep out; they stay', async () => {
    const client = await startAtlas();
    const { body } = await resend(client, { domainRestrictionEnabled: true, domainAllowList: ['acme.com'] });
    expect(body['userConflicts']).toEqual([
      {
        emailAddress: 'dave@else.com',
        federationSettingsId: federation,
        firstName: '',
        lastName: '',
        userId: await client.id('users', 'dave@else.com'),
      },
    ]);
    expect(await client.state('organizations', acme, 'users', 'dave@else.com', 'status')).toBe('ACTIVE');
    expect((await resend(client, { domainAllowList: ['acme.com', 'ELSE.com'] })).body['userConflicts']).toBeNull();
  });
});

describe('role mappings in the update', () => {
  const mapping = (name: string) => ({
    externalGroupName: name,
    roleAssignments: [{ orgId: acme, role: 'ORG_MEMBER' }],
  });

  it('replace all there are, with new ids', async () => {
    const client = await startAtlas();
    const before = await client.id('roleMappings', 'atlas-admins');
    expect((await resend(client, { roleMappings: [mapping('atlas-admins'), mapping('new')] })).status).toBe(200);
    expect(Object.keys((await connected(client))['roleMappings'] as Json)).toEqual(['atlas-admins', 'new']);
    expect(await client.id('roleMappings', 'atlas-admins')).not.toBe(before);
    await client.control('PUT', 'switches', { atlasReplacedMappingIds: 'kept' });
    const kept = await client.id('roleMappings', 'new');
    await resend(client, { roleMappings: [mapping('new')] });
    expect(await client.id('roleMappings', 'new')).toBe(kept);
    expect((await resend(client, { roleMappings: [] })).status).toBe(200);
    expect((await connected(client))['roleMappings']).toEqual({});
  });

  it('need a provider, even to be none', async () => {
    const client = await startAtlas();
    const path = `${federationPath}/connectedOrgConfigs/${labs}`;
    expect((await resend(client, { roleMappings: [] }, path)).body).toMatchObject({ errorCode: 'VALIDATION_ERROR' });
    const whole = (await client.get(connectedPath)).body;
    const { identityProviderId: _provider, userConflicts: _conflicts, ...detaching } = whole;
    expect((await client.patch(connectedPath, { ...detaching, roleMappings: [] })).status).toBe(400);
  });

  it('have each group once', async () => {
    const client = await startAtlas();
    expect((await resend(client, { roleMappings: [mapping('x'), mapping('x')] })).status).toBe(400);
  });
});
