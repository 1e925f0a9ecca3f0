/** Time-bounded access from YAML to apply: an entry whose time is over is planned away, and nothing is left to do. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/core/plan.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const astroId = 'clm3x0acme000000000000001';
const atlasId = '5f0000000000000000000001';
const last = '2026-06-30T23:59:59Z';
const over = '2026-07-01T00:00:00Z';

const world = {
  astro: {
    organizations: [
      {
        id: astroId,
        name: 'Acme Data',
        users: [
          { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
          { email: 'bob@acme.com', role: 'ORGANIZATION_MEMBER' },
          { email: 'carol@acme.com', role: 'ORGANIZATION_MEMBER' },
        ],
        teams: [
          { name: 'data', members: ['alice@acme.com', 'bob@acme.com', 'carol@acme.com'] },
          { name: 'oncall', members: ['alice@acme.com', 'carol@acme.com'] },
        ],
      },
    ],
  },
  atlas: {
    organizations: [
      {
        id: atlasId,
        name: 'Acme',
        users: [
          { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
          { email: 'bob@acme.com', roles: ['ORG_MEMBER'] },
        ],
        teams: [{ name: 'dba', members: ['alice@acme.com', 'bob@acme.com'] }],
      },
    ],
  },
};

/** `turned`: with every object and list in the other order; `ended`: without what is over by July. */
function config({ turned = false, ended = false } = {}): object {
  const whole = {
    orgwright: 1,
    providers: {
      astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' }, privateApi: 'allow' },
      atlas: { type: 'atlas', clientId: { env: 'ATLAS_CLIENT_ID' }, clientSecret: { env: 'ATLAS_CLIENT_SECRET' } },
    },
    people: ended ? {} : { 'bob@acme.com': { until: '2026-06-30', reason: 'billing migration' } },
    lists: {
      everybody: ['alice@acme.com', 'carol@acme.com', ...(ended ? [] : ['bob@acme.com'])],
      dba: ['alice@acme.com', ...(ended ? [] : ['bob@acme.com'])],
      guests: ['carol@acme.com'],
    },
    organizations: {
      'acme-data': {
        type: 'astro',
        id: astroId,
        members: { 'alice@acme.com': {}, 'carol@acme.com': {}, ...(!ended && { 'bob@acme.com': {} }) },
        teams: {
          data: { members: [{ list: 'everybody' }] },
          oncall: { members: ['alice@acme.com', ...(ended ? [] : [{ list: 'guests', until: '2026-06-30' }])] },
        },
      },
      'acme-atlas': {
        type: 'atlas',
        id: atlasId,
        memberLists: { dba: {} },
        teams: { dba: { members: ['alice@acme.com', ...(ended ? [] : ['bob@acme.com'])] } },
      },
    },
  };
  return turned ? (turn(whole) as object) : whole;
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turn(inner)] as const)
      .reverse(),
  );
}

const told = ({ document }: Plan): string[] =>
  document.resource_changes.map(({ address, change, reason }) => `${change.actions.join()} ${address}: ${reason}`);

describe('until', () => {
  it('changes nothing before it is over, but says that it will be', async () => {
    bed = await createTestBed(world);
    const { document } = await bed.plan(config(), { now: last });
    expect(document.resource_changes).toEqual([]);
    expect(document.diagnostics.map(({ code, summary }) => `${code}: ${summary}`)).toEqual([
      'expiring: bob@acme.com leaves every organization after 2026-06-30: billing migration.',
      'expiring: Who is in team "oncall" of acme-data by this list leaves it after 2026-06-30.',
    ]);
  });

  it('removes people everywhere with their teams, and who is in a team until then from it', async () => {
    bed = await createTestBed(world);
    const { plan, report } = await bed.apply(config(), { now: over });
    expect(told(plan)).toEqual([
      'delete acme-atlas/member/bob@acme.com: until 2026-06-30 is over: billing migration',
      'delete acme-data/member/bob@acme.com: until 2026-06-30 is over: billing migration',
      'update acme-data/team/oncall: until 2026-06-30 is over',
    ]);
    expect(plan.document.resource_changes.at(-1)?.change.after).toMatchObject({ members: ['alice@acme.com'] });
    expect(plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report?.status).toBe('applied');
    expect((await bed.plan(config(), { now: over })).document.operations).toEqual([]);
  });

  it('leaves nothing to do once the entries are gone from the files', async () => {
    bed = await createTestBed(world);
    await bed.apply(config(), { now: over });
    const { document } = await bed.plan(config({ ended: true }), { now: over });
    expect(document.resource_changes).toEqual([]);
    expect(document.diagnostics).toEqual([]);
    expect(document.unlisted).toEqual([]);
  });

  it('says the same in any order of the files', async () => {
    bed = await createTestBed(world);
    const [one, other] = [
      await bed.plan(config(), { now: over }),
      await bed.plan(config({ turned: true }), { now: over }),
    ];
    const comparable = ({ document }: Plan): object => ({
      ...document,
      config_digest: '',
      resource_changes: document.resource_changes.map((change) => ({ ...change, source: undefined })),
      diagnostics: document.diagnostics.map(({ summary }) => summary).sort(),
    });
    expect(comparable(other)).toEqual(comparable(one));
  });
});
