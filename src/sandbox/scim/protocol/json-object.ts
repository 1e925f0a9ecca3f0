/** Objects as they came out of JSON, whose names may be anything, `__proto__` included. */
import { badRequest } from './scim-error.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members by lower-case name. A name that comes twice in different case would leave open which one counts. */
export function byLowerCaseName(object: JsonObject, where: string): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(object)) {
    const key = name.toLowerCase();
    if (found.has(key)) throw badRequest('invalidSyntax', `${where} names ${JSON.stringify(name.slice(0, 60))} twice.`);
    found.set(key, value);
  }
  return found;
}
