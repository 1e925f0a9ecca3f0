/** What may be compared with an attribute, and by which operators. */
import { type Attribute, type AttributeType } from './attribute.js';
import { comparable, type Comparable } from './comparable.js';
import { type Operator } from './filter.js';
import { type Token } from './filter-tokens.js';

export const operators: readonly Operator[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];

const equality: readonly Operator[] = ['eq', 'ne'];
const ordered: readonly Operator[] = [...equality, 'gt', 'ge', 'lt', 'le'];

/** RFC 7644 refuses order on booleans and binaries; parts of them, of numbers and of times mean nothing either. */
export const operatorsOf: Readonly<Record<AttributeType, readonly Operator[]>> = {
  string: operators,
  reference: operators,
  boolean: equality,
  binary: equality,
  integer: ordered,
  decimal: ordered,
  dateTime: ordered,
  complex: [],
};

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The value that a token says for an attribute; undefined where it says none of its type. */
export function literalOf({ kind, text }: Token, attribute: Attribute, lenient: boolean): Comparable | undefined {
  const bare = kind === 'word';
  switch (attribute.type) {
    case 'boolean': {
      const said = lenient ? text.toLowerCase() : text;
      return (bare || lenient) && (said === 'true' || said === 'false') ? said === 'true' : undefined;
    }
    case 'integer':
    case 'decimal':
      return (bare || lenient) && jsonNumber.test(text) ? Number(text) : undefined;
    default:
      return (!bare || lenient) && comparable(text, attribute) !== undefined ? text : undefined;
  }
}

const expected: Readonly<Record<AttributeType, string>> = {
  string: 'a string in double quotes',
  reference: 'a string in double quotes',
  binary: 'a string in double quotes',
  dateTime: 'a time such as "2030-01-31T12:00:00Z"',
  boolean: 'true or false',
  integer: 'a number',
  decimal: 'a number',
  complex: 'null',
};
export const expectedFor = ({ type }: Attribute): string => expected[type];
