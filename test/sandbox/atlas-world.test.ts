import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSandbox, WorldError } from '../../src/sandbox/index.js';
import { parseWorld } from '../../src/sandbox/load-world.js';
import {
  acme,
  atlasClient,
  atlasWorld,
  connectedPath,
  federation,
  federationPath,
  orgPath,
  resend,
  startAtlas,
} from './atlas-support.js';
import { pick, start, world } from './support.js';

const problems = (text: string): readonly string[] => {
  try {
    parseWorld(text, 'w');
  } catch (error) {
    if (error instanceof WorldError) return error.problems;
    throw error;
  }
  return [];
};

it('needs only ids and names', async () => {
  const client = await startAtlas(
    parseWorld(
      `
atlas:
  organizations: [{ id: "${acme}", name: Acme, users: [{ email: a@x.com }], teams: [{ name: t }], projects: [{ name: p }] }]
  federations:
    - id: "${federation}"
      identityProviders: [{ name: idp }]
      connectedOrganizations: [{ organization: "${acme}" }]
`,
      'w',
    ),
  );
  expect(await client.state('organizations', acme)).toMatchObject({
    users: { 'a@x.com': { status: 'ACTIVE', orgRoles: ['ORG_MEMBER'] } },
    teams: { t: { members: [] } },
  });
  expect((await client.get(connectedPath)).body).toMatchObject({ domainRestrictionEnabled: false, roleMappings: [] });
});

it('says by line and column what is wrong', () => {
  const text = `
atlas:
  organizations:
    - { id: "12", name: A }
    - id: "${acme}"
      name: A
      users: [{ email: a@x.com, roles: [KING] }]
      tems: []
`;
  expect(problems(text)).toEqual([
    expect.stringMatching(/^w:4:9: must match pattern/),
    'w:5:7: unknown key tems',
    expect.stringMatching(/^w:7:41: must be one of ORG_OWNER/),
  ]);
});

it('refers only to what it has, and names nothing twice', () => {
  const text = `
atlas:
  organizations:
    - id: "${acme}"
      name: A
      users: [{ email: a@x.com, projects: { q: [GROUP_OWNER] } }, { email: A@x.com }]
      teams: [{ name: t, members: [b@x.com] }]
  federations:
    - id: "${federation}"
      domains: [{ name: x.com, status: PENDING }]
      identityProviders:
        - { name: saml, associatedDomains: [x.com], idpType: WORKLOAD }
        - { name: one, protocol: OIDC }
        - { name: two, protocol: OIDC }
      connectedOrganizations:
        - { organization: "${acme}", identityProvider: one, dataAccessIdentityProviders: [one, two, saml], roleMappings: { g: { projects: { q: [GROUP_OWNER] } } } }
        - { organization: "${acme}" }
        - { organization: 5f00000000000000000000ff }
  serviceAccounts: [{ clientId: a, clientSecret: b, organizations: [5f00000000000000000000ff] }]
`;
  expect(problems(text).map((line) => line.replace(/^w:\d+:\d+: /, ''))).toEqual([
    'the email a@x.com comes twice',
    'there is no project q',
    'b@x.com is not a user',
    'x.com is not a VERIFIED domain of the federation',
    'only OIDC has WORKLOAD',
    'there is no SAML identity provider one',
    'there is no OIDC identity provider saml',
    'at most one of them may be an OIDC WORKFORCE one',
    'there is no project q',
    'there is no organization 5f00000000000000000000ff',
    `${acme} is connected already; it can be in one federation`,
    'there is no organization 5f00000000000000000000ff',
  ]);
});

it('stands beside Astro in one sandbox and one log', async () => {
  const { sandbox } = await start({ ...world(), ...atlasWorld() });
  const client = await atlasClient(sandbox);
  await client.get(orgPath);
  const state = (await client.control('GET', 'state')).body;
  expect(pick(state, 'astro', 'organizations')).toBeDefined();
  expect(pick(state, 'atlas', 'organizations', acme, 'name')).toBe('Acme Atlas');
  expect((await client.control('GET', 'requests')).body).toMatchObject({ totals: { reads: 1, auth: 1 } });
});

