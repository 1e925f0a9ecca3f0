/** What must hold for any directory, any service and any configuration. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { basePath, scenarios, services, type Fields, type Scenario } from './directories.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 120);

async function within<T>(world: object, use: (bed: TestBed) => Promise<T>): Promise<T> {
  const bed = await createTestBed(world);
  try {
    return await use(bed);
  } finally {
    await bed.close();
  }
}

/** Undefined where the configuration is refused offline, as it may be. */
async function configure(bed: TestBed, { config }: Scenario): Promise<object | undefined> {
  const problems = await bed.check(config);
  return problems.some(({ severity }) => severity === 'error') ? undefined : config;
}

/** A service that hides members proves what it can; what it cannot is left alone, and the rest goes on. */
const choices = { allowIncomplete: true };

it('after an apply the plan has no operation, and the first apply did all', async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(scenarios(), async (scenario) =>
      within(scenario.world, async (bed) => {
        const config = await configure(bed, scenario);
        if (config === undefined) return;
        const { plan, report } = await bed.apply(config, choices);
        if (report === undefined) return;
        applied += 1;
        expect(report.operations.filter(({ status }) => status !== 'done' && status !== 'substituted')).toEqual([]);
        const again = await bed.plan(config, choices);
        expect(again.operations, JSON.stringify(plan.document.operations)).toEqual([]);
      }),
    ),
    { numRuns: runs },
  );
  expect(applied).toBeGreaterThan(runs / 5);
});

it('takes no more requests than the protocol needs, and says so beforehand', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios(), async (scenario) =>
      within(scenario.world, async (bed) => {
        const config = await configure(bed, scenario);
        if (config === undefined) return;
        await bed.forgetRequests();
        const plan = await bed.plan(config, choices);
        const { reads, writes: written, list } = await bed.requests();
        expect(written).toBe(0);
        expect(plan.document.api_budget.reads).toBe(reads);
        expect(reads, JSON.stringify(list)).toBeLessThanOrEqual(readBound(scenario, plan.operations.length > 0));

        await bed.forgetRequests();
        const { plan: applied, report } = await bed.apply(config, choices);
        if (report === undefined) return;
        const { writes } = await bed.requests();
        const changed = applied.document.resource_changes.length;
        expect(applied.document.api_budget.writes).toBeLessThanOrEqual(changed);
        if (report.counts.substituted === 0) expect(writes).toBe(applied.document.api_budget.writes);
        // Three stages: what is added, what is taken away when that is done, and people who go when all of that is.
        if (scenario.service === 'Bulk') expect(writes).toBeLessThanOrEqual(3);
      }),
    ),
    { numRuns: runs },
  );
});

/**
 * What the service says of itself, each page of people and of groups; and what is in doubt, where something is. Where the
 * plan has changes, everybody and every group with its people once more, for whose access they change.
 */
function readBound({ service, directory: { users, groups } }: Scenario, changes: boolean): number {
  const capabilities = services[service] ?? {};
  const size = Number(capabilities['maxResults'] ?? 200);
  const pages = (total: number): number => Math.max(1, Math.ceil(total / size));
  const lists = pages(users.length) + pages(groups.length);
  const known = 1 + lists + (changes ? lists : 0);
  // Whether the service has an attribute that nobody has there is asked once, as is whether groups come with members.
  const schemas = 1;
  // Nobody in any group is what a service shows that hides members: it is asked, and one group is looked at.
  if (groups.every(({ members }) => members.length === 0)) return known + schemas + 2;
  if (capabilities['hideMembers'] !== true) return known + schemas;
  // Then each group is looked at, and asked about each person.
  return known + schemas + 1 + groups.length * (1 + users.length);
}

