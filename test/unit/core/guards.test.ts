import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/change.js';
import { acknowledgementFor } from '../../../src/core/guards/acknowledge.js';
import { judgeGuards, type GuardResults } from '../../../src/core/guards/judge-guards.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { PlanGuard } from '../../../src/core/plan-document.js';
import type { Live, LiveResource, RemovalLimit, RemovalScope } from '../../../src/core/resource.js';
import type { Edit } from '../../../src/core/shape.js';
import {
  addressOf,
  changeOf,
  fakeProvider,
  guardSettings,
  incomplete,
  live,
  liveOrganization,
  names,
  organization,
  updateOf,
} from './fake-vendor.js';

const access = { sight: undefined, why: 'nobody asked' } as const;

const owner = (name: string): LiveResource => live('person', name, { role: 'owner' });
const member = (name: string): LiveResource => live('person', name, { role: 'member' });

const setRole = (name: string, before: string, after: string): Change =>
  updateOf('person', name, {
    before: { role: before },
    after: { role: after },
    edits: [{ type: 'set', path: ['role'], before, after }],
  });
const promotion = (name: string): Change => setRole(name, 'member', 'owner');
const demotion = (name: string): Change => setRole(name, 'owner', 'member');
const removal = (name: string): Change => changeOf('delete', 'person', name, { before: { role: 'owner' } });
const edit = (before: JsonObject, ...edits: Edit[]): Change => updateOf('group', 'a', { before, after: before, edits });

function judge(
  changes: readonly Change[],
  there: readonly LiveResource[],
  options: {
    readonly minOwners?: number;
    readonly limits?: Partial<Record<RemovalScope, RemovalLimit>>;
    readonly coverage?: Live['coverage'];
    readonly stripped?: readonly string[];
  } = {},
): GuardResults {
  return judgeGuards({
    organization: organization({ guards: guardSettings(options.minOwners, options.limits) }),
    live: liveOrganization(there, { coverage: options.coverage ?? {} }),
    changes,
    provider: fakeProvider(),
    leaving: new Set(options.stripped ?? []),
    access,
  });
}

