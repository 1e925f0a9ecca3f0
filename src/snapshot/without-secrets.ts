/**
 * Takes secrets out of what was read: whatever stands under a name that speaks of one, private keys, and the values
 * that the run itself used. That there is one stays visible, which is all that a plan needs.
 */
import { isJsonObject, type Json } from '../core/json.js';
import type { Exchange } from './exchange.js';

const secretNames = /secret|password|passwd|token|bypass_?key|api_?key|private_?key|access_?key|credential/i;
const privateKeys = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const mask = '(secret)';
/** Shorter ones are found everywhere. */
const shortest = 6;

export function withoutSecrets(exchanges: readonly Exchange[], used: Iterable<string>): readonly Exchange[] {
  const values = new Set([...used].filter((value) => value.length >= shortest));
  const cleaned = exchanges.map((exchange) => ({ ...exchange, text: cleanText(exchange.text, values) }));
  // A secret under a name that gives it away may stand elsewhere too: in a link, or in an error's text.
  const all = [...values].sort((a, b) => b.length - a.length);
  const cover = (text: string): string =>
    all.reduce(
      (rest, value) => rest.replaceAll(value, mask).replaceAll(JSON.stringify(value).slice(1, -1), mask),
      text,
    );
  return cleaned.map((exchange) => ({
    ...exchange,
    path: cover(exchange.path),
    body: cover(exchange.body),
    text: cover(exchange.text),
    headers: Object.fromEntries(Object.entries(exchange.headers).map(([name, value]) => [name, cover(value)])),
  }));
}

/** Adds what it finds to `values`. */
function cleanText(text: string, values: Set<string>): string {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    // Not an answer of the API: pages of proxies tell a plan nothing but that they are none.
    return text === '' ? '' : '(not JSON)';
  }
  return JSON.stringify(clean(body, values));
}

function clean(value: Json, values: Set<string>): Json {
  if (typeof value === 'string') return value.replace(privateKeys, mask);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => clean(item, values));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (typeof inner !== 'string' || inner === '' || !secretNames.test(key)) return [key, clean(inner, values)];
      if (inner.length >= shortest) values.add(inner);
      return [key, mask];
    }),
  );
}
