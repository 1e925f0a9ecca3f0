import { describe, expect, it } from 'vitest';
import { compareOrganization, isRemovedWhenUnlisted, type ComparedOrganization } from '../../../src/core/compare.js';
import type { DesiredOrganization, Live, LiveResource, Origin, UnlistedPolicy } from '../../../src/core/resource.js';
import type { CollectionKey } from '../../../src/core/shape.js';
import {
  desired,
  fakeProvider,
  incomplete,
  keep,
  live,
  liveOrganization,
  organization,
  remove,
  removeAll,
  unlistedPolicies,
} from './fake-vendor.js';

interface Situation {
  readonly wanted?: DesiredOrganization['resources'];
  readonly there?: readonly LiveResource[];
  readonly managed?: readonly CollectionKey[];
  readonly unlisted?: Partial<Record<CollectionKey, UnlistedPolicy>>;
  readonly coverage?: Live['coverage'];
  readonly scope?: (address: string) => boolean;
}

function compare({
  wanted = [],
  there = [],
  managed = [],
  unlisted = {},
  coverage = {},
  scope,
}: Situation): ComparedOrganization {
  return compareOrganization(
    organization({ resources: wanted, managed, unlisted: unlistedPolicies(unlisted) }),
    liveOrganization(there, { coverage }),
    fakeProvider(),
    scope ?? (() => true),
  );
}

/** `action address`, or `same address`, one a line. */
const outcomes = ({ comparisons }: ComparedOrganization): string[] =>
  comparisons.map(({ address, change }) => `${change?.action ?? 'same'} ${address}`);

describe('a desired object', () => {
  it.each<[string, Situation, string[]]>([
    ['not live is created', { wanted: [desired('person', 'ann')] }, ['create acme/person/ann']],
    [
      'live and equal is left',
      { wanted: [desired('group', 'a', { about: 'x' })], there: [live('group', 'a', { about: 'x' })] },
      ['same acme/group/a'],
    ],
    [
      'live and different is updated',
      { wanted: [desired('group', 'a', { about: 'y' })], there: [live('group', 'a', { about: 'x' })] },
      ['update acme/group/a'],
    ],
    [
      'absent and live is deleted',
      { wanted: [desired('group', 'a', {}, { state: 'absent' })], there: [live('group', 'a')] },
      ['delete acme/group/a'],
    ],
    [
      'absent and not live is as wanted',
      { wanted: [desired('group', 'a', {}, { state: 'absent' })] },
      ['same acme/group/a'],
    ],
    [
      'absent and only remembered by the vendor is as wanted',
      { wanted: [desired('person', 'ann', {}, { state: 'absent' })], there: [live('person', 'ann', { gone: true })] },
      ['same acme/person/ann'],
    ],
    [
      'of another kind with the same name is another object',
      { wanted: [desired('group', 'x')], there: [live('zone', 'x')] },
      ['create acme/group/x'],
    ],
    [
      'names are matched exactly',
      { wanted: [desired('group', 'Data')], there: [live('group', 'data')] },
      ['create acme/group/Data'],
    ],
    ['of a kind that the provider does not have is nobody’s', { wanted: [desired('robot', 'r2')] }, []],
    [
      'out of scope is left out',
      { wanted: [desired('person', 'ann'), desired('person', 'bob')], scope: (address) => address.endsWith('bob') },
      ['create acme/person/bob'],
    ],
    [
      'they are sorted by address',
      { wanted: [desired('zone', 'z'), desired('person', 'bob'), desired('group', 'g')] },
      ['create acme/group/g', 'create acme/person/bob', 'create acme/zone/z'],
    ],
  ])('%s', (_, situation, expected) => {
    expect(outcomes(compare(situation))).toEqual(expected);
  });

  it('says both sides of an update', () => {
    const source = { file: 'a.yaml', line: 3, column: 5 };
    const [comparison] = compare({
      wanted: [desired('group', 'a', { about: 'y' }, { source })],
      there: [live('group', 'a', { about: 'x', members: ['ann'] })],
    }).comparisons;
    expect(comparison?.change).toEqual({
      action: 'update',
      address: 'acme/group/a',
      organization: 'acme',
      kind: 'group',
      name: 'a',
      source,
      before: { about: 'x', members: ['ann'] },
      after: { about: 'y', members: ['ann'] },
      edits: [{ type: 'set', path: ['about'], before: 'x', after: 'y' }],
      reason: 'differs from the configuration',
    });
  });
});

