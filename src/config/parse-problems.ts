/** Problems of a file's text, and which of them are worth reporting where the syntax itself is wrong. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { SourceText } from './source-text.js';

const brokenCodes: ReadonlySet<string> = new Set(['yaml-syntax', 'yaml-tab', 'yaml-too-deep']);
/** What a wrong guess at the structure easily looks like. */
const guessedCodes: ReadonlySet<string> = new Set(['null-value', 'key-not-text', 'duplicate-key']);

export function isSyntaxBroken(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => brokenCodes.has(code));
}

/** One for each line: a single slip makes the parser stumble several times. */
export function syntaxProblems(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ code, source }) => {
    if (!code.startsWith('yaml-')) return !guessedCodes.has(code);
    const line = source?.line ?? 0;
    return !lines.has(line) && lines.add(line);
  });
}

export function problemAt(
  source: SourceText,
  offset: number,
  code: string,
  summary: string,
  hint?: string,
): Diagnostic {
  return { severity: 'error', code, summary, ...(hint === undefined ? {} : { hint }), source: source.refAt(offset) };
}

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Why no mapping may have this key. */
export function keyProblem(
  key: string,
): { readonly code: string; readonly summary: string; readonly hint: string } | undefined {
  if (forbiddenKeys.has(key)) {
    return { code: 'forbidden-key', summary: `The key \`${key}\` is not allowed.`, hint: 'Choose another name.' };
  }
  if (key !== '<<') return undefined;
  return {
    code: 'merge-key',
    summary: 'YAML merge keys (`<<`) are not supported.',
    hint: 'Write the entries out; for people with the same settings use `lists` and `memberLists`.',
  };
}
