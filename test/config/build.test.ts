import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOrganizations } from '../../src/config/build.js';
import { loadConfiguration } from '../../src/config/load.js';
import type { OrganizationInput } from '../../src/core/organization-input.js';
import { removalScopes } from '../../src/core/resource.js';
import { sortSets } from '../../src/config/sort-sets.js';
import { organization, scratch } from './scratch.js';

async function build(yaml: string): Promise<OrganizationInput> {
  const loaded = await loadConfiguration([], { cwd: scratch({ 'org.yaml': yaml }) });
  expect(loaded.diagnostics).toEqual([]);
  const [only] = buildOrganizations(loaded);
  if (only === undefined) throw new Error('no organization');
  return only;
}

describe('buildOrganizations', () => {
  it('resolves a full organization', async () => {
    const cwd = join(import.meta.dirname, '../fixtures/config/full-astro-organization');
    const loaded = await loadConfiguration([], { cwd });
    const [acme] = buildOrganizations(loaded);
    expect(acme).toMatchObject({
      name: 'acme-data',
      type: 'astro',
      provider: 'astro',
      pointer: '/organizations/acme-data',
    });
    expect(acme?.members.map(({ email, state, pointer }) => `${email} ${state} ${pointer}`)).toEqual([
      'alice@acme.com present /organizations/acme-data/members/alice@acme.com',
      'bob@acme.com present /organizations/acme-data/members/bob@acme.com',
      'carol@acme.com present /organizations/acme-data/members/carol@acme.com',
      'dave@acme.com absent /organizations/acme-data/members/dave@acme.com',
      'mallory@acme.com absent /people/mallory@acme.com',
    ]);
    expect(acme?.teams).toEqual([
      {
        name: 'data-eng',
        state: 'present',
        settings: {
          description: 'Data engineering',
          role: 'ORGANIZATION_MEMBER',
          workspaces: { Analytics: { role: 'WORKSPACE_OPERATOR', deployments: { etl: 'DEPLOYMENT_ADMIN' } } },
        },
        previously: ['data-engineering'],
        members: ['alice@acme.com', 'bob@acme.com', 'carol@acme.com'],
        leaving: [],
        pointer: '/organizations/acme-data/teams/data-eng',
      },
      {
        name: 'old-team',
        state: 'absent',
        settings: {},
        previously: [],
        members: undefined,
        leaving: [],
        pointer: '/organizations/acme-data/teams/old-team',
      },
    ]);
    expect(acme?.managed).toEqual(['members', 'teams', 'teamMembers', 'domains']);
    expect(acme?.unlisted).toEqual({
      members: { policy: 'keep', includeProvisioned: false },
      teams: { policy: 'remove', includeProvisioned: false },
      teamMembers: { policy: 'remove', includeProvisioned: true },
      domains: { policy: 'report', includeProvisioned: false },
      roleMappings: { policy: 'report', includeProvisioned: false },
    });
    expect(acme?.guards.minOwners).toBe(2);
    expect(acme?.guards.maxRemovals.members).toEqual({ percent: 10, atLeast: 3 });
    expect(acme?.guards.maxRemovals.owners).toEqual({ percent: 25, atLeast: 5 });
    const okta = acme?.identityProviders['acme-okta'] as { certificates: string[] };
    expect(okta.certificates[0]).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(acme?.source).toEqual({ file: 'org.yaml', line: 18, column: 3 });
  });

  it('takes the list entry of a person who has none', async () => {
    const { members, managed } = await build(
      `${organization('memberLists: { a: { role: ORGANIZATION_MEMBER }, b: { role: ORGANIZATION_MEMBER } }\nmembers: { z@acme.com: {} }')}lists: { a: [X@acme.com, z@acme.com], b: [x@acme.com] }\n`,
    );
    expect(members).toEqual([
      {
        email: 'x@acme.com',
        state: 'present',
        settings: { role: 'ORGANIZATION_MEMBER' },
        pointer: '/organizations/acme/memberLists/a',
      },
      { email: 'z@acme.com', state: 'present', settings: {}, pointer: '/organizations/acme/members/z@acme.com' },
    ]);
    expect(managed).toEqual(['members']);
  });

  it('lets a direct absence win over a list, and a list be absent as a whole', async () => {
    const { members } = await build(
      `${organization('memberLists: { a: {}, gone: { state: absent } }\nmembers: { x@acme.com: { state: absent } }')}lists: { a: [x@acme.com], gone: [y@acme.com] }\n`,
    );
    expect(members.map(({ email, state }) => `${email} ${state}`)).toEqual(['x@acme.com absent', 'y@acme.com absent']);
  });

  it('offboards people without managing the members', async () => {
    const { members, managed } = await build(
      `${organization('scim: { enabled: true }')}people: { x@acme.com: { state: absent } }\n`,
    );
    expect(members).toEqual([{ email: 'x@acme.com', state: 'absent', settings: {}, pointer: '/people/x@acme.com' }]);
    expect(managed).toEqual([]);
  });

  it('manages a collection that is empty', async () => {
    const { managed, teams } = await build(
      organization('members: {}\nteams: { t: { members: [] } }\nauthentication: { domains: {} }'),
    );
    expect(managed).toEqual(['members', 'teams', 'teamMembers', 'domains']);
    expect(teams[0]?.members).toEqual([]);
  });

  it('has the default guards', async () => {
    const { guards } = await build(organization(''));
    expect(guards.minOwners).toBe(1);
    expect(Object.keys(guards.maxRemovals)).toEqual([...removalScopes]);
    expect(new Set(Object.values(guards.maxRemovals).map((limit) => JSON.stringify(limit))).size).toBe(1);
  });

  it('builds nothing from a configuration with errors', async () => {
    const loaded = await loadConfiguration([], { cwd: scratch({ 'org.yaml': organization('nope: 1') }) });
    expect(buildOrganizations(loaded)).toEqual([]);
  });

  it('builds ten thousand members and their teams', async () => {
    const members = Array.from(
      { length: 10_000 },
      (_, index) => `  p${String(index)}@acme.com: { role: ORGANIZATION_MEMBER }`,
    );
    const { members: built } = await build(organization(`members:\n${members.join('\n')}`));
    expect(built).toHaveLength(10_000);
  });
});

