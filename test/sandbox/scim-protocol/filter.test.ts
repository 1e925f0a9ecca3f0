import { describe, expect, it } from 'vitest';
import { equalityOf, matches, parseFilter } from '../../../src/sandbox/scim/protocol/filter.js';
import { groupType, userType, type Resource } from '../../../src/sandbox/scim/protocol/schemas.js';
import { coreGroup, coreUser, enterprise, refusalOf } from './support.js';

const ada: Resource = {
  id: 'u1',
  externalId: 'E1',
  userName: 'Ada@Acme.com',
  displayName: 'Ada "Countess" Lovelace',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  active: true,
  emails: [
    { value: 'ada@acme.com', type: 'work', primary: true },
    { value: 'ada@home.org', type: 'home' },
  ],
  [enterprise]: { department: 'Engines', manager: { value: 'u2' } },
  meta: { resourceType: 'User', created: '2024-01-01T00:00:00Z', lastModified: '2024-06-01T12:00:00+02:00' },
};
const bob: Resource = {
  id: 'u2',
  externalId: 'e1',
  userName: 'bob@acme.com',
  active: false,
  emails: [{ value: 'bob@home.org', type: 'home' }],
  profileUrl: 'https://acme.com/Bob',
  x509Certificates: [{ value: 'AAAA' }],
  meta: { resourceType: 'User', created: '2025-01-01T00:00:00Z', lastModified: '2025-01-01T00:00:00Z' },
};
const cyd: Resource = { id: 'u3', userName: 'cyd', title: '' };
const directory = { ada, bob, cyd };

const found = (text: string, lenient: boolean): readonly string[] => {
  const filter = parseFilter(text, userType, lenient);
  return Object.entries(directory).flatMap(([name, resource]) => (matches(filter, resource) ? [name] : []));
};

describe('what the grammar accepts', () => {
  it.each<[string, string]>([
    // Every operator.
    ['userName eq "bob@acme.com"', 'bob'],
    ['userName ne "bob@acme.com"', 'ada cyd'],
    ['userName co "acme"', 'ada bob'],
    ['userName sw "b"', 'bob'],
    ['userName ew ".com"', 'ada bob'],
    ['userName gt "bob"', 'bob cyd'],
    ['userName ge "cyd"', 'cyd'],
    ['userName lt "bob@acme.com"', 'ada'],
    ['userName le "bob@acme.com"', 'ada bob'],
    ['name pr', 'ada'],
    ['title pr', ''],
    // Case: of names, operators and words always; of values as the schema says.
    ['USERNAME Eq "ada@acme.COM"', 'ada'],
    ['userName SW "B" AND NOT (active EQ true)', 'bob'],
    ['externalId eq "e1"', 'bob'],
    ['id eq "U1"', ''],
    ['profileUrl co "Bob"', 'bob'],
    ['profileUrl co "bob"', ''],
    // Precedence: not, and, or.
    ['active eq true or active eq false and userName eq "nobody"', 'ada'],
    ['(active eq true or active eq false) and userName eq "nobody"', ''],
    ['not (active eq true) and userName pr', 'bob cyd'],
    ['not (active eq true and userName eq "x")', 'ada bob cyd'],
    ['not(active eq true or not (name.givenName pr))', ''],
    ['((((userName eq "cyd"))))', 'cyd'],
    // Parts, lists and value paths.
    ['name.familyName eq "lovelace"', 'ada'],
    ['emails.value eq "bob@home.org"', 'bob'],
    ['emails co "home.org"', 'ada bob'],
    ['emails eq "ada@acme.com"', 'ada'],
    ['emails.type eq "home"', 'ada bob'],
    ['emails ne "ada@acme.com"', 'ada bob cyd'],
    ['emails[type eq "work"]', 'ada'],
    ['emails[type eq "home" and value co "bob"]', 'bob'],
    ['emails[type eq "work" and value co "home"]', ''],
    ['emails[not (type eq "home")]', 'ada'],
    ['emails[(type eq "x" or type eq "work") and primary eq true]', 'ada'],
    ['emails[type eq "home"].value eq "ada@home.org"', 'ada'],
    ['emails[type eq "work"].value sw "ada" and active eq true', 'ada'],
    ['emails[type eq "work"].display pr', ''],
    ['Emails[Type Eq "HOME"].Value Eq "BOB@home.org"', 'bob'],
    ['name[familyName pr]', 'ada'],
    // Names with URNs, which hold colons and a dot.
    [`${coreUser}:userName eq "cyd"`, 'cyd'],
    [`${coreUser.toUpperCase()}:name.givenName eq "ada"`, 'ada'],
    [`${coreUser}:emails[type eq "work"].value pr`, 'ada'],
    [`${enterprise}:department eq "engines"`, 'ada'],
    [`${enterprise}:manager.value eq "u2"`, 'ada'],
    [`${enterprise}:manager eq "u2"`, 'ada'],
    ['id eq "u1" and manager eq "u2"', 'ada'],
    ['department sw "eng"', 'ada'],
    // Types of values.
    ['active eq true', 'ada'],
    ['active ne true', 'bob cyd'],
    ['meta.lastModified gt "2024-06-01T09:59:59Z"', 'ada bob'],
    ['meta.lastModified eq "2024-06-01T10:00:00Z"', 'ada'],
    ['meta.created lt "2024-12-31"', 'ada'],
    ['meta.created ge "2025-01-01T00:00:00"', 'bob'],
    ['meta.resourceType eq "User"', 'ada bob'],
    ['x509Certificates.value eq "AAAA"', 'bob'],
    ['x509Certificates.value eq "aaaa"', ''],
    // Null is absence.
    ['emails eq null', 'cyd'],
    ['emails ne null', 'ada bob'],
    ['name eq null', 'bob cyd'],
    ['active eq null', 'cyd'],
    ['manager eq null', 'bob cyd'],
    // Strings are JSON strings.
    ['displayName eq "Ada \\"Countess\\" Lovelace"', 'ada'],
    ['displayName co "\\u0043ountess"', 'ada'],
    ['userName eq "a) or (userName pr"', ''],
    ['  userName   eq   "cyd"  ', 'cyd'],
    ['\tuserName eq "cyd"\n', 'cyd'],
  ])('%s', (text, expected) => {
    for (const dialect of [true, false]) expect(found(text, dialect).join(' ')).toBe(expected);
  });

  it('bare words, as test suites send them, only where that is allowed', () => {
    const table: readonly [string, string][] = [
      ['userName sw B', 'bob'],
      ['externalId eq E1', 'ada'],
      ['userName eq bob@acme.com or userName eq cyd', 'bob cyd'],
      ['active eq True', 'ada'],
      ['active eq "False"', 'bob'],
      ['emails[type eq work].value ew acme.com', 'ada'],
      ['id eq 12', ''],
      ['displayName eq true', ''],
      ['meta.created lt 2024-12-31', 'ada'],
    ];
    for (const [text, expected] of table) {
      expect(found(text, true).join(' '), text).toBe(expected);
      expect(refusalOf(() => parseFilter(text, userType, false)).scimType, text).toBe('invalidFilter');
    }
  });
});

