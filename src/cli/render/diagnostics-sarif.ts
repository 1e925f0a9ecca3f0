import { sortDiagnostics, type Diagnostic } from '../../core/diagnostics.js';
import type { SourceRef } from '../../errors.js';

/** SARIF 2.1.0, as code scanning takes it. */
export function renderDiagnosticsSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const sorted = sortDiagnostics(diagnostics);
  const rules = [...new Set(sorted.map(({ code }) => code))].sort().map((id) => ({ id }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'orgwright', version, rules } },
        results: sorted.map((diagnostic) => ({
          ruleId: diagnostic.code,
          level: diagnostic.severity,
          message: { text: [diagnostic.summary, diagnostic.detail, diagnostic.hint].filter(Boolean).join('\n') },
          locations: diagnostic.source === undefined ? [] : [location(diagnostic.source)],
          relatedLocations: (diagnostic.related ?? []).map(({ message, source }) => ({
            ...location(source),
            message: { text: message },
          })),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function location(source: SourceRef) {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(source.file) },
      region: { startLine: source.line, startColumn: source.column },
    },
  };
}
