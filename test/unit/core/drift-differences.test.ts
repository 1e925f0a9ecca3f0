import { describe, expect, it } from 'vitest';
import { differencesBetween, sideOf, type Difference } from '../../../src/core/drift-differences.js';
import type { Json, JsonObject } from '../../../src/core/json.js';
import type { RecordShape } from '../../../src/core/shape.js';
import { kinds, optionsShape } from './fake-vendor.js';

const shapeOf = (wanted: string): RecordShape => kinds.find(({ kind }) => kind === wanted)?.shape ?? optionsShape;
const named = (text: string): JsonObject => JSON.parse(text) as JsonObject;

type Expected = readonly [Difference['direction'], string, Json | undefined, Json | undefined, (readonly string[])?];

describe('differences', () => {
  it.each<[string, string, JsonObject, JsonObject, readonly Expected[]]>([
    ['none between equals', 'options', { title: 'a' }, { title: 'a' }, []],
    ['a value that differs', 'options', { title: 'a' }, { title: 'b' }, [['changed', 'title', 'a', 'b']]],
    ['a value that live does not have', 'options', {}, { title: 'b' }, [['changed', 'title', undefined, 'b']]],
    ['what the plan says nothing about', 'options', { title: 'a' }, {}, []],
    ['what no read tells', 'options', { key: '(secret)' }, { key: 'x', hint: 'y' }, []],
    [
      'a set, both ways at once',
      'options',
      { colours: ['red', 'green', 'amber'] },
      { colours: ['red', 'blue', 'black'] },
      [
        ['extra', 'colours', ['amber', 'green'], undefined],
        ['missing', 'colours', undefined, ['black', 'blue']],
      ],
    ],
    ['a set in another order', 'options', { colours: ['a', 'b'] }, { colours: ['b', 'a'] }, []],
    ['a set that is new', 'options', {}, { colours: ['a'] }, [['missing', 'colours', undefined, ['a']]]],
    [
      'roles in a set: those that live has too many',
      'zone',
      { grants: ['owner', 'read'] },
      { grants: ['write'] },
      [
        ['extra', 'grants', ['owner', 'read'], undefined, ['owner', 'read']],
        ['missing', 'grants', undefined, ['write']],
      ],
    ],
    [
      'people of a collection',
      'group',
      { members: ['ann', 'bob'] },
      { members: ['ann', 'eve'] },
      [
        ['extra', 'members', ['bob'], undefined],
        ['missing', 'members', undefined, ['eve']],
      ],
    ],
    [
      'a role that is another',
      'person',
      { role: 'owner' },
      { role: 'member' },
      [['changed', 'role', 'owner', 'member', ['owner']]],
    ],
    [
      'entries of a map, in the order of their keys',
      'person',
      { seats: { z: { role: 'chair' }, b: { role: 'guest' }, a: { role: 'guest' } } },
      { seats: { y: { role: 'guest' }, x: { role: 'guest' }, b: { role: 'chair' } } },
      [
        ['extra', 'seats/a', { role: 'guest' }, undefined, ['guest']],
        ['changed', 'seats/b/role', 'guest', 'chair', ['guest']],
        ['extra', 'seats/z', { role: 'chair' }, undefined, ['chair']],
        ['missing', 'seats/x', undefined, { role: 'guest' }],
        ['missing', 'seats/y', undefined, { role: 'guest' }],
      ],
    ],
    [
      'entries of a map whose names every object has',
      'person',
      named('{"seats": {"__proto__": {"role": "chair"}}}'),
      named('{"seats": {"constructor": {"role": "guest"}}}'),
      [
        ['extra', 'seats/__proto__', { role: 'chair' }, undefined, ['chair']],
        ['missing', 'seats/constructor', undefined, { role: 'guest' }],
      ],
    ],
    ['a word for an object', 'options', { welcome: 'none' }, { welcome: 'none' }, []],
    [
      'an object where live has a word',
      'options',
      { welcome: 'none' },
      { welcome: { role: 'guest' } },
      [['changed', 'welcome', 'none', { role: 'guest' }]],
    ],
    [
      'a word where live has an object',
      'options',
      { welcome: { role: 'guest' } },
      { welcome: 'none' },
      [['changed', 'welcome', { role: 'guest' }, 'none']],
    ],
    [
      'an object that live does not have',
      'options',
      {},
      { login: { url: 'u' } },
      [['changed', 'login', undefined, { url: 'u' }]],
    ],
    [
      'the same object, keys in another order',
      'options',
      { title: named('{"a":1,"b":2}') },
      { title: named('{"b":2,"a":1}') },
      [],
    ],
  ])('%s', (_, kind, before, after, expected) => {
    expect(
      differencesBetween(before, after, shapeOf(kind)).map((difference) => [
        difference.direction,
        difference.path.join('/'),
        difference.before,
        difference.after,
        difference.roles,
      ]),
    ).toEqual(expected.map(([direction, path, live, wanted, roles = []]) => [direction, path, live, wanted, roles]));
  });
});

describe('a side of differences', () => {
  const differences = differencesBetween(
    named('{"role": "owner", "seats": {"a": {"role": "guest"}, "__proto__": {"role": "chair"}}}'),
    named('{"role": "member", "seats": {"a": {"role": "chair"}, "c": {"role": "guest"}}}'),
    shapeOf('person'),
  );

  it('is an object again, with only what differs', () => {
    expect(JSON.stringify(sideOf(differences, 'before'))).toBe(
      '{"role":"owner","seats":{"__proto__":{"role":"chair"},"a":{"role":"guest"}}}',
    );
    expect(sideOf(differences, 'after')).toEqual({
      role: 'member',
      seats: { a: { role: 'chair' }, c: { role: 'guest' } },
    });
  });

  it('is not there where no difference has it', () => {
    const extra = differences.filter(({ direction }) => direction === 'extra');
    expect(sideOf(extra, 'after')).toBeUndefined();
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});
