/** Every change of every kind: made, with the fewest requests, on the same object, and then no change any more. */
import { describe, expect, it } from 'vitest';
import { expectDone, expectNothingToDo, addressOf, kindOf, type Contract } from '../harness.js';
import type { SandboxObject } from '../subject.js';

export function changes<Base>(contract: Contract<Base>): void {
  const { subject, test, within } = contract;

  describe('gives a case for every change of every kind, or the reason why not', () => {
    it('knows the provider’s kinds', async () => {
      const { kinds } = await contract.provider();
      const wanted = kinds.flatMap(({ kind, shape }) => [
        `${kind}: create`,
        ...Object.keys(shape.fields).map((field) => `${kind}: update ${field}`),
        `${kind}: rename`,
        `${kind}: delete`,
      ]);
      const given = [...Object.keys(subject.changes), ...subject.skip.flatMap(({ cases }) => cases)];
      expect(wanted.filter((name) => !given.includes(name))).toEqual([]);
    });
    // So that `skip` may name them: a change without a case is a case that is skipped.
    for (const name of subject.skip.flatMap(({ cases }) => cases).filter((each) => isChange(each))) {
      if (!(name in subject.changes)) test(name, () => Promise.resolve());
    }
  });

  describe('makes each change with the fewest requests, then plans nothing', () => {
    for (const [caseName, change] of Object.entries(subject.changes)) {
      test(caseName, () =>
        within([change.edit], async (run) => {
          const kind = kindOf(caseName);
          const find = (objects: readonly SandboxObject[], name = ''): readonly SandboxObject[] =>
            objects.filter((object) => object.kind === kind && object.name === name);
          const before = find(await run.objects(), change.was ?? change.name);
          await run.bed.forgetRequests();
          const { report } = await run.apply(change.choices);
          expectDone(report);
          expect(await run.writes()).toEqual(change.writes);
          expectNothingToDo(await run.plan(change.choices));

          const objects = await run.objects();
          const after = find(objects, change.name);
          if (caseName.endsWith(': create')) expect(before).toEqual([]);
          else expect(before).toHaveLength(1);
          if (change.has === undefined) {
            expect(after).toEqual([]);
          } else {
            expect(after).toHaveLength(1);
            expect(after[0]).toMatchObject(change.has);
            // Updated or renamed in place: never deleted and made again.
            if (before[0] !== undefined && change.replaces !== true) expect(after[0]?.id).toBe(before[0].id);
          }
          if (change.was !== undefined) expect(find(objects, change.was)).toEqual([]);
        }),
      );
    }
  });

  describe('refuses a plan that is stale before the first write', () => {
    for (const [caseName, change] of Object.entries(subject.changes)) {
      test(`${caseName}: stale`, () =>
        within([change.edit], async ({ bed, config, writes }) => {
          // Somebody else applies the same change between our plan and our apply.
          bed.beforeApply = async () => {
            bed.beforeApply = undefined;
            await bed.apply(config, change.choices);
            await bed.forgetRequests();
          };
          const { moved, report } = await bed.apply(config, change.choices);
          expect(report).toBeUndefined();
          expect(moved).toContain(addressOf(subject, kindOf(caseName), change.was ?? change.name));
          expect(await writes()).toEqual([]);
        }));
    }
  });
}

function isChange(caseName: string): boolean {
  return /^[\w-]+: (create|update \w+|rename|delete)$/.test(caseName);
}
