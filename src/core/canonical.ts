/** One spelling for one value, and its digest: what makes plans comparable byte by byte. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json } from './json.js';

/** RFC 8785: keys sorted, no white space. */
export function canonicalText(value: Json): string {
  return canonicalize(value) ?? 'null';
}

/** `sha256:` and 64 hex digits. */
export function digest(value: Json): string {
  return `sha256:${createHash('sha256').update(canonicalText(value)).digest('hex')}`;
}
