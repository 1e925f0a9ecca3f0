/** A plan as it is saved: what was reviewed, and all that is needed to make its requests again later, without the YAML. */
import type { Address } from '../core/address.js';
import type { Change } from '../core/change.js';
import type { JsonObject } from '../core/json.js';
import type { PlanDocument } from '../core/plan-document.js';
import type { DesiredOrganization } from '../core/resource.js';

/** Changes when what stands beside the document changes. */
export const savedFormat = 1;

export interface SavedPlan {
  readonly document: PlanDocument;
  readonly content: SavedContent;
}

export interface SavedContent {
  readonly connections: readonly SavedConnection[];
  /** As configured: the planned ones, and those that their mirrors show. */
  readonly organizations: readonly DesiredOrganization[];
  /** Names of the planned ones. */
  readonly planned: readonly string[];
  /** Of each organization that changes. */
  readonly shares: readonly SavedShare[];
  readonly mirrors: readonly SavedMirror[];
  readonly options: SavedOptions;
  readonly allow_incomplete: boolean;
}

export interface SavedConnection {
  readonly name: string;
  readonly type: string;
  /** Secrets by reference, as in the YAML. */
  readonly settings: JsonObject;
  /** Where the plan was read from; null for the vendor's own host. */
  readonly endpoint: string | null;
}

export interface SavedShare {
  /** As desired, names resolved against live. */
  readonly organization: DesiredOrganization;
  readonly changes: readonly Change[];
  readonly reliedOn: readonly Address[];
  readonly leaving: readonly string[];
  readonly fingerprints: Readonly<Record<string, string>>;
}

export interface SavedMirror {
  readonly list: string;
  readonly organization: string;
  readonly team?: string | undefined;
  readonly pointer: string;
  readonly users: readonly string[];
  readonly people: readonly { readonly name: string; readonly email?: string | undefined }[];
}

export interface SavedOptions {
  readonly now: string;
  readonly verifyDomains: boolean;
  readonly replace: readonly Address[];
}
