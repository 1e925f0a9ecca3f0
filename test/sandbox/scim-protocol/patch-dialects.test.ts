/** What Okta and Entra ID send although RFC 7644 does not say it so. */
import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../../src/sandbox/scim/protocol/patch.js';
import { readResource } from '../../../src/sandbox/scim/protocol/read-resource.js';
import { groupType, restrict, userType, type Resource } from '../../../src/sandbox/scim/protocol/schemas.js';
import { enterprise, lenient, patch, patchOp, refusalOf, strict } from './support.js';

const user: Resource = { id: 'u1', userName: 'ada', active: true };
const group: Resource = {
  id: 'g1',
  displayName: 'eng',
  members: [{ value: 'a', type: 'User' }, { value: 'b' }, { value: 'c' }],
};
const ids = (resource: Resource) => (resource['members'] as { value: string }[] | undefined)?.map(({ value }) => value);

describe('1: operations and attributes in any case', () => {
  it.each(['Add', 'REPLACE', 'Replace', 'add'])('%s Active', (op) => {
    const after = patch(user, userType, [{ op, path: 'Active', value: false }]);
    expect(after).toEqual({ id: 'u1', userName: 'ada', active: false });
  });
  it('Remove, and URNs', () => {
    const held = { ...user, displayName: 'A', [enterprise]: { department: 'D', division: 'V' } };
    const operations = [
      { op: 'Remove', path: 'DISPLAYNAME' },
      { op: 'REMOVE', path: `${enterprise.toUpperCase()}:Department` },
    ];
    expect(patch(held, userType, operations)).toEqual({ ...user, [enterprise]: { division: 'V' } });
  });
  it('not where the RFC is held to the letter', () => {
    expect(refusalOf(() => patch(user, userType, [{ op: 'Replace', path: 'active', value: false }], strict))).toEqual({
      status: 400,
      scimType: 'invalidSyntax',
      detail: 'Operations[0].op must be add, remove or replace.',
    });
  });
  it('members of the message too', () => {
    const body = { Schemas: [patchOp], operations: [{ OP: 'Add', Path: 'title', VALUE: 'Dr' }] };
    expect(applyPatch(user, body, userType, lenient)).toEqual({ ...user, title: 'Dr' });
  });
});

describe('2: booleans as strings', () => {
  it.each(['False', 'false', 'FALSE'])('%s', (said) => {
    const off = { ...user, active: false };
    expect(patch(user, userType, [{ op: 'Replace', path: 'active', value: said }])).toEqual(off);
    expect(patch(user, userType, [{ op: 'Replace', value: { active: said } }])).toEqual(off);
    expect(readResource({ userName: 'ada', active: said }, userType, { lenient: true })['active']).toBe(false);
    const emails = { op: 'Add', path: 'emails', value: [{ value: 'x', primary: said }] };
    expect(patch(user, userType, [emails])['emails']).toEqual([{ value: 'x', primary: false }]);
  });
  it('the same boolean is no change', () => {
    expect(patch(user, userType, [{ op: 'Replace', path: 'active', value: 'True' }])).toBe(user);
  });
  it.each(['', 'no', '0', 0, [], {}])('%j is none', (said) => {
    const options = { ...lenient };
    const action = () => patch(user, userType, [{ op: 'Replace', path: 'active', value: said }], options);
    // An empty list is null.
    if (Array.isArray(said)) expect(action()).toEqual({ id: 'u1', userName: 'ada' });
    else expect(refusalOf(action).scimType).toBe('invalidValue');
  });
});

