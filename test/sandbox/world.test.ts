import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSandbox, WorldError } from '../../src/sandbox/index.js';
import { parseWorld } from '../../src/sandbox/load-world.js';
import { switchTable } from '../../src/sandbox/switches.js';
import { acme, core, organizationState, pick, start, v1 } from './support.js';

const problems = (text: string): readonly string[] => {
  try {
    parseWorld(text, 'world.yaml');
  } catch (error) {
    if (error instanceof WorldError) return error.problems;
    throw error;
  }
  return [];
};

describe('a world file', () => {
  it('is read as YAML or JSON, and needs little', async () => {
    const value = parseWorld(`astro:\n  organizations:\n    - { id: ${acme}, name: Acme }\n`, 'world.yaml');
    expect(parseWorld(JSON.stringify(value), 'world.json')).toEqual(value);
    const client = await start(value);
    expect(await organizationState(client)).toMatchObject({ plan: 'ENTERPRISE', coreApi: true, users: {} });
    expect((await client.get(`${core}/domains`)).body).toEqual([]);
  });

  it('says by line and column what is wrong, everything at once', () => {
    expect(problems('astro:\n  - x: [\n')).toEqual([expect.stringMatching(/^world\.yaml:3:1: /)]);
    const text = [
      'astro:',
      '  organizations:',
      `    - id: ${acme}`,
      '      nmae: Acme',
      '      plan: GOLD',
      '      users:',
      '        - { email: alice }',
      'swiches: {}',
    ].join('\n');
    expect(problems(text)).toEqual([
      'world.yaml:1:1: unknown key swiches',
      'world.yaml:3:7: name is missing',
      'world.yaml:3:7: unknown key nmae',
      expect.stringMatching(/^world\.yaml:5:7: must be one of TRIAL, /),
      expect.stringMatching(/^world\.yaml:7:13: must match pattern/),
    ]);
  });

  it('refers only to what it has, and names nothing twice', () => {
    const text = `
astro:
  organizations:
    - id: ${acme}
      name: Acme
      users: [{ email: a@x.com }, { email: A@x.com }, { email: b@x.com, workspaces: { Nope: WORKSPACE_OWNER } }]
      teams: [{ name: t, members: [c@x.com] }, { name: t }]
      domains: [{ name: x.com, status: PENDING }]
      workspaces: [{ name: W }]
      ssoConnections: [{ name: s, domains: [x.com, y.com], jit: { role: ORGANIZATION_MEMBER, workspaces: { V: WORKSPACE_OWNER } } }]
  tokens: [{ token: t, organizations: [elsewhere] }]
switches: { lastOwner: perhaps }
`;
    expect(problems(text)).toEqual(['world.yaml:12:13: must be one of refused, allowed']);
    expect(
      problems(text.replace('perhaps', 'allowed')).map((line) => line.replace(/^world\.yaml:\d+:\d+: /, '')),
    ).toEqual([
      'the email a@x.com comes twice',
      'the name t comes twice (give teams of one name their own ids)',
      'there is no workspace Nope',
      'c@x.com is not a user',
      'x.com is not a VERIFIED domain of the organization',
      'y.com is not a VERIFIED domain of the organization',
      'there is no workspace V',
      'there is no organization elsewhere',
    ]);
  });

  it('given as a value is checked too', async () => {
    await expect(createSandbox({ world: { astro: { organizations: [{ id: 'x' }] } } })).rejects.toThrow(
      '/astro/organizations/0: name is missing',
    );
    await expect(createSandbox({ world: undefined })).rejects.toBeInstanceOf(WorldError);
  });

  it('seeds everything it can say', async () => {
    const client = await start(
      parseWorld(
        `
astro:
  organizations:
    - id: ${acme}
      name: Acme Data
      billingEmail: billing@acme.com
      scimEnabled: false
      plan: ENTERPRISE
      coreApi: true
      users: [{ email: alice@acme.com, name: Alice Ng, role: ORGANIZATION_OWNER, status: ACTIVE, workspaces: { Analytics: { role: WORKSPACE_OWNER, deployments: { etl: { role: DEPLOYMENT_ADMIN, dags: { daily: DAG_VIEWER }, dagTags: { hot: DAG_AUTHOR } } } } }, isIdpManaged: false, invite: { expiresInDays: 7 } }]
      teams: [{ name: data-eng, description: "", role: ORGANIZATION_MEMBER, workspaces: {}, isIdpManaged: false, members: [ALICE@acme.com] }]
      domains: [{ name: acme.com, status: VERIFIED, enforcedLogins: [password, google, github, sso] }]
      workspaces: [{ name: Analytics, deployments: [{ name: etl }] }]
      ssoConnections: [{ name: acme-okta, domains: [acme.com], strategy: samlp, enabled: true, jit: { role: ORGANIZATION_MEMBER } }]
      bypassKey: { ageDays: 120 }
      allowedIpRanges: [127.0.0.0/8]
switches: {}
`,
        'world.yaml',
      ),
    );
    expect(await organizationState(client)).toMatchObject({
      users: {
        'alice@acme.com': {
          workspaceRoles: { Analytics: 'WORKSPACE_OWNER' },
          deploymentRoles: { 'Analytics/etl': 'DEPLOYMENT_ADMIN' },
          dagRoles: ['Analytics/etl dag daily: DAG_VIEWER', 'Analytics/etl tag hot: DAG_AUTHOR'],
        },
      },
      invites: {},
      teams: { 'data-eng': { members: ['alice@acme.com'] } },
    });
    expect((await client.get(v1)).body).toMatchObject({ hasAllowedIpAddressRanges: true });
  });
});