function guard(results: GuardResults, id: string): PlanGuard {
  const found = results.guards.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no guard ${id}`);
  return found;
}

it('counts no owners where a directory has none', () => {
  const { guards } = judgeGuards({
    organization: organization({ guards: guardSettings(1) }),
    live: liveOrganization([member('ann')]),
    changes: [changeOf('delete', 'person', 'ann', { before: {} })],
    provider: fakeProvider({ hasOwners: false }),
    leaving: new Set(),
    access,
  });
  expect(guards.find(({ id }) => id === 'min-owners')).toMatchObject({
    status: 'not_applicable',
    detail: 'An organization of type fake has no owners.',
  });
});

it('has nothing to judge where nothing changes', () => {
  expect(judge([], [])).toEqual({ guards: [], reliedOn: [], diagnostics: [] });
});

describe('min-owners, counted where nothing is known of logins', () => {
  const unknown = '; whether they can log in is not known: nobody asked.';
  const two = [owner('ann'), owner('bob'), member('eve')];
  it.each<[string, Change[], LiveResource[], number, PlanGuard['status'], string, string[]]>([
    [
      'one of two stays',
      [demotion('bob')],
      two,
      1,
      'unproven',
      `1 active owner remains, 1 required${unknown}`,
      ['ann'],
    ],
    [
      'both go',
      [demotion('bob'), removal('ann')],
      two,
      1,
      'tripped',
      '0 active owners remain, 1 required; this plan takes it from ann, bob. An invited owner does not count before accepting.',
      ['ann', 'bob'],
    ],
    [
      'a swap',
      [demotion('ann'), promotion('eve')],
      [owner('ann'), member('eve')],
      1,
      'unproven',
      `1 active owner remains, 1 required${unknown}`,
      ['eve'],
    ],
    [
      'an invited owner is not there yet',
      [demotion('ann'), changeOf('create', 'person', 'new', { after: { role: 'owner' } })],
      [owner('ann')],
      1,
      'tripped',
      '0 active owners remain, 1 required; this plan takes it from ann. An invited owner does not count before accepting.',
      ['ann'],
    ],
    [
      'a change that leaves the role alone',
      [setRole('eve', 'member', 'guest')],
      two,
      2,
      'unproven',
      `2 active owners remain, 2 required${unknown}`,
      ['ann', 'bob'],
    ],
    [
      'a replaced member',
      [changeOf('replace', 'person', 'bob', { before: { role: 'owner' }, after: { role: 'member' } })],
      two,
      2,
      'tripped',
      '1 active owner remains, 2 required; this plan takes it from bob. An invited owner does not count before accepting.',
      ['bob'],
    ],
    [
      'a shortfall that was there before',
      [setRole('eve', 'member', 'guest')],
      two,
      3,
      'unproven',
      `2 active owners remain, 3 required${unknown}`,
      ['ann', 'bob'],
    ],
    [
      'a shortfall that becomes smaller',
      [promotion('eve')],
      two,
      4,
      'unproven',
      `3 active owners remain, 4 required${unknown}`,
      ['ann', 'bob', 'eve'],
    ],
    [
      'a shortfall that becomes larger',
      [demotion('bob')],
      two,
      3,
      'tripped',
      '1 active owner remains, 3 required; this plan takes it from bob. An invited owner does not count before accepting.',
      ['bob'],
    ],
    ['none required', [removal('ann'), removal('bob')], two, 0, 'passed', '0 active owners remain, 0 required.', []],
    ['no member changes', [changeOf('delete', 'group', 'a')], [], 1, 'passed', 'This plan changes no member.', []],
  ])('%s: %s', (_, changes, there, minOwners, status, detail, witnesses) => {
    expect(guard(judge(changes, there, { minOwners }), 'min-owners')).toEqual({
      id: 'min-owners',
      organization: 'acme',
      status,
      detail,
      witnesses,
      ...(status === 'tripped' && { acknowledgement: acknowledgementFor('min-owners', 'acme', witnesses) }),
    });
  });

  it('names five witnesses at most', () => {
    const owners = names(8).map((name) => owner(name));
    expect(guard(judge([setRole('person1', 'owner', 'owner')], owners), 'min-owners').witnesses).toHaveLength(5);
  });

  it('is unproven where the members were not read completely', () => {
    expect(
      guard(judge([demotion('ann')], [owner('ann')], { coverage: { members: incomplete } }), 'min-owners'),
    ).toMatchObject({
      status: 'unproven',
      detail: 'Members were not read completely: the vendor answered 500',
      witnesses: [],
    });
  });

  it('relies on all who were owners, in one order, where members change', () => {
    expect(judge([demotion('bob')], [owner('bob'), member('eve'), owner('ann')]).reliedOn).toEqual([
      addressOf('person', 'ann'),
      addressOf('person', 'bob'),
    ]);
    expect(judge([changeOf('delete', 'group', 'a')], [owner('ann')]).reliedOn).toEqual([]);
  });

  it('looks for members under the vendor’s own word', () => {
    const nobody = { kinds: fakeProvider().kinds.filter(({ collection }) => collection !== 'members') };
    const changes = [changeOf('delete', 'group', 'a')];
    const { guards } = judgeGuards({
      organization: organization(),
      live: liveOrganization([]),
      changes,
      provider: fakeProvider(nobody),
      leaving: new Set(),
      access,
    });
    expect(guards[0]?.detail).toBe('This plan changes no member.');
  });
});

describe('max-removals', () => {
  const crowd = names(20).map((name) => member(name));
  const leave = (count: number): Change[] =>
    crowd.slice(0, count).map(({ name }) => changeOf('delete', 'person', name));
  const limits = { members: { percent: 25, atLeast: 3 } };

  it.each<[number, string, PlanGuard['status'], string]>([
    [3, 'not more than the number', 'passed', 'Removes 3 of 20 members.'],
    [5, 'not more than the share', 'passed', 'Removes 5 of 20 members.'],
    [
      6,
      'more than both',
      'tripped',
      'members: 6 of 20 (limit: 25 % and 3) would be removed. Raise guards.maxRemovals if this is meant.',
    ],
  ])('%s removals: %s', (count, _, status, detail) => {
    expect(guard(judge(leave(count), crowd, { limits }), 'max-removals')).toMatchObject({ status, detail });
  });

  it('names everything that would go, sorted', () => {
    const { witnesses } = guard(judge(leave(6).reverse(), crowd, { limits }), 'max-removals');
    expect(witnesses).toEqual(names(6).map((name) => addressOf('person', name)));
  });

  it('does not count people who were gone already', () => {
    const remembered = names(100).map((name) => live('person', `old-${name}`, { gone: true }));
    expect(guard(judge(leave(6), [...crowd, ...remembered], { limits }), 'max-removals').status).toBe('tripped');
  });

  it('counts people whose removal is only begun by this plan: their access goes all the same', () => {
    const stripped = crowd.slice(0, 6).map(({ name }) => setRole(name, 'billing', 'member'));
    const addresses = stripped.map(({ address }) => address);
    expect(guard(judge(stripped, crowd, { limits }), 'max-removals').status).toBe('passed');
    expect(guard(judge(stripped, crowd, { limits, stripped: addresses }), 'max-removals')).toMatchObject({
      status: 'tripped',
      witnesses: [...addresses].sort(),
    });
  });

  const no: RemovalLimit = { percent: 0, atLeast: 0 };
  const seats: JsonObject = { x: { role: 'r', rooms: { one: 'r', two: 'r' } }, y: { role: 'r' } };
  const unset = (path: string[], before: JsonObject[string]): Change =>
    updateOf('person', 'ann', { before: { seats }, after: {}, edits: [{ type: 'unset', path, before }] });

  it.each<[RemovalScope, string, Change[], LiveResource[], string]>([
    ['members', 'a person', [changeOf('delete', 'person', 'ann')], [member('ann'), member('bob')], 'members: 1 of 2'],
    ['teams', 'a group', [changeOf('delete', 'group', 'a')], [live('group', 'a'), live('group', 'b')], 'teams: 1 of 2'],
    ['domains', 'a zone', [changeOf('delete', 'zone', 'z')], [live('zone', 'z')], 'domains: 1 of 1'],
    ['owners', 'a demotion', [demotion('ann')], [owner('ann'), owner('bob')], 'owners: 1 of 2'],
    [
      'teamMembers',
      'people of a group, of all groups',
      [edit({ members: ['ann', 'bob'] }, { type: 'members', path: ['members'], added: ['eve'], removed: ['ann'] })],
      [live('group', 'a', { members: ['ann', 'bob'] }), live('group', 'b', { members: ['x', 'y', 'z'] })],
      'acme/group/a loses 1 of 2 (limit: 0 % and 0) of its members; teamMembers: 1 of 5',
    ],
    [
      'roles',
      'a seat with its rooms',
      [unset(['seats', 'x'], seats['x'] ?? null)],
      [live('person', 'ann', { seats })],
      'roles: 3 of 4',
    ],
    [
      'roles',
      'one room',
      [unset(['seats', 'x', 'rooms', 'one'], 'r')],
      [live('person', 'ann', { seats })],
      'roles: 1 of 4',
    ],
    [
      'roles',
      'entries of a set of roles',
      [
        updateOf('zone', 'z', {
          before: { grants: ['r', 's', 't'] },
          after: {},
          edits: [{ type: 'members', path: ['grants'], added: ['q'], removed: ['r', 's'] }],
        }),
      ],
      [live('zone', 'z', { grants: ['r', 's', 't'], methods: ['m'] })],
      'roles: 2 of 3',
    ],
    [
      'roles',
      'all seats at once',
      [
        updateOf('person', 'ann', {
          before: { seats },
          after: { seats: {} },
          edits: [{ type: 'set', path: ['seats'], before: seats, after: {} }],
        }),
      ],
      [live('person', 'ann', { seats })],
      'roles: 4 of 4',
    ],
  ])('%s counts %s', (scope, _, changes, there, text) => {
    const settings = { minOwners: 0, limits: { [scope]: no } };
    expect(guard(judge(changes, there, settings), 'max-removals')).toMatchObject({
      status: 'tripped',
      detail: expect.stringContaining(text) as string,
    });
  });

  it('counts role mappings where a vendor has them', () => {
    const mapping = { kind: 'mapping', collection: 'roleMappings', shape: { type: 'record', fields: {} } } as const;
    const { guards } = judgeGuards({
      organization: organization({ guards: guardSettings(0, { roleMappings: { percent: 50, atLeast: 1 } }) }),
      live: liveOrganization(names(3).map((name) => live('mapping', name))),
      changes: ['person2', 'person1'].map((name) => changeOf('delete', 'mapping', name)),
      provider: fakeProvider({ kinds: [mapping] }),
      leaving: new Set(),
      access,
    });
    expect(guards.find(({ id }) => id === 'max-removals')).toMatchObject({
      status: 'tripped',
      detail: 'roleMappings: 2 of 3 (limit: 50 % and 1) would be removed. Raise guards.maxRemovals if this is meant.',
      witnesses: [addressOf('mapping', 'person1'), addressOf('mapping', 'person2')],
    });
  });

  it('trips for one group although all groups together lose little', () => {
    const small = names(8);
    const there = [live('group', 'a', { members: small }), live('group', 'b', { members: names(1000) })];
    const change = edit(
      { members: small },
      { type: 'members', path: ['members'], added: [], removed: small.slice(0, 7) },
    );
    const { status, detail, witnesses } = guard(
      judge([change], there, { limits: { teamMembers: { percent: 25, atLeast: 5 } } }),
      'max-removals',
    );
    expect([status, detail]).toEqual([
      'tripped',
      'acme/group/a loses 7 of 8 (limit: 25 % and 5) of its members. Raise guards.maxRemovals if this is meant.',
    ]);
    expect(witnesses).toEqual(small.slice(0, 7).map((name) => `${addressOf('group', 'a')}: ${name}`));
  });

  it('trips for all groups together although each loses little', () => {
    const there = names(10).map((name) => live('group', name, { members: names(10) }));
    const changes = there.map(({ name }) =>
      updateOf('group', name, {
        before: { members: names(10) },
        after: {},
        edits: [{ type: 'members', path: ['members'], added: [], removed: ['person1', 'person2', 'person3'] }],
      }),
    );
    expect(
      guard(judge(changes, there, { limits: { teamMembers: { percent: 25, atLeast: 5 } } }), 'max-removals').detail,
    ).toBe('teamMembers: 30 of 100 (limit: 25 % and 5) would be removed. Raise guards.maxRemovals if this is meant.');
  });

  it.each<[string, Change[], LiveResource[]]>([
    ['a create', [changeOf('create', 'person', 'ann')], []],
    ['a replace', [changeOf('replace', 'options', '')], [live('options', '')]],
    ['a delete of what is in no collection', [changeOf('delete', 'options', '')], [live('options', '')]],
    ['a change of an unknown kind', [changeOf('delete', 'robot', 'r2')], [live('robot', 'r2')]],
    [
      'an entry of an exact set',
      [
        updateOf('zone', 'z', {
          before: {},
          after: {},
          edits: [{ type: 'members', path: ['methods'], added: [], removed: ['a'] }],
        }),
      ],
      [],
    ],
    [
      'an unset value that is no role',
      [
        updateOf('options', '', {
          before: {},
          after: {},
          edits: [{ type: 'unset', path: ['welcome', 'seats', 'a'], before: '1' }],
        }),
      ],
      [],
    ],
    [
      'an unset word',
      [
        updateOf('person', 'ann', {
          before: {},
          after: {},
          edits: [{ type: 'unset', path: ['seats', 'a'], before: 'none' }],
        }),
      ],
      [],
    ],
    [
      'an unset set',
      [
        updateOf('zone', 'z', {
          before: {},
          after: {},
          edits: [{ type: 'unset', path: ['methods'], before: { a: 'b' } }],
        }),
      ],
      [],
    ],
    [
      'an unset collection that is no list',
      [
        updateOf('group', 'a', {
          before: {},
          after: {},
          edits: [{ type: 'unset', path: ['members'], before: { a: 'b' } }],
        }),
      ],
      [],
    ],
    [
      'an unset below what the shape knows',
      [
        updateOf('options', '', {
          before: {},
          after: {},
          edits: [{ type: 'unset', path: ['title', 'x'], before: 'r' }],
        }),
      ],
      [],
    ],
    [
      'an unset field that the shape does not know',
      [updateOf('zone', 'z', { before: {}, after: {}, edits: [{ type: 'unset', path: ['other'], before: 1 }] })],
      [],
    ],
    [
      'a set that adds',
      [
        updateOf('person', 'ann', {
          before: {},
          after: {},
          edits: [{ type: 'set', path: ['seats', 'a'], before: undefined, after: { role: 'r' } }],
        }),
      ],
      [],
    ],
    [
      'an exchange of roles',
      [
        updateOf('person', 'ann', {
          before: {},
          after: {},
          edits: [{ type: 'set', path: ['seats', 'a'], before: { role: 'r' }, after: { role: 's' } }],
        }),
      ],
      [],
    ],
  ])('does not count %s', (_, changes, there) => {
    const limits = { members: no, teams: no, domains: no, roles: no, teamMembers: no, owners: no, roleMappings: no };
    expect(guard(judge(changes, there, { limits }), 'max-removals')).toMatchObject({
      status: 'passed',
      detail: 'This plan removes nothing.',
      witnesses: [],
    });
  });
});