describe('buildOrganizations of type atlas', () => {
  const load = async () => {
    const cwd = join(import.meta.dirname, '../fixtures/config/full-atlas-organization');
    const loaded = await loadConfiguration([], { cwd });
    return { loaded, organizations: buildOrganizations(loaded) };
  };

  it('resolves a full organization, every set in order', async () => {
    const { organizations } = await load();
    const [acme, labs, left] = organizations;
    expect(organizations.map(({ name, type, provider, id }) => `${name} ${type} ${provider} ${id}`)).toEqual([
      'acme-atlas atlas atlas 5f0000000000000000000001',
      'acme-labs atlas labs 5f0000000000000000000002',
      'acme-left atlas labs 5f0000000000000000000003',
    ]);
    expect(acme?.config['authentication']).toEqual({
      identityProvider: 'acme-okta',
      dataAccessIdentityProviders: ['acme-apps', 'acme-oidc'],
      jit: 'enabled',
      defaultRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
      allowedDomains: ['acme.com', 'contractor.example'],
      roleMappings: {
        'Payments Dev': {
          roles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
          projects: {
            payments: ['GROUP_DATA_ACCESS_READ_WRITE', 'GROUP_READ_ONLY'],
            shop: { id: '5c0000000000000000000001', roles: ['GROUP_OWNER'] },
          },
        },
        'atlas-admins': { roles: ['ORG_OWNER'], projects: {} },
        'old-group': { state: 'absent' },
      },
    });
    expect(acme?.members.map(({ email, state, settings }) => [email, state, settings])).toEqual([
      ['alice@acme.com', 'present', { roles: ['ORG_BILLING_ADMIN', 'ORG_OWNER'] }],
      ['bob@acme.com', 'present', { roles: ['ORG_GROUP_CREATOR', 'ORG_MEMBER'] }],
      ['carol@acme.com', 'present', {}],
      ['dave@acme.com', 'absent', {}],
      ['mallory@acme.com', 'absent', {}],
    ]);
    expect(acme?.teams[0]).toMatchObject({
      name: 'dba',
      members: ['alice@acme.com', 'bob@acme.com', 'carol@acme.com'],
      settings: { projects: { payments: ['GROUP_CLUSTER_MANAGER', 'GROUP_OWNER'] } },
      previously: ['database-admins'],
    });
    expect(acme?.managed).toEqual(['members', 'teams', 'teamMembers', 'roleMappings']);
    expect(labs?.managed).toEqual(['members', 'roleMappings']);
    expect(labs?.config['authentication']).toMatchObject({ allowedDomains: 'any', defaultRoles: [] });
    expect(left?.managed).toEqual([]);
    expect(acme?.unlisted.roleMappings).toEqual({ policy: 'remove', includeProvisioned: true });
  });

  it('gives identity providers their domains and certificates', async () => {
    const { organizations, loaded } = await load();
    const providers = organizations[0]?.identityProviders;
    expect(providers?.['acme-okta']).toMatchObject({
      domains: ['acme.com'],
      certificates: [expect.stringMatching(/^-----BEGIN CERTIFICATE-----/)],
      atlas: { anchor: 'acme-atlas', active: true },
    });
    expect(providers?.['acme-oidc']).toMatchObject({ atlas: { requestedScopes: ['openid', 'profile'] } });
    expect(loaded.variables).toEqual(new Set(['ATLAS_CLIENT_ID', 'ATLAS_PUBLIC_KEY', 'ATLAS_PRIVATE_KEY']));
  });

  it('takes two lists with the same roles in another order as agreeing', async () => {
    const { members } = await build(
      `orgwright: 1\nproviders: { a: { type: atlas, publicKey: { env: A }, privateKey: { env: B } } }\nlists: { a: [x@acme.com], b: [x@acme.com] }\norganizations:\n  acme:\n    type: atlas\n    id: "5f0000000000000000000001"\n    memberLists: { a: { roles: [ORG_OWNER, ORG_MEMBER] }, b: { roles: [ORG_MEMBER, ORG_OWNER] } }\n`,
    );
    expect(members).toMatchObject([{ email: 'x@acme.com', settings: { roles: ['ORG_MEMBER', 'ORG_OWNER'] } }]);
  });
});

