/** A rule reads the merged configuration tolerantly: the schema has reported what is of the wrong type. */
import type { SourceRef } from '../../errors.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { JsonObject } from '../../core/json.js';

export interface RuleContext {
  readonly document: JsonObject;
  /** Where the pointer's key stands. */
  readonly locate: (pointer: string) => SourceRef | undefined;
  /** Where the pointer's value begins. */
  readonly locateValue: (pointer: string) => SourceRef | undefined;
}

export type Rule = (context: RuleContext) => readonly Diagnostic[];

/** A problem at a place; `related` is a second one. */
export function ruleProblem(
  source: SourceRef | undefined,
  code: string,
  summary: string,
  hint: string,
  related?: { readonly message: string; readonly source: SourceRef | undefined },
): Diagnostic {
  return {
    severity: 'error',
    code,
    summary,
    hint,
    ...(source === undefined ? {} : { source }),
    ...(related?.source === undefined ? {} : { related: [{ message: related.message, source: related.source }] }),
  };
}
