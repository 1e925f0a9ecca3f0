/** A vendor whose rules are two: a zone lets in whom it has, and everybody has the roles of their groups. */
import { describe, expect, it } from 'vitest';
import type { AccessRules, AccessState, StateResource } from '../../../src/core/access.js';
import type { Change } from '../../../src/core/change.js';
import { textList } from '../../../src/core/diff.js';
import type { Operation, PartialEffect } from '../../../src/core/operation.js';
import type { LiveResource } from '../../../src/core/resource.js';
import { transientLosses } from '../../../src/core/transient-access.js';
import { changeOf, fakeProvider, live, liveOrganization, organization, updateOf } from './fake-vendor.js';

/** `open` on a zone lets its people in by `key`; a group's `about` is the role that it gives. */
function rulesOf(overrides: Partial<AccessRules> = {}): AccessRules {
  return {
    methods: [{ name: 'key' }, { name: 'back door', bypass: true }],
    holds: (role, other) => role === 'owner' && other === 'guest',
    open: ({ resources }: AccessState) => {
      const ofKind = (kind: string): StateResource[] => resources.filter((each) => each.kind === kind);
      return {
        people: ofKind('person').map(({ name }) => name),
        domains: ['acme.com'],
        passage: (person) => {
          const zone = ofKind('zone').find(({ name }) => person.endsWith(`@${name}`));
          const verdict = zone === undefined || zone.attributes['state'] === 'open' ? 'yes' : 'no';
          return { verdict, identityProvider: undefined, reasons: [], assumptions: [] };
        },
        entrance: ({ person }) => {
          const known = ofKind('person').some(({ name }) => name === person) || person.startsWith('*@');
          const groups = ofKind('group').filter(({ attributes }) => textList(attributes['members']).includes(person));
          return {
            verdict: known ? 'yes' : 'no',
            path: known ? 'member' : undefined,
            roles: groups.map(({ attributes: { about } }) => ({
              place: '',
              role: typeof about === 'string' ? about : 'guest',
              sources: [],
            })),
            possibleRoles: [],
            reasons: [],
            assumptions: [],
          };
        },
      };
    },
    ...overrides,
  };
}

const ann = live('person', 'ann@acme.com', {});
const bob = live('person', 'bob@acme.com', {});
const group = (name: string, about: string, ...members: string[]): LiveResource =>
  live('group', name, { about, members });

function request(id: number, change: Change, effects?: readonly PartialEffect[]): Operation {
  return {
    id: String(id),
    organization: 'acme',
    method: 'POST',
    path: `/${id}`,
    addresses: [change.address],
    needs: [],
    retry: 'safe',
    ...(effects !== undefined && { effects }),
  };
}

function losses(
  resources: readonly LiveResource[],
  changes: readonly Change[],
  operations: readonly Operation[],
  more: {
    readonly rules?: AccessRules;
    readonly domains?: readonly string[];
    readonly peers?: readonly Change[];
  } = {},
): readonly string[] {
  const { rules = rulesOf(), domains = [], peers } = more;
  const provider = fakeProvider({ access: rules });
  const whole = liveOrganization(resources);
  return transientLosses({
    live: whole,
    rules,
    domains,
    organization: { desired: organization(), provider, live: whole, changes },
    peers:
      peers === undefined
        ? []
        : [{ desired: organization({ name: 'other' }), provider, live: liveOrganization([]), changes: peers }],
    operations,
    idpGroups: undefined,
  }).map(({ severity, code, summary, detail, address }) => {
    expect([severity, code, address]).toEqual(['warning', 'transient-loss', 'acme']);
    const [, from = '', until = ''] = /From request (\d+) .* until request (\d+) /.exec(detail ?? '') ?? [];
    return `${summary.split(' while this is applied')[0] ?? ''}: ${from} to ${until}`;
  });
}

function leaves(name: string, person: string, about: string): Change {
  return updateOf('group', name, {
    before: { about, members: [person] },
    after: { about, members: [] },
    edits: [{ type: 'members', path: ['members'], added: [], removed: [person] }],
  });
}

function joins(name: string, person: string, about: string): Change {
  return updateOf('group', name, {
    before: { about, members: [] },
    after: { about, members: [person] },
    edits: [{ type: 'members', path: ['members'], added: [person], removed: [] }],
  });
}

const zone = live('zone', 'acme.com', { state: 'open' });
const shut = updateOf('zone', 'acme.com', {
  before: { state: 'open' },
  after: { state: 'open' },
  edits: [{ type: 'set', path: ['methods'], before: undefined, after: ['key'] }],
});
const shutFirst: readonly PartialEffect[] = [{ address: shut.address, attributes: { state: 'closed' } }];

