import { type Answer, type Call } from './call.js';
import { readBulk, targetOf, type BulkOperation, type Target } from './bulk-operation.js';
import { referenceInPath, referencesIn, resolved } from './bulk-references.js';
import { etagOf, location } from './present.js';
import { badRequest, ScimError } from './protocol/scim-error.js';
import { patchStatus } from './resources.js';
import { errorBody, scimErrorOf } from './respond.js';
import { createResource, patchResource, removeResource, replaceResource } from './write-resource.js';

const responseUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** What became of one operation, as the BulkResponse shows it. */
type Result = Readonly<Record<string, unknown>>;

/**
 * A bulk (RFC 7644 section 3.7). What an operation refers to is created before it, wherever in the request it stands. Where
 * two refer to each other, the one that is met first waits: the other is created without it and completed afterwards. Each
 * operation fails alone, and takes with it those that refer to what it would have created.
 */
export function bulk(call: Call): Answer {
  const { capabilities } = call.service;
  if (!capabilities.bulk) throw new ScimError(501, 'This service does not support bulks.');
  const { bulkMaxOperations, bulkMaxPayloadSize } = capabilities;
  if (call.bodySize > bulkMaxPayloadSize) {
    throw new ScimError(
      413,
      `A bulk may have ${bulkMaxPayloadSize} bytes (maxPayloadSize); this one has ${call.bodySize}.`,
    );
  }
  const { operations, failOnErrors = Infinity } = readBulk(call.body);
  if (operations.length > bulkMaxOperations) {
    const detail = `A bulk may have ${bulkMaxOperations} operations (maxOperations); this one has ${operations.length}.`;
    throw new ScimError(413, detail);
  }
  const run = new BulkRun(call, operations);
  for (let at = 0; at < operations.length && run.errors < failOnErrors; at += 1) run.process(at, failOnErrors);
  return { status: 200, body: { schemas: [responseUrn], Operations: run.results() } };
}

class BulkRun {
  errors = 0;
  readonly #call: Call;
  readonly #operations: readonly BulkOperation[];
  readonly #results: (Result | undefined)[];
  readonly #active = new Set<number>();
  readonly #posts = new Map<string, number>();
  readonly #ids = new Map<string, string>();
  /** Created without what waits for them; to be completed once that is there. */
  readonly #unfinished = new Map<string, { readonly at: number; readonly target: Target }[]>();

