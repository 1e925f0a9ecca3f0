/** The reports of several applies as one to look at, such as those of a pipeline's shards. */
import { digest } from '../core/canonical.js';
import { compareText } from '../core/json.js';
import type { ApplyReport } from './report.js';

export type MergedReports =
  | { readonly report: ApplyReport }
  /** The organization that two of them wrote to. */
  | { readonly conflict: string };

/** One or more, each of organizations of its own. */
export function mergeReports(reports: readonly [ApplyReport, ...ApplyReport[]]): MergedReports {
  const [first, ...others] = reports;
  if (others.length === 0) return { report: first };
  const seen = new Set<string>();
  for (const { operations } of reports) {
    const own = new Set(operations.map(({ organization }) => organization));
    const twice = [...own].sort(compareText).find((name) => seen.has(name));
    if (twice !== undefined) return { conflict: twice };
    for (const name of own) seen.add(name);
  }
  const sum = (key: keyof ApplyReport['counts']): number =>
    reports.reduce((total, { counts }) => total + counts[key], 0);
  const files = reports.flatMap(({ secrets_file }) => secrets_file ?? []);
  const digests = [...new Set(reports.map(({ plan_digest }) => plan_digest))].sort(compareText);
  return {
    report: {
      ...first,
      plan_digest: digests.length === 1 ? first.plan_digest : digest(digests),
      status: statusOf(reports),
      counts: { done: sum('done'), failed: sum('failed'), skipped: sum('skipped'), substituted: sum('substituted') },
      // Ids count within a report.
      operations: reports
        .flatMap(({ operations }) => operations)
        .map((operation, index) => ({ ...operation, id: String(index + 1) })),
      manual_steps: reports.flatMap(({ manual_steps }) => manual_steps),
      ...(files.length > 0 && { secrets_file: files.join(', ') }),
    },
  };
}

/** The worst tells, but where anything at all was done, a failure is one in part. */
function statusOf(reports: readonly ApplyReport[]): ApplyReport['status'] {
  if (reports.some(({ status }) => status === 'interrupted')) return 'interrupted';
  if (reports.every(({ status }) => status === 'applied')) return 'applied';
  const isDone = reports.some(({ status, counts }) => status === 'partial' || counts.done + counts.substituted > 0);
  return isDone ? 'partial' : 'failed';
}
