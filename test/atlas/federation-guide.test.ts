/**
 * The vendor's guide to organizations in a federation, line by line, through the command line: what the API can do for an
 * organization that exists is done, and what it cannot is a manual step until a later read shows that it was done.
 */
import { describe, expect, it } from 'vitest';
import { acmeConfig, acmeWorld, certificateFile, labsId, okta, shopId, type Fields } from './acme.js';
import { commandLine } from './command-line.js';

const connection = 'PATCH /federationSettings/*/connectedOrgConfigs/*';
const mappings = '/federationSettings/*/connectedOrgConfigs/*/roleMappings';
const provider = '/federationSettings/*/identityProviders/*';
const entra = { ...okta, name: 'acme-entra', associatedDomains: ['acme.io'] };
const identityProviders = { 'acme-entra': { atlas: { anchor: 'acme-shop' } } };

const summaries = (
  diagnostics: readonly { readonly code: string; readonly summary: string }[],
  code: string,
): string[] => diagnostics.filter((item) => item.code === code).map(({ summary }) => summary);

describe('access: Organization Owner', () => {
  it.each([
    ['an account that is no owner', { organizations: [shopId, labsId], roles: ['ORG_MEMBER'] }],
    ['an account of another organization', { organizations: [labsId], roles: ['ORG_OWNER'] }],
  ])('tells before any write that %s is not enough', async (_, account) => {
    const world = acmeWorld();
    const serviceAccounts = [
      { clientId: 'mdb_sa_id_66f0a1b2c3d4e5f60718293a', clientSecret: 'mdb_sa_sk_narrow', ...account },
    ];
    const cli = await commandLine(
      { ...world, atlas: { ...(world['atlas'] as Fields), serviceAccounts } },
      { ATLAS_CLIENT_ID: 'mdb_sa_id_66f0a1b2c3d4e5f60718293a', ATLAS_CLIENT_SECRET: 'mdb_sa_sk_narrow' },
    );
    const { code, stderr } = await cli.run(['apply', '-auto-approve'], acmeConfig({ authentication: { jit: 'none' } }));
    expect(code).toBe(1);
    expect(stderr).toContain('Could not read acme-shop');
    expect(stderr).toMatch(/NOT_ORG_OWNER|USER_CANNOT_ACCESS_ORG/);
    expect(await cli.writes()).toEqual([]);
  });
});

