import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  acknowledgedIn,
  acknowledgementFor,
  isAcknowledgement,
  unmatchedAcknowledgements,
} from '../../../../src/core/guards/acknowledge.js';
import { makePlan, type PlanInput } from '../../../../src/core/plan.js';
import type { PlanDocument, PlanGuard } from '../../../../src/core/plan-document.js';
import { desired, fakeProvider, guardSettings, live, liveOrganization, names, organization } from '../fake-vendor.js';

const none = { percent: 0, atLeast: 0 };
const people = names(6);
const crowd = people.map((name) => live('person', name, { role: 'member' }));

/** Whoever is in `leaving` is to go, and a group is to be made: nothing of the guard. */
function plan({ leaving, ...rest }: { readonly leaving: readonly string[] } & Partial<PlanInput>): PlanDocument {
  const wanted = organization({
    guards: guardSettings(0, { members: none }),
    resources: [
      ...leaving.map((name) => desired('person', name, {}, { state: 'absent' })),
      desired('group', 'new', { about: 'x' }),
    ],
  });
  return makePlan({
    organizations: [{ desired: wanted, provider: fakeProvider(), live: liveOrganization(crowd) }],
    options: { now: '2026-06-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    targets: [],
    configDigest: 'sha256:config',
    version: '0.1.0',
    timestamp: '2026-06-01T00:00:00Z',
    reads: 0,
    diagnostics: [],
    allowIncomplete: false,
    locate: () => undefined,
    ...rest,
  }).document;
}

const removals = ({ guards }: PlanDocument): PlanGuard => {
  const found = guards.find(({ id }) => id === 'max-removals');
  if (found === undefined) throw new Error('no such guard');
  return found;
};
const wordsOf = (document: PlanDocument): string => removals(document).acknowledgement ?? 'none';

describe('an acknowledgement', () => {
  const words = wordsOf(plan({ leaving: ['person1', 'person2'] }));

  it('is printed where a guard trips, and lets just that plan go on', () => {
    expect(plan({ leaving: ['person1', 'person2'] })).toMatchObject({ applyable: false });
    const document = plan({ leaving: ['person1', 'person2'], acknowledgements: [words] });
    expect(document).toMatchObject({ applyable: true, diagnostics: [] });
    expect(removals(document)).toMatchObject({
      status: 'acknowledged',
      witnesses: ['acme/person/person1', 'acme/person/person2'],
      acknowledgement: words,
    });
    expect(acknowledgedIn(document)).toEqual([words]);
  });

  it('needs no new review: the digest of the plan is the same with it', () => {
    const [without, given] = [
      plan({ leaving: ['person1'] }),
      plan({ leaving: ['person1'], acknowledgements: [words] }),
    ];
    expect(given.plan_digest).toBe(without.plan_digest);
  });

  it.each<[string, readonly string[]]>([
    ['one removal more', ['person1', 'person2', 'person3']],
    ['one removal less', ['person1']],
    ['another removal', ['person1', 'person4']],
  ])('is not one for %s', (_, leaving) => {
    const document = plan({ leaving, acknowledgements: [words] });
    expect(removals(document).status).toBe('tripped');
    expect(document.applyable).toBe(false);
    expect(document.diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'ack-unmatched',
        summary: `-ack ${words} acknowledges nothing of this plan.`,
        detail: 'Guard max-removals of acme tripped on other facts than those that it was given for.',
        hint: 'Look at the plan again; if it is meant, acknowledge it with the words that the plan prints now.',
      },
    ]);
  });

  it('of a guard that did not trip is told of once', () => {
    const document = plan({ leaving: [], acknowledgements: [words, words] });
    expect(acknowledgedIn(document)).toEqual([]);
    expect(document.diagnostics.map(({ detail }) => detail)).toEqual([
      'No guard max-removals tripped on the facts that it was given for.',
    ]);
  });

  it('depends on what tripped the guard, and on neither the order nor anything else', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (leaving, reads) => {
        expect(wordsOf(plan({ leaving, reads }))).toBe(
          acknowledgementFor(
            'max-removals',
            'acme',
            [...leaving].sort().map((name) => `acme/person/${name}`),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is for one guard of one organization', () => {
    const all: readonly [id: string, organization: string, facts: readonly string[]][] = [
      ['max-removals', 'acme', ['a', 'b']],
      ['max-removals', 'acme', ['ab']],
      ['max-removals', 'acme-eu', ['a', 'b']],
      ['min-owners', 'acme', ['a', 'b']],
      ['max-removals', 'acme', []],
    ];
    expect(new Set(all.map((parts) => acknowledgementFor(...parts))).size).toBe(all.length);
  });

  it.each<[string, boolean]>([
    [words, true],
    [words.toUpperCase(), false],
    [`${words}0`, false],
    [words.slice(0, -1), false],
    [` ${words}`, false],
    [`${words}\n`, false],
    [words.replace('max-removals', ''), false],
    [words.replace('max-removals', '-'), false],
    ['max-removals', false],
    ['', false],
  ])('reads %j: %s', (text, is) => {
    expect(isAcknowledgement(text)).toBe(is);
  });
});

describe('acknowledging the guards of a plan that is there already', () => {
  const base = { id: 'max-removals', organization: 'acme', detail: '', witnesses: [] };
  it('turns only what tripped, and what the words are for', () => {
    const guards: readonly PlanGuard[] = [
      { ...base, status: 'tripped', acknowledgement: 'a' },
      { ...base, status: 'tripped', acknowledgement: 'b' },
      { ...base, status: 'tripped' },
      { ...base, status: 'passed', acknowledgement: 'a' },
    ];
    const after = acknowledge(guards, ['a']);
    expect(after.map(({ status }) => status)).toEqual(['acknowledged', 'tripped', 'tripped', 'passed']);
    expect(acknowledgedIn({ guards: [...after, { ...base, status: 'acknowledged' }] })).toEqual(['a']);
    expect(unmatchedAcknowledgements(['a', 'b'], after)).toEqual([]);
  });
});
