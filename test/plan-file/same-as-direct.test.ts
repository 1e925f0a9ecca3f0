/** A plan that was saved and applied later does what an apply at once does. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applySavedText, savePlanOf, sortedWrites } from '../support/saved-plans.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { families, type Family } from './scenarios.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 20);

const choices = { allowIncomplete: true };

async function within<T>(world: object, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(world);
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

it.each<[string, Family]>(Object.entries(families))(
  'of %s: the same requests, the same outcome, and nothing left to do',
  async (_, { cases, settled }) => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ world, config }) => {
        const direct = await within(world, async (bed) => {
          if ((await bed.check(config)).some(({ severity }) => severity === 'error')) return undefined;
          const { report, plan } = await bed.apply(config, choices);
          if (report === undefined || plan.operations.length === 0) return undefined;
          return { writes: await sortedWrites(bed), state: settled(await bed.state()), counts: report.counts };
        });
        if (direct === undefined) return;
        applied += 1;
        await within(world, async (bed) => {
          const { text } = await savePlanOf(bed, config, choices);
          const { counts } = await applySavedText(bed, text ?? '');
          expect(counts).toEqual(direct.counts);
          expect(await sortedWrites(bed)).toEqual(direct.writes);
          expect(settled(await bed.state())).toEqual(direct.state);
          expect((await bed.plan(config, choices)).operations).toEqual([]);
        });
      }),
      { numRuns: runs },
    );
    expect(applied).toBeGreaterThan(runs / 6);
  },
);
