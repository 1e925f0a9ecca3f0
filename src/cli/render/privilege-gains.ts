/**
 * Who gets a privileged role by a plan, told from the names of roles alone, so that it holds for a vendor's next role
 * too: what says owner, admin, manager or creator in its name is privileged. Too many are named rather than too few.
 */
import type { SourceRef } from '../../errors.js';
import { compareText, isJsonObject, ownValue, type Json, type JsonObject } from '../../core/json.js';
import type { ResourceChange } from '../../core/plan-document.js';

export interface PrivilegeGain {
  readonly address: string;
  readonly source: SourceRef | null;
  /** Roles that the object gains; with `people`, the roles that it has and they come into. */
  readonly roles: readonly PrivilegedRole[];
  /** Who joins an object that has such roles already; empty where the object itself gains them. */
  readonly people: readonly string[];
}

export interface PrivilegedRole {
  readonly role: string;
  /** Where in the object, e.g. `workspaces/Analytics`; empty at its top. */
  readonly scope: string;
}

const privilegedWords: ReadonlySet<string> = new Set(['OWNER', 'ADMIN', 'ADMINISTRATOR', 'MANAGER', 'CREATOR']);

export function isPrivilegedRole(role: string): boolean {
  return role
    .toUpperCase()
    .split(/[^A-Z]+/)
    .some((word) => privilegedWords.has(word));
}

export function privilegeGains(changes: readonly ResourceChange[]): PrivilegeGain[] {
  return changes.flatMap(({ address, source, change: { before, after } }): PrivilegeGain[] => {
    if (after === null) return [];
    const had = new Set(rolesIn(before ?? {}, []).map(keyOf));
    const has = rolesIn(after, []);
    const gained = has.filter((role) => !had.has(keyOf(role)));
    const kept = has.filter((role) => had.has(keyOf(role)));
    const joined = kept.length === 0 ? [] : joining(before, after);
    return [
      ...(gained.length === 0 ? [] : [{ address, source, roles: gained, people: [] }]),
      ...(joined.length === 0 ? [] : [{ address, source, roles: kept, people: joined }]),
    ];
  });
}

function rolesIn(value: Json, path: readonly string[]): PrivilegedRole[] {
  if (typeof value === 'string') {
    const isRole = /roles?$/i.test(path.at(-1) ?? '') || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value);
    return isRole && isPrivilegedRole(value) ? [{ role: value, scope: scopeOf(path) }] : [];
  }
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, field]) => rolesIn(field, [...path, key]));
  return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => rolesIn(item, path)) : [];
}

function scopeOf(path: readonly string[]): string {
  return path.filter((key, index) => index < path.length - 1 || !/^roles?$/i.test(key)).join('/');
}

function keyOf({ role, scope }: PrivilegedRole): string {
  return `${role} ${scope}`;
}

function joining(before: JsonObject | null, after: JsonObject): string[] {
  const was = new Set(peopleOf(before ?? {}));
  return peopleOf(after)
    .filter((person) => !was.has(person))
    .sort(compareText);
}

function peopleOf(attributes: JsonObject): string[] {
  const members = ownValue(attributes, 'members');
  return Array.isArray(members) ? (members as readonly Json[]).filter((member) => typeof member === 'string') : [];
}
