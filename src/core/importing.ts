/** What a vendor module gives to `import`: how to read all of an organization, and how the YAML says what was read. */
import type { ApiError } from '../errors.js';
import type { JsonObject } from './json.js';
import type { DesiredOrganization, Live } from './resource.js';
import { longestName } from './unsafe-text.js';

export interface ImportSupport<Facts = unknown> {
  /**
   * A scope that has everything read that the configuration can speak of. What can only be asked for by name is in it
   * when `seen` tells the names: what the scope without it has read.
   */
  everything(organization: DesiredOrganization, seen: Live<Facts> | undefined): DesiredOrganization;
  /** Whether a second read, with the names of the first, tells more. */
  readonly readsByName: boolean;
  /**
   * The part of an organization that can be left out where the credential may not read it (403); undefined where too
   * little would be left. `toConfig` then says in a note what is missing.
   */
  refusedPart?(refusal: ApiError): RefusedPart | undefined;
  toConfig(live: Live<Facts>, context: ImportContext): ImportedOrganization;
}

export interface RefusedPart {
  /** In words, such as `the federation`. */
  readonly name: string;
  /** What `everything` gives, without the part. */
  without(everything: DesiredOrganization): DesiredOrganization;
}

export interface ImportContext {
  /** The organization's key in the YAML. */
  readonly organization: string;
  /**
   * The key of an identity provider in the YAML, always the same for one `id`. `isNew` where nobody has asked for it
   * before: whoever has it first describes it.
   */
  readonly claim: (id: string, preferred: string) => { readonly key: string; readonly isNew: boolean };
}

/** A comment, above the key at the end of `path` (from the top of the document), or above the nearest one there is. */
export interface ImportNote {
  readonly path: readonly string[];
  readonly text: string;
}

export interface ImportedOrganization {
  /** The organization's part, without `type`, `id`, `provider` and `unlisted`; teams list their people one by one. */
  readonly config: JsonObject;
  readonly identityProviders: JsonObject;
  /** PEM texts by the key of the identity provider. */
  readonly certificates: Readonly<Record<string, string>>;
  readonly notes: readonly ImportNote[];
}

const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** Why the YAML cannot use this as a key, as a clause; undefined where it can. */
export function whyNoKey(name: string): string | undefined {
  if (refusedKeys.has(name)) return 'the name is reserved in the YAML';
  if (name.length > longestName) return 'the name is longer than the YAML takes';
  return /^\S(?:.*\S)?$/.test(name) ? undefined : 'the name begins or ends with a space, or has several lines';
}

/** Names that more than one has, in no matter which case if `fold`. */
export function sharedNames(names: readonly string[], fold = false): ReadonlySet<string> {
  const key = (name: string): string => (fold ? name.toLowerCase() : name);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(key(name), (counts.get(key(name)) ?? 0) + 1);
  return new Set(names.filter((name) => (counts.get(key(name)) ?? 0) > 1));
}

export const emailPattern = /^[^\s@]+@[^\s@]+$/;
export const domainPattern = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)+[A-Za-z0-9-]{2,63}$/;
export const httpsPattern = /^https:\/\/[^\s/@]+(?:\/\S*)?$/;
