/**
 * What makes an edit of a plan file show: where there is a key a signature, and a digest of everything in it. The digest finds accidents and careless edits; only the signature finds those of somebody who knows how.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalText, digest } from '../core/canonical.js';
import type { Json } from '../core/json.js';

export function sealOf(content: Json): string {
  return digest(content);
}

/** HMAC-SHA-256 (RFC 2104) of the canonical text. */
export function signatureOf(content: Json, key: string): string {
  return `hmac-sha256:${createHmac('sha256', key).update(canonicalText(content)).digest('hex')}`;
}

export function isSignedBy(signature: string, content: Json, key: string): boolean {
  const expected = Buffer.from(signatureOf(content, key));
  const found = Buffer.from(signature);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
