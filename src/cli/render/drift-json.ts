/** Drift for programs: `drift -json`. Field names are part of the promise to users. */
import type { DriftReport } from './drift-counts.js';
import { jsonText } from './json-text.js';

const driftFormatVersion = '1.0';

export function renderDriftJson({
  items,
  keptPrivileged,
  summary,
  complete,
  errored,
  diagnostics,
}: DriftReport): string {
  const document = {
    format_version: driftFormatVersion,
    complete,
    errored,
    drift: items,
    // Not drift, but never only a count: who is kept on purpose and holds a privileged role.
    kept_privileged: keptPrivileged,
    summary,
    diagnostics,
  };
  return jsonText(document);
}
