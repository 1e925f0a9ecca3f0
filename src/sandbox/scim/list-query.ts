import { badRequest } from './protocol/scim-error.js';
import { type Projection } from './protocol/project.js';

/** What a list is asked for, from the parameters of a GET or the body of a POST to `.search`. */
export interface ListQuery extends Projection {
  readonly filter: string | undefined;
  readonly sortBy: string | undefined;
  readonly sortOrder: 'ascending' | 'descending';
  readonly startIndex: number;
  /** Absent: as many as the service likes to send. */
  readonly count: number | undefined;
  /** The empty text asks for the first page by cursor. */
  readonly cursor: string | undefined;
}

type Give = (name: string) => unknown;

/** The parameters of a GET. A name that comes twice counts once, lists of attributes are joined. */
export const queryOfUrl = (parameters: URLSearchParams): ListQuery =>
  read((name) => {
    const given = parameters.getAll(name);
    return /attributes$/i.test(name) && given.length > 1 ? given.join(',') : given[0];
  });

/** The SearchRequest of a POST; names in any case. */
export function queryOfBody(body: unknown): ListQuery {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('invalidSyntax', 'The body must be a SearchRequest, a JSON object.');
  }
  const given = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  return read((name) => given.get(name.toLowerCase()) ?? undefined);
}

/** Which attributes the answer to a single request is to show. */
export function projectionOf(parameters: URLSearchParams): Projection {
  const { attributes, excludedAttributes } = queryOfUrl(parameters);
  return { attributes, excludedAttributes };
}

function read(give: Give): ListQuery {
  const sortOrder = text(give, 'sortOrder')?.toLowerCase() ?? 'ascending';
  if (sortOrder !== 'ascending' && sortOrder !== 'descending') {
    throw badRequest('invalidValue', 'sortOrder must be ascending or descending.');
  }
  const attributes = names(give, 'attributes');
  const excludedAttributes = names(give, 'excludedAttributes');
  if (attributes !== undefined && excludedAttributes !== undefined) {
    throw badRequest('invalidValue', 'Give attributes or excludedAttributes, not both.');
  }
  const cursor = text(give, 'cursor');
  // RFC 9865 has a word of its own for a wrong count.
  const count = whole(give, 'count', cursor === undefined ? 'invalidValue' : 'invalidCount');
  return {
    filter: text(give, 'filter'),
    attributes,
    excludedAttributes,
    sortBy: text(give, 'sortBy') === '' ? undefined : text(give, 'sortBy'),
    sortOrder,
    startIndex: Math.max(1, whole(give, 'startIndex', 'invalidValue') ?? 1),
    count: count === undefined ? undefined : Math.max(0, count),
    cursor,
  };
}

function text(give: Give, name: string): string | undefined {
  const value = give(name);
  if (value === undefined || typeof value === 'string') return value;
  throw badRequest('invalidValue', `${name} must be a string.`);
}

function whole(give: Give, name: string, scimType: 'invalidValue' | 'invalidCount'): number | undefined {
  const value = give(name);
  if (value === undefined || value === '') return undefined;
  const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (Number.isSafeInteger(number)) return number as number;
  throw badRequest(scimType, `${name} must be a whole number.`);
}

/** Names with commas between them, or a list of names. None at all is as good as not asked. */
function names(give: Give, name: string): readonly string[] | undefined {
  const value = give(name);
  if (value === undefined) return undefined;
  const given: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
  const trimmed = given.map((each) => {
    if (typeof each !== 'string') throw badRequest('invalidValue', `${name} must be names of attributes.`);
    return each.trim();
  });
  const told = trimmed.filter((each) => each !== '');
  return told.length === 0 ? undefined : told;
}
