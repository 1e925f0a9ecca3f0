/**
 * What a SCIM service can do, and where it differs from others. The defaults make a good server; every other value is what
 * some public service is known to do. `schemas/world.schema.json` describes each for people.
 */
export interface Capabilities {
  readonly patch: boolean;
  readonly patchRefusal: 405 | 501;
  readonly bulk: boolean;
  readonly bulkMaxOperations: number;
  readonly bulkMaxPayloadSize: number;
  readonly bulkPatch: boolean;
  readonly filter: boolean;
  readonly filterOperators: 'all' | 'eq-and';
  readonly membersFilter: boolean;
  readonly sort: boolean;
  readonly etag: boolean;
  readonly maxResults: number;
  readonly cursor: boolean;
  readonly paging: 'index' | 'cursor';
  readonly cursorTimeout: number;
  readonly hideMembers: boolean;
  readonly memberLimit: number;
  readonly memberDisplay: boolean;
  readonly chunkLimit: number;
  readonly chunkRefusal: 413 | 400;
  readonly stringBooleans: boolean;
  readonly lowerCaseUserNames: boolean;
  readonly omitEmptyResources: boolean;
  readonly uniqueGroupNames: boolean;
  readonly validateMembers: boolean;
  readonly userPatchStatus: 200 | 204;
  readonly groupPatchStatus: 200 | 204;
  readonly groupPathlessPatch: boolean;
  readonly removeAllMembers: boolean;
  readonly replaceMembers: boolean;
  readonly noTargetOnReplace: 'create' | 'error';
  readonly lenient: boolean;
  readonly serviceProviderConfig: 'full' | 'sparse' | 'absent';
}

export const defaultCapabilities: Capabilities = {
  patch: true,
  patchRefusal: 501,
  bulk: false,
  bulkMaxOperations: 1000,
  bulkMaxPayloadSize: 1_048_576,
  bulkPatch: true,
  filter: true,
  filterOperators: 'all',
  membersFilter: true,
  sort: true,
  etag: true,
  maxResults: 200,
  cursor: false,
  paging: 'index',
  cursorTimeout: 600,
  hideMembers: false,
  memberLimit: 0,
  memberDisplay: true,
  chunkLimit: 0,
  chunkRefusal: 413,
  stringBooleans: false,
  lowerCaseUserNames: false,
  omitEmptyResources: false,
  uniqueGroupNames: true,
  validateMembers: true,
  userPatchStatus: 200,
  groupPatchStatus: 204,
  groupPathlessPatch: true,
  removeAllMembers: true,
  replaceMembers: true,
  noTargetOnReplace: 'create',
  lenient: true,
  serviceProviderConfig: 'full',
};
