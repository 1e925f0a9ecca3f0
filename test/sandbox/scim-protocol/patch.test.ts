/** RFC 7644 section 3.5.2: every operation upon every form of path. */
import { describe, expect, it } from 'vitest';
import { groupType, userType, type Resource } from '../../../src/sandbox/scim/protocol/schemas.js';
import { enterprise, lenient, patch, strict } from './support.js';

const user: Resource = {
  id: 'u1',
  userName: 'ada',
  displayName: 'Ada',
  name: { givenName: 'Ada', familyName: 'Byron' },
  active: true,
  emails: [
    { value: 'ada@acme.com', type: 'work', primary: true },
    { value: 'ada@home.org', type: 'home' },
  ],
  [enterprise]: { department: 'Engines', manager: { value: 'u2', $ref: '../Users/u2', displayName: 'Boss' } },
};
const group: Resource = { id: 'g1', displayName: 'eng', members: [{ value: 'a', type: 'User' }, { value: 'b' }] };

const work = { value: 'ada@acme.com', type: 'work', primary: true };
const home = { value: 'ada@home.org', type: 'home' };

/** The attributes that differ afterwards. */
const edit = (resource: Resource, operation: object, options = strict) => {
  const after = patch(resource, resource === group ? groupType : userType, [operation], options);
  const names = new Set([...Object.keys(resource), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].filter((name) => resource[name] !== after[name]).map((name) => [name, after[name]]),
  );
};

