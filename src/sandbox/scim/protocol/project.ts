import { type Resource, type ResourceType } from './schemas.js';
import { ScimError } from './scim-error.js';

export interface Projection {
  readonly attributes: readonly string[] | undefined;
  readonly excludedAttributes: readonly string[] | undefined;
}

/** What of a resource an answer shows, with its `schemas`. */
export function project(_resource: Resource, _type: ResourceType, _query: Projection): Resource {
  throw new ScimError(501, 'Projection is not built yet.');
}
