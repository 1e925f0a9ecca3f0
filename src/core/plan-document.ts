/**
 * The plan as people and pipelines read it: `plan -json`, and what every renderer renders. Field names are part of
 * the promise to users; `format_version` changes when they do.
 */
import type { SourceRef } from '../errors.js';
import type { Direction } from './change.js';
import type { Diagnostic } from './diagnostics.js';
import type { Json, JsonObject } from './json.js';
import type { Origin, UnlistedPolicy } from './resource.js';

export const planFormatVersion = '1.0';

export type PlanAction = 'create' | 'update' | 'delete';

export interface ResourceChange {
  readonly address: string;
  readonly previous_address: string | null;
  readonly organization: string;
  /** The provider's type, e.g. `astro`. */
  readonly type: string;
  readonly kind: string;
  readonly name: string;
  readonly source: SourceRef | null;
  readonly reason: string;
  /** Who made the live object what it is; null where there is none yet. */
  readonly origin: Origin | null;
  readonly change: {
    /** As in Terraform: `["delete", "create"]` is a replace. */
    readonly actions: readonly PlanAction[];
    readonly before: JsonObject | null;
    readonly after: JsonObject | null;
    /** `true` at each path that holds a secret. */
    readonly before_sensitive: JsonObject;
    readonly after_sensitive: JsonObject;
  };
}

export interface PlanOperation {
  readonly id: string;
  readonly organization: string;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly addresses: readonly string[];
  readonly needs: readonly string[];
}

export interface PlanUnlisted {
  readonly address: string;
  /** For a team's unlisted member: the person; the address is the team's. */
  readonly member?: string;
  readonly origin: Origin;
  readonly policy: UnlistedPolicy['policy'];
  /** The roles it holds or gives; absent where none. */
  readonly roles?: readonly string[];
  /** Those of the roles that are privileged; absent where none is. */
  readonly privileged?: readonly string[];
}

export interface PlanManualStep {
  readonly address: string;
  readonly title: string;
  readonly instructions: readonly string[];
  readonly blocks: readonly string[];
  readonly verifiable: boolean;
  /** What is not as wanted until the step is done. */
  readonly direction: Direction;
  readonly origin: Origin | null;
  readonly roles?: readonly string[];
  readonly privileged?: readonly string[];
}

export interface PlanGuard {
  readonly id: string;
  readonly organization: string;
  readonly status: 'passed' | 'tripped' | 'acknowledged' | 'unproven' | 'not_applicable';
  readonly detail: string;
  /** Where it tripped, or that was acknowledged: all the facts that tripped it, sorted. */
  readonly witnesses: readonly string[];
  /** What `-ack` takes to let the plan go on all the same, as long as these are the facts. */
  readonly acknowledgement?: string;
}

export type AccessChangeWord = `${'gains' | 'loses'}_${'login' | 'method' | 'role' | 'jit' | 'bypass'}`;

export interface AccessChange {
  readonly organization: string;
  /** `*@acme.com`: anyone there whom the organization does not know; `*`: everybody whom it does know. */
  readonly person: string;
  readonly change: AccessChangeWord;
  /** Of a role or of joining just in time: all roles on that side; otherwise all methods. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Addresses of the changes that cause it. */
  readonly because: readonly string[];
  /** It depends on what could not be read, or is not known. */
  readonly possible?: true;
  /** The roles that are gained or lost. */
  readonly roles?: readonly string[];
  /** Those of them whose holders can let others in, or see to money; absent where none is. */
  readonly privileged?: readonly string[];
  /** What this takes for granted although no public source settles it. */
  readonly assumes?: readonly string[];
}

export interface PlanDocument {
  readonly format_version: typeof planFormatVersion;
  readonly orgwright_version: string;
  /** When the plan was made; the only field that differs between two plans of the same inputs. */
  readonly timestamp: string;
  /** The clock that the plan reasons with. */
  readonly as_of: string;
  /** There is something to apply, and nothing forbids it. */
  readonly applyable: boolean;
  /** Everything that is managed was read. */
  readonly complete: boolean;
  readonly errored: boolean;
  readonly config_digest: string;
  readonly plan_digest: string;
  readonly resource_changes: readonly ResourceChange[];
  readonly operations: readonly PlanOperation[];
  readonly pending: readonly { readonly address: string; readonly waits_for: string }[];
  readonly manual_steps: readonly PlanManualStep[];
  readonly blocked: readonly {
    readonly address: string;
    readonly owner: string;
    readonly direction: Direction;
    readonly detail: string;
  }[];
  readonly unlisted: readonly PlanUnlisted[];
  readonly guards: readonly PlanGuard[];
  readonly access_changes: readonly AccessChange[];
  readonly api_budget: {
    readonly reads: number;
    readonly writes: number;
    readonly estimated_seconds: number;
    /** E-mails that the vendor will send because of the plan. */
    readonly emails: number;
  };
  /** By address: a digest of each live object that the plan touches or a guard relied on. */
  readonly fingerprints: Readonly<Record<string, string>>;
  readonly summary: {
    readonly add: number;
    readonly change: number;
    readonly destroy: number;
    readonly pending: number;
    readonly manual: number;
    readonly blocked: number;
    readonly unlisted: number;
    /** Live objects that already are as wanted. */
    readonly unchanged: number;
  };
  readonly diagnostics: readonly Diagnostic[];
}
