import { type Attribute } from './attribute.js';
import { printPath } from './attribute-path.js';
import { comparable } from './comparable.js';
import { equalities } from './equality-of.js';
import { type Filter } from './filter.js';
import { isObject, type JsonObject } from './json-object.js';
import { matches } from './matches.js';
import { type Draft } from './patch-draft.js';
import { checkRemovable, elementParts, isUnassigned, noTarget, type Edit } from './patch-edit.js';
import { assigned, asElement, readParts, readValue } from './read-value.js';
import { sameValue } from './same-value.js';
import { badRequest } from './scim-error.js';

type Parts = ReadonlyMap<string, unknown>;

/** What an operation makes of a list: its elements, and those of them that it calls primary. */
interface Edited {
  readonly elements: readonly (JsonObject | undefined)[];
  readonly primary: readonly (JsonObject | undefined)[];
}

/** An operation upon a list whose elements can be edited, such as e-mail addresses. */
export function editList(draft: Draft, edit: Edit): void {
  const { path, op, filter, value } = edit;
  const held = draft.get(path);
  const before = Array.isArray(held) ? held.filter(isObject) : [];
  const whole = filter === undefined && path.sub === undefined;
  const edited = whole
    ? op === 'remove'
      ? unchanged(removeListed(before, edit))
      : op === 'add'
        ? addAll(before, edit)
        : unchanged((readValue(value, path.attribute, edit.lenient) ?? []) as readonly JsonObject[])
    : op === 'remove'
      ? unchanged(removeChosen(before, edit))
      : setChosen(before, edit);
  const after = onePrimary(edited, path.attribute);
  if (after.length === 0 && before.length > 0) checkRemovable(path.attribute, printPath(path));
  draft.set(path, after.length === 0 ? undefined : after);
}

const unchanged = (elements: Edited['elements']): Edited => ({ elements, primary: [] });

/** A new primary takes the place of the old one (RFC 7644 section 3.5.2). */
function onePrimary({ elements, primary }: Edited, { name }: Attribute): readonly JsonObject[] {
  const kept = elements.filter((each) => each !== undefined);
  const [chosen, ...others] = new Set(primary);
  if (others.length > 0) throw badRequest('invalidValue', `${name} can have one primary value, not several.`);
  if (chosen === undefined) return kept;
  return kept.map((each) => (each['primary'] === true && each !== chosen ? { ...each, primary: false } : each));
}

/** Appends what is not there. The same value of the same type is the same element, and what is new of it is noted. */
function addAll(before: readonly JsonObject[], { path, value, lenient }: Edit): Edited {
  const { attribute } = path;
  const elements = [...before];
  let primary: number | undefined;
  for (const given of (readValue(value, attribute, lenient) ?? []) as readonly JsonObject[]) {
    const same = elements.findIndex((each) => sameElement(each, given, attribute));
    const known = same >= 0 ? same : elements.findIndex((each) => says(each, given, attribute));
    const at = known >= 0 ? known : elements.length;
    elements[at] = { ...elements[at], ...given };
    if (given['primary'] === true) primary = at;
  }
  return { elements, primary: primary === undefined ? [] : [elements[primary]] };
}

/** With a value only those that it describes; else all. */
function removeListed(before: readonly JsonObject[], { path, value, lenient }: Edit): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  const { attribute } = path;
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  const described = listed.map((each, at) => {
    const where = `${printPath(path)}[${at}]`;
    const parts = assigned(readParts(asElement(each, attribute, lenient), attribute, lenient, where));
    if (parts === undefined) throw badRequest('invalidValue', `${where} must say which element to remove.`);
    const { value: id, type } = parts;
    return id === undefined ? parts : (assigned(Object.entries({ value: id, type })) ?? {});
  });
  return before.filter((each) => !described.some((parts) => says(each, parts, attribute)));
}

function removeChosen(before: readonly JsonObject[], edit: Edit): Edited['elements'] {
  const { sub } = edit.path;
  if (sub === undefined) return before.filter((each) => !isChosen(each, edit));
  checkRemovable(sub, printPath(edit.path));
  return before.map((each) => (isChosen(each, edit) ? merged(each, new Map([[sub.name, undefined]])) : each));
}

/** Sets a part of the chosen elements, or merges into them (add), or puts a new one in their place (replace). */
function setChosen(before: readonly JsonObject[], edit: Edit): Edited {
  const { op, path, filter, value, lenient } = edit;
  const { sub } = path;
  const none = isUnassigned(value);
  if (none && op === 'add') return unchanged(before);
  if (none) return unchanged(removeChosen(before, edit));
  const parts: Parts =
    sub === undefined ? elementParts(edit) : new Map([[sub.name, readValue(value, sub, lenient, printPath(path))]]);
  const replaces = sub === undefined && op === 'replace';
  const primary: (JsonObject | undefined)[] = [];
  const made = (base: JsonObject): JsonObject | undefined => {
    const element = merged(base, parts);
    if (parts.get('primary') === true) primary.push(element);
    return element;
  };
  const described = filter === undefined ? {} : describedBy(filter);
  if (before.some((each) => isChosen(each, edit))) {
    const elements = before.map((each) => (isChosen(each, edit) ? made(replaces ? (described ?? {}) : each) : each));
    return { elements, primary };
  }
  // Entra ID writes the first work e-mail of a person as emails[type eq "work"].value, with replace as with add.
  if (described === undefined || (op === 'replace' && edit.noTargetOnReplace === 'error')) throw noTarget(edit);
  const created = made(described);
  if (described['primary'] === true) primary.push(created);
  return { elements: [...before, created], primary };
}

const isChosen = (element: JsonObject, { filter }: Edit): boolean => filter === undefined || matches(filter, element);

/** The one element that a filter describes: all its equalities; undefined where it says anything else or contradicts itself. */
function describedBy(filter: Filter): JsonObject | undefined {
  const found: Record<string, unknown> = {};
  for (const { path, value } of equalities(filter) ?? []) {
    const { name } = path.attribute;
    if (Object.hasOwn(found, name) && found[name] !== value) return undefined;
    found[name] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

const merged = (base: JsonObject, parts: Parts): JsonObject | undefined =>
  assigned(new Map([...Object.entries(base), ...parts]));

/** RFC 7643 section 2.4: the same value of the same type should not come twice. */
function sameElement(one: JsonObject, other: JsonObject, { subAttributes = [] }: Attribute): boolean {
  if (one['value'] === undefined || other['value'] === undefined) return false;
  return subAttributes
    .filter(({ name }) => name === 'value' || name === 'type')
    .every((sub) => comparable(one[sub.name], sub) === comparable(other[sub.name], sub));
}

/** Whether an element has every part that is given, as the schema compares. */
function says(element: JsonObject, given: JsonObject, { subAttributes = [] }: Attribute): boolean {
  return subAttributes
    .filter(({ name }) => given[name] !== undefined)
    .every((sub) => {
      const wanted = comparable(given[sub.name], sub);
      return wanted === undefined
        ? sameValue(element[sub.name], given[sub.name])
        : comparable(element[sub.name], sub) === wanted;
    });
}
