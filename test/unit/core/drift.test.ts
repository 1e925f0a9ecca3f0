/** Drift from plan documents made by hand: one table of what is drift, which way it goes and whose it is. */
import { describe, expect, it } from 'vitest';
import { driftOf, type Drift, type DriftItem } from '../../../src/core/drift.js';
import type { PlanAction, PlanDocument, PlanManualStep, ResourceChange } from '../../../src/core/plan-document.js';
import { kinds } from './fake-vendor.js';

type Part = Partial<Pick<PlanDocument, 'resource_changes' | 'pending' | 'manual_steps' | 'blocked' | 'unlisted'>>;

const provider = { kinds, isPrivilegedRole: (role: string) => role === 'owner' };

function drift(part: Part, providers = new Map([['fake', provider]])): Drift {
  const plan = { resource_changes: [], pending: [], manual_steps: [], blocked: [], unlisted: [], ...part };
  return driftOf(plan as unknown as PlanDocument, providers);
}

function change(
  address: string,
  actions: readonly PlanAction[],
  sides: Pick<ResourceChange['change'], 'before' | 'after'>,
  part: Partial<ResourceChange> = {},
): ResourceChange {
  const [organization = '', kind = '', name = ''] = address.split('/');
  return {
    address,
    previous_address: null,
    organization,
    type: 'fake',
    kind,
    name,
    source: null,
    reason: 'because',
    origin: actions.includes('create') ? null : 'manual',
    ...part,
    change: { actions, before_sensitive: {}, after_sensitive: {}, ...sides },
  };
}

const step = (address: string, part: Partial<PlanManualStep> = {}): PlanManualStep => ({
  address,
  title: 'By hand',
  instructions: [],
  blocks: [],
  verifiable: true,
  direction: 'changed',
  origin: 'manual',
  ...part,
});

const detail = 'because';

