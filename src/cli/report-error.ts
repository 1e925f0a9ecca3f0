/** The last stop of every error: a message for people on stderr, and the exit code. No stack trace unless asked for. */
import type { Diagnostic } from '../core/diagnostics.js';
import { exitCodes, isOrgwrightError, type ExitCode } from '../errors.js';
import { errorDiagnostic, unexpectedDiagnostic } from './error-diagnostic.js';
import { toText } from './render/line.js';
import { renderDiagnostics } from './render/diagnostics-text.js';
import { wantsColor, type Terminal } from './terminal.js';

export function reportError(error: unknown, terminal: Terminal, noColor: boolean): ExitCode {
  const lines = renderDiagnostics(asDiagnostics(error), { frame: () => undefined, compactWarnings: false });
  terminal.stderr.write(toText(lines.slice(0, -1), wantsColor(terminal, terminal.stderr, noColor)));
  tellStack(error, terminal);
  return isOrgwrightError(error) ? error.exitCode : exitCodes.error;
}

/** For whoever asks for it with DEBUG=orgwright. */
export function tellStack(error: unknown, terminal: Terminal): void {
  if (terminal.env['DEBUG'] !== 'orgwright' || !(error instanceof Error)) return;
  terminal.stderr.write(`${error.stack ?? error.message}\n`);
}

function asDiagnostics(error: unknown): Diagnostic[] {
  if (isOrgwrightError(error)) return [errorDiagnostic(error)];
  if (isWorldError(error)) {
    return error.problems.map((summary) => ({ severity: 'error', code: 'world', summary }));
  }
  return [unexpectedDiagnostic(error)];
}

/** By its shape: the sandbox is not loaded just to ask whether it failed. */
function isWorldError(error: unknown): error is Error & { readonly problems: readonly string[] } {
  return error instanceof Error && error.name === 'WorldError' && 'problems' in error;
}
