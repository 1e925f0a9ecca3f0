import { describe, expect, it } from 'vitest';
import { compileScopes, movedAddresses, touchedScopes } from '../../../src/apply/staleness.js';
import { makePlan, type Plan } from '../../../src/core/plan.js';
import type { DesiredResource, Live, LiveResource } from '../../../src/core/resource.js';
import {
  desired,
  fakeProvider,
  guardSettings,
  live,
  liveOrganization,
  organization,
  remove,
  unlistedPolicies,
} from '../core/fake-vendor.js';

const source = { file: 'a.yaml', line: 1, column: 1 };

function planOf(resources: readonly DesiredResource[], there: readonly LiveResource[]): Plan {
  return makePlan({
    organizations: [
      {
        desired: organization({
          resources,
          managed: ['teams'],
          unlisted: unlistedPolicies({ teams: remove }),
          guards: guardSettings(0),
          source,
        }),
        provider: fakeProvider(),
        live: liveOrganization(there),
      },
    ],
    options: { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    targets: [],
    configDigest: 'sha256:0',
    version: '0.1.0',
    timestamp: '2026-06-01T00:00:00Z',
    reads: 0,
    diagnostics: [],
    allowIncomplete: false,
    locate: () => undefined,
  });
}

const wanted = [
  desired('group', 'a', { about: 'new' }),
  desired('group', 'b', { about: 'same' }),
  desired('person', 'ann', { role: 'guest' }),
];
const there = [
  live('group', 'a', { about: 'old' }),
  live('group', 'b', { about: 'same' }),
  live('group', 'extra', { about: 'x' }),
  live('person', 'ann', { role: 'member' }),
  live('person', 'olga', { role: 'owner' }),
];
const plan = planOf(wanted, there);

describe('touchedScopes', () => {
  it('is what changes and what the guards relied on, the unlisted too, and lists no collection', () => {
    const [scope, ...others] = touchedScopes(plan);
    expect(others).toEqual([]);
    expect(scope?.managed).toEqual([]);
    expect(scope?.resources.map(({ address, state, attributes }) => [address, state, attributes])).toEqual([
      ['acme/group/a', 'present', { about: 'new' }],
      ['acme/group/extra', 'present', {}],
      ['acme/person/ann', 'present', { role: 'guest' }],
      ['acme/person/olga', 'present', {}],
    ]);
    expect(scope?.resources[1]).toMatchObject({ kind: 'group', name: 'extra', source });
  });

  it('leaves out an organization that nothing changes in', () => {
    expect(
      touchedScopes(planOf([desired('group', 'b', { about: 'same' })], [live('group', 'b', { about: 'same' })])),
    ).toEqual([]);
  });

  it('stands for what there is one of', () => {
    const [scope] = touchedScopes(
      planOf([desired('options', '', { title: 'T' })], [live('options', '', { title: 'S' })]),
    );
    expect(scope?.resources.map(({ name }) => name)).toEqual(['']);
    const [share] = plan.organizations;
    if (share === undefined) throw new Error('no share');
    const odd = { ...plan, organizations: [{ ...share, fingerprints: { 'acme/options': 'x', nonsense: 'y' } }] };
    expect(touchedScopes(odd)[0]?.resources.map(({ kind, name }) => [kind, name])).toEqual([
      ['options', ''],
      ['', ''],
    ]);
  });
});

describe('compileScopes', () => {
  const scopeOf = (resources: readonly DesiredResource[], live: readonly LiveResource[]): string[] =>
    compileScopes(planOf(resources, live)).flatMap((scope) =>
      scope.resources.map(({ address, state }) => `${address} ${state}`),
    );
  const ann = live('person', 'ann', { role: 'member' });
  const bob = live('person', 'bob', { role: 'member' });

  it('is what is touched, and says what is to go', () => {
    expect(scopeOf([desired('group', 'a', { about: 'new' })], there)).toEqual([
      'acme/group/a present',
      'acme/group/b absent',
      'acme/group/extra absent',
    ]);
  });

  it('has the people whom a new group and the edits of one name, each once', () => {
    const groups = [
      desired('group', 'a', { members: ['ann', 'olga'] }),
      desired('group', 'new', { about: 'x', members: ['ann', 'bob'] }),
      desired('person', 'bob', { role: 'guest' }),
    ];
    const scope = scopeOf(groups, [live('group', 'a', { members: ['cid'] }), ann, bob]);
    expect(scope).toEqual([
      'acme/group/a present',
      'acme/group/new present',
      'acme/person/bob present',
      'acme/person/ann present',
      'acme/person/olga present',
    ]);
  });

  it('has nobody where nobody can be named', () => {
    const plan = planOf([desired('group', 'new', { members: ['ann'] })], []);
    const [share] = plan.organizations;
    if (share === undefined) throw new Error('no share');
    const kinds = share.planned.provider.kinds.filter(({ collection }) => collection !== 'members');
    const nobody = { ...share, planned: { ...share.planned, provider: fakeProvider({ kinds }) } };
    expect(compileScopes({ organizations: [nobody] })[0]?.resources.map(({ address }) => address)).toEqual([
      'acme/group/new',
    ]);
  });

  it('leaves out an organization that nothing changes in', () => {
    expect(scopeOf([], [])).toEqual([]);
  });
});

describe('movedAddresses', () => {
  const changed = (name: string, change: Partial<LiveResource> | undefined): Live =>
    liveOrganization(
      there.flatMap((resource) =>
        resource.name !== name ? [resource] : change === undefined ? [] : [{ ...resource, ...change }],
      ),
    );

  it.each<[string, Live, string[]]>([
    ['nothing', liveOrganization(there), []],
    ['nothing, read in another order', liveOrganization([...there].reverse()), []],
    ['what is to be changed', changed('a', { attributes: { about: 'other' } }), ['acme/group/a']],
    ['what is to be removed has gone', changed('extra', undefined), ['acme/group/extra']],
    ['what is to be removed is another object', changed('extra', { remoteId: 'other' }), ['acme/group/extra']],
    ['an owner whom a guard relied on', changed('olga', undefined), ['acme/person/olga']],
    ['what the plan does not touch', changed('b', { attributes: { about: 'other' } }), []],
    [
      'several, sorted',
      liveOrganization([]),
      ['acme/group/a', 'acme/group/extra', 'acme/person/ann', 'acme/person/olga'],
    ],
    ['an organization that the plan does not write to', { ...liveOrganization([]), organization: 'beta' }, []],
  ])('%s', (_, fresh, expected) => {
    expect(movedAddresses(plan, [fresh])).toEqual(expected);
  });

  it('is a name that was free and is taken now', () => {
    const creating = planOf([desired('group', 'new')], []);
    expect(movedAddresses(creating, [liveOrganization([live('group', 'new')])])).toEqual(['acme/group/new']);
  });
});
