import { type AttributePath } from './attribute-path.js';
import { isObject, type JsonObject } from './json-object.js';
import { sameValue } from './same-value.js';
import { type Resource } from './schemas.js';

/** A resource while it is patched. The original is never touched, so an operation that fails leaves nothing behind. */
export class Draft {
  readonly #original: Resource;
  readonly #values = new Map<string, { readonly path: AttributePath; readonly value: unknown }>();
  /** Members by whom they name: a PATCH may hold a thousand removals from a group of ten thousand. */
  readonly #references = new Map<
    string,
    { readonly path: AttributePath; readonly elements: Map<string, JsonObject> }
  >();

  constructor(original: Resource) {
    this.#original = original;
  }

  /** The value of a whole attribute. */
  get(path: AttributePath): unknown {
    const edited = this.#values.get(keyOf(path));
    return edited === undefined ? valueIn(this.#original, path) : edited.value;
  }

  /** Undefined unassigns. */
  set(path: AttributePath, value: unknown): void {
    this.#values.set(keyOf(path), { path, value });
  }

  /** The elements of a list of references, to be changed in place. */
  references(path: AttributePath): Map<string, JsonObject> {
    const key = keyOf(path);
    const known = this.#references.get(key);
    if (known !== undefined) return known.elements;
    const elements = new Map(listIn(this.#original, path).map((each) => [String(each['value']), each]));
    this.#references.set(key, { path, elements });
    return elements;
  }

  /** The original itself where nothing that it says has changed. */
  finish(): Resource {
    const changed = [
      ...[...this.#values.values()].filter(({ path, value }) => !sameValue(valueIn(this.#original, path), value)),
      ...[...this.#references.values()]
        .filter(({ path, elements }) => !sameReferences(listIn(this.#original, path), elements))
        .map(({ path, elements }) => ({ path, value: elements.size === 0 ? undefined : [...elements.values()] })),
    ];
    if (changed.length === 0) return this.#original;
    return changed.reduce<Resource>((resource, { path, value }) => assign(resource, path, value), this.#original);
  }
}

const keyOf = ({ extension, attribute }: AttributePath): string => `${extension ?? ''} ${attribute.name}`;

function valueIn(resource: Resource, { extension, attribute }: AttributePath): unknown {
  const holder = extension === undefined ? resource : resource[extension];
  return isObject(holder) ? holder[attribute.name] : undefined;
}

function listIn(resource: Resource, path: AttributePath): readonly JsonObject[] {
  const value = valueIn(resource, path);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Members are the same when the same are named: neither order nor `display` tells groups apart. */
const sameReferences = (before: readonly JsonObject[], after: ReadonlyMap<string, JsonObject>): boolean =>
  before.length === after.size && before.every((each) => after.has(String(each['value'])));

function assign(resource: Resource, { extension, attribute }: AttributePath, value: unknown): Resource {
  if (extension === undefined) return withMember(resource, attribute.name, value);
  const held = resource[extension];
  const holder = withMember(isObject(held) ? held : {}, attribute.name, value);
  return withMember(resource, extension, Object.keys(holder).length === 0 ? undefined : holder);
}

function withMember(holder: Resource, name: string, value: unknown): Resource {
  const { [name]: _before, ...rest } = holder;
  return value === undefined ? rest : { ...holder, [name]: value };
}
