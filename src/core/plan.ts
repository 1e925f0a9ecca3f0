/** The planner: two values in, one reviewable plan out. One planner serves plan, apply and drift. */
import type { Diagnostic } from './diagnostics.js';
import type { Operation } from './operation.js';
import type { PlanDocument } from './plan-document.js';
import type { PlanOptions, Provider } from './provider.js';
import type { DesiredOrganization, Live, Locate } from './resource.js';

export interface PlannedOrganization {
  readonly desired: DesiredOrganization;
  readonly provider: Provider;
  readonly live: Live;
}

export interface PlanInput {
  readonly organizations: readonly PlannedOrganization[];
  readonly options: PlanOptions;
  /** Addresses, or prefixes that end at a slash; empty means everything. */
  readonly targets: readonly string[];
  readonly configDigest: string;
  readonly version: string;
  /** RFC 3339: when the plan was made. */
  readonly timestamp: string;
  /** Requests that reading took. */
  readonly reads: number;
  /** Found before planning: warnings of the configuration, organizations that could not be read (errors). */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an incomplete read still gives an applyable plan (`--allow-incomplete`). */
  readonly allowIncomplete: boolean;
  readonly locate: Locate;
}

export interface Plan {
  readonly document: PlanDocument;
  /** In the document's order; beside what the document shows they hold what the executor needs. */
  readonly operations: readonly Operation[];
  readonly organizations: readonly PlannedOrganization[];
}

export function makePlan(input: PlanInput): Plan {
  throw new Error(`not built yet: ${input.version}`);
}
