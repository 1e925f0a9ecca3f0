/** What the tests of the SCIM protocol share: how an error is told apart, and the name of the extension. */
import { applyPatch, type PatchOptions } from '../../../src/sandbox/scim/protocol/patch.js';
import { type Resource, type ResourceType } from '../../../src/sandbox/scim/protocol/schemas.js';
import { ScimError } from '../../../src/sandbox/scim/protocol/scim-error.js';

export const coreUser = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const coreGroup = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export const lenient: PatchOptions = { lenient: true, noTargetOnReplace: 'create' };
export const strict: PatchOptions = { lenient: false, noTargetOnReplace: 'error' };

/** The status, type and reason of the error that an action ends in; anything but a SCIM error is thrown on. */
export function refusalOf(action: () => unknown): { status: number; scimType: string | undefined; detail: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof ScimError) return { status: error.status, scimType: error.scimType, detail: error.message };
    throw error;
  }
  throw new Error('It was accepted.');
}

export const patch = (
  resource: Resource,
  type: ResourceType,
  operations: readonly object[],
  options: PatchOptions = lenient,
): Resource => applyPatch(resource, { schemas: [patchOp], Operations: operations }, type, options);
