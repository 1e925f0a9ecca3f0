/**
 * Sends a Bulk, and brings everything in it to an end: what the service did not do, or says nothing of, is sent singly in
 * order. What fails is told at the end, all of it, with what is done.
 */
import { objectOf } from '../../core/diff.js';
import { isJsonObject, ownValue, type Json, type JsonObject } from '../../core/json.js';
import type { Executed, ReadyOperation } from '../../core/provider.js';
import { ApiError, InternalError, isApiError } from '../../errors.js';
import { bulkBody, innerOperations, type InnerOperation } from './bulk-operation.js';
import { resultsOf, type InnerResult } from './bulk-results.js';
import { membersFrom } from './known-members.js';
import type { Session } from './session.js';
import { wrote, type Write } from './write.js';
import { createUnlessThere } from './write-create.js';
import { makeChange } from './write-one.js';
import { isLost } from './write-refusal.js';

interface Item {
  readonly inner: InnerOperation;
  readonly address: string;
}

export async function sendBulk(session: Session, operation: ReadyOperation): Promise<Executed> {
  const inner = innerOperations(operation.body);
  if (inner.length !== operation.addresses.length)
    throw new InternalError('A Bulk has not one address for each of its operations.');
  const items = inner.map((item, index) => ({ inner: item, address: operation.addresses[index] ?? '' }));
  return new BulkRun(session, operation, items).finish();
}

/** The state of one Bulk: what is made, what failed, what was done otherwise. */
class BulkRun {
  private readonly ids = new Map<string, string>();
  private readonly remoteIds: Record<string, string> = {};
  private readonly failures: { readonly address: string; readonly message: string }[] = [];
  private readonly notes = new Set<string>();
  private done = 0;
  /** Set when going on makes no sense: the service is not reached any more, or knows us no more. */
  private stopped = false;
  private readonly session: Session;
  private readonly operation: ReadyOperation;
  private readonly items: readonly Item[];

  constructor(session: Session, operation: ReadyOperation, items: readonly Item[]) {
    this.session = session;
    this.operation = operation;
    this.items = items;
  }

  async finish(): Promise<Executed> {
    const { notInBulk, bulkRefused } = this.session.learnt;
    const isTaken = ({ inner }: Item): boolean => !notInBulk.has(inner.method);
    const together = this.items.filter(isTaken);
    // What is made inside a Bulk can be referred to only in there.
    if (bulkRefused || together.length < 2 || notInBulk.has('POST')) {
      await this.singly(this.items, 'not-sent', 'the service takes no such Bulk');
    } else {
      const others = this.items.filter((item) => !isTaken(item));
      await this.send(together);
      if (others.length > 0) await this.singly(others, 'not-sent', 'the service does not take them in a Bulk');
    }
    return this.outcome();
  }

  private async send(items: readonly Item[]): Promise<void> {
    const { session } = this;
    const hasCreates = items.some(({ inner }) => inner.method === 'POST');
    try {
      const response = await session.client.send({
        method: 'POST',
        path: this.operation.path,
        body: bulkBody(items.map(({ inner }) => this.asSent(inner, items))),
        retry: hasCreates ? 'refused-only' : 'safe',
      });
      await this.take(items, response.body);
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (isLost(error)) {
        await this.singly(items, 'unknown', 'the answer to the Bulk was lost');
        return;
      }
      const { status = 0 } = error;
      if (![400, 404, 405, 413, 501].includes(status)) throw error;
      // Too large says nothing about the next one.
      if (status !== 413) session.learnt.bulkRefused = true;
      await this.singly(items, 'not-sent', `the service refused the Bulk (${status})`);
    }
  }

  /** A whole resource is sent for the version that was read, unless this very request may give it another one. */
  private asSent(inner: InnerOperation, items: readonly Item[]): JsonObject {
    const { method, path, bulkId, data } = inner;
    const { client } = this.session;
    const isOneKind = items.every((item) => kindOf(item.inner) === kindOf(inner));
    const version = method === 'PUT' && isOneKind ? client.etags.get(`${client.basePath}${path}`) : undefined;
    return {
      method,
      path,
      ...(bulkId !== undefined && { bulkId }),
      ...(version !== undefined && { version }),
      ...(data !== undefined && { data }),
    };
  }

  private async take(items: readonly Item[], body: unknown): Promise<void> {
    const results = resultsOf(
      items.map(({ inner }) => inner),
      body,
    );
    const refused: Item[] = [];
    const unknown: Item[] = [];
    for (const [index, item] of items.entries()) {
      const result = results[index];
      if (result === undefined) unknown.push(item);
      else if (!this.settle(item, result)) (isKnownRefusal(result) ? refused : unknown).push(item);
    }
    // In the order of the Bulk: groups come after the people in them.
    const unsure = new Set(unknown);
    const left = items.filter((item) => unsure.has(item) || refused.includes(item));
    for (const item of left) {
      const why = unsure.has(item) ? 'the answer to the Bulk says nothing of it' : 'the service refused it in the Bulk';
      await this.singly([item], unsure.has(item) ? 'unknown' : 'not-sent', why);
    }
  }

