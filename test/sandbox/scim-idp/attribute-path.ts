/** Reads and writes the target paths of attribute mappings in resources; a reading of its own, apart from the sandbox's. */
import { urn, type Json } from './exchange.js';

type Writable = Record<string, unknown>;

interface Place {
  /** The extension that holds it; undefined for the core schema. */
  readonly extension: string | undefined;
  readonly attribute: string;
  /** The `type` that the path's filter names. */
  readonly type: string | undefined;
  readonly part: string | undefined;
}

/** `userName`, `name.givenName`, `emails[type eq "work"].value`, `urn:...:User:department`. */
export function placeOf(path: string): Place {
  const inExtension = path.startsWith(`${urn.enterprise}:`);
  const rest = inExtension ? path.slice(urn.enterprise.length + 1) : path;
  const [, attribute = '', type, part] = /^(\w+)(?:\[type eq "(\w+)"\])?(?:\.(\w+))?$/.exec(rest) ?? [];
  return { extension: inExtension ? urn.enterprise : undefined, attribute, type, part };
}

/** The value at a path; undefined where there is none. */
export function valueAt(resource: Json, path: string): unknown {
  const { extension, attribute, type, part } = placeOf(path);
  const holder = extension === undefined ? resource : (resource[extension] as Json | undefined);
  const value = holder?.[attribute];
  const inner = type === undefined ? value : (value as Json[] | undefined)?.find((each) => each['type'] === type);
  return part === undefined ? inner : (inner as Json | undefined)?.[part];
}

/** Puts a value at a path, making what is missing on the way. */
export function setValueAt(resource: Writable, path: string, value: unknown): void {
  const { extension, attribute, type, part } = placeOf(path);
  const holder = extension === undefined ? resource : child(resource, extension, {});
  if (type !== undefined) {
    const elements = child(holder, attribute, []) as unknown as Writable[];
    const known = elements.find((each) => each['type'] === type);
    const element = known ?? { type };
    if (known === undefined) elements.push(element);
    element[part ?? 'value'] = value;
  } else if (part !== undefined) child(holder, attribute, {})[part] = value;
  else holder[attribute] = value;
}

function child(holder: Writable, name: string, empty: object): Writable {
  holder[name] ??= empty;
  return holder[name] as Writable;
}
