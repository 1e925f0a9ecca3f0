/** The numbers that orgwright promises for Atlas, counted by the sandbox's request log (token requests aside). */
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { acmeConfig, acmeWorld, federationId, okta, providers, shopId, type AcmeWorld, type Fields } from './acme.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

async function start(world: unknown): Promise<TestBed> {
  bed = await createTestBed(world);
  return bed;
}

/** Writes of an apply, shortened; afterwards nothing is left to do. */
async function writesOf(testBed: TestBed, config: object): Promise<string[]> {
  await testBed.forgetRequests();
  const { report, plan } = await testBed.apply(config);
  const { list } = await testBed.requests();
  expect(plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (plan.operations.length > 0) expect(report?.operations.filter(({ status }) => status !== 'done')).toEqual([]);
  expect((await testBed.plan(config)).operations).toEqual([]);
  return list
    .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/oauth'))
    .map(({ method, path }) => `${method} ${path.replace('/api/atlas/v2', '').replace(/[0-9a-f]{24}/g, '*')}`);
}

const connection = 'PATCH /federationSettings/*/connectedOrgConfigs/*';

describe('a large federation', () => {
  const ids = Array.from({ length: 50 }, (_, index) => `5f00000000000000000001${String(index).padStart(2, '0')}`);
  const groups = Array.from({ length: 20 }, (_, index) => `group-${String(index).padStart(2, '0')}`);
  const name = (index: number): string => `org-${String(index).padStart(2, '0')}`;
  const mappings = Object.fromEntries(
    groups.map((group) => [group, { roles: ['ORG_MEMBER'], projects: { main: ['GROUP_READ_ONLY'] } }]),
  );

  const world = (count = ids.length): object => ({
    atlas: {
      organizations: ids.slice(0, count).map((id, index) => ({
        id,
        name: name(index),
        users: [{ email: 'alice@acme.com', roles: ['ORG_OWNER'] }],
        teams: [{ name: 'dba', members: ['alice@acme.com'], projects: { main: ['GROUP_OWNER'] } }],
        projects: [{ name: 'main' }, { name: 'other' }],
      })),
      federations: [
        {
          id: federationId,
          domains: ['acme.com', 'acme.io'],
          identityProviders: [okta, { ...okta, name: 'acme-entra', associatedDomains: ['acme.io'] }],
          connectedOrganizations: ids.slice(0, count).map((organization) => ({
            organization,
            identityProvider: 'acme-okta',
            roleMappings: mappings,
          })),
        },
      ],
    },
  });

  const plainMappings = Object.fromEntries(groups.map((group) => [group, { roles: ['ORG_MEMBER'] }]));
  const config = (more: Fields, change: (index: number) => Fields = () => ({}), count = ids.length): object => ({
    orgwright: 1,
    providers,
    identityProviders: {
      'acme-okta': { atlas: { anchor: name(0), active: true } },
      'acme-entra': { atlas: { anchor: name(0), active: true } },
    },
    organizations: Object.fromEntries(
      ids.slice(0, count).map((id, index) => [
        name(index),
        {
          type: 'atlas',
          id,
          authentication: { identityProvider: 'acme-okta', roleMappings: plainMappings, ...change(index) },
          ...more,
        },
      ]),
    ),
  });

  async function readsOf(testBed: TestBed, yaml: object): Promise<number> {
    await testBed.forgetRequests();
    const plan = await testBed.plan(yaml);
    const { reads } = await testBed.requests();
    expect(plan.operations).toEqual([]);
    expect(plan.document.api_budget.reads).toBe(reads);
    return reads;
  }

  it('reads 50 organizations with 20 role mappings each and two identity providers in 3 requests', async () => {
    const testBed = await start(world());
    expect(await readsOf(testBed, config({}))).toBe(3);
  });

  it('needs one request more for each organization for members, teams and projects, and one for each project', async () => {
    const testBed = await start(world());
    const members = { 'alice@acme.com': { roles: ['ORG_OWNER'] } };
    expect(await readsOf(testBed, config({ members }))).toBe(3 + 50);
    const teams = { dba: { members: ['alice@acme.com'] } };
    expect(await readsOf(testBed, config({ members, teams }))).toBe(3 + 50 * 2);
    const projects = { dba: { members: ['alice@acme.com'], projects: { main: ['GROUP_OWNER'] } } };
    expect(await readsOf(testBed, config({ members, teams: projects }))).toBe(3 + 50 * 3 + 50 * 2);
  });

  it('changes one mapping in one request, and reads for that only who is concerned in that organization', async () => {
    const testBed = await start(world());
    const changed = config({}, (index) =>
      index === 7 ? { roleMappings: { ...plainMappings, 'group-03': { roles: ['ORG_OWNER'] } } } : {},
    );
    await testBed.forgetRequests();
    await testBed.plan(changed);
    const { reads, list } = await testBed.requests();
    const own = list
      .filter(({ path }) => path.includes(`/orgs/${ids[7] ?? ''}/`))
      .map(({ path }) => path.split('/').at(-1));
    expect(own.map((path) => path?.replace(/[?].*/, '')).sort()).toEqual(['groups', 'teams', 'users']);
    const projects = list.filter(({ path }) => /[/]groups[/][0-9a-f]{24}[/]teams/.test(path));
    expect(projects).toHaveLength(2);
    expect(reads).toBe(3 + own.length + projects.length);
    expect(await writesOf(testBed, changed)).toEqual([
      'PUT /federationSettings/*/connectedOrgConfigs/*/roleMappings/*',
    ]);
  });

  it('switches the identity provider of an organization in one request, and its 20 mappings stay as they are', async () => {
    const testBed = await start(world());
    const mappingsOf = async (): Promise<unknown> => connectionOf(await testBed.state(), ids[7] ?? '')['roleMappings'];
    const before = await mappingsOf();
    const switched = config({}, (index) => (index === 7 ? { identityProvider: 'acme-entra' } : {}));
    expect(await writesOf(testBed, switched)).toEqual([connection]);
    expect(Object.keys(before as object)).toHaveLength(20);
    expect(await mappingsOf()).toEqual(before);
    expect(connectionOf(await testBed.state(), ids[7] ?? '')['identityProvider']).toBe('acme-entra');
  });
});

function connectionOf(state: Fields, organization: string): Fields {
  const federations = (state['atlas'] as Fields)['federations'] as Record<string, Fields>;
  const connections = federations[federationId]?.['connectedOrganizations'] as Record<string, Fields>;
  return connections[organization] ?? {};
}

describe('one organization', () => {
  const people = ['bob', 'carol', 'dave', 'erin', 'frank'].map((name) => `${name}@acme.com`);
  const users = [
    { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
    ...people.map((email) => ({ email, roles: ['ORG_MEMBER'] })),
  ];
  const world = (more: AcmeWorld = {}): object => acmeWorld({ ...more, shop: { users, ...more.shop } });
  const remove = { members: 'keep', teams: 'keep', teamMembers: 'remove', roleMappings: 'remove' };

  it.each<[string, Fields, string[]]>([
    [
      'any combination of default roles, JIT, restriction and identity provider',
      {
        authentication: {
          identityProvider: 'acme-okta',
          jit: 'none',
          defaultRoles: ['ORG_READ_ONLY'],
          allowedDomains: ['acme.com', 'contractor.example'],
        },
      },
      [connection],
    ],
    [
      'several settings',
      { settings: { multiFactorAuthRequired: true, securityContact: 'sec@acme.com' } },
      ['PATCH /orgs/*/settings'],
    ],
    ['the name', { settings: { name: 'Acme Shops' } }, ['PATCH /orgs/*']],
    [
      'two roles of a person',
      { members: { 'bob@acme.com': { roles: ['ORG_READ_ONLY', 'ORG_BILLING_ADMIN'] } } },
      ['PATCH /orgs/*/users/*'],
    ],
    ['an invitation', { members: { 'zoe@else.example': {} } }, ['POST /orgs/*/users']],
    [
      'an invitation of somebody who is to be in two teams',
      {
        members: { 'zoe@else.example': {} },
        teams: {
          one: { members: ['alice@acme.com', 'zoe@else.example'] },
          two: { members: ['alice@acme.com', 'zoe@else.example'] },
        },
      },
      ['POST /orgs/*/users'],
    ],
    ['a new team with its members', { teams: { new: { members: people } } }, ['POST /orgs/*/teams']],
    [
      'several people who join a team',
      { teams: { one: { members: ['alice@acme.com', ...people] } } },
      ['POST /orgs/*/teams/*/users'],
    ],
    [
      'one person who joins a team',
      { teams: { one: { members: ['alice@acme.com', 'bob@acme.com'] } } },
      ['POST /orgs/*/teams/*:addUser'],
    ],
    [
      'a person in the place of another',
      { teams: { one: { members: ['bob@acme.com'] } }, unlisted: remove },
      ['POST /orgs/*/teams/*:addUser', 'POST /orgs/*/teams/*:removeUser'],
    ],
    [
      'two teams that get roles in one project',
      {
        teams: {
          one: { projects: { payments: ['GROUP_OWNER'] } },
          two: { projects: { payments: ['GROUP_READ_ONLY'] } },
        },
      },
      ['POST /groups/*/teams'],
    ],
    [
      'other roles in a project',
      { teams: { three: { projects: { shop: ['GROUP_OWNER'] } } } },
      ['PATCH /groups/*/teams/*'],
    ],
    ['a team in no project any more', { teams: { three: { projects: {} } } }, ['DELETE /groups/*/teams/*']],
    ['a new name for a team', { teams: { uno: { previously: ['one'] } } }, ['PATCH /orgs/*/teams/*']],
    [
      'a team that goes, with its projects',
      { teams: { three: { state: 'absent' } } },
      ['DELETE /groups/*/teams/*', 'DELETE /orgs/*/teams/*'],
    ],
    [
      'a person who goes, with all teams',
      { members: { 'bob@acme.com': { state: 'absent' } } },
      ['DELETE /orgs/*/users/*'],
    ],
    [
      'a role mapping each: made, changed, removed',
      {
        authentication: {
          roleMappings: {
            old: { roles: ['ORG_OWNER'] },
            new: { roles: ['ORG_MEMBER'], projects: { shop: ['GROUP_OWNER'] } },
          },
        },
        unlisted: remove,
      },
      [
        'POST /federationSettings/*/connectedOrgConfigs/*/roleMappings',
        'PUT /federationSettings/*/connectedOrgConfigs/*/roleMappings/*',
        'DELETE /federationSettings/*/connectedOrgConfigs/*/roleMappings/*',
      ],
    ],
  ])('%s: %j', async (_, organization, expected) => {
    const testBed = await start(
      world({
        shop: {
          users,
          teams: [
            { name: 'one', members: ['alice@acme.com'] },
            { name: 'two', members: ['alice@acme.com'] },
            { name: 'three', members: ['alice@acme.com', 'bob@acme.com'], projects: { shop: ['GROUP_READ_ONLY'] } },
          ],
        },
        shopConnection: {
          roleMappings: { old: { roles: ['ORG_MEMBER'] }, gone: { roles: ['ORG_READ_ONLY'] } },
        },
      }),
    );
    const writes = await writesOf(testBed, acmeConfig(organization));
    expect([...writes].sort()).toEqual([...expected].sort());
    // A removal is never sent before what it waits for.
    expect(writes.at(-1)).toBe(expected.at(-1));
  });

  it('detaches in one request, or in two where default roles go along', async () => {
    const testBed = await start(acmeWorld({ shopConnection: { defaultRoles: ['ORG_MEMBER'] } }));
    const config = acmeConfig({ authentication: { identityProvider: 'none', defaultRoles: [] } });
    expect(await writesOf(testBed, config)).toEqual([connection, connection]);
    expect(connectionOf(await testBed.state(), shopId)).toMatchObject({
      identityProvider: null,
      postAuthRoleGrants: [],
    });
  });
});
