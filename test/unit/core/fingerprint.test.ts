import { describe, expect, it } from 'vitest';
import { digest } from '../../../src/core/canonical.js';
import type { Change } from '../../../src/core/change.js';
import { fingerprintsOf, indexLive } from '../../../src/core/fingerprint.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { LiveResource } from '../../../src/core/resource.js';
import { addressOf, changeOf, desired, live, liveOrganization, organization, updateOf } from './fake-vendor.js';

const absent = digest(null);
const touched = updateOf('group', 'a', { before: {}, after: {}, edits: [] });
const managed = organization({
  resources: [desired('group', 'a', { about: 'x' }), desired('person', 'ann', { role: 'owner' })],
});

const isOwner = (person: JsonObject): boolean => person['role'] === 'owner';

const printsOf = (there: readonly LiveResource[], changes: readonly Change[] = [touched]): Record<string, string> =>
  fingerprintsOf(managed, liveOrganization(there), changes, [], isOwner);

const group = (attributes: JsonObject, rest: Partial<LiveResource> = {}): LiveResource =>
  live('group', 'a', attributes, rest);

describe('fingerprintsOf', () => {
  const before = printsOf([group({ about: 'x', members: ['ann'] }, { native: { ids: ['1'] } })]);

  it.each<[string, LiveResource[], boolean]>([
    ['a managed field', [group({ about: 'y', members: ['ann'] }, { native: { ids: ['1'] } })], true],
    ['a managed field that is gone', [group({ members: ['ann'] }, { native: { ids: ['1'] } })], true],
    ['an unmanaged field', [group({ about: 'x', members: [] }, { native: { ids: ['1'] } })], false],
    ['what a write sends back whole', [group({ about: 'x' }, { native: { ids: ['2'] } })], true],
    ['another object under the name', [group({ about: 'x' }, { native: { ids: ['1'] }, remoteId: 'other' })], true],
    ['the origin', [group({ about: 'x' }, { native: { ids: ['1'] }, origin: 'scim' })], false],
    ['the object is gone', [], true],
    ['another object', [group({ about: 'x' }, { native: { ids: ['1'] } }), live('group', 'b')], false],
  ])('%s', (_, there, isStale) => {
    expect(printsOf(there)['acme/group/a'] !== before['acme/group/a']).toBe(isStale);
  });

  it.each<[string, Change[], string[]]>([
    ['a create stands on nothing being there', [changeOf('create', 'group', 'new')], ['acme/group/new']],
    ['a delete', [changeOf('delete', 'group', 'a')], ['acme/group/a']],
    [
      'a rename stands on both names',
      [updateOf('group', 'new', { before: {}, after: {}, edits: [], previousAddress: addressOf('group', 'a') })],
      ['acme/group/a', 'acme/group/new'],
    ],
    ['what there is one of', [changeOf('replace', 'options', '')], ['acme/options']],
  ])('%s', (_, changes, addresses) => {
    const there = [group({ about: 'x' }), live('options', '', {}, { remoteId: undefined })];
    const prints = printsOf(there, changes);
    expect(Object.keys(prints)).toEqual(addresses);
    const isThere = (address: string): boolean => !address.endsWith('/new');
    for (const [address, print] of Object.entries(prints)) expect(print !== absent).toBe(isThere(address));
  });

  it('leaves out what native tells in full: how it reads depends on what else was read', () => {
    const told = { toldByNative: ['about'], native: { about: 'id-of-x' } };
    const [one, two] = ['by name', 'by id'].map((about) => printsOf([group({ about }, told)]));
    expect(one).toEqual(two);
    expect(printsOf([group({ about: 'by name' }, { ...told, native: { about: 'id-of-y' } })])).not.toEqual(one);
  });

  it('knows of an owner whom only a guard counted no more than being one', () => {
    const printOf = (there: readonly LiveResource[]): Record<string, string> =>
      fingerprintsOf(
        managed,
        liveOrganization(there),
        [],
        [addressOf('person', 'ann')],
        ({ role }) => role === 'owner',
      );
    const owner = live('person', 'ann', { role: 'owner', seats: {} });
    expect(printOf([{ ...owner, attributes: { role: 'owner' }, native: { x: 1 } }])).toEqual(printOf([owner]));
    expect(printOf([{ ...owner, remoteId: undefined }])).not.toEqual(printOf([owner]));
    expect(printOf([{ ...owner, attributes: { role: 'member' } }])).toEqual(printOf([]));
  });

  it('covers what the guards relied on, in one order, once', () => {
    const prints = fingerprintsOf(
      managed,
      liveOrganization([live('person', 'ann', { role: 'owner' }), live('person', 'bob', { role: 'owner' }), group({})]),
      [touched, changeOf('delete', 'person', 'bob')],
      [addressOf('person', 'bob'), addressOf('person', 'ann')],
      isOwner,
    );
    expect(Object.keys(prints)).toEqual(['acme/group/a', 'acme/person/ann', 'acme/person/bob']);
  });
});

it.each<[string, JsonObject, boolean]>([
  ['nothing of an owner whom a guard counted', { role: 'owner', about: 'new' }, false],
  ['that the person is an owner no longer', { role: 'guest', about: 'old' }, true],
])('notices %s', (_, now, isStale) => {
  const prints = (attributes: JsonObject): Record<string, string> =>
    fingerprintsOf(
      managed,
      liveOrganization([live('person', 'ann', attributes)]),
      [],
      [addressOf('person', 'ann')],
      isOwner,
    );
  expect(prints(now)['acme/person/ann'] !== prints({ role: 'owner', about: 'old' })['acme/person/ann']).toBe(isStale);
});

it('indexLive knows each object by its address', () => {
  const there = [live('group', 'a'), live('options', '')];
  expect([...indexLive(liveOrganization(there)).keys()]).toEqual(['acme/group/a', 'acme/options']);
});
