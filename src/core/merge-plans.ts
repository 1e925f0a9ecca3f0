/** Several plans as one to look at, such as those of a pipeline's shards. What is merged is shown, never applied. */
import { digest } from './canonical.js';
import { sortDiagnostics, type Diagnostic } from './diagnostics.js';
import { compareText } from './json.js';
import { planDigest } from './plan-document-from.js';
import type { PlanDocument, PlanOperation } from './plan-document.js';

export type MergedPlans =
  | { readonly document: PlanDocument }
  /** The address, or organization, that two of them speak of. */
  | { readonly conflict: string };

/** One or more plans, each of organizations of its own. */
export function mergePlans(plans: readonly [PlanDocument, ...PlanDocument[]]): MergedPlans {
  const [first, ...others] = plans;
  if (others.length === 0) return { document: first };
  const seen = new Set<string>();
  for (const plan of plans) {
    const own = organizationsOf(plan);
    const twice = own.find((name) => seen.has(name));
    if (twice !== undefined) return { conflict: twice };
    for (const name of own) seen.add(name);
  }
  const all = <T>(list: (plan: PlanDocument) => readonly T[]): T[] => plans.flatMap(list);
  const sum = (count: (plan: PlanDocument) => number): number => plans.reduce((total, plan) => total + count(plan), 0);
  const resource_changes = byAddress(all((plan) => plan.resource_changes));
  const operations = renumbered(plans);
  const fingerprints = Object.fromEntries(
    all((plan) => Object.entries(plan.fingerprints)).sort(([a], [b]) => compareText(a, b)),
  );
  const latest = (time: (plan: PlanDocument) => string): string =>
    plans.map(time).reduce((one, other) => (one > other ? one : other));
  const configs = [...new Set(plans.map(({ config_digest }) => config_digest))].sort(compareText);
  return {
    document: {
      ...first,
      timestamp: latest(({ timestamp }) => timestamp),
      as_of: latest(({ as_of }) => as_of),
      applyable:
        plans.every(({ applyable, operations: own }) => applyable || own.length === 0) && operations.length > 0,
      complete: plans.every(({ complete }) => complete),
      errored: plans.some(({ errored }) => errored),
      config_digest: configs.length === 1 ? first.config_digest : digest(configs),
      plan_digest: planDigest({ resource_changes, operations, fingerprints }),
      resource_changes,
      operations,
      pending: byAddress(all((plan) => plan.pending)),
      manual_steps: byAddress(all((plan) => plan.manual_steps)),
      blocked: byAddress(all((plan) => plan.blocked)),
      unlisted: byAddress(all((plan) => plan.unlisted)),
      guards: all((plan) => plan.guards).toSorted((a, b) => compareText(a.organization, b.organization)),
      access_changes: all((plan) => plan.access_changes),
      api_budget: {
        reads: sum(({ api_budget }) => api_budget.reads),
        writes: sum(({ api_budget }) => api_budget.writes),
        // They run side by side.
        estimated_seconds: Math.max(...plans.map(({ api_budget }) => api_budget.estimated_seconds)),
        emails: sum(({ api_budget }) => api_budget.emails),
      },
      fingerprints,
      summary: summed(plans),
      diagnostics: unique(all((plan) => plan.diagnostics)),
    },
  };
}

function organizationsOf({
  resource_changes,
  guards,
  fingerprints,
  unlisted,
  blocked,
  pending,
}: PlanDocument): string[] {
  return [
    ...new Set([
      ...resource_changes.map(({ organization }) => organization),
      ...guards.map(({ organization }) => organization),
      ...[...Object.keys(fingerprints), ...[...unlisted, ...blocked, ...pending].map(({ address }) => address)].map(
        (address) => address.replace(/\/.*/s, ''),
      ),
    ]),
  ].sort(compareText);
}

/** One plan's after another's, so that what each needs still comes before it. */
function renumbered(plans: readonly PlanDocument[]): PlanOperation[] {
  let before = 0;
  return plans.flatMap(({ operations }) => {
    const start = before;
    before += operations.length;
    const ids = new Map(operations.map(({ id }, index) => [id, String(start + index + 1)]));
    return operations.map((operation, index) => ({
      ...operation,
      id: String(start + index + 1),
      needs: operation.needs.flatMap((need) => ids.get(need) ?? []),
    }));
  });
}

function summed(plans: readonly [PlanDocument, ...PlanDocument[]]): PlanDocument['summary'] {
  const [first] = plans;
  const keys = Object.keys(first.summary) as (keyof PlanDocument['summary'])[];
  const totals = keys.map((key) => [key, plans.reduce((total, { summary }) => total + summary[key], 0)] as const);
  return { ...first.summary, ...Object.fromEntries(totals) };
}

function byAddress<T extends { readonly address: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => compareText(a.address, b.address));
}

/** What the configuration says alike to every shard is told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return sortDiagnostics([...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()]);
}
