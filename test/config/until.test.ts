import { describe, expect, it } from 'vitest';
import { buildOrganizations } from '../../src/config/build.js';
import { expiryWarnings } from '../../src/config/expiry-warnings.js';
import { loadConfiguration, type LoadedConfiguration } from '../../src/config/load.js';
import { endOf } from '../../src/config/until.js';
import type { OrganizationInput } from '../../src/core/organization-input.js';
import { organization, scratch } from './scratch.js';

async function load(yaml: string): Promise<LoadedConfiguration> {
  const loaded = await loadConfiguration([], { cwd: scratch({ 'org.yaml': yaml }) });
  expect(loaded.diagnostics).toEqual([]);
  return loaded;
}

function only(inputs: readonly OrganizationInput[]): OrganizationInput {
  const [first] = inputs;
  if (first === undefined) throw new Error('no organization');
  return first;
}

async function build(yaml: string, now: string | undefined): Promise<OrganizationInput> {
  return only(buildOrganizations(await load(yaml), undefined, now));
}

const statesOf = ({ members }: OrganizationInput): unknown =>
  Object.fromEntries(members.map(({ email, state }) => [email, state]));

describe('endOf', () => {
  it.each([
    ['2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['2028-02-29', '2028-03-01T00:00:00.000Z'],
    ['2026-12-31T17:00:00+01:00', '2026-12-31T16:00:00.000Z'],
    ['2026-12-31T17:00:00.25Z', '2026-12-31T17:00:00.250Z'],
  ])('%s', (until, end) => {
    expect(new Date(endOf(until) ?? Number.NaN).toISOString()).toBe(end);
  });

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-12-31T25:00:00Z', '2026-12-31T10:61:00Z', ''])(
    'is nothing for %j',
    (until) => {
      expect(endOf(until)).toBeUndefined();
    },
  );
});

const contractors = `
orgwright: 1
providers: { astro: { type: astro, token: { env: T } } }
people:
  zoe@acme.com: { until: 2026-06-30, reason: audit }
lists: { contractors: [bob@acme.com, carol@acme.com], all: [alice@acme.com, bob@acme.com, zoe@acme.com] }
organizations:
  acme:
    type: astro
    id: c1
    members:
      alice@acme.com: { role: ORGANIZATION_OWNER }
      carol@acme.com: { role: ORGANIZATION_MEMBER }
      dave@acme.com: { until: 2026-06-30, reason: billing migration, role: ORGANIZATION_MEMBER }
      zoe@acme.com: {}
    memberLists: { contractors: { until: "2026-06-30T12:00:00Z" } }
    teams:
      data: { members: [{ list: all }, dave@acme.com, carol@acme.com, { list: contractors }] }
      visitors: { until: 2026-06-30, previously: [guests], members: [alice@acme.com] }
      oncall: { members: [alice@acme.com, { list: contractors, until: 2026-06-01 }] }
`;

