/**
 * `{ file: ... }` stands relative to the YAML file and inside its folder, or is absolute. Here each becomes relative to
 * the working directory, so that it resolves from there and no plan depends on where the checkout is.
 */
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import { listAt, objectAt, textAt } from './json-access.js';
import type { ParsedFile } from './parse.js';
import { joinPointer, parsePointer } from './pointer.js';

export interface FileReference {
  /** Of the object that holds `file`. */
  readonly pointer: string;
  readonly purpose: 'secret' | 'certificate';
  /** As rewritten: absolute, or relative to the working directory. */
  readonly path: string;
  /** The folder that a relative reference may not leave; undefined for an absolute one. */
  readonly folder: string | undefined;
}

export interface ResolvedReferences {
  readonly file: ParsedFile;
  readonly references: readonly FileReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Rewrites the references in the file's value in place (it was just parsed and nobody else has it yet). */
export function resolveFileReferences(file: ParsedFile, folder: string, cwd: string): ResolvedReferences {
  const references: FileReference[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { pointer, holder, purpose } of file.value === undefined ? [] : holdersOf(file.value)) {
    const written = textAt(holder, 'file');
    if (written === undefined || written === '') continue;
    const absolute = resolve(folder, written);
    const isInside = isAbsolute(written) || isBelow(folder, absolute);
    if (!isInside) {
      diagnostics.push({
        severity: 'error',
        code: 'file-outside',
        summary: `\`${written}\` leads out of the folder of ${file.source.file}.`,
        detail:
          'A relative path is read from the YAML file and must stay in its folder, so that a pull request cannot point at other files of the machine.',
        hint: 'Move the file below the YAML file, or write an absolute path.',
        source: file.source.refAt(file.places.find([...parsePointer(pointer), 'file']).value),
      });
      continue;
    }
    const path = isAbsolute(written) ? written : toPosix(relative(cwd, absolute));
    (holder as Record<string, Json>)['file'] = path;
    references.push({ pointer, purpose, path, folder: isAbsolute(written) ? undefined : folder });
  }
  return { file, references, diagnostics };
}

export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

export function toPosix(path: string): string {
  return sep === posix.sep ? path : path.replaceAll(sep, posix.sep);
}

interface Holder {
  readonly pointer: string;
  readonly holder: JsonObject;
  readonly purpose: FileReference['purpose'];
}

function holdersOf(value: JsonObject): readonly Holder[] {
  const holders: Holder[] = [];
  const add = (holder: Json | undefined, purpose: FileReference['purpose'], ...path: (string | number)[]): void => {
    if (isJsonObject(holder) && textAt(holder, 'file') !== undefined) {
      holders.push({ pointer: joinPointer('', ...path), holder, purpose });
    }
  };
  for (const [name, provider] of Object.entries(objectAt(value, 'providers'))) {
    if (!isJsonObject(provider)) continue;
    for (const [key, field] of Object.entries(provider)) add(field, 'secret', 'providers', name, key);
  }
  for (const [name, provider] of Object.entries(objectAt(value, 'identityProviders'))) {
    for (const [index, certificate] of listAt(provider, 'certificates').entries()) {
      add(certificate, 'certificate', 'identityProviders', name, 'certificates', index);
    }
    add(objectAt(provider, 'astro')['clientSecret'], 'secret', 'identityProviders', name, 'astro', 'clientSecret');
  }
  return holders;
}