describe('a role that somebody keeps', () => {
  const [a, b] = [leaves('a', ann.name, 'guest'), joins('b', ann.name, 'guest')];
  const resources = [ann, group('a', 'guest', ann.name), group('b', 'guest')];

  it('is lost for a while where it is taken before it is given', () => {
    expect(losses(resources, [a, b], [request(1, a), request(2, b)])).toEqual([
      'ann@acme.com is without guest: 1 to 2',
    ]);
    expect(losses(resources, [a, b], [request(1, b), request(2, a)])).toEqual([]);
  });

  it('is not lost where a role that holds it stays', () => {
    const held = [...resources, group('c', 'owner', ann.name)];
    expect(losses(held, [a, b], [request(1, a), request(2, b)])).toEqual([]);
  });

  it('is not lost where it goes for good', () => {
    const c = joins('b', ann.name, 'writer');
    expect(
      losses([ann, group('a', 'guest', ann.name), group('b', 'writer')], [a, c], [request(1, a), request(2, c)]),
    ).toEqual([]);
  });

  it('is told of all whom it is so for, and of no more than five by name', () => {
    const people = Array.from({ length: 7 }, (_, index) => live('person', `p${index}@acme.com`, {}));
    const names = people.map(({ name }) => name);
    const from = updateOf('group', 'a', {
      before: { about: 'guest', members: names },
      after: { about: 'guest', members: [] },
      edits: [{ type: 'members', path: ['members'], added: [], removed: names }],
    });
    const to = updateOf('group', 'b', {
      before: { about: 'guest', members: [] },
      after: { about: 'guest', members: names },
      edits: [{ type: 'members', path: ['members'], added: names, removed: [] }],
    });
    const all = [...people, group('a', 'guest', ...names), group('b', 'guest')];
    expect(losses(all, [from, to], [request(1, from), request(2, to)])).toEqual([
      `${names.slice(0, 5).join(', ')} and 2 more are without guest: 1 to 2`,
    ]);
  });

  it('is followed through a renamed group, and through one whose people only the live state tells', () => {
    const renamed = { ...a, name: 'z', address: 'acme/group/z', previousAddress: 'acme/group/a' } as Change;
    expect(losses(resources, [renamed, b], [request(1, renamed), request(2, b)])).toEqual([
      'ann@acme.com is without guest: 1 to 2',
    ]);
    const deletion = changeOf('delete', 'group', 'a', { before: { about: 'guest' } });
    expect(losses(resources, [deletion, b], [request(1, deletion), request(2, b)])).toEqual([
      'ann@acme.com is without guest: 1 to 2',
    ]);
    const creation = changeOf('create', 'group', 'n', { after: { about: 'guest', members: [ann.name] } });
    expect(losses(resources, [deletion, creation], [request(1, deletion), request(2, creation)])).toEqual([
      'ann@acme.com is without guest: 1 to 2',
    ]);
  });

  it('is not kept by whoever is removed, nor by whoever was not in', () => {
    const removal = changeOf('delete', 'person', ann.name);
    expect(losses(resources, [a, removal], [request(1, a), request(2, removal)])).toEqual([]);
    const closed = [live('zone', 'acme.com', { state: 'closed' }), ...resources];
    expect(losses(closed, [a, b], [request(1, a), request(2, b)])).toEqual([]);
  });
});

describe('a login that somebody keeps', () => {
  it('is lost for a while by a setting, for all who are alike at once', () => {
    const operations = [request(1, shut, shutFirst), request(2, shut)];
    expect(losses([zone, ann, bob], [shut], operations)).toEqual(['ann@acme.com, bob@acme.com cannot get in: 1 to 2']);
    expect(losses([zone, ann, live('person', 'eve@else.io', {})], [shut], operations)).toEqual([
      'ann@acme.com cannot get in: 1 to 2',
    ]);
  });

  it('is looked at for anyone on a domain, too', () => {
    const operations = [request(1, shut, shutFirst), request(2, shut)];
    expect(losses([zone], [shut], operations, { domains: ['acme.com'] })).toEqual([
      'anyone @acme.com cannot get in: 1 to 2',
    ]);
  });

  it('is not looked at where one request makes the change', () => {
    expect(losses([zone, ann], [shut], [request(1, shut)], { domains: ['acme.com'] })).toEqual([]);
  });

  it('is lost by an owner, too, whom others are looked at with', () => {
    const boss = live('person', 'boss@acme.com', { role: 'owner' });
    expect(losses([zone, boss], [shut], [request(1, shut, shutFirst), request(2, shut)])).toEqual([
      'boss@acme.com cannot get in: 1 to 2',
    ]);
  });

  it('of several kinds is told in the order of the requests', () => {
    const [a, b] = [leaves('a', bob.name, 'guest'), joins('b', bob.name, 'guest')];
    const resources = [zone, ann, bob, group('a', 'guest', bob.name), group('b', 'guest')];
    const operations = [request(1, a), request(2, b), request(3, shut, shutFirst), request(4, shut)];
    expect(losses(resources, [a, b, shut], operations)).toEqual([
      'bob@acme.com is without guest: 1 to 2',
      'ann@acme.com cannot get in: 3 to 4',
    ]);
  });

  it('counts the changes of what another organization shares', () => {
    const operations = [request(1, shut, shutFirst), request(2, shut)];
    // The rules here look at the organization's own zones only, so nothing is lost, but it is looked at.
    expect(losses([zone, ann], [], operations, { peers: [shut] })).toEqual([]);
  });
});

it('without rules nothing is said', () => {
  const provider = fakeProvider();
  const whole = liveOrganization([zone, ann]);
  expect(
    transientLosses({
      live: whole,
      rules: rulesOf(),
      domains: [],
      organization: { desired: organization(), provider, live: whole, changes: [shut] },
      peers: [],
      operations: [request(1, shut, shutFirst), request(2, shut)],
      idpGroups: undefined,
    }),
  ).toEqual([]);
});
