import { describe, expect, it } from 'vitest';
import { applyEdits, diffAttributes, objectOf, textList } from '../../../src/core/diff.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { Edit, RecordShape } from '../../../src/core/shape.js';
import { kinds, optionsShape } from './fake-vendor.js';

const groupShape = kinds.find(({ kind }) => kind === 'group')?.shape as RecordShape;
const personShape = kinds.find(({ kind }) => kind === 'person')?.shape as RecordShape;

interface Case {
  readonly shape?: RecordShape;
  readonly desired: JsonObject;
  /** Undefined: the object is to be created. */
  readonly live: JsonObject | undefined;
  readonly edits: readonly Edit[];
  readonly after: JsonObject;
}

const set = (path: string[], before: Extract<Edit, { type: 'set' }>['before'], after: JsonObject[string]): Edit => ({
  type: 'set',
  path,
  before,
  after,
});

const cases: Readonly<Record<string, Case>> = {
  'nothing wanted, nothing there': { desired: {}, live: {}, edits: [], after: {} },
  'an equal value': { desired: { title: 'A' }, live: { title: 'A' }, edits: [], after: { title: 'A' } },
  'another value': {
    desired: { title: 'B' },
    live: { title: 'A' },
    edits: [set(['title'], 'A', 'B')],
    after: { title: 'B' },
  },
  'a value that is not there': {
    desired: { title: 'B' },
    live: {},
    edits: [set(['title'], undefined, 'B')],
    after: { title: 'B' },
  },
  'an unmanaged value stays': { desired: {}, live: { title: 'A' }, edits: [], after: { title: 'A' } },
  'a live field that the shape does not know is not shown': { desired: {}, live: { other: 1 }, edits: [], after: {} },
  'a secret is never a difference, and is shown': {
    desired: { key: { env: 'KEY' } },
    live: { key: 'x' },
    edits: [],
    after: { key: { env: 'KEY' } },
  },
  'a write-only field is never a difference': {
    desired: { hint: true },
    live: {},
    edits: [],
    after: { hint: true },
  },
  'a set in another order': {
    desired: { colours: ['red', 'blue'] },
    live: { colours: ['blue', 'red'] },
    edits: [],
    after: { colours: ['blue', 'red'] },
  },
  'a set is exact': {
    desired: { colours: ['green', 'red', 'amber', 'red'] },
    live: { colours: ['red', 'blue', 'black'] },
    edits: [{ type: 'members', path: ['colours'], added: ['amber', 'green'], removed: ['black', 'blue'] }],
    after: { colours: ['amber', 'green', 'red'] },
  },
  'an empty set empties': {
    desired: { colours: [] },
    live: { colours: ['red'] },
    edits: [{ type: 'members', path: ['colours'], added: [], removed: ['red'] }],
    after: { colours: [] },
  },
  'a set that is not there': {
    desired: { colours: ['red'] },
    live: {},
    edits: [{ type: 'members', path: ['colours'], added: ['red'], removed: [] }],
    after: { colours: ['red'] },
  },
  'an empty set and none are the same': { desired: { colours: [] }, live: {}, edits: [], after: { colours: [] } },
  'a record, field by field; a field not given is unmanaged': {
    desired: { welcome: { role: 'guest' } },
    live: { welcome: { role: 'host', seats: { a: '1' } } },
    edits: [set(['welcome', 'role'], 'host', 'guest')],
    after: { welcome: { role: 'guest', seats: { a: '1' } } },
  },
  'a word instead of a record': {
    desired: { welcome: 'none' },
    live: { welcome: { role: 'host' } },
    edits: [set(['welcome'], { role: 'host' }, 'none')],
    after: { welcome: 'none' },
  },
  'a record instead of a word': {
    desired: { welcome: { role: 'host' } },
    live: { welcome: 'none' },
    edits: [set(['welcome'], 'none', { role: 'host' })],
    after: { welcome: { role: 'host' } },
  },
  'the same word': { desired: { welcome: 'none' }, live: { welcome: 'none' }, edits: [], after: { welcome: 'none' } },
  'a word where nothing is': {
    desired: { welcome: 'none' },
    live: {},
    edits: [set(['welcome'], undefined, 'none')],
    after: { welcome: 'none' },
  },
  'a record where nothing is': {
    desired: { welcome: { role: 'host' } },
    live: {},
    edits: [set(['welcome'], undefined, { role: 'host' })],
    after: { welcome: { role: 'host' } },
  },
  'a map is exact, and its values are compared': {
    shape: personShape,
    desired: { seats: { a: { role: 'x' }, c: { role: 'y' } } },
    live: { seats: { a: { role: 'w', rooms: { r: 'x' } }, b: { role: 'z' } } },
    edits: [
      set(['seats', 'a', 'role'], 'w', 'x'),
      { type: 'unset', path: ['seats', 'b'], before: { role: 'z' } },
      set(['seats', 'c'], undefined, { role: 'y' }),
    ],
    after: { seats: { a: { role: 'x', rooms: { r: 'x' } }, c: { role: 'y' } } },
  },
  'an empty map empties': {
    shape: personShape,
    desired: { seats: {} },
    live: { seats: { b: { role: 'z' } } },
    edits: [{ type: 'unset', path: ['seats', 'b'], before: { role: 'z' } }],
    after: { seats: {} },
  },
  'a map whose keys hold nothing on either side': {
    shape: personShape,
    // JSON cannot say this, but a spread of an absent field can.
    desired: { seats: { a: undefined } as unknown as JsonObject },
    live: { seats: {} },
    edits: [],
    after: { seats: {} },
  },
  'a map where nothing is': {
    shape: personShape,
    desired: { seats: { a: { role: 'x' } } },
    live: {},
    edits: [set(['seats', 'a'], undefined, { role: 'x' })],
    after: { seats: { a: { role: 'x' } } },
  },
  'a creation: everything given is new, nothing is unlisted': {
    shape: groupShape,
    desired: { about: 'A', members: ['b', 'a'] },
    live: undefined,
    edits: [set(['about'], undefined, 'A'), { type: 'members', path: ['members'], added: ['a', 'b'], removed: [] }],
    after: { about: 'A', members: ['a', 'b'] },
  },
};