describe('drift', () => {
  it.each<[string, Part, readonly DriftItem[]]>([
    [
      'what is to be created is missing',
      { resource_changes: [change('a/person/ann', ['create'], { before: null, after: { role: 'member' } })] },
      [{ address: 'a/person/ann', direction: 'missing', owner: 'yaml', detail, after: { role: 'member' } }],
    ],
    [
      'what the vendor adds to a new one is not missing',
      {
        resource_changes: [
          change('a/zone/x', ['create'], { before: null, after: { state: 'PENDING', methods: ['sso'], more: 1 } }),
        ],
      },
      [{ address: 'a/zone/x', direction: 'missing', owner: 'yaml', detail, after: { methods: ['sso'], more: 1 } }],
    ],
    [
      'a reason that says no more than the direction is left out',
      {
        resource_changes: [
          change('a/person/ann', ['create'], { before: null, after: {} }, { reason: 'in the configuration, not live' }),
          change(
            'a/zone/x',
            ['update'],
            { before: { methods: [] }, after: { methods: ['sso'] } },
            { reason: 'differs from the configuration' },
          ),
        ],
        manual_steps: [step('a/zone/x', { direction: 'missing' })],
      },
      [
        { address: 'a/person/ann', direction: 'missing', owner: 'yaml', after: {} },
        { address: 'a/zone/x', direction: 'missing', owner: 'yaml', detail: 'By hand', after: { methods: ['sso'] } },
      ],
    ],
    [
      'what is to be created without any attribute is missing',
      { resource_changes: [change('a/person/ann', ['create'], { before: null, after: null })] },
      [{ address: 'a/person/ann', direction: 'missing', owner: 'yaml', detail }],
    ],
    [
      'what is to be deleted is extra, and whose it is stands beside it',
      {
        resource_changes: [
          change('a/person/dan', ['delete'], { before: { role: 'owner' }, after: null }, { origin: 'jit' }),
          change('a/person/eve', ['delete'], { before: { role: 'member' }, after: null }, { origin: null }),
        ],
      },
      [
        {
          address: 'a/person/dan',
          direction: 'extra',
          owner: 'jit',
          detail,
          before: { role: 'owner' },
          privileged: ['owner'],
        },
        { address: 'a/person/eve', direction: 'extra', owner: 'unknown', detail, before: { role: 'member' } },
      ],
    ],
    [
      'a value that differs is changed, with both sides, and tells a privilege that is too much',
      {
        resource_changes: [
          change('a/person/bob', ['update'], { before: { role: 'owner' }, after: { role: 'member' } }),
          change('a/person/cat', ['update'], { before: { role: 'member' }, after: { role: 'owner' } }),
        ],
      },
      [
        {
          address: 'a/person/bob',
          direction: 'changed',
          owner: 'yaml',
          detail,
          before: { role: 'owner' },
          after: { role: 'member' },
          privileged: ['owner'],
        },
        {
          address: 'a/person/cat',
          direction: 'changed',
          owner: 'yaml',
          detail,
          before: { role: 'member' },
          after: { role: 'owner' },
        },
      ],
    ],
    [
      'a team is one item for each direction, with its people by name',
      {
        resource_changes: [
          change(
            'a/group/x',
            ['update'],
            { before: { about: 'o', members: ['m', 'n'] }, after: { about: 'p', members: ['m', 'k', 'l'] } },
            { origin: 'scim' },
          ),
        ],
      },
      [
        { address: 'a/group/x', direction: 'extra', owner: 'scim', detail, before: { members: ['n'] } },
        {
          address: 'a/group/x',
          direction: 'changed',
          owner: 'yaml',
          detail,
          before: { about: 'o' },
          after: { about: 'p' },
        },
        { address: 'a/group/x', direction: 'missing', owner: 'yaml', detail, after: { members: ['k', 'l'] } },
      ],
    ],
    [
      'a rename is a change of the name',
      {
        resource_changes: [
          change('a/group/x', ['update'], { before: {}, after: {} }, { previous_address: 'a/group/w/v' }),
        ],
      },
      [
        {
          address: 'a/group/x',
          direction: 'changed',
          owner: 'yaml',
          detail,
          before: { name: 'w/v' },
          after: { name: 'x' },
        },
      ],
    ],
    [
      'a former address that is none is not shown',
      { resource_changes: [change('a/group/x', ['update'], { before: {}, after: {} }, { previous_address: 'odd' })] },
      [{ address: 'a/group/x', direction: 'changed', owner: 'yaml', detail }],
    ],
    [
      'a replacement is changed, even where nothing tells the two apart',
      { resource_changes: [change('a/options', ['delete', 'create'], { before: { title: 't' }, after: {} })] },
      [{ address: 'a/options', direction: 'changed', owner: 'yaml', detail }],
    ],
    [
      'of a kind that is not known only that it changed is known',
      { resource_changes: [change('a/ghost/x', ['update'], { before: { role: 'a' }, after: { role: 'b' } })] },
      [{ address: 'a/ghost/x', direction: 'changed', owner: 'yaml', detail }],
    ],
    [
      'a vendor that is not known makes nobody privileged',
      {
        resource_changes: [
          change('a/person/x', ['delete'], { before: { role: 'owner' }, after: null }, { type: 'other' }),
        ],
      },
      [{ address: 'a/person/x', direction: 'extra', owner: 'manual', detail, before: { role: 'owner' } }],
    ],
    ['what is pending is none', { pending: [{ address: 'a/person/ann', waits_for: 'ann to accept' }] }, []],
    [
      'a manual step is, if a read can verify it, and an extra one says whose it is',
      {
        manual_steps: [
          step('a/zone/x', { direction: 'missing', origin: null }),
          step('a/zone/y'),
          step('a/zone/z', { verifiable: false }),
          step('a/person/dan', { direction: 'extra', origin: 'idp', roles: ['owner'], privileged: ['owner'] }),
          step('a/person/eve', { direction: 'extra', origin: null }),
        ],
      },
      [
        { address: 'a/person/dan', direction: 'extra', owner: 'idp', detail: 'By hand', privileged: ['owner'] },
        { address: 'a/person/eve', direction: 'extra', owner: 'unknown', detail: 'By hand' },
        { address: 'a/zone/x', direction: 'missing', owner: 'yaml', detail: 'By hand' },
        { address: 'a/zone/y', direction: 'changed', owner: 'yaml', detail: 'By hand' },
      ],
    ],
    [
      'a manual step that goes the way of a change is one item with it',
      {
        resource_changes: [change('a/zone/x', ['create'], { before: null, after: { methods: ['sso'] } })],
        manual_steps: [step('a/zone/x', { direction: 'missing', origin: null })],
      },
      [
        {
          address: 'a/zone/x',
          direction: 'missing',
          owner: 'yaml',
          detail: 'because; By hand',
          after: { methods: ['sso'] },
        },
      ],
    ],
    [
      'who goes by hand is extra as a whole, whatever is taken from them now',
      {
        resource_changes: [
          change(
            'a/person/dan',
            ['update'],
            { before: { role: 'chair', seats: { a: { role: 'guest' } } }, after: { role: 'member', seats: {} } },
            { origin: 'jit' },
          ),
        ],
        manual_steps: [
          step('a/person/dan', { direction: 'extra', origin: 'jit', roles: ['chair', 'owner'], privileged: ['owner'] }),
        ],
      },
      [
        {
          address: 'a/person/dan',
          direction: 'extra',
          owner: 'jit',
          detail: 'because; By hand',
          before: { role: 'chair', seats: { a: { role: 'guest' } } },
          privileged: ['owner'],
        },
      ],
    ],
    [
      'what another system owns keeps its direction and has that owner',
      {
        blocked: [
          { address: 'a/group/x', owner: 'scim', direction: 'missing', detail: 'not in the team: bob' },
          { address: 'a/group/x', owner: 'idp', direction: 'extra', detail: 'still in the team: zed' },
        ],
      },
      [
        { address: 'a/group/x', direction: 'extra', owner: 'idp', detail: 'still in the team: zed', blocked: true },
        { address: 'a/group/x', direction: 'missing', owner: 'scim', detail: 'not in the team: bob', blocked: true },
      ],
    ],
    [
      'what is unlisted is extra unless it is kept, in the order of its names',
      {
        unlisted: [
          { address: 'a/group/x', member: 'zed', origin: 'unknown', policy: 'report' },
          {
            address: 'a/group/x',
            member: 'kim',
            origin: 'unknown',
            policy: 'report',
            roles: ['owner'],
            privileged: ['owner'],
          },
          { address: 'a/person/k', origin: 'manual', policy: 'keep' },
          { address: 'a/person/j', origin: 'jit', policy: 'remove' },
        ],
      },
      [
        {
          address: 'a/group/x',
          member: 'kim',
          direction: 'extra',
          owner: 'unknown',
          policy: 'report',
          privileged: ['owner'],
        },
        { address: 'a/group/x', member: 'zed', direction: 'extra', owner: 'unknown', policy: 'report' },
        { address: 'a/person/j', direction: 'extra', owner: 'jit', policy: 'remove' },
      ],
    ],
  ])('%s', (_, part, items) => {
    expect(drift(part).items).toEqual(items);
  });

  it('counts, also what is none, and hides nobody privileged in a count', () => {
    const owner = { roles: ['owner'], privileged: ['owner'] };
    const kept = { address: 'a/person/k', origin: 'manual', policy: 'keep', ...owner } as const;
    const { summary, keptPrivileged } = drift({
      resource_changes: [
        change('a/person/ann', ['create'], { before: null, after: {} }),
        change('a/person/dan', ['delete'], { before: { role: 'owner' }, after: null }),
        change('a/person/eve', ['update'], { before: { role: 'x' }, after: { role: 'y' } }),
      ],
      pending: [{ address: 'a/person/p', waits_for: 'p' }],
      manual_steps: [step('a/zone/x', { verifiable: false }), step('a/zone/y')],
      blocked: [{ address: 'a/group/x', owner: 'scim', direction: 'missing', detail: '' }],
      unlisted: [kept, { address: 'a/person/l', origin: 'manual', policy: 'keep', roles: ['member'] }],
    });
    expect(summary).toEqual({
      missing: 2,
      extra: 1,
      changed: 2,
      blocked: 1,
      privileged: 1,
      pending: 1,
      kept: 2,
      manual: 1,
    });
    expect(keptPrivileged).toEqual([kept]);
  });

  it('is the same whatever the order of what the plan lists', () => {
    const part = {
      resource_changes: [
        change('a/person/ann', ['create'], { before: null, after: {} }),
        change('a/group/x', ['update'], { before: { members: ['m'] }, after: { members: ['n'] } }),
      ],
      manual_steps: [step('a/zone/x', { direction: 'missing' }), step('a/zone/y', { direction: 'extra' })],
      blocked: [
        { address: 'a/group/x', owner: 'scim', direction: 'missing', detail: 'b' },
        { address: 'a/group/x', owner: 'scim', direction: 'missing', detail: 'a' },
      ],
      unlisted: [
        { address: 'a/group/x', member: 'b', origin: 'jit', policy: 'report' },
        { address: 'a/group/x', member: 'a', origin: 'jit', policy: 'report' },
        // Twins: live objects of one name.
        { address: 'a/group/t', origin: 'scim', policy: 'report' },
        { address: 'a/group/t', origin: 'manual', policy: 'report' },
        { address: 'a/group/t', origin: 'manual', policy: 'report' },
      ],
    } satisfies Part;
    const reversed = Object.fromEntries(Object.entries(part).map(([key, list]) => [key, [...list].reverse()]));
    expect(drift(reversed).items).toEqual(drift(part).items);
  });
});
