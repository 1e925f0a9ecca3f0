/** The counts of a drift report, in the words that every format uses. */
import type { Drift, DriftSummary } from '../../core/drift.js';
import type { PlanDocument } from '../../core/plan-document.js';
import { count } from './count.js';

/** How much of the truth the report is: a report of half an organization must not read like one of the whole. */
export type Completeness = Pick<PlanDocument, 'complete' | 'errored'>;

export interface DriftReport extends Drift, Pick<PlanDocument, 'complete' | 'errored' | 'diagnostics'> {}

export function hasDrift({ items }: Drift): boolean {
  return items.length > 0;
}

/** `No drift.` is only said where everything was compared. */
export function driftHeadline(report: DriftReport): string {
  if (!hasDrift(report) && report.complete && !report.errored) return 'No drift.';
  const { missing, extra, changed } = report.summary;
  return `Drift: ${missing} missing, ${extra} extra, ${changed} changed.`;
}

/** Why the report may not be all of it; undefined where it is. */
export function shortcoming({ complete, errored }: Completeness): string | undefined {
  if (errored) return 'This report has errors: what they are about is not compared.';
  return complete ? undefined : 'This report is incomplete: not everything could be read.';
}

/** What is not drift, or is told of the drift as a whole; undefined where there is nothing to tell. */
export function besides({ blocked, pending, kept, manual }: DriftSummary): string | undefined {
  const parts = [
    ...(blocked > 0 ? [`${blocked} of these only another system can change`] : []),
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(kept > 0 ? [`${kept} kept by policy`] : []),
    ...(manual > 0 ? [`${count(manual, 'manual step')} that no API can verify`] : []),
  ];
  return parts.length === 0 ? undefined : `Besides: ${parts.join(', ')}.`;
}
