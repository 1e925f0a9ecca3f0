/** SAML signing certificates: one spelling for comparison, and the dates that people must hear of. */
import { X509Certificate } from 'node:crypto';

const warningDays = 30;

/** The same certificate in the same bytes, whatever the line breaks and what stands around it. */
export function normalizeCertificate(pem: string): string {
  const match = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/.exec(pem);
  const base64 = (match?.[1] ?? pem).replace(/\s+/g, '');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Undefined where the text is no certificate. */
export function certificateValidity(pem: string): Validity | undefined {
  try {
    const { validFrom, validTo } = new X509Certificate(normalizeCertificate(pem));
    return { notBefore: new Date(validFrom), notAfter: new Date(validTo) };
  } catch {
    return undefined;
  }
}

/** When it ends, or undefined where the text is no certificate. */
export function certificateExpiry(pem: string): Date | undefined {
  return certificateValidity(pem)?.notAfter;
}

/** `expired on 2026-01-31` or `expires on 2026-12-01, in 7 days`; undefined while more than 30 days remain. */
export function expiryWarning(expiry: Date | undefined, now: string): string | undefined {
  if (expiry === undefined) return undefined;
  const days = Math.floor((expiry.getTime() - Date.parse(now)) / 86_400_000);
  if (days > warningDays) return undefined;
  const date = expiry.toISOString().slice(0, 10);
  return days < 0 ? `expired on ${date}` : `expires on ${date}, in ${days} ${days === 1 ? 'day' : 'days'}`;
}
