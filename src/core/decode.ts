/** Reads values of unknown shape (an API's answer) into known ones. What does not fit is an error that says where. */

/** The answer is not what the API documents; `path` says where in it. */
export class DecodeError extends Error {
  constructor(path: string, expected: string, found: unknown) {
    super(`${path === '' ? 'the answer' : path} should be ${expected}, but is ${nameOf(found)}`);
    this.name = 'DecodeError';
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown, path = ''): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DecodeError(path, 'an object', value);
  return value as Fields;
}

export function textAt(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value === '') throw new DecodeError(key, 'a text', value);
  return value;
}

/** Undefined for what is absent, null or empty: APIs use the three alike. */
export function optionalTextAt(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new DecodeError(key, 'a text', value);
  return value;
}

export function flagAt(fields: Fields, key: string): boolean {
  const value = fields[key];
  if (typeof value !== 'boolean') throw new DecodeError(key, 'true or false', value);
  return value;
}

export function countAt(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new DecodeError(key, 'a count', value);
  return value;
}

export function itemsOf<T>(value: unknown, path: string, decode: (item: unknown) => T): T[] {
  if (!Array.isArray(value)) throw new DecodeError(path, 'a list', value);
  return value.map((item) => decode(item));
}

/** Empty where the list is absent or null, as APIs leave empty lists out. */
export function optionalItemsAt<T>(fields: Fields, key: string, decode: (item: unknown) => T): T[] {
  const value = fields[key];
  return value === undefined || value === null ? [] : itemsOf(value, key, decode);
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
