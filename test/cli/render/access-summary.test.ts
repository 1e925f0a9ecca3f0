/** Every clause of the one line, by itself and beside others. */
import { describe, expect, it } from 'vitest';
import { accessSummary } from '../../../src/cli/render/access-summary.js';
import { plainText } from '../../../src/cli/render/phrase.js';
import type { AccessChange, AccessChangeWord, PlanDocument } from '../../../src/core/plan-document.js';
import { accessChange } from '../support/access-change.js';
import { planDocument } from '../support/plan-document.js';

function summary(changes: readonly AccessChange[], part: Partial<PlanDocument> = {}): string | undefined {
  const phrase = accessSummary(planDocument({ access_changes: changes, ...part }));
  return phrase && plainText(phrase);
}

const line = (...changes: readonly AccessChange[]): string => (summary(changes) ?? '').replace('Access: ', '');
const [ann, bob] = ['ann@acme.com', 'bob@acme.com'];
const each = (change: AccessChangeWord, part: Partial<AccessChange> = {}): readonly AccessChange[] =>
  [ann, bob].map((person) => accessChange(person, change, part));
const owner = { roles: ['OWNER', 'MEMBER'], privileged: ['OWNER'] };
const member = { roles: ['MEMBER'] };
const maybe = { possible: true } as const;

describe('the summary of one and of two people', () => {
  it.each<[AccessChangeWord, Partial<AccessChange>, string, string]>([
    ['loses_login', {}, '1 person loses login', '2 people lose login'],
    ['loses_login', maybe, '1 person may lose login', '2 people may lose login'],
    ['gains_login', {}, '1 person gains login', '2 people gain login'],
    ['gains_login', maybe, '1 person may gain login', '2 people may gain login'],
    ['loses_method', {}, '1 person loses a login method', '2 people lose a login method'],
    ['loses_method', maybe, '1 person may lose a login method', '2 people may lose a login method'],
    ['gains_method', {}, '1 person gains a login method', '2 people gain a login method'],
    ['gains_method', maybe, '1 person may gain a login method', '2 people may gain a login method'],
    ['gains_role', owner, '1 person gains OWNER', '2 people gain OWNER'],
    ['gains_role', { ...owner, ...maybe }, '1 person may gain OWNER', '2 people may gain OWNER'],
    ['loses_role', owner, '1 person loses OWNER', '2 people lose OWNER'],
    ['loses_role', { ...owner, ...maybe }, '1 person may lose OWNER', '2 people may lose OWNER'],
    ['gains_role', member, '1 person gains a role', '2 people gain a role'],
    ['loses_role', member, '1 person loses a role', '2 people lose a role'],
    ['gains_bypass', {}, '1 person gains the bypass link', '2 people gain the bypass link'],
    ['gains_bypass', maybe, '1 person may gain the bypass link', '2 people may gain the bypass link'],
    ['loses_bypass', {}, '1 person loses the bypass link', '2 people lose the bypass link'],
    ['loses_bypass', maybe, '1 person may lose the bypass link', '2 people may lose the bypass link'],
  ])('of %s %j: %s', (change, part, one, two) => {
    const [first, second] = each(change, part);
    expect(first && line(first)).toBe(one);
    expect(first && second && line(first, second)).toBe(two);
  });

  it('counts a person once, in however many organizations', () => {
    const labs = { organization: 'labs' };
    expect(line(accessChange(ann, 'loses_login'), accessChange(ann, 'loses_login', labs))).toBe('1 person loses login');
    expect(line(accessChange(ann, 'gains_role', owner), accessChange(ann, 'gains_role', { ...owner, ...labs }))).toBe(
      '1 person gains OWNER',
    );
  });

  it('of a role that may be and is not privileged says that it may', () => {
    expect(line(...each('gains_role', { ...member, ...maybe }))).toBe('2 people may gain a role');
    expect(line(accessChange(ann, 'loses_role', { ...member, ...maybe }))).toBe('1 person may lose a role');
    expect(
      line(accessChange(ann, 'gains_role', member), accessChange(bob, 'gains_role', { ...member, ...maybe })),
    ).toBe('1 person gains a role, 1 may gain a role');
  });
});

describe('the summary of everybody and of anyone', () => {
  it.each<[readonly AccessChange[], string]>([
    [[accessChange('*', 'gains_bypass')], 'everybody gains the bypass link'],
    [[accessChange('*', 'gains_bypass', maybe)], 'everybody may gain the bypass link'],
    [[accessChange('*', 'loses_bypass', maybe)], 'perhaps nobody has the bypass link any more'],
    [[accessChange('*@acme.com', 'loses_jit', maybe)], 'perhaps nobody @acme.com may join any more'],
    [
      [accessChange('*@acme.com', 'gains_jit', { after: ['MEMBER'], ...maybe })],
      'anyone @acme.com perhaps may join as MEMBER',
    ],
    [[accessChange('*', 'loses_bypass')], 'nobody has the bypass link any more'],
    [[accessChange('*@acme.com', 'gains_jit', { after: ['MEMBER'] })], 'anyone @acme.com may join as MEMBER'],
    [
      [accessChange('*@acme.com', 'gains_jit', { after: ['A', 'B', 'C', 'D', 'E'] })],
      'anyone @acme.com may join as A, B, C and 2 more',
    ],
    [[accessChange('*@acme.com', 'loses_jit', { before: ['MEMBER'] })], 'nobody @acme.com may join any more'],
    [[accessChange('*@acme.com', 'gains_role', owner)], 'anyone @acme.com who joins gets OWNER, MEMBER'],
    [
      [accessChange('*@acme.com', 'gains_role', { ...owner, ...maybe })],
      'anyone @acme.com who joins may get OWNER, MEMBER',
    ],
    [
      [accessChange('*@acme.com', 'gains_role', { roles: ['A', 'B', 'C', 'D'] })],
      'anyone @acme.com who joins gets A, B, C and 1 more',
    ],
    [[accessChange('*@acme.com', 'loses_role', member)], 'anyone @acme.com who joins does not get MEMBER any more'],
    [
      [accessChange('*@acme.com', 'loses_role', { ...member, ...maybe })],
      'anyone @acme.com who joins may not get MEMBER any more',
    ],
  ])('of %j', (changes, expected) => {
    expect(line(...changes)).toBe(expected);
  });

  it('are three of a kind at most', () => {
    const domains = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      accessChange(`*@${name}.io`, 'gains_jit', { after: ['MEMBER'] }),
    );
    expect(line(...domains.slice(0, 3))).not.toContain('more');
    expect(line(...domains)).toBe(
      'anyone @a.io may join as MEMBER, anyone @b.io may join as MEMBER, anyone @c.io may join as MEMBER, 2 more like these',
    );
  });
});

