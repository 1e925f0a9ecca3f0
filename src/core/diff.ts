/** Compares one object's desired attributes with its live ones, along the shape of its kind. Knows nothing of policies. */
import { compareText, isJsonObject, ownValue, type Json, type JsonObject } from './json.js';
import type { CollectionKey, Edit, RecordShape, Shape } from './shape.js';

export interface Difference {
  /** The live attributes with the edits made. */
  readonly after: JsonObject;
  readonly edits: readonly Edit[];
  /** Live entries of collections that desired does not list and that stay, by the collection's key. */
  readonly unlisted: readonly { readonly key: CollectionKey; readonly entry: string }[];
}

/** Whether a live but unlisted entry of a collection is to be removed. */
export type IsRemovable = (key: CollectionKey, entry: string) => boolean;

/** `live` undefined: the object is to be created, so everything given is new and nothing is unlisted. */
export function diffAttributes(
  desired: JsonObject,
  live: JsonObject | undefined,
  shape: RecordShape,
  isRemovable: IsRemovable,
): Difference {
  const edits: Edit[] = [];
  const unlisted: { key: CollectionKey; entry: string }[] = [];
  const walk: Walk = { edits, unlisted, isRemovable };
  const after = diffRecord(desired, live ?? {}, shape, [], walk);
  return { after, edits, unlisted };
}

interface Walk {
  readonly edits: Edit[];
  readonly unlisted: { key: CollectionKey; entry: string }[];
  readonly isRemovable: IsRemovable;
}

type Path = readonly string[];

function diffShape(desired: Json, live: Json | undefined, shape: Shape, path: Path, walk: Walk): Json {
  switch (shape.type) {
    case 'value':
      if (shape.secret === true || shape.writeOnly === true) return desired;
      if (live !== desired) walk.edits.push({ type: 'set', path, before: live, after: desired });
      return desired;
    case 'set':
      return diffSet(textList(desired), textList(live), path, walk);
    case 'collection':
      return diffCollection(textList(desired), textList(live), shape.key, path, walk);
    case 'map':
      return diffMap(objectOf(desired), objectOf(live), shape.value, path, walk);
    case 'record':
      // A word instead of an object (`none`) on either side is a change of the whole.
      if (!isJsonObject(desired) || (live !== undefined && !isJsonObject(live))) {
        if (desired !== live) walk.edits.push({ type: 'set', path, before: live, after: desired });
        return desired;
      }
      if (live === undefined) {
        walk.edits.push({ type: 'set', path, before: undefined, after: desired });
        return desired;
      }
      return diffRecord(desired, live, shape, path, walk);
  }
}

function diffRecord(desired: JsonObject, live: JsonObject, shape: RecordShape, path: Path, walk: Walk): JsonObject {
  const after: Record<string, Json> = {};
  for (const [field, fieldShape] of Object.entries(shape.fields).sort(([a], [b]) => compareText(a, b))) {
    const wanted = desired[field];
    const found = live[field];
    if (wanted !== undefined) {
      after[field] = diffShape(wanted, found, fieldShape, [...path, field], walk);
    } else if (found !== undefined) {
      after[field] = found;
    }
  }
  return after;
}

function diffMap(desired: JsonObject, live: JsonObject, value: Shape, path: Path, walk: Walk): JsonObject {
  // Keys are names from outside, `__proto__` and `constructor` among them.
  const after: [string, Json][] = [];
  const keys = [...new Set([...Object.keys(desired), ...Object.keys(live)])].sort(compareText);
  for (const key of keys) {
    const wanted = ownValue(desired, key);
    const found = ownValue(live, key);
    if (wanted !== undefined) after.push([key, diffShape(wanted, found, value, [...path, key], walk)]);
    else if (found !== undefined) walk.edits.push({ type: 'unset', path: [...path, key], before: found });
  }
  return Object.fromEntries(after);
}

function diffSet(desired: readonly string[], live: readonly string[], path: Path, walk: Walk): readonly string[] {
  const wanted = new Set(desired);
  const found = new Set(live);
  const added = [...wanted].filter((entry) => !found.has(entry)).sort(compareText);
  const removed = [...found].filter((entry) => !wanted.has(entry)).sort(compareText);
  if (added.length + removed.length > 0) walk.edits.push({ type: 'members', path, added, removed });
  return [...wanted].sort(compareText);
}

function diffCollection(
  desired: readonly string[],
  live: readonly string[],
  key: CollectionKey,
  path: Path,
  walk: Walk,
): readonly string[] {
  const wanted = new Set(desired);
  const found = new Set(live);
  const added = [...wanted].filter((entry) => !found.has(entry)).sort(compareText);
  const removed: string[] = [];
  const after = new Set(wanted);
  for (const entry of [...found].filter((candidate) => !wanted.has(candidate)).sort(compareText)) {
    if (walk.isRemovable(key, entry)) {
      removed.push(entry);
    } else {
      after.add(entry);
      walk.unlisted.push({ key, entry });
    }
  }
  if (added.length + removed.length > 0) walk.edits.push({ type: 'members', path, added, removed });
  return [...after].sort(compareText);
}

/** The attributes that result when only some of the edits are made. */
export function applyEdits(before: JsonObject, edits: readonly Edit[]): JsonObject {
  return edits.reduce((attributes, edit) => editAt(attributes, edit.path, edit), before);
}

function editAt(attributes: JsonObject, path: Path, edit: Edit): JsonObject {
  const [field, ...rest] = path;
  if (field === undefined) return attributes;
  const current = ownValue(attributes, field);
  const copy = new Map(Object.entries(attributes));
  if (rest.length > 0) copy.set(field, editAt(objectOf(current), rest, edit));
  else if (edit.type === 'set') copy.set(field, edit.after);
  else if (edit.type === 'unset') copy.delete(field);
  else {
    const removed = new Set(edit.removed);
    const entries = new Set([...textList(current), ...edit.added]);
    copy.set(field, [...entries].filter((entry) => !removed.has(entry)).sort(compareText));
  }
  return Object.fromEntries(copy);
}

export function textList(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

export function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}
