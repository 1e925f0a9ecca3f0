/** From what a request says of one attribute to the value that is stored. Undefined everywhere means: unassigned. */
import { valueOf, type Attribute } from './attribute.js';
import { timeOf } from './comparable.js';
import { byLowerCaseName, isObject, type JsonObject } from './json-object.js';
import { canonicalText } from './same-value.js';
import { badRequest } from './scim-error.js';

/** The value of a whole attribute; null and an empty list are no value (RFC 7643 section 2.5). */
export function readValue(given: unknown, attribute: Attribute, lenient: boolean, where = attribute.name): unknown {
  return attribute.multiValued ? readList(given, attribute, lenient, where) : readOne(given, attribute, lenient, where);
}

/** What a request says of the parts of a complex value, unassigned ones included; unknown and readOnly parts are ignored. */
export function readParts(
  given: unknown,
  { subAttributes = [] }: Attribute,
  lenient: boolean,
  where: string,
): ReadonlyMap<string, unknown> {
  if (!isObject(given)) throw wrongType(where, 'an object', given);
  const members = byLowerCaseName(given, where);
  const parts = new Map<string, unknown>();
  for (const sub of subAttributes) {
    const name = sub.name.toLowerCase();
    if (sub.mutability === 'readOnly' || !members.has(name)) continue;
    parts.set(sub.name, readValue(members.get(name), sub, lenient, `${where}.${sub.name}`));
  }
  return parts;
}

/** One element of a list where others give the value itself: `"id"` for `{"value":"id"}`. */
export const asElement = (given: unknown, attribute: Attribute, lenient: boolean): unknown =>
  lenient && typeof given === 'string' && valueOf(attribute) !== undefined ? { value: given } : given;

function readList(given: unknown, attribute: Attribute, lenient: boolean, where: string): unknown {
  if (given === undefined || given === null) return undefined;
  if (!Array.isArray(given) && !lenient) throw wrongType(where, 'a list', given);
  const one = { ...attribute, multiValued: false };
  const elements = new Map<string, unknown>();
  for (const [at, each] of (Array.isArray(given) ? (given as readonly unknown[]) : [given]).entries()) {
    if (Array.isArray(each)) throw wrongType(`${where}[${at}]`, 'an element, not a list', each);
    const element = readOne(each, one, lenient, `${where}[${at}]`);
    if (element === undefined) continue;
    const key = isIdentity(attribute) && isObject(element) ? String(element['value']) : canonicalText(element);
    if (!elements.has(key)) elements.set(key, element);
  }
  const values = [...elements.values()];
  if (values.filter((each) => isObject(each) && each['primary'] === true).length > 1) {
    throw badRequest('invalidValue', `${where} has more than one primary value; at most one may be.`);
  }
  return values.length === 0 ? undefined : values;
}

function readOne(given: unknown, attribute: Attribute, lenient: boolean, where: string): unknown {
  if (given === undefined || given === null) return undefined;
  switch (attribute.type) {
    case 'complex':
      return readComplex(given, attribute, lenient, where);
    case 'boolean':
      return readBoolean(given, lenient, where);
    case 'integer':
      if (Number.isSafeInteger(given)) return given;
      throw wrongType(where, 'a whole number', given);
    case 'decimal':
      if (typeof given === 'number') return given;
      throw wrongType(where, 'a number', given);
    case 'dateTime':
      if (typeof given === 'string' && timeOf(given) !== undefined) return given;
      throw wrongType(where, 'a time such as 2030-01-31T12:00:00Z', given);
    case 'binary':
      if (typeof given === 'string' && base64.test(given)) return given;
      throw wrongType(where, 'base64', given);
    default:
      if (typeof given !== 'string') throw wrongType(where, 'a string', given);
      if (attribute.required && given.trim() === '') throw badRequest('invalidValue', `${where} must not be empty.`);
      return given;
  }
}

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** Entra ID sends a manager as an object, as a bare id and as a list of one object; an empty one is none. */
function readComplex(given: unknown, attribute: Attribute, lenient: boolean, where: string): JsonObject | undefined {
  const [only, ...others] = lenient && Array.isArray(given) ? (given as readonly unknown[]) : [given];
  if (others.length > 0) throw wrongType(where, 'one object, not several', given);
  if (only === undefined || only === null || (lenient && only === '')) return undefined;
  const parts = readParts(asElement(only, attribute, lenient), attribute, lenient, where);
  const missing = attribute.subAttributes?.find(({ name, required }) => required && parts.get(name) === undefined);
  if (missing !== undefined) throw badRequest('invalidValue', `${where} must have a ${missing.name}.`);
  return assigned(parts);
}

/** Entra ID sends booleans as "True" and "False". */
function readBoolean(given: unknown, lenient: boolean, where: string): boolean {
  if (typeof given === 'boolean') return given;
  const said = lenient && typeof given === 'string' ? given.toLowerCase() : undefined;
  if (said !== 'true' && said !== 'false') throw wrongType(where, 'true or false', given);
  return said === 'true';
}

/** The object of the parts that have a value; undefined where none has. */
export function assigned(parts: Iterable<readonly [string, unknown]>): JsonObject | undefined {
  const kept = [...parts].filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A member is who it names; what else is said of it makes no second member. */
const isIdentity = (attribute: Attribute): boolean => valueOf(attribute)?.mutability === 'immutable';

function wrongType(where: string, wanted: string, given: unknown) {
  const kind = given === null ? 'null' : Array.isArray(given) ? 'a list' : `of type ${typeof given}`;
  return badRequest('invalidValue', `${where} must be ${wanted}; it is ${kind}.`);
}
