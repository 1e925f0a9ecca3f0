import { describe, expect, it } from 'vitest';
import type { AccessRole, Verdict } from '../../../src/core/access.js';
import { accessChanges, type AccessComparison } from '../../../src/core/access-changes.js';
import { causesIn } from '../../../src/core/access-causes.js';
import type { Change } from '../../../src/core/change.js';
import type { AccessChange } from '../../../src/core/plan-document.js';
import { because, fakeRules, role, viewOf, type AnswerTable, type Given } from './fake-access.js';
import type { LiveResource } from '../../../src/core/resource.js';
import { changeOf, kinds, live, liveOrganization } from './fake-vendor.js';

const zone = changeOf('delete', 'zone', 'acme.com', { before: { state: 'on' } });

function compare(
  before: AnswerTable,
  after: AnswerTable,
  overrides: {
    readonly plan?: readonly Change[];
    readonly provider?: Omit<AccessComparison['provider'], 'kinds'>;
    readonly members?: readonly LiveResource[];
  } = {},
): readonly AccessChange[] {
  const {
    plan = [zone],
    provider = { isPrivilegedRole: (name: string) => name === 'owner' },
    members = [],
  } = overrides;
  return accessChanges({
    organization: 'acme',
    sight: { rules: fakeRules, before: viewOf(before), after: viewOf(after), live: liveOrganization(members) },
    causes: causesIn(plan, [], kinds),
    provider: { ...provider, kinds },
    idpGroups: undefined,
  });
}

/** `ann may gain login: key -> key, sso`. */
function told(changes: readonly AccessChange[]): readonly string[] {
  return changes.map(({ person, change, before, after, possible, roles }) => {
    const word = `${possible === true ? 'perhaps ' : ''}${change}${roles === undefined ? '' : ` of ${roles.join('+')}`}`;
    return `${person} ${word}: ${before.join('+')} -> ${after.join('+')}`;
  });
}

const [owner, guest, writer] = [role('owner'), role('guest'), role('writer')];
const verdicts: readonly Verdict[] = ['no', 'unknown', 'yes'];

describe('the login of a person', () => {
  it('is gained or lost by the order no, unknown, yes, and certain only from one end to the other', () => {
    const words = verdicts.map((was) =>
      verdicts.map((willBe) => told(compare({ ann: { key: was } }, { ann: { key: willBe } })).join()),
    );
    expect(words).toEqual([
      ['', 'ann perhaps gains_login:  -> key', 'ann gains_login:  -> key'],
      ['ann perhaps loses_login: key -> ', '', 'ann perhaps gains_login: key -> key'],
      ['ann loses_login: key -> ', 'ann perhaps loses_login: key -> key', ''],
    ]);
  });

  it('is by the best of the methods, and not by one past the identity provider', () => {
    const cases: readonly (readonly [Readonly<Record<string, Verdict>>, Readonly<Record<string, Verdict>>])[] = [
      [
        { key: 'yes', sso: 'unknown' },
        { key: 'no', sso: 'unknown' },
      ],
      [{ sso: 'yes' }, { 'back door': 'yes' }],
    ];
    expect(cases.flatMap(([ann, later]) => told(compare({ ann }, { ann: later })))).toEqual([
      'ann perhaps loses_login: key+sso -> sso',
      'ann loses_login: sso -> ',
    ]);
  });

  it('is perhaps lost by a member who is none any more, and may come back just in time', () => {
    const member: Given = { path: 'member' };
    const joins: Given = { path: 'jit' };
    expect(told(compare({ ann: { key: member, sso: member } }, { ann: { sso: joins } }))).toEqual([
      'ann perhaps loses_login: key+sso -> sso',
    ]);
    expect(told(compare({ ann: { sso: joins } }, { ann: { sso: joins } }))).toEqual([]);
    expect(told(compare({ ann: { sso: member } }, { ann: { key: member, sso: joins } }))).toEqual([
      'ann gains_method: sso -> key+sso',
    ]);
  });

  it('past the identity provider is told of who has no other way', () => {
    const table = { ann: { 'back door': 'yes' }, bob: { 'back door': 'yes' }, eve: {} } as const;
    expect(told(compare(table, { ann: {}, bob: {}, eve: {} }))).toEqual(['* loses_bypass: back door -> ']);
    expect(told(compare(table, { ...table, bob: {} }))).toEqual(['bob loses_bypass: back door -> ']);
    expect(told(compare({ ann: {} }, { ann: { 'back door': 'yes' } }))).toEqual(['* gains_bypass:  -> back door']);
    // Who gains another way in for it loses the link all the same, and need not be told of it alone.
    const later = { ann: { key: 'yes' }, bob: { key: 'yes' }, eve: {} } as const;
    expect(told(compare(table, later))).toEqual([
      '* loses_bypass: back door -> ',
      'ann gains_login:  -> key',
      'bob gains_login:  -> key',
    ]);
    expect(told(compare(table, { ...later, bob: table.bob }))).toEqual(['ann gains_login:  -> key']);
  });

  it('is told of who is known on one side only', () => {
    expect(told(compare({ ann: { key: 'yes' } }, { bob: { sso: 'yes' } }))).toEqual([
      'ann loses_login: key -> ',
      'bob gains_login:  -> sso',
    ]);
  });
});

