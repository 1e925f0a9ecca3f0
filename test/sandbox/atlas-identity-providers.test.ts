import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasWorld,
  connectedPath,
  federation,
  federationPath,
  labs,
  resend,
  outcome,
  startAtlas,
  type AtlasClient,
} from './atlas-support.js';

type Json = Record<string, unknown>;
const base = `${federationPath}/identityProviders`;
const names = ({ body }: { body: Json }) => (body['results'] as Json[]).map(({ displayName }) => displayName).sort();
const pathOf = async (client: AtlasClient, name: string) => `${base}/${await client.id('identityProviders', name)}`;

/** Self-signed for these tests; only its dates matter. */
const pem = `-----BEGIN CERTIFICATE-----
MIIBejCCASGgAwIBAgIUc6LlYu/KA9jAlZiA0VhJ3W8aV4gwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAwwIYWNtZS1pZHAwHhcNMjYxMTI0MTEwNjI0WhcNMzYxMTIxMTEw
NjI0WjATMREwDwYDVQQDDAhhY21lLWlkcDBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABBEUZ8VbNUy7kyw6GgombQTvvyzADcpkLbdC8SKecI2pBUlmfjvD0dxUoDNH
IQv8NQrMuiZgLERAlA20kgA7Xc+jUzBRMB0GA1UdDgQWBBSfRUHpS9CO68qx9esg
w4+7ckOtJzAfBgNVHSMEGDAWgBSfRUHpS9CO68qx9esgw4+7ckOtJzAPBgNVHRMB
Af8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIFVLsSpenyLt2k/pq7l+VCBBKgHC
IBKXpuiJaN1JkqvjAiAr1bTBrHulUN0Fi6JZM4B6OVxO1jWby5dat5GkBTl9Qw==
-----END CERTIFICATE-----`;

describe('identity providers', () => {
  it('are hidden from a list that does not ask for them', async () => {
    const client = await startAtlas();
    expect(names(await client.get(base))).toEqual(['acme-okta', 'spare']);
    expect(names(await client.get(`${base}?protocol=OIDC`))).toEqual(['databases']);
    expect(names(await client.get(`${base}?idpType=WORKLOAD`))).toEqual([]);
    const all = 'protocol=SAML&protocol=OIDC&idpType=WORKFORCE&idpType=WORKLOAD';
    expect(names(await client.get(`${base}?${all}&itemsPerPage=500`))).toHaveLength(4);
    expect(outcome(await client.get(`${base}?protocol=LDAP`))).toBe('400 INVALID_ENUM_VALUE');
  });

  it('have two ids, of which one is in URLs', async () => {
    const client = await startAtlas();
    const { body } = await client.get(await pathOf(client, 'acme-okta'));
    expect(body).toMatchObject({ oktaIdpId: expect.stringMatching(/^[A-Za-z0-9]{20}$/) as string });
    expect(body['oktaIdpId']).toMatch(/[g-zA-Z]/);
    const okta = String(body['oktaIdpId']);
    expect(outcome(await client.get(`${base}/${okta}`))).toBe('404 IDENTITY_PROVIDER_DOES_NOT_EXIST');
    const metadata = await client.get(`${base}/${okta}/metadata.xml`);
    expect(metadata).toMatchObject({ status: 200, body: { text: expect.stringContaining(okta) as string } });
    expect(outcome(await client.get(`${await pathOf(client, 'acme-okta')}/metadata.xml`))).toBe(
      '404 IDENTITY_PROVIDER_DOES_NOT_EXIST',
    );
  });

  it('show the fields of their kind', async () => {
    const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
    const saml = (await client.get(await pathOf(client, 'acme-okta'))).body;
    expect(saml).toMatchObject({
      protocol: 'SAML',
      idpType: 'WORKFORCE',
      status: 'ACTIVE',
      slug: '',
      description: '',
      updatedAt: null,
      createdAt: '2026-01-01T00:00:00Z',
      ssoDebugEnabled: false,
      pemFileInfo: {
        fileName: null,
        certificates: [{ notBefore: '2025-01-01T00:00:00Z', notAfter: '2027-02-05T00:00:00Z' }],
      },
      associatedOrgs: [{ orgId: acme, roleMappings: [expect.anything(), expect.anything()] }],
    });
    const workforce = (await client.get(await pathOf(client, 'databases'))).body;
    expect(workforce).toMatchObject({
      oktaIdpId: null,
      clientId: 'atlas-client',
      associatedDomains: [],
      requestedScopes: [],
    });
    expect(workforce['associatedOrgs']).toHaveLength(1);
    const workload = (await client.get(await pathOf(client, 'robots'))).body;
    for (const field of ['clientId', 'associatedDomains', 'requestedScopes'])
      expect(workload).not.toHaveProperty(field);
  });
});

