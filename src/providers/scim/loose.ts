/**
 * Reads SCIM values the way services write them: names of attributes in any case (RFC 7643, section 2.1), null and
 * absence alike, booleans and numbers also as texts. What cannot be understood is an error, never a guess.
 */
import { DecodeError, fieldsOf, type Fields } from '../../core/decode.js';

const canonicalNames = [
  'Resources',
  'totalResults',
  'itemsPerPage',
  'startIndex',
  'nextCursor',
  'id',
  'externalId',
  'meta',
  'schemas',
  'userName',
  'displayName',
  'active',
  'name',
  'formatted',
  'givenName',
  'middleName',
  'familyName',
  'emails',
  'groups',
  'members',
  'value',
  'type',
  'primary',
  'display',
  '$ref',
] as const;
const known: ReadonlySet<string> = new Set(canonicalNames);
const canonicalOf: ReadonlyMap<string, string> = new Map(canonicalNames.map((name) => [name.toLowerCase(), name]));

/** An object with the names of known attributes as the RFC spells them; the object itself where they are so already. */
export function looseFields(value: unknown, path = ''): Fields {
  const fields = fieldsOf(value, path);
  const keys = Object.keys(fields);
  if (keys.every((key) => known.has(key) || !canonicalOf.has(key.toLowerCase()))) return fields;
  const spelled = keys.flatMap((key): [string, unknown][] => {
    const name = canonicalOf.get(key.toLowerCase()) ?? key;
    return name !== key && Object.hasOwn(fields, name) ? [] : [[name, fields[key]]];
  });
  return Object.fromEntries(spelled);
}

/** Undefined where it is unassigned: absent, null, or an empty text. */
export function looseText(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new DecodeError(key, 'a text', value);
  return value;
}

export function requiredText(fields: Fields, key: string): string {
  const value = looseText(fields, key);
  if (value === undefined) throw new DecodeError(key, 'a text', fields[key]);
  return value;
}

/** True, false, 1, 0 and texts of these in any case; undefined where it is unassigned or something else. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** A count, also as a text; undefined where it is absent or no count. */
export function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Null and absence mean no items (RFC 7643, section 2.5); one item may stand alone. */
export function looseItems<T>(value: unknown, path: string, decode: (item: unknown) => T): readonly T[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item) => decode(item));
  if (typeof value === 'object') return [decode(value)];
  throw new DecodeError(path, 'a list', value);
}