describe('a method', () => {
  it('is gained and lost where the login stays', () => {
    expect(told(compare({ ann: { key: 'yes' } }, { ann: { sso: 'yes' } }))).toEqual([
      'ann gains_method: key -> sso',
      'ann loses_method: key -> sso',
    ]);
  });

  it('is only perhaps where it became less certain, as long as another one keeps the login', () => {
    const [both, doubtful] = [
      { key: 'yes', sso: 'yes' },
      { key: 'yes', sso: 'unknown' },
    ] as const;
    expect(told(compare({ ann: both }, { ann: doubtful }))).toEqual(['ann perhaps loses_method: key+sso -> key+sso']);
    expect(told(compare({ ann: doubtful }, { ann: both }))).toEqual(['ann perhaps gains_method: key+sso -> key+sso']);
  });

  it('is not told where nobody gets in by any', () => {
    expect(compare({ ann: { key: 'no' } }, { ann: { key: 'no' } })).toEqual([]);
  });
});

const has = (...roles: AccessRole[]): { readonly key: Given } => ({ key: { roles } });

describe('a role', () => {
  it('is told with all roles on both sides, and comes and goes with the login', () => {
    expect(told(compare({ ann: has(guest) }, { ann: has(writer) }))).toEqual([
      'ann gains_role of writer: guest -> writer',
      'ann loses_role of guest: guest -> writer',
    ]);
    expect(told(compare({ ann: {} }, { ann: has(guest) }))).toEqual([
      'ann gains_login:  -> key',
      'ann gains_role of guest:  -> guest',
    ]);
  });

  it('is told as privileged where its holder can let others in', () => {
    const [gain] = compare({ ann: has() }, { ann: has(owner, role('guest', undefined, 'lab')) });
    expect(gain).toMatchObject({ roles: ['lab: guest', 'owner'], privileged: ['owner'] });
    expect(compare({ ann: has() }, { ann: has(guest) })[0]).not.toHaveProperty('privileged');
    expect(compare({ ann: has() }, { ann: has(owner) }, { provider: {} })[0]).not.toHaveProperty('privileged');
  });

  it('that only may be is told with what is certain', () => {
    const later = { key: { roles: [guest], possibleRoles: [owner] } };
    expect(told(compare({ ann: has(guest) }, { ann: later }))).toEqual([
      'ann perhaps gains_role of owner: guest -> guest',
    ]);
  });
});

const perhaps = (...possibleRoles: AccessRole[]): { readonly key: Given } => ({ key: { possibleRoles } });

