/** Finds the live thing that the configuration names, or says what is wrong with the name. */
import leven from 'leven';
import type { Diagnostic } from './diagnostics.js';
import type { Json } from './json.js';
import type { NameIndex } from './name-index.js';
import { pointerTo } from './pointer.js';
import type { DesiredResource, Locate } from './resource.js';

/** `path` leads from the resource to the name. */
export type ReportName = (path: readonly string[], summary: string, hint: string) => void;

/** How a provider speaks of what is looked up. */
export interface NameWords {
  /** In the singular: `workspace`. */
  readonly what: string;
  /** Where it was looked for, with a space before it; empty where that goes without saying. */
  readonly where: string;
  /** Where ids can be seen. */
  readonly console: string;
  /** The hint where there is none at all. */
  readonly whenNone: string;
}

export function createReportName(resource: DesiredResource, locate: Locate, diagnostics: Diagnostic[]): ReportName {
  return (path, summary, hint) => {
    const source = locate(pointerTo(resource.pointer, ...path));
    diagnostics.push({
      severity: 'error',
      code: 'unknown-name',
      summary,
      hint,
      address: resource.address,
      ...(source !== undefined && { source }),
    });
  };
}

/** The name that live uses; an `id` beside the name beats it. Undefined where there is none, which is reported. */
export function lookUpName(
  name: string,
  id: Json | undefined,
  names: NameIndex,
  { what, where, console, whenNone }: NameWords,
  report: (summary: string, hint: string) => void,
): string | undefined {
  if (typeof id === 'string') {
    const known = names.nameOf.get(id);
    if (known === undefined) report(`There is no ${what} with the id ${id}${where}.`, `Check the id in ${console}.`);
    return known;
  }
  if (names.ambiguous.has(name)) {
    const ids = [...names.idOf].filter(([key]) => key.startsWith(`${name} (`)).map(([, each]) => each);
    report(`Several ${what}s are named "${name}".`, `Say which with id: one of ${ids.join(', ')}.`);
    return undefined;
  }
  if (names.idOf.has(name)) return name;
  report(`There is no ${what} "${name}"${where}.`, nearestHint(name, [...names.idOf.keys()], whenNone));
  return undefined;
}

function nearestHint(name: string, known: readonly string[], whenNone: string): string {
  const [near] = known
    .map((candidate) => ({ candidate, distance: leven(candidate.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (near !== undefined && near.distance <= Math.max(2, name.length / 3)) return `Did you mean "${near.candidate}"?`;
  if (known.length === 0) return whenNone;
  return `Known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}.`;
}
