/**
 * Shapes say how the attributes of a kind compare. A provider declares one shape per kind; diff, guards and
 * rendering walk it, so none of them knows a vendor.
 *
 * | shape      | what desired means                          | what an unlisted live entry means      |
 * | ---------- | ------------------------------------------- | -------------------------------------- |
 * | value      | exactly this                                | -                                      |
 * | set        | exactly these, in any order                 | is removed                             |
 * | map        | exactly these keys, each compared by `value` | is removed                             |
 * | record     | these fields; a field not given is unmanaged | is unmanaged                           |
 * | collection | at least these                              | the policy of `unlisted` decides       |
 */
import type { Json } from './json.js';

/** The collections whose unlisted entries `unlisted` decides about. */
export const collectionKeys = ['members', 'teams', 'teamMembers', 'domains', 'roleMappings'] as const;
export type CollectionKey = (typeof collectionKeys)[number];

export type Shape =
  | {
      readonly type: 'value';
      /** Shown as `(secret)`, never compared: its live value cannot be read. */
      readonly secret?: true;
      /** Sent along with a write that something else causes, but a difference alone is no change: live does not tell it. */
      readonly writeOnly?: true;
      /** Never desired: live tells it, and it changes as other things do. */
      readonly observed?: true;
      /** A grant of access: losing one counts in the `roles` scope of `maxRemovals`, unless it is `uncounted`. */
      readonly role?: true | 'uncounted';
    }
  | {
      readonly type: 'set';
      /** Each entry is a grant of access, as with a value. */
      readonly role?: true;
    }
  | { readonly type: 'map'; readonly value: Shape }
  | RecordShape
  | { readonly type: 'collection'; readonly key: CollectionKey };

export interface RecordShape {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, Shape>>;
}

/** One difference inside an object. `path` names fields and map keys from the top of its attributes. */
export type Edit =
  | { readonly type: 'set'; readonly path: readonly string[]; readonly before: Json | undefined; readonly after: Json }
  | { readonly type: 'unset'; readonly path: readonly string[]; readonly before: Json }
  | {
      readonly type: 'members';
      readonly path: readonly string[];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };
