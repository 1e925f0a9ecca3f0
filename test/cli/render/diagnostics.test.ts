import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.js';
import { renderDiagnosticsGithub } from '../../../src/cli/render/diagnostics-github.js';
import { renderDiagnosticsJson } from '../../../src/cli/render/diagnostics-json.js';
import { renderDiagnosticsSarif } from '../../../src/cli/render/diagnostics-sarif.js';
import { renderDiagnostics } from '../../../src/cli/render/diagnostics-text.js';
import { toText } from '../../../src/cli/render/line.js';

const unknownRole: Diagnostic = {
  severity: 'error',
  code: 'unknown-role',
  summary: '`OWNER` is no role.',
  hint: 'Did you mean ORGANIZATION_OWNER?',
  source: { file: 'org.yaml', line: 3, column: 9 },
};
const twice: Diagnostic = {
  severity: 'error',
  code: 'twice',
  summary: 'This is given twice.',
  detail: 'Files merge,\nbut not this.',
  source: { file: 'b.yaml', line: 1, column: 1 },
  related: [{ message: 'the first is here', source: { file: 'a.yaml', line: 2, column: 4 } }],
};
const expiring: Diagnostic = {
  severity: 'warning',
  code: 'certificate-expires',
  summary: 'The certificate expires, 100% on 2026-02-01: soon.',
  address: 'acme-data/sso/acme.com',
};

const text = (diagnostics: readonly Diagnostic[], compactWarnings = false): string =>
  toText(
    renderDiagnostics(diagnostics, {
      frame: ({ file }) => (file === 'org.yaml' ? '> 3 |   role: OWNER\n    |         ^' : undefined),
      compactWarnings,
    }),
    false,
  );

describe('diagnostics', () => {
  it('are shown by place, warnings first, each with its code frame and the next step', () => {
    expect(text([unknownRole, expiring, twice, unknownRole])).toBe(`\
acme-data/sso/acme.com: warning: The certificate expires, 100% on 2026-02-01: soon.

b.yaml:1:1: error: This is given twice.
  Files merge,
  but not this.
  a.yaml:2:4: the first is here

org.yaml:3:9: error: \`OWNER\` is no role.
  > 3 |   role: OWNER
      |         ^
  hint: Did you mean ORGANIZATION_OWNER?

`);
  });

  it('take one line per warning when compact', () => {
    expect(text([{ ...expiring, hint: 'Renew it.' }], true)).toBe(
      'acme-data/sso/acme.com: warning: The certificate expires, 100% on 2026-02-01: soon.\n',
    );
  });

  it('cannot steer a terminal', () => {
    expect(text([{ severity: 'error', code: 'x', summary: 'Could not read \u001b]0;owned\u0007.' }])).toBe(
      'error: Could not read \\u{1B}]0;owned\\u{7}.\n\n',
    );
  });

  it('cannot command a GitHub runner', () => {
    expect(text([{ severity: 'error', code: 'x', summary: 'Refused:', detail: 'no\n::set-output name=a::b' }])).toBe(
      'error: Refused:\n  no\n  \\u{3A}:set-output name=a::b\n\n',
    );
  });

  it('are counted in JSON', () => {
    expect(JSON.parse(renderDiagnosticsJson([unknownRole, expiring]))).toEqual({
      format_version: '1.0',
      valid: false,
      error_count: 1,
      warning_count: 1,
      diagnostics: [expiring, unknownRole],
    });
    expect(JSON.parse(renderDiagnosticsJson([]))).toMatchObject({ valid: true, diagnostics: [] });
  });

  it('are workflow commands for GitHub, which a text cannot break out of', () => {
    expect(renderDiagnosticsGithub([unknownRole, { ...expiring, summary: '100%\n::error::x' }])).toBe(
      '::warning title=certificate-expires%3A acme-data/sso/acme.com::100%25%0A::error::x\n' +
        '::error file=org.yaml,line=3,col=9,title=unknown-role::`OWNER` is no role.%0AHint: Did you mean ORGANIZATION_OWNER?\n',
    );
  });

  it('are SARIF results with their rules and places', () => {
    const log = JSON.parse(renderDiagnosticsSarif([unknownRole, twice, expiring], '0.1.0')) as {
      version: string;
      runs: { tool: { driver: { rules: unknown } }; results: unknown[] }[];
    };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.tool.driver.rules).toEqual([
      { id: 'certificate-expires' },
      { id: 'twice' },
      { id: 'unknown-role' },
    ]);
    expect(log.runs[0]?.results[2]).toEqual({
      ruleId: 'unknown-role',
      level: 'error',
      message: { text: '`OWNER` is no role.\nDid you mean ORGANIZATION_OWNER?' },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'org.yaml' }, region: { startLine: 3, startColumn: 9 } } },
      ],
      relatedLocations: [],
    });
  });
});