describe('operations upon a user', () => {
  it.each<[string, object, Record<string, unknown>]>([
    // No path.
    ['add attributes', { op: 'add', value: { title: 'Dr', nickName: 'A' } }, { title: 'Dr', nickName: 'A' }],
    [
      'add merges parts',
      { op: 'add', value: { name: { givenName: 'A' } } },
      { name: { givenName: 'A', familyName: 'Byron' } },
    ],
    [
      'add appends',
      { op: 'add', value: { emails: [{ value: 'x', type: 'other' }] } },
      { emails: [work, home, { value: 'x', type: 'other' }] },
    ],
    [
      'replace named ones',
      { op: 'replace', value: { displayName: 'B', active: false } },
      { displayName: 'B', active: false },
    ],
    ['replace a whole list', { op: 'replace', value: { emails: [{ value: 'x' }] } }, { emails: [{ value: 'x' }] }],
    [
      'replace by null',
      { op: 'replace', value: { displayName: null, emails: [] } },
      { displayName: undefined, emails: undefined },
    ],
    ['add nothing', { op: 'add', value: { displayName: null, emails: [], name: {} } }, {}],
    [
      'an extension',
      { op: 'replace', value: { [enterprise]: { costCenter: '7' } } },
      { [enterprise]: { ...(user[enterprise] as object), costCenter: '7' } },
    ],
    ['no extension any more', { op: 'replace', value: { [enterprise]: null } }, { [enterprise]: undefined }],
    // A path to one value.
    ['add', { op: 'add', path: 'title', value: 'Dr' }, { title: 'Dr' }],
    ['add over a value', { op: 'add', path: 'displayName', value: 'B' }, { displayName: 'B' }],
    ['replace', { op: 'replace', path: 'userName', value: 'b' }, { userName: 'b' }],
    ['replace what is absent', { op: 'replace', path: 'title', value: 'Dr' }, { title: 'Dr' }],
    ['replace by null', { op: 'replace', path: 'displayName', value: null }, { displayName: undefined }],
    ['remove', { op: 'remove', path: 'displayName' }, { displayName: undefined }],
    ['remove what is absent', { op: 'remove', path: 'title' }, {}],
    ['the same', { op: 'replace', path: 'displayName', value: 'Ada' }, {}],
    ['the same in another case', { op: 'replace', path: 'displayName', value: 'ada' }, { displayName: 'ada' }],
    // A path to a complex value and its parts.
    [
      'add parts',
      { op: 'add', path: 'name', value: { middleName: 'K' } },
      { name: { givenName: 'Ada', familyName: 'Byron', middleName: 'K' } },
    ],
    [
      'replace parts',
      { op: 'replace', path: 'name', value: { familyName: 'King' } },
      { name: { givenName: 'Ada', familyName: 'King' } },
    ],
    ['unassign a part', { op: 'replace', path: 'name', value: { familyName: null } }, { name: { givenName: 'Ada' } }],
    ['remove all of it', { op: 'remove', path: 'name' }, { name: undefined }],
    [
      'replace a part',
      { op: 'replace', path: 'name.familyName', value: 'King' },
      { name: { givenName: 'Ada', familyName: 'King' } },
    ],
    ['add the first part', { op: 'add', path: `${enterprise}:manager.value`, value: 'u2' }, {}],
    ['remove a part', { op: 'remove', path: 'name.familyName' }, { name: { givenName: 'Ada' } }],
    // An extension.
    [
      'its attribute',
      { op: 'replace', path: `${enterprise}:department`, value: 'Looms' },
      { [enterprise]: { ...(user[enterprise] as object), department: 'Looms' } },
    ],
    [
      'without its URN',
      { op: 'remove', path: 'department' },
      { [enterprise]: { manager: { value: 'u2', $ref: '../Users/u2', displayName: 'Boss' } } },
    ],
    ['all of it', { op: 'remove', path: enterprise }, { [enterprise]: undefined }],
    [
      'as a path',
      { op: 'add', path: enterprise, value: { division: 'D' } },
      { [enterprise]: { ...(user[enterprise] as object), division: 'D' } },
    ],
    [
      'a new manager, who is not where the old one was',
      { op: 'replace', path: `${enterprise}:manager`, value: { value: 'u3' } },
      { [enterprise]: { department: 'Engines', manager: { value: 'u3' } } },
    ],
    // A path to a list.
    ['add one', { op: 'add', path: 'emails', value: [{ value: 'x' }] }, { emails: [work, home, { value: 'x' }] }],
    ['add one that is there', { op: 'add', path: 'emails', value: [{ value: 'ada@home.org', type: 'home' }] }, {}],
    ['add less than is there', { op: 'add', path: 'emails', value: [{ value: 'ada@acme.com' }] }, {}],
    [
      'add more of what is there',
      { op: 'add', path: 'emails', value: [{ ...home, display: 'H' }] },
      { emails: [work, { ...home, display: 'H' }] },
    ],
    [
      'add a new primary',
      { op: 'add', path: 'emails', value: [{ value: 'x', primary: true }] },
      { emails: [{ ...work, primary: false }, home, { value: 'x', primary: true }] },
    ],
    ['replace the list', { op: 'replace', path: 'emails', value: [{ value: 'x' }] }, { emails: [{ value: 'x' }] }],
    ['the same list in another order', { op: 'replace', path: 'emails', value: [home, work] }, {}],
    ['clear it', { op: 'replace', path: 'emails', value: [] }, { emails: undefined }],
    ['remove all', { op: 'remove', path: 'emails' }, { emails: undefined }],
    [
      'remove a part of all',
      { op: 'remove', path: 'emails.type' },
      { emails: [{ value: 'ada@acme.com', primary: true }, { value: 'ada@home.org' }] },
    ],
    [
      'set a part of all',
      { op: 'replace', path: 'emails.display', value: 'E' },
      {
        emails: [
          { ...work, display: 'E' },
          { ...home, display: 'E' },
        ],
      },
    ],
    // A path to some elements.
    [
      'add to them',
      { op: 'add', path: 'emails[type eq "home"]', value: { display: 'H' } },
      { emails: [work, { ...home, display: 'H' }] },
    ],
    [
      'replace them',
      { op: 'replace', path: 'emails[type eq "work"]', value: { value: 'x' } },
      { emails: [{ type: 'work', value: 'x' }, home] },
    ],
    [
      'replace one by the primary',
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'x', primary: true } },
      {
        emails: [
          { ...work, primary: false },
          { type: 'home', value: 'x', primary: true },
        ],
      },
    ],
    ['replace them by nothing', { op: 'replace', path: 'emails[type eq "home"]', value: null }, { emails: [work] }],
    ['add nothing', { op: 'add', path: 'emails[type eq "home"]', value: null }, {}],
    ['remove them', { op: 'remove', path: 'emails[type eq "work"]' }, { emails: [home] }],
    ['remove the last', { op: 'remove', path: 'emails[value co "@"]' }, { emails: undefined }],
    ['remove none', { op: 'remove', path: 'emails[type eq "fax"]' }, {}],
    [
      'create what add does not find',
      { op: 'add', path: 'emails[type eq "other"]', value: { value: 'x' } },
      { emails: [work, home, { type: 'other', value: 'x' }] },
    ],
    // A path to a part of some elements.
    [
      'add a part',
      { op: 'add', path: 'emails[type eq "home"].value', value: 'x' },
      { emails: [work, { ...home, value: 'x' }] },
    ],
    [
      'replace a part',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'x' },
      { emails: [{ ...work, value: 'x' }, home] },
    ],
    [
      'make primary',
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'remove a part',
      { op: 'remove', path: 'emails[type eq "work"].primary' },
      { emails: [{ value: 'ada@acme.com', type: 'work' }, home] },
    ],
    ['remove a part of none', { op: 'remove', path: 'emails[type eq "fax"].value' }, {}],
    [
      'create by a part',
      { op: 'add', path: 'emails[type eq "other" and primary eq true].value', value: 'x' },
      { emails: [{ ...work, primary: false }, home, { type: 'other', primary: true, value: 'x' }] },
    ],
    [
      'create the first of a list',
      { op: 'add', path: 'phoneNumbers[type eq "work"].value', value: '1' },
      { phoneNumbers: [{ type: 'work', value: '1' }] },
    ],
    // A password is taken and forgotten.
    ['a password', { op: 'replace', path: 'password', value: 's3cret' }, {}],
    ['a password beside others', { op: 'add', value: { password: 's3cret', title: 'Dr' } }, { title: 'Dr' }],
  ])('%s: %j', (_what, operation, expected) => {
    expect(edit(user, operation)).toEqual(expected);
    expect(edit(user, operation, lenient)).toEqual(expected);
  });
});

