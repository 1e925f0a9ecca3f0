/** The URNs of what is sent (RFC 7643 and RFC 7644), and the patch operations that we write. */
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';

export const urns = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  bulk: 'urn:ietf:params:scim:api:messages:2.0:BulkRequest',
} as const;

/**
 * What all services take: one operation for each attribute, with a path; people are taken out of a group one by one,
 * and put in all together.
 */
export type PatchOperation =
  | { readonly op: 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string; readonly value?: readonly JsonObject[] }
  | { readonly op: 'add'; readonly path: 'members'; readonly value: readonly JsonObject[] };

export function patchBody(operations: readonly PatchOperation[]): JsonObject {
  return { schemas: [urns.patch], Operations: operations };
}

/** Of a body that `patchBody` made. */
export function operationsIn(body: Json | undefined): readonly PatchOperation[] {
  const operations = isJsonObject(body) ? body['Operations'] : undefined;
  return Array.isArray(operations) ? (operations as readonly PatchOperation[]) : [];
}

export function setOperation(path: string, value: Json): PatchOperation {
  return { op: 'replace', path, value };
}

/** `ids`: texts, or markers of ids that are not known yet. */
export function addMembers(ids: readonly Json[]): PatchOperation {
  return { op: 'add', path: 'members', value: ids.map((value) => ({ value })) };
}

/** The id goes into a filter as a JSON string (RFC 7644, section 3.4.2.2). */
export function removeMember(id: string): PatchOperation {
  return { op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` };
}

const memberFilter = /^members\[value eq (".*")\]$/s;

/** The member whom an operation of `removeMember` takes out. */
export function removedMember({ op, path }: PatchOperation): string | undefined {
  const quoted = op === 'remove' ? memberFilter.exec(path)?.[1] : undefined;
  return quoted === undefined ? undefined : (JSON.parse(quoted) as string);
}
