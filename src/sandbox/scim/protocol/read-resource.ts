import { type Attribute } from './attribute.js';
import { attributesOf, isUrn } from './attribute-path.js';
import { byLowerCaseName, isObject, type JsonObject } from './json-object.js';
import { readValue } from './read-value.js';
import { type Resource, type ResourceType } from './schemas.js';
import { badRequest } from './scim-error.js';

export interface ReadOptions {
  /** Accept what identity providers send although RFC 7643 does not allow it. */
  readonly lenient: boolean;
}

/** The body of a POST or a PUT, as it is stored. Attributes that only the service writes are ignored, as are unknown ones. */
export function readResource(body: unknown, type: ResourceType, { lenient }: ReadOptions): Resource {
  if (!isObject(body)) throw badRequest('invalidSyntax', `The body must be a JSON object: a ${type.name}.`);
  const members = byLowerCaseName(body, 'The body');
  checkSchemas(members.get('schemas'), type, lenient);
  const stored = readAttributes(members, attributesOf(type), lenient, '');
  for (const { id, attributes } of type.extensions) {
    const given = members.get(id.toLowerCase());
    if (given === undefined || given === null) continue;
    if (!isObject(given)) throw badRequest('invalidValue', `${id} must be an object.`);
    const extension = readAttributes(byLowerCaseName(given, id), attributes, lenient, `${id}:`);
    if (Object.keys(extension).length > 0) stored[id] = extension;
  }
  return stored;
}

function readAttributes(
  members: ReadonlyMap<string, unknown>,
  attributes: readonly Attribute[],
  lenient: boolean,
  prefix: string,
): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const attribute of attributes) {
    if (attribute.mutability === 'readOnly') continue;
    const where = `${prefix}${attribute.name}`;
    const value = readValue(members.get(attribute.name.toLowerCase()), attribute, lenient, where);
    if (value === undefined && attribute.required) throw badRequest('invalidValue', `${where} is required.`);
    if (value !== undefined && attribute.mutability !== 'writeOnly') stored[attribute.name] = value;
  }
  return stored;
}

/** Unknown URNs are ignored: Entra ID sends one of its own with every group. */
function checkSchemas(given: JsonObject[string], { schema }: ResourceType, lenient: boolean): void {
  if (lenient && (given === undefined || given === null)) return;
  const named: readonly unknown[] | undefined = Array.isArray(given) ? given : undefined;
  if (named === undefined || !named.every((each) => typeof each === 'string')) {
    throw badRequest('invalidSyntax', 'schemas must be a list of the URNs of the schemas that the body uses.');
  }
  if (!lenient && !named.some((each) => isUrn(each, schema.id))) {
    throw badRequest('invalidSyntax', `schemas must name ${schema.id}.`);
  }
}
