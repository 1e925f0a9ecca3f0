/** Runs a plan's operations: in dependency order, in parallel where independent, each outcome told truthfully. */
import type { Plan } from '../core/plan.js';
import type { Connection } from '../core/provider.js';
import type { ApplyReport, OperationOutcome } from './report.js';

export interface ApplyOptions {
  readonly plan: Plan;
  /** By organization name; opened with write access. */
  readonly connections: ReadonlyMap<string, Connection>;
  /** How many operations run at once. */
  readonly parallelism: number;
  /** Value behind a `$secret` source such as `env:NAME`. */
  readonly resolveSecret: (source: string) => Promise<string>;
  /** Writes a new secret away; undefined where the person gave no `--secrets-out`. */
  readonly storeSecret: ((address: string, secret: string) => Promise<void>) | undefined;
  readonly onStart?: (operation: { readonly id: string; readonly method: string; readonly path: string }) => void;
  readonly onOutcome?: (outcome: OperationOutcome) => void;
  /** Aborted: nothing new is started, what runs is finished, the rest is skipped. */
  readonly signal?: AbortSignal;
}

export function applyPlan(options: ApplyOptions): Promise<ApplyReport> {
  return Promise.reject(new Error(`not built yet: ${options.parallelism}`));
}
