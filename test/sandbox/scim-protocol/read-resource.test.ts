import { describe, expect, it } from 'vitest';
import { readResource } from '../../../src/sandbox/scim/protocol/read-resource.js';
import { groupType, restrict, userType } from '../../../src/sandbox/scim/protocol/schemas.js';
import { coreGroup, coreUser, enterprise, refusalOf } from './support.js';

const lenient = { lenient: true };
const strict = { lenient: false };
const user = (members: object, options = lenient) =>
  readResource({ schemas: [coreUser], userName: 'ada', ...members }, userType, options);

describe('a body becomes what is stored', () => {
  it('with the names of the schema, whatever case they came in', () => {
    const body = {
      SCHEMAS: [coreUser, enterprise],
      USERNAME: 'Ada',
      Name: { GIVENNAME: 'Ada', familyname: 'Byron' },
      EMAILS: [{ Value: 'ada@acme.com', TYPE: 'work', Primary: true }],
      externalID: 'e1',
      [enterprise.toUpperCase()]: { Department: 'Engines', MANAGER: { Value: 'u2' } },
    };
    const stored = {
      externalId: 'e1',
      userName: 'Ada',
      name: { givenName: 'Ada', familyName: 'Byron' },
      emails: [{ value: 'ada@acme.com', type: 'work', primary: true }],
      [enterprise]: { department: 'Engines', manager: { value: 'u2' } },
    };
    for (const options of [lenient, strict]) expect(readResource(body, userType, options)).toEqual(stored);
  });

  it.each<[string, object]>([
    ['null', { displayName: null, emails: null, name: null, active: null, [enterprise]: null }],
    ['an empty list', { emails: [], roles: [], phoneNumbers: [null] }],
    ['an object of nothing', { name: {}, emails: [{}], [enterprise]: { manager: {}, department: null } }],
    ['what only the service writes', { id: 'x', groups: [{ value: 'g' }], meta: { version: 'v' } }],
    ['what only the service writes, even nonsense', { id: 7, groups: 'none', meta: [] }],
    ['a part that only the service writes', { [enterprise]: { manager: { displayName: 'Boss' } } }],
    ['a password', { password: 's3cret' }],
    ['what nobody knows', { nonsense: { deep: [1] }, 'name.givenName': 'x', constructor: 1, toString: {} }],
    ['extensions of others', { schemas: [coreUser, 'urn:x:y'], 'urn:x:y': { a: 1 } }],
    ['unknown parts', { name: { nonsense: 1 }, [enterprise]: { constructor: 'x' } }],
    [
      'a hostile prototype',
      JSON.parse('{"__proto__":{"active":true},"name":{"__proto__":{"givenName":"x"}}}') as object,
    ],
  ])('without %s', (_what, members) => {
    for (const options of [lenient, strict]) {
      const stored = user(members, options);
      expect(stored).toEqual({ userName: 'ada' });
      expect(Object.getPrototypeOf(stored)).toBe(Object.prototype);
      expect(stored['active']).toBeUndefined();
    }
  });

  it('with members that are who they name', () => {
    const members = [{ value: 'a' }, { value: 'b', display: null, $ref: null }, { value: 'a', type: 'User' }];
    const body = { schemas: [coreGroup], displayName: 'eng', members };
    expect(readResource(body, groupType, strict)).toEqual({
      displayName: 'eng',
      members: [{ value: 'a' }, { value: 'b' }],
    });
  });

  it('with each element once', () => {
    const emails = [
      { value: 'x', type: 'work' },
      { type: 'work', value: 'x' },
      { value: 'x', type: 'home' },
    ];
    expect(user({ emails })['emails']).toEqual([emails[0], emails[2]]);
  });

  it('with only what the service stores', () => {
    const small = restrict(userType, ['userName', 'emails'], false);
    const body = {
      userName: 'ada',
      externalId: 'e',
      title: 'Dr',
      emails: [{ value: 'x' }],
      [enterprise]: { division: 'D' },
    };
    expect(readResource(body, small, lenient)).toEqual({ userName: 'ada', emails: [{ value: 'x' }] });
  });
});

