/** Mirrors of a SCIM directory, whose people have names of their own, and a directory that follows others. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  changes,
  everywhere,
  membersAfter,
  mirroredConfig,
  mirroredWorld,
  remove,
  type Fields,
} from '../support/mirrored.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const users = [
  { userName: 'Alice@Acme.com' },
  { userName: 'bob', emails: [{ value: 'Bob@acme.com', primary: true }] },
  { userName: 'carol@acme.com', active: false },
  { userName: 'svc-etl' },
];
const groups = [{ displayName: 'eng', members: ['Alice@Acme.com', 'bob', 'carol@acme.com', 'svc-etl'] }];

async function start(service: Fields = {}, data: object = {}): Promise<TestBed> {
  const teams = [{ name: 'engineers', members: ['carol@acme.com', 'alice@acme.com'] }];
  bed = await createTestBed(
    mirroredWorld({ data: { ...everywhere, teams, ...data }, corp: { users, groups, ...service } }),
  );
  return bed;
}

function config(data: Fields, corp: Fields, lists: Fields): object {
  return mirroredConfig({ lists, data, corp });
}

const followers = { teams: { engineers: { members: [{ list: 'eng' }] } }, unlisted: remove };
const eng = { eng: { mirror: 'acme-corp/eng' } };

describe('a team that follows a group of a directory', () => {
  it('has its active people, by e-mail address, and tells of those who have none', async () => {
    const testBed = await start();
    const given = config(followers, {}, eng);
    const plan = await testBed.plan(given);
    expect(membersAfter(plan, 'acme-data/team/engineers')).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect(plan.document.diagnostics.map(({ severity, code, summary }) => `${severity} ${code} ${summary}`)).toEqual([
      'warning mirror-no-email svc-etl of the list `eng` has no e-mail address, by which `acme-data` knows people, and is left out there.',
    ]);
    const { moved, report } = await testBed.apply(given);
    expect(moved).toEqual([]);
    expect(report?.status).toBe('applied');
    expect((await testBed.plan(given)).operations).toEqual([]);
  });

  it('is not stale because the directory itself changes in the same plan', async () => {
    const testBed = await start();
    const renamed = config(followers, { teams: { eng: { externalId: 'g-1' } } }, eng);
    const { plan, moved, report } = await testBed.apply(renamed);
    expect(changes(plan)).toEqual(['update acme-corp/team/eng', 'update acme-data/team/engineers']);
    expect(moved).toEqual([]);
    expect(report?.status).toBe('applied');
  });

  it('nor because the group goes for being unlisted', async () => {
    const testBed = await start();
    const gone = config(followers, { teams: {}, unlisted: { teams: 'remove' } }, eng);
    const { plan, moved, report } = await testBed.apply(gone);
    expect(changes(plan)).toEqual(['delete acme-corp/team/eng', 'update acme-data/team/engineers']);
    expect(plan.document.diagnostics.map(({ code }) => code)).toContain('mirror-source-changes');
    expect(moved).toEqual([]);
    expect(report?.status).toBe('applied');
  });

  it.each<[string, Fields]>([
    ['asked about one by one', { hideMembers: true }],
    ['told in small pages', { maxResults: 2 }],
    ['told with texts for booleans', { stringBooleans: true, patch: false }],
  ])('has the same people where they are %s', async (_, capabilities) => {
    const testBed = await start({ capabilities });
    const plan = await testBed.plan(config(followers, {}, eng));
    expect(membersAfter(plan, 'acme-data/team/engineers')).toEqual(['alice@acme.com', 'bob@acme.com']);
  });

  it('is not planned where the directory does not show who is in its groups', async () => {
    const testBed = await start({ capabilities: { hideMembers: true, membersFilter: false } });
    const plan = await testBed.plan(config(followers, {}, eng), { allowIncomplete: true });
    expect(plan.document.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toContain(
      'error mirror-unreadable',
    );
    expect(changes(plan)).toEqual([]);
    expect(plan.document.applyable).toBe(false);
  });

  it('nor where the directory cuts long groups short', async () => {
    const capabilities = { memberLimit: 100, maxResults: 100, membersFilter: false };
    const many = Array.from({ length: 130 }, (_, index) => ({ userName: `p${String(index)}@acme.com` }));
    const all = [{ displayName: 'eng', members: many.map(({ userName }) => userName) }];
    const testBed = await start({ capabilities, users: many, groups: all });
    const plan = await testBed.plan(config(followers, {}, eng), { allowIncomplete: true });
    expect(plan.document.diagnostics.map(({ code }) => code)).toContain('mirror-unreadable');
    expect(changes(plan)).toEqual([]);
  });
});

describe('a directory that follows others', () => {
  it('has the active people of an Astro team in its group, by user name', async () => {
    const teams = [{ name: 'engineers', members: ['carol@acme.com', 'alice@acme.com'] }];
    const testBed = await start({}, { teams });
    const given = config(
      {},
      {
        members: { 'carol@acme.com': {} },
        teams: { eng: { members: [{ list: 'all' }, 'svc-etl'] } },
        unlisted: remove,
      },
      { all: { mirror: 'acme-data/engineers' } },
    );
    const plan = await testBed.plan(given);
    expect(membersAfter(plan, 'acme-corp/team/eng')).toEqual(['alice@acme.com', 'carol@acme.com', 'svc-etl']);
    expect((await testBed.apply(given)).report?.status).toBe('applied');
    expect((await testBed.plan(given)).operations).toEqual([]);
  });

  it('has them as its people', async () => {
    const testBed = await start();
    const given = config({}, { memberLists: { all: {} } }, { all: { mirror: 'acme-data' } });
    const plan = await testBed.plan(given);
    expect(changes(plan)).toEqual([
      'create acme-corp/member/bob@acme.com',
      'update acme-corp/member/carol@acme.com',
      'create acme-corp/member/zed@acme.com',
    ]);
    expect((await testBed.apply(given)).report?.status).toBe('applied');
    expect((await testBed.plan(given)).operations).toEqual([]);
  });
});