describe('the summary of roles', () => {
  it('names the privileged ones, the most widely given first, and counts the rest of them', () => {
    const gains = (person: string, ...roles: string[]): AccessChange =>
      accessChange(person, 'gains_role', { roles, privileged: roles });
    expect(line(gains(ann, 'BILLING'), gains(bob, 'BILLING', 'OWNER'))).toBe('2 people gain BILLING, 1 gains OWNER');
    expect(line(gains(ann, 'E', 'D', 'C', 'B', 'A'))).toBe(
      '1 person gains A, 1 gains B, 1 gains C, 2 other privileged roles change hands',
    );
  });

  it('with a gained login names what is privileged, and with a lost one nothing', () => {
    const gained = [accessChange(ann, 'gains_login'), accessChange(ann, 'gains_role', owner)];
    expect(line(...gained)).toBe('1 person gains OWNER, 1 gains login');
    const lost = [accessChange(ann, 'loses_login'), accessChange(ann, 'loses_role', owner)];
    expect(line(...lost)).toBe('1 person loses login');
    const elsewhere = accessChange(ann, 'loses_role', { ...owner, organization: 'labs' });
    expect(line(...lost, elsewhere)).toBe('1 person loses login, 1 loses OWNER');
  });
});

describe('the summary', () => {
  it('has what costs access first, says people once, and puts everything in one order', () => {
    const changes = [
      accessChange('*', 'loses_bypass'),
      ...each('gains_method'),
      accessChange('*@acme.com', 'loses_role', member),
      accessChange('*@acme.com', 'loses_jit'),
      accessChange('cid@acme.com', 'loses_role', member),
      ...each('gains_role', member),
      accessChange('dan@acme.com', 'gains_login'),
      accessChange('cid@acme.com', 'loses_role', owner),
      ...each('loses_method'),
      accessChange('*', 'gains_bypass'),
      accessChange('*@acme.com', 'gains_role', member),
      accessChange('*@acme.com', 'gains_jit', { after: ['MEMBER'] }),
      accessChange('eve@acme.com', 'gains_role', owner),
      accessChange('fay@acme.com', 'loses_login'),
    ];
    const expected = [
      '1 person loses login',
      '1 gains OWNER',
      'anyone @acme.com may join as MEMBER',
      'anyone @acme.com who joins gets MEMBER',
      'everybody gains the bypass link',
      '2 lose a login method',
      '1 loses OWNER',
      '1 gains login',
      '2 gain a role',
      '1 loses a role',
      'nobody @acme.com may join any more',
      'anyone @acme.com who joins does not get MEMBER any more',
      '2 gain a login method',
      'nobody has the bypass link any more',
    ].join(', ');
    expect(line(...changes)).toBe(expected);
    expect(line(...[...changes].reverse())).toBe(expected);
  });

  it('puts the word in the first count, also behind a clause without one', () => {
    expect(line(accessChange('*@acme.com', 'gains_jit', { after: ['MEMBER'] }), ...each('gains_method'))).toBe(
      'anyone @acme.com may join as MEMBER, 2 people gain a login method',
    );
  });

  const operation = { id: '1', organization: 'acme', method: 'POST', path: '/', body: null, addresses: [], needs: [] };
  const unknown = { severity: 'warning', code: 'access-unknown', summary: 'Who gains access is not known.' } as const;
  it.each<[string, Partial<PlanDocument>, string | undefined]>([
    ['a plan that changes nothing', {}, undefined],
    ['one that changes nobody', { operations: [operation] }, 'Access: nobody gains or loses any.'],
    ['one that could not be made', { operations: [operation], errored: true }, undefined],
    ['one of which it is not known', { operations: [operation], diagnostics: [unknown] }, undefined],
  ])('of %s', (_, part, expected) => {
    expect(summary([], part)).toBe(expected);
  });

  it('leaves names and roles as data, whatever is in them', () => {
    const role = '\u001b[31mOWNER\u202e, 99 people lose login';
    const phrase = accessSummary(
      planDocument({
        access_changes: [
          accessChange('*@\u001b[2Jacme.com', 'gains_jit', { after: [role] }),
          accessChange(ann, 'gains_role', { roles: [role], privileged: [role] }),
        ],
      }),
    );
    const parts = phrase ?? [];
    expect(parts.filter((part) => 'words' in part && /[\u001b\u202e]|99/.test(part.words))).toEqual([]);
    expect(parts.filter((part) => 'data' in part)).toEqual([
      { data: role },
      { data: '@\u001b[2Jacme.com' },
      { data: role },
    ]);
  });
});
