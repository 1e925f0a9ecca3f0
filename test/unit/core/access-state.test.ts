import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessState } from '../../../src/core/access.js';
import { openAccess, type AccessSource } from '../../../src/core/open-access.js';
import { plannedResources } from '../../../src/core/planned-state.js';
import {
  addressOf,
  changeOf,
  fakeProvider,
  kinds,
  live,
  liveOrganization,
  organization,
  updateOf,
} from './fake-vendor.js';

const people = [live('person', 'alice', { role: 'owner' }), live('person', 'bob', { role: 'guest' })];
const crew = live('group', 'crew', { members: ['alice', 'bob'], about: 'all' });

describe('the planned state', () => {
  it('without changes is the live one', () => {
    const { resources, deleted } = plannedResources(liveOrganization([...people, live('options', '')]), [], kinds);
    expect(deleted).toEqual([]);
    expect(resources.map(({ address, change }) => [address, change])).toEqual([
      ['acme/person/alice', undefined],
      ['acme/person/bob', undefined],
      ['acme/options', undefined],
    ]);
  });

  it('has what is created, and not what is deleted', () => {
    const creation = changeOf('create', 'person', 'carol', { after: { role: 'guest' } });
    const deletion = changeOf('delete', 'group', 'crew');
    const { resources, deleted } = plannedResources(liveOrganization([...people, crew]), [creation, deletion], kinds);
    expect(resources.map(({ name }) => name)).toEqual(['alice', 'bob', 'carol']);
    expect(resources[2]).toEqual({
      kind: 'person',
      name: 'carol',
      remoteId: undefined,
      attributes: { role: 'guest' },
      origin: 'yaml',
      native: {},
      address: addressOf('person', 'carol'),
      change: creation,
    });
    expect(deleted).toEqual([{ ...crew, address: addressOf('group', 'crew'), change: deletion }]);
  });

  it('takes whoever leaves out of every team', () => {
    const { resources } = plannedResources(
      liveOrganization([...people, crew, live('group', 'unread', { about: 'x' })]),
      [changeOf('delete', 'person', 'bob')],
      kinds,
    );
    expect(resources.map(({ attributes }) => attributes)).toEqual([
      { role: 'owner' },
      { members: ['alice'], about: 'all' },
      { about: 'x' },
    ]);
  });

  it('makes edits on what was read, which may be more than what the plan was made from', () => {
    const rename = updateOf('group', 'team', {
      previousAddress: addressOf('group', 'crew'),
      before: { members: ['alice', 'bob'] },
      after: { members: ['alice'] },
      edits: [{ type: 'members', path: ['members'], added: [], removed: ['bob'] }],
    });
    const { resources } = plannedResources(liveOrganization([crew]), [rename], kinds);
    expect(resources).toMatchObject([
      {
        name: 'team',
        address: 'acme/group/team',
        attributes: { members: ['alice'], about: 'all' },
        remoteId: 'id-of-crew',
      },
    ]);
  });

  it('has what is replaced as it will be, and ignores changes of what is not there', () => {
    const { resources } = plannedResources(
      liveOrganization([live('options', '', { title: 'old' })]),
      [
        changeOf('replace', 'options', '', { before: { title: 'old' }, after: { title: 'new' } }),
        changeOf('delete', 'person', 'gone'),
      ],
      kinds,
    );
    expect(resources.map(({ attributes }) => attributes)).toEqual([{ title: 'new' }]);
  });

  it('keeps the name of what is updated, and things of a kind that nobody described', () => {
    const edits = [{ type: 'set', path: ['role'], before: 'guest', after: 'owner' }] as const;
    const promotion = updateOf('person', 'bob', { before: { role: 'guest' }, after: { role: 'owner' }, edits });
    const { resources } = plannedResources(
      liveOrganization([...people, live('riddle', 'x', { members: ['alice'] })]),
      [promotion, changeOf('delete', 'person', 'alice')],
      kinds,
    );
    expect(resources.map(({ address, attributes }) => [address, attributes])).toEqual([
      ['acme/person/bob', { role: 'owner' }],
      ['acme/riddle/x', { members: ['alice'] }],
    ]);
  });

  it('does not have twice what is created although it is there', () => {
    const creation = changeOf('create', 'person', 'alice', { after: { role: 'guest' } });
    const { resources } = plannedResources(liveOrganization(people), [creation], kinds);
    expect(resources.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['alice', { role: 'guest' }],
      ['bob', { role: 'guest' }],
    ]);
  });
});

describe('opening the rules', () => {
  function sourceOf(name: string, type: string, states: AccessState[]): AccessSource {
    const rules: AccessRules = {
      methods: [],
      open: (state) => {
        states.push(state);
        return { passage: refuse, entrance: refuse, people: [], domains: [] };
      },
    };
    return {
      desired: organization({ name, type, id: `id-${name}` }),
      provider: fakeProvider({ type, access: rules }),
      live: liveOrganization(people, { organization: name }),
      changes: [],
    };
  }

  it('gives them the state, and that of the other organizations of the vendor', () => {
    const states: AccessState[] = [];
    const acme = sourceOf('acme', 'fake', states);
    const opened = openAccess(acme, [acme, sourceOf('labs', 'fake', []), sourceOf('else', 'other', [])]);
    expect(opened?.rules).toBe(acme.provider.access);
    expect(states).toHaveLength(1);
    expect(states[0]).toMatchObject({ name: 'acme', id: 'id-acme', deleted: [] });
    expect(states[0]?.resources.map(({ address }) => address)).toEqual(['acme/person/alice', 'acme/person/bob']);
    expect(states[0]?.peers.map(({ resources }) => resources[0]?.address)).toEqual(['labs/person/alice']);
  });

  it('is impossible where nobody wrote the rules down', () => {
    const source = { desired: organization(), provider: fakeProvider(), live: liveOrganization([]), changes: [] };
    expect(openAccess(source, [source])).toBeUndefined();
  });
});

function refuse(): never {
  throw new Error('nobody asks');
}