describe('buildOrganizations of type scim', () => {
  const load = async () => {
    const cwd = join(import.meta.dirname, '../fixtures/config/full-scim-organization');
    const organizations = buildOrganizations(await loadConfiguration([], { cwd }));
    return new Map(organizations.map((each) => [each.name, each]));
  };

  it('resolves a full directory: no id, names in lower case and in order', async () => {
    const corp = (await load()).get('corp-directory');
    expect(corp).toMatchObject({ type: 'scim', provider: 'corp', id: '', config: { removePeople: 'delete' } });
    expect(corp?.members.map(({ email, state, settings, pointer }) => [email, state, settings, pointer])).toEqual([
      ['acme\\dave', 'present', { displayName: 'A service' }, '/organizations/corp-directory/memberLists/services'],
      [
        'alice@acme.com',
        'present',
        {
          displayName: 'Alice Ng',
          emails: ['alice@acme.com', 'b@acme.com'],
          externalId: '00u1A',
          name: { familyName: 'Ng', formatted: 'Alice Mei Ng', givenName: 'Alice', middleName: 'Mei' },
        },
        '/organizations/corp-directory/members/alice@acme.com',
      ],
      ['bob@acme.com', 'present', {}, '/organizations/corp-directory/memberLists/data-eng'],
      ['carol/admin ~', 'present', { active: false }, '/organizations/corp-directory/members/carol~1admin ~0'],
      ['dave', 'absent', {}, '/organizations/corp-directory/members/dave'],
      ['mallory@acme.com', 'absent', {}, '/people/mallory@acme.com'],
      ['svc-backup', 'present', { displayName: 'A service' }, '/organizations/corp-directory/memberLists/services'],
      ['svc-etl', 'present', { displayName: 'A service' }, '/organizations/corp-directory/memberLists/services'],
      ['svc-old', 'absent', {}, '/people/svc-old'],
      ['日本', 'present', { displayName: 'A service' }, '/organizations/corp-directory/memberLists/services'],
    ]);
    expect(corp?.teams).toMatchObject([
      {
        name: 'data-eng',
        settings: { externalId: 'g1' },
        previously: ['data-engineering'],
        members: ['alice@acme.com', 'bob@acme.com', 'svc-etl'],
      },
      { name: 'old', state: 'absent', members: undefined },
      { name: 'services', members: ['acme\\dave', 'svc-backup', 'svc-etl', '日本'] },
    ]);
    expect(corp?.managed).toEqual(['members', 'teams', 'teamMembers']);
    expect(corp?.unlisted.teamMembers).toEqual({ policy: 'remove', includeProvisioned: true });
    expect(corp?.guards.maxRemovals.members).toEqual({ percent: 10, atLeast: 3 });
  });

  it('offboards a user name from directories only, an e-mail address from everywhere', async () => {
    const acme = (await load()).get('acme-data');
    expect(acme?.members.map(({ email, state }) => `${email} ${state}`)).toEqual([
      'alice@acme.com present',
      'bob@acme.com present',
      'mallory@acme.com absent',
    ]);
  });
});

describe('sortSets', () => {
  it('leaves a command as it is written, and what holds no set the same object', () => {
    const secret = { clientSecret: { command: ['op', 'read', 'a'] }, requestedScopes: ['b', 'a'] };
    expect(sortSets(secret)).toEqual({ ...secret, requestedScopes: ['a', 'b'] });
    const plain = { role: 'X', workspaces: { a: 'Y' }, members: ['b', { list: 'a' }] };
    expect(sortSets(plain)).toBe(plain);
  });
});
