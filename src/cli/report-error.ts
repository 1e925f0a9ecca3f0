/** The last stop of every error: a message for people on stderr, and the exit code. Never a stack trace. */
import type { Diagnostic } from '../core/diagnostics.js';
import { exitCodes, isOrgwrightError, type ExitCode } from '../errors.js';
import { errorDiagnostic } from './error-diagnostic.js';
import { toText } from './render/line.js';
import { renderDiagnostics } from './render/diagnostics-text.js';
import { wantsColor, type Terminal } from './terminal.js';

export function reportError(error: unknown, terminal: Terminal, noColor: boolean): ExitCode {
  const lines = renderDiagnostics([asDiagnostic(error)], { frame: () => undefined, compactWarnings: false });
  terminal.stderr.write(toText(lines.slice(0, -1), wantsColor(terminal, terminal.stderr, noColor)));
  if (terminal.env['DEBUG'] === 'orgwright' && error instanceof Error) {
    terminal.stderr.write(`${error.stack ?? error.message}\n`);
  }
  return isOrgwrightError(error) ? error.exitCode : exitCodes.error;
}

function asDiagnostic(error: unknown): Diagnostic {
  if (isOrgwrightError(error)) return errorDiagnostic(error);
  const message = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'internal',
    summary: `Something unexpected happened: ${message.split('\n')[0] ?? message}`,
    hint: 'This is a bug in orgwright: please report it with the command you ran. DEBUG=orgwright shows more.',
  };
}