it('comes back with a reset, and tokens stay good', async () => {
  const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
  const before = await client.state();
  await client.patch(connectedPath, {});
  await client.delete(`${orgPath}/users/${await client.id('users', 'bob@acme.com')}`);
  expect(await client.state()).not.toEqual(before);
  await client.control('POST', 'reset');
  expect(await client.state()).toEqual(before);
  expect((await client.get(orgPath)).status).toBe(200);
});

it('shows equal worlds as equal text, whatever was done between', async () => {
  const client = await startAtlas();
  const text = async () => JSON.stringify(await client.state());
  const before = await text();
  const mapping = { externalGroupName: 'x', roleAssignments: [{ orgId: acme, role: 'ORG_MEMBER' }] };
  const { id } = (await client.post(`${connectedPath}/roleMappings`, mapping)).body;
  expect(await text()).not.toBe(before);
  await client.delete(`${connectedPath}/roleMappings/${String(id)}`);
  await resend(client);
  expect(await text()).toBe(before);
});

it('is kept on disk', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'orgwright-atlas-'));
  try {
    const first = await startAtlas(atlasWorld(), { dataDir });
    await first.post(`${orgPath}/teams`, { name: 'kept', usernames: ['alice@acme.com'] });
    await resend(first, { identityProviderId: await first.okta('spare') });
    const before = await first.state();
    await first.sandbox.close();
    const sandbox = await createSandbox({ world: undefined, dataDir, rateLimit: false });
    const again = await atlasClient(sandbox);
    expect(await again.state()).toEqual(before);
    expect((await again.get(connectedPath)).body['roleMappings']).toHaveLength(2);
    await sandbox.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

const hex = (kind: string, at: number) => `${kind}${String(at).padStart(24 - kind.length, '0')}`;

it('reads a federation of 50 organizations with 20 mappings each in three calls', async () => {
  const ids = Array.from({ length: 50 }, (_, at) => hex('5a', at));
  const roleMappings = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`group-${at}`, { roles: ['ORG_MEMBER'] }]),
  );
  const client = await startAtlas({
    atlas: {
      organizations: ids.map((id, at) => ({ id, name: `Org ${at}` })),
      federations: [
        {
          id: federation,
          domains: ['acme.com'],
          identityProviders: [{ name: 'a', associatedDomains: ['acme.com'] }, { name: 'b' }],
          connectedOrganizations: ids.map((organization) => ({ organization, identityProvider: 'a', roleMappings })),
        },
      ],
    },
  });
  const { body } = await client.get(`${federationPath}/connectedOrgConfigs?itemsPerPage=500`);
  expect(body).toMatchObject({ totalCount: 50 });
  for (const each of body['results'] as { roleMappings: unknown[] }[]) expect(each.roleMappings).toHaveLength(20);
  const providers = await client.get(`${federationPath}/identityProviders?itemsPerPage=500`);
  const used = (providers.body['results'] as { associatedOrgs: unknown[] }[]).map(
    ({ associatedOrgs }) => associatedOrgs.length,
  );
  expect(used.sort()).toEqual([0, 50]);
});

it('pages through 10,000 people', async () => {
  const users = Array.from({ length: 10_000 }, (_, at) => ({ email: `person-${at}@acme.com` }));
  const teams = Array.from({ length: 40 }, (_, at) => ({
    name: `team-${at}`,
    members: users.slice(at * 250, at * 250 + 250).map(({ email }) => email),
  }));
  const client = await startAtlas({ atlas: { organizations: [{ id: acme, name: 'Acme', users, teams }] } });
  const seen = new Set<string>();
  let path: string | undefined = `${orgPath}/users?itemsPerPage=500`;
  while (path !== undefined) {
    const { body } = await client.get(path);
    for (const { username, teamIds } of body['results'] as { username: string; teamIds: string[] }[]) {
      seen.add(username);
      expect(teamIds).toHaveLength(1);
    }
    const next = (body['links'] as { rel: string; href: string }[]).find(({ rel }) => rel === 'next');
    path = next?.href.replace(/^.*\/v2/, '');
  }
  expect(seen.size).toBe(10_000);
});
