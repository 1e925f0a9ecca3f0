/** Diagnostics for people: place, what is wrong, the line with a caret, the next step. */
import type { Diagnostic } from '../../core/diagnostics.js';
import { sortDiagnostics } from '../../core/diagnostics.js';
import type { SourceRef } from '../../errors.js';
import { styled, type Line } from './line.js';

export interface DiagnosticsTextOptions {
  /** The lines around a place with a caret below it; undefined where the file is not at hand. */
  readonly frame: (source: SourceRef) => string | undefined;
  /** Warnings as one line each. */
  readonly compactWarnings: boolean;
}

export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: DiagnosticsTextOptions): Line[] {
  const sorted = sortDiagnostics(diagnostics);
  const errors = sorted.filter((diagnostic) => diagnostic.severity === 'error');
  const warnings = sorted.filter((diagnostic) => diagnostic.severity === 'warning');
  return [
    ...warnings.flatMap((warning) =>
      options.compactWarnings ? [heading(warning)] : [...renderDiagnostic(warning, options), []],
    ),
    ...(options.compactWarnings && warnings.length > 0 && errors.length > 0 ? [[]] : []),
    ...errors.flatMap((error) => [...renderDiagnostic(error, options), []]),
  ];
}

export function formatSource(source: SourceRef): string {
  return `${source.file}:${source.line}:${source.column}`;
}

function renderDiagnostic(diagnostic: Diagnostic, options: DiagnosticsTextOptions): Line[] {
  const { detail, hint, source, related = [] } = diagnostic;
  return [
    heading(diagnostic),
    ...(source === undefined ? [] : frameLines(source, options)),
    ...(detail === undefined ? [] : indented(detail)),
    ...related.flatMap((other) => [
      [`  ${formatSource(other.source)}: `, styled('dim', other.message)],
      ...frameLines(other.source, options),
    ]),
    ...(hint === undefined ? [] : [['  ', styled('cyan', 'hint'), `: ${hint}`]]),
  ];
}

function heading({ severity, source, address, summary }: Diagnostic): Line {
  // An address only adds something where it is not plain from the place.
  const where = source === undefined ? (address === undefined ? '' : `${address}: `) : `${formatSource(source)}: `;
  return [
    ...(where === '' ? [] : [styled('bold', where)]),
    severity === 'error' ? styled('red', 'error') : styled('yellow', 'warning'),
    `: ${summary}`,
    ...(address === undefined || source === undefined || summary.includes(address)
      ? []
      : [styled('dim', ` (${address})`)]),
  ];
}

function frameLines(source: SourceRef, { frame }: DiagnosticsTextOptions): Line[] {
  const text = frame(source);
  return text === undefined
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => [`  ${line}`]);
}

function indented(text: string): Line[] {
  return text.split('\n').map((line) => [`  ${line}`]);
}