describe('what identity providers send although it is not so', () => {
  it.each<[string, object, object]>([
    [
      'booleans as strings',
      { active: 'False', emails: [{ value: 'x', primary: 'TRUE' }] },
      { active: false, emails: [{ value: 'x', primary: true }] },
    ],
    ['one object for a list', { emails: { value: 'x' } }, { emails: [{ value: 'x' }] }],
    [
      'the value for the object',
      { emails: ['x'], roles: 'admin' },
      { emails: [{ value: 'x' }], roles: [{ value: 'admin' }] },
    ],
    ['a manager by id', { [enterprise]: { manager: 'u2' } }, { [enterprise]: { manager: { value: 'u2' } } }],
    [
      'a manager in a list',
      { [enterprise]: { manager: [{ $ref: 'x', value: 'u2' }] } },
      { [enterprise]: { manager: { $ref: 'x', value: 'u2' } } },
    ],
  ])('%s', (_what, members, stored) => {
    expect(user(members)).toEqual({ userName: 'ada', ...stored });
    expect(refusalOf(() => user(members, strict))).toMatchObject({ status: 400, scimType: 'invalidValue' });
  });

  it('no schemas', () => {
    expect(readResource({ userName: 'ada' }, userType, lenient)).toEqual({ userName: 'ada' });
    for (const schemas of [undefined, [], [enterprise], null]) {
      const refusal = refusalOf(() => readResource({ schemas, userName: 'ada' }, userType, strict));
      expect(refusal).toMatchObject({ status: 400, scimType: 'invalidSyntax' });
    }
  });
});

describe('what is refused', () => {
  it.each<[unknown, string, RegExp]>([
    [null, 'invalidSyntax', /must be a JSON object: a User/],
    [[], 'invalidSyntax', /must be a JSON object/],
    ['x', 'invalidSyntax', /must be a JSON object/],
    [{ schemas: coreUser, userName: 'ada' }, 'invalidSyntax', /schemas must be a list/],
    [{ schemas: [1], userName: 'ada' }, 'invalidSyntax', /schemas must be a list/],
    [{ userName: 'ada', USERNAME: 'bob' }, 'invalidSyntax', /names "USERNAME" twice/],
    [{ userName: 'ada', name: { givenName: 'a', GivenName: 'b' } }, 'invalidSyntax', /name names "GivenName" twice/],
    [{}, 'invalidValue', /userName is required/],
    [{ userName: null }, 'invalidValue', /userName is required/],
    [{ userName: '' }, 'invalidValue', /userName must not be empty/],
    [{ userName: ' \t' }, 'invalidValue', /userName must not be empty/],
    [{ userName: 7 }, 'invalidValue', /userName must be a string; it is of type number/],
    [{ userName: ['ada'] }, 'invalidValue', /userName must be a string; it is a list/],
    [{ userName: 'ada', active: 1 }, 'invalidValue', /active must be true or false/],
    [{ userName: 'ada', active: 'yes' }, 'invalidValue', /active must be true or false/],
    [{ userName: 'ada', name: 'Ada' }, 'invalidValue', /name must be an object/],
    [{ userName: 'ada', name: { givenName: {} } }, 'invalidValue', /name.givenName must be a string/],
    [{ userName: 'ada', emails: [{ value: 1 }] }, 'invalidValue', /emails\[0\].value must be a string/],
    [{ userName: 'ada', emails: [[{ value: 'x' }]] }, 'invalidValue', /emails\[0\] must be an element, not a list/],
    [{ userName: 'ada', addresses: ['x'] }, 'invalidValue', /addresses\[0\] must be an object/],
    [{ userName: 'ada', password: 7 }, 'invalidValue', /password must be a string/],
    [{ userName: 'ada', x509Certificates: [{ value: '***' }] }, 'invalidValue', /must be base64/],
    [{ userName: 'ada', [enterprise]: 'x' }, 'invalidValue', /enterprise:2.0:User must be an object/],
    [{ userName: 'ada', [enterprise]: { department: 1 } }, 'invalidValue', /User:department must be a string/],
    [
      {
        userName: 'ada',
        emails: [
          { value: 'x', primary: true },
          { value: 'y', primary: true },
        ],
      },
      'invalidValue',
      /emails has more than one primary value/,
    ],
  ])('%j', (body, scimType, detail) => {
    expect(refusalOf(() => readResource(body, userType, lenient))).toEqual({
      status: 400,
      scimType,
      detail: expect.stringMatching(detail) as string,
    });
  });

  it.each([{}, { members: [] }, { displayName: '' }, { displayName: 'x', members: [{ display: 'nobody' }] }])(
    'of a group: %j',
    (body) => {
      expect(refusalOf(() => readResource(body, groupType, lenient)).scimType).toBe('invalidValue');
    },
  );

  it('never says what a value was, since it may be secret', () => {
    const refusal = refusalOf(() => user({ password: ['hunter2'], active: 'hunter2' }));
    expect(refusal.detail).not.toContain('hunter2');
  });
});
