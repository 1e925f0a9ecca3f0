/** One rejected field of a request. */
export interface FieldError {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** What a body field must look like. Parsing never throws: it reports, and the caller refuses when anything was reported. */
export interface Shape<T> {
  readonly optional: boolean;
  parse(value: unknown, field: string, report: Report): T;
}
export interface Report {
  readonly refuseUnknownFields: boolean;
  readonly problems: FieldError[];
}
export type Parsed<S> = S extends Shape<infer T> ? T : never;

const problem = (report: Report, code: string, field: string, message: string): void => {
  report.problems.push({ code, field, message: `${field || 'body'} ${message}` });
};

/** Whatever a test accepts; `what` completes "must be ...". */
export function fitting<T>(fits: (value: unknown) => value is T, what: string): Shape<T> {
  return {
    optional: false,
    parse(value, field, report) {
      if (!fits(value)) problem(report, 'invalid_type', field, `must be ${what}`);
      return value as T;
    },
  };
}

/** A string; in characters, not bytes. */
export function text(limits: { min?: number; max?: number } = {}): Shape<string> {
  const plain = fitting((value): value is string => typeof value === 'string', 'a string');
  return {
    optional: false,
    parse(value, field, report) {
      const parsed = plain.parse(value, field, report);
      if (typeof parsed !== 'string') return parsed;
      if (parsed.length < (limits.min ?? 0)) problem(report, 'too_short', field, 'must not be empty');
      if (parsed.length > (limits.max ?? Infinity)) {
        problem(report, 'too_long', field, `must have at most ${limits.max} characters`);
      }
      return parsed;
    },
  };
}

export const flag = (): Shape<boolean> => fitting((value): value is boolean => typeof value === 'boolean', 'a boolean');

/** An object whose fields nobody has published. */
export const anyObject = (): Shape<object> =>
  fitting((value): value is object => typeof value === 'object' && value !== null, 'an object');

export function wholeNumber(min: number, max: number): Shape<number> {
  return fitting(
    (value): value is number => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
    `a whole number from ${min} to ${max}`,
  );
}

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return {
    optional: false,
    parse(value, field, report) {
      if (!values.includes(value as T)) problem(report, 'unknown_value', field, `must be one of ${values.join(', ')}`);
      return value as T;
    },
  };
}

export function list<T>(item: Shape<T>, limits: { min?: number; max?: number; unique?: boolean } = {}): Shape<T[]> {
  return {
    optional: false,
    parse(value, field, report) {
      if (!Array.isArray(value)) {
        problem(report, 'invalid_type', field, 'must be a list');
        return [];
      }
      if (value.length < (limits.min ?? 0)) {
        problem(report, 'too_short', field, `must have at least ${limits.min} item(s)`);
      }
      if (value.length > (limits.max ?? Infinity)) {
        problem(report, 'too_long', field, `must have at most ${limits.max} items`);
      }
      if (limits.unique && new Set(value).size < value.length)
        problem(report, 'duplicate', field, 'must not repeat items');
      return value.map((each: unknown, at) => item.parse(each, `${field}[${at}]`, report));
    },
  };
}

/** May be left out; null counts as left out, as generated clients send it. */
export function optional<T>(inner: Shape<T>): Shape<T | undefined> {
  return {
    optional: true,
    parse: (value, field, report) =>
      value === undefined || value === null ? undefined : inner.parse(value, field, report),
  };
}

/** May be left out, and null is a value of its own. */
export function nullable<T>(inner: Shape<T>): Shape<T | null | undefined> {
  return {
    optional: true,
    parse: (value, field, report) =>
      value === undefined || value === null ? value : inner.parse(value, field, report),
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type ParsedFields<F extends Fields> = { readonly [K in keyof F]: Parsed<F[K]> };

export function object<F extends Fields>(fields: F): Shape<ParsedFields<F>> {
  return {
    optional: false,
    parse(value, field, report) {
      const path = (name: string): string => (field === '' ? name : `${field}.${name}`);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        problem(report, 'invalid_type', field, 'must be an object');
        return {} as ParsedFields<F>;
      }
      const given = value as Readonly<Record<string, unknown>>;
      if (report.refuseUnknownFields) {
        for (const name of Object.keys(given)) {
          if (!Object.hasOwn(fields, name)) problem(report, 'unknown_field', path(name), 'is not a known field');
        }
      }
      const parsed = Object.entries(fields).map(([name, inner]) => {
        const each = Object.hasOwn(given, name) ? given[name] : undefined;
        if (!inner.optional && (each === undefined || each === null)) {
          problem(report, 'required', path(name), 'is required');
          return [name, undefined];
        }
        return [name, inner.parse(each, path(name), report)];
      });
      return Object.fromEntries(parsed) as ParsedFields<F>;
    },
  };
}