describe('what is no filter', () => {
  it.each<[string, RegExp]>([
    ['', /position 1: it ends where the name of an attribute is expected/],
    ['   ', /it ends/],
    ['userName', /position 9: it ends where an operator is expected/],
    ['userName eq', /position 12: a value is missing after eq/],
    ['userName eq )', /position 13: a value is missing/],
    ['userName == "x"', /position 10: "==" is no operator/],
    ['userName eq "x" and', /position 20: it ends/],
    ['and userName eq "x"', /no attribute "and"/],
    ['userName eq "x" or or userName eq "y"', /no attribute "or"/],
    ['userName eq "x" userName eq "y"', /position 17: "userName" stands where and, or, or the end/],
    ['(userName eq "x"', /it ends where and, or, or \) is expected/],
    ['userName eq "x")', /"\)" stands/],
    ['not userName eq "x"', /no attribute "not"/],
    ['not', /no attribute "not"/],
    ['()', /"\)" stands/],
    ['userName eq "x', /position 13: a string is not closed/],
    ['userName eq "\\x"', /position 13: a string is not a JSON string/],
    ['userName eq "a\nb"', /not a JSON string/],
    ['"userName" eq "x"', /"userName" stands where the name of an attribute/],
    ['nope eq "x"', /position 1: there is no attribute "nope" here/],
    ['name.nope eq "x"', /no attribute "name.nope"/],
    ['name.givenName.x eq "x"', /no attribute/],
    ['members eq "x"', /no attribute "members"/],
    ['urn:other:2.0:User:userName eq "x"', /no attribute/],
    [`${enterprise} eq "x"`, /no attribute/],
    [`${enterprise}:userName eq "x"`, /no attribute/],
    ['password eq "x"', /password cannot be asked for/],
    ['password pr', /password cannot be asked for/],
    ['__proto__ pr', /no attribute "__proto__"/],
    ['constructor eq "x"', /no attribute "constructor"/],
    ['toString pr', /no attribute/],
    ['active gt true', /position 8: gt cannot compare active, which is a boolean/],
    ['active co "t"', /co cannot compare active/],
    ['active eq "maybe"', /active is compared with true or false/],
    ['active eq 1', /active is compared with true or false/],
    ['x509Certificates.value gt "A"', /gt cannot compare x509Certificates.value, which is a binary/],
    ['meta.created gt "yesterday"', /is compared with a time/],
    ['meta.created co "2024-01-01"', /co cannot compare/],
    ['userName gt null', /gt cannot compare with null/],
    ['name eq "Ada"', /name has parts and cannot be compared as a whole/],
    ['addresses co "x"', /addresses has parts/],
    ['emails[type eq "work"', /it ends where and, or, or \] is expected/],
    ['emails[]', /"\]" stands/],
    ['emails[nope eq "x"]', /no attribute "nope"/],
    ['emails[emails.type eq "x"]', /no attribute "emails.type"/],
    ['emails[type[value eq "x"] eq "x"]', /has no parts to choose by/],
    ['emails.type[value eq "x"]', /has no parts to choose by/],
    ['userName[value eq "x"]', /userName has no parts to choose by/],
    ['emails[type eq "work"] .value eq "x"', /stands where and, or, or the end/],
    ['emails[type eq "work"].nope eq "x"', /emails has no part ".nope"/],
    ['emails[type eq "work"].value', /it ends where an operator/],
    ['emails[type eq "work"]value eq "x"', /stands where/],
  ])('%s', (text, reason) => {
    for (const dialect of [true, false]) {
      const refusal = refusalOf(() => parseFilter(text, userType, dialect));
      expect(refusal).toEqual({
        status: 400,
        scimType: 'invalidFilter',
        detail: expect.stringMatching(reason) as string,
      });
    }
  });

  it('one that is too deep or too long is refused, whatever it is made of', () => {
    const deep = (open: string, close: string, levels: number) =>
      `${open.repeat(levels)}userName pr${close.repeat(levels)}`;
    expect(found(deep('(', ')', 50), false)).toHaveLength(3);
    expect(found(deep('not (', ')', 50), false)).toHaveLength(3);
    for (const text of [deep('(', ')', 51), deep('not (', ')', 51), '('.repeat(16_000), 'not('.repeat(4_000)]) {
      expect(refusalOf(() => parseFilter(text, userType, true)).detail).toMatch(/deeper than 50 levels/);
    }
    expect(refusalOf(() => parseFilter('a'.repeat(16_385), userType, true)).detail).toMatch(/longer than 16384/);
    expect(refusalOf(() => parseFilter(`${'x'.repeat(9_000)} pr`, userType, true)).detail.length).toBeLessThan(200);
    const many = Array.from({ length: 400 }, (_, at) => `userName eq "u${at}"`).join(' or ');
    expect(found(`${many} or userName eq "cyd"`, false)).toEqual(['cyd']);
  });
});

