/** Signatures over values, with a key that two runs share: HMAC-SHA-256 (RFC 2104) of the canonical text. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalText } from './canonical.js';
import type { Json } from './json.js';

/** `hmac-sha256:` and 64 hex digits. */
export function signatureOf(content: Json, key: string): string {
  return `hmac-sha256:${createHmac('sha256', key).update(canonicalText(content)).digest('hex')}`;
}

export function isSignedBy(signature: string, content: Json, key: string): boolean {
  const expected = Buffer.from(signatureOf(content, key));
  const found = Buffer.from(signature);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