describe('diffAttributes', () => {
  it.each(Object.entries(cases))('%s', (_, { shape = optionsShape, desired, live, edits, after }) => {
    expect(diffAttributes(desired, live, shape, () => false)).toEqual({ after, edits, unlisted: [] });
  });

  it.each(Object.entries(cases))('%s: a second diff finds nothing', (_, { shape = optionsShape, desired, after }) => {
    expect(diffAttributes(desired, after, shape, () => true).edits).toEqual([]);
  });

  describe('of a collection', () => {
    const desired = { members: ['new', 'both'] };
    const live = { members: ['z-extra', 'both', 'extra'] };

    it('reports what is live but not listed, and keeps it', () => {
      expect(diffAttributes(desired, live, groupShape, () => false)).toEqual({
        after: { members: ['both', 'extra', 'new', 'z-extra'] },
        edits: [{ type: 'members', path: ['members'], added: ['new'], removed: [] }],
        unlisted: [
          { key: 'teamMembers', entry: 'extra' },
          { key: 'teamMembers', entry: 'z-extra' },
        ],
      });
    });

    it('removes only what may be removed', () => {
      const asked: string[] = [];
      const difference = diffAttributes(desired, live, groupShape, (key, entry) => {
        asked.push(`${key}: ${entry}`);
        return entry === 'extra';
      });
      expect(difference).toEqual({
        after: { members: ['both', 'new', 'z-extra'] },
        edits: [{ type: 'members', path: ['members'], added: ['new'], removed: ['extra'] }],
        unlisted: [{ key: 'teamMembers', entry: 'z-extra' }],
      });
      expect(asked).toEqual(['teamMembers: extra', 'teamMembers: z-extra']);
    });

    it('is no difference where only unlisted entries differ', () => {
      const { edits, unlisted } = diffAttributes({ members: [] }, live, groupShape, () => false);
      expect(edits).toEqual([]);
      expect(unlisted).toHaveLength(3);
    });
  });
});

describe('applyEdits', () => {
  const before: JsonObject = { title: 'A', colours: ['red', 'blue'], welcome: { role: 'host', seats: { a: '1' } } };

  it.each<[string, Edit, JsonObject]>([
    ['a set', set(['title'], 'A', 'B'), { ...before, title: 'B' }],
    [
      'a nested set',
      set(['welcome', 'seats', 'b'], undefined, '2'),
      { ...before, welcome: { role: 'host', seats: { a: '1', b: '2' } } },
    ],
    ['a set below nothing', set(['login', 'url'], undefined, 'u'), { ...before, login: { url: 'u' } }],
    [
      'an unset',
      { type: 'unset', path: ['welcome', 'seats', 'a'], before: '1' },
      { ...before, welcome: { role: 'host', seats: {} } },
    ],
    [
      'members',
      { type: 'members', path: ['colours'], added: ['amber', 'red'], removed: ['blue'] },
      { ...before, colours: ['amber', 'red'] },
    ],
    [
      'members of nothing',
      { type: 'members', path: ['teams'], added: ['x'], removed: [] },
      { ...before, teams: ['x'] },
    ],
    ['an edit of nothing at all', { type: 'unset', path: [], before: null }, before],
  ])('%s', (_, edit, after) => {
    expect(applyEdits(before, [edit])).toEqual(after);
  });

  it('makes all edits in turn, and leaves the live attributes alone', () => {
    const copy = structuredClone(before);
    expect(applyEdits(before, [set(['title'], 'A', 'B'), set(['title'], 'B', 'C')])['title']).toBe('C');
    expect(applyEdits(before, [])).toEqual(copy);
    expect(before).toEqual(copy);
  });

  it.each(Object.entries(cases).filter(([, { live }]) => live !== undefined))(
    'gives what the diff says: %s',
    (_, { shape = optionsShape, desired, live = {} }) => {
      const { edits, after } = diffAttributes(desired, live, shape, () => false);
      // Secret and write-only fields are sent along, not edited; sets are compared without order.
      const { key: _key, hint: _hint, ...edited } = applyEdits(live, edits);
      const { key: _secret, hint: _sent, ...wanted } = after;
      expect(sorted(edited)).toEqual(sorted(wanted));
    },
  );
});

function sorted({ other: _unknown, ...attributes }: JsonObject): JsonObject {
  const colours = textList(attributes['colours']);
  return colours.length === 0 ? dropEmpty(attributes) : { ...attributes, colours: [...colours].sort() };
}

function dropEmpty({ colours: _none, ...rest }: JsonObject): JsonObject {
  return rest;
}

it.each([
  [undefined, []],
  ['x', []],
  [
    ['a', 1, null, 'b'],
    ['a', 'b'],
  ],
])('textList(%j)', (value, expected) => {
  expect(textList(value)).toEqual(expected);
});

it.each([
  [undefined, {}],
  ['none', {}],
  [['a'], {}],
  [{ a: 1 }, { a: 1 }],
])('objectOf(%j)', (value, expected) => {
  expect(objectOf(value)).toEqual(expected);
});
