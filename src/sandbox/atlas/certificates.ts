import { X509Certificate } from 'node:crypto';
import { refused } from './api-error.js';
import { type Certificate } from './records.js';
import { atlasTime } from './route.js';

/** The validity of a certificate; that is all that comes back of it, the content is write-only (API docs). */
export function readCertificate(content: string): Certificate {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(content);
  } catch {
    throw refused('pemFileInfo.certificates.content is not a PEM certificate.');
  }
  const { validFrom, validTo } = certificate;
  return { notBefore: atlasTime(Date.parse(validFrom)), notAfter: atlasTime(Date.parse(validTo)) };
}
