/** What an apply did, per operation: the truth of each request, for people and for `apply -json`. */
import type { ManualStep } from '../core/change.js';
import type { PlanDocument, PlanGuard } from '../core/plan-document.js';

export type OutcomeStatus = 'done' | 'failed' | 'skipped' | 'substituted';

export interface OperationOutcome {
  readonly id: string;
  readonly organization: string;
  readonly method: string;
  readonly path: string;
  readonly addresses: readonly string[];
  readonly status: OutcomeStatus;
  /** Failed: what the vendor said. Skipped: because of what. Substituted, or a tolerated refusal: what happened instead. */
  readonly detail?: string;
  readonly hint?: string;
  readonly requestId?: string;
}

/** A guard that tripped, and did not forbid the apply. Who acknowledged it is not known: only the words were given. */
export type Acknowledged = Pick<PlanGuard, 'id' | 'organization' | 'detail'> & { readonly acknowledgement: string };

export function acknowledgedGuards({ guards }: Pick<PlanDocument, 'guards'>): readonly Acknowledged[] {
  return guards.flatMap(({ id, organization, detail, status, acknowledgement }) =>
    status === 'acknowledged' && acknowledgement !== undefined ? [{ id, organization, detail, acknowledgement }] : [],
  );
}

export interface ApplyReport {
  readonly plan_digest: string;
  readonly status: 'applied' | 'partial' | 'failed' | 'interrupted';
  readonly counts: {
    readonly done: number;
    readonly failed: number;
    readonly skipped: number;
    readonly substituted: number;
  };
  readonly operations: readonly OperationOutcome[];
  /** Steps that the vendor's refusals left to a person. */
  readonly manual_steps: readonly ManualStep[];
  /** Absent where there was none. */
  readonly acknowledged?: readonly Acknowledged[];
  /** Where new secrets were written, if any were made. */
  readonly secrets_file?: string;
}
