/** Whatever is sent: a resource in stored form or a SCIM error, and never a trace of a request that failed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatch } from '../../../src/sandbox/scim/protocol/patch.js';
import { readResource } from '../../../src/sandbox/scim/protocol/read-resource.js';
import { groupType, userType, type Resource, type ResourceType } from '../../../src/sandbox/scim/protocol/schemas.js';
import { ScimError } from '../../../src/sandbox/scim/protocol/scim-error.js';
import { coreUser, enterprise, patch, patchOp } from './support.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 200);

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const ids = fc.uniqueArray(id, { maxLength: 5 });
const value = (each: string) => ({ value: each });

it('adding and removing members is arithmetic of sets', () => {
  const operation = fc.record({ what: fc.constantFrom('add', 'remove', 'take', 'list', 'replace', 'clear'), who: ids });
  fc.assert(
    fc.property(ids, fc.array(operation, { minLength: 1, maxLength: 8 }), (before, operations) => {
      const expected = new Set(before);
      const sent = operations.flatMap(({ what, who }): readonly object[] => {
        if (what === 'replace' || what === 'clear') expected.clear();
        if (what === 'replace' || what === 'add') for (const each of who) expected.add(each);
        else for (const each of who) expected.delete(each);
        switch (what) {
          case 'add':
          case 'replace':
            return [{ op: what, path: 'members', value: who.map(value) }];
          case 'list':
            return [{ op: 'Remove', path: 'Members', value: who.map((each) => ({ $ref: null, value: each })) }];
          case 'take':
            return [
              { op: 'remove', path: `members[${who.map((each) => `value eq "${each}"`).join(' or ') || 'type pr'}]` },
            ];
          case 'clear':
            return [{ op: 'remove', path: 'members' }];
          default:
            return who.map((each) => ({ op: 'remove', path: `members[value eq "${each}"]` }));
        }
      });
      fc.pre(sent.length > 0);
      const group: Resource = { id: 'g', displayName: 'x', ...(before.length > 0 && { members: before.map(value) }) };
      const after = patch(group, groupType, sent);
      const members = (after['members'] ?? []) as readonly { readonly value: string }[];
      expect(new Set(members.map((each) => each.value))).toEqual(expected);
      expect(members).toHaveLength(expected.size);
      const same = before.length === expected.size && before.every((each) => expected.has(each));
      expect(after === group).toBe(same);
    }),
    { numRuns: runs },
  );
});

const known = [
  ...['id', 'userName', 'UserName', 'active', 'name', 'emails', 'groups', 'meta', 'password', 'schemas', 'displayName'],
  ...['members', 'externalId', 'value', 'type', 'primary', 'givenName', '$ref', 'manager', 'photos', 'addresses'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', coreUser, enterprise],
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'x', 'True', 'false', true, false, 0, 1.5, [], {}, [null], 'work', coreUser),
  fc.jsonValue({ maxDepth: 2 }),
);
/** JSON of the names that mean something, with values that may. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...known), tie('value')), { maxLength: 6 }).map((members) => {
      // As JSON.parse makes it: `__proto__` is a member like any other.
      const text = members.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`);
      return JSON.parse(`{${text.join()}}`) as unknown;
    }),
  ),
})).value;

/** No null, nothing empty, no list with two primaries, nothing that is not stored. */
function expectStored(resource: Resource, type: ResourceType): void {
  const names = [...type.schema.attributes, ...type.unlisted].map(({ name }) => name);
  const allowed = new Set([...names, ...type.extensions.map(({ id: urn }) => urn)]);
  for (const hidden of ['schemas', 'meta', 'groups', 'password']) allowed.delete(hidden);
  expect(Object.keys(resource).filter((name) => !allowed.has(name))).toEqual([]);
  const check = (given: unknown): void => {
    expect(given).not.toBeNull();
    expect(given).toBeDefined();
    if (typeof given !== 'object' || given === null) return;
    expect(Object.getPrototypeOf(given)).toBe(Array.isArray(given) ? Array.prototype : Object.prototype);
    expect(Object.keys(given).length).toBeGreaterThan(0);
    if (Array.isArray(given)) {
      expect(given.filter((each: unknown) => (each as Resource)['primary'] === true).length).toBeLessThan(2);
    }
    Object.values(given).forEach(check);
  };
  check(resource);
  const required = resource[type === userType ? 'userName' : 'displayName'];
  expect(typeof required === 'string' && required.trim() !== '').toBe(true);
}

/** Undefined where it is refused as SCIM refuses. */
function outcome(action: () => Resource): Resource | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    expect(error).toMatchObject({ status: 400, scimType: expect.any(String) as string });
    return undefined;
  }
}

const body = fc.oneof(
  json,
  fc
    .tuple(json, fc.constantFrom('x', 'Ada'))
    .map(([members, name]) =>
      typeof members === 'object' && !Array.isArray(members)
        ? { ...members, schemas: [coreUser], userName: name, displayName: name }
        : members,
    ),
);

