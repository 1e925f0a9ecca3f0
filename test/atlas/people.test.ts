/** Members and teams: what Atlas demands of them, and what a plan says where it cannot be. */
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBed, type Applied, type TestBed } from '../support/test-bed.js';
import { acmeConfig, acmeWorld, shopId, type Fields } from './acme.js';

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

const owner = { email: 'alice@acme.com', roles: ['ORG_OWNER'] };
const member = (name: string, more: Fields = {}): Fields => ({
  email: `${name}@acme.com`,
  roles: ['ORG_MEMBER'],
  ...more,
});

async function start(shop: Fields, more: Parameters<typeof acmeWorld>[0] = {}): Promise<TestBed> {
  bed = await createTestBed(acmeWorld({ ...more, shop }));
  return bed;
}

function writes({ plan }: Applied): string[] {
  return plan.operations.map(
    ({ method, path, addresses }) =>
      `${method} ${
        path
          .split('/')
          .at(-1)
          ?.replace(/^[0-9a-f]{24}/, '*') ?? ''
      } ${addresses.join(' ')}`,
  );
}

async function errors(testBed: TestBed, config: object): Promise<string[]> {
  const { operations, document } = await testBed.plan(config);
  expect(document.applyable).toBe(false);
  void operations;
  return document.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, summary }) => `${code}: ${summary}`);
}

