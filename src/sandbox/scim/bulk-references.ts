/** Values in a bulk that stand for the id of something that the same bulk creates: `bulkId:` and the bulkId of its POST. */
const prefix = /^bulkId:/i;

/** The bulkIds that a value refers to, wherever in it. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return prefix.test(value) ? [value.replace(prefix, '')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

/** What replaces a reference: an id, or nothing while what it refers to waits for us in turn. */
export type Resolve = (bulkId: string) => string | undefined;

const gone = Symbol('gone');

/**
 * The value with ids in place of references. What has none yet is left out, together with the member or manager that it is
 * the value of.
 */
export function resolved(value: unknown, resolve: Resolve): unknown {
  const result = replace(value, resolve);
  return result === gone ? undefined : result;
}

function replace(value: unknown, resolve: Resolve): unknown {
  if (typeof value === 'string') return prefix.test(value) ? (resolve(value.replace(prefix, '')) ?? gone) : value;
  if (Array.isArray(value)) return value.map((each) => replace(each, resolve)).filter((each) => each !== gone);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, replace(inner, resolve)]);
  if (entries.some(([name, inner]) => inner === gone && name.toLowerCase() === 'value')) return gone;
  return Object.fromEntries(entries.filter(([, inner]) => inner !== gone));
}

/** The bulkId that a path like `/Groups/bulkId:x` names. */
export const referenceInPath = (path: string): string | undefined =>
  /(?:^|\/)(?:Users|Groups)\/bulkId:(.*?)\/?$/i.exec(decoded(path))?.[1];

/** The path itself where it is not well escaped. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
