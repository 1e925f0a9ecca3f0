/** One request as part of a Bulk (RFC 7644, section 3.7). */
import { digest } from '../../core/canonical.js';
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { OperationDraft, OperationMethod } from '../../core/operation.js';
import { urns } from './messages.js';

export const bulkPath = '/Bulk';

/** The name that a new object goes by inside its Bulk, the same in every plan. */
export function bulkIdOf(address: string): string {
  return `new-${digest(address).slice('sha256:'.length, 'sha256:'.length + 24)}`;
}

/** What stands in the data of a Bulk for the id of what the same Bulk creates. */
export function bulkReference(address: string): string {
  return `bulkId:${bulkIdOf(address)}`;
}

export function toBulkOperation(
  { method, path, body }: Pick<OperationDraft, 'method' | 'path' | 'body'>,
  address: string,
  basePath: string,
): JsonObject {
  return {
    method,
    path: path.slice(basePath.length),
    ...(method === 'POST' && { bulkId: bulkIdOf(address) }),
    ...(body !== undefined && { data: body }),
  };
}

export function bulkBody(operations: readonly JsonObject[]): JsonObject {
  return { schemas: [urns.bulk], Operations: operations };
}

export interface InnerOperation {
  readonly method: OperationMethod;
  /** Relative to the service's base address. */
  readonly path: string;
  readonly bulkId: string | undefined;
  readonly data: JsonObject | undefined;
}

/** Of a body that `bulkBody` made. */
export function innerOperations(body: Json | undefined): readonly InnerOperation[] {
  const operations = isJsonObject(body) ? body['Operations'] : undefined;
  const list = Array.isArray(operations) ? (operations as readonly Json[]) : [];
  return list.filter(isJsonObject).map(({ method, path, bulkId, data }) => ({
    method: textOf(method) as OperationMethod,
    path: textOf(path),
    bulkId: typeof bulkId === 'string' ? bulkId : undefined,
    data: data !== undefined && isJsonObject(data) ? data : undefined,
  }));
}
