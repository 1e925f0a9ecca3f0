/** Owners proven by who can log in, with an access model that reads everything off the members themselves. */
import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessView, Entrance, Verdict } from '../../../../src/core/access.js';
import type { SightOfAccess } from '../../../../src/core/access-sight.js';
import { acknowledgementFor } from '../../../../src/core/guards/acknowledge.js';
import { judgeGuards, type GuardResults } from '../../../../src/core/guards/judge-guards.js';
import type { PlanGuard } from '../../../../src/core/plan-document.js';
import type { Provider } from '../../../../src/core/provider.js';
import type { Live } from '../../../../src/core/resource.js';
import {
  changeOf,
  fakeProvider,
  guardSettings,
  incomplete,
  liveOrganization,
  organization,
  updateOf,
} from '../fake-vendor.js';

interface Standing {
  readonly by?: Readonly<Record<string, Verdict>>;
  readonly path?: Entrance['path'];
  readonly roles?: readonly string[];
  readonly possible?: readonly string[];
  /** The place of the roles; the organization itself where it is left out. */
  readonly place?: string;
}
type Side = Readonly<Record<string, Standing>>;

const rules: AccessRules = {
  methods: [{ name: 'password' }, { name: 'sso' }, { name: 'bypass', bypass: true }],
  ownerRoles: ['owner'],
  open: () => viewOf({}),
};

function viewOf(people: Side): AccessView {
  return {
    people: Object.keys(people).sort(),
    domains: [],
    passage: (person, method) => ({
      verdict: people[person]?.by?.[method] ?? 'no',
      identityProvider: method === 'sso' ? 'okta' : undefined,
      reasons: [{ text: `${method} is ${people[person]?.by?.[method] ?? 'no'}`, address: undefined }],
      assumptions: [],
    }),
    entrance: ({ person }) => {
      const standing = people[person];
      const held = (roles: readonly string[] = []): Entrance['roles'] =>
        roles.map((role) => ({ place: standing?.place ?? '', role, sources: [] }));
      const path = standing !== undefined && 'path' in standing ? standing.path : 'member';
      return {
        verdict: standing === undefined ? 'no' : path === undefined ? 'unknown' : 'yes',
        path,
        roles: held(standing?.roles ?? ['owner']),
        possibleRoles: held(standing?.possible),
        reasons: [],
        assumptions: [],
      };
    },
  };
}

const sso: Standing = { by: { sso: 'yes' } };
const password: Standing = { by: { password: 'yes' } };
const invited: Standing = { ...sso, path: 'invitation' };
const joining: Standing = { ...sso, path: 'jit' };
const bypassOnly: Standing = { by: { bypass: 'yes' } };
const nobody: Standing = {};
const perhaps: Standing = { by: { sso: 'unknown' } };
const member: Standing = { ...sso, roles: ['member'] };
const perhapsOwner: Standing = { ...sso, roles: ['member'], possible: ['owner'] };
const elsewhere: Standing = { ...sso, place: 'workspace' };
const unread: Standing = { ...sso, path: undefined, roles: [] };

interface Options {
  readonly minOwners?: number;
  readonly requiredOwners?: readonly string[];
  readonly coverage?: Live['coverage'];
  readonly provider?: Partial<Provider>;
  readonly access?: SightOfAccess;
  readonly changes?: Parameters<typeof judgeGuards>[0]['changes'];
  readonly members?: readonly string[];
}

/** The plan changes something that is no member, unless the test says otherwise. */
function judge(id: string, before: Side, after: Side, options: Options = {}): PlanGuard | undefined {
  return results(before, after, options).guards.find((guard) => guard.id === id);
}

function results(before: Side, after: Side, options: Options): GuardResults {
  const { minOwners = 1, requiredOwners = [], coverage = {} } = options;
  const whole = liveOrganization([], { coverage });
  return judgeGuards({
    organization: organization({ guards: { ...guardSettings(minOwners), requiredOwners } }),
    live: liveOrganization(
      (options.members ?? []).map((name) => ({
        kind: 'person',
        name,
        remoteId: name,
        attributes: { role: 'owner' },
        origin: 'manual',
        native: {},
      })),
    ),
    changes: options.changes ?? [changeOf('delete', 'zone', 'acme.com')],
    provider: fakeProvider(options.provider),
    leaving: new Set(),
    access: options.access ?? { sight: { rules, before: viewOf(before), after: viewOf(after), live: whole } },
  });
}

