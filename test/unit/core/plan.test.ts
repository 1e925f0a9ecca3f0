/** How a plan is put together: stages, numbers, digest, what makes it applyable, and a provider that breaks its promise. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.js';
import { makePlan, type Plan, type PlanInput, type PlannedOrganization } from '../../../src/core/plan.js';
import type { Provider } from '../../../src/core/provider.js';
import type { DesiredOrganization, Live } from '../../../src/core/resource.js';
import { InternalError } from '../../../src/errors.js';
import {
  addressOf,
  changeOf,
  desired,
  draftOf,
  fakeProvider,
  guardSettings,
  incomplete,
  live,
  liveOrganization,
  organization,
  settled,
  updateOf,
} from './fake-vendor.js';

const now = '2026-06-01T00:00:00Z';

interface Situation {
  readonly wanted?: Partial<DesiredOrganization>;
  readonly there?: Partial<Live>;
  readonly provider?: Partial<Provider>;
  readonly input?: Partial<PlanInput>;
}

const planned = ({ wanted = {}, there = {}, provider = {} }: Situation): PlannedOrganization => ({
  desired: organization(wanted),
  provider: fakeProvider(provider),
  live: liveOrganization(there.resources ?? [], there),
});

function plan(situation: Situation): Plan {
  return makePlan({
    organizations: [planned(situation)],
    options: { now, verifyDomains: false, replace: new Set() },
    targets: [],
    configDigest: 'sha256:config',
    version: '0.1.0',
    timestamp: now,
    reads: 3,
    diagnostics: [],
    allowIncomplete: false,
    locate: () => undefined,
    ...situation.input,
  });
}

const ann = desired('person', 'ann', { role: 'member' });
const team = desired('group', 'a', { about: 'new', members: ['ann'] });
const options = desired('options', '', {
  title: 'T',
  key: { env: 'KEY' },
  login: { url: 'u', password: { env: 'PW' } },
  welcome: { role: 'guest' },
});
const there: Partial<Live> = {
  resources: [
    live('group', 'a', { about: 'old', members: [] }),
    live('options', '', { title: 'S', key: 'live-key', login: { url: 'v', password: 'live-pw' }, welcome: 'none' }),
    live('zone', 'z', { methods: ['x'] }),
  ],
};
const mixed: Situation = {
  wanted: { resources: [team, options, ann, desired('zone', 'z', { methods: ['x'] })] },
  there,
  provider: {
    compile: (changes) =>
      changes.map((change) =>
        draftOf(change, {
          ...(change.kind === 'group' && { needs: [addressOf('person', 'ann'), 'acme/gone'] }),
          ...(change.kind === 'person' && { sendsEmail: true, body: { role: 'member' } }),
        }),
      ),
  },
};

describe('the document', () => {
  const { document, operations } = plan(mixed);

  it('lists changes by address, with both sides', () => {
    expect(document.resource_changes.map(({ address, change }) => [address, change.actions])).toEqual([
      ['acme/group/a', ['update']],
      ['acme/options', ['update']],
      ['acme/person/ann', ['create']],
    ]);
    expect(document.resource_changes[0]).toEqual({
      address: 'acme/group/a',
      previous_address: null,
      organization: 'acme',
      type: 'fake',
      kind: 'group',
      name: 'a',
      source: null,
      reason: 'differs from the configuration',
      origin: 'manual',
      change: {
        actions: ['update'],
        before: { about: 'old', members: [] },
        after: { about: 'new', members: ['ann'] },
        before_sensitive: {},
        after_sensitive: {},
      },
    });
  });

  it('tells the origin of what is live, under an earlier name too', () => {
    const renamed = plan({
      wanted: { resources: [desired('group', 'b', {}, { previously: ['a'] }), desired('group', 'c')] },
      there: { resources: [live('group', 'a', {}, { origin: 'scim' })] },
    });
    expect(renamed.document.resource_changes.map(({ address, origin }) => [address, origin])).toEqual([
      ['acme/group/b', 'scim'],
      ['acme/group/c', null],
    ]);
  });

  it('never shows a secret, at any depth, but says where there is one', () => {
    const change = document.resource_changes[1]?.change;
    expect(change?.before).toEqual({
      title: 'S',
      key: '(secret)',
      login: { url: 'v', password: '(secret)' },
      welcome: 'none',
    });
    expect(change?.after).toEqual({
      title: 'T',
      key: '(secret)',
      login: { url: 'u', password: '(secret)' },
      welcome: { role: 'guest' },
    });
    expect(change?.before_sensitive).toEqual({ key: true, login: { password: true } });
    expect(change?.after_sensitive).toEqual({ key: true, login: { password: true } });
    expect(JSON.stringify(document)).not.toMatch(/live-key|live-pw|KEY|PW/);
  });

  it('numbers operations in an order that may run, and says what each needs', () => {
    expect(document.operations).toEqual([
      {
        id: '1',
        organization: 'acme',
        method: 'POST',
        path: '/acme/person/ann',
        body: { role: 'member' },
        addresses: ['acme/person/ann'],
        needs: [],
      },
      {
        id: '2',
        organization: 'acme',
        method: 'POST',
        path: '/acme/group/a',
        body: null,
        addresses: ['acme/group/a'],
        needs: ['1'],
      },
      {
        id: '3',
        organization: 'acme',
        method: 'POST',
        path: '/acme/options',
        body: null,
        addresses: ['acme/options'],
        needs: [],
      },
    ]);
    expect(operations.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('counts', () => {
    expect(document.summary).toEqual({
      add: 1,
      change: 2,
      destroy: 0,
      pending: 0,
      manual: 0,
      blocked: 0,
      unlisted: 0,
      unchanged: 1,
    });
    expect(document.api_budget).toEqual({ reads: 3, writes: 3, estimated_seconds: 1.8, emails: 1 });
    expect(document).toMatchObject({
      format_version: '1.0',
      orgwright_version: '0.1.0',
      timestamp: now,
      as_of: now,
      applyable: true,
      complete: true,
      errored: false,
      config_digest: 'sha256:config',
      access_changes: [],
    });
    expect(document.plan_digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Object.keys(document.fingerprints)).toEqual(['acme/group/a', 'acme/options', 'acme/person/ann']);
  });

  it('shows every action in Terraform’s words', () => {
    const { document: all } = plan({
      provider: {
        settle: () =>
          settled({
            changes: [
              changeOf('create', 'group', 'b', { after: { about: 'x' } }),
              changeOf('delete', 'group', 'c', { before: { about: 'x' } }),
              changeOf('replace', 'options', ''),
              updateOf('group', 'new', {
                before: {},
                after: {},
                edits: [],
                previousAddress: addressOf('group', 'old'),
              }),
              changeOf('create', 'robot', 'r2', { after: { arms: 2 } }),
            ],
          }),
      },
    });
    expect(
      all.resource_changes.map(({ change: { actions, before, after }, previous_address }) => [
        actions,
        before,
        after,
        previous_address,
      ]),
    ).toEqual([
      [['create'], null, { about: 'x' }, null],
      [['delete'], { about: 'x' }, null, null],
      [['update'], {}, {}, 'acme/group/old'],
      [['delete', 'create'], {}, {}, null],
      [['create'], null, { arms: 2 }, null],
    ]);
    expect(all.summary).toMatchObject({ add: 3, change: 1, destroy: 2 });
  });

  it('lists unfinished business by address, and does not count it as unchanged', () => {
    const step = { title: 't', instructions: [], blocks: [], verifiable: true };
    const { document: waiting } = plan({
      wanted: {
        resources: [
          desired('zone', 'z', {}),
          desired('zone', 'y', {}),
          desired('zone', 'x', {}),
          desired('zone', 'w', {}),
        ],
      },
      there: { resources: ['z', 'y', 'x', 'w'].map((name) => live('zone', name)) },
      provider: {
        settle: () =>
          settled({
            pending: ['z', 'b'].map((name) => ({ address: addressOf('zone', name), waitsFor: 'DNS' })),
            manualSteps: ['y', 'a'].map((name) => ({ ...step, address: addressOf('zone', name) })),
            blocked: ['x', 'c'].map(
              (name) =>
                ({ address: addressOf('zone', name), owner: 'scim', direction: 'missing', detail: '' }) as const,
            ),
          }),
      },
    });
    expect(waiting.pending).toEqual([
      { address: 'acme/zone/b', waits_for: 'DNS' },
      { address: 'acme/zone/z', waits_for: 'DNS' },
    ]);
    expect(waiting.manual_steps.map(({ address }) => address)).toEqual(['acme/zone/a', 'acme/zone/y']);
    expect(waiting.blocked.map(({ address }) => address)).toEqual(['acme/zone/c', 'acme/zone/x']);
    expect(waiting.manual_steps[1]).toEqual({
      ...step,
      address: 'acme/zone/y',
      direction: 'changed',
      origin: 'manual',
    });
    expect(waiting.summary).toMatchObject({ pending: 2, manual: 2, blocked: 2, unchanged: 1 });
    expect(waiting.applyable).toBe(false);
  });

  it('tells of a manual step which way its address differs, and what an extra one holds', () => {
    const step = { title: 't', instructions: [], blocks: [], verifiable: true };
    const people = ['gone', 'new', 'other', 'elsewhere'];
    const { document: waiting } = plan({
      wanted: {
        resources: [
          desired('person', 'gone', {}, { state: 'absent' }),
          desired('person', 'new'),
          desired('person', 'other', { role: 'member' }),
        ],
      },
      there: {
        resources: [
          live('person', 'gone', { role: 'owner' }, { origin: 'jit' }),
          live('person', 'other', { role: 'owner' }, { origin: 'unknown' }),
        ],
      },
      provider: {
        settle: () => settled({ manualSteps: people.map((name) => ({ ...step, address: addressOf('person', name) })) }),
      },
    });
    expect(waiting.manual_steps).toEqual([
      { ...step, address: 'acme/person/elsewhere', direction: 'missing', origin: null },
      {
        ...step,
        address: 'acme/person/gone',
        direction: 'extra',
        origin: 'jit',
        roles: ['owner'],
        privileged: ['owner'],
      },
      { ...step, address: 'acme/person/new', direction: 'missing', origin: null },
      { ...step, address: 'acme/person/other', direction: 'changed', origin: 'unknown' },
    ]);
  });

  it('estimates nothing for no organizations', () => {
    const { document: empty } = plan({ input: { organizations: [] } });
    expect(empty.api_budget.estimated_seconds).toBe(0);
    expect(empty).toMatchObject({ applyable: false, complete: true, errored: false });
  });
});

describe('several organizations', () => {
  const second: DesiredOrganization = {
    ...organization(),
    name: 'beta',
    resources: [{ ...desired('person', 'bob'), address: 'beta/person/bob' as never }],
  };
  const organizations: PlannedOrganization[] = [
    {
      desired: second,
      provider: fakeProvider({ estimateSeconds: () => 10 }),
      live: { ...liveOrganization([]), organization: 'beta' },
    },
    planned({ wanted: { resources: [ann] } }),
  ];

  it('come by name, with one run of operation ids', () => {
    const { document } = plan({ input: { organizations } });
    expect(document.operations.map(({ id, organization: name, path }) => [id, name, path])).toEqual([
      ['1', 'acme', '/acme/person/ann'],
      ['2', 'beta', '/beta/person/bob'],
    ]);
  });

  it('see those of the same vendor that are planned with them, and not themselves', () => {
    const seen: Record<string, readonly string[]> = {};
    const provider: Partial<Provider> = {
      settle: (comparisons, { organization: { name }, peers = [] }) => {
        seen[name] = peers.map(({ organization: peer, live: there }) => `${peer.name} ${there.organization}`);
        return fakeProvider().settle(comparisons, { organization: organization(), peers } as never);
      },
    };
    const other = { ...organization({ type: 'other' }), name: 'gamma' };
    plan({
      input: {
        organizations: [
          ...organizations.map((item) => ({ ...item, provider: fakeProvider(provider) })),
          {
            desired: other,
            provider: fakeProvider(provider),
            live: { ...liveOrganization([]), organization: 'gamma' },
          },
        ],
      },
    });
    expect(seen).toEqual({ acme: ['beta beta'], beta: ['acme acme'], gamma: [] });
  });

  it('may wait for each other’s requests, but not in a circle', () => {
    const waiting = (key: string, need: string): Provider =>
      fakeProvider({ compile: (changes) => changes.map((change) => draftOf(change, { key, needs: [need] })) });
    const [beta, acme] = organizations as [PlannedOrganization, PlannedOrganization];
    const chained = [
      { ...beta, provider: waiting('b', 'nothing') },
      { ...acme, provider: waiting('a', 'b') },
    ];
    expect(
      plan({ input: { organizations: chained } }).document.operations.map(({ id, path, needs }) => [id, path, needs]),
    ).toEqual([
      ['1', '/beta/person/bob', []],
      ['2', '/acme/person/ann', ['1']],
    ]);
    const circle = [
      { ...beta, provider: waiting('b', 'a') },
      { ...acme, provider: waiting('a', 'b') },
    ];
    expect(() => plan({ input: { organizations: circle } })).toThrow(
      'Requests of several organizations wait for each other: a -> b.',
    );
  });

  it('of different vendors each have their own rates', () => {
    const other = fakeProvider({ type: 'other', estimateSeconds: (_, operations) => operations.length * 100 });
    const { document } = plan({
      input: {
        organizations: [
          { ...(organizations[0] as PlannedOrganization), provider: other },
          organizations[1] as PlannedOrganization,
        ],
      },
    });
    expect(document.api_budget.estimated_seconds).toBe(100.8);
  });
});

describe('the bytes of a plan', () => {
  const reversed = (situation: Situation): Situation => ({
    ...situation,
    wanted: { ...situation.wanted, resources: [...(situation.wanted?.resources ?? [])].reverse() },
    there: { ...situation.there, resources: [...(situation.there?.resources ?? [])].reverse() },
  });

  it('do not depend on the order of the inputs', () => {
    expect(JSON.stringify(plan(reversed(mixed)).document)).toBe(JSON.stringify(plan(mixed).document));
  });

  it.each<[string, Situation, boolean]>([
    ['the time it was made', { ...mixed, input: { timestamp: '2027-01-01T00:00:00Z' } }, true],
    [
      'lines that moved in the YAML',
      {
        ...mixed,
        wanted: {
          resources: (mixed.wanted?.resources ?? []).map((resource) => ({
            ...resource,
            source: { file: 'b.yaml', line: 9, column: 1 },
          })),
        },
      },
      true,
    ],
    ['more reads', { ...mixed, input: { reads: 99 } }, true],
    ['another change', { ...mixed, wanted: { resources: [team, ann] } }, false],
    [
      'the same change of another live object',
      {
        ...mixed,
        there: {
          resources: [
            live('group', 'a', { about: 'old', members: [] }, { remoteId: 'other' }),
            ...(there.resources ?? []).slice(1),
          ],
        },
      },
      false,
    ],
  ])('the digest after %s', (_, situation, isSame) => {
    expect(plan(situation).document.plan_digest === plan(mixed).document.plan_digest).toBe(isSame);
  });
});

describe('applyable', () => {
  const error: Diagnostic = { severity: 'error', code: 'x', summary: 'wrong' };
  const wanted = { resources: [ann] };
  const demotion: Situation = {
    wanted: { resources: [ann], guards: guardSettings(1) },
    there: { resources: [live('person', 'ann', { role: 'owner' })] },
  };
  it.each<[string, Situation, { applyable: boolean; errored?: boolean; complete?: boolean }]>([
    ['with changes', { wanted }, { applyable: true }],
    ['without changes', {}, { applyable: false }],
    [
      'with a warning',
      { wanted, input: { diagnostics: [{ ...error, severity: 'warning' }] } },
      { applyable: true, errored: false },
    ],
    ['with an error', { wanted, input: { diagnostics: [error] } }, { applyable: false, errored: true }],
    [
      'after an incomplete read',
      { wanted, there: { coverage: { teams: incomplete } } },
      { applyable: false, complete: false },
    ],
    [
      'after an incomplete read that is allowed',
      { wanted, there: { coverage: { teams: incomplete } }, input: { allowIncomplete: true } },
      { applyable: true, complete: false },
    ],
    ['with a tripped guard', demotion, { applyable: false, errored: false }],
  ])('%s', (_, situation, expected) => {
    expect(plan(situation).document).toMatchObject(expected);
  });
});

it('gathers the diagnostics of every stage, sorted', () => {
  const diagnostic = (summary: string): Diagnostic => ({ severity: 'warning', code: 'c', summary });
  const { document } = plan({
    wanted: { resources: [desired('group', 'a', { members: ['stranger'] })] },
    there: { diagnostics: [diagnostic('3 read')] },
    provider: {
      resolve: (resources) => ({ resources, diagnostics: [diagnostic('2 resolve')] }),
      settle: () => settled({ diagnostics: [diagnostic('1 settle')] }),
    },
    input: { diagnostics: [diagnostic('4 before')] },
  });
  expect(document.diagnostics.map(({ summary }) => summary)).toEqual([
    '1 settle',
    '2 resolve',
    '3 read',
    '4 before',
    expect.stringContaining('stranger is in team "a"'),
  ]);
});

it('counts a removal that the provider can only begin against maxRemovals', () => {
  const people = ['ann', 'bob', 'eve'];
  const { document } = plan({
    wanted: {
      resources: people.map((name) => desired('person', name, {}, { state: 'absent' })),
      guards: guardSettings(0, { members: { percent: 50, atLeast: 1 } }),
    },
    there: { resources: people.map((name) => live('person', name, { role: 'guest' })) },
    provider: {
      settle: (comparisons) =>
        settled({
          changes: comparisons.map(({ name }) =>
            updateOf('person', name, { before: { role: 'guest' }, after: { role: 'none' }, edits: [] }),
          ),
        }),
    },
  });
  expect(document.guards.map(({ id, status }) => [id, status])).toEqual([
    ['min-owners', 'passed'],
    ['max-removals', 'tripped'],
  ]);
});

it('lists needs by number', () => {
  const people = Array.from({ length: 11 }, (_, index) => desired('person', `p${String(index).padStart(2, '0')}`));
  const { document } = plan({
    wanted: { resources: [...people, desired('zone', 'z')] },
    provider: {
      compile: (changes) =>
        changes.map((change) =>
          draftOf(change, {
            needs: change.kind === 'zone' ? people.map(({ address }) => address).reverse() : [],
          }),
        ),
    },
  });
  expect(document.operations.at(-1)?.needs).toEqual(people.map((_, index) => String(index + 1)));
});

it('compares what names resolve to', () => {
  const { document, organizations } = plan({
    wanted: { resources: [desired('group', 'a', { about: 'by name' })] },
    there: { resources: [live('group', 'a', { about: 'by id' })] },
    provider: { resolve: () => ({ resources: [desired('group', 'a', { about: 'by id' })], diagnostics: [] }) },
  });
  expect(document.resource_changes).toEqual([]);
  expect(organizations[0]?.organization.resources[0]?.attributes).toEqual({ about: 'by id' });
});

describe('-target', () => {
  it('plans only that, and names what matched nothing', () => {
    const { document } = plan({ ...mixed, input: { targets: ['acme/group', 'acme/gone'] } });
    expect(document.resource_changes.map(({ address }) => address)).toEqual(['acme/group/a']);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['target-unmatched']);
  });
});

describe('-replace', () => {
  const replacing = (...replace: string[]): Partial<PlanInput> => ({
    options: { now, verifyDomains: false, replace: new Set(replace as never[]) },
  });
  const step = { address: addressOf('options'), title: 't', instructions: [], blocks: [], verifiable: true };

  it.each<[string, Situation, string[]]>([
    ['names something that changes', { ...mixed, input: replacing('acme/options') }, []],
    [
      'names something that only a person can do',
      { provider: { settle: () => settled({ manualSteps: [step] }) }, input: replacing('acme/options') },
      [],
    ],
    [
      'names something that does not change',
      { ...mixed, input: replacing('acme/zone/z') },
      ['Name something that the configuration manages and that can be made anew, e.g. acme/bypass-link.'],
    ],
    [
      'names nothing',
      { ...mixed, input: replacing('nonsense') },
      ['Name something that the configuration manages and that can be made anew, e.g. ORGANIZATION/bypass-link.'],
    ],
  ])('%s', (_, situation, hints) => {
    expect(plan(situation).document.diagnostics.map(({ hint }) => hint)).toEqual(hints);
  });
});

describe('a provider that breaks its promise is a bug, and nothing of it is ever sent', () => {
  const wanted = { resources: [ann] };
  it.each<[string, Provider['compile'], string]>([
    [
      'a request for what does not change',
      () => [draftOf({ address: addressOf('group', 'a'), action: 'delete' })],
      'fake compiled DELETE /acme/group/a for acme/group/a, which does not change.',
    ],
    ['no request for a change', () => [], 'fake compiled no request for the change of acme/person/ann.'],
    [
      'requests that wait for each other',
      (changes) =>
        changes.flatMap((change) => [
          draftOf(change, { needs: ['x'] }),
          draftOf(change, { key: 'x', needs: [change.address] }),
        ]),
      'fake compiled requests that wait for each other: acme/person/ann -> x.',
    ],
    [
      'two requests under one key',
      (changes) => changes.flatMap((change) => [draftOf(change), draftOf(change)]),
      'fake compiled two requests with the key acme/person/ann.',
    ],
  ])('%s', (_, compile, message) => {
    const attempt = (): Plan => plan({ wanted, provider: { compile } });
    expect(attempt).toThrow(InternalError);
    expect(attempt).toThrow(message);
  });
});
