/** The SCIM part of a world file as a value; `schemas/world.schema.json` describes every field for people. */
import { type Capabilities } from './capabilities.js';

export interface WorldScimUser {
  readonly id?: string;
  readonly userName: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly externalId?: string;
  readonly name?: Readonly<Record<string, string>>;
  readonly emails?: readonly { readonly value: string; readonly type?: string; readonly primary?: boolean }[];
}
export interface WorldScimGroup {
  readonly id?: string;
  readonly displayName: string;
  readonly externalId?: string;
  /** User names. */
  readonly members?: readonly string[];
}
export interface WorldScimService {
  readonly path: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly users?: readonly WorldScimUser[];
  readonly groups?: readonly WorldScimGroup[];
}
export type WorldScim = readonly WorldScimService[];

/** The path a service is known by: as written, without slashes at its end. */
export const servicePath = (path: string): string => path.replace(/\/+$/, '');