async function converge(testBed: TestBed, config: object): Promise<Applied> {
  const applied = await testBed.apply(config);
  expect(applied.plan.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(applied.report?.operations.filter(({ status }) => status !== 'done')).toEqual([]);
  expect((await testBed.plan(config)).operations).toEqual([]);
  return applied;
}

describe('people', () => {
  it('promotes before it demotes, and removes the old owner last', async () => {
    const testBed = await start({ users: [owner, member('bob'), member('carol', { roles: ['ORG_OWNER'] })] });
    const applied = await converge(
      testBed,
      acmeConfig({
        members: {
          'bob@acme.com': { roles: ['ORG_OWNER'] },
          'carol@acme.com': { roles: ['ORG_MEMBER'] },
          'alice@acme.com': { state: 'absent' },
        },
      }),
    );
    const [promotion, ...others] = applied.plan.operations.toSorted((a, b) => a.needs.length - b.needs.length);
    expect(promotion?.addresses).toEqual(['acme-shop/member/bob@acme.com']);
    for (const { needs } of others) expect(needs).toContain(promotion?.id);
  });

  it('takes an invitee who is active at once, and one who is not, for the same', async () => {
    const testBed = await start({ users: [owner] });
    const config = acmeConfig({ members: { 'new@acme.com': {}, 'guest@else.example': {} } });
    await converge(testBed, config);
    const { document } = await testBed.plan(config);
    expect(document.pending.map(({ address }) => address)).toEqual(['acme-shop/member/guest@else.example']);
  });

  it('refuses to plan an invitation that the allowed domains refuse', async () => {
    const testBed = await start({ users: [owner] }, { shopConnection: { allowedDomains: ['acme.com'] } });
    expect(await errors(testBed, acmeConfig({ members: { 'guest@else.example': {} } }))).toEqual([
      expect.stringMatching(/^domain-not-allowed: guest@else\.example cannot be invited/),
    ]);
  });

  it('invites people of a new domain after the domain is allowed', async () => {
    const testBed = await start({ users: [owner] }, { shopConnection: { allowedDomains: ['acme.com'] } });
    const applied = await converge(
      testBed,
      acmeConfig({
        authentication: { allowedDomains: ['acme.com', 'else.example'] },
        members: { 'guest@else.example': {} },
      }),
    );
    expect(applied.plan.operations.map(({ method }) => method)).toEqual(['PATCH', 'POST']);
    expect(applied.plan.operations[1]?.needs).toEqual(['1']);
  });

  it('leaves people alone who come through the identity provider, unless told otherwise', async () => {
    const testBed = await start({ users: [owner, member('bob'), { email: 'guest@else.example' }] });
    const config = (members: unknown): object =>
      acmeConfig({ members: { 'alice@acme.com': {} }, unlisted: { members } });
    const plan = await testBed.plan(config('remove'));
    expect(plan.document.resource_changes.map(({ name }) => name)).toEqual(['guest@else.example']);
    expect(plan.document.unlisted).toMatchObject([{ address: 'acme-shop/member/bob@acme.com', origin: 'jit' }]);
    const both = await testBed.plan(config({ policy: 'remove', includeProvisioned: true }));
    expect(both.document.resource_changes).toHaveLength(2);
  });
});

describe('teams', () => {
  it('waits with a team of which nobody is active', async () => {
    const testBed = await start({ users: [owner, member('bob', { status: 'PENDING' })] });
    const plan = await testBed.plan(
      acmeConfig({
        members: { 'guest@else.example': {} },
        teams: { new: { members: ['bob@acme.com', 'guest@else.example'] } },
      }),
    );
    expect(plan.document.resource_changes.map(({ kind }) => kind)).toEqual(['member']);
    expect(plan.document.pending).toMatchObject(
      [
        {},
        {
          address: 'acme-shop/team/new',
          waits_for: expect.stringContaining('bob@acme.com, guest@else.example') as string,
        },
      ].slice(1),
    );
  });

  it('makes a team of people who are invited and active at once, in one apply', async () => {
    const testBed = await start({ users: [owner] });
    const applied = await converge(
      testBed,
      acmeConfig({ members: { 'new@acme.com': {} }, teams: { new: { members: ['new@acme.com'] } } }),
    );
    expect(writes(applied)).toEqual(['POST users acme-shop/member/new@acme.com', 'POST teams acme-shop/team/new']);
  });

  it('adds people who are pending one by one, active ones together', async () => {
    const users = [owner, member('bob'), member('carol'), member('dave', { status: 'PENDING' })];
    const testBed = await start({ users, teams: [{ name: 'one', members: ['alice@acme.com'] }] });
    const members = ['alice@acme.com', 'bob@acme.com', 'carol@acme.com', 'dave@acme.com'];
    const applied = await converge(testBed, acmeConfig({ teams: { one: { members } } }));
    expect(writes(applied).sort()).toEqual(['POST *:addUser acme-shop/team/one', 'POST users acme-shop/team/one']);
  });

  it('says what to do where somebody who is to leave is alone in a team, whether teams are managed or not', async () => {
    const users = [owner, member('bob')];
    const testBed = await start({ users, teams: [{ name: 'one', members: ['bob@acme.com'] }] });
    const absent = { members: { 'bob@acme.com': { state: 'absent' } } };
    const message = [expect.stringMatching(/^team-would-be-empty: bob@acme\.com cannot be removed.*team "one"/)];
    expect(await errors(testBed, acmeConfig(absent))).toEqual(message);
    const applied = await converge(testBed, acmeConfig({ ...absent, teams: { one: { members: ['alice@acme.com'] } } }));
    expect(writes(applied)).toEqual(
      ['POST *:addUser acme-shop/team/one', 'DELETE * acme-shop/member/bob@acme.com'].sort().reverse(),
    );
    expect(applied.plan.operations.find(({ method }) => method === 'DELETE')?.needs).toHaveLength(1);
  });

  it('removes somebody who is alone in a team that goes too', async () => {
    const testBed = await start({ users: [owner, member('bob')], teams: [{ name: 'one', members: ['bob@acme.com'] }] });
    await converge(
      testBed,
      acmeConfig({ members: { 'bob@acme.com': { state: 'absent' } }, teams: { one: { state: 'absent' } } }),
    );
  });

  it('keeps the last active person until the one in their place has accepted', async () => {
    const users = [owner, member('bob'), member('carol', { status: 'PENDING' })];
    const testBed = await start({ users, teams: [{ name: 'one', members: ['bob@acme.com'] }] });
    const config = acmeConfig({ teams: { one: { members: ['carol@acme.com'] } }, unlisted: { teamMembers: 'remove' } });
    const applied = await converge(testBed, config);
    expect(writes(applied)).toEqual(['POST *:addUser acme-shop/team/one']);
    expect(applied.plan.document.pending.at(-1)?.waits_for).toContain('until then bob@acme.com stays');
  });

  it('deletes a team after its places in projects, which the same change names', async () => {
    const projects = { payments: ['GROUP_OWNER'], shop: ['GROUP_READ_ONLY'] };
    const testBed = await start({
      users: [owner],
      projects: [{ name: 'payments' }, { name: 'shop' }],
      teams: [{ name: 'one', members: ['alice@acme.com'], projects }],
    });
    const applied = await converge(testBed, acmeConfig({ teams: {}, unlisted: { teams: 'remove' } }));
    expect(applied.plan.document.resource_changes[0]?.change.before).toMatchObject({ projects });
    expect(applied.plan.operations.map(({ method, needs }) => [method, needs.length])).toEqual([
      ['DELETE', 0],
      ['DELETE', 0],
      ['DELETE', 2],
    ]);
  });

  it('names the project that does not exist, and the nearest that does', async () => {
    const testBed = await start({ users: [owner], projects: [{ name: 'payments' }] });
    const config = acmeConfig({
      teams: { new: { members: ['alice@acme.com'], projects: { paymnts: ['GROUP_OWNER'] } } },
    });
    const { document } = await testBed.plan(config);
    expect(document.diagnostics).toMatchObject([{ code: 'unknown-name', hint: 'Did you mean "payments"?' }]);
  });

  it('leaves project roles of people and the id of the organization as they are', async () => {
    const projects = { payments: ['GROUP_OWNER'] };
    const testBed = await start({ users: [owner, member('bob', { projects })], projects: [{ name: 'payments' }] });
    await converge(testBed, acmeConfig({ members: { 'bob@acme.com': { roles: ['ORG_READ_ONLY'] } } }));
    const { atlas } = (await testBed.state()) as {
      atlas: { organizations: Record<string, { users: Record<string, Fields> }> };
    };
    expect(atlas.organizations[shopId]?.users['bob@acme.com']).toMatchObject({ orgRoles: ['ORG_READ_ONLY'], projects });
  });
});