describe('an earlier name', () => {
  const renamed = desired('group', 'new', { about: 'x' }, { previously: ['old', 'older'] });

  it('makes an update of what has it, even where nothing else differs', () => {
    const [comparison] = compare({ wanted: [renamed], there: [live('group', 'older', { about: 'x' })] }).comparisons;
    expect(comparison?.change).toMatchObject({
      action: 'update',
      address: 'acme/group/new',
      previousAddress: 'acme/group/older',
      reason: 'renamed from "older"',
      edits: [],
    });
  });

  it('means nothing once the new name is live', () => {
    const compared = compare({ wanted: [renamed], there: [live('group', 'new', { about: 'x' })] });
    expect(outcomes(compared)).toEqual(['same acme/group/new']);
  });

  it('means nothing where no name is live', () => {
    expect(outcomes(compare({ wanted: [renamed] }))).toEqual(['create acme/group/new']);
  });

  it.each([
    ['old and new', [live('group', 'new'), live('group', 'old')], '"new" and "old" both exist'],
    ['two earlier ones', [live('group', 'old'), live('group', 'older')], '"old" and "older" both exist'],
  ])('is an error where both are live: %s; neither is then changed or unlisted', (_, there, text) => {
    const compared = compare({ wanted: [renamed], there, managed: ['teams'], unlisted: { teams: remove } });
    expect(compared).toMatchObject({ comparisons: [], unlisted: [] });
    expect(compared.diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'rename-conflict',
        address: 'acme/group/new',
        summary: expect.stringContaining(text) as string,
      }),
    ]);
  });

  it('removes what still has it when the object is to be absent', () => {
    const [comparison] = compare({
      wanted: [desired('group', 'new', {}, { state: 'absent', previously: ['old'] })],
      there: [live('group', 'old')],
    }).comparisons;
    expect(comparison?.change?.action).toBe('delete');
    expect(comparison?.live?.name).toBe('old');
  });
});

describe('an ambiguous name', () => {
  const twins = [live('group', 'a', {}, { remoteId: 'id1' }), live('group', 'a', {}, { remoteId: undefined })];

  it('does not stop what has another name', () => {
    const compared = compare({
      wanted: [desired('group', 'a', { about: 'y' }), desired('group', 'b', { about: 'y' })],
      there: [...twins, live('group', 'b', { about: 'x' })],
    });
    expect(outcomes(compared)).toEqual(['update acme/group/b']);
  });

  it('is an error at its place, never a guess', () => {
    const source = { file: 'a.yaml', line: 3, column: 5 };
    const compared = compare({
      wanted: [desired('group', 'a', { about: 'y' }, { source })],
      there: twins,
      managed: ['teams'],
      unlisted: { teams: remove },
    });
    expect(compared).toMatchObject({ comparisons: [], unlisted: [] });
    expect(compared.diagnostics).toEqual([
      expect.objectContaining({
        code: 'ambiguous-name',
        summary: '2 live groups in acme are named "a".',
        hint: 'Rename or delete one of them (ids: id1, -).',
        source,
      }),
    ]);
  });

  it('is reported where nothing lists it', () => {
    expect(compare({ there: twins, managed: ['teams'] }).unlisted).toHaveLength(2);
  });

  it('is an error where it would be removed for being unlisted: which one, the plan could not say', () => {
    const compared = compare({ there: twins, managed: ['teams'], unlisted: { teams: remove } });
    expect(outcomes(compared)).toEqual([]);
    expect(compared.diagnostics.map(({ code, address }) => [code, address])).toEqual([
      ['ambiguous-name', 'acme/group/a'],
    ]);
  });
});

