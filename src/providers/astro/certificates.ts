/** Which of an identity provider's certificates Astro gets. */
import { certificateExpiry, normalizeCertificate } from '../../core/certificates.js';

/** Astro takes one certificate: of several, the one that is valid longest. */
export function longestValid(certificates: readonly string[]): string | undefined {
  const normalized = certificates.map(normalizeCertificate);
  return normalized.sort((a, b) => (certificateExpiry(b)?.getTime() ?? 0) - (certificateExpiry(a)?.getTime() ?? 0))[0];
}
