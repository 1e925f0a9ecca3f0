import { byLowerCaseName, isObject, type JsonObject } from './json-object.js';
import { equalities } from './equality-of.js';
import { matches } from './matches.js';
import { type Draft } from './patch-draft.js';
import { elementParts, isUnassigned, noTarget, type Edit } from './patch-edit.js';
import { readValue } from './read-value.js';
import { badRequest } from './scim-error.js';

/**
 * An operation upon a list of references: the members of a group. They are told apart by `value` alone, added and removed,
 * never edited, and never made up from a path that matches nobody.
 */
export function editReferences(draft: Draft, edit: Edit): void {
  const { op, path, filter } = edit;
  const elements = draft.references(path);
  if (filter !== undefined || path.sub !== undefined) editChosen(elements, edit);
  else if (op === 'remove') removeListed(elements, edit);
  else {
    const given = (readValue(edit.value, path.attribute, edit.lenient) ?? []) as readonly JsonObject[];
    const known = new Map(elements);
    if (op === 'replace') elements.clear();
    for (const element of given) {
      const id = String(element['value']);
      if (!elements.has(id)) elements.set(id, known.get(id) ?? element);
    }
  }
}

/** With a value only those that it lists, whatever else it says of them; Entra ID removes members so. Else all. */
function removeListed(elements: Map<string, JsonObject>, { path, value }: Edit): void {
  if (value === undefined || value === null) {
    elements.clear();
    return;
  }
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [at, each] of listed.entries()) {
    const id = isObject(each) ? byLowerCaseName(each, path.attribute.name).get('value') : each;
    if (typeof id !== 'string') {
      throw badRequest('invalidValue', `${path.attribute.name}[${at}] must name whom to remove by its value.`);
    }
    elements.delete(id);
  }
}

function editChosen(elements: Map<string, JsonObject>, edit: Edit): void {
  const { op, path } = edit;
  const chosen = chosenBy(elements, edit);
  if (op === 'remove') {
    if (path.sub !== undefined) throw neverEdited(edit);
    for (const id of chosen) elements.delete(id);
    return;
  }
  if (chosen.length === 0) throw noTarget(edit);
  const { sub } = path;
  const parts = isUnassigned(edit.value)
    ? new Map<string, unknown>([[sub?.name ?? 'value', undefined]])
    : sub === undefined
      ? elementParts(edit)
      : new Map([[sub.name, readValue(edit.value, sub, edit.lenient)]]);
  for (const id of chosen) {
    const element = elements.get(id);
    if ([...parts].some(([name, value]) => element?.[name] !== value)) throw neverEdited(edit);
  }
}

/** The usual `members[value eq "id"]` is looked up; only other filters look at every element. */
function chosenBy(elements: ReadonlyMap<string, JsonObject>, { filter }: Edit): readonly string[] {
  if (filter === undefined) return [...elements.keys()];
  const [only, ...others] = equalities(filter) ?? [];
  if (only?.path.attribute.name === 'value' && only.path.attribute.caseExact && others.length === 0) {
    const id = String(only.value);
    return elements.has(id) ? [id] : [];
  }
  return [...elements].filter(([, element]) => matches(filter, element)).map(([id]) => id);
}

const neverEdited = ({ path }: Edit) =>
  badRequest('mutability', `Elements of ${path.attribute.name} are added and removed, never edited.`);
