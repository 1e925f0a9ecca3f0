/** Why a plan may not be applied: one answer for the exit code and one for the reader. */
import type { PlanDocument } from '../core/plan-document.js';
import { exitCodes, type ExitCode } from '../errors.js';
import { styled, type Line } from './render/line.js';

/** Undefined where nothing forbids it. */
export function refusalCode(plan: PlanDocument, allowIncomplete: boolean): ExitCode | undefined {
  if (plan.errored || (!plan.complete && !allowIncomplete)) return exitCodes.error;
  return plan.guards.some(({ status }) => status === 'tripped') ? exitCodes.guard : undefined;
}

export function refusalLines(plan: PlanDocument, allowIncomplete: boolean): Line[] {
  const error = styled('red', 'error');
  if (plan.errored) return [[error, ': The plan has errors, so nothing of it can be applied.']];
  if (!plan.complete && !allowIncomplete) {
    return [
      [error, ': Not everything could be read, so the plan is incomplete.'],
      ['  ', styled('cyan', 'hint'), ': Give the token the missing rights, or go on without with --allow-incomplete.'],
    ];
  }
  return plan.guards
    .filter(({ status }) => status === 'tripped')
    .flatMap(({ id, organization, detail, acknowledgement }): Line[] => [
      [error, `: Guard ${id} of ${organization} tripped: ${detail}`],
      ...(acknowledgement === undefined
        ? []
        : [['  ', styled('cyan', 'hint'), `: If just this is meant, go on with -ack ${acknowledgement}`]]),
    ]);
}
