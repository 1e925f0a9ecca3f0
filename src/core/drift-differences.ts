/**
 * The two sides of one changed object as directional differences, along the shape of its kind. A plan's edits say what
 * an apply would do; these say what is wrong with what is live.
 *
 * | shape           | only wanted | only live            | on both sides, but not the same   |
 * | --------------- | ----------- | -------------------- | --------------------------------- |
 * | value           | changed     | -                    | changed                           |
 * | set, collection | missing     | extra                | -                                 |
 * | map             | missing     | extra                | by the shape of its entries       |
 * | record          | changed     | - (it is unmanaged)  | by its fields                     |
 */
import { canonicalText } from './canonical.js';
import type { Direction } from './change.js';
import { objectOf, textList } from './diff.js';
import { heldRoles } from './held-roles.js';
import { compareText, isJsonObject, ownValue, type Json, type JsonObject } from './json.js';
import type { Shape } from './shape.js';

export interface Difference {
  readonly direction: Direction;
  /** Names of fields and map keys, from the top of the attributes. */
  readonly path: readonly string[];
  /** What is live; absent for what is missing. */
  readonly before?: Json;
  /** What is wanted; absent for what is extra. */
  readonly after?: Json;
  /** Roles that are held live and are not wanted here. */
  readonly roles: readonly string[];
}

/** `after` undefined is a field that the plan says nothing about. */
export function differencesBetween(
  before: Json | undefined,
  after: Json | undefined,
  shape: Shape,
  path: readonly string[] = [],
): readonly Difference[] {
  if (after === undefined) return [];
  switch (shape.type) {
    case 'value':
      // What cannot be read back cannot be seen to differ.
      if (shape.secret === true || shape.writeOnly === true) return [];
      return changed(before, after, shape, path);
    case 'set':
    case 'collection':
      return listDifferences(textList(before), textList(after), shape, path);
    case 'map':
      return mapDifferences(objectOf(before), objectOf(after), shape.value, path);
    case 'record':
      if (!isJsonObject(before) || !isJsonObject(after)) return changed(before, after, shape, path);
      return Object.entries(shape.fields).flatMap(([field, inner]) =>
        differencesBetween(ownValue(before, field), ownValue(after, field), inner, [...path, field]),
      );
  }
}

function changed(before: Json | undefined, after: Json, shape: Shape, path: readonly string[]): readonly Difference[] {
  if (before !== undefined && canonicalText(before) === canonicalText(after)) return [];
  const wanted = heldRoles(after, shape);
  const roles = heldRoles(before, shape).filter((role) => !wanted.includes(role));
  return [{ direction: 'changed', path, ...(before !== undefined && { before }), after, roles }];
}

function listDifferences(
  before: readonly string[],
  after: readonly string[],
  shape: Shape,
  path: readonly string[],
): readonly Difference[] {
  const [live, wanted] = [new Set(before), new Set(after)];
  const missing = [...wanted].filter((entry) => !live.has(entry)).sort(compareText);
  const extra = [...live].filter((entry) => !wanted.has(entry)).sort(compareText);
  return [
    ...(extra.length === 0
      ? []
      : [{ direction: 'extra' as const, path, before: extra, roles: heldRoles(extra, shape) }]),
    ...(missing.length === 0 ? [] : [{ direction: 'missing' as const, path, after: missing, roles: [] }]),
  ];
}

function mapDifferences(
  before: JsonObject,
  after: JsonObject,
  shape: Shape,
  path: readonly string[],
): readonly Difference[] {
  const entries = sortedEntries(before).flatMap(([key, live]): readonly Difference[] => {
    const at = [...path, key];
    const wanted = ownValue(after, key);
    if (wanted !== undefined) return differencesBetween(live, wanted, shape, at);
    return [{ direction: 'extra', path: at, before: live, roles: heldRoles(live, shape) }];
  });
  const missing = sortedEntries(after)
    .filter(([key]) => !Object.hasOwn(before, key))
    .map(([key, wanted]): Difference => ({ direction: 'missing', path: [...path, key], after: wanted, roles: [] }));
  return [...entries, ...missing];
}

function sortedEntries(object: JsonObject): readonly [string, Json][] {
  return Object.entries(object).sort(([a], [b]) => compareText(a, b));
}

/** One side of several differences as an object again; undefined where none has that side. */
export function sideOf(differences: readonly Difference[], side: 'before' | 'after'): JsonObject | undefined {
  return differences.reduce<JsonObject | undefined>((object, { path, [side]: value }) => {
    return value === undefined ? object : placed(object ?? {}, path, value);
  }, undefined);
}

/** Keys are names from outside, `__proto__` among them. */
function placed(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json): JsonObject {
  const entries = new Map(Object.entries(object));
  entries.set(key, rest.length === 0 ? value : placed(objectOf(ownValue(object, key)), rest, value));
  return Object.fromEntries(entries);
}
