/** The form in which values of an attribute are compared: text by the schema's caseExact, times as points in time. */
import { type Attribute } from './attribute.js';

export type Comparable = string | number | boolean;

/** Undefined where the value is none of the attribute's type. */
export function comparable(value: unknown, { type, caseExact }: Attribute): Comparable | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? value : undefined;
    case 'dateTime':
      return typeof value === 'string' ? timeOf(value) : undefined;
    case 'complex':
      return undefined;
    default:
      if (typeof value !== 'string') return undefined;
      return caseExact ? value : value.toLowerCase();
  }
}

const dateTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/** The point in time that an xsd:dateTime names, in milliseconds; in UTC where it names no zone. */
export function timeOf(text: string): number | undefined {
  const parts = dateTime.exec(text);
  if (parts === null) return undefined;
  const time = Date.parse(text.includes('T') && parts[1] === undefined ? `${text}Z` : text.toUpperCase());
  return Number.isNaN(time) ? undefined : time;
}