it('any body is read into stored form, which reads as itself, or refused', () => {
  let read = 0;
  fc.assert(
    fc.property(body, fc.constantFrom(userType, groupType), fc.boolean(), (given, type, lenient) => {
      const before = JSON.stringify(given);
      const stored = outcome(() => readResource(given, type, { lenient }));
      expect(JSON.stringify(given)).toBe(before);
      if (stored === undefined) return;
      read += 1;
      expectStored(stored, type);
      expect(readResource(stored, type, { lenient: true })).toEqual(stored);
    }),
    { numRuns: runs * 2 },
  );
  expect(read).toBeGreaterThan(runs / 20);
});

const path = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(
    ...['emails[type eq "work"].value', 'emails[primary eq true]', 'emails.value', 'name.givenName', 'members.value'],
    ...['members[value eq "a"]', 'members[value eq "zz"].type', 'manager.value', 'addresses[type eq "work"].locality'],
    ...['emails[', 'emails[]', 'photos[type pr].primary', 'emails[type eq "work" or primary eq true].primary'],
  ),
  fc.constant(undefined),
);
const email = fc.record(
  {
    value: fc.constantFrom('x', 'X', 'y'),
    type: fc.constantFrom('work', 'home'),
    primary: fc.constantFrom(true, 'False'),
  },
  { requiredKeys: [] },
);
/** What may well be accepted, so that what comes after it meets more than the resource as it was. */
const sensible = fc.oneof(
  fc.record({
    op: fc.constantFrom('add', 'Replace', 'remove'),
    path: fc.constantFrom('emails', 'emails[type eq "work"]', 'emails[primary eq true]', 'emails[not (type pr)]'),
    value: fc.oneof(email, fc.array(email, { maxLength: 3 }), fc.constant(null)),
  }),
  fc.record({
    op: fc.constantFrom('add', 'Replace', 'remove'),
    path: fc.constantFrom(
      'emails[type eq "home"].value',
      'emails.type',
      'name.givenName',
      'displayName',
      'manager.value',
    ),
    value: fc.constantFrom('x', 'z', null),
  }),
  fc.record({
    op: fc.constantFrom('add', 'Replace', 'remove'),
    path: fc.constant('members'),
    value: fc.array(fc.record({ value: id, $ref: fc.constant(null) }), { maxLength: 3 }),
  }),
  fc.record({
    op: fc.constant('replace'),
    value: fc.record({ active: fc.boolean(), nickName: id, emails: fc.array(email) }),
  }),
);
const operation = fc.oneof(
  { weight: 6, arbitrary: sensible },
  {
    weight: 1,
    arbitrary: fc.record(
      { op: fc.constantFrom('add', 'Replace', 'remove', 'nope'), path, value: json },
      { requiredKeys: ['op'] },
    ),
  },
);
const operations = fc.array(operation, { minLength: 1, maxLength: 4 });
const ada: Resource = {
  id: 'u1',
  userName: 'ada',
  emails: [{ value: 'x', type: 'work', primary: true }, { value: 'y' }],
  [enterprise]: { manager: { value: 'u2' } },
};
const eng: Resource = { id: 'g1', displayName: 'eng', members: [{ value: 'a', type: 'User' }, { value: 'b' }] };

it('any patch leads to stored form or is refused, and the resource that it was sent for stays as it was', () => {
  let patched = 0;
  const options = fc.record({ lenient: fc.boolean(), noTargetOnReplace: fc.constantFrom('create', 'error') });
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: operations }, json), fc.boolean(), options, (sent, isUser, how) => {
      const [resource, type] = isUser ? [ada, userType] : [eng, groupType];
      const before = structuredClone(resource);
      const message = { schemas: [patchOp], Operations: sent };
      const after = outcome(() => applyPatch(resource, message, type, how));
      expect(resource).toEqual(before);
      if (after === undefined) return;
      patched += 1;
      expect(after['id']).toBe(resource['id']);
      expectStored(after, type);
      if (after !== resource) expect(after).not.toEqual(resource);
    }),
    { numRuns: runs * 4 },
  );
  expect(patched).toBeGreaterThan(runs / 4);
});

it('nesting as deep as JSON allows is refused or ignored, not followed', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
  for (const name of known.filter((each) => each !== '')) {
    outcome(() => readResource({ userName: 'x', displayName: 'x', [name]: deep }, userType, { lenient: true }));
    for (const op of ['add', 'replace', 'remove']) {
      for (const where of [undefined, name]) {
        const sent = { op, ...(where && { path: where }), value: where ? deep : { [name]: deep } };
        outcome(() => patch(ada, userType, [sent]));
        outcome(() => patch(eng, groupType, [sent]));
      }
    }
  }
  expect(outcome(() => readResource(deep, userType, { lenient: true }))).toBeUndefined();
});
