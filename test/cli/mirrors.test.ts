/** Lists that mirror live members: read at plan time, once, and followed on every provider. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  astroOwner,
  changes,
  everywhere,
  membersAfter,
  mirroredConfig,
  mirroredWorld,
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

describe('a mirror list', () => {
  it('holds the active people of an organization', async () => {
    const testBed = await start({ shop });
    const config = mirroredConfig({
      lists: { shop: { mirror: 'acme-shop' } },
      data: { memberLists: { shop: { role: 'ORGANIZATION_MEMBER' } }, members: { 'alice@acme.com': {} } },
    });
    const plan = await testBed.plan(config);
    expect(changes(plan)).toEqual(['create acme-data/member/bob@acme.com', 'create acme-data/member/carol@acme.com']);
    expect(plan.document.diagnostics).toEqual([]);
    expect(plan.document.applyable).toBe(true);
    expect((await testBed.apply(config)).report?.status).toBe('applied');
    expect((await testBed.plan(config)).operations).toEqual([]);
  });

  it('holds the active people of a team, from Atlas to Astro', async () => {
    const testBed = await start({
      shop,
      data: { ...everywhere, teams: [{ name: 'engineers', members: ['carol@acme.com', 'alice@acme.com'] }] },
    });
    const config = mirroredConfig({
      lists: { eng: { mirror: 'acme-shop/eng' } },
      data: { teams: { engineers: { members: [{ list: 'eng' }] } }, unlisted: remove },
    });
    const plan = await testBed.plan(config);
    expect(membersAfter(plan, 'acme-data/team/engineers')).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect((await testBed.apply(config)).report?.status).toBe('applied');
    expect((await testBed.plan(config)).operations).toEqual([]);
  });

  it('and from Astro to Atlas, whatever the case of the addresses, and beside people who are named', async () => {
    const testBed = await start({
      shop: { users: shop.users, teams: [{ name: 'dba', members: ['dave@acme.com', 'alice@acme.com'] }] },
      data: {
        users: [astroOwner, { email: 'Bob@Acme.com' }, { email: 'gone@acme.com', status: 'INACTIVE' }],
        teams: [{ name: 'a/b', members: ['Bob@Acme.com', 'gone@acme.com'] }],
      },
    });
    const config = mirroredConfig({
      lists: { eng: { mirror: 'acme-data/a/b' } },
      shop: { teams: { dba: { members: [{ list: 'eng' }, 'Alice@acme.com'] } }, unlisted: remove },
    });
    const plan = await testBed.plan(config);
    expect(membersAfter(plan, 'acme-shop/team/dba')).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect((await testBed.apply(config)).report?.status).toBe('applied');
    expect((await testBed.plan(config)).operations).toEqual([]);
  });

  it('leaves out whom the configuration sends away, in that organization or everywhere', async () => {
    const testBed = await start({
      shop,
      data: { ...everywhere, teams: [{ name: 'engineers', members: ['bob@acme.com'] }] },
    });
    const config = mirroredConfig({
      lists: { shop: { mirror: 'acme-shop' } },
      people: { 'carol@acme.com': { state: 'absent' } },
      data: {
        members: { 'bob@acme.com': { state: 'absent' } },
        memberLists: { shop: {} },
        teams: { engineers: { members: [{ list: 'shop' }] } },
      },
    });
    const plan = await testBed.plan(config);
    expect(plan.document.errored).toBe(false);
    expect(changes(plan)).toEqual([
      'delete acme-data/member/bob@acme.com',
      'delete acme-data/member/carol@acme.com',
      'update acme-data/team/engineers',
      'delete acme-shop/member/carol@acme.com',
    ]);
    expect(membersAfter(plan, 'acme-data/team/engineers')).toEqual(['alice@acme.com']);
  });

  it('is known only at plan time, so nothing offline is said of who is on it', async () => {
    const testBed = await start({});
    const config = mirroredConfig({
      lists: { shop: { mirror: 'acme-shop' }, data: { mirror: 'acme-data' }, named: ['zed@acme.com'] },
      people: { 'mallory@acme.com': { state: 'absent' } },
      data: { memberLists: { shop: { role: 'ORGANIZATION_OWNER' }, named: { role: 'ORGANIZATION_MEMBER' } } },
      shop: { teams: { all: { members: [{ list: 'data' }] } } },
    });
    expect(await testBed.check(config)).toEqual([]);
  });

  it('contradicts another list only for people who are on both', async () => {
    const testBed = await start({ shop, data: everywhere });
    const config = (named: string) =>
      mirroredConfig({
        lists: { shop: { mirror: 'acme-shop' }, named: [named] },
        data: { memberLists: { shop: { role: 'ORGANIZATION_MEMBER' }, named: { role: 'ORGANIZATION_OWNER' } } },
      });
    expect((await testBed.plan(config('zed@acme.com'))).document.errored).toBe(false);
    const plan = await testBed.plan(config('bob@acme.com'));
    expect(plan.document.diagnostics).toMatchObject([
      { severity: 'error', code: 'conflicting-lists', summary: 'Two lists want different things of bob@acme.com.' },
    ]);
    expect(changes(plan)).toEqual([]);
  });
});

describe('what a mirror needs', () => {
  const config = mirroredConfig({
    lists: { eng: { mirror: 'acme-shop/eng' }, shop: { mirror: 'acme-shop' }, unused: { mirror: 'acme-data' } },
    data: { memberLists: { shop: {} }, teams: { engineers: { members: [{ list: 'eng' }] } } },
    shop: { members: { 'alice@acme.com': {} } },
  });

  it('is read once for all lists and for the plan of the mirrored organization itself', async () => {
    const testBed = await start({ shop, data: { ...everywhere, teams: [{ name: 'engineers', members: [] }] } });
    await testBed.forgetRequests();
    const plan = await testBed.plan(config);
    const { reads, list } = await testBed.requests();
    const paths = list.filter(({ path }) => path.includes(shopId)).map(({ path }) => path.replace(/\?.*/, ''));
    expect(paths.sort()).toEqual([`/api/atlas/v2/orgs/${shopId}/teams`, `/api/atlas/v2/orgs/${shopId}/users`]);
    expect(plan.document.api_budget.reads).toBe(reads);
  });

  it('takes nothing else along into the plan of the mirrored organization', async () => {
    const testBed = await start({ shop, data: everywhere });
    const settings = { settings: { name: 'Acme Shop' }, unlisted: { members: 'remove', teams: 'remove' } };
    const mirrored = mirroredConfig({
      lists: { eng: { mirror: 'acme-shop/eng' } },
      data: { teams: { engineers: { members: [{ list: 'eng' }] } } },
      shop: settings,
    });
    const plan = await testBed.plan(mirrored);
    expect(changes(plan)).toEqual(['create acme-data/team/engineers']);
    expect(plan.document.unlisted.filter(({ address }) => address.startsWith('acme-shop/'))).toEqual([]);
  });

  it('is not stale because of the mirror where the mirrored organization itself changes', async () => {
    const testBed = await start({ shop, data: { ...everywhere, teams: [{ name: 'engineers', members: [] }] } });
    const both = mirroredConfig({
      lists: { eng: { mirror: 'acme-shop/eng' } },
      data: { teams: { engineers: { members: [{ list: 'eng' }] } } },
      shop: { teams: { eng: { previously: ['engineering'] }, 'ops/on call': { state: 'absent' } } },
    });
    const applied = await testBed.apply(both);
    expect(applied.moved).toEqual([]);
    expect(applied.report?.status).toBe('applied');
    expect((await testBed.plan(both)).operations).toEqual([]);
  });
});

