/** Small real configurations, each named for its situation, beside what is wrong with them (`npx vitest -u` rewrites it). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/config/code-frame.js';
import { loadConfiguration } from '../../src/config/load.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { SourceRef } from '../../src/errors.js';

const folder = join(import.meta.dirname, '../fixtures/config');
const situations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('configurations', () => {
  it.each(situations.map(({ name }) => name))('%s', async (name) => {
    const cwd = join(folder, name);
    const { diagnostics, files, document } = await loadConfiguration(['.'], { cwd });
    const report = diagnostics.map((diagnostic) => reportOf(diagnostic, files));
    const isValid = diagnostics.every(({ severity }) => severity === 'warning');
    expect(document === undefined).toBe(!isValid);
    await expect([...report, isValid ? 'valid' : 'refused', ''].join('\n')).toMatchFileSnapshot(
      join(cwd, 'expected.txt'),
    );
  });
});

function reportOf(diagnostic: Diagnostic, files: ReadonlyMap<string, string>): string {
  const { severity, code, summary, detail, hint, source, related } = diagnostic;
  const lines = [`${placeOf(source)} ${severity} ${code}: ${summary}`];
  if (detail !== undefined) lines.push(`  ${detail}`);
  lines.push(`  -> ${hint ?? ''}`);
  if (source !== undefined) lines.push(codeFrame(files.get(source.file) ?? '', source));
  for (const other of related ?? []) lines.push(`  ${other.message} ${placeOf(other.source)}`);
  return lines.join('\n');
}

function placeOf(source: SourceRef | undefined): string {
  return source === undefined ? '-' : `${source.file}:${String(source.line)}:${String(source.column)}`;
}
