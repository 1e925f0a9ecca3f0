/** Writes rendered lines to the terminal's streams, coloured where that stream wants it. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { SourceRef } from '../errors.js';
import { renderDiagnostics } from './render/diagnostics-text.js';
import { toText, type Line } from './render/line.js';
import { wantsColor, type Terminal } from './terminal.js';

export interface Output {
  /** Data. */
  readonly print: (lines: readonly Line[]) => void;
  /** Everything else. */
  readonly tell: (lines: readonly Line[]) => void;
  /** All diagnostics, on stderr. */
  readonly diagnose: (diagnostics: readonly Diagnostic[], frame: (source: SourceRef) => string | undefined) => void;
}

export interface OutputFlags {
  readonly 'no-color': boolean;
  readonly 'compact-warnings'?: boolean;
}

export function createOutput(terminal: Terminal, flags: OutputFlags): Output {
  const write = (stream: Terminal['stdout'], lines: readonly Line[]): void => {
    if (lines.length > 0) stream.write(toText(lines, wantsColor(terminal, stream, flags['no-color'])));
  };
  return {
    print: (lines) => write(terminal.stdout, lines),
    tell: (lines) => write(terminal.stderr, lines),
    diagnose: (diagnostics, frame) =>
      write(
        terminal.stderr,
        renderDiagnostics(diagnostics, { frame, compactWarnings: flags['compact-warnings'] ?? false }),
      ),
  };
}
