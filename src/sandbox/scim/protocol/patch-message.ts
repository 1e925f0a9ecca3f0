/** Reads the body of a PATCH into its operations; what their paths and values mean is decided later. */
import { isUrn } from './attribute-path.js';
import { byLowerCaseName, isObject } from './json-object.js';
import { badRequest } from './scim-error.js';

export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string | undefined;
  readonly value: unknown;
}

const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Names of members are accepted in any case, and members that no operation has are ignored. */
export function readPatchMessage(body: unknown, lenient: boolean): readonly PatchOperation[] {
  if (!isObject(body)) throw badRequest('invalidSyntax', 'The body of a PATCH must be a JSON object with Operations.');
  const members = byLowerCaseName(body, 'The body');
  const schemas = members.get('schemas');
  const named = Array.isArray(schemas) && schemas.some((each) => typeof each === 'string' && isUrn(each, patchOp));
  const missing = lenient && (schemas === undefined || schemas === null);
  if (!named && !missing) throw badRequest('invalidSyntax', `schemas of a PATCH must name ${patchOp}.`);
  const operations = members.get('operations');
  if (!Array.isArray(operations) || operations.length === 0) {
    throw badRequest('invalidSyntax', 'Operations must be a list of at least one operation.');
  }
  return operations.map((each, at) => readOperation(each, `Operations[${at}]`, lenient));
}

function readOperation(given: unknown, where: string, lenient: boolean): PatchOperation {
  if (!isObject(given)) throw badRequest('invalidSyntax', `${where} must be an object with op, path and value.`);
  const members = byLowerCaseName(given, where);
  const said = members.get('op');
  // Entra ID writes Add, Replace and Remove.
  const op = typeof said === 'string' && lenient ? said.toLowerCase() : said;
  if (op !== 'add' && op !== 'remove' && op !== 'replace') {
    throw badRequest('invalidSyntax', `${where}.op must be add, remove or replace.`);
  }
  const path = members.get('path') ?? undefined;
  if (path !== undefined && typeof path !== 'string') {
    throw badRequest('invalidPath', `${where}.path must be a string.`);
  }
  const value = members.get('value');
  if (op !== 'remove' && value === undefined) {
    throw badRequest('invalidValue', `${where} must have a value; null unassigns.`);
  }
  return { op, path: lenient && path?.trim() === '' ? undefined : path, value };
}
