import { valuesAt } from './attribute-path.js';
import { comparable, type Comparable } from './comparable.js';
import { type Filter, type Operator } from './filter.js';
import { isObject } from './json-object.js';
import { type Resource } from './schemas.js';

/** Whether a resource fulfils a filter. Of a list one value is enough, whatever the operator (RFC 7644 section 3.4.2.2). */
export function matches(filter: Filter, resource: Resource): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((each) => matches(each, resource));
    case 'or':
      return filter.of.some((each) => matches(each, resource));
    case 'not':
      return !matches(filter.of, resource);
    case 'present':
      return valuesAt(resource, filter.path).some(isPresent);
    case 'some':
      return valuesAt(resource, filter.path).some((element) => isObject(element) && matches(filter.of, element));
    case 'compare': {
      const { path, operator, operand } = filter;
      const values = valuesAt(resource, path).map((value) => comparable(value, path.sub ?? path.attribute));
      // What has no value is not equal to any.
      if (values.length === 0) return operator === 'ne';
      return values.some((value) => value !== undefined && compare[operator](value, operand));
    }
  }
}

const compare: Readonly<Record<Operator, (value: Comparable, operand: Comparable) => boolean>> = {
  eq: (value, operand) => value === operand,
  ne: (value, operand) => value !== operand,
  co: (value, operand) => String(value).includes(String(operand)),
  sw: (value, operand) => String(value).startsWith(String(operand)),
  ew: (value, operand) => String(value).endsWith(String(operand)),
  gt: (value, operand) => value > operand,
  ge: (value, operand) => value >= operand,
  lt: (value, operand) => value < operand,
  le: (value, operand) => value <= operand,
};

function isPresent(value: unknown): boolean {
  if (isObject(value)) return Object.values(value).some(isPresent);
  return value !== undefined && value !== null && value !== '';
}
