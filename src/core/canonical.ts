/** One spelling for one value, and its digest: what makes plans comparable byte by byte. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isJsonObject, type Json } from './json.js';

/** RFC 8785: keys sorted, no white space. Half a character, which it has no form for, is written as its escape. */
export function canonicalText(value: Json): string {
  try {
    return textOrNull(value);
  } catch {
    return textOrNull(withoutHalves(value));
  }
}

function textOrNull(value: Json): string {
  return canonicalize(value) ?? 'null';
}

function withoutHalves(value: Json): Json {
  if (typeof value === 'string') return escapeHalves(value);
  if (Array.isArray(value)) return value.map(withoutHalves);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeHalves(key), withoutHalves(item)]));
}

function escapeHalves(text: string): string {
  return text.replace(/\p{Cs}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** `sha256:` and 64 hex digits. */
export function digest(value: Json): string {
  return `sha256:${createHash('sha256').update(canonicalText(value)).digest('hex')}`;
}
