/** What a service says became of each operation of a Bulk (RFC 7644, section 3.7.3). */
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { InnerOperation } from './bulk-operation.js';
import { lastSegment } from './last-segment.js';

export interface InnerResult {
  readonly status: number;
  readonly id: string | undefined;
  readonly version: string | undefined;
}

/** In the order of the operations; undefined where the answer does not tell: that one counts as not applied. */
export function resultsOf(operations: readonly InnerOperation[], body: unknown): readonly (InnerResult | undefined)[] {
  const results = listIn(body);
  const byBulkId = new Map(results.map((result) => [textOf(result['bulkId']), result]));
  const byPlace = new Map(
    results.map((result) => [`${methodOf(result)} ${placeOf(textOf(result['location']))}`, result]),
  );
  // Only a complete answer can be read by position.
  const byPosition = results.length === operations.length ? results : [];
  return operations.map(({ method, path, bulkId }, index) => {
    const found = bulkId === undefined ? byPlace.get(`${method} ${placeOf(path)}`) : byBulkId.get(bulkId);
    const same = byPosition[index];
    const result = found ?? (same !== undefined && methodOf(same) === method && isAnonymous(same) ? same : undefined);
    return result === undefined ? undefined : resultFrom(result);
  });
}

function listIn(body: unknown): readonly JsonObject[] {
  const operations: unknown = isJsonObject(body) ? (body['Operations'] ?? body['operations']) : undefined;
  return Array.isArray(operations) ? operations.filter(isJsonObject) : [];
}

/** It says itself neither which operation nor which resource it is of. */
function isAnonymous({ bulkId, location }: JsonObject): boolean {
  return textOf(bulkId) === '' && textOf(location) === '';
}

function methodOf({ method }: JsonObject): string {
  return textOf(method).toUpperCase();
}

/** `Users/ID` of an address that may be absolute. */
function placeOf(location: string): string {
  return location.split('/').slice(-2).join('/');
}

function resultFrom({ status, location, response, version }: JsonObject): InnerResult {
  const id = response !== undefined && isJsonObject(response) ? textOf(response['id']) : '';
  return {
    status: statusFrom(status),
    id: lastSegment(textOf(location)) ?? (id === '' ? undefined : id),
    version: typeof version === 'string' && version !== '' ? version : undefined,
  };
}

/** A text by the RFC, a number or an object with a code by some services. */
function statusFrom(status: Json | undefined): number {
  if (status !== undefined && isJsonObject(status)) return statusFrom(status['code']);
  const number = typeof status === 'string' ? Number(status) : status;
  return typeof number === 'number' && Number.isInteger(number) ? number : 0;
}
