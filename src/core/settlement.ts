/** Gathers what settling decides about each address; every provider's `settle` fills one. */
import type { Address } from './address.js';
import type { Blocked, Change, Comparison, ManualStep, Pending } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import { applyEdits } from './diff.js';
import type { ProviderContext, Settled } from './provider.js';
import type { Edit } from './shape.js';

export interface Settlement<Facts = unknown> {
  readonly changes: Change[];
  readonly pending: Pending[];
  readonly manualSteps: ManualStep[];
  readonly blocked: Blocked[];
  readonly diagnostics: Diagnostic[];
  readonly context: ProviderContext<Facts>;
  /** Comparisons by address, for what one object's change means to another. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

export function createSettlement<Facts>(
  comparisons: readonly Comparison[],
  context: ProviderContext<Facts>,
): Settlement<Facts> {
  return {
    changes: [],
    pending: [],
    manualSteps: [],
    blocked: [],
    diagnostics: [],
    context,
    comparisons: new Map(comparisons.map((comparison) => [comparison.address, comparison])),
  };
}

export function settledOf({ changes, pending, manualSteps, blocked, diagnostics }: Settlement): Settled {
  return { changes, pending, manualSteps, blocked, diagnostics };
}

export interface Problem {
  readonly code: string;
  readonly summary: string;
  readonly hint: string;
  readonly detail?: string;
}

/** A problem at the place in the YAML that asks for it. */
export function report(
  settlement: Pick<Settlement, 'diagnostics'>,
  { address, desired }: Comparison,
  severity: Diagnostic['severity'],
  problem: Problem,
): void {
  settlement.diagnostics.push({
    severity,
    ...problem,
    address,
    ...(desired?.source !== undefined && { source: desired.source }),
  });
}

export type Update = Extract<Change, { action: 'update' }>;

/** The update with only these edits; undefined where none is left and nothing is renamed. */
export function withEdits(change: Update, edits: readonly Edit[]): Update | undefined {
  if (edits.length === 0 && change.previousAddress === undefined) return undefined;
  return { ...change, edits, after: applyEdits(change.before, edits) };
}

export function updateOf(
  comparison: Comparison,
  organization: string,
  rest: Pick<Update, 'before' | 'after' | 'edits' | 'reason'>,
): Update {
  return {
    action: 'update',
    address: comparison.address,
    organization,
    kind: comparison.kind,
    name: comparison.name,
    source: comparison.desired?.source,
    ...rest,
  };
}

export function waitsFor(settlement: Pick<Settlement, 'pending'>, address: Address, what: string): void {
  settlement.pending.push({ address, waitsFor: what });
}