describe('an OIDC identity provider', () => {
  const fields = {
    protocol: 'OIDC',
    idpType: 'WORKFORCE',
    displayName: 'new',
    description: 'd',
    issuerUri: 'https://idp.example.com',
    audience: 'a',
    authorizationType: 'GROUP',
    groupsClaim: 'groups',
    userClaim: 'sub',
    clientId: 'c',
    requestedScopes: ['openid'],
    associatedDomains: ['acme-labs.io'],
  };

  it('is created with a 200', async () => {
    const client = await startAtlas();
    const made = await client.post(base, fields);
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ ...fields, associatedOrgs: [], oktaIdpId: null, updatedAt: null });
    const { clientId: _client, requestedScopes: _scopes, associatedDomains: _domains, ...workload } = fields;
    expect((await client.post(base, { ...workload, idpType: 'WORKLOAD', displayName: 'w' })).body).not.toHaveProperty(
      'clientId',
    );
  });

  it('needs what the tools of the vendor send', async () => {
    const client = await startAtlas();
    for (const field of ['displayName', 'issuerUri', 'audience', 'authorizationType', 'userClaim', 'groupsClaim']) {
      const answer = await client.post(base, { ...fields, [field]: undefined });
      expect([field, outcome(answer)]).toEqual([field, '400 MISSING_ATTRIBUTE']);
      expect(answer.body['parameters']).toEqual([field]);
    }
    const user = { ...fields, authorizationType: 'USER', groupsClaim: undefined, idpType: undefined };
    expect((await client.post(base, user)).body).toMatchObject({ groupsClaim: null, idpType: 'WORKFORCE' });
    expect(outcome(await client.post(base, { ...fields, displayName: 'x'.repeat(51) }))).toBe('400 VALIDATION_ERROR');
    expect(outcome(await client.post(base, { ...fields, protocol: 'SAML' }))).toBe('400 VALIDATION_ERROR');
    expect(outcome(await client.post(base, { ...fields, idpType: 'WORKLOAD' }))).toBe('400 INVALID_ATTRIBUTE');
    expect(outcome(await client.post(base, { ...fields, associatedDomains: ['pending.io'] }))).toBe(
      '400 VALIDATION_ERROR',
    );
  });

  it('is updated, deleted, and its keys revoked', async () => {
    const client = await startAtlas();
    const path = `${base}/${String((await client.post(base, fields)).body['id'])}`;
    const after = await client.patch(path, { audience: 'b', requestedScopes: [] });
    expect(after.body).toMatchObject({
      ...fields,
      audience: 'b',
      requestedScopes: [],
      updatedAt: expect.any(String) as string,
    });
    expect(outcome(await client.patch(path, { protocol: 'SAML' }))).toBe('400 ATTRIBUTE_READ_ONLY');
    expect((await client.delete(`${path}/jwks`)).status).toBe(204);
    expect(outcome(await client.delete(`${await pathOf(client, 'spare')}/jwks`))).toBe('400 VALIDATION_ERROR');
    expect((await client.delete(path)).status).toBe(204);
    expect(outcome(await client.get(path))).toBe('404 IDENTITY_PROVIDER_DOES_NOT_EXIST');
  });

  it('goes from the organization it was for', async () => {
    const client = await startAtlas();
    expect((await client.delete(await pathOf(client, 'databases'))).status).toBe(204);
    expect((await client.get(connectedPath)).body['dataAccessIdentityProviderIds']).toHaveLength(1);
  });
});

describe('a deleted SAML identity provider', () => {
  it.each([
    ['kept', 2],
    ['deleted', 0],
  ])('leaves its organization detached, with mappings %s by switch', async (atlasDetachedMappings, count) => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasDetachedMappings } } }));
    expect((await client.delete(await pathOf(client, 'acme-okta'))).status).toBe(204);
    const { body } = await client.get(connectedPath);
    expect(body['identityProviderId']).toBeNull();
    expect(body['roleMappings']).toHaveLength(count);
  });
});

