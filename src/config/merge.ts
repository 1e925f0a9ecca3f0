/** Files merge at every depth: maps flow together; a scalar or list that two files give is an error with both places. */
import { compareText, isJsonObject, type Json, type JsonObject } from '../core/json.js';
import type { Diagnostic } from '../core/diagnostics.js';
import type { ParsedFile } from './parse.js';

interface Part {
  readonly file: ParsedFile;
  readonly value: Json;
}

export interface Merged {
  readonly value: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

export function merge(files: readonly ParsedFile[]): Merged {
  const diagnostics: Diagnostic[] = [];
  const parts = files.flatMap((file) => (file.value === undefined ? [] : [{ file, value: file.value }]));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { value: only.value, diagnostics };
  return { value: mergeMaps(parts, [], diagnostics), diagnostics };
}

function mergeMaps(
  parts: readonly { readonly file: ParsedFile; readonly value: JsonObject }[],
  path: readonly string[],
  diagnostics: Diagnostic[],
): JsonObject {
  const byKey = new Map<string, Part[]>();
  for (const { file, value } of parts) {
    for (const [key, child] of Object.entries(value)) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [{ file, value: child }]);
      else same.push({ file, value: child });
    }
  }
  const merged: Record<string, Json> = {};
  for (const key of [...byKey.keys()].sort(compareText)) {
    merged[key] = mergeEntry(byKey.get(key) ?? [], [...path, key], diagnostics);
  }
  return merged;
}

function mergeEntry(parts: readonly Part[], path: readonly string[], diagnostics: Diagnostic[]): Json {
  // Every file has the marker, and a null is an error of its own already.
  const given = parts.filter((part) => part.value !== null);
  const [first, ...others] = given;
  if (first === undefined) return null;
  if (others.length === 0 || (path.length === 1 && path[0] === 'orgwright')) return first.value;
  const maps = given.flatMap(({ file, value }) => (isJsonObject(value) ? [{ file, value }] : []));
  if (maps.length === given.length) return mergeMaps(maps, path, diagnostics);
  for (const other of others) diagnostics.push(conflict(first, other, path));
  return first.value;
}

function conflict(first: Part, other: Part, path: readonly string[]): Diagnostic {
  return {
    severity: 'error',
    code: 'merge-conflict',
    summary: `\`${path.join('.')}\` is given in two files.`,
    detail:
      'Files merge at every depth, but one value cannot have two sources: which one wins would be a matter of chance.',
    hint: 'Keep one of them.',
    source: placeOf(other.file, path),
    related: [{ message: 'The first one is here.', source: placeOf(first.file, path) }],
  };
}

function placeOf(file: ParsedFile, path: readonly string[]) {
  return file.source.refAt(file.places.find(path).key);
}
