import { describe, expect, it } from 'vitest';
import { trippedGuards } from '../../../src/apply/judge-again.js';
import { makePlan, type OrganizationPlan } from '../../../src/core/plan.js';
import type { LiveResource } from '../../../src/core/resource.js';
import { desired, fakeProvider, guardSettings, live, liveOrganization, organization } from '../core/fake-vendor.js';

const people = ['ann', 'bob', 'cid', 'dan', 'eve'].map((name) => live('person', name, { role: 'member' }));

/** Two of five go, which the limit of half allows. */
function share(): OrganizationPlan {
  const { organizations, document } = makePlan({
    organizations: [
      {
        desired: organization({
          resources: ['ann', 'bob'].map((name) => desired('person', name, {}, { state: 'absent' })),
          guards: guardSettings(0, { members: { percent: 50, atLeast: 1 } }),
        }),
        provider: fakeProvider(),
        live: liveOrganization(people),
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
  expect(document.guards.filter(({ status }) => status === 'tripped')).toEqual([]);
  const [only] = organizations;
  if (only === undefined) throw new Error('no share');
  return only;
}

function tripped(there: readonly LiveResource[], acknowledged: readonly string[] = []): readonly string[] {
  return trippedGuards(share(), liveOrganization(there), acknowledged).map(({ id }) => id);
}

describe('trippedGuards', () => {
  it('are none where the organization is as it was, or has more people', () => {
    expect(tripped(people)).toEqual([]);
    expect(tripped([...people, live('person', 'fay', { role: 'member' })])).toEqual([]);
  });

  it('trip where others have gone meanwhile, and on a part that was read again', () => {
    expect(tripped(people.slice(0, 3))).toEqual(['max-removals']);
    expect(tripped(people.slice(0, 2))).toEqual(['max-removals']);
  });

  it('let pass what was acknowledged with these facts, and nothing else', () => {
    const [guard] = trippedGuards(share(), liveOrganization(people.slice(0, 3)), []);
    const { acknowledgement = '' } = guard ?? {};
    expect(acknowledgement).toMatch(/^max-removals@sha256:/);
    expect(tripped(people.slice(0, 3), [acknowledgement])).toEqual([]);
    expect(tripped(people.slice(0, 3), [`max-removals@sha256:${'0'.repeat(64)}`])).toEqual(['max-removals']);
  });
});
