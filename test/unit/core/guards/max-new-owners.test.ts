import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessView, Entrance } from '../../../../src/core/access.js';
import type { SightOfAccess } from '../../../../src/core/access-sight.js';
import type { Change } from '../../../../src/core/change.js';
import type { GuardContext } from '../../../../src/core/guards/guard.js';
import { maxNewOwners, openOwners } from '../../../../src/core/guards/max-new-owners.js';
import type { KindSpec, Provider } from '../../../../src/core/provider.js';
import type { LiveResource } from '../../../../src/core/resource.js';
import {
  changeOf,
  fakeProvider,
  guardSettings,
  live,
  liveOrganization,
  organization,
  updateOf,
} from '../fake-vendor.js';

const role = { type: 'value', role: 'uncounted' } as const;
const kinds: readonly KindSpec[] = [
  { kind: 'person', collection: 'members', shape: { type: 'record', fields: { role } } },
  {
    kind: 'team',
    collection: 'teams',
    shape: { type: 'record', fields: { role, members: { type: 'collection', key: 'teamMembers' } } },
  },
  { kind: 'jit', shape: { type: 'record', fields: { role } } },
];
const closed: AccessView = {
  passage: () => ({ verdict: 'no', identityProvider: undefined, reasons: [], assumptions: [] }),
  entrance: () => nobody,
  people: [],
  domains: ['acme.com'],
};
const nobody: Entrance = { verdict: 'no', path: undefined, roles: [], possibleRoles: [], reasons: [], assumptions: [] };
const as = (given: string, place = ''): Entrance => ({
  ...nobody,
  verdict: 'yes',
  path: 'jit',
  roles: [{ place, role: given, sources: [] }],
});
const rules: AccessRules = { methods: [{ name: 'sso' }], ownerRoles: ['owner'], open: () => closed };

function sight(before: Entrance, after: Entrance, ownerRules: AccessRules = rules): SightOfAccess {
  const view = (entrance: Entrance): AccessView => ({ ...closed, entrance: () => entrance });
  return { sight: { rules: ownerRules, before: view(before), after: view(after), live: liveOrganization([]) } };
}

function contextOf(
  changes: readonly Change[],
  {
    limit,
    access = sight(nobody, nobody),
    there = [],
    provider = {},
  }: {
    readonly limit?: number | undefined;
    readonly access?: SightOfAccess;
    readonly there?: readonly LiveResource[];
    readonly provider?: Partial<Provider>;
  } = {},
): GuardContext {
  return {
    organization: organization({ guards: { ...guardSettings(), ...(limit !== undefined && { maxNewOwners: limit }) } }),
    live: liveOrganization(there),
    changes,
    provider: fakeProvider({
      kinds,
      access: rules,
      isActiveOwner: (member) => member['role'] === 'owner',
      ...provider,
    }),
    leaving: new Set(),
    access,
    idpGroups: undefined,
  };
}

const invited = (name: string): Change => changeOf('create', 'person', name, { after: { role: 'owner' } });
const set = (kind: string, name: string, before: string, after: string, members?: readonly string[]): Change =>
  updateOf(kind, name, {
    before: { role: before, ...(members !== undefined && { members: ['ann'] }) },
    after: { role: after, ...(members !== undefined && { members }) },
    edits: [],
  });

