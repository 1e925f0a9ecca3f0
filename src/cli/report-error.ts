/** The last stop of every error: a message for people on stderr, and the exit code. Never a stack trace. */
import type { Diagnostic } from '../core/diagnostics.js';
import { exitCodes, isOrgwrightError, type ExitCode } from '../errors.js';
import { errorDiagnostic } from './error-diagnostic.js';
import { toText } from './render/line.js';
import { renderDiagnostics } from './render/diagnostics-text.js';
import { wantsColor, type Terminal } from './terminal.js';

export function reportError(error: unknown, terminal: Terminal, noColor: boolean): ExitCode {
  const lines = renderDiagnostics(asDiagnostics(error), { frame: () => undefined, compactWarnings: false });
  terminal.stderr.write(toText(lines.slice(0, -1), wantsColor(terminal, terminal.stderr, noColor)));
  if (terminal.env['DEBUG'] === 'orgwright' && error instanceof Error) {
    terminal.stderr.write(`${error.stack ?? error.message}\n`);
  }
  return isOrgwrightError(error) ? error.exitCode : exitCodes.error;
}

function asDiagnostics(error: unknown): Diagnostic[] {
  if (isOrgwrightError(error)) return [errorDiagnostic(error)];
  if (isWorldError(error)) {
    return error.problems.map((summary) => ({ severity: 'error', code: 'world', summary }));
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    {
      severity: 'error',
      code: 'internal',
      summary: `Something unexpected happened: ${message.split('\n')[0] ?? message}`,
      hint: 'This is a bug in orgwright: please report it with the command you ran. DEBUG=orgwright shows more.',
    },
  ];
}

/** By its shape: the sandbox is not loaded just to ask whether it failed. */
function isWorldError(error: unknown): error is Error & { readonly problems: readonly string[] } {
  return error instanceof Error && error.name === 'WorldError' && 'problems' in error;
}