  /** Whether this is its end. */
  private settle({ inner, address }: Item, { status, id, version }: InnerResult): boolean {
    const { session } = this;
    const { method, path } = inner;
    const full = `${session.client.basePath}${path}`;
    if (status >= 200 && status <= 299) {
      wrote(session, method, full);
      if (method !== 'POST') {
        if (version === undefined) session.client.etags.delete(full);
        else session.client.etags.set(full, version);
      } else if (id === undefined) return false;
      else this.made(inner, address, id);
      this.done += 1;
      return true;
    }
    if (method === 'DELETE' && status === 404) {
      this.notes.add(`${address} was gone already`);
      this.done += 1;
      return true;
    }
    if (status === 412) return this.fails(address, 'was changed by somebody else since the plan was made');
    if (status === 404 && method !== 'POST') return this.fails(address, 'is not there any more');
    if (status === 405 || status === 501) session.learnt.notInBulk.add(method);
    return false;
  }

  private made({ bulkId }: InnerOperation, address: string, id: string): void {
    if (bulkId !== undefined) this.ids.set(bulkId, id);
    this.remoteIds[address] = id;
  }

  private fails(address: string, message: string): true {
    this.failures.push({ address, message });
    return true;
  }

  /** `unknown`: it may have been made, so what is not idempotent is looked up first. */
  private async singly(items: readonly Item[], outcome: 'not-sent' | 'unknown', why: string): Promise<void> {
    for (const { inner, address } of items) {
      if (this.stopped) {
        this.fails(address, 'was not sent');
        continue;
      }
      const body = inner.data === undefined ? undefined : this.withIds(inner.data);
      if (body === null) {
        this.fails(address, 'needs somebody who could not be created');
        continue;
      }
      const write: Write = {
        method: inner.method,
        path: `${this.session.client.basePath}${inner.path}`,
        ...(body !== undefined && { body }),
        address,
        members: membersFrom(ownValue(objectOf(this.operation.naturalKey?.['members']), address)),
      };
      try {
        const isUnsure = outcome === 'unknown' && inner.method === 'POST';
        // If it was done, the version is another one by our own doing.
        if (outcome === 'unknown') this.session.client.etags.delete(write.path);
        const { id, note } = await (isUnsure ? createUnlessThere : makeChange)(this.session, write);
        if (id !== undefined) this.made(inner, address, id);
        this.done += 1;
        this.notes.add(`sent singly, as ${why}`);
        if (note !== undefined) this.notes.add(`${address}: ${note}`);
      } catch (error) {
        if (!isApiError(error)) throw error;
        this.fails(address, error.message);
        this.stopped = error.status === undefined || error.status === 401;
      }
    }
  }

  /** Null where the id of something that this Bulk makes is not known. */
  private withIds(value: JsonObject): Json {
    let isMissing = false;
    const fill = (item: Json): Json => {
      if (typeof item === 'string' && item.startsWith(reference)) {
        const id = this.ids.get(item.slice(reference.length));
        isMissing ||= id === undefined && this.isMadeHere(item.slice(reference.length));
        return id ?? item;
      }
      if (Array.isArray(item)) return (item as readonly Json[]).map(fill);
      if (!isJsonObject(item)) return item;
      return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, fill(entry)]));
    };
    const filled = fill(value);
    return isMissing ? null : filled;
  }

  private isMadeHere(bulkId: string): boolean {
    return this.items.some(({ inner }) => inner.bulkId === bulkId);
  }

  private outcome(): Executed {
    if (this.failures.length > 0) throw this.failure();
    return {
      ...(Object.keys(this.remoteIds).length > 0 && { remoteIds: this.remoteIds }),
      ...(this.notes.size > 0 && { substitute: [...this.notes].join('; ') }),
    };
  }

  private failure(): ApiError {
    const { method, path } = this.operation;
    const told = this.failures.map(({ address, message }, index) =>
      index >= maxTold ? address : message.startsWith(address) ? message : `${address}: ${message}`,
    );
    return new ApiError(
      `${this.failures.length} of ${this.items.length} changes that were sent together failed, ${this.done} are done. ${told.join('; ')}`,
      // Multi-Status: neither refused as a whole nor lost.
      { method, path, status: 207, hint: 'Plan again: the new plan holds what is left to do.' },
    );
  }
}

const reference = 'bulkId:';
const maxTold = 10;

function kindOf({ path }: InnerOperation): string | undefined {
  return path.split('/')[1];
}

/** The service says that it did not do it; a failure on its side may have come afterwards. */
function isKnownRefusal({ status }: InnerResult): boolean {
  return status >= 400 && status <= 499 && status !== 409 ? true : status === 501;
}
