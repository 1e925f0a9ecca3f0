import { type Capabilities } from './capabilities.js';
import { equalityOf, parseFilter, type Filter } from './protocol/filter.js';
import { type ResourceType } from './protocol/schemas.js';
import { badRequest } from './protocol/scim-error.js';

/** What a filter speaks of, without the texts it compares with. */
export const withoutValues = (filter: string): string => filter.replace(/"(?:[^"\\]|\\.)*"/g, '""').toLowerCase();

/** The filter, or 400 invalidFilter where this service does not take it: never an answer with all resources or with none. */
export function supportedFilter(text: string, types: readonly ResourceType[], capabilities: Capabilities): Filter {
  if (!capabilities.filter) throw badRequest('invalidFilter', 'This service does not support filters.');
  const filter = parseFilter(text, types, capabilities.lenient);
  if (capabilities.filterOperators === 'eq-and' && equalityOf(filter) === undefined) {
    throw badRequest(
      'invalidFilter',
      'This service compares with eq and joins with and, and supports no other filter.',
    );
  }
  if (!capabilities.membersFilter && /\bmembers\b/.test(withoutValues(text))) {
    throw badRequest('invalidFilter', 'This service does not support filters on members.');
  }
  return filter;
}
