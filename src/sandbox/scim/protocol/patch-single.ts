import { printPath } from './attribute-path.js';
import { isObject, type JsonObject } from './json-object.js';
import { type Draft } from './patch-draft.js';
import { checkRemovable, elementParts, isUnassigned, type Edit } from './patch-edit.js';
import { assigned, readValue } from './read-value.js';
import { badRequest } from './scim-error.js';

/**
 * An operation upon an attribute that has one value. Add and replace both set it; of a complex value they set the parts that
 * are given (RFC 7644 section 3.5.2). Adding nothing changes nothing, replacing by nothing unassigns.
 */
export function editSingle(draft: Draft, edit: Edit): void {
  const { op, path, value } = edit;
  const { attribute, sub } = path;
  const before = draft.get(path);
  if (op === 'remove') {
    checkRemovable(sub ?? attribute, printPath(path));
    draft.set(path, sub === undefined ? undefined : merged(before, new Map([[sub.name, undefined]])));
    return;
  }
  const none = isUnassigned(value) || (edit.lenient && (sub ?? attribute).type === 'complex' && value === '');
  if (none) {
    if (op === 'add') return;
    if ((sub ?? attribute).required) throw badRequest('invalidValue', `${printPath(path)} is required.`);
    draft.set(path, sub === undefined ? undefined : merged(before, new Map([[sub.name, undefined]])));
  } else if (sub !== undefined) {
    draft.set(path, merged(before, new Map([[sub.name, readValue(value, sub, edit.lenient, printPath(path))]])));
  } else if (attribute.type === 'complex') {
    draft.set(path, merged(before, elementParts(edit)));
  } else {
    draft.set(path, readValue(value, attribute, edit.lenient, printPath(path)));
  }
}

/** What described the old manager, its `$ref` above all, does not describe a new one. */
function merged(before: unknown, parts: ReadonlyMap<string, unknown>): JsonObject | undefined {
  const known = isObject(before) ? before : {};
  const another = parts.has('value') && parts.get('value') !== known['value'];
  return assigned(new Map([...(another ? [] : Object.entries(known)), ...parts]));
}
