import { type Resource, type ResourceType } from './schemas.js';
import { ScimError } from './scim-error.js';

export interface PatchOptions {
  readonly lenient: boolean;
  /** What a replace of `emails[type eq "work"]` does where there is none: RFC 7644 refuses, Entra ID wants it created. */
  readonly noTargetOnReplace: 'create' | 'error';
}

/** All operations or none; the same object where they change nothing. */
export function applyPatch(_resource: Resource, _body: unknown, _type: ResourceType, _options: PatchOptions): Resource {
  throw new ScimError(501, 'PATCH is not built yet.');
}
