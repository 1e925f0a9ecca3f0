/** Tells of a problem at a place of the world, a JSON pointer. */
export type Report = (pointer: string, message: string) => void;

/** Reports what comes twice. */
export function unique<T>(
  things: readonly T[],
  pointer: string,
  field: string,
  key: (thing: T) => string,
  report: Report,
  hint = '',
): void {
  const seen = new Set<string>();
  things.forEach((thing, at) => {
    const value = key(thing);
    if (seen.has(value)) report(`${pointer}/${at}`, `the ${field} ${value} comes twice${hint}`);
    seen.add(value);
  });
}