describe('prerequisite: an identity provider is linked', () => {
  it('asks a person to create a SAML one, with what to paste, and goes on when it is there', async () => {
    const cli = await commandLine(acmeWorld());
    const config = acmeConfig(
      { authentication: { identityProvider: 'acme-entra', roleMappings: { admins: { roles: ['ORG_OWNER'] } } } },
      {
        identityProviders: {
          'acme-entra': {
            certificates: [{ file: certificateFile('okta-2030') }],
            atlas: { anchor: 'acme-shop', issuerUri: 'https://sts.example/1', ssoUrl: 'https://login.example/saml' },
          },
        },
      },
    );
    const plan = await cli.plan(config);
    expect(plan.operations).toEqual([]);
    const [step] = plan.manual_steps;
    expect(step).toMatchObject({
      address: 'acme-shop/identity-provider/acme-entra',
      title: 'Create the SAML identity provider acme-entra',
      blocks: ['acme-shop/idp-mapping'],
      verifiable: true,
    });
    const text = step?.instructions.join('\n') ?? '';
    for (const part of [
      'https://sts.example/1',
      'https://login.example/saml',
      '-----BEGIN CERTIFICATE-----',
      'Identity Providers',
    ])
      expect(text).toContain(part);
    expect(plan.pending.map(({ address }) => address)).toEqual([
      'acme-shop/idp-mapping',
      'acme-shop/role-mapping/admins',
    ]);
    await cli.console('createIdentityProvider', { identityProvider: { ...entra, certificateExpiresInDays: 100 } });
    expect((await cli.plan(config)).manual_steps).toEqual([]);
    expect(await cli.apply(config)).toEqual([`PATCH ${provider}`, connection, `POST ${mappings}`]);
    expect(await cli.connection(shopId)).toMatchObject({ identityProvider: 'acme-entra' });
  });

  it('changes URLs, binding and certificate of a SAML one, leaving what the YAML does not give', async () => {
    const cli = await commandLine(
      acmeWorld({
        federation: { identityProviders: [{ ...okta, description: 'kept', slug: 'acme', ssoDebugEnabled: true }] },
      }),
    );
    const before = await cli.identityProvider('acme-okta');
    const certificates = [{ file: certificateFile('okta-2030') }];
    const config = acmeConfig(
      {},
      {
        identityProviders: {
          'acme-okta': {
            certificates,
            atlas: { anchor: 'acme-shop', ssoUrl: 'https://new.example/saml', requestBinding: 'HTTP-REDIRECT' },
          },
        },
      },
    );
    const plan = await cli.plan(config);
    expect(JSON.stringify(plan.resource_changes)).not.toContain('BEGIN CERTIFICATE');
    expect(plan.resource_changes[0]?.change.after?.['certificates']).toEqual([
      expect.stringMatching(/^\d{4}-.*Z\/2030-/),
    ]);
    expect(await cli.apply(config)).toEqual([`PATCH ${provider}`]);
    const after = await cli.identityProvider('acme-okta');
    const { ssoUrl: _url, requestBinding: _binding, pemFileInfo: _pem, updatedAt: _at, ...rest } = after;
    expect(after).toMatchObject({ ssoUrl: 'https://new.example/saml', requestBinding: 'HTTP-REDIRECT' });
    expect(before).toMatchObject(rest);
    expect(rest).toMatchObject({ description: 'kept', slug: 'acme', ssoDebugEnabled: true, status: 'ACTIVE' });
  });

  it('deactivates and activates one that a single organization uses, and refuses to plan it for several', async () => {
    const cli = await commandLine(acmeWorld({ labsConnection: undefined }));
    const active = (value: boolean): object =>
      acmeConfig({}, { identityProviders: { 'acme-okta': { atlas: { anchor: 'acme-shop', active: value } } } });
    expect(await cli.apply(active(false))).toEqual([`PATCH ${provider}`]);
    expect(await cli.identityProvider('acme-okta')).toMatchObject({ status: 'INACTIVE' });
    expect(await cli.apply(active(true))).toEqual([`PATCH ${provider}`]);
    const shared = await commandLine(acmeWorld());
    const { diagnostics, operations } = await shared.plan(active(false));
    expect(operations).toEqual([]);
    expect(summaries(diagnostics, 'identity-provider-in-use')[0]).toContain('acme-shop, organization');
  });

  it('creates, changes and removes an OIDC one, and lets organizations use it', async () => {
    const cli = await commandLine(acmeWorld());
    const oidc = {
      anchor: 'acme-shop',
      protocol: 'oidc',
      issuerUri: 'https://acme.okta.com',
      audience: 'atlas',
      authorizationType: 'USER',
      userClaim: 'sub',
    };
    const config = (atlas: Fields, used: readonly string[]): object =>
      acmeConfig(
        { authentication: { dataAccessIdentityProviders: used } },
        {
          labs: { authentication: { dataAccessIdentityProviders: used } },
          identityProviders: { 'acme-oidc': { domains: ['acme.com'], atlas } },
        },
      );
    const plan = await cli.plan(config(oidc, ['acme-oidc']));
    const creation = plan.operations.find(({ method }) => method === 'POST')?.id ?? '';
    expect(plan.operations.filter(({ method }) => method === 'PATCH').map(({ needs }) => needs)).toEqual([
      [creation],
      [creation],
    ]);
    expect(await cli.apply(config(oidc, ['acme-oidc']))).toEqual([
      'POST /federationSettings/*/identityProviders',
      connection,
      connection,
    ]);
    expect(await cli.connection(labsId)).toMatchObject({
      identityProvider: 'acme-okta',
      dataAccessIdentityProviders: ['acme-oidc'],
    });
    expect(await cli.apply(config({ ...oidc, audience: 'other', requestedScopes: ['openid'] }, ['acme-oidc']))).toEqual(
      [`PATCH ${provider}`],
    );
    expect(await cli.identityProvider('acme-oidc')).toMatchObject({
      audience: 'other',
      userClaim: 'sub',
      associatedDomains: ['acme.com'],
    });
    expect(await cli.apply(config({ anchor: 'acme-shop', protocol: 'oidc', state: 'absent' }, []))).toEqual([
      connection,
      connection,
      `DELETE ${provider}`,
    ]);
  });
});

