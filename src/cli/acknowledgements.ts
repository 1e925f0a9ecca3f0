/** `-ack`: guards that somebody has acknowledged, in the words that a plan prints where one trips. */
import { acknowledge, isAcknowledgement, unmatchedAcknowledgements } from '../core/guards/acknowledge.js';
import type { PlanDocument } from '../core/plan-document.js';
import { isApplyable } from '../core/plan-document-from.js';
import { sortDiagnostics } from '../core/diagnostics.js';
import { ConfigError } from '../errors.js';
import { listFlag } from './flags.js';

export const acknowledgementFlags = {
  ack: listFlag({
    helpValue: 'WORDS',
    description: 'Go on although this guard tripped; the plan prints the words, e.g. max-removals@sha256:...',
  }),
};

export function parseAcknowledgements(given: readonly string[]): readonly string[] {
  const wrong = given.find((words) => !isAcknowledgement(words));
  if (wrong === undefined) return given;
  throw new ConfigError(`-ack takes the words that a plan prints for a tripped guard, not "${wrong}".`, {
    hint: 'Copy them whole: GUARD@sha256: and 64 digits.',
  });
}

/** The same plan with guards acknowledged after it was made. */
export function acknowledgedPlan(plan: PlanDocument, given: readonly string[], allowIncomplete: boolean): PlanDocument {
  const guards = acknowledge(plan.guards, given);
  const diagnostics = sortDiagnostics([...plan.diagnostics, ...unmatchedAcknowledgements(given, guards)]);
  return { ...plan, guards, diagnostics, applyable: isApplyable({ ...plan, guards }, allowIncomplete) };
}
