import { type Resource, type ResourceType } from './schemas.js';
import { ScimError } from './scim-error.js';

export type Filter =
  { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] } | { readonly kind: 'not'; readonly of: Filter };

/** The filter that a text says; 400 invalidFilter, with the position, where it says none. */
export function parseFilter(_text: string, _type: ResourceType | readonly ResourceType[], _lenient: boolean): Filter {
  throw new ScimError(501, 'Filters are not built yet.');
}

export function matches(_filter: Filter, _resource: Resource): boolean {
  throw new ScimError(501, 'Filters are not built yet.');
}

/** The lower-case attribute paths and values of a filter that is nothing but `eq` on strings joined by `and`. */
export function equalityOf(_filter: Filter): ReadonlyMap<string, string> | undefined {
  return undefined;
}
