/** Changes, and the three kinds of unfinished business that are not changes. */
import type { SourceRef } from '../errors.js';
import type { Address } from './address.js';
import type { JsonObject } from './json.js';
import type { DesiredResource, LiveResource, Origin, UnlistedPolicy } from './resource.js';
import type { Edit } from './shape.js';

interface ChangeBase {
  readonly address: Address;
  readonly organization: string;
  readonly kind: string;
  readonly name: string;
  /** Why this change is planned, for the reader; it steers nothing. */
  readonly reason: string;
  readonly source: SourceRef | undefined;
}

/** What the comparison alone says of a creation and of an update: nothing that the change does not tell itself. */
export const plainReasons = {
  create: 'in the configuration, not live',
  update: 'differs from the configuration',
} as const;

/**
 * | action  | before                   | after                                           |
 * | ------- | ------------------------ | ----------------------------------------------- |
 * | create  | -                        | what will be there, as far as it is known       |
 * | update  | the live attributes      | the same with the edits made, unmanaged ones too |
 * | replace | the live attributes      | what will be there instead                      |
 * | delete  | the live attributes      | -                                               |
 */
export type Change =
  | (ChangeBase & { readonly action: 'create'; readonly after: JsonObject })
  | (ChangeBase & {
      readonly action: 'update';
      readonly before: JsonObject;
      readonly after: JsonObject;
      readonly edits: readonly Edit[];
      readonly previousAddress?: Address;
    })
  | (ChangeBase & { readonly action: 'replace'; readonly before: JsonObject; readonly after: JsonObject })
  | (ChangeBase & { readonly action: 'delete'; readonly before: JsonObject });

/** Will come true by itself. */
export interface Pending {
  readonly address: Address;
  /** What it waits for, as a phrase: `alice@acme.com to accept the invitation`. */
  readonly waitsFor: string;
}

/** Only a person can do it. */
export interface ManualStep {
  readonly address: Address;
  readonly title: string;
  readonly instructions: readonly string[];
  /** Addresses that cannot be completed before. */
  readonly blocks: readonly Address[];
  /** Whether a later read can tell that it was done. */
  readonly verifiable: boolean;
}

/** How live differs: something wanted is not there, something is there that is not wanted, or it is there and otherwise. */
export type Direction = 'missing' | 'extra' | 'changed';

/** A manual step with what its address is like now, so that a reader of drift knows which way it goes and whose it is. */
export interface PlannedStep extends ManualStep {
  readonly direction: Direction;
  /** Of the live object; null where there is none. */
  readonly origin: Origin | null;
  /** What an extra object grants or is granted, and what of it is privileged. */
  readonly roles?: readonly string[];
  readonly privileged?: readonly string[];
}

/** Another owner has it. */
export interface Blocked {
  readonly address: Address;
  readonly owner: 'scim' | 'idp';
  readonly direction: Direction;
  readonly detail: string;
}

/** Live, but not in the YAML, and left alone. */
export interface Unlisted {
  readonly address: Address;
  /** For a team's unlisted member: the person. */
  readonly member?: string;
  readonly origin: Origin;
  readonly policy: UnlistedPolicy['policy'];
  /** What it grants or is granted: for a team's unlisted member what the team gives. Absent where nothing. */
  readonly roles?: readonly string[];
  /** Those of `roles` that are privileged; absent where none is. */
  readonly privileged?: readonly string[];
}

/** One managed address with both its sides; `change` is what the diff alone would do. */
export interface Comparison {
  readonly address: Address;
  readonly kind: string;
  readonly name: string;
  /** Undefined for an object that is removed for being unlisted. */
  readonly desired: DesiredResource | undefined;
  readonly live: LiveResource | undefined;
  readonly change: Change | undefined;
}