  constructor(call: Call, operations: readonly BulkOperation[]) {
    this.#call = call;
    this.#operations = operations;
    this.#results = operations.map(() => undefined);
    operations.forEach(({ method, bulkId }, at) => {
      if (method === 'POST' && bulkId !== undefined && !this.#posts.has(bulkId)) this.#posts.set(bulkId, at);
    });
  }

  /** Of the operations that were processed, in the order of the request. */
  results(): readonly Result[] {
    return this.#results.filter((result) => result !== undefined);
  }

  process(at: number, failOnErrors: number): void {
    const operation = this.#operations[at];
    if (operation === undefined || this.#results[at] !== undefined || this.#active.has(at)) return;
    this.#active.add(at);
    for (const bulkId of this.#referencesOf(operation)) {
      const needed = this.#posts.get(bulkId);
      if (needed !== undefined) this.process(needed, failOnErrors);
      // Stopped before its turn came.
      if (this.errors >= failOnErrors) return;
    }
    this.#settle(at, operation, () => this.#perform(at, operation));
    this.#active.delete(at);
    if (operation.method === 'POST' && operation.bulkId !== undefined) this.#finishOthers(operation.bulkId);
  }

  #referencesOf({ path, data }: BulkOperation): ReadonlySet<string> {
    const inPath = referenceInPath(path);
    return new Set([...(inPath === undefined ? [] : [inPath]), ...referencesIn(data)]);
  }

  #settle(at: number, operation: BulkOperation, work: () => Result): void {
    const { method, bulkId } = operation;
    const shown = { method, ...(bulkId !== undefined && { bulkId }) };
    try {
      this.#results[at] = { ...shown, ...this.#call.attempt(work) };
    } catch (error) {
      const known = scimErrorOf(error);
      this.errors += 1;
      if (bulkId !== undefined && this.#posts.get(bulkId) === at) this.#ids.delete(bulkId);
      const where = this.#locationOf(operation);
      this.#results[at] = { ...where, ...shown, status: String(known.status), response: errorBody(known) };
    }
  }

  #perform(at: number, operation: BulkOperation): Result {
    const { bulkId } = operation;
    const target = this.#resolvedTarget(operation);
    if (target.method !== 'POST') return this.#change(target, operation);
    if (this.#posts.get(bulkId ?? '') !== at) throw badRequest('invalidValue', `The bulkId ${bulkId} comes twice.`);

    const waiting = [...this.#referencesOf(operation)].filter((each) => this.#isActive(each));
    const data = resolved(operation.data, (each) => (waiting.includes(each) ? undefined : this.#idOf(each)));
    const entity = createResource(this.#call, target.kind, data);
    this.#ids.set(bulkId ?? '', entity.id);
    for (const each of waiting) {
      this.#unfinished.set(each, [...(this.#unfinished.get(each) ?? []), { at, target: { ...target, id: entity.id } }]);
    }
    return this.#shown({ ...target, id: entity.id }, 201);
  }

  #change({ method, kind, id = '' }: Target, { data, version }: BulkOperation): Result {
    const call = this.#call;
    const [target, body] = [{ method, kind, id }, resolved(data, (bulkId) => this.#idOf(bulkId))];
    switch (method) {
      case 'PUT':
        replaceResource(call, kind, id, body, version);
        return this.#shown(target, 200);
      case 'PATCH': {
        const { patch, bulkPatch } = call.service.capabilities;
        if (!patch || !bulkPatch) throw new ScimError(501, 'This service does not support PATCH in a bulk.');
        patchResource(call, kind, id, body, version);
        return this.#shown(target, patchStatus(call, kind));
      }
      default:
        removeResource(call, kind, id, version);
        return { location: location(call, kind, id), status: '204' };
    }
  }

  /** What failed is still somewhere, unless it was about to be created. */
  #locationOf(operation: BulkOperation): Result {
    try {
      const { kind, id } = this.#resolvedTarget(operation);
      return id === undefined ? {} : { location: location(this.#call, kind, id) };
    } catch {
      return {};
    }
  }

  #resolvedTarget(operation: BulkOperation): Target {
    const target = targetOf(operation);
    const reference = referenceInPath(operation.path);
    return reference === undefined ? target : { ...target, id: this.#idOf(reference) };
  }

  #idOf(bulkId: string): string {
    const id = this.#ids.get(bulkId);
    if (id !== undefined) return id;
    if (!this.#posts.has(bulkId)) throw badRequest('invalidValue', `No POST of this bulk has the bulkId ${bulkId}.`);
    throw new ScimError(409, `What has the bulkId ${bulkId} was not created.`);
  }

  #isActive(bulkId: string): boolean {
    const at = this.#posts.get(bulkId);
    return at !== undefined && this.#active.has(at);
  }

  /** Completes those of a circle that were created while this one waited for them. */
  #finishOthers(bulkId: string): void {
    for (const { at, target } of this.#unfinished.get(bulkId) ?? []) {
      const operation = this.#operations[at];
      const { id } = target;
      if (operation === undefined || id === undefined) continue;
      this.#settle(at, operation, () => {
        // Still without those that are not there yet: each of them completes it in its turn.
        const data = resolved(operation.data, (each) => (this.#isActive(each) ? undefined : this.#idOf(each)));
        replaceResource(this.#call, target.kind, id, data, undefined);
        return this.#shown(target, 201);
      });
      // What cannot be completed must not stay half there.
      if (this.#ids.get(operation.bulkId ?? '') === undefined) this.#discard(target);
    }
  }

  #discard({ kind, id }: Target): void {
    if (id !== undefined && this.#call.service.directory.get(kind, id) !== undefined) {
      removeResource(this.#call, kind, id, undefined);
    }
  }

  #shown({ kind, id = '' }: Target, status: number): Result {
    const { capabilities, directory } = this.#call.service;
    const entity = directory.get(kind, id);
    const version = entity && capabilities.etag ? { version: etagOf(this.#call, kind, entity) } : {};
    return { location: location(this.#call, kind, id), ...version, status: String(status) };
  }
}