describe('prerequisite: domains are mapped and verified', () => {
  const config = (domains: readonly string[]): object =>
    acmeConfig({}, { identityProviders: { 'acme-okta': { domains, atlas: { anchor: 'acme-shop' } } } });

  it('associates domains that are known to be verified', async () => {
    const cli = await commandLine(acmeWorld({ federation: { identityProviders: [okta, entra] } }));
    expect(await cli.apply(config(['acme.com', 'acme.io']))).toEqual([`PATCH ${provider}`]);
    expect(await cli.identityProvider('acme-okta')).toMatchObject({ associatedDomains: ['acme.com', 'acme.io'] });
    const { diagnostics } = await cli.plan(config(['acme.com', 'acme.io']));
    expect(summaries(diagnostics, 'domain-at-two-identity-providers')).toEqual([
      'acme.io is at two identity providers: acme-entra and acme-okta.',
    ]);
    expect(await cli.apply(config(['acme.com']))).toEqual([`PATCH ${provider}`]);
  });

  it('asks a person to add and verify others, and associates them on request when that was done', async () => {
    const cli = await commandLine(acmeWorld());
    const wanted = config(['acme.com', 'acme-labs.example']);
    const plan = await cli.plan(wanted);
    expect(plan.operations).toEqual([]);
    expect(plan.manual_steps).toMatchObject([
      {
        address: 'acme-shop/identity-provider/acme-okta',
        title: expect.stringContaining('acme-labs.example') as string,
        verifiable: true,
      },
    ]);
    expect(summaries(plan.diagnostics, 'domain-not-verified')[0]).toContain('acme-labs.example');
    const early = await cli.report(wanted, '--verify-domains');
    expect(early.operations).toMatchObject([
      { status: 'done', detail: expect.stringContaining('not verified yet') as string },
    ]);
    expect((await cli.plan(wanted)).manual_steps).toHaveLength(1);
    await cli.console('addDomain', { domain: 'acme-labs.example', verified: true });
    expect(await cli.apply(wanted, '--verify-domains')).toEqual([`PATCH ${provider}`]);
    const { manual_steps: steps, diagnostics } = await cli.plan(wanted);
    expect([steps, diagnostics]).toEqual([[], []]);
  });
});

