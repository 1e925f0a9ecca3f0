import { type Resource, type ResourceType } from './schemas.js';
import { ScimError } from './scim-error.js';

export interface ReadOptions {
  /** Accept what identity providers send although RFC 7643 does not allow it. */
  readonly lenient: boolean;
}

/** The body of a POST or a PUT, as it is stored. Attributes that only the service writes are ignored, as are unknown ones. */
export function readResource(_body: unknown, _type: ResourceType, _options: ReadOptions): Resource {
  throw new ScimError(501, 'Reading of bodies is not built yet.');
}