describe('anyone on a domain', () => {
  it('joins just in time or does so no more, with the roles of that side, be they certain or not', () => {
    const joins = { '*@acme.com': { sso: { roles: [guest], possibleRoles: [owner] } } };
    const [gain, ...rest] = compare({}, joins);
    expect(rest).toEqual([]);
    expect(gain).toMatchObject({
      before: [],
      after: ['guest', 'owner'],
      roles: ['guest', 'owner'],
      privileged: ['owner'],
    });
    expect(told(compare({}, joins))).toEqual(['*@acme.com gains_jit of guest+owner:  -> guest+owner']);
    expect(told(compare(joins, {}))).toEqual(['*@acme.com loses_jit of guest+owner: guest+owner -> ']);
    expect(told(compare({}, { '*@acme.com': { sso: { verdict: 'unknown', possibleRoles: [guest] } } }))).toEqual([
      '*@acme.com perhaps gains_jit of guest:  -> guest',
    ]);
  });

  it('gains and loses roles where joining stays possible', () => {
    expect(told(compare({ '*@acme.com': has(guest) }, { '*@acme.com': has(writer) }))).toEqual([
      '*@acme.com gains_role of writer: guest -> writer',
      '*@acme.com loses_role of guest: guest -> writer',
    ]);
  });

  it('spares each person the roles that all may get', () => {
    const people = (each: { readonly key: Given }): AnswerTable => ({
      '*@acme.com': each,
      'ann@acme.com': each,
      'ann@labs.io': each,
    });
    expect(told(compare(people(has(guest)), people({ key: { roles: [guest], possibleRoles: [writer] } })))).toEqual([
      '*@acme.com perhaps gains_role of writer: guest -> guest',
      'ann@labs.io perhaps gains_role of writer: guest -> guest',
    ]);
  });

  it('spares nobody what is certain, more than that, or the other way round', () => {
    const anyone = { '*@acme.com': has() };
    const anyoneLater = { '*@acme.com': perhaps(guest) };
    const ann = (later: { readonly key: Given }, now = has()): readonly string[] =>
      told(compare({ ...anyone, 'ann@acme.com': now }, { ...anyoneLater, 'ann@acme.com': later })).slice(1);
    expect(ann(has(guest))).toEqual(['ann@acme.com gains_role of guest:  -> guest']);
    expect(ann(perhaps(guest, writer))).toEqual(['ann@acme.com perhaps gains_role of guest+writer:  -> ']);
    expect(ann(has(), perhaps(guest))).toEqual(['ann@acme.com perhaps loses_role of guest:  -> ']);
  });

  it('who may join no more says nothing of the roles of members', () => {
    const before = { '*@acme.com': perhaps(guest), 'ann@acme.com': perhaps(guest) };
    expect(told(compare(before, { 'ann@acme.com': has() }))).toEqual([
      '*@acme.com loses_jit of guest: guest -> ',
      'ann@acme.com perhaps loses_role of guest:  -> ',
    ]);
  });

  it('who may join now with a role says it for members, too', () => {
    const after = { '*@acme.com': perhaps(guest), 'ann@acme.com': perhaps(guest) };
    expect(told(compare({ 'ann@acme.com': has() }, after))).toEqual(['*@acme.com gains_jit of guest:  -> guest']);
  });
});

