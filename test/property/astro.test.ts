/** What must hold for any organization and any configuration. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { acmeConfig, acmeWorld } from '../support/acme.js';
import { createTestBed, type Applied, type TestBed } from '../support/test-bed.js';
import { identityProviders, scenario, type RandomWorld } from './arbitraries.js';
import { settled, unnamedDifferences } from './state.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);

async function within<T>(world: RandomWorld, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(acmeWorld(world));
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

/** Undefined where the configuration is refused offline, as it may be. */
async function configure(bed: TestBed, organization: Record<string, unknown>): Promise<object | undefined> {
  const config = acmeConfig(organization, { identityProviders });
  const problems = await bed.check(config);
  return problems.some(({ severity }) => severity === 'error') ? undefined : config;
}

it('after an apply the plan has no operation', async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, organization]) =>
      within(world, async (bed) => {
        const config = await configure(bed, organization);
        if (config === undefined) return;
        const { plan, report } = await bed.apply(config);
        if (report === undefined) return;
        applied += 1;
        expect(report.operations.filter(({ status }) => status !== 'done')).toEqual([]);
        const again = await bed.plan(config);
        expect(again.operations, JSON.stringify(plan.document.operations)).toEqual([]);
      }),
    ),
    { numRuns: runs },
  );
  expect(applied).toBeGreaterThan(runs / 3);
});

it('nothing that the plan does not name differs after an apply', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, organization]) =>
      within(world, async (bed) => {
        const config = await configure(bed, organization);
        if (config === undefined) return;
        const before = await bed.state();
        const { plan } = await bed.apply(config);
        expect(unnamedDifferences(before, await bed.state(), plan.document.resource_changes)).toEqual([]);
      }),
    ),
    { numRuns: runs },
  );
});

it('the order of the input never changes the plan', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, organization]) => {
      const plan = async (someWorld: RandomWorld, settings: Record<string, unknown>): Promise<string | undefined> =>
        within(someWorld, async (bed) => {
          const config = await configure(bed, settings);
          if (config === undefined) return undefined;
          const { document } = await bed.plan(config);
          const diagnostics = document.diagnostics.map(({ source: _source, ...rest }) => JSON.stringify(rest)).sort();
          // Places in the file move with the file, and diagnostics are sorted by place; nothing else may differ.
          return JSON.stringify({ ...document, diagnostics }, (key, value: unknown) =>
            key === 'source' || key === 'related' ? undefined : value,
          );
        });
      const reversedWorld = {
        ...world,
        users: [...world.users].reverse(),
        teams: [...world.teams].reverse(),
        domains: [...world.domains].reverse(),
      };
      const one = await plan(world, organization);
      const other = await plan(reversedWorld, reversed(organization) as Record<string, unknown>);
      expect(other).toEqual(one);
    }),
    { numRuns: runs },
  );
});

it('a fault at any request, then running again, gives the same organization as without it', async () => {
  const fault = fc.constantFrom(
    { times: 1, drop: 'after' },
    { times: 1, drop: 'before' },
    { times: 1, status: 500 },
    { times: 8, status: 503 },
    { times: 8, drop: 'after' },
    { times: 1, status: 429 },
    { times: 8, status: 403 },
  );
  await fc.assert(
    fc.asyncProperty(scenario, fault, fc.nat({ max: 25 }), async ([world, organization], shape, after) => {
      const undisturbed = await within(world, async (bed) => {
        const config = await configure(bed, organization);
        if (config === undefined) return undefined;
        const { report } = await bed.apply(config);
        return report === undefined ? undefined : settled(await bed.state());
      });
      if (undisturbed === undefined) return;
      await within(world, async (bed) => {
        const config = await configure(bed, organization);
        if (config === undefined) return;
        await bed.control('PUT', 'faults', [{ ...shape, after }]);
        const first: Applied | undefined = await bed.apply(config).catch(() => undefined);
        await bed.control('PUT', 'faults', []);
        const second = await bed.apply(config);
        const third = await bed.plan(config);
        expect(third.operations, JSON.stringify([first?.report, second.report])).toEqual([]);
        expect(settled(await bed.state())).toEqual(undisturbed);
      });
    }),
    { numRuns: runs },
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
