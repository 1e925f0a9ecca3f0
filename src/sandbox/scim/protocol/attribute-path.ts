/** From `emails.value`, `manager` or `urn:...:User:department` to the attribute that it names, and on to its values. */
import { attributeNamed, type Attribute } from './attribute.js';
import { type Resource, type ResourceType, type Schema } from './schemas.js';

export interface AttributePath {
  /** The URN of the extension that holds the attribute; undefined for the resource itself. */
  readonly extension: string | undefined;
  /** The URN of the base schema where the text named it, so that a user is never taken for a group of the same name. */
  readonly base: string | undefined;
  readonly attribute: Attribute;
  readonly sub: Attribute | undefined;
}

/**
 * The attribute of that name. A URN ends at the colon after a known one, for URNs hold colons and dots themselves. Without a
 * URN the extensions are searched too: Entra ID asks for `manager eq "..."`.
 */
export function resolvePath(text: string, type: ResourceType): AttributePath | undefined {
  const schemas = [type.schema, ...type.extensions];
  const named = schemas.find(({ id }) => text[id.length] === ':' && isUrn(text.slice(0, id.length), id));
  const rest = named === undefined ? text : text.slice(named.id.length + 1);
  for (const schema of named === undefined ? schemas : [named]) {
    const isBase = schema === type.schema;
    const found = split(rest, isBase ? attributesOf(type) : schema.attributes);
    if (found === undefined) continue;
    const extension = isBase ? undefined : schema.id;
    return { ...found, extension, base: isBase ? named?.id : undefined };
  }
  return undefined;
}

/** The sub-attribute of that name as a path of its own, for a filter inside of brackets. */
export function resolveWithin(text: string, owner: Attribute): AttributePath | undefined {
  const attribute = attributeNamed(text, owner.subAttributes ?? []);
  return attribute && { extension: undefined, base: undefined, attribute, sub: undefined };
}

/** All attributes that a resource holds itself, those of extensions aside. */
export const attributesOf = (type: ResourceType): readonly Attribute[] => [...type.unlisted, ...type.schema.attributes];

export const extensionNamed = (text: string, type: ResourceType): Schema | undefined =>
  type.extensions.find(({ id }) => isUrn(text, id));

/** URNs are compared like attribute names, without regard to case, as Entra ID sends them. */
export const isUrn = (text: string, urn: string): boolean => text.toLowerCase() === urn.toLowerCase();

/** `emails.value`, below its extension if it has one. */
export const printPath = ({ extension, attribute, sub }: AttributePath): string =>
  `${extension === undefined ? '' : `${extension}:`}${attribute.name}${sub === undefined ? '' : `.${sub.name}`}`;

/** Every value at the path: of a list each element, of a list's sub-attribute that of each element that has one. */
export function valuesAt(resource: Resource, { extension, base, attribute, sub }: AttributePath): readonly unknown[] {
  if (base !== undefined && Array.isArray(resource['schemas']) && !resource['schemas'].includes(base)) return [];
  const holder = extension === undefined ? resource : member(resource, extension);
  const value = member(holder, attribute.name);
  const elements: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (sub === undefined) return elements;
  return elements.map((element) => member(element, sub.name)).filter((each) => each !== undefined);
}

function split(text: string, attributes: readonly Attribute[]) {
  const [name = '', subName, tooMuch] = text.split('.', 3);
  const attribute = attributeNamed(name, attributes);
  if (attribute === undefined || tooMuch !== undefined) return undefined;
  if (subName === undefined) return { attribute, sub: undefined };
  const sub = attributeNamed(subName, attribute.subAttributes ?? []);
  return sub && { attribute, sub };
}

const member = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Resource)[name] : undefined;
