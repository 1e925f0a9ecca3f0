/** Sets have no order: putting them in one keeps every later stage, and the plan's bytes, independent of the YAML's. */
import { compareText, isJsonObject, type Json, type JsonObject } from '../core/json.js';

/**
 * Sorts the lists of texts in an object, at every depth, but for a command and its arguments. What holds none is given
 * back as it is: most of it does.
 */
export function sortSets(object: JsonObject): JsonObject {
  let changed: Record<string, Json> | undefined;
  for (const [key, value] of Object.entries(object)) {
    const sorted = key === 'command' ? value : sortedValue(value);
    if (sorted !== value) (changed ??= { ...object })[key] = sorted;
  }
  return changed ?? object;
}

function sortedValue(value: Json): Json {
  if (isJsonObject(value)) return sortSets(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? sortTexts(value) : value;
}

export function sortTexts(items: readonly string[]): readonly string[] {
  return [...items].sort(compareText);
}

/** E-mail domains compare case-insensitively, so each stands there once, in lower case. */
export function sortDomains(items: readonly Json[]): readonly string[] {
  const domains = items.filter((item) => typeof item === 'string').map((domain) => domain.toLowerCase());
  return sortTexts([...new Set(domains)]);
}
