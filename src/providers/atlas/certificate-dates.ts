/** A certificate as Atlas tells it: by the dates of its validity only, its content is never read back. */
import type { Validity } from '../../core/certificates.js';
import type { IdentityProvider } from './facts.js';

/** To the second, in one spelling. */
export function validityText({ notBefore, notAfter }: Validity): string {
  return `${dateText(notBefore)}/${dateText(notAfter)}`;
}

export function liveValidities({ certificates }: IdentityProvider): readonly string[] {
  return certificates.map((certificate) =>
    validityText({ notBefore: new Date(certificate.notBefore), notAfter: new Date(certificate.notAfter) }),
  );
}

/** When the last of these ends. */
export function lastExpiry(validities: readonly string[]): Date | undefined {
  const ends = validities.map((validity) => new Date(validity.split('/')[1] ?? ''));
  return ends.filter((end) => !Number.isNaN(end.getTime())).sort((a, b) => b.getTime() - a.getTime())[0];
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 19)}Z`;
}