describe('organizations that follow each other', () => {
  it('follow what is live, one plan behind another', async () => {
    const testBed = await start({
      shop,
      data: {
        ...everywhere,
        teams: [
          { name: 'first', members: ['alice@acme.com'] },
          { name: 'second', members: ['carol@acme.com'] },
        ],
      },
    });
    const config = mirroredConfig({
      lists: { 'from-shop': { mirror: 'acme-shop/eng' }, 'from-data': { mirror: 'acme-data/first' } },
      data: { teams: { first: { members: [{ list: 'from-shop' }] } }, unlisted: remove },
      shop: { teams: { 'ops/on call': { members: [{ list: 'from-data' }] } }, unlisted: remove },
    });
    const first = await testBed.apply(config);
    expect(first.report?.status).toBe('applied');
    expect(membersAfter(first.plan, 'acme-data/team/first')).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect(membersAfter(first.plan, 'acme-shop/team/ops/on call')).toEqual(['alice@acme.com']);
    expect(first.plan.document.diagnostics.map(({ code }) => code)).toEqual(['mirror-source-changes']);
    const second = await testBed.apply(config);
    expect(membersAfter(second.plan, 'acme-shop/team/ops/on call')).toEqual(['alice@acme.com', 'bob@acme.com']);
    expect((await testBed.plan(config)).operations).toEqual([]);
  });
});
