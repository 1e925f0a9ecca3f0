/** What answers show, in which order, and what /Schemas says of it. */
import { describe, expect, it } from 'vitest';
import { type Attribute } from '../../../src/sandbox/scim/protocol/attribute.js';
import { project } from '../../../src/sandbox/scim/protocol/project.js';
import { groupType, restrict, userType, type Resource } from '../../../src/sandbox/scim/protocol/schemas.js';
import { sortResources } from '../../../src/sandbox/scim/protocol/sort.js';
import { coreGroup, coreUser, enterprise, refusalOf } from './support.js';

const user: Resource = {
  id: 'u1',
  userName: 'ada',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [
    { value: 'ada@acme.com', type: 'work' },
    { value: 'ada@home.org', type: 'home' },
  ],
  [enterprise]: { department: 'Engines', manager: { value: 'u2', displayName: 'Boss' } },
  meta: { resourceType: 'User', location: 'http://x/Users/u1' },
};

const shown = (attributes?: readonly string[], excludedAttributes?: readonly string[]) =>
  project(user, userType, { attributes, excludedAttributes });

describe('attributes and excludedAttributes', () => {
  it('everything with its schemas, which come first, and meta last', () => {
    expect(shown()).toEqual({ schemas: [coreUser, enterprise], ...user });
    expect(Object.keys(shown())).toEqual(['schemas', 'id', 'userName', 'name', 'emails', enterprise, 'meta']);
    expect(
      project({ id: 'g', displayName: 'x' }, groupType, { attributes: undefined, excludedAttributes: undefined }),
    ).toEqual({ schemas: [coreGroup], id: 'g', displayName: 'x' });
  });

  it.each<[string[], object]>([
    [['userName'], { userName: 'ada' }],
    [[' USERNAME '], { userName: 'ada' }],
    [['id'], {}],
    [[], {}],
    [['nonsense', '__proto__', 'constructor', 'name.nonsense'], {}],
    [['name.familyName'], { name: { familyName: 'Byron' } }],
    [['name.familyName', 'name.givenName'], { name: user['name'] }],
    [['name.familyName', 'name'], { name: user['name'] }],
    [['name', 'name.familyName'], { name: user['name'] }],
    [['emails.value'], { emails: [{ value: 'ada@acme.com' }, { value: 'ada@home.org' }] }],
    [['emails.display'], {}],
    [[`${coreUser}:emails.type`], { emails: [{ type: 'work' }, { type: 'home' }] }],
    [['meta.location'], { meta: { location: 'http://x/Users/u1' } }],
    [['password', 'title'], {}],
    [[enterprise], { schemas: [coreUser, enterprise], [enterprise]: user[enterprise] }],
    [[`${enterprise}:department`], { schemas: [coreUser, enterprise], [enterprise]: { department: 'Engines' } }],
    [['manager.value'], { schemas: [coreUser, enterprise], [enterprise]: { manager: { value: 'u2' } } }],
  ])('attributes %j', (attributes, expected) => {
    expect(shown(attributes)).toEqual({ schemas: [coreUser], id: 'u1', ...expected });
  });

  it.each<[string[], object]>([
    [['userName'], { userName: undefined }],
    [['id', 'schemas', 'ID'], {}],
    [['nonsense'], {}],
    [['name.familyName'], { name: { givenName: 'Ada' } }],
    [['emails.type'], { emails: [{ value: 'ada@acme.com' }, { value: 'ada@home.org' }] }],
    [['emails.type', 'Emails.Value'], { emails: undefined }],
    [['meta', 'emails'], { meta: undefined, emails: undefined }],
    [[enterprise.toUpperCase()], { [enterprise]: undefined, schemas: [coreUser] }],
    [[`${enterprise}:manager`], { [enterprise]: { department: 'Engines' } }],
  ])('excludedAttributes %j', (excluded, expected) => {
    const all = { schemas: [coreUser, enterprise], ...user, ...expected };
    expect(shown(undefined, excluded)).toEqual(
      Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined)),
    );
  });

  it('not both', () => {
    expect(refusalOf(() => shown(['userName'], ['id']))).toMatchObject({ status: 400, scimType: 'invalidValue' });
  });

  it('never a password, never what the type does not know, and the resource itself stays', () => {
    const held = { ...user, password: 'x', nonsense: 1 };
    const before = structuredClone(held);
    const small = restrict(userType, ['userName'], false);
    for (const attributes of [undefined, ['password', 'nonsense', 'userName', 'meta']]) {
      expect(project(held, small, { attributes, excludedAttributes: undefined })).toEqual({
        schemas: [coreUser],
        id: 'u1',
        userName: 'ada',
        meta: user['meta'],
      });
    }
    expect(held).toEqual(before);
  });
});

