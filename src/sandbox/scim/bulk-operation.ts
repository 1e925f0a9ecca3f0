import { decoded } from './bulk-references.js';
import { badRequest, ScimError } from './protocol/scim-error.js';
import { type Kind } from './directory.js';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** One operation of a bulk as it was sent; what is wrong with it is found when its turn comes. */
export interface BulkOperation {
  readonly method: string;
  readonly path: string;
  readonly bulkId: string | undefined;
  readonly version: string | undefined;
  readonly data: unknown;
}

export interface BulkRequest {
  readonly operations: readonly BulkOperation[];
  /** After so many errors the rest is not done; absent: all are tried. */
  readonly failOnErrors: number | undefined;
}

const requestUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/** No identity provider sends bulks, so what RFC 7643 section 3 requires of every message is required here. */
export function readBulk(body: unknown): BulkRequest {
  const request = fields(body);
  const operations = request?.get('operations');
  if (!Array.isArray(operations)) {
    throw badRequest('invalidSyntax', 'The body must be a BulkRequest: a JSON object with a list of Operations.');
  }
  const schemas = request?.get('schemas');
  const names = (each: unknown): boolean => typeof each === 'string' && each.toLowerCase() === requestUrn.toLowerCase();
  if (!Array.isArray(schemas) || !schemas.some(names)) {
    throw badRequest('invalidSyntax', `schemas must name ${requestUrn}.`);
  }
  const limit = request?.get('failonerrors') ?? undefined;
  if (limit !== undefined && !Number.isSafeInteger(limit)) {
    throw badRequest('invalidValue', 'failOnErrors must be a whole number.');
  }
  return {
    operations: operations.map(readOperation),
    failOnErrors: typeof limit === 'number' && limit > 0 ? limit : undefined,
  };
}

function readOperation(value: unknown, at: number): BulkOperation {
  const given = fields(value);
  if (given === undefined) throw badRequest('invalidSyntax', `Operation ${at + 1} must be a JSON object.`);
  const text = (name: string): string | undefined => {
    const field = given.get(name.toLowerCase()) ?? undefined;
    if (field === undefined || typeof field === 'string') return field;
    throw badRequest('invalidSyntax', `${name} of operation ${at + 1} must be a string.`);
  };
  return {
    method: text('method')?.toUpperCase() ?? '',
    path: text('path') ?? '',
    bulkId: text('bulkId'),
    version: text('version'),
    data: given.get('data'),
  };
}

/** By name in lower case; undefined where the value is no object. */
function fields(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field as unknown]));
}

/** What an operation is about: all of a kind for a POST, one resource for the others. */
export interface Target {
  readonly method: Method;
  readonly kind: Kind;
  readonly id: string | undefined;
}

export function targetOf({ method, path, bulkId }: BulkOperation): Target {
  const [, endpoint, id] = /(?:^|\/)(Users|Groups)(?:\/(bulkId:.*|[^/]+))?\/?$/i.exec(decoded(path)) ?? [];
  if (endpoint === undefined) throw badRequest('invalidValue', `A bulk cannot act on the path "${path}".`);
  const known = methods.find((each) => each === method);
  if (known === undefined) throw badRequest('invalidValue', `A bulk cannot ${method || 'act without a method'}.`);
  const target = { method: known, kind: endpoint.toLowerCase() === 'users' ? 'User' : 'Group', id } as const;
  if ((known === 'POST') !== (id === undefined)) {
    throw new ScimError(405, `${known} is not allowed on ${path}.`);
  }
  if (known === 'POST' && (bulkId === undefined || bulkId === '')) {
    throw badRequest('invalidValue', 'A POST in a bulk needs a bulkId.');
  }
  return target;
}
