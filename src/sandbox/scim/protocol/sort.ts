import { type Resource, type ResourceType } from './schemas.js';
import { ScimError } from './scim-error.js';

export function sortResources(
  _resources: readonly Resource[],
  _sortBy: string,
  _sortOrder: 'ascending' | 'descending',
  _type: ResourceType | readonly ResourceType[],
): readonly Resource[] {
  throw new ScimError(501, 'Sorting is not built yet.');
}
