/** What a setting or a credential forbids is never sent; a person is told what to do instead, until it is done. */
import { describe, expect } from 'vitest';
import { addressOf, checkPlan, kindOf, type Contract } from '../harness.js';

export function limits<Base>({ subject, test, within }: Contract<Base>): void {
  for (const limit of subject.limits) {
    describe(`with ${limit.name}`, () => {
      for (const [caseName, change] of Object.entries(subject.changes)) {
        const isForbidden = change.writes.some((write) => limit.forbids.test(write));
        test(`${caseName}, ${limit.name}`, () =>
          within([change.edit, limit.edit], async ({ bed, config, plan, writes }) => {
            const { plan: first } = await bed.apply(config, change.choices);
            checkPlan(first);
            expect(first.document.errored).toBe(false);
            const planned = first.operations.map(({ method, path }) => subject.shorten(method, path));
            expect(planned.filter((write) => limit.forbids.test(write))).toEqual([]);
            expect([...(await writes())].sort()).toEqual([...planned].sort());
            if (!isForbidden) expect(planned).toEqual(change.writes);

            const again = await plan(change.choices);
            expect(again.operations).toEqual([]);
            const address = addressOf(subject, kindOf(caseName), change.name);
            for (const { document } of [first, again]) {
              const steps = document.manual_steps.filter((step) => step.address === address);
              if (!isForbidden) continue;
              expect(steps.length, `a manual step for ${address}`).toBeGreaterThan(0);
              for (const { title, instructions } of steps) {
                expect(title).not.toBe('');
                expect(instructions.length).toBeGreaterThan(0);
              }
            }
          }));
      }
    });
  }
}