describe('maxNewOwners', () => {
  it('is not asked where it is not set, nor where there are no owners', () => {
    expect(maxNewOwners.judge(contextOf([invited('ann')]))).toBeUndefined();
    expect(maxNewOwners.judge(contextOf([invited('ann')], { limit: 0, provider: { hasOwners: false } }))).toMatchObject(
      {
        status: 'not_applicable',
      },
    );
  });

  it.each<[string, readonly Change[], number, string, readonly string[]]>([
    ['as many as the limit', [invited('ann')], 1, 'passed', ['ann']],
    ['one more', [invited('bob'), set('person', 'ann', 'member', 'owner')], 1, 'tripped', ['ann', 'bob']],
    ['an owner before', [set('person', 'ann', 'owner', 'owner')], 0, 'passed', []],
    ['a lesser role', [set('person', 'ann', 'none', 'member')], 0, 'passed', []],
    ['a removal', [changeOf('delete', 'person', 'ann', { before: { role: 'owner' } })], 0, 'passed', []],
    ['another person in a team of owners', [set('team', 't', 'owner', 'owner', ['ann', 'bob'])], 0, 'tripped', ['bob']],
    ['a team that comes to own', [set('team', 't', 'member', 'owner', ['ann', 'bob'])], 1, 'tripped', ['ann', 'bob']],
    ['newcomers', [set('jit', 'j', 'member', 'owner')], 9, 'tripped', ['acme/jit/j']],
    ['newcomers who were owners before', [set('jit', 'j', 'owner', 'owner')], 0, 'passed', []],
    ['a kind that is not known', [set('other', 'x', 'member', 'owner')], 0, 'passed', []],
  ])('%s', (_, changes, limit, status, witnesses) => {
    expect(maxNewOwners.judge(contextOf(changes, { limit }))).toMatchObject({ status, witnesses });
  });

  it('says how many, and by what', () => {
    expect(
      maxNewOwners.judge(contextOf([invited('ann'), set('jit', 'j', 'member', 'owner')], { limit: 0 }))?.detail,
    ).toBe('1 would become owners (limit: 0): ann; whoever comes by acme/jit/j would be an owner.');
  });

  it('does not count who owns it already', () => {
    const there = [
      live('person', 'ann', { role: 'owner' }),
      live('person', 'bob', { role: 'member' }),
      live('team', 't'),
    ];
    const changes = [set('team', 't', 'member', 'owner', ['ann', 'bob'])];
    expect(maxNewOwners.judge(contextOf(changes, { limit: 0, there }))?.witnesses).toEqual(['bob']);
  });

  it.each<[string, SightOfAccess, string, readonly string[]]>([
    ['anyone may come as an owner', sight(nobody, as('owner')), 'tripped', ['*@acme.com']],
    [
      'anyone perhaps may',
      sight(as('member'), { ...as('member'), possibleRoles: as('owner').roles }),
      'tripped',
      ['*@acme.com'],
    ],
    ['anyone might before', sight(as('owner'), as('owner')), 'passed', []],
    ['anyone may come as something else', sight(nobody, as('member')), 'passed', []],
    ['anyone owns a place in it', sight(nobody, as('owner', 'room')), 'passed', []],
    [
      'no role is told to own',
      sight(nobody, as('owner'), { methods: rules.methods, open: () => closed }),
      'passed',
      [],
    ],
    ['it is not known', { sight: undefined, why: 'members were not read' }, 'unproven', []],
  ])('where %s', (_, access, status, witnesses) => {
    expect(maxNewOwners.judge(contextOf([], { limit: 0, access }))).toMatchObject({ status, witnesses });
  });

  it('has no doubt where nothing is told of logins to such organizations', () => {
    const provider = { ...fakeProvider({ kinds }), access: undefined } as unknown as Partial<Provider>;
    const access = { sight: undefined, why: 'nothing is known' } as const;
    expect(maxNewOwners.judge(contextOf([], { limit: 0, access, provider }))?.status).toBe('passed');
  });
});

describe('openOwners', () => {
  const raised = [set('jit', 'j', 'member', 'owner')];

  it('warns where no limit is set', () => {
    expect(openOwners(contextOf(raised))).toMatchObject([
      { code: 'open-owners', summary: 'Whoever comes by acme/jit/j would be an owner of acme.', address: 'acme/jit/j' },
    ]);
    expect(openOwners(contextOf([], { access: sight(nobody, as('owner')) }))).toMatchObject([
      { summary: 'Whoever comes as *@acme.com would be an owner of acme.', address: 'acme' },
    ]);
  });

  it('leaves it to the guard where one is', () => {
    expect(openOwners(contextOf(raised, { limit: 3 }))).toEqual([]);
  });
});