describe('operations upon the members of a group', () => {
  const [a, b] = [{ value: 'a', type: 'User' }, { value: 'b' }];
  it.each<[string, object, unknown]>([
    [
      'add',
      { op: 'add', path: 'members', value: [{ value: 'c', type: 'User' }] },
      [a, b, { value: 'c', type: 'User' }],
    ],
    [
      'add one twice',
      { op: 'add', path: 'members', value: [{ value: 'c' }, { value: 'c', type: 'User' }] },
      [a, b, { value: 'c' }],
    ],
    [
      'add who is there',
      { op: 'add', path: 'members', value: [{ value: 'a', display: 'Another', $ref: 'x' }] },
      undefined,
    ],
    ['add without a path', { op: 'add', value: { members: [{ value: 'c' }] } }, [a, b, { value: 'c' }]],
    ['replace', { op: 'replace', path: 'members', value: [{ value: 'c' }, { value: 'a' }] }, [{ value: 'c' }, a]],
    [
      'replace by the same',
      { op: 'replace', path: 'members', value: [{ value: 'b' }, { value: 'a', display: 'x' }] },
      undefined,
    ],
    ['replace by none', { op: 'replace', path: 'members', value: [] }, null],
    ['remove one', { op: 'remove', path: 'members[value eq "a"]' }, [b]],
    ['remove by another filter', { op: 'remove', path: 'members[value eq "b" or type eq "user"]' }, null],
    ['remove a stranger', { op: 'remove', path: 'members[value eq "x"]' }, undefined],
    ['remove all', { op: 'remove', path: 'members' }, null],
    ['say again what is so', { op: 'replace', path: 'members[value eq "a"].type', value: 'User' }, undefined],
  ])('%s: %j', (_what, operation, expected) => {
    for (const options of [strict, lenient]) {
      const after = patch(group, groupType, [operation], options);
      if (expected === undefined) expect(after).toBe(group);
      else expect(after['members'] ?? null).toEqual(expected);
    }
  });
});

it('operations work upon what the ones before them left', () => {
  const after = patch(group, groupType, [
    { op: 'remove', path: 'members' },
    { op: 'add', path: 'members', value: [{ value: 'c' }, { value: 'd' }] },
    { op: 'remove', path: 'members[value eq "c"]' },
    { op: 'replace', path: 'displayName', value: 'ops' },
  ]);
  expect(after).toEqual({ id: 'g1', displayName: 'ops', members: [{ value: 'd' }] });
});

it('a request that ends where it began changes nothing, so that versions stay', () => {
  const there = { op: 'replace', path: 'displayName', value: 'x' };
  expect(patch(user, userType, [there, { ...there, value: 'Ada' }])).toBe(user);
  const members = [
    { op: 'remove', path: 'members[value eq "a"]' },
    { op: 'add', path: 'members', value: [{ value: 'a' }] },
  ];
  expect(patch(group, groupType, members)).toBe(group);
});

it('a thousand removals from ten thousand members leave nine thousand, one by one or as a list', () => {
  const everybody = Array.from({ length: 10_000 }, (_, at) => ({ value: `u${at}`, display: `User ${at}` }));
  const leavers = everybody.filter((_, at) => at % 10 === 3);
  const large = { id: 'g', displayName: 'all', members: everybody };
  const expected = { ...large, members: everybody.filter((_, at) => at % 10 !== 3) };
  const single = leavers.map(({ value }) => ({ op: 'remove', path: `members[value eq "${value}"]` }));
  expect(patch(large, groupType, single)).toEqual(expected);
  const list = leavers.map(({ value }) => ({ value, $ref: null }));
  expect(patch(large, groupType, [{ op: 'Remove', path: 'members', value: list }])).toEqual(expected);
});
