import { isObject } from './json-object.js';

/** A text that is the same for two values exactly when they say the same; the order of lists says nothing in SCIM. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).sort().join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}:${canonicalText(each)}`);
  return `{${members.sort().join()}}`;
}

export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || canonicalText(one) === canonicalText(other);