describe('the world schema', () => {
  it('describes every field', async () => {
    const schema: unknown = JSON.parse(await readFile('schemas/world.schema.json', 'utf8'));
    const bare: string[] = [];
    const visit = (node: unknown, path: string): void => {
      for (const [name, field] of Object.entries(pick(node, 'properties') ?? {})) {
        if (pick(field, 'description') === undefined && pick(field, '$ref') === undefined) bare.push(`${path}.${name}`);
        visit(field, `${path}.${name}`);
        visit(pick(field, 'items'), `${path}.${name}[]`);
      }
    };
    visit(schema, '');
    for (const [name, definition] of Object.entries(pick(schema, '$defs') as object)) visit(definition, name);
    expect(bare).toEqual([]);
  });

  it('says about switches what the table says', async () => {
    const schema: unknown = JSON.parse(await readFile('schemas/world.schema.json', 'utf8'));
    const expected = Object.entries(switchTable).map(([name, entry]) => {
      const { default: value, says: description } = entry;
      return [
        name,
        'values' in entry
          ? { type: 'string', enum: [...entry.values], default: value, description }
          : { type: 'integer', minimum: entry.minimum, maximum: entry.maximum, default: value, description },
      ];
    });
    expect(pick(schema, 'properties', 'switches', 'properties')).toEqual(Object.fromEntries(expected));
  });
});

it('seeds 10,000 users in 500 teams and pages through them', async () => {
  const users = Array.from({ length: 10_000 }, (_, at) => ({ email: `user${at}@acme.com` }));
  const teams = Array.from({ length: 500 }, (_, at) => ({
    name: `team${at}`,
    members: Array.from({ length: 20 }, (_each, index) => `user${at * 20 + index}@acme.com`),
  }));
  const client = await start({ astro: { organizations: [{ id: acme, name: 'Acme', users, teams }] } });
  const seen = new Set<string>();
  for (let offset = 0; offset < 10_000; offset += 1000) {
    const { body } = await client.get(`${v1}/users?limit=1000&offset=${offset}&sorts=id:asc`);
    for (const { id } of body['users'] as { id: string }[]) seen.add(id);
  }
  expect(seen.size).toBe(10_000);
  const { body } = await client.get(`${core}/teams?includeMembers=true&limit=1000&sorts=id:asc`);
  expect((body['teams'] as { members: unknown[] }[]).reduce((sum, { members }) => sum + members.length, 0)).toBe(
    10_000,
  );
});