describe('what is live but not listed', () => {
  const there = [live('group', 'extra', { about: 'x' }), live('group', 'listed')];
  const wanted = [desired('group', 'listed')];

  it.each<[string, Partial<Situation>, string[], string[]]>([
    [
      'is not looked at where the collection is not managed',
      { managed: ['members'], unlisted: { teams: remove } },
      [],
      [],
    ],
    ['is reported', {}, [], ['report acme/group/extra']],
    ['is kept', { unlisted: { teams: keep } }, [], ['keep acme/group/extra']],
    ['is removed', { unlisted: { teams: remove } }, ['delete acme/group/extra'], []],
    [
      'is not removed where the list is incomplete',
      { unlisted: { teams: remove }, coverage: { teams: incomplete } },
      [],
      ['remove acme/group/extra'],
    ],
    [
      'is not looked at out of scope',
      { unlisted: { teams: remove }, scope: (address) => address === 'acme/group/listed' },
      [],
      [],
    ],
  ])('%s', (_, situation, changes, unlisted) => {
    const compared = compare({ wanted, there, managed: ['teams'], ...situation });
    expect(outcomes(compared)).toEqual([...changes, 'same acme/group/listed']);
    expect(compared.unlisted.map(({ policy, address }) => `${policy} ${address}`)).toEqual(unlisted);
  });

  it('says which roles it holds, and which of them are privileged', () => {
    const strangers = [
      live('person', 'zed', { role: 'owner', seats: { a: { role: 'chair' } } }),
      live('person', 'yan'),
    ];
    expect(compare({ there: strangers, managed: ['members'] }).unlisted).toEqual([
      { address: 'acme/person/yan', origin: 'manual', policy: 'report' },
      {
        address: 'acme/person/zed',
        origin: 'manual',
        policy: 'report',
        roles: ['chair', 'owner'],
        privileged: ['owner'],
      },
    ]);
  });

  it('is removed at the organization’s place, with the reason', () => {
    const source = { file: 'a.yaml', line: 1, column: 1 };
    const { comparisons } = compareOrganization(
      organization({ managed: ['teams'], unlisted: unlistedPolicies({ teams: remove }), source }),
      liveOrganization([live('group', 'extra', { about: 'x' })]),
      fakeProvider(),
      () => true,
    );
    expect(comparisons[0]).toMatchObject({
      desired: undefined,
      change: { source, before: { about: 'x' }, reason: 'not in the configuration, and unlisted.teams is remove' },
    });
  });

  it('is not looked at where the vendor only remembers it', () => {
    const compared = compare({
      there: [live('person', 'ann', { gone: true })],
      managed: ['members'],
      unlisted: { members: remove },
    });
    expect(compared).toMatchObject({ comparisons: [], unlisted: [] });
  });

  it('is never removed for a kind without a collection', () => {
    const compared = compare({
      there: [live('options', '')],
      managed: ['teams', 'members', 'domains'],
      unlisted: { teams: removeAll, members: removeAll, domains: removeAll },
    });
    expect(compared).toMatchObject({ comparisons: [], unlisted: [] });
  });

  it('does not depend on the order in which it was read', () => {
    const many = ['c', 'a', 'b'].map((name) => live('group', name, { members: ['z', 'y'] }));
    const lists = ['b', 'c', 'a'].map((name) => desired('group', name, { members: [] }));
    const one = compare({ wanted: lists, there: many, managed: ['teams'] });
    const two = compare({ wanted: [...lists].reverse(), there: [...many].reverse(), managed: ['teams'] });
    expect(one).toEqual(two);
    expect(one.unlisted.map(({ address, member }) => `${address} ${member}`)).toEqual([
      'acme/group/a y',
      'acme/group/a z',
      'acme/group/b y',
      'acme/group/b z',
      'acme/group/c y',
      'acme/group/c z',
    ]);
  });
});

describe('isRemovedWhenUnlisted', () => {
  const origins: readonly Origin[] = ['yaml', 'manual', 'unknown', 'scim', 'idp', 'jit'];
  it.each<[string, UnlistedPolicy, readonly Origin[]]>([
    ['report removes nothing', { policy: 'report', includeProvisioned: true }, []],
    ['keep removes nothing', { policy: 'keep', includeProvisioned: true }, []],
    ['remove passes over the provisioned', remove, ['yaml', 'manual', 'unknown']],
    ['remove with includeProvisioned removes all', removeAll, origins],
  ])('%s', (_, policy, removed) => {
    expect(origins.filter((origin) => isRemovedWhenUnlisted(policy, origin))).toEqual(removed);
  });
});

