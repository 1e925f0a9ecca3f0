import { holdsReferences } from './attribute.js';
import { extensionNamed, printPath, resolvePath } from './attribute-path.js';
import { FilterParser, type ValuePath } from './filter-parser.js';
import { byLowerCaseName, isObject } from './json-object.js';
import { Draft } from './patch-draft.js';
import { type Edit } from './patch-edit.js';
import { editList } from './patch-list.js';
import { readPatchMessage, type PatchOperation } from './patch-message.js';
import { editReferences } from './patch-references.js';
import { editSingle } from './patch-single.js';
import { readValue } from './read-value.js';
import { type Resource, type ResourceType, type Schema } from './schemas.js';
import { badRequest } from './scim-error.js';

export interface PatchOptions {
  readonly lenient: boolean;
  /** What a replace of `emails[type eq "work"]` does where there is none: RFC 7644 refuses, Entra ID wants it created. */
  readonly noTargetOnReplace: 'create' | 'error';
}

/** The operations of a request upon one draft, in the dialects of Okta and Entra ID as in that of RFC 7644. */
interface Patch extends PatchOptions {
  readonly draft: Draft;
  readonly type: ResourceType;
}

/** All operations or none; the same object where they change nothing. */
export function applyPatch(resource: Resource, body: unknown, type: ResourceType, options: PatchOptions): Resource {
  const patch: Patch = { ...options, draft: new Draft(resource), type };
  for (const operation of readPatchMessage(body, options.lenient)) applyOperation(patch, operation);
  return patch.draft.finish();
}

function applyOperation(patch: Patch, { op, path, value }: PatchOperation): void {
  if (path === undefined) {
    if (op === 'remove') throw badRequest('noTarget', 'A remove must have a path.');
    applyMembers(patch, op, value, '');
    return;
  }
  const extension = extensionNamed(path, patch.type);
  if (extension !== undefined) applyExtension(patch, op, extension, value);
  else applyTarget(patch, op, parsePath(path, patch), value, 'refuse');
}

/** A value that names what it sets, be it by attribute, by path or by the URN of an extension. What is not named stays. */
function applyMembers(patch: Patch, op: 'add' | 'replace', given: unknown, prefix: string): void {
  const value: unknown = patch.lenient && Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (!isObject(value)) throw badRequest('invalidValue', `${prefix || 'A value without a path'} must be an object.`);
  byLowerCaseName(value, prefix || 'The value');
  for (const [name, each] of Object.entries(value)) {
    const extension = prefix === '' ? extensionNamed(name, patch.type) : undefined;
    if (extension !== undefined) {
      applyExtension(patch, op, extension, each);
      continue;
    }
    const path = resolvePath(prefix + name, patch.type);
    if (path !== undefined) applyTarget(patch, op, { path, filter: undefined }, each, 'ignore');
    else if (name.includes('[')) applyTarget(patch, op, parsePath(prefix + name, patch), each, 'ignore');
  }
}

function applyExtension(patch: Patch, op: PatchOperation['op'], { id, attributes }: Schema, value: unknown): void {
  if (op !== 'remove' && value !== null) {
    applyMembers(patch, op, value, `${id}:`);
    return;
  }
  if (op === 'add') return;
  for (const attribute of attributes) {
    const path = { extension: id, base: undefined, attribute, sub: undefined };
    editValue(patch.draft, { ...patch, op: 'remove', path, filter: undefined, value: undefined });
  }
}

function parsePath(text: string, { type, lenient }: Patch): ValuePath {
  const resolve = (name: string) => resolvePath(name, type);
  const found = new FilterParser(text, resolve, lenient, 'invalidPath').valuePath();
  if (found.filter !== undefined && !found.path.attribute.multiValued) {
    throw badRequest('invalidPath', `${found.path.attribute.name} has one value, so none of it can be chosen.`);
  }
  return found;
}

/** Okta sends the `id` along when it renames a group: what is readOnly may be repeated, and beside others it is ignored. */
function applyTarget(
  patch: Patch,
  op: PatchOperation['op'],
  target: ValuePath,
  value: unknown,
  readOnly: 'refuse' | 'ignore',
): void {
  const { path } = target;
  if ((path.sub ?? path.attribute).mutability === 'readOnly' || path.attribute.mutability === 'readOnly') {
    const repeats = op !== 'remove' && typeof value === 'string' && patch.draft.get(path) === value;
    const harmless = readOnly === 'ignore' && path.attribute.name !== 'id';
    if (repeats || harmless) return;
    throw badRequest('mutability', `${printPath(path)} is written by the service only.`);
  }
  if (path.attribute.mutability === 'writeOnly') readValue(value, path.attribute, patch.lenient);
  else editValue(patch.draft, { ...patch, ...target, op, value });
}

function editValue(draft: Draft, edit: Edit): void {
  const { attribute } = edit.path;
  if (!attribute.multiValued) editSingle(draft, edit);
  else if (holdsReferences(attribute)) editReferences(draft, edit);
  else editList(draft, edit);
}
