/** Fills the markers of an operation: ids learnt during the apply, and secrets from where they are kept. */
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import { refsInPath, type Operation } from '../core/operation.js';
import type { ReadyOperation } from '../core/provider.js';
import { InternalError } from '../errors.js';

export interface MarkerSources {
  /** Remote ids of what this apply has made so far, by address. */
  readonly ids: ReadonlyMap<string, string>;
  readonly resolveSecret: (reference: JsonObject) => Promise<string>;
}

export async function fillMarkers(operation: Operation, sources: MarkerSources): Promise<ReadyOperation> {
  const path = operation.path.replace(refsInPath, (_, address: string) =>
    encodeURIComponent(idOf(decodeURI(address), sources)),
  );
  if (operation.body === undefined) return { ...operation, path, ready: true };
  return { ...operation, path, body: await fill(operation.body, sources), ready: true };
}

async function fill(value: Json, sources: MarkerSources): Promise<Json> {
  if (Array.isArray(value)) return Promise.all(value.map((item: Json) => fill(item, sources)));
  if (!isJsonObject(value)) return value;
  if (typeof value['$ref'] === 'string') return idOf(value['$ref'], sources);
  const secret = value['$secret'];
  if (secret !== undefined && isJsonObject(secret)) return sources.resolveSecret(secret);
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, item]) => [key, await fill(item, sources)] as const),
  );
  return Object.fromEntries(entries);
}

function idOf(address: string, { ids }: MarkerSources): string {
  const id = ids.get(address);
  if (id === undefined) throw new InternalError(`The id of ${address} is needed before it is known.`, { address });
  return id;
}