describe('a member list', () => {
  const wanted = [desired('group', 'a', { members: ['ann'] })];
  const team = (origin: Origin, members: readonly string[] = ['ann', 'bob']): LiveResource =>
    live('group', 'a', { members }, { origin });

  it('keeps and reports the unlisted by default', () => {
    const compared = compare({ wanted, there: [team('manual')] });
    expect(outcomes(compared)).toEqual(['same acme/group/a']);
    expect(compared.unlisted).toEqual([{ address: 'acme/group/a', member: 'bob', origin: 'manual', policy: 'report' }]);
  });

  it.each<[string, UnlistedPolicy, Origin, string[]]>([
    ['removes them by policy', remove, 'manual', ['update acme/group/a']],
    ['keeps those of a provisioned team', remove, 'scim', ['same acme/group/a']],
    ['removes those of a provisioned team when told to', removeAll, 'scim', ['update acme/group/a']],
  ])('%s', (_, teamMembers, origin, expected) => {
    expect(outcomes(compare({ wanted, there: [team(origin)], unlisted: { teamMembers } }))).toEqual(expected);
  });

  it('loses those whose time is over, whatever the policy, and says so', () => {
    const because = 'until 2026-06-30 is over';
    const over = [desired('group', 'a', { members: ['ann'] }, { leaving: ['bob', 'cat'], because })];
    const compared = compare({ wanted: over, there: [team('scim', ['ann', 'bob', 'dan'])] });
    expect(compared.comparisons[0]?.change).toMatchObject({
      reason: because,
      edits: [{ type: 'members', path: ['members'], added: [], removed: ['bob'] }],
    });
    expect(compared.unlisted.map(({ member }) => member)).toEqual(['dan']);
    const joining = [desired('group', 'a', { members: ['ann', 'eve'] }, { leaving: ['cat'], because })];
    expect(compare({ wanted: joining, there: [team('manual')] }).comparisons[0]?.change?.reason).toBe(
      'differs from the configuration',
    );
  });

  it('says why it is to be absent', () => {
    const because = 'until 2026-06-30 is over';
    const gone = [desired('group', 'a', {}, { state: 'absent', because })];
    expect(compare({ wanted: gone, there: [team('manual')] }).comparisons[0]?.change?.reason).toBe(because);
  });

  it('that was not read is not compared: nobody is added twice, nobody removed for being unseen', () => {
    const unread = live('group', 'a', { about: 'x' });
    const full = [desired('group', 'a', { members: ['ann'], about: 'y' })];
    expect(outcomes(compare({ wanted, there: [unread], unlisted: { teamMembers: remove } }))).toEqual([
      'same acme/group/a',
    ]);
    expect(compare({ wanted: full, there: [unread] }).comparisons[0]?.change).toMatchObject({
      edits: [{ type: 'set', path: ['about'], before: 'x', after: 'y' }],
    });
  });
});

describe('people who leave', () => {
  const team = live('group', 'a', { members: ['ann', 'bob'] });
  const teamless = live('group', 'b', {});
  const wanted = [desired('group', 'a', { members: ['ann'] }), desired('group', 'b', { about: 'x' })];

  it.each<[string, Situation]>([
    ['by state: absent', { wanted: [...wanted, desired('person', 'bob', {}, { state: 'absent' })] }],
    [
      'for being unlisted',
      { wanted: [...wanted, desired('person', 'ann')], managed: ['members'], unlisted: { members: remove } },
    ],
  ])('%s: their team memberships end with them and are nobody’s edit', (_, situation) => {
    const compared = compare({ ...situation, there: [live('person', 'ann'), live('person', 'bob'), team, teamless] });
    expect(outcomes(compared).filter((line) => line.includes('/group/a') || line.includes('bob'))).toEqual([
      'same acme/group/a',
      'delete acme/person/bob',
    ]);
    expect(compared.unlisted).toEqual([]);
  });

  it('do not count where they stay after all', () => {
    const compared = compare({
      wanted: [...wanted, desired('person', 'ann')],
      there: [live('person', 'ann'), live('person', 'bob', {}, { origin: 'jit' }), team],
      managed: ['members'],
      unlisted: { members: remove },
    });
    expect(compared.unlisted.map(({ address, member }) => [address, member])).toEqual([
      ['acme/group/a', 'bob'],
      ['acme/person/bob', undefined],
    ]);
  });
});

describe('an incomplete read', () => {
  it.each<[string, Situation, string[]]>([
    [
      'of the collection: nothing of it is created',
      { wanted: [desired('person', 'ann')], coverage: { members: incomplete } },
      ['same acme/person/ann'],
    ],
    [
      'of a kind without a collection: nothing of it is created',
      { wanted: [desired('options', '')], coverage: { options: incomplete } },
      ['same acme/options'],
    ],
    [
      'of another collection changes nothing',
      { wanted: [desired('person', 'ann')], coverage: { teams: incomplete } },
      ['create acme/person/ann'],
    ],
    [
      'of the collection: what was seen is still updated',
      {
        wanted: [desired('group', 'a', { about: 'y' })],
        there: [live('group', 'a', { about: 'x' })],
        coverage: { teams: incomplete },
      },
      ['update acme/group/a'],
    ],
    [
      'an explicit removal of what was seen is still made',
      {
        wanted: [desired('group', 'a', {}, { state: 'absent' })],
        there: [live('group', 'a')],
        coverage: { teams: incomplete },
      },
      ['delete acme/group/a'],
    ],
  ])('%s', (_, situation, expected) => {
    expect(outcomes(compare(situation))).toEqual(expected);
  });
});
