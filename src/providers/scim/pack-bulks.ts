/**
 * Packs single requests into Bulk requests, where that saves any.
 *
 * A Bulk goes on when one of its operations fails, so what must not happen after a failure is never in the same Bulk as
 * what may fail: it is a stage later. A reference to an object that is made in the same Bulk is another matter: without
 * the object the service refuses what refers to it.
 */
import { isJsonObject, type Json } from '../../core/json.js';
import type { OperationDraft } from '../../core/operation.js';
import { orderOperations } from '../../core/order.js';
import { InternalError } from '../../errors.js';
import { bulkBody, bulkPath, bulkReference, toBulkOperation } from './bulk-operation.js';

export interface BulkLimits {
  readonly basePath: string;
  readonly maxOperations: number;
  /** In bytes of UTF-8. */
  readonly maxPayloadSize: number;
}

export function packBulks(drafts: readonly OperationDraft[], limits: BulkLimits): readonly OperationDraft[] {
  const units = stagesOf(drafts).flatMap((stage) => chunksOf(stage, limits));
  if (units.length >= drafts.length) return drafts;
  const keys = new Map(units.flatMap((unit) => unit.map((draft) => [draft.key, unitKey(unit)] as const)));
  return units.map((unit) => {
    const [only] = unit;
    const needs = new Set(unit.flatMap((draft) => draft.needs.map((need) => keys.get(need) ?? need)));
    needs.delete(unitKey(unit));
    if (only !== undefined && unit.length === 1) return { ...only, needs: [...needs].sort() };
    return bulkOf(unit, [...needs].sort(), limits);
  });
}

function unitKey(unit: readonly OperationDraft[]): string {
  const [first] = unit;
  return unit.length === 1 && first !== undefined ? first.key : `${first?.addresses.join() ?? ''}#bulk`;
}

/** By how many failures must have been ruled out before; each stage in the order given. */
function stagesOf(drafts: readonly OperationDraft[]): readonly (readonly OperationDraft[])[] {
  const sorted = orderOperations(drafts);
  if ('cycle' in sorted) throw new InternalError(`Requests wait for each other: ${sorted.cycle.join(' -> ')}.`);
  const makes = new Map(drafts.flatMap(({ key, creates }) => (creates === undefined ? [] : [[key, creates] as const])));
  const stageOf = new Map<string, number>();
  for (const draft of sorted.ordered) {
    const references = referencesIn(draft.body);
    const stage = draft.needs.reduce((latest, need) => {
      const earlier = stageOf.get(need) ?? 0;
      const made = makes.get(need);
      return Math.max(latest, made !== undefined && references.has(made) ? earlier : earlier + 1);
    }, 0);
    stageOf.set(draft.key, stage);
  }
  const stages: OperationDraft[][] = [];
  for (const draft of drafts) (stages[stageOf.get(draft.key) ?? 0] ??= []).push(draft);
  return stages.filter((stage) => stage !== undefined);
}

/** As many as fit at a time; one that does not fit at all is sent alone, as itself. */
function chunksOf(drafts: readonly OperationDraft[], limits: BulkLimits): readonly (readonly OperationDraft[])[] {
  const chunks: OperationDraft[][] = [];
  let chunk: OperationDraft[] = [];
  let size = 0;
  const empty = bytesOf(bulkBody([]));
  for (const draft of drafts) {
    const bytes = sizeOf(draft, limits);
    if (chunk.length > 0 && (chunk.length >= limits.maxOperations || size + bytes > limits.maxPayloadSize)) {
      chunks.push(chunk);
      chunk = [];
    }
    if (chunk.length === 0) size = empty;
    chunk.push(draft);
    size += bytes;
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
}

/** An id that is not known yet may be longer than its marker. */
const idSlack = 64;

function sizeOf(draft: OperationDraft, { basePath }: BulkLimits): number {
  const operation = toBulkOperation(draft, draft.addresses.join(), basePath);
  return bytesOf(operation) + ','.length + idSlack * referencesIn(draft.body).size;
}

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

function bulkOf(unit: readonly OperationDraft[], needs: readonly string[], { basePath }: BulkLimits): OperationDraft {
  const made = new Set<string>(unit.flatMap(({ creates }) => creates ?? []));
  const operations = unit.map((draft) => {
    const body = draft.body === undefined ? undefined : withBulkReferences(draft.body, made);
    return toBulkOperation({ ...draft, ...(body !== undefined && { body }) }, draft.addresses.join(), basePath);
  });
  const known = unit.flatMap(({ addresses, naturalKey }) => {
    const members = naturalKey?.['members'];
    return members === undefined ? [] : [[addresses.join(), members] as const];
  });
  return {
    key: unitKey(unit),
    method: 'POST',
    path: `${basePath}${bulkPath}`,
    body: bulkBody(operations),
    // One for each operation, in the same order: that is how an answer finds its address.
    addresses: unit.flatMap(({ addresses }) => addresses),
    needs,
    retry: made.size > 0 ? 'check-first' : 'safe',
    naturalKey: { kind: 'bulk', members: Object.fromEntries(known) },
  };
}

function referencesIn(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (item: Json): void => {
    const address = markedAddress(item);
    if (address !== undefined) found.add(address);
    else if (Array.isArray(item)) for (const entry of item as readonly Json[]) visit(entry);
    else if (isJsonObject(item)) for (const entry of Object.values(item)) visit(entry);
  };
  if (value !== undefined) visit(value);
  return found;
}

function withBulkReferences(value: Json, made: ReadonlySet<string>): Json {
  const address = markedAddress(value);
  if (address !== undefined) return made.has(address) ? bulkReference(address) : value;
  if (Array.isArray(value)) return value.map((item: Json) => withBulkReferences(item, made));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBulkReferences(item, made)]));
}

function markedAddress(value: Json): string | undefined {
  const address = isJsonObject(value) ? value['$ref'] : undefined;
  return typeof address === 'string' ? address : undefined;
}