describe('organizations', () => {
  it('asks a person to connect one that is not connected, and maps it when that was done', async () => {
    const cli = await commandLine(acmeWorld({ labsConnection: undefined }));
    const config = acmeConfig(
      {},
      { labs: { authentication: { identityProvider: 'acme-okta', roleMappings: { dev: { roles: ['ORG_MEMBER'] } } } } },
    );
    const { manual_steps: steps, operations, pending } = await cli.plan(config);
    expect(operations).toEqual([]);
    expect(steps).toMatchObject([
      {
        address: 'acme-labs/idp-mapping',
        title: 'Connect acme-labs to the federation',
        blocks: ['acme-labs/idp-mapping', 'acme-labs/role-mapping/dev'],
        verifiable: true,
      },
    ]);
    expect(pending.map(({ address }) => address)).toEqual(['acme-labs/role-mapping/dev']);
    await cli.console('connectOrganization', { organization: labsId });
    expect(await cli.apply(config)).toEqual([connection, `POST ${mappings}`]);
    expect((await cli.plan(config)).manual_steps).toEqual([]);
  });

  it('applies one identity provider to several organizations, one request each', async () => {
    const cli = await commandLine(
      acmeWorld({ shopConnection: { identityProvider: undefined }, labsConnection: { identityProvider: undefined } }),
    );
    const authentication = { identityProvider: 'acme-okta' };
    expect(await cli.apply(acmeConfig({ authentication }, { labs: { authentication } }))).toEqual([
      connection,
      connection,
    ]);
    for (const id of [shopId, labsId])
      expect(await cli.connection(id)).toMatchObject({ identityProvider: 'acme-okta' });
  });

  it("changes an organization's identity provider in one request; mappings, default roles and restriction stay", async () => {
    const more = {
      defaultRoles: ['ORG_READ_ONLY'],
      allowedDomains: ['acme.com'],
      roleMappings: { dev: { roles: ['ORG_MEMBER'] } },
    };
    const cli = await commandLine(
      acmeWorld({
        shopConnection: more,
        federation: { identityProviders: [okta, { ...entra, associatedDomains: ['acme.com'] }] },
      }),
    );
    const { identityProvider: _before, ...rest } = await cli.connection(shopId);
    expect(
      await cli.apply(acmeConfig({ authentication: { identityProvider: 'acme-entra' } }, { identityProviders })),
    ).toEqual([connection]);
    expect(await cli.connection(shopId)).toEqual({ ...rest, identityProvider: 'acme-entra' });
  });

  it('detaches only where the YAML says none; then mappings and default roles go first', async () => {
    const cli = await commandLine(
      acmeWorld({ shopConnection: { defaultRoles: ['ORG_MEMBER'], roleMappings: { dev: { roles: ['ORG_MEMBER'] } } } }),
    );
    expect(
      await cli.apply(
        acmeConfig({
          authentication: { identityProvider: 'none', defaultRoles: [], roleMappings: { dev: { state: 'absent' } } },
        }),
      ),
    ).toEqual(
      [connection, `DELETE ${mappings}/*`, connection].sort((a, b) =>
        a.startsWith('DELETE') ? -1 : b.startsWith('DELETE') ? 1 : 0,
      ),
    );
    expect(await cli.connection(shopId)).toMatchObject({
      identityProvider: null,
      postAuthRoleGrants: [],
      roleMappings: {},
    });
  });

  it('disconnects only by its own word, says that it is for good, and never disconnects the last', async () => {
    const cli = await commandLine(acmeWorld());
    const config = acmeConfig({}, { labs: { connection: 'disconnected' } });
    const plan = await cli.plan(config);
    expect(plan.resource_changes).toMatchObject([
      {
        address: 'acme-labs/idp-mapping',
        reason: expect.stringContaining('No API call can undo this') as string,
        change: { actions: ['delete'] },
      },
    ]);
    expect(await cli.apply(config)).toEqual(['DELETE /federationSettings/*/connectedOrgConfigs/*']);
    expect(await cli.connection(labsId)).toEqual({});
    const last = acmeConfig({ connection: 'disconnected' }, { identityProviders: { 'acme-okta': {} } });
    expect(summaries((await cli.plan(last)).diagnostics, 'last-connected-organization')).toHaveLength(1);
    const { code } = await cli.run(['apply', '-auto-approve'], last);
    expect([code, await cli.writes()]).toEqual([1, []]);
  });
});

