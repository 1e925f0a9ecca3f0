/** Problems and warnings as data: collected, sorted and shown all at once, never thrown singly. */
import type { SourceRef } from '../errors.js';
import { compareText } from './json.js';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable and kebab-case, e.g. `unknown-role`. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Why, when the summary does not say it. */
  readonly detail?: string;
  /** The next step, as an imperative. */
  readonly hint?: string;
  readonly source?: SourceRef;
  /** A second place, e.g. the first of two definitions. */
  readonly related?: readonly { readonly message: string; readonly source: SourceRef }[];
  readonly address?: string;
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}

/** By place, then address, then text; exact repeats are dropped. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics].sort(compareDiagnostics).filter((diagnostic) => {
    const key = JSON.stringify([
      diagnostic.severity,
      diagnostic.code,
      diagnostic.summary,
      diagnostic.source,
      diagnostic.address,
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
    (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
    compareText(a.address ?? '', b.address ?? '') ||
    compareText(a.code, b.code) ||
    compareText(a.summary, b.summary)
  );
}
