import type { Diagnostic } from '../core/diagnostics.js';
import type { OrgwrightError } from '../errors.js';

/** What was thrown is no error of ours. */
export function unexpectedDiagnostic(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'internal',
    summary: `Something unexpected happened: ${message.split('\n')[0] ?? message}`,
    hint: 'This is a bug in orgwright: please report it with the command you ran. DEBUG=orgwright shows more.',
  };
}

/** A thrown error in the form in which all problems are shown. */
export function errorDiagnostic({ code, message, hint, source, address }: OrgwrightError): Diagnostic {
  return {
    severity: 'error',
    code,
    summary: message,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
    ...(address !== undefined && { address }),
  };
}
