/** What a PATCH may not do, and that it then does nothing. */
import { expect, it } from 'vitest';
import { groupType, userType, type Resource } from '../../../src/sandbox/scim/protocol/schemas.js';
import { applyPatch } from '../../../src/sandbox/scim/protocol/patch.js';
import { enterprise, lenient, patch, patchOp, refusalOf, strict } from './support.js';

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

const table: readonly [Resource, object, string][] = [
  [user, { op: 'remove' }, 'noTarget'],
  [user, { op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' }, 'noTarget'],
  [user, { op: 'replace', path: 'emails[type eq "fax"]', value: { value: 'x' } }, 'noTarget'],
  [user, { op: 'add', path: 'emails[type ne "work" and type ne "home"].value', value: 'x' }, 'noTarget'],
  [user, { op: 'add', path: 'emails[type eq "a" and type eq "b"].value', value: 'x' }, 'noTarget'],
  [group, { op: 'replace', path: 'members[value eq "x"]', value: { value: 'x' } }, 'noTarget'],
  [group, { op: 'add', path: 'members[value eq "x"].type', value: 'User' }, 'noTarget'],
  [user, { op: 'remove', path: 'userName' }, 'mutability'],
  [group, { op: 'remove', path: 'displayName' }, 'mutability'],
  [user, { op: 'replace', path: 'id', value: 'u2' }, 'mutability'],
  [user, { op: 'replace', value: { id: 'u2' } }, 'mutability'],
  [user, { op: 'add', path: 'groups', value: [{ value: 'g' }] }, 'mutability'],
  [user, { op: 'remove', path: 'meta.lastModified' }, 'mutability'],
  [user, { op: 'replace', path: `${enterprise}:manager.displayName`, value: 'x' }, 'mutability'],
  [group, { op: 'replace', path: 'members[value eq "a"].value', value: 'x' }, 'mutability'],
  [group, { op: 'replace', path: 'members[value eq "a"]', value: { value: 'x' } }, 'mutability'],
  [group, { op: 'replace', path: 'members[value eq "a"]', value: null }, 'mutability'],
  [group, { op: 'remove', path: 'members[value eq "a"].type' }, 'mutability'],
  [group, { op: 'replace', path: 'members[value eq "a"].type', value: 'Group' }, 'mutability'],
  [group, { op: 'replace', path: 'members[value eq "a"].display', value: 'A' }, 'mutability'],
  [group, { op: 'remove', path: 'members.value' }, 'mutability'],
  [user, { op: 'replace', path: 'userName', value: null }, 'invalidValue'],
  [user, { op: 'replace', path: 'userName', value: ' ' }, 'invalidValue'],
  [user, { op: 'replace', value: { userName: null } }, 'invalidValue'],
  [user, { op: 'replace', path: 'displayName' }, 'invalidValue'],
  [user, { op: 'replace', path: 'displayName', value: 1 }, 'invalidValue'],
  [user, { op: 'replace', path: 'active', value: 'maybe' }, 'invalidValue'],
  [user, { op: 'replace', path: 'name', value: 'Ada' }, 'invalidValue'],
  [user, { op: 'add', path: 'emails', value: [[{ value: 'x' }]] }, 'invalidValue'],
  [
    user,
    {
      op: 'replace',
      path: 'emails',
      value: [
        { value: 'x', primary: true },
        { value: 'y', primary: true },
      ],
    },
    'invalidValue',
  ],
  [user, { op: 'replace', path: 'emails.primary', value: true }, 'invalidValue'],
  [user, { op: 'replace', path: 'password', value: {} }, 'invalidValue'],
  [user, { op: 'replace', value: 'x' }, 'invalidValue'],
  [user, { op: 'replace', value: { [enterprise]: 'x' } }, 'invalidValue'],
  [group, { op: 'add', path: 'members', value: [{ display: 'nobody' }] }, 'invalidValue'],
  [group, { op: 'remove', path: 'members', value: [{ display: 'A' }] }, 'invalidValue'],
  [user, { op: 'replace', path: 'nope', value: 1 }, 'invalidPath'],
  [user, { op: 'replace', path: '__proto__', value: 1 }, 'invalidPath'],
  [user, { op: 'replace', path: 'constructor.name', value: 1 }, 'invalidPath'],
  [user, { op: 'replace', path: 'name.nope', value: 1 }, 'invalidPath'],
  [user, { op: 'replace', path: 'name[familyName pr].givenName', value: 'x' }, 'invalidPath'],
  [user, { op: 'replace', path: 'emails[type eq "work"', value: 'x' }, 'invalidFilter'],
  [user, { op: 'replace', path: 'emails[nope eq "work"]', value: 'x' }, 'invalidFilter'],
  [user, { op: 'replace', path: 'emails[type eq "work"].nope', value: 'x' }, 'invalidPath'],
  [user, { op: 'replace', path: 'userName eq "x"', value: 'x' }, 'invalidPath'],
  [user, { op: 'replace', path: 7, value: 'x' }, 'invalidPath'],
  [user, { op: 'move', path: 'displayName', value: 'x' }, 'invalidSyntax'],
  [user, { op: 'toString', path: 'displayName', value: 'x' }, 'invalidSyntax'],
  [user, { path: 'displayName', value: 'x' }, 'invalidSyntax'],
  [user, [], 'invalidSyntax'],
];
it.each(table)('%#: %o %j is %s, and nothing of the request is done', (resource, operation, scimType) => {
  const type = resource === group ? groupType : userType;
  const before = structuredClone(resource);
  const first = { op: 'replace', path: 'displayName', value: 'changed first' };
  for (const options of [strict, { ...lenient, noTargetOnReplace: 'error' as const }]) {
    const refusal = refusalOf(() => patch(resource, type, [first, operation], options));
    expect(refusal).toMatchObject({ status: 400, scimType });
    expect(resource).toEqual(before);
  }
});

it.each<[unknown, string]>([
  [null, 'invalidSyntax'],
  [[], 'invalidSyntax'],
  ['x', 'invalidSyntax'],
  [{}, 'invalidSyntax'],
  [{ schemas: ['x'], Operations: [{ op: 'remove', path: 'title' }] }, 'invalidSyntax'],
  [{ schemas: [patchOp] }, 'invalidSyntax'],
  [{ schemas: [patchOp], Operations: [] }, 'invalidSyntax'],
  [{ schemas: [patchOp], Operations: {} }, 'invalidSyntax'],
  [{ schemas: [patchOp], Operations: [], operations: [] }, 'invalidSyntax'],
])('as a message: %j', (body, scimType) => {
  for (const options of [strict, lenient]) {
    expect(refusalOf(() => applyPatch(user, body, userType, options))).toMatchObject({ status: 400, scimType });
  }
});
