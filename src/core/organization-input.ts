/**
 * One organization of the configuration after everything that is the same for all vendors: lists expanded, people
 * applied, policies and guards resolved. A provider turns it into a `DesiredOrganization`.
 */
import type { SourceRef } from '../errors.js';
import type { JsonObject } from './json.js';
import type { CollectionKey } from './shape.js';
import type { DesiredResource, GuardSettings, UnlistedPolicy } from './resource.js';

export interface MemberInput {
  /** In lower case; the user name where the organization knows people by that. */
  readonly email: string;
  readonly state: 'present' | 'absent';
  /** What the YAML says of this membership, without `state`. */
  readonly settings: JsonObject;
  /** Where it is said: the entry in `members`, in `memberLists`, or in `people` for an offboarded person. */
  readonly pointer: string;
}

export interface TeamInput {
  readonly name: string;
  readonly state: 'present' | 'absent';
  /** Without `state`, `members` and `previously`. */
  readonly settings: JsonObject;
  readonly previously: readonly string[];
  /** In lower case, sorted, lists expanded; undefined where the YAML does not manage the team's members. */
  readonly members: readonly string[] | undefined;
  /** People whose time in the team is over: they leave it, whatever `unlisted` says. In lower case, sorted. */
  readonly leaving: readonly string[];
  readonly pointer: string;
}

export type EntryMark = Pick<DesiredResource, 'because' | 'leaving' | 'protect'>;

export interface OrganizationInput {
  readonly name: string;
  readonly type: string;
  readonly id: string;
  readonly provider: string;
  readonly pointer: string;
  readonly source: SourceRef | undefined;
  /** The organization's own YAML as merged and validated. */
  readonly config: JsonObject;
  /** `identityProviders` as merged; each `certificates` entry is the PEM text of its file. */
  readonly identityProviders: JsonObject;
  /** Of `members`, `memberLists` and offboarded `people`; sorted by e-mail. */
  readonly members: readonly MemberInput[];
  readonly teams: readonly TeamInput[];
  /** Collections that the YAML lists; the others are not managed. */
  readonly managed: readonly CollectionKey[];
  readonly unlisted: Readonly<Record<CollectionKey, UnlistedPolicy>>;
  readonly guards: GuardSettings;
  /** What is to be said of entries beside their settings, by pointer. */
  readonly marks: ReadonlyMap<string, EntryMark>;
}
