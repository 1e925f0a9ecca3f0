/** A request that an apply will send, as data. */
import type { Address } from './address.js';
import type { ManualStep } from './change.js';
import type { Json, JsonObject } from './json.js';
import type { Edit } from './shape.js';

/** Stands in a body where the remote id of an object that does not exist yet will be. */
export interface RefMarker {
  readonly $ref: string;
}

/** In a path, the id of an object that this plan makes: `{$ref:ADDRESS}`, the address percent-encoded as in a URL. */
export function refInPath(address: Address): string {
  return `{$ref:${encodeURI(address)}}`;
}

export const refsInPath = /\{\$ref:([^}]*)\}/g;

/**
 * What a request alone makes of one object, where other requests of the plan make the rest: edits of it, or the whole of
 * it, undefined where it is not there. Without this nothing of a change is taken to hold before its last request.
 */
export type PartialEffect =
  | { readonly address: Address; readonly edits: readonly Edit[] }
  | { readonly address: Address; readonly edits?: undefined; readonly attributes: JsonObject | undefined };

export type OperationMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a provider compiles; `key` begins with an address, so it is unique, and only serves `needs` and the order. */
export interface OperationDraft {
  readonly key: string;
  readonly method: OperationMethod;
  /** From the root of the provider's host; `refInPath` stands for an id that is not known yet. */
  readonly path: string;
  /** May hold `{"$ref": ADDRESS}`, and `{"$secret": REFERENCE}` (`{"env": NAME}` ...) in the place of a secret. */
  readonly body?: Json;
  readonly addresses: readonly Address[];
  readonly effects?: readonly PartialEffect[];
  /**
   * Keys of operations that must have succeeded before, perhaps of another organization; if one fails, this one is
   * skipped. A key that no operation has is no condition.
   */
  readonly needs: readonly string[];
  /** `check-first`: not idempotent, so a lost answer is looked up before it is sent again. */
  readonly retry: 'safe' | 'check-first';
  /** For `check-first`: the natural key by which the provider finds what a lost answer made. */
  readonly naturalKey?: JsonObject;
  /** The address whose remote id the answer tells. */
  readonly creates?: Address;
  /** The answer holds a new secret: runs only where `--secrets-out` says where it goes. */
  readonly reveals?: Address;
  /** The vendor sends somebody an e-mail because of it. */
  readonly sendsEmail?: true;
  /** The vendor may refuse this and it is no failure; says what a refusal means. */
  readonly toleratesRefusal?: string;
  /** What a person must do if the vendor refuses. */
  readonly refusedStep?: ManualStep;
}

export interface Operation extends Omit<OperationDraft, 'key' | 'needs'> {
  /** `"1"`, `"2"`, ... in an order that may run. */
  readonly id: string;
  readonly organization: string;
  readonly needs: readonly string[];
}
