import { attributesOf, extensionNamed, resolvePath } from './attribute-path.js';
import { type Attribute } from './attribute.js';
import { isObject } from './json-object.js';
import { assigned } from './read-value.js';
import { type Resource, type ResourceType } from './schemas.js';
import { badRequest } from './scim-error.js';

export interface Projection {
  readonly attributes: readonly string[] | undefined;
  readonly excludedAttributes: readonly string[] | undefined;
}

/**
 * What of a resource an answer shows, with its `schemas`. Either names what to show or what to leave out; what is always
 * returned stays, what never is does not appear, and names of nothing are ignored (RFC 7644 section 3.9).
 */
export function project(
  resource: Resource,
  type: ResourceType,
  { attributes, excludedAttributes }: Projection,
): Resource {
  if (attributes !== undefined && excludedAttributes !== undefined) {
    throw badRequest('invalidValue', 'Give attributes or excludedAttributes, not both.');
  }
  const wanted = attributes && selected(attributes, type);
  const unwanted = excludedAttributes && selected(excludedAttributes, type);
  const shown = (extension: string | undefined, attribute: Attribute, value: unknown): unknown => {
    if (attribute.returned === 'never') return undefined;
    if (attribute.returned === 'always') return value;
    const key = keyOf(extension, attribute);
    if (wanted !== undefined) return only(value, wanted.get(key), true);
    if (attribute.returned === 'request') return undefined;
    return unwanted === undefined ? value : only(value, unwanted.get(key), false);
  };
  const visible = (extension: string | undefined, known: readonly Attribute[], holder: Resource) =>
    assigned(known.map((attribute) => [attribute.name, shown(extension, attribute, holder[attribute.name])] as const));

  const own = visible(undefined, attributesOf(type).filter(isNot('schemas')), resource);
  const extensions = type.extensions.flatMap(({ id, attributes: known }) => {
    const held = resource[id];
    const part = isObject(held) ? visible(id, known, held) : undefined;
    return part === undefined ? [] : [[id, part] as const];
  });
  const { meta, ...rest } = own ?? {};
  return {
    schemas: [type.schema.id, ...extensions.map(([id]) => id)],
    ...rest,
    ...Object.fromEntries(extensions),
    ...(meta === undefined ? {} : { meta }),
  };
}

/** The parts of each attribute that are named; undefined as the parts: the attribute as a whole. */
type Selection = ReadonlyMap<string, ReadonlySet<string> | 'whole'>;

function selected(names: readonly string[], type: ResourceType): Selection {
  const found = new Map<string, Set<string> | 'whole'>();
  for (const name of names.map((each) => each.trim())) {
    const extension = extensionNamed(name, type);
    for (const attribute of extension?.attributes ?? []) found.set(keyOf(extension?.id, attribute), 'whole');
    const path = resolvePath(name, type);
    if (path === undefined) continue;
    const key = keyOf(path.extension, path.attribute);
    const before = found.get(key);
    if (path.sub === undefined || before === 'whole') found.set(key, 'whole');
    else found.set(key, new Set(before).add(path.sub.name));
  }
  return found;
}

/** Of a value the parts that are named, or those that are not. */
function only(value: unknown, parts: ReadonlySet<string> | 'whole' | undefined, named: boolean): unknown {
  if (parts === undefined) return named ? undefined : value;
  if (parts === 'whole') return named ? value : undefined;
  const cut = (element: unknown) =>
    isObject(element) ? assigned(Object.entries(element).filter(([name]) => parts.has(name) === named)) : undefined;
  if (!Array.isArray(value)) return cut(value);
  const elements = value.map(cut).filter((each) => each !== undefined);
  return elements.length === 0 ? undefined : elements;
}

const keyOf = (extension: string | undefined, { name }: Attribute): string => `${extension ?? ''} ${name}`;
const isNot =
  (unwanted: string) =>
  ({ name }: Attribute): boolean =>
    name !== unwanted;
