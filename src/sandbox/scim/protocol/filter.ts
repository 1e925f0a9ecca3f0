/** What a filter of RFC 7644 section 3.4.2.2 says, once its attributes are known. */
import { FilterParser } from './filter-parser.js';
import { resolvePath, type AttributePath } from './attribute-path.js';
import { type Comparable } from './comparable.js';
import { type ResourceType } from './schemas.js';

export { equalityOf } from './equality-of.js';
export { matches } from './matches.js';

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  /** One element at the path fulfils `of`, whose paths begin at the element. */
  | { readonly kind: 'some'; readonly path: AttributePath; readonly of: Filter }
  | {
      readonly kind: 'compare';
      readonly path: AttributePath;
      readonly operator: Operator;
      readonly value: Comparable;
      /** The value in the form in which it is compared. */
      readonly operand: Comparable;
    };

/**
 * The filter that a text says; 400 invalidFilter, with the position, where it says none. Lenient accepts what test suites and
 * identity providers send although the grammar does not: bare words as strings, `True` and `"false"` as booleans.
 */
export function parseFilter(text: string, type: ResourceType | readonly ResourceType[], lenient: boolean): Filter {
  const types = 'name' in type ? [type] : type;
  const resolve = (name: string) => types.map((each) => resolvePath(name, each)).find((path) => path !== undefined);
  return new FilterParser(text, resolve, lenient, 'invalidFilter').filter();
}