describe('the bypass', () => {
  const way = (verdict: Verdict, key: Verdict = 'yes'): Readonly<Record<string, Verdict>> => ({
    key,
    'back door': verdict,
  });

  it.each<[Verdict, Verdict, string]>([
    ['no', 'yes', '* gains_bypass:  -> back door'],
    ['yes', 'no', '* loses_bypass: back door -> '],
    ['no', 'unknown', '* perhaps gains_bypass:  -> back door'],
    ['unknown', 'no', '* perhaps loses_bypass: back door -> '],
  ])('is told once where it is so for everybody who stays: from %s to %s', (was, willBe, expected) => {
    const before = { ann: way(was), bob: way(was), leaver: way(was), stranger: {} };
    const after = { ann: way(willBe), bob: way(willBe), leaver: {}, stranger: {} };
    expect(told(compare(before, after)).filter((text) => !text.startsWith('leaver'))).toEqual([expected]);
  });

  it('is told of each where it is not so for all, by another change, or not as certain', () => {
    const doubt = { ann: way('unknown'), bob: way('yes') };
    expect(told(compare({ ann: way('no'), bob: way('no') }, doubt))).toEqual([
      'ann perhaps gains_bypass:  -> back door',
      'bob gains_bypass:  -> back door',
    ]);
    expect(told(compare({ ann: way('no'), bob: way('no') }, { ann: way('yes'), bob: way('no') }))).toEqual([
      'ann gains_bypass:  -> back door',
    ]);
    expect(told(compare({ ann: way('no'), bob: way('yes') }, { ann: way('yes'), bob: way('no') }))).toEqual([
      'ann gains_bypass:  -> back door',
      'bob loses_bypass: back door -> ',
    ]);
    const own = [changeOf('create', 'person', 'ann'), changeOf('create', 'person', 'bob')];
    const each = compare({ ann: way('no'), bob: way('no') }, { ann: way('yes'), bob: way('yes') }, { plan: own });
    expect(each.map(({ person, because: causes }) => [person, causes])).toEqual([
      ['ann', ['acme/person/ann']],
      ['bob', ['acme/person/bob']],
    ]);
  });

  it('is not for somebody who comes or goes', () => {
    expect(told(compare({ ann: way('no', 'no') }, { ann: way('yes') }))).toEqual(['ann gains_login:  -> key']);
    expect(told(compare({ ann: way('yes') }, { ann: way('no', 'no') }))).toEqual(['ann loses_login: key -> ']);
  });
});

describe('every change', () => {
  it('is told with what causes it, and what it takes for granted, once and sorted', () => {
    const assumes = (...ids: string[]): Given => ({ assumptions: ids.map((id) => ({ id, text: `we assume ${id}` })) });
    const before = { ann: { key: assumes('b', 'a') } };
    const after = {
      ann: { key: { ...assumes('b'), verdict: 'no', reasons: [because('acme/zone/acme.com')] } },
    } as const;
    expect(compare(before, after)).toEqual([
      {
        organization: 'acme',
        person: 'ann',
        change: 'loses_login',
        before: ['key'],
        after: [],
        because: ['acme/zone/acme.com'],
        assumes: ['we assume a', 'we assume b'],
      },
    ]);
  });

  it('is in one order, whatever the order of the people', () => {
    const table = (people: readonly string[], each: { readonly key: Given }): AnswerTable =>
      Object.fromEntries(people.map((person) => [person, each]));
    const people = ['*@labs.io', 'bob', 'ann', '*@acme.com', 'Zoe'];
    const backwards = [...people].reverse();
    const one = compare(table(people, has(guest)), table(people, has(writer)));
    expect(one).toEqual(compare(table(backwards, has(guest)), table(backwards, has(writer))));
    expect(one.map(({ person, change }) => `${person} ${change}`)).toEqual(
      ['*@acme.com', '*@labs.io', 'Zoe', 'ann', 'bob'].flatMap((person) => [
        `${person} gains_role`,
        `${person} loses_role`,
      ]),
    );
  });
});

describe('a role that anyone on a domain may lose', () => {
  const perhaps: Given = { possibleRoles: [owner] };
  const table = (given: Given): AnswerTable => ({
    '*@acme.com': { sso: given },
    'ann@acme.com': { sso: given },
    'bob@acme.com': { sso: given },
  });
  const members = [live('person', 'ann@acme.com', { role: 'owner' }), live('group', 'ann', { about: 'owner' })];

  it('is told of those, too, who have it now', () => {
    expect(told(compare(table(perhaps), table({}), { members }))).toEqual([
      '*@acme.com perhaps loses_role of owner:  -> ',
      'ann@acme.com perhaps loses_role of owner:  -> ',
    ]);
  });

  it('is told of nobody else where anyone may gain it', () => {
    expect(told(compare(table({}), table(perhaps), { members }))).toEqual([
      '*@acme.com perhaps gains_role of owner:  -> ',
    ]);
  });
});
