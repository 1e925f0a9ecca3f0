/** What must hold for any federation and any configuration. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { labsId, providers, shopId } from './acme.js';
import { scenario, worldOf, type RandomConfig, type RandomWorld } from './arbitraries.js';
import { settled, unnamedDifferences, visible } from './state.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 80);

async function within<T>(world: RandomWorld, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(worldOf(world));
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

function configOf({ shop, labs, identityProviders }: RandomConfig): object {
  return {
    orgwright: 1,
    providers,
    identityProviders,
    organizations: {
      'acme-shop': { type: 'atlas', id: shopId, ...shop },
      ...(labs !== undefined && { 'acme-labs': { type: 'atlas', id: labsId, ...labs } }),
    },
  };
}

/** Undefined where the configuration is refused offline, as it may be. */
async function configure(bed: TestBed, random: RandomConfig): Promise<object | undefined> {
  const config = configOf(random);
  const problems = await bed.check(config);
  return problems.some(({ severity }) => severity === 'error') ? undefined : config;
}

it('after an apply the plan has no operation, and the first apply did all', async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, random]) =>
      within(world, async (bed) => {
        const config = await configure(bed, random);
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
  expect(applied).toBeGreaterThan(runs / 5);
});

it('nothing that the plan does not name differs after an apply', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, random]) =>
      within(world, async (bed) => {
        const config = await configure(bed, random);
        if (config === undefined) return;
        const before = await bed.state();
        const { plan, report } = await bed.apply(config);
        const changes = report === undefined ? [] : plan.document.resource_changes;
        expect(unnamedDifferences(before, await bed.state(), changes)).toEqual([]);
      }),
    ),
    { numRuns: runs },
  );
});

it('the order of the input never changes the plan', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ([world, random]) => {
      const plan = (someWorld: RandomWorld, settings: RandomConfig): Promise<string | undefined> =>
        within(someWorld, async (bed) => {
          const config = await configure(bed, settings);
          if (config === undefined) return undefined;
          const { document } = await bed.plan(config);
          const diagnostics = document.diagnostics.map(({ source: _source, ...rest }) => JSON.stringify(rest)).sort();
          return JSON.stringify({ ...document, diagnostics }, (key, value: unknown) =>
            key === 'source' || key === 'related' ? undefined : value,
          );
        });
      const one = await plan(world, random);
      expect(await plan(reversed(world) as RandomWorld, reversed(random) as RandomConfig)).toEqual(one);
    }),
    { numRuns: runs },
  );
});

it('a fault at any request, then running again, gives the same federation as without it', async () => {
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
    fc.asyncProperty(scenario, fault, fc.nat({ max: 30 }), async ([world, random], shape, after) => {
      const undisturbed = await within(world, async (bed) => {
        const config = await configure(bed, random);
        if (config === undefined) return undefined;
        const { report } = await bed.apply(config);
        return report === undefined ? undefined : settled(visible(await bed.state()));
      });
      if (undisturbed === undefined) return;
      await within(world, async (bed) => {
        const config = await configure(bed, random);
        if (config === undefined) return;
        await bed.control('PUT', 'faults', [{ ...shape, after }]);
        const first = await bed.apply(config).catch(() => undefined);
        await bed.control('PUT', 'faults', []);
        const second = await bed.apply(config);
        const third = await bed.plan(config);
        expect(third.operations, JSON.stringify([first?.report, second.report])).toEqual([]);
        expect(settled(visible(await bed.state()))).toEqual(undisturbed);
      });
    }),
    { numRuns: runs },
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
