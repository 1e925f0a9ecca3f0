import { valueOf } from './attribute.js';
import { printPath, resolvePath, valuesAt, type AttributePath } from './attribute-path.js';
import { comparable, type Comparable } from './comparable.js';
import { isObject } from './json-object.js';
import { type Resource, type ResourceType } from './schemas.js';
import { badRequest } from './scim-error.js';

/**
 * In order of one attribute (RFC 7644 section 3.4.2.3): text by its case rule, of a list the primary value or else the first;
 * resources without a value come last when ascending, first when descending. Equal ones keep the order they had.
 */
export function sortResources(
  resources: readonly Resource[],
  sortBy: string,
  sortOrder: 'ascending' | 'descending',
  type: ResourceType | readonly ResourceType[],
): readonly Resource[] {
  const path = sortPath(sortBy, 'name' in type ? [type] : type);
  const direction = sortOrder === 'descending' ? -1 : 1;
  return resources
    .map((resource) => ({ resource, key: sortKey(resource, path) }))
    .sort((one, other) => direction * order(one.key, other.key))
    .map(({ resource }) => resource);
}

function sortPath(sortBy: string, types: readonly ResourceType[]): AttributePath {
  const path = types.map((type) => resolvePath(sortBy, type)).find((each) => each !== undefined);
  if (path === undefined || path.attribute.returned === 'never') {
    throw badRequest('invalidValue', `sortBy names no attribute: ${JSON.stringify(sortBy.slice(0, 60))}.`);
  }
  const whole = path.sub === undefined && path.attribute.type === 'complex';
  const sub = whole ? valueOf(path.attribute) : path.sub;
  if (whole && sub === undefined) {
    throw badRequest('invalidValue', `sortBy must name a part of ${printPath(path)}, which has no value of its own.`);
  }
  return { ...path, sub };
}

function sortKey(resource: Resource, path: AttributePath): Comparable | undefined {
  const elements = valuesAt(resource, { ...path, sub: undefined });
  const chosen = elements.find((element) => isObject(element) && element['primary'] === true) ?? elements[0];
  const value = path.sub === undefined ? chosen : isObject(chosen) ? chosen[path.sub.name] : undefined;
  return comparable(value, path.sub ?? path.attribute);
}

function order(one: Comparable | undefined, other: Comparable | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -1 : 1;
}
