/** The configuration's digest: the same for every order of files, keys and set items. */
import { createHash } from 'node:crypto';
import { compareText, isJsonObject, type Json } from '../core/json.js';

export function digestOf(document: Json, certificates: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  hash.update(canonicalText(document, false));
  for (const text of [...certificates.values()].sort(compareText)) hash.update(`\n${text}`);
  return `sha256:${hash.digest('hex')}`;
}

/** All lists are sets but for a command and its arguments. */
function canonicalText(value: Json, isCommand: boolean): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => canonicalText(item, false));
    return `[${(isCommand ? items : items.sort(compareText)).join(',')}]`;
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null, key === 'command')}`);
  return `{${entries.join(',')}}`;
}