describe('advanced options', () => {
  it('sets the default role, and says that people with a mapped role never get it', async () => {
    const cli = await commandLine(acmeWorld({ shopConnection: { roleMappings: { dev: { roles: ['ORG_MEMBER'] } } } }));
    const config = acmeConfig({ authentication: { defaultRoles: ['ORG_READ_ONLY'] } });
    expect(summaries((await cli.plan(config)).diagnostics, 'default-role-shadowed')[0]).toMatch(
      /ORG_READ_ONLY .*\(dev\)/,
    );
    expect(await cli.apply(config)).toEqual([connection]);
    const rolesOf = async (email: string, idpGroups: readonly string[]): Promise<unknown> =>
      ((await cli.control('POST', 'login', { organization: shopId, email, method: 'sso', idpGroups })) as Fields)[
        'roles'
      ];
    expect(await rolesOf('new@acme.com', [])).toEqual(['ORG_READ_ONLY']);
    expect(await rolesOf('other@acme.com', ['dev'])).toEqual(['ORG_MEMBER']);
  });

  it('restricts who may join, names whom that would keep out before it is applied, and lifts it', async () => {
    const users = [
      { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
      { email: 'victor@gmail.com' },
      { email: 'old@acme.net', status: 'PENDING' },
    ];
    const cli = await commandLine(acmeWorld({ shop: { users } }));
    const config = acmeConfig({ authentication: { allowedDomains: ['acme.com', 'contractor.example'] } });
    const { diagnostics } = await cli.plan(config);
    expect(summaries(diagnostics, 'user-conflicts')).toEqual([
      'Outside the new allowedDomains of acme-shop: old@acme.net, victor@gmail.com.',
    ]);
    expect(await cli.apply(config)).toEqual([connection]);
    expect(await cli.connection(shopId)).toMatchObject({
      domainRestrictionEnabled: true,
      domainAllowList: ['acme.com', 'contractor.example'],
    });
    expect(summaries((await cli.plan(config)).diagnostics, 'user-conflicts')).toEqual([]);
    expect(await cli.apply(acmeConfig({ authentication: { allowedDomains: 'any' } }))).toEqual([connection]);
    expect(await cli.connection(shopId)).toMatchObject({ domainRestrictionEnabled: false });
  });

  it('leaves domains alone that Atlas adds to the list by itself', async () => {
    const cli = await commandLine(acmeWorld());
    const config = acmeConfig({ authentication: { allowedDomains: ['contractor.example'] } });
    expect(await cli.apply(config)).toEqual([connection]);
    expect(await cli.connection(shopId)).toMatchObject({ domainAllowList: ['acme.com', 'contractor.example'] });
  });

  it('maps groups to roles in the organization and in projects: made, changed, removed', async () => {
    const cli = await commandLine(acmeWorld());
    const config = (roleMappings: Fields): object =>
      acmeConfig({ authentication: { roleMappings }, unlisted: { roleMappings: 'remove' } });
    const dev = { roles: ['ORG_MEMBER'], projects: { payments: ['GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER'] } };
    expect(await cli.apply(config({ dev }))).toEqual([`POST ${mappings}`]);
    expect((await cli.connection(shopId))['roleMappings']).toMatchObject({
      dev: { roles: ['ORG_MEMBER', 'payments: GROUP_CLUSTER_MANAGER', 'payments: GROUP_READ_ONLY'] },
    });
    expect(await cli.apply(config({ dev: { ...dev, roles: ['ORG_OWNER'] } }))).toEqual([`PUT ${mappings}/*`]);
    expect(await cli.apply(config({}))).toEqual([`DELETE ${mappings}/*`]);
  });

  it('warns of a certificate that is about to expire, by name and date, once', async () => {
    const cli = await commandLine(
      acmeWorld({ federation: { identityProviders: [{ ...okta, certificateExpiresInDays: 10 }] } }),
    );
    const authentication = { identityProvider: 'acme-okta' };
    const { diagnostics } = await cli.plan(acmeConfig({ authentication }, { labs: { authentication } }));
    expect(summaries(diagnostics, 'certificate-expiry')).toEqual([
      expect.stringMatching(/identity provider acme-okta expires on \d{4}-\d\d-\d\d, in (9|10) days\.$/),
    ]);
  });
});
