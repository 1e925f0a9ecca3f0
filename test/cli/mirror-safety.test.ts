/** A mirror is never shorter than what is there: what stays unread, what is worth a warning, what has moved before the first write. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  changes,
  everywhere,
  mirroredConfig,
  mirroredWorld,
  problems,
  remove,
  shop,
  shopId,
  type MirroredWorld,
} from '../support/mirrored.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

async function start(world: MirroredWorld): Promise<TestBed> {
  bed = await createTestBed(mirroredWorld(world));
  return bed;
}

describe('a mirror that cannot be looked into', () => {
  const config = mirroredConfig({
    lists: { eng: { mirror: 'acme-shop/eng' } },
    data: { teams: { engineers: { members: [{ list: 'eng' }] } }, unlisted: { teamMembers: 'remove' } },
    shop: { settings: { name: 'Acme' } },
  });
  const data = { ...everywhere, teams: [{ name: 'engineers', members: ['alice@acme.com', 'zed@acme.com'] }] };
  const fails = (path: string) => [
    { method: 'GET', path: `/api/atlas/v2/orgs/${shopId}/${path}`, times: 1000, status: 500 },
  ];

  it.each(['users', 'teams'])('is an error, and empties nothing: %s', async (path) => {
    const testBed = await start({ shop, data });
    await testBed.control('PUT', 'faults', fails(path));
    const plan = await testBed.plan(config, { allowIncomplete: true });
    expect(plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'mirror-unreadable',
        summary: `Who is on the list "eng" is not known, so acme-data is not planned: not all ${path === 'users' ? 'members' : 'teams'} of acme-shop could be read.`,
        source: { line: 16 },
      },
    ]);
    expect(plan.document.applyable).toBe(false);
    expect(changes(plan)).toEqual(['update acme-shop/settings']);
  });

  it('is one where the members of a team stay unread, though everybody else was seen', async () => {
    const testBed = await start({
      data: { ...everywhere, coreApi: false, teams: [{ name: 'eng', members: ['bob@acme.com'] }] },
      shop: { users: shop.users, teams: [{ name: 'dba', members: ['alice@acme.com'] }] },
    });
    await testBed.control('PUT', 'faults', [
      { method: 'GET', path: '/v1/organizations/*/teams/*/members', times: 1000, status: 500 },
    ]);
    const plan = await testBed.plan(
      mirroredConfig({
        lists: { eng: { mirror: 'acme-data/eng' } },
        shop: { teams: { dba: { members: [{ list: 'eng' }] } }, unlisted: remove },
      }),
    );
    expect(problems(plan)).toContain('error mirror-unreadable 16');
    expect(changes(plan)).toEqual([]);
  });

  it.each([
    ['not there', [{ name: 'engine', members: ['bob@acme.com'] }], 'there is no team "eng" in acme-shop', 'engine'],
    ['not there, nor any other', [], 'there is no team "eng" in acme-shop', 'no teams'],
  ])('is one where its team is %s', async (_, teams, summary, hint) => {
    const testBed = await start({ shop: { users: shop.users, teams }, data });
    const plan = await testBed.plan(config);
    expect(plan.document.diagnostics).toMatchObject([
      {
        code: 'mirror-unknown-team',
        summary: `Who is on the list "eng" is not known, so acme-data is not planned: ${summary}.`,
        hint: expect.stringContaining(hint) as string,
      },
    ]);
    expect(changes(plan)).toEqual(['update acme-shop/settings']);
  });

  it('says so for everybody who uses it, and plans who does not', async () => {
    const testBed = await start({ shop, data });
    await testBed.control('PUT', 'faults', fails('users'));
    const plan = await testBed.plan(
      mirroredConfig({
        lists: { eng: { mirror: 'acme-shop/eng' }, shop: { mirror: 'acme-shop' } },
        data: { memberLists: { shop: {} }, teams: { engineers: { members: [{ list: 'eng' }] } } },
        shop: { settings: { name: 'Acme' } },
      }),
    );
    const codes = problems(plan).filter((problem) => problem.startsWith('error'));
    expect(codes).toEqual(['error mirror-unreadable 16', 'error mirror-unreadable 18']);
  });
});

describe('a warning', () => {
  it('tells that a mirror is empty, which is allowed', async () => {
    const testBed = await start({
      data: {
        ...everywhere,
        teams: [
          { name: 'eng', members: [] },
          { name: 'engineers', members: ['bob@acme.com'] },
        ],
      },
      shop: { users: shop.users, teams: [{ name: 'dba', members: ['alice@acme.com'] }] },
    });
    const empty = { lists: { eng: { mirror: 'acme-data/eng' } } };
    const plan = await testBed.plan(
      mirroredConfig({ ...empty, shop: { teams: { dba: { members: [{ list: 'eng' }, 'alice@acme.com'] } } } }),
    );
    expect(plan.document.diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'mirror-empty',
        summary: 'The list "eng" is empty: nobody is active in the team "eng" of acme-data.',
        source: { line: 16 },
      },
    ]);
    const refused = await testBed.plan(
      mirroredConfig({ ...empty, shop: { teams: { dba: { members: [{ list: 'eng' }] } } } }),
    );
    expect(problems(refused)).toEqual(['warning mirror-empty 16', 'error empty-team 26']);
    expect(refused.operations).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['the team is changed', { teams: { eng: { members: ['alice@acme.com'] } }, unlisted: remove }, ['eng']],
    ['the team is renamed', { teams: { engineering: { previously: ['eng'] } } }, ['eng']],
    ['the team goes', { teams: { eng: { state: 'absent' } } }, ['eng']],
    ['somebody of the team goes', { members: { 'bob@acme.com': { state: 'absent' } } }, ['eng', 'shop']],
    ['somebody else goes', { members: { 'carol@acme.com': { state: 'absent' } } }, ['shop']],
    ['somebody comes', { members: { 'new@acme.com': {} } }, ['shop']],
    ['somebody gets another role', { members: { 'bob@acme.com': { roles: ['ORG_READ_ONLY'] } } }, []],
    ['an invitation is withdrawn', { members: { 'dave@acme.com': { state: 'absent' } } }, []],
    ['another team changes', { teams: { 'ops/on call': { members: ['bob@acme.com'] } } }, []],
  ])('tells that a plan changes what it follows: %s', async (_, organization, lists) => {
    const testBed = await start({ shop, data: everywhere });
    const plan = await testBed.plan(
      mirroredConfig({
        lists: { eng: { mirror: 'acme-shop/eng' }, shop: { mirror: 'acme-shop' } },
        data: { teams: { engineers: { members: [{ list: 'eng' }] }, all: { members: [{ list: 'shop' }] } } },
        shop: { ...organization },
      }),
    );
    const found = plan.document.diagnostics.filter(({ code }) => code === 'mirror-source-changes');
    expect(found.map(({ summary }) => /the list "(.*)"/.exec(summary)?.[1])).toEqual(lists);
    expect(plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan.document.applyable).toBe(true);
  });
});

describe('an apply', () => {
  const config = mirroredConfig({
    lists: { eng: { mirror: 'acme-shop/eng' } },
    data: { teams: { engineers: { members: [{ list: 'eng' }] } }, unlisted: remove },
  });
  const data = { ...everywhere, teams: [{ name: 'engineers', members: ['zed@acme.com'] }] };

  async function applyAfter(change: object): Promise<Awaited<ReturnType<TestBed['apply']>>> {
    const testBed = await start({ shop, data });
    testBed.beforeApply = async () => {
      testBed.beforeApply = undefined;
      const { report } = await testBed.apply(mirroredConfig({ lists: {}, shop: { ...change } }));
      expect(report?.status).toBe('applied');
    };
    return testBed.apply(config);
  }

  it.each<[string, object]>([
    ['somebody joined the team', { teams: { eng: { members: ['carol@acme.com'] } } }],
    ['somebody left the organization', { members: { 'bob@acme.com': { state: 'absent' } } }],
    ['the team got another name', { teams: { other: { previously: ['eng'] } } }],
  ])('is refused where the mirror shows others than in the plan: %s', async (_, change) => {
    const { moved, report } = await applyAfter(change);
    expect(moved).toEqual(['the list eng']);
    expect(report).toBeUndefined();
  });

  it('goes on where something else of the mirrored organization has changed', async () => {
    const { moved, report } = await applyAfter({ members: { 'carol@acme.com': { state: 'absent' } } });
    expect(moved).toEqual([]);
    expect(report?.status).toBe('applied');
  });

  it('sends nothing where the mirror can no longer be read', async () => {
    const testBed = await start({ shop, data });
    testBed.beforeApply = async () => {
      await testBed.control('PUT', 'faults', [
        { method: 'GET', path: `/api/atlas/v2/orgs/${shopId}/users`, times: 1000, status: 500 },
      ]);
    };
    await testBed.forgetRequests();
    await expect(testBed.apply(config)).rejects.toThrow(
      'Nothing was applied: whether the list "eng" still shows the same people is not known',
    );
    const { list } = await testBed.requests();
    expect(list.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth/'))).toEqual([]);
  });
});