describe('until', () => {
  it('holds through the end of the day, and is never said of settings', async () => {
    const input = await build(contractors, '2026-06-30T11:59:59.999Z');
    expect(statesOf(input)).toEqual({
      'alice@acme.com': 'present',
      'bob@acme.com': 'present',
      'carol@acme.com': 'present',
      'dave@acme.com': 'present',
      'zoe@acme.com': 'present',
    });
    expect(input.members.find(({ email }) => email === 'dave@acme.com')?.settings).toEqual({
      role: 'ORGANIZATION_MEMBER',
    });
    expect(input.teams.find(({ name }) => name === 'visitors')).toMatchObject({ state: 'present', settings: {} });
  });

  it('is over for a member, a list and a person everywhere, in teams too; a direct entry wins over a list', async () => {
    const input = await build(contractors, '2026-07-01T00:00:00Z');
    expect(statesOf(input)).toEqual({
      'alice@acme.com': 'present',
      'bob@acme.com': 'absent',
      'carol@acme.com': 'present',
      'dave@acme.com': 'absent',
      'zoe@acme.com': 'absent',
    });
    const members = (team: string) => input.teams.find(({ name }) => name === team)?.members;
    expect(members('data')).toEqual(['alice@acme.com', 'carol@acme.com']);
    expect([...input.marks]).toEqual([
      ['/people/zoe@acme.com', { because: 'until 2026-06-30 is over: audit' }],
      ['/organizations/acme/members/dave@acme.com', { because: 'until 2026-06-30 is over: billing migration' }],
      ['/organizations/acme/memberLists/contractors', { because: 'until 2026-06-30T12:00:00Z is over' }],
      ['/organizations/acme/teams/visitors', { because: 'until 2026-06-30 is over' }],
      ['/organizations/acme/teams/oncall/members/1', { because: 'until 2026-06-01 is over' }],
      ['/organizations/acme/teams/oncall', { leaving: ['carol@acme.com'], because: 'until 2026-06-01 is over' }],
    ]);
    expect(input.teams.find(({ name }) => name === 'visitors')).toMatchObject({
      state: 'absent',
      previously: ['guests'],
      members: undefined,
    });
  });

  it('of a list in a team takes only those out whom nothing else names there', async () => {
    const input = await build(
      contractors.replace('oncall: { members: [alice@acme.com,', 'oncall: { members: [bob@acme.com, alice@acme.com,'),
      '2026-06-02T00:00:00Z',
    );
    expect(input.teams.find(({ name }) => name === 'oncall')).toMatchObject({
      members: ['alice@acme.com', 'bob@acme.com'],
      leaving: ['carol@acme.com'],
    });
  });

  it('makes a role mapping absent', async () => {
    const yaml = `
orgwright: 1
providers: { atlas: { type: atlas, clientId: { env: A }, clientSecret: { env: B } } }
organizations:
  acme:
    type: atlas
    id: "5f0000000000000000000001"
    authentication:
      roleMappings: { dba: { roles: [ORG_MEMBER], until: 2026-06-30 }, dev: { roles: [ORG_MEMBER], until: 2026-07-31 } }
`;
    const input = await build(yaml, '2026-07-01T00:00:00Z');
    expect(input.config['authentication']).toEqual({
      roleMappings: { dba: { state: 'absent' }, dev: { roles: ['ORG_MEMBER'], until: '2026-07-31' } },
    });
  });

  it('is never over without a clock', async () => {
    const input = await build(contractors.replaceAll('2026', '1999'), undefined);
    expect(Object.values(statesOf(input) as object)).not.toContain('absent');
    expect(input.marks.size).toBe(0);
  });
});

describe('expiryWarnings', () => {
  const yaml = organization('members: { bob@acme.com: { until: 2026-06-30, reason: billing migration } }');

  it.each([
    ['2026-06-16T23:59:59Z', []],
    ['2026-06-17T00:00:00Z', ['expiring: bob@acme.com leaves acme after 2026-06-30: billing migration.']],
    ['2026-06-30T23:59:59Z', ['expiring: bob@acme.com leaves acme after 2026-06-30: billing migration.']],
    ['2026-07-01T00:00:00Z', ['expired: bob@acme.com leaves acme: until 2026-06-30 is over: billing migration.']],
  ])('at %s', async (now, expected) => {
    const warnings = expiryWarnings(await load(yaml), now);
    expect(warnings.map(({ code, summary }) => `${code}: ${summary}`)).toEqual(expected);
    for (const { severity, source } of warnings) {
      expect(severity).toBe('warning');
      expect(source?.file).toBe('org.yaml');
    }
  });

  it('names people, lists, teams and mappings', async () => {
    const warnings = expiryWarnings(await load(contractors), '2026-06-20T00:00:00Z');
    expect(warnings.map(({ code, summary }) => `${code}: ${summary}`)).toEqual([
      'expiring: zoe@acme.com leaves every organization after 2026-06-30: audit.',
      'expiring: dave@acme.com leaves acme after 2026-06-30: billing migration.',
      'expiring: Who is a member by the list "contractors" leaves acme after 2026-06-30T12:00:00Z.',
      'expiring: Team "visitors" of acme is removed after 2026-06-30.',
      'expired: Who is in team "oncall" of acme by this list leaves it: until 2026-06-01 is over.',
    ]);
  });
});
