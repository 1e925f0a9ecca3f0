/** One operation upon one attribute, once its path is understood. */
import { type Attribute } from './attribute.js';
import { printPath } from './attribute-path.js';
import { type ValuePath } from './filter-parser.js';
import { asElement, readParts } from './read-value.js';
import { badRequest, type ScimError } from './scim-error.js';

export interface Edit extends ValuePath {
  readonly op: 'add' | 'remove' | 'replace';
  /** As the request says it. */
  readonly value: unknown;
  readonly lenient: boolean;
  readonly noTargetOnReplace: 'create' | 'error';
}

/** RFC 7644 section 3.5.2.2 calls it a matter of mutability to take a required attribute away. */
export function checkRemovable(attribute: Attribute, where: string): void {
  if (attribute.required) throw badRequest('mutability', `${where} is required and cannot be removed.`);
}

export const noTarget = ({ path, op }: Edit): ScimError =>
  badRequest('noTarget', `Nothing in ${path.attribute.name} matches the path, so there is nothing to ${op}.`);

/** The parts of an element that the value of an operation says; a list of one element stands for the element. */
export function elementParts({ path, value, lenient }: Edit): ReadonlyMap<string, unknown> {
  const { attribute } = path;
  const one: unknown = lenient && Array.isArray(value) && value.length === 1 ? value[0] : value;
  return readParts(asElement(one, attribute, lenient), attribute, lenient, printPath({ ...path, sub: undefined }));
}

export const isUnassigned = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);
