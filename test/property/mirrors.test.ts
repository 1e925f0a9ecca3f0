/** Whoever is live in one organization, a team of another follows exactly. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTestBed } from '../support/test-bed.js';
import { mirrorScenario } from './mirror-scenarios.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 60);

it('after an apply a team that follows another has its active people, and the plan has no operation', async () => {
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(mirrorScenario, async ({ world, config, to, expected }) => {
      const bed = await createTestBed(world);
      try {
        const { plan, report } = await bed.apply(config);
        expect(plan.document.errored).toBe(false);
        if (report !== undefined) {
          followed += 1;
          expect(report.status).toBe('applied');
        }
        const after = (await bed.read(config)).find(({ desired }) => desired.name === `acme-${to}`);
        const team = after?.live.resources.find(({ kind }) => kind === 'team');
        expect(team?.attributes['members']).toEqual(expected);
        expect((await bed.plan(config)).operations).toEqual([]);
      } finally {
        await bed.close();
      }
    }),
    { numRuns: runs },
  );
  expect(followed).toBeGreaterThan(runs / 3);
});