describe('filters over several types', () => {
  const group: Resource = { id: 'g1', displayName: 'cyd', members: [{ value: 'u1' }, { value: 'u2' }] };

  it('know the attributes of all, and what a type lacks has no value', () => {
    const ask = (text: string, resource: Resource) =>
      matches(parseFilter(text, [userType, groupType], false), resource);
    expect(ask('members eq "u2"', group)).toBe(true);
    expect(ask('members eq "U2"', group)).toBe(false);
    expect(ask('members eq "u2"', ada)).toBe(false);
    expect(ask('userName eq "cyd" or displayName eq "cyd"', cyd)).toBe(true);
    expect(ask('userName eq "cyd" or displayName eq "cyd"', group)).toBe(true);
  });

  it('tell a user from a group of the same name where the name of the attribute says which', () => {
    const filter = parseFilter(`${coreUser}:displayName eq "cyd"`, [userType, groupType], false);
    expect(matches(filter, { ...group, schemas: [coreGroup] })).toBe(false);
    expect(matches(filter, { ...cyd, displayName: 'Cyd', schemas: [coreUser] })).toBe(true);
  });
});

describe('what an index can answer', () => {
  it.each<[string, Record<string, string> | undefined]>([
    ['userName eq "X"', { username: 'X' }],
    ['ID eq "g" and members eq "u"', { id: 'g', 'members.value': 'u' }],
    ['(externalId eq "a") and (id eq "b" and displayName eq "c")', { externalid: 'a', id: 'b', displayname: 'c' }],
    [`${enterprise}:manager eq "b"`, { [`${enterprise.toLowerCase()}:manager.value`]: 'b' }],
    ['userName eq "x" and userName eq "y"', undefined],
    ['userName eq "x" or id eq "y"', undefined],
    ['userName eq "x" and active eq true', undefined],
    ['userName ne "x"', undefined],
    ['not (userName eq "x")', undefined],
    ['emails[type eq "work"].value eq "x"', undefined],
    ['userName pr', undefined],
    ['userName eq null', undefined],
  ])('%s', (text, expected) => {
    const equality = equalityOf(parseFilter(text, [userType, groupType], false));
    expect(equality && Object.fromEntries(equality)).toEqual(expected);
  });
});
