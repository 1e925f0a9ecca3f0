/** Whether a file's text is one signing certificate in PEM form. */
import { X509Certificate } from 'node:crypto';
import type { Diagnostic } from '../core/diagnostics.js';

type Problem = Pick<Diagnostic, 'severity' | 'code' | 'summary' | 'hint'>;

/** Undefined where nothing is wrong. Never quotes the text: it may be a private key. */
export function certificateProblem(path: string, text: string): Problem | undefined {
  const convert = `Convert it: openssl x509 -in ${path} -inform der -out certificate.pem`;
  if (text.includes('PRIVATE KEY')) {
    return {
      severity: 'error',
      code: 'private-key',
      summary: `\`${path}\` holds a private key; only the certificate belongs here.`,
      hint: 'Name the certificate file, and replace the key if it was committed.',
    };
  }
  const count = text.split('-----BEGIN CERTIFICATE-----').length - 1;
  if (count === 0) {
    return {
      severity: 'error',
      code: 'not-a-certificate',
      summary: `\`${path}\` is not a certificate in PEM form.`,
      hint: convert,
    };
  }
  if (count > 1) {
    return {
      severity: 'error',
      code: 'several-certificates',
      summary: `\`${path}\` holds ${String(count)} certificates.`,
      hint: 'Put each into a file of its own.',
    };
  }
  try {
    new X509Certificate(text);
    return undefined;
  } catch {
    return {
      severity: 'warning',
      code: 'unreadable-certificate',
      summary: `The certificate in \`${path}\` cannot be decoded.`,
      hint: 'Export it again from the identity provider.',
    };
  }
}
