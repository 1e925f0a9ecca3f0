/** Says whether a value that came from outside has the form that it must have, to the last key. */

/** Throws a MisshapenError where the value does not fit; `path` says where in the file it stands. */
export type Check = (value: unknown, path: string) => void;

export class MisshapenError extends Error {
  constructor(path: string, expected: string) {
    super(`${path === '' ? 'it' : path} is not ${expected}`);
    this.name = 'MisshapenError';
  }
}

export const text: Check = (value, path) => {
  if (typeof value !== 'string') throw new MisshapenError(path, 'a text');
};

export const flag: Check = (value, path) => {
  if (typeof value !== 'boolean') throw new MisshapenError(path, 'true or false');
};

export const amount: Check = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new MisshapenError(path, 'a number');
};

/** Anything that JSON can say. */
export const anything: Check = () => undefined;

export const anyObject: Check = (value, path) => void objectAt(value, path);

export function oneOf(...choices: readonly unknown[]): Check {
  return (value, path) => {
    if (!choices.includes(value)) throw new MisshapenError(path, choices.map((choice) => String(choice)).join(' or '));
  };
}

export function orNull(check: Check): Check {
  return (value, path) => {
    if (value !== null) check(value, path);
  };
}

export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw new MisshapenError(path, 'a list');
    for (const [index, item] of value.entries()) check(item, `${path}[${index}]`);
  };
}

export function mapOf(check: Check): Check {
  return (value, path) => {
    for (const [key, item] of Object.entries(objectAt(value, path))) check(item, below(path, key));
  };
}

/** These keys, perhaps those, and no others. */
export function record(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    const object = objectAt(value, path);
    for (const key of Object.keys(object)) {
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
        throw new MisshapenError(below(path, key), 'a known key');
    }
    for (const [key, check] of Object.entries(required)) {
      if (!Object.hasOwn(object, key)) throw new MisshapenError(below(path, key), 'there');
      check(object[key], below(path, key));
    }
    for (const [key, check] of Object.entries(optional)) {
      if (Object.hasOwn(object, key)) check(object[key], below(path, key));
    }
  };
}

/** The check that the value of one key chooses. */
export function chosenBy(key: string, checks: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    const choice = objectAt(value, path)[key];
    const check = typeof choice === 'string' && Object.hasOwn(checks, choice) ? checks[choice] : undefined;
    if (check === undefined) throw new MisshapenError(below(path, key), Object.keys(checks).join(' or '));
    check(value, path);
  };
}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MisshapenError(path, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
