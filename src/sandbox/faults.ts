/** A fault to inject: what it matches, when, and what it does. */
export interface Fault {
  /** Absent: every method. */
  readonly method?: string;
  /**
   * A prefix of the path; or, with `*` (within a segment), `**` (anything) or `{name}` (one segment), a pattern of the
   * whole path; or, beginning with `^`, a regular expression. Absent: every path.
   */
  readonly path?: string;
  /** How often it strikes; absent: every time, until faults are set again. */
  readonly times?: number;
  /** How many matching requests pass before it starts. */
  readonly after?: number;
  /** Answer with this status instead of handling the request. */
  readonly status?: number;
  /** The Retry-After header, in seconds, that goes with the status. */
  readonly retryAfter?: number;
  /** What the error body says it is, for vendors whose errors have codes; absent: what the status usually means. */
  readonly errorCode?: string;
  /** Wait first. */
  readonly delayMs?: number;
  /** Lose the connection: before the request is handled, or after, with the answer. */
  readonly drop?: 'before' | 'after';
  /** Deliver at most this many items of a page. */
  readonly pageSize?: number;
}

/** What strikes one request, all matching faults together. */
export type Strike = Pick<Fault, 'status' | 'retryAfter' | 'errorCode' | 'delayMs' | 'drop' | 'pageSize'>;

export interface Faults {
  set(faults: readonly Fault[]): void;
  strike(method: string, path: string): Strike;
}

/** Holds the faults that are set and counts their matches. They are not part of the world: a restart forgets them. */
export function createFaults(): Faults {
  let active: { fault: Fault; matches: (path: string) => boolean; seen: number }[] = [];
  return {
    set(faults) {
      active = faults.map((fault) => ({ fault, matches: pathMatcher(fault.path ?? ''), seen: 0 }));
    },
    strike(method, path) {
      let result: Strike = {};
      for (const entry of active) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
        if (!entry.matches(path)) continue;
        entry.seen += 1;
        const nth = entry.seen - (fault.after ?? 0);
        if (nth < 1 || nth > (fault.times ?? Infinity)) continue;
        // Of two faults that strike at once the earlier one decides what both say.
        const { status, retryAfter, errorCode, delayMs, drop, pageSize } = fault;
        result = { ...defined({ status, retryAfter, errorCode, delayMs, drop, pageSize }), ...result };
      }
      return result;
    },
  };
}

function defined(strike: { [K in keyof Strike]-?: Strike[K] | undefined }): Strike {
  return Object.fromEntries(Object.entries(strike).filter(([, value]) => value !== undefined));
}

/** Throws a SyntaxError for a regular expression that is none. */
export function pathMatcher(path: string): (actual: string) => boolean {
  if (path.startsWith('^')) {
    const expression = new RegExp(path);
    return (actual) => expression.test(actual);
  }
  if (!/[*{]/.test(path)) return (actual) => actual.startsWith(path);
  const parts = path.split(/(\*\*|\*|\{[^}]*\})/).map((part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part.startsWith('{') ? '[^/]+' : part.replace(/[.+?^$()|[\]\\{}]/g, '\\$&');
  });
  const expression = new RegExp(`^${parts.join('')}$`);
  return (actual) => expression.test(actual);
}
