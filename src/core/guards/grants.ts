/** Grants of access, and which of them an edit takes away; what grants is told by shapes. */
import { textList } from '../diff.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { Edit, Shape } from '../shape.js';

/** Another role in the place of one is not a loss. */
export function lostGrants(edit: Edit, shape: Shape | undefined): readonly string[] {
  if (edit.type === 'members') {
    return shape?.type === 'set' && shape.role === true ? edit.removed.map((role) => grantText(edit.path, role)) : [];
  }
  const stays = new Set(edit.type === 'set' ? grantsIn(edit.after, shape, edit.path).map(({ place }) => place) : []);
  return grantsIn(edit.before, shape, edit.path)
    .filter(({ place }) => !stays.has(place))
    .map(({ text }) => text);
}

export interface Grant {
  /** Where it stands; a set of roles has a place for each. */
  readonly place: string;
  readonly text: string;
}

/** Grants of access inside a value, by its shape. */
export function grantsIn(value: Json | undefined, shape: Shape | undefined, path: readonly string[]): readonly Grant[] {
  if (value === undefined || shape === undefined) return [];
  if (shape.type === 'value') {
    return shape.role === true && typeof value === 'string'
      ? [{ place: path.join('/'), text: grantText(path, value) }]
      : [];
  }
  if (shape.type === 'set') {
    const roles = shape.role === true ? textList(value) : [];
    return roles.map((role) => grantText(path, role)).map((text) => ({ place: text, text }));
  }
  if (!isJsonObject(value)) return [];
  const entries: JsonObject = value;
  if (shape.type === 'record') {
    return Object.entries(shape.fields).flatMap(([field, inner]) => grantsIn(entries[field], inner, [...path, field]));
  }
  if (shape.type !== 'map') return [];
  return Object.entries(entries).flatMap(([key, inner]) => grantsIn(inner, shape.value, [...path, key]));
}

function grantText(path: readonly string[], role: string): string {
  return `${path.join('/')}: ${role}`;
}
