/** What one connection learns while it writes, so that every refusal is met once. */
import type { OperationMethod } from '../../core/operation.js';
import type { ScimClient } from './client.js';

export interface Session {
  readonly client: ScimClient;
  readonly learnt: Learnt;
}

export interface Learnt {
  patchRefused: boolean;
  bulkRefused: boolean;
  /** Methods that the service refuses inside a Bulk. */
  readonly notInBulk: Set<OperationMethod>;
  /** How many member changes one request may hold; undefined while no limit was met. */
  chunk: number | undefined;
  /** `members[value eq "ID"]` is no path to the service. */
  filterRefused: boolean;
  usersWritten: boolean;
  groupsWritten: boolean;
}

export function createSession(client: ScimClient): Session {
  return {
    client,
    learnt: {
      patchRefused: false,
      bulkRefused: false,
      notInBulk: new Set(),
      chunk: undefined,
      filterRefused: false,
      usersWritten: false,
      groupsWritten: false,
    },
  };
}