describe('3: members removed by a list', () => {
  it.each<[string, unknown, string[] | undefined]>([
    ['only these', [{ $ref: null, value: 'a' }], ['b', 'c']],
    ['whatever their display', [{ value: 'a', display: 'Another' }, { value: 'b' }], ['c']],
    ['one object', { value: 'a' }, ['b', 'c']],
    ['ids alone', ['a', 'c'], ['b']],
    ['strangers', [{ value: 'x' }], ['a', 'b', 'c']],
    ['ids in another case', [{ value: 'A' }], ['a', 'b', 'c']],
    ['nobody', [], ['a', 'b', 'c']],
    ['everybody', [{ value: 'a' }, { value: 'b' }, { value: 'c' }], undefined],
    ['no list', undefined, undefined],
    ['null, which is no list', null, undefined],
  ])('%s: %j', (_what, value, expected) => {
    for (const options of [lenient, strict]) {
      expect(ids(patch(group, groupType, [{ op: 'remove', path: 'members', value }], options))).toEqual(expected);
    }
  });
  it.each([[[{ display: 'A' }]], [[{ value: 7 }]], [[null]], ['']])('%j names nobody and removes nobody', (value) => {
    const action = () => patch(group, groupType, [{ op: 'Remove', path: 'members', value }]);
    if (value === '') expect(action()).toBe(group);
    else expect(refusalOf(action).scimType).toBe('invalidValue');
  });
  it('e-mails likewise', () => {
    const emails = [{ value: 'x', type: 'work', primary: true }, { value: 'y', type: 'home' }, { value: 'y' }];
    const removed = (value: unknown) =>
      patch({ ...user, emails }, userType, [{ op: 'Remove', path: 'emails', value }])['emails'];
    expect(removed([{ value: 'X' }])).toEqual(emails.slice(1));
    expect(removed([{ value: 'y', type: 'home', display: 'any' }])).toEqual([emails[0], emails[2]]);
    expect(removed([{ type: 'work' }])).toEqual(emails.slice(1));
    expect(removed('y')).toEqual([emails[0]]);
    expect(refusalOf(() => removed([{}])).scimType).toBe('invalidValue');
  });
});

describe('4: paths as the keys of a value without a path', () => {
  it('are followed', () => {
    const value = {
      'name.givenName': 'Ada',
      NAME: { familyName: 'Byron' },
      [`${enterprise}:department`]: 'Engines',
      [`${enterprise}:manager.value`]: 'u2',
      'emails[type eq "Work"].value': 'ada@acme.com',
      'urn:ietf:params:scim:schemas:core:2.0:User:title': 'Dr',
    };
    expect(patch(user, userType, [{ op: 'Replace', value }])).toEqual({
      ...user,
      name: { givenName: 'Ada', familyName: 'Byron' },
      [enterprise]: { department: 'Engines', manager: { value: 'u2' } },
      emails: [{ type: 'Work', value: 'ada@acme.com' }],
      title: 'Dr',
    });
  });
  it('as is a URN that holds an object, with paths of its own', () => {
    const value = { [enterprise.toLowerCase()]: { Department: 'D', 'manager.value': 'u2', nonsense: 1 } };
    const after = patch({ ...user, [enterprise]: { division: 'V' } }, userType, [{ op: 'add', value }]);
    expect(after[enterprise]).toEqual({ division: 'V', department: 'D', manager: { value: 'u2' } });
  });
});

describe('5: a rename that repeats the id', () => {
  it('ignores the id and leaves the members alone', () => {
    const renamed = patch(group, groupType, [{ op: 'replace', value: { id: 'g1', displayName: 'ops' } }]);
    expect(renamed).toEqual({ ...group, displayName: 'ops' });
    expect(patch(group, groupType, [{ op: 'replace', value: { id: 'g1', displayName: 'eng' } }])).toBe(group);
  });
  it('but takes no other id', () => {
    const action = () => patch(group, groupType, [{ op: 'replace', value: { id: 'g2', displayName: 'ops' } }]);
    expect(refusalOf(action).scimType).toBe('mutability');
  });
  it('what else only the service writes is ignored beside others', () => {
    const value = { schemas: [], meta: { version: 'x' }, groups: [{ value: 'g' }], title: 'Dr', 'meta.version': 'y' };
    expect(patch(user, userType, [{ op: 'replace', value }])).toEqual({ ...user, title: 'Dr' });
  });
});

