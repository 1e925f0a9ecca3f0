import { isError, sortDiagnostics, type Diagnostic } from '../../core/diagnostics.js';

/** What `validate --format json` prints. */
export function renderDiagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  const sorted = sortDiagnostics(diagnostics);
  const errors = sorted.filter(isError).length;
  return `${JSON.stringify(
    {
      format_version: '1.0',
      valid: errors === 0,
      error_count: errors,
      warning_count: sorted.length - errors,
      diagnostics: sorted,
    },
    undefined,
    2,
  )}\n`;
}