it('nothing that the plan does not name differs after an apply', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios(), async (scenario) =>
      within(scenario.world, async (bed) => {
        const config = await configure(bed, scenario);
        if (config === undefined) return;
        const before = serviceOf(await bed.state());
        const { plan, report } = await bed.apply(config, choices);
        const changes = report === undefined ? [] : plan.document.resource_changes;
        const after = serviceOf(await bed.state());
        const named = new Map(
          changes.flatMap((change) => [
            [change.address, change] as const,
            ...(change.previous_address === null ? [] : [[change.previous_address, change] as const]),
          ]),
        );
        const deleted = new Set(Object.keys(before.users).filter((name) => after.users[name] === undefined));
        for (const [kind, was, is] of [
          ['member', before.users, after.users],
          ['team', before.groups, after.groups],
        ] as const) {
          for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
            const address = [...named.keys()].find(
              (each) => each.toLowerCase() === `corp/${kind}/${name}`.toLowerCase(),
            );
            const change = address === undefined ? undefined : named.get(address);
            // Deleting a person takes them out of the groups, whichever those are.
            const left = withoutPeople(was[name], deleted);
            if (change === undefined) expect(withoutStamps(is[name]), address ?? name).toEqual(withoutStamps(left));
            else if (was[name] !== undefined && is[name] !== undefined) {
              const { before: had, after: will } = change.change;
              const touched = new Set(
                [...Object.keys(had ?? {}), ...Object.keys(will ?? {}), 'active'].filter(
                  (field) => will === null || JSON.stringify(had?.[field]) !== JSON.stringify(will[field]),
                ),
              );
              if (change.previous_address !== null) touched.add('displayName');
              const rest = (value: unknown): unknown =>
                Object.fromEntries(Object.entries(withoutStamps(value)).filter(([field]) => !touched.has(field)));
              expect(rest(is[name]), address).toEqual(rest(left));
            }
          }
        }
      }),
    ),
    { numRuns: runs },
  );
});

it('the order of the input never changes the plan', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios(), async (scenario) => {
      const plan = (world: object, settings: object): Promise<string | undefined> =>
        within(world, async (bed) => {
          const config = await configure(bed, { ...scenario, config: settings });
          if (config === undefined) return undefined;
          const { document } = await bed.plan(config, choices);
          const diagnostics = document.diagnostics.map(({ source: _source, ...rest }) => JSON.stringify(rest)).sort();
          return JSON.stringify({ ...document, diagnostics }, (key, value: unknown) =>
            key === 'source' || key === 'related' ? undefined : value,
          );
        });
      const one = await plan(scenario.world, scenario.config);
      expect(await plan(reversed(scenario.world) as object, reversed(scenario.config) as object)).toEqual(one);
    }),
    { numRuns: runs },
  );
});

it('a fault at any request, then running again, gives the same directory as without it', async () => {
  const fault = fc.constantFrom(
    { times: 1, drop: 'after' },
    { times: 1, drop: 'before' },
    { times: 1, status: 500 },
    { times: 8, status: 503 },
    { times: 8, drop: 'after' },
    { times: 1, status: 429 },
    { times: 8, status: 403 },
    { times: 1, status: 412 },
    { times: 1, status: 413 },
  );
  await fc.assert(
    fc.asyncProperty(scenarios(), fault, fc.nat({ max: 20 }), async (scenario, shape, after) => {
      const undisturbed = await within(scenario.world, async (bed) => {
        const config = await configure(bed, scenario);
        if (config === undefined) return undefined;
        const { report } = await bed.apply(config, choices);
        return report === undefined ? undefined : settled(await bed.state());
      });
      if (undisturbed === undefined) return;
      await within(scenario.world, async (bed) => {
        const config = await configure(bed, scenario);
        if (config === undefined) return;
        await bed.control('PUT', 'faults', [{ ...shape, after }]);
        const first = await bed.apply(config, choices).catch(() => undefined);
        await bed.control('PUT', 'faults', []);
        const second = await bed.apply(config, choices);
        const third = await bed.plan(config, choices);
        expect(third.operations, JSON.stringify([first?.report, second.report])).toEqual([]);
        // What a service that hides members tells depends on who is active when it is asked, so on where the first try ended.
        if (scenario.service !== 'hidden members') expect(settled(await bed.state())).toEqual(undisturbed);
      });
    }),
    { numRuns: runs },
  );
});

interface ServiceState {
  readonly users: Fields;
  readonly groups: Fields;
}

function serviceOf(state: Fields): ServiceState {
  return (state['scim'] as Readonly<Record<string, ServiceState>>)[basePath] as ServiceState;
}

function withoutStamps(value: unknown): Fields {
  const { version: _version, lastModified: _lastModified, ...rest } = (value ?? {}) as Fields;
  return rest;
}

function withoutPeople(group: unknown, people: ReadonlySet<string>): unknown {
  const { members } = (group ?? {}) as { readonly members?: readonly string[] };
  if (members === undefined || people.size === 0) return group;
  return { ...(group as Fields), members: members.filter((name) => !people.has(name.toLowerCase())) };
}

/** Differ between two runs that end alike. */
const incidental = new Set(['id', 'created', 'lastModified', 'createdAt', 'updatedAt', 'version', 'value', '$ref']);

function settled(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (key, value: unknown) => (incidental.has(key) ? undefined : value)),
  ) as unknown;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
