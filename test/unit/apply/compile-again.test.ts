import { describe, expect, it } from 'vitest';
import { compileAgain } from '../../../src/apply/compile-again.js';
import { makePlan, type Plan, type PlannedOrganization } from '../../../src/core/plan.js';
import type { Provider } from '../../../src/core/provider.js';
import { InternalError } from '../../../src/errors.js';
import {
  desired,
  draftOf,
  fakeProvider,
  guardSettings,
  live,
  liveOrganization,
  organization,
} from '../core/fake-vendor.js';

const options = { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set<never>() };
const there = [live('group', 'a', { about: 'old' })];

function planned(provider: Provider, resources = there): PlannedOrganization {
  return {
    desired: organization({ resources: [desired('group', 'a', { about: 'new' })], guards: guardSettings(0) }),
    provider,
    live: liveOrganization(resources),
  };
}

function planOf(one: PlannedOrganization): Plan {
  return makePlan({
    organizations: [one],
    options,
    targets: [],
    configDigest: 'sha256:0',
    version: '0.1.0',
    timestamp: options.now,
    reads: 0,
    diagnostics: [],
    allowIncomplete: false,
    locate: () => undefined,
  });
}

/** The changes of a plan that was made on `there`, made into requests on what is given. */
function again(now: PlannedOrganization): ReturnType<typeof compileAgain> {
  const { organizations } = planOf(planned(fakeProvider()));
  return compileAgain(
    organizations.map((share) => ({ ...share, planned: now })),
    [now],
    options,
  );
}

describe('compileAgain', () => {
  const plan = planOf(planned(fakeProvider()));

  it('gives the same requests and the same digest on what was there', () => {
    const found = again(planned(fakeProvider()));
    expect(found?.operations).toEqual(plan.operations);
    expect(found?.digest).toBe(plan.document.plan_digest);
  });

  it.each<[string, PlannedOrganization]>([
    ['an object that has moved', planned(fakeProvider(), [live('group', 'a', { about: 'other' })])],
    ['another object of that name', planned(fakeProvider(), [live('group', 'a', { about: 'old' }, { remoteId: 'x' })])],
    ['an object that has gone', planned(fakeProvider(), [])],
    [
      'other requests',
      planned(fakeProvider({ compile: (changes) => changes.map((change) => draftOf(change, { path: '/other' })) })),
    ],
  ])('gives another digest for %s', (_, now) => {
    expect(again(now)?.digest).toMatch(/^sha256:/);
    expect(again(now)?.digest).not.toBe(plan.document.plan_digest);
  });

  it('tells where not enough was read to make them, and hides no other failure', () => {
    const failing = (error: Error): PlannedOrganization =>
      planned(
        fakeProvider({
          compile: () => {
            throw error;
          },
        }),
      );
    expect(again(failing(new InternalError('whom?')))).toBeUndefined();
    expect(() => again(failing(new TypeError('a mistake')))).toThrow('a mistake');
  });
});