describe('the update of a SAML identity provider', () => {
  it('needs ssoDebugEnabled, and keeps what is left out', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'acme-okta');
    expect(outcome(await client.patch(path, { ssoUrl: 'https://x' }))).toBe('400 MISSING_ATTRIBUTE');
    const before = (await client.get(path)).body;
    const { body } = await client.patch(path, { ssoDebugEnabled: true, description: 'new' });
    expect(body).toMatchObject({
      ssoDebugEnabled: true,
      description: 'new',
      ssoUrl: before['ssoUrl'],
      associatedDomains: ['acme.com'],
      pemFileInfo: before['pemFileInfo'],
      status: 'ACTIVE',
    });
  });

  it('clears optional fields that are left out, by switch', async () => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasOmittedProviderFields: 'cleared' } } }));
    const path = await pathOf(client, 'acme-okta');
    const before = (await client.get(path)).body;
    const { body } = await client.patch(path, { ssoDebugEnabled: false });
    expect(body).toMatchObject({ associatedDomains: [], status: 'INACTIVE', pemFileInfo: before['pemFileInfo'] });
  });

  it('takes the whole answer back but for the certificates, whose content it never shows', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'acme-okta');
    const { pemFileInfo, ...rest } = (await client.get(path)).body;
    expect((await client.patch(path, rest)).status).toBe(200);
    expect(outcome(await client.patch(path, { ...rest, pemFileInfo }))).toBe('400 VALIDATION_ERROR');
    const rotate = (content: string) =>
      client.patch(path, { ...rest, pemFileInfo: { fileName: 'new.pem', certificates: [{ content }] } });
    expect(outcome(await rotate('nonsense'))).toBe('400 VALIDATION_ERROR');
    expect((await rotate(pem)).body['pemFileInfo']).toEqual({
      fileName: 'new.pem',
      certificates: [{ notBefore: '2026-11-24T11:06:24Z', notAfter: '2036-11-21T11:06:24Z' }],
    });
  });

  it('associates verified domains only', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'spare');
    const patch = (associatedDomains: string[]) => client.patch(path, { ssoDebugEnabled: false, associatedDomains });
    expect(outcome(await patch(['pending.io']))).toBe('400 VALIDATION_ERROR');
    expect(outcome(await patch(['unknown.io']))).toBe('400 VALIDATION_ERROR');
    expect((await patch(['ACME-labs.io'])).body).toMatchObject({
      associatedDomains: ['acme-labs.io'],
      status: 'ACTIVE',
    });
    expect((await patch([])).body).toMatchObject({ associatedDomains: [], status: 'INACTIVE' });
  });

  it.each([
    ['inactive', 200, 'INACTIVE'],
    ['active', 200, 'ACTIVE'],
    ['refused', 400, 'INACTIVE'],
  ])('activates one without a domain: %s, by switch', async (atlasActiveWithoutDomain, status, shown) => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasActiveWithoutDomain } } }));
    const path = await pathOf(client, 'spare');
    expect((await client.patch(path, { ssoDebugEnabled: false, status: 'ACTIVE' })).status).toBe(status);
    expect((await client.get(path)).body['status']).toBe(shown);
  });

  it('cannot turn off or delete one that serves several organizations', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'acme-okta');
    const shared = { identityProviderId: await client.okta('acme-okta') };
    const other = `${federationPath}/connectedOrgConfigs/${labs}`;
    await resend(client, shared, other);
    const off = () => client.patch(path, { ssoDebugEnabled: false, status: 'INACTIVE' });
    expect(outcome(await off())).toBe('400 VALIDATION_ERROR');
    expect(outcome(await client.delete(path))).toBe('400 VALIDATION_ERROR');
    await client.patch(other, { domainRestrictionEnabled: false });
    expect((await off()).body).toMatchObject({ status: 'INACTIVE' });
    expect((await client.delete(path)).status).toBe(204);
    expect(
      await client.state('federations', federation, 'connectedOrganizations', acme, 'identityProvider'),
    ).toBeNull();
  });

  it('does not change what it is', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'spare');
    expect(outcome(await client.patch(path, { ssoDebugEnabled: false, protocol: 'OIDC' }))).toBe(
      '400 ATTRIBUTE_READ_ONLY',
    );
    expect(outcome(await client.patch(path, { ssoDebugEnabled: false, status: 'ON' }))).toBe('400 INVALID_ENUM_VALUE');
  });
});
