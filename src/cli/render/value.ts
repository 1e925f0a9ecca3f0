/** Values of attributes and request bodies in one line. */
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';

export const secretText = '(secret)';

const longText = 80;

/** Whether the text is not shown whole on one line. */
export function isLongText(text: string): boolean {
  return text.length > longText || text.includes('\n');
}

/** A scalar as people would write it in YAML; long texts by their ends, so that two certificates can be told apart. */
export function formatScalar(value: Exclude<Json, readonly Json[] | JsonObject>): string {
  if (typeof value !== 'string') return String(value);
  const certificate = /^-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END/.exec(value);
  if (certificate?.[1] !== undefined && certificate[2] !== undefined) {
    const body = certificate[2].replace(/\s+/g, '');
    return `${certificate[1].toLowerCase()} ${body.slice(0, 8)}...${body.slice(-12)}`;
  }
  if (value.length > longText)
    return `${quote(value.slice(0, 40))}...${quote(value.slice(-20))} (${value.length} characters)`;
  return /^[\p{L}\p{N}_@.+:/-]+$/u.test(value) ? value : quote(value);
}

/** Any value in one line; a long list is a count. */
export function formatValue(value: Json): string {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.length > 3 ? `[${items.length} items]` : `[${items.map(formatValue).join(', ')}]`;
  }
  if (!isJsonObject(value)) return formatScalar(value as Exclude<Json, readonly Json[] | JsonObject>);
  const marker = formatMarker(value);
  return marker ?? `{ ${formatFields(value)} }`;
}

/** The fields of an object in one line, without braces. */
export function formatFields(value: JsonObject): string {
  return Object.entries(value)
    .map(([key, field]) => `${key}: ${formatValue(field)}`)
    .join(', ');
}

/** `{"$ref": ADDRESS}` and `{"$secret": REFERENCE}`, which stand for what is not known yet or never shown. */
export function formatMarker(value: JsonObject): string | undefined {
  const { $ref: reference, $secret: secret } = value;
  if (typeof reference === 'string') return `(id of ${reference})`;
  if (secret !== undefined) return secretText;
  return undefined;
}

/** A path in which ids that are not known yet are told by what they are of. */
export function formatPath(path: string): string {
  return path.replace(/\{\$ref:([^}]*)\}/g, '{id of $1}');
}

function quote(text: string): string {
  return `"${text}"`;
}
