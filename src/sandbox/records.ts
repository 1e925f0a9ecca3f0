import { type AstroRows } from './astro/records.js';
import { type AtlasRows } from './atlas/records.js';
import { type Row } from './row.js';
import { type ScimRows } from './scim/records.js';

/** The sandbox's own memory: `format`, `world`, `dns`, `switches`, `clock`, `serial`. */
export interface Setting extends Row {
  readonly value: unknown;
}

/** Everything that is stored, by kind. */
export interface Rows extends AstroRows, AtlasRows, ScimRows {
  readonly setting: Setting;
}
export type Kind = keyof Rows;
/** One row together with the kind it is of. */
export type AnyRow = { [K in Kind]: { readonly kind: K; readonly row: Rows[K] } }[Kind];
