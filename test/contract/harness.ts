/** Runs contract cases: named, skippable with a reason, each with a sandbox of its own. */
import { expect, it } from 'vitest';
import type { ApplyReport } from '../../src/apply/report.js';
import { parseAddress } from '../../src/core/address.js';
import type { Plan } from '../../src/core/plan.js';
import type { Provider } from '../../src/core/provider.js';
import { isProviderType, loadProvider } from '../../src/providers/registry.js';
import { createTestBed, type Applied, type PlanChoices, type TestBed } from '../support/test-bed.js';
import type { ChangeCase, Edit, ProviderSubject, SandboxObject } from './subject.js';

export interface Contract<Base> {
  readonly subject: ProviderSubject<Base>;
  /** One case; its name is what `skip` refers to. */
  readonly test: (name: string, run: () => Promise<void>) => void;
  /** A sandbox with the base organization after these edits. */
  readonly within: <T>(edits: readonly Edit<Base>[], use: (run: Run) => Promise<T>) => Promise<T>;
  /** All creates and deletes that can stand in one plan. */
  readonly everything: readonly ChangeCase<Base>[];
  readonly provider: () => Promise<Provider>;
  readonly checkSkips: () => void;
}

/** The base organization in its sandbox, with the YAML at hand. */
export interface Run {
  readonly bed: TestBed;
  readonly config: object;
  readonly plan: (choices?: PlanChoices) => Promise<Plan>;
  /** Whatever comes of it, the plan kept the rules that hold for every plan. */
  readonly apply: (choices?: PlanChoices) => Promise<Applied & { readonly report: ApplyReport }>;
  readonly objects: () => Promise<readonly SandboxObject[]>;
  /** Writes since the log was last forgotten, shortened, in the order in which they arrived. */
  readonly writes: () => Promise<readonly string[]>;
}

export function createContract<Base>(subject: ProviderSubject<Base>): Contract<Base> {
  const reasons = new Map(subject.skip.flatMap(({ reason, cases }) => cases.map((name) => [name, reason] as const)));
  const known = new Set<string>();
  return {
    subject,
    test(name, run) {
      known.add(name);
      const reason = reasons.get(name);
      if (reason === undefined) it(name, run);
      else it.skip(`${name} (skipped: ${reason})`, run);
    },
    async within(edits, use) {
      const base = subject.base();
      for (const edit of edits) edit(base);
      const bed = await createTestBed(subject.world(base), subject.start);
      try {
        return await use(createRun(subject, bed, subject.config(base)));
      } finally {
        await bed.close();
      }
    },
    everything: Object.entries(subject.changes)
      .filter(([name, { apart }]) => /: (create|delete)$/.test(name) && apart === undefined)
      .map(([, change]) => change),
    provider: async () => {
      if (!isProviderType(subject.type)) throw new Error(`${subject.type} is not in src/providers/registry.ts`);
      return loadProvider(subject.type);
    },
    checkSkips() {
      it('states a reason for every exemption, and exempts nothing that is no case', () => {
        expect(subject.skip.filter(({ reason }) => reason.trim() === '')).toEqual([]);
        expect([...reasons.keys()].filter((name) => !known.has(name))).toEqual([]);
      });
    },
  };
}

function createRun<Base>(subject: ProviderSubject<Base>, bed: TestBed, config: object): Run {
  return {
    bed,
    config,
    plan: async (choices) => {
      const plan = await bed.plan(config, choices);
      checkPlan(plan);
      return plan;
    },
    apply: async (choices) => {
      const applied = await bed.apply(config, choices);
      checkPlan(applied.plan);
      const { report, plan, moved } = applied;
      if (report !== undefined) return { ...applied, report };
      const { diagnostics, guards } = plan.document;
      throw new Error(`nothing was applied: ${JSON.stringify({ diagnostics, guards, moved }, undefined, 1)}`);
    },
    objects: async () => subject.objects(await bed.state()),
    writes: async () => {
      const { list } = await bed.requests();
      return list
        .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
        .map(({ method, path }) => subject.shorten(method, path));
    },
  };
}

/** What holds for every plan of every provider. */
export function checkPlan({ document, operations }: Plan): void {
  const changed = new Set(document.resource_changes.map(({ address }) => address));
  const before = new Set<string>();
  for (const { id, addresses, needs } of operations) {
    expect(addresses.length, `request ${id} is for no address`).toBeGreaterThan(0);
    expect(
      addresses.filter((address) => !changed.has(address)),
      `request ${id} is for what does not change`,
    ).toEqual([]);
    expect(
      needs.filter((need) => !before.has(need)),
      `request ${id} comes before what it needs`,
    ).toEqual([]);
    before.add(id);
  }
  for (const { address, kind, name } of document.resource_changes) {
    expect(parseAddress(address)).toMatchObject({ kind, name: name === '' ? undefined : name });
  }
  expect(document.api_budget.writes).toBe(operations.length);
}

export function expectNothingToDo({ document, operations }: Plan): void {
  expect({ operations, changes: document.resource_changes, errored: document.errored }).toEqual({
    operations: [],
    changes: [],
    errored: false,
  });
}

/** Everything was done, nothing failed or was left out. */
export function expectDone(report: ApplyReport): void {
  expect(report.operations.filter(({ status }) => status !== 'done' && status !== 'substituted')).toEqual([]);
}

export function kindOf(caseName: string): string {
  return caseName.slice(0, caseName.indexOf(':'));
}

export function addressOf<Base>(subject: ProviderSubject<Base>, kind: string, name: string | undefined): string {
  return `${subject.organization}/${kind}${name === undefined ? '' : `/${name}`}`;
}