describe('min-owners, proven', () => {
  it.each<[string, Side, Side, number, PlanGuard['status'], string, readonly string[]]>([
    [
      'an owner who can log in afterwards',
      { ann: sso },
      { ann: sso, bob: sso },
      1,
      'passed',
      '1 owner can log in afterwards (ann by sso via okta), 1 required.',
      ['ann'],
    ],
    [
      'two by different ways',
      { ann: sso, bob: sso },
      { bob: sso, ann: password },
      2,
      'passed',
      '2 owners can log in afterwards (ann by password, bob by sso via okta), 2 required.',
      ['ann', 'bob'],
    ],
    [
      'nobody who must be there',
      { ann: sso },
      { ann: nobody },
      0,
      'passed',
      '0 owners can log in afterwards, 0 required.',
      [],
    ],
    ...(
      [
        ['a method that is taken away', nobody],
        ['an invitation', invited],
        ['joining just in time', joining],
        ['the bypass link only', bypassOnly],
        ['a role that owns nothing', member],
        ['a role that owns something else', elsewhere],
      ] as const
    ).map(([text, then]): [string, Side, Side, number, PlanGuard['status'], string, readonly string[]] => [
      `not by ${text}`,
      { ann: sso },
      { ann: then },
      1,
      'tripped',
      '0 owners can log in afterwards, 1 required; this plan takes it from ann. An invited owner, and one who needs the bypass link, does not count.',
      ['ann'],
    ]),
    [
      'a shortfall that becomes deeper',
      { ann: sso, bob: sso },
      { ann: sso },
      3,
      'tripped',
      '1 owner can log in afterwards (ann by sso via okta), 3 required; this plan takes it from bob. An invited owner, and one who needs the bypass link, does not count.',
      ['bob'],
    ],
    [
      'a shortfall that stays',
      { ann: invited },
      { ann: invited },
      1,
      'passed',
      'Warning: 0 owners can log in afterwards, 1 required, but this plan takes none away.',
      [],
    ],
    [
      'an exchange in a shortfall',
      { ann: sso },
      { bob: sso },
      2,
      'passed',
      'Warning: 1 owner can log in afterwards (bob by sso via okta), 2 required, but this plan takes none away.',
      ['bob'],
    ],
    [
      'a login that is not known',
      { ann: sso },
      { ann: perhaps },
      1,
      'unproven',
      '0 owners can log in afterwards, 1 required; whether there are more is not known: of ann: sso is unknown.',
      [],
    ],
    [
      'a role that is not known',
      { ann: sso },
      { ann: perhapsOwner },
      1,
      'unproven',
      '0 owners can log in afterwards, 1 required; whether there are more is not known: of ann: sso is yes.',
      [],
    ],
    [
      'a membership that is not known',
      { ann: sso },
      { ann: unread },
      1,
      'unproven',
      '0 owners can log in afterwards, 1 required; whether there are more is not known: of ann: sso is yes.',
      [],
    ],
    [
      'a loss that may be none',
      { ann: perhaps },
      { ann: nobody },
      1,
      'unproven',
      '0 owners can log in afterwards, 1 required; whether there are more is not known: of ann: sso is unknown.',
      [],
    ],
    [
      'too few even with all who may be',
      { ann: sso, bob: sso, eve: sso },
      { ann: perhaps },
      2,
      'tripped',
      '0 owners can log in afterwards, 2 required; this plan takes it from ann, bob, eve. An invited owner, and one who needs the bypass link, does not count.',
      ['ann', 'bob', 'eve'],
    ],
  ])('%s', (_, before, after, minOwners, status, detail, witnesses) => {
    expect(judge('min-owners', before, after, { minOwners })).toEqual({
      id: 'min-owners',
      organization: 'acme',
      status,
      detail,
      witnesses,
      ...(status === 'tripped' && { acknowledgement: acknowledgementFor('min-owners', 'acme', witnesses) }),
    });
  });

  it('knows nothing of members who were not read', () => {
    expect(judge('min-owners', { ann: sso }, { ann: nobody }, { coverage: { members: incomplete } })).toMatchObject({
      status: 'unproven',
      detail:
        '0 owners can log in afterwards, 1 required; whether there are more is not known: the members were not read completely.',
    });
  });

  it('asks about no more people than it needs', () => {
    const asked = new Set<string>();
    const people = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index + 10}`, sso]));
    const view = viewOf(people);
    const watched: AccessView = {
      ...view,
      passage: (person, method) => (asked.add(person), view.passage(person, method)),
    };
    const access = { sight: { rules, before: watched, after: watched, live: liveOrganization([]) } };
    expect(judge('min-owners', {}, {}, { minOwners: 2, access })?.witnesses).toEqual(['p10', 'p11']);
    expect([...asked]).toEqual(['p10', 'p11']);
  });

  it('trips by count where the plan makes too few owners, whatever is not known of logins', () => {
    const demotion = updateOf('person', 'ann', {
      before: { role: 'owner' },
      after: { role: 'member' },
      edits: [{ type: 'set', path: ['role'], before: 'owner', after: 'member' }],
    });
    const guard = judge('min-owners', { ann: sso }, { ann: perhapsOwner }, { changes: [demotion], members: ['ann'] });
    expect(guard).toMatchObject({ status: 'tripped', witnesses: ['ann'] });
  });

  it('needs owner roles to prove anything', () => {
    const { ownerRoles: _none, ...without } = rules;
    const view = viewOf({ ann: sso });
    const access = { sight: { rules: without, before: view, after: view, live: liveOrganization([]) } };
    expect(judge('min-owners', {}, {}, { access })).toMatchObject({ status: 'passed', witnesses: [] });
  });
});

describe('required-owners', () => {
  const requiredOwners = ['ann', 'bob'];
  it.each<[string, Side, Side, PlanGuard['status'], string, readonly string[]]>([
    [
      'all can',
      { ann: sso, bob: sso },
      { ann: sso, bob: sso },
      'passed',
      'They own the organization and can log in afterwards.',
      requiredOwners,
    ],
    [
      'one is cut off',
      { ann: sso, bob: sso, eve: sso },
      { ann: sso, bob: bypassOnly, eve: sso },
      'tripped',
      'This plan takes it from bob to own the organization and to be able to log in.',
      ['bob'],
    ],
    [
      'one never could',
      { ann: sso, bob: invited },
      { ann: sso, bob: invited },
      'passed',
      'Warning: bob cannot log in as an owner, but this plan takes nothing away.',
      ['ann'],
    ],
    [
      'one is not known to',
      { ann: sso, bob: sso },
      { ann: sso, bob: perhaps },
      'unproven',
      'Whether they can log in as owners afterwards is not known, of bob: sso is unknown.',
      ['ann'],
    ],
    [
      'one is not known to have been able to',
      { ann: sso, bob: perhaps },
      { ann: sso, bob: nobody },
      'unproven',
      'Whether they can log in as owners afterwards is not known, of bob: sso is unknown.',
      ['ann'],
    ],
    [
      'one becomes able to for all that was not known',
      { ann: sso, bob: perhaps },
      { ann: sso, bob: sso },
      'passed',
      'They own the organization and can log in afterwards.',
      requiredOwners,
    ],
  ])('%s', (_, before, after, status, detail, witnesses) => {
    expect(judge('required-owners', before, after, { requiredOwners })).toMatchObject({ status, detail, witnesses });
  });

  it('trips on a demotion although nothing is known of logins', () => {
    const access = { sight: undefined, why: 'nobody asked' } as const;
    const removal = changeOf('delete', 'person', 'ann', { before: { role: 'owner' } });
    const options = { requiredOwners, access, changes: [removal], members: ['ann'] };
    expect(judge('required-owners', {}, {}, options)).toMatchObject({ status: 'tripped', witnesses: ['ann'] });
    expect(judge('required-owners', {}, {}, { requiredOwners, access })).toMatchObject({
      status: 'unproven',
      detail: 'Whether they can log in as owners afterwards is not known, of ann: nobody asked; of bob: nobody asked.',
    });
  });

  it('does not apply where there are no owners, and is not there where nobody is required', () => {
    expect(judge('required-owners', {}, {}, { requiredOwners, provider: { hasOwners: false } })?.status).toBe(
      'not_applicable',
    );
    expect(judge('required-owners', { ann: sso }, {})).toBeUndefined();
  });
});

it.each<[string, Side, Side, readonly unknown[]]>([
  ['nothing where it is proven', { ann: sso }, { ann: sso }, []],
  ['nothing but the guard where it trips', { ann: sso }, { ann: nobody }, []],
  [
    'what was so before',
    { ann: invited },
    { ann: invited },
    [
      {
        severity: 'warning',
        code: 'guard-warning',
        summary: 'Guard min-owners of acme would trip, had this plan caused it.',
        detail: 'Warning: 0 owners can log in afterwards, 1 required, but this plan takes none away.',
        hint: 'Make somebody an owner who can log in.',
        address: 'acme',
      },
    ],
  ],
  [
    'what is not known',
    { ann: sso },
    { ann: perhaps },
    [
      {
        severity: 'warning',
        code: 'guard-unproven',
        summary: 'Guard min-owners of acme cannot be judged.',
        detail:
          '0 owners can log in afterwards, 1 required; whether there are more is not known: of ann: sso is unknown.',
        hint: 'Look at who can log in as an owner before you apply this.',
        address: 'acme',
      },
    ],
  ],
])('warns of %s', (_, before, after, diagnostics) => {
  expect(results(before, after, {}).diagnostics).toEqual(diagnostics);
});
