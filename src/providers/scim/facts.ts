/** What is known of a SCIM service beside its resources; made by reading, used by planning. */
import type { JsonObject } from '../../core/json.js';

/** What the service says it can do (RFC 7643, section 5), member by member; what it does not say is assumed. */
export interface ScimCapabilities {
  /** PATCH diffs; otherwise whole resources by PUT. */
  readonly patch: boolean;
  /** Undefined where there is no Bulk, or none that could save a request. */
  readonly bulk: { readonly maxOperations: number; readonly maxPayloadSize: number } | undefined;
  /** Lookups by key; otherwise everything is listed. */
  readonly filter: boolean;
  readonly etag: boolean;
}

export interface ScimUser {
  readonly id: string;
  /** In lower case: user names compare so (RFC 7643, section 4.1.1). */
  readonly userName: string;
  readonly active: boolean;
}

export interface ScimFacts {
  /** The path of the service's base address, without a slash at its end: paths of operations begin with it. */
  readonly basePath: string;
  readonly capabilities: ScimCapabilities;
  /** Everybody who was seen, by id. */
  readonly users: ReadonlyMap<string, ScimUser>;
  /** Ids by user name in lower case; a name that two have is not here. */
  readonly idOf: ReadonlyMap<string, string>;
  /**
   * Groups whose members the service does not show, by the group's id: membership is only added to. What is known of
   * them all the same (probed) is in the resource's `members`.
   */
  readonly hidden: ReadonlySet<string>;
  /** Attributes of people that the service does not have, such as `name`: desired ones are left out. */
  readonly unsupported: ReadonlySet<string>;
}

/**
 * `native` of a member or team. A service without PATCH takes resources only whole, so there `whole` is the resource as
 * read, without `meta` and what is read-only; elsewhere it is absent.
 */
export interface ScimNative {
  /** Of a person. */
  readonly active?: boolean;
  readonly whole?: JsonObject;
  /** E-mails as read, where the configuration names e-mails: type and primary of those that stay are kept. */
  readonly emails?: readonly JsonObject[];
  /**
   * Of a team whose members are managed: ids of all its members as the list showed them, sorted. Which names the
   * attribute gives depends on what else was read, so these stand for it in the fingerprint.
   */
  readonly members?: readonly string[];
}