describe('order', () => {
  const people: readonly Resource[] = [
    {
      id: '1',
      userName: 'bob',
      externalId: 'b',
      name: { familyName: 'Z' },
      emails: [{ value: 'z' }, { value: 'a', primary: true }],
      active: true,
      meta: { created: '2024-01-01T01:00:00+02:00' },
    },
    {
      id: '2',
      userName: 'Ada',
      externalId: 'B',
      name: { familyName: 'y' },
      active: false,
      meta: { created: '2023-12-31T23:30:00Z' },
    },
    {
      id: '3',
      userName: 'cyd',
      externalId: 'a',
      emails: [{ value: 'M' }, { value: 'b' }],
      meta: { created: '2023-01-01T00:00:00Z' },
    },
    { id: '4', userName: 'ADA' },
  ];
  const order = (sortBy: string, sortOrder: 'ascending' | 'descending') =>
    sortResources(people, sortBy, sortOrder, userType)
      .map(({ id }) => id)
      .join('');

  it.each([
    ['userName', '2413', '3124'],
    ['USERNAME', '2413', '3124'],
    ['externalId', '2314', '4132'],
    ['name.familyName', '2134', '3412'],
    ['emails', '1324', '2431'],
    ['emails.value', '1324', '2431'],
    ['active', '2134', '3412'],
    ['meta.created', '3124', '4213'],
    ['id', '1234', '4321'],
    ['title', '1234', '1234'],
    [`${enterprise}:manager`, '1234', '1234'],
  ])('by %s', (sortBy, ascending, descending) => {
    expect(order(sortBy, 'ascending')).toBe(ascending);
    expect(order(sortBy, 'descending')).toBe(descending);
  });

  it.each(['', 'nonsense', 'name', 'addresses', 'password', '__proto__', 'userName.x'])('not by %j', (sortBy) => {
    expect(refusalOf(() => order(sortBy, 'ascending'))).toMatchObject({ status: 400, scimType: 'invalidValue' });
  });

  it('of users and groups together by what either has', () => {
    const mixed = [
      { id: 'g', displayName: 'b', members: [{ value: 'x' }] },
      { id: 'u', displayName: 'A' },
    ];
    const ids = (sortBy: string) =>
      sortResources(mixed, sortBy, 'ascending', [userType, groupType]).map(({ id }) => id);
    expect(ids('displayName')).toEqual(['u', 'g']);
    expect(ids('members')).toEqual(['g', 'u']);
  });
});

describe('schemas', () => {
  const all = [userType.schema, ...userType.extensions, groupType.schema];
  const flat = (attributes: readonly Attribute[]): readonly Attribute[] =>
    attributes.flatMap((each) => [each, ...flat(each.subAttributes ?? [])]);

  it('say all characteristics of every attribute, in words of their own, with no null', () => {
    for (const attribute of all.flatMap(({ attributes }) => flat(attributes))) {
      expect(attribute).toEqual({
        ...attribute,
        name: expect.stringMatching(/^\$?[a-z][A-Za-z0-9]*$/) as string,
        description: expect.stringMatching(/^[A-Z].{5,}\.$/) as string,
        multiValued: expect.any(Boolean) as boolean,
        required: expect.any(Boolean) as boolean,
        caseExact: expect.any(Boolean) as boolean,
      });
      expect(attribute.subAttributes !== undefined, attribute.name).toBe(attribute.type === 'complex');
      expect(attribute.referenceTypes !== undefined, attribute.name).toBe(attribute.type === 'reference');
      expect(JSON.stringify(attribute)).not.toContain('null');
    }
    for (const { attributes } of all) expect(new Set(attributes.map(({ name }) => name)).size).toBe(attributes.length);
  });

  it('advertise no password, and what is required and who writes it', () => {
    const facts = ({ attributes }: (typeof all)[number]) =>
      Object.fromEntries(attributes.map(({ name, required, mutability }) => [name, `${required} ${mutability}`]));
    expect(facts(userType.schema)).toMatchObject({
      userName: 'true readWrite',
      groups: 'false readOnly',
      active: 'false readWrite',
    });
    expect(facts(userType.schema)).not.toHaveProperty('password');
    expect(facts(groupType.schema)).toEqual({ displayName: 'true readWrite', members: 'false readWrite' });
  });

  it('of a service that stores less', () => {
    const small = restrict(userType, ['userName', 'active', 'externalId'], false);
    expect(small.schema.attributes.map(({ name }) => name)).toEqual(['userName', 'active']);
    expect(small.extensions).toEqual([]);
    expect(small.unlisted.map(({ name }) => name)).toContain('externalId');
    expect(restrict(userType, [], true)).toMatchObject({ extensions: userType.extensions, name: 'User' });
    expect(restrict(userType, [], true).unlisted.map(({ name }) => name)).toEqual([
      'schemas',
      'id',
      'meta',
      'password',
    ]);
  });
});
