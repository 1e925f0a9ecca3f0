import type { Diagnostic } from '../core/diagnostics.js';
import type { OrgwrightError } from '../errors.js';

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
