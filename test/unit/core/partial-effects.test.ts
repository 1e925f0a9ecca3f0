import { describe, expect, it } from 'vitest';
import { changesSoFar, servingOf } from '../../../src/core/changes-so-far.js';
import type { Change } from '../../../src/core/change.js';
import type { OperationDraft } from '../../../src/core/operation.js';
import { makesFields, makesMembers, makesWhole } from '../../../src/core/partial-effects.js';
import { addressOf, changeOf, updateOf } from './fake-vendor.js';

type Request = Pick<OperationDraft, 'addresses' | 'effects'>;

const crew = addressOf('group', 'crew');
const rename = updateOf('group', 'crew', {
  before: { about: 'old', members: ['ann'] },
  after: { about: 'new', members: ['bob'] },
  edits: [
    { type: 'set', path: ['about'], before: 'old', after: 'new' },
    { type: 'members', path: ['members'], added: ['bob'], removed: ['ann'] },
  ],
});

/** What of the changes holds after none, one, ... of the requests. */
function steps(changes: readonly Change[], requests: readonly Request[]): readonly (readonly Change[])[] {
  const serving = servingOf(requests);
  return [-1, ...requests.keys()].map((position) => changesSoFar(changes, serving, position));
}

const plain = (request: Partial<Request> = {}): Request => ({ addresses: [crew], ...request });

describe('a change that several requests make', () => {
  it('holds as a whole only with the last of them, unless one says what it makes', () => {
    expect(steps([rename], [plain(), plain()])).toEqual([[], [], [rename]]);
  });

  it('holds in part by the fields that a request makes', () => {
    const [, first, both] = steps([rename], [plain(makesFields(rename, 'about')), plain()]);
    expect(first).toEqual([{ ...rename, edits: [rename.edits[0]], after: { about: 'new', members: ['ann'] } }]);
    expect(both).toEqual([rename]);
  });

  it('keeps an earlier name', () => {
    const renamed = { ...rename, previousAddress: addressOf('group', 'old') };
    const [, first] = steps([renamed], [plain(makesFields(renamed, 'about')), plain()]);
    expect(first).toMatchObject([{ previousAddress: 'acme/group/old' }]);
  });

  it('holds in part by the people whom a request adds or takes out', () => {
    const [, added, swapped] = steps(
      [rename],
      [
        plain(makesMembers(crew, 'members', { added: ['bob'] })),
        plain(makesMembers(crew, 'members', { removed: ['ann'] })),
        plain(),
      ],
    );
    expect(added).toMatchObject([{ action: 'update', after: { members: ['ann', 'bob'] } }]);
    expect(swapped).toMatchObject([{ action: 'update', after: { members: ['bob'] } }]);
  });

  it('of no edits of its own has nothing to make in parts', () => {
    const deletion = changeOf('delete', 'group', 'crew', { before: { about: 'old' } });
    expect(makesFields(deletion, 'about')).toEqual({ effects: [{ address: crew, edits: [] }] });
  });

  it.each<[string, Change, Request, readonly Partial<Change>[]]>([
    [
      'a deletion that loosens first',
      changeOf('delete', 'group', 'crew', { before: { about: 'old' } }),
      plain(makesWhole(crew, { about: 'loose' })),
      [{ action: 'replace', before: { about: 'old' }, after: { about: 'loose' } }],
    ],
    [
      'a creation in two steps',
      changeOf('create', 'group', 'crew', { after: { about: 'on' } }),
      plain(makesWhole(crew, { about: 'off' })),
      [{ action: 'create', after: { about: 'off' } }],
    ],
    [
      'an update by way of nothing',
      rename,
      plain(makesWhole(crew, undefined)),
      [{ action: 'delete', before: { about: 'old', members: ['ann'] } }],
    ],
    [
      'a creation that begins with nothing',
      changeOf('create', 'group', 'crew'),
      plain(makesWhole(crew, undefined)),
      [],
    ],
    [
      'an update that makes another object for a while',
      rename,
      plain(makesWhole(crew, { about: 'other' })),
      [{ action: 'replace', after: { about: 'other' } }],
    ],
    [
      'a creation with people who come by another request',
      changeOf('create', 'group', 'crew', { after: { members: ['bob'] } }),
      plain(makesMembers(crew, 'members', { added: ['bob'] })),
      [{ action: 'create', after: { members: ['bob'] } }],
    ],
  ])('is, in between, %s', (_, change, request, expected) => {
    const [, between, end] = steps([change], [request, plain()]);
    expect(between).toMatchObject(expected);
    expect(between).toHaveLength(expected.length);
    expect(end).toEqual([change]);
  });

  it('is another one for each address that a request serves', () => {
    const other = addressOf('group', 'other');
    const request = { addresses: [other, crew], ...makesMembers(crew, 'members', { added: ['bob'] }) };
    const [, first] = steps([rename, { ...rename, address: other, name: 'other' }], [request, plain()]);
    expect(first?.map(({ address }) => address)).toEqual([crew, other]);
  });

  it('that no request serves never holds', () => {
    expect(steps([rename], [{ addresses: [addressOf('group', 'other')] }])).toEqual([[], []]);
  });
});