describe('6: managers', () => {
  const managed = { ...user, [enterprise]: { manager: { value: 'u2' } } };
  it.each([['u2'], [{ value: 'u2' }], [[{ $ref: null, value: 'u2' }]], [['u2']]])('%j', (value) => {
    for (const path of [`${enterprise}:manager`, 'manager']) {
      expect(patch(user, userType, [{ op: 'Add', path, value }])).toEqual(managed);
    }
    expect(patch(user, userType, [{ op: 'Add', value: { [`${enterprise}:manager`]: value } }])).toEqual(managed);
    const body = { userName: 'ada', [enterprise]: { manager: value } };
    expect(readResource(body, userType, { lenient: true })[enterprise]).toEqual({ manager: { value: 'u2' } });
  });
  it.each([[null], [''], [[]]])('%j is none', (value) => {
    expect(patch(managed, userType, [{ op: 'Replace', path: 'manager', value }])).toEqual(user);
  });
  it('two are too many', () => {
    const value = [{ value: 'u2' }, { value: 'u3' }];
    expect(refusalOf(() => patch(user, userType, [{ op: 'Add', path: 'manager', value }])).scimType).toBe(
      'invalidValue',
    );
    const body = { userName: 'ada', [enterprise]: { manager: value } };
    expect(refusalOf(() => readResource(body, userType, { lenient: true })).scimType).toBe('invalidValue');
  });
});

describe('7: more or less than asked for', () => {
  it('names beside op, path and value, and one object for a list', () => {
    const operation = { name: 'addMember', op: 'Add', path: 'members', value: { value: 'd' } };
    const body = { schemas: [patchOp, 'urn:some:other'], Operations: [operation] };
    expect(ids(applyPatch(group, body, groupType, lenient))).toEqual(['a', 'b', 'c', 'd']);
    expect(refusalOf(() => applyPatch(group, body, groupType, strict)).scimType).toBe('invalidSyntax');
    const onlyTheObject = [{ ...operation, op: 'add' }];
    expect(refusalOf(() => patch(group, groupType, onlyTheObject, strict)).scimType).toBe('invalidValue');
  });
  it('a value in a list, a path of nothing, no schemas', () => {
    const operations = [{ op: 'Replace', path: '', value: [{ displayName: 'ops' }] }];
    expect(applyPatch(group, { Operations: operations }, groupType, lenient)['displayName']).toBe('ops');
    expect(refusalOf(() => applyPatch(group, { Operations: operations }, groupType, strict)).status).toBe(400);
  });
  it('attributes that the service does not store, beside others but not by path', () => {
    const small = restrict(userType, ['userName', 'active'], false);
    const value = { displayName: 'x', [enterprise]: { department: 'D' }, active: false, __proto__: 1, constructor: 2 };
    expect(patch(user, small, [{ op: 'replace', value }])).toEqual({ ...user, active: false });
    const refusal = refusalOf(() => patch(user, small, [{ op: 'replace', path: 'displayName', value: 'x' }]));
    expect(refusal.scimType).toBe('invalidPath');
  });
});

describe('8: what is written where something or nothing stands', () => {
  const replace = { op: 'Replace', path: 'emails[type eq "work"].value', value: 'x' };
  it('add sets an existing value', () => {
    expect(patch(user, userType, [{ op: 'Add', path: 'userName', value: 'bob' }])['userName']).toBe('bob');
  });
  it('the first e-mail of a type is created, beside one without a type', () => {
    for (const op of ['Add', 'Replace']) {
      const untyped = { ...user, emails: [{ value: 'old' }] };
      expect(patch(untyped, userType, [{ ...replace, op }])['emails']).toEqual([
        { value: 'old' },
        { type: 'work', value: 'x' },
      ]);
      expect(patch(user, userType, [{ ...replace, op }])['emails']).toEqual([{ type: 'work', value: 'x' }]);
    }
  });
  it('twice is once', () => {
    const once = patch(user, userType, [replace]);
    expect(patch(once, userType, [replace])).toBe(once);
    expect(patch(once, userType, [{ ...replace, value: null }])['emails']).toEqual([{ type: 'work' }]);
  });
  it('is a matter of the switch', () => {
    const options = { lenient: true, noTargetOnReplace: 'error' } as const;
    expect(refusalOf(() => patch(user, userType, [replace], options)).scimType).toBe('noTarget');
  });
});
