/** What people want (desired) and what is there (live), as plain values. */
import type { SourceRef } from '../errors.js';
import type { Address } from './address.js';
import type { Diagnostic } from './diagnostics.js';
import type { JsonObject } from './json.js';
import type { CollectionKey } from './shape.js';

/** Who made a live object what it is; `unknown` where the API does not tell. */
export type Origin = 'yaml' | 'manual' | 'scim' | 'idp' | 'jit' | 'unknown';

export interface UnlistedPolicy {
  readonly policy: 'report' | 'keep' | 'remove';
  /** `remove` passes over origin scim, idp and jit unless this is set. */
  readonly includeProvisioned: boolean;
}

/** A guard's limit trips when removals exceed both `percent` of the live count and `atLeast`. */
export interface RemovalLimit {
  readonly percent: number;
  readonly atLeast: number;
}

export const removalScopes = ['members', 'teamMembers', 'teams', 'roles', 'domains', 'roleMappings', 'owners'] as const;
export type RemovalScope = (typeof removalScopes)[number];

/** What a plan may not remove, beside the resources that say so themselves. */
export interface Protection {
  /** The whole organization: everything in it. */
  readonly everything: boolean;
  /** In lower case, sorted. */
  readonly people: readonly string[];
}

export interface GuardSettings {
  readonly minOwners: number;
  /** In lower case, sorted. */
  readonly requiredOwners: readonly string[];
  /** Absent: as many as the configuration wants. */
  readonly maxNewOwners?: number;
  readonly denyWeakerLogin: boolean;
  readonly requireSelf: boolean;
  readonly protect: Protection;
  readonly maxRemovals: Readonly<Record<RemovalScope, RemovalLimit>>;
}

export interface DesiredResource {
  readonly address: Address;
  readonly kind: string;
  /** The key: an e-mail address or domain in lower case, a name as written; empty for what there is one of. */
  readonly name: string;
  readonly state: 'present' | 'absent';
  /** Only what the YAML gives: a field that is absent is not managed. */
  readonly attributes: JsonObject;
  /** Earlier names, so that a rename is not a delete and a create. */
  readonly previously: readonly string[];
  /** JSON pointer into the merged configuration; `Desired.locate` turns it into a place. */
  readonly pointer: string;
  readonly source: SourceRef | undefined;
  /** Addresses that a plan for only this one needs too (`-target`). */
  readonly dependsOn: readonly Address[];
  /** Why it is to be absent, or why those `leaving` go, where the YAML does not say `state: absent`. */
  readonly because?: string;
  /** A plan that removes it trips a guard. */
  readonly protect?: true;
  /** Entries of its collection that are to go, whatever `unlisted` says. */
  readonly leaving?: readonly string[];
}

export interface DesiredOrganization {
  /** The key in the YAML; the first part of every address. */
  readonly name: string;
  readonly type: string;
  /** The vendor's id. */
  readonly id: string;
  /** Name of the connection in `providers`. */
  readonly provider: string;
  readonly source: SourceRef | undefined;
  readonly pointer: string;
  readonly resources: readonly DesiredResource[];
  /** Collections that the YAML lists; the others are not managed. */
  readonly managed: readonly CollectionKey[];
  readonly unlisted: Readonly<Record<CollectionKey, UnlistedPolicy>>;
  readonly guards: GuardSettings;
  /** What the provider's own rules need of the organization's YAML beside its resources; the core never looks. */
  readonly settings?: JsonObject;
}

export type Locate = (pointer: string) => SourceRef | undefined;

/** Complete, or why not. What was not read completely is never a reason to delete anything. */
export type Coverage = { readonly complete: true } | { readonly complete: false; readonly reason: string };

export interface LiveResource {
  readonly kind: string;
  readonly name: string;
  /** The vendor's id; undefined for what there is one of. */
  readonly remoteId: string | undefined;
  readonly attributes: JsonObject;
  readonly origin: Origin;
  /**
   * What a write needs of the live object beside its attributes (ids, whole lists that the API takes only whole).
   * Part of the fingerprint, so it holds nothing that changes by itself.
   */
  readonly native: JsonObject;
  /**
   * Attributes that `native` tells in full. How they read depends on what else was read (names in the place of ids),
   * and less is read again before a write, so the fingerprint leaves them out.
   */
  readonly toldByNative?: readonly string[];
  /** Who has changed it last, where the API tells; for messages, it decides nothing. */
  readonly lastChange?: LastChange;
}

export interface LastChange {
  readonly by: string;
  /** As the API writes it. */
  readonly at: string;
}

/** One organization as read. `facts` is the provider's own, opaque to the core. */
export interface Live<Facts = unknown> {
  readonly organization: string;
  readonly resources: readonly LiveResource[];
  /** By collection (`members`, `teams`, `domains`); for one team's members by the team's name under `teamMembers/NAME`. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
}
