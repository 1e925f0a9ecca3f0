import { type Capabilities } from './capabilities.js';
import { type Directory, type Kind } from './directory.js';
import { type ResourceType } from './protocol/schemas.js';

/** A SCIM service: where it is, what it can do, which attributes it stores, and where it keeps what it is told. */
export interface Service {
  readonly path: string;
  readonly capabilities: Capabilities;
  readonly types: Readonly<Record<Kind, ResourceType>>;
  readonly directory: Directory;
}

/** A request that has passed the gate: authenticated, its body parsed, about to be handled as one transaction. */
export interface Call {
  readonly service: Service;
  /** The absolute URL of the service, without a slash at its end. */
  readonly base: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown;
  /** The size of the body in bytes. */
  readonly bodySize: number;
  /** A fault that cuts pages short. */
  readonly pageSize: number | undefined;
  /** The sandbox clock, in milliseconds. */
  readonly now: number;
  /** Runs a part of the transaction that may fail alone. */
  readonly attempt: <T>(work: () => T) => T;
}

/** What a handler answers; without a body the answer has none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
