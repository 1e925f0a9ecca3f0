/** Files to a checked configuration, with every problem of the run. What follows works on plain values only. */
import { resolve } from 'node:path';
import type { SourceRef } from '../errors.js';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../core/diagnostics.js';
import { isJsonObject, type Json, type JsonObject } from '../core/json.js';
import { certificateProblem } from './certificate.js';
import { digestOf } from './digest.js';
import { resolveFileReferences, type FileReference } from './file-references.js';
import type { Config } from './generated/config.js';
import { objectAt, textAt } from './json-access.js';
import { createLocator, type Locator } from './locate.js';
import { maskText } from './mask.js';
import { merge } from './merge.js';
import { parse, type ParsedFile } from './parse.js';
import { joinPointer } from './pointer.js';
import { readCertificates, readFiles } from './read-files.js';
import { applyRules } from './rules.js';
import { secretVariables } from './secret-variables.js';
import { validate } from './validate.js';

export interface LoadedProvider {
  readonly name: string;
  readonly type: string;
  /** Without `type`; secrets by reference. */
  readonly settings: JsonObject;
  readonly source: SourceRef | undefined;
}

export interface LoadedConfiguration {
  /** Undefined where anything is wrong. */
  readonly document: Config | undefined;
  readonly providers: readonly LoadedProvider[];
  /** The text of certificate files, by the pointer of their reference. */
  readonly certificates: ReadonlyMap<string, string>;
  /** Environment variables that it reads secrets from. */
  readonly variables: ReadonlySet<string>;
  /** All problems, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Each file's text, for code frames: inline secrets are masked. */
  readonly files: ReadonlyMap<string, string>;
  /** Where a JSON pointer's key stands; the nearest ancestor's place where the pointer leads nowhere. */
  readonly locate: (pointer: string) => SourceRef | undefined;
  /** Where its value begins. */
  readonly locateValue: (pointer: string) => SourceRef | undefined;
  /** `sha256:...` over everything the configuration says, in no matter which order. */
  readonly digest: string;
}

export async function loadConfiguration(
  paths: readonly string[],
  options: { readonly cwd: string },
): Promise<LoadedConfiguration> {
  const cwd = resolve(options.cwd);
  const found = await readFiles(paths, cwd);
  const resolved = found.files.map(({ name, folder, text }) => resolveFileReferences(parse(name, text), folder, cwd));
  const files = resolved.map(({ file }) => file);
  const merged = merge(files);
  const locator = createLocator(files);
  const references = resolved.flatMap((each) => each.references);
  const certificates = await loadCertificates(references, cwd, locator);
  const validated = validate(merged.value, locator);
  // What a file that was not read would have said is not known: a name may be missing only because of that.
  const isComplete = files.length > 0 && found.diagnostics.length === 0 && files.every((file) => !file.isBroken);
  const diagnostics = sortDiagnostics([
    ...found.diagnostics,
    ...files.flatMap((file) => file.diagnostics),
    ...files.flatMap(markerProblem),
    ...resolved.flatMap((each) => each.diagnostics),
    ...merged.diagnostics,
    ...withoutGuesses(validated.diagnostics, files),
    ...certificates.diagnostics,
    ...(isComplete ? applyRules({ document: merged.value, locate: locator.key, locateValue: locator.value }) : []),
  ]);
  return {
    document: hasErrors(diagnostics) ? undefined : validated.document,
    providers: providersOf(merged.value, locator),
    certificates: certificates.texts,
    variables: secretVariables(merged.value),
    diagnostics,
    files: new Map([
      ...found.refused.map(({ name, text }): [string, string] => [name, maskText(text, [])]),
      ...files.map(({ source, secrets }): [string, string] => [source.file, maskText(source.text, secrets)]),
    ]),
    locate: locator.key,
    locateValue: locator.value,
    digest: digestOf(merged.value, certificates.texts),
  };
}

/** Of a file whose syntax is wrong only the syntax is reported. */
function withoutGuesses(diagnostics: readonly Diagnostic[], files: readonly ParsedFile[]): readonly Diagnostic[] {
  if (files.length === 0) return [];
  const broken = new Set(files.filter(({ isBroken }) => isBroken).map(({ source }) => source.file));
  if (broken.size === 0) return diagnostics;
  return diagnostics.filter(({ source, code }) => code !== 'missing-key' && !broken.has(source?.file ?? ''));
}

/** Merging looks at the first file's marker only, so each file's own is judged here. */
function markerProblem({ value, places, source }: ParsedFile): readonly Diagnostic[] {
  if (value === undefined || value['orgwright'] === 1) return [];
  return [
    {
      severity: 'error',
      code: 'unknown-format',
      summary: 'This version of orgwright reads `orgwright: 1` only.',
      hint: 'Write `orgwright: 1`, or use a newer orgwright.',
      source: source.refAt(places.find(['orgwright']).value),
    },
  ];
}

async function loadCertificates(references: readonly FileReference[], cwd: string, locator: Locator) {
  const { texts, problems } = await readCertificates(references, cwd);
  const diagnostics = references.flatMap(({ pointer, path, purpose }): readonly Diagnostic[] => {
    const source = locator.value(joinPointer(pointer, 'file'));
    const place = source === undefined ? {} : { source };
    const unreadable = problems.get(pointer);
    if (unreadable !== undefined) {
      return [{ severity: 'error', code: 'unreadable-file', summary: unreadable, hint: 'Correct the path.', ...place }];
    }
    const text = texts.get(pointer);
    const problem = text === undefined ? undefined : certificateProblem(path, text);
    return purpose === 'secret' || problem === undefined ? [] : [{ ...problem, ...place }];
  });
  return { texts, diagnostics };
}

function providersOf(document: JsonObject, locator: Locator): readonly LoadedProvider[] {
  return Object.entries(objectAt(document, 'providers')).flatMap(([name, provider]: [string, Json]) => {
    if (!isJsonObject(provider)) return [];
    const { type: _type, ...settings } = provider;
    return [
      { name, type: textAt(provider, 'type') ?? '', settings, source: locator.key(joinPointer('/providers', name)) },
    ];
  });
}
