/** The configuration's only reader of the disk, with load.ts: finds the YAML files, and reads them and the certificates. */
import { type Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { compareText } from '../core/json.js';
import { isBelow, toPosix, type FileReference } from './file-references.js';
import { recognize } from './marker.js';
import { createSourceText } from './source-text.js';

/** Larger files are refused: 10,000 members need about one megabyte. */
export const largestFile = 8 * 1024 * 1024;
/** Enough to see whether a file that is too large is one of ours. */
const headSize = 64 * 1024;

export interface FoundFile {
  /** Relative to the working directory, with `/`. */
  readonly name: string;
  /** The folder that its relative references are read from. */
  readonly folder: string;
  readonly text: string;
}

export interface FoundFiles {
  /** Sorted by name. */
  readonly files: readonly FoundFile[];
  /** Files that a diagnostic is about, for its code frame. */
  readonly refused: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly path: string;
  /** The named folder it was found in; undefined where the file itself was named. */
  readonly root: string | undefined;
}

/** Files as named, and every YAML file with the marker below named folders. */
export async function readFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, FoundFile>();
  const refused: FoundFile[] = [];
  for (const named of paths.length === 0 ? ['.'] : paths) {
    for (const candidate of await candidatesOf(named, cwd, diagnostics)) {
      const real = await realpath(candidate.path).catch(() => candidate.path);
      if (files.has(real)) continue;
      const found = await readCandidate(candidate, real, cwd, diagnostics);
      if (found?.isRefused === true) refused.push(found);
      else if (found !== undefined) files.set(real, found);
    }
  }
  if (files.size === 0 && diagnostics.length === 0) {
    diagnostics.push(
      problem(
        'no-configuration',
        'No YAML file with `orgwright: 1` at its top was found.',
        'Name the file or its folder, or begin the file with `orgwright: 1`.',
      ),
    );
  }
  return { files: [...files.values()].sort((a, b) => compareText(a.name, b.name)), refused, diagnostics };
}

/** The text of each certificate, by the pointer of its reference. */
export async function readCertificates(
  references: readonly FileReference[],
  cwd: string,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly problems: ReadonlyMap<string, string> }> {
  const texts = new Map<string, string>();
  const problems = new Map<string, string>();
  for (const reference of references) {
    const path = resolve(cwd, reference.path);
    const escape = await escapeOf(path, reference.folder);
    if (escape !== undefined) problems.set(reference.pointer, escape);
    else if (reference.purpose === 'certificate') {
      try {
        texts.set(reference.pointer, decode(await readLimited(path, headSize + 1)).text);
      } catch (error) {
        problems.set(reference.pointer, `\`${reference.path}\` cannot be read: ${reasonOf(error)}.`);
      }
    }
  }
  return { texts, problems };
}

/** A relative reference may not leave its folder through a link either. A file that is not there is no matter here. */
async function escapeOf(path: string, folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  try {
    const [real, realFolder] = await Promise.all([realpath(path), realpath(folder)]);
    return isBelow(realFolder, real) ? undefined : 'The file is a link that leads out of the folder of the YAML file.';
  } catch {
    return undefined;
  }
}

async function candidatesOf(named: string, cwd: string, diagnostics: Diagnostic[]): Promise<readonly Candidate[]> {
  const path = resolve(cwd, named);
  try {
    const info = await stat(path);
    if (!info.isDirectory()) return [{ path, root: undefined }];
    return (await yamlFilesBelow(path)).map((file) => ({ path: file, root: path }));
  } catch (error) {
    diagnostics.push(problem('unreadable-path', `\`${named}\` cannot be read: ${reasonOf(error)}.`, 'Check the path.'));
    return [];
  }
}

async function yamlFilesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: (readonly string[])[] = [];
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(isSkipped(entry) ? [] : await yamlFilesBelow(path));
    else if (/\.ya?ml$/i.test(entry.name) && !entry.name.startsWith('.')) found.push([path]);
  }
  return found.flat();
}

function isSkipped(entry: Dirent): boolean {
  return entry.name.startsWith('.') || entry.name === 'node_modules';
}

/** Undefined where the file is foreign, or wrong, which `diagnostics` then says. */
async function readCandidate(
  { path, root }: Candidate,
  real: string,
  cwd: string,
  diagnostics: Diagnostic[],
): Promise<(FoundFile & { readonly isRefused: boolean }) | undefined> {
  const name = toPosix(relative(cwd, path));
  const refuse = (code: string, summary: string, hint: string): undefined => {
    diagnostics.push({ ...problem(code, summary, hint), source: { file: name, line: 1, column: 1 } });
    return undefined;
  };
  let bytes: Buffer;
  try {
    bytes = await readLimited(path, largestFile + 1);
  } catch (error) {
    // A dangling link in a folder is no configuration; a file that may not be read could be one.
    if (root !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return refuse(
      'unreadable-file',
      `${name} cannot be read: ${reasonOf(error)}.`,
      'Check that the file is there and may be read.',
    );
  }
  const isLarge = bytes.length > largestFile;
  const { text, isUtf8 } = decode(isLarge ? bytes.subarray(0, headSize) : bytes);
  const { ownership, keys, offset } = recognize(text);
  if (ownership === 'foreign' && root !== undefined) return undefined;
  if (root !== undefined && !isBelow(await realpath(root), real)) {
    return refuse(
      'file-outside',
      `${name} is a link that leads out of ${toPosix(relative(cwd, root)) || 'the folder'}.`,
      'Name the file itself.',
    );
  }
  if (isLarge) {
    return refuse('file-too-large', `${name} is larger than 8 MB.`, 'Split it into several files: they merge.');
  }
  if (!isUtf8) return refuse('not-utf-8', `${name} is not UTF-8 text.`, 'Save it as UTF-8.');
  if (ownership !== 'ours') {
    const detail = keys.length > 1 ? ` but has \`${keys.join('`, `')}\`` : '';
    const source = createSourceText(name, text).refAt(offset);
    diagnostics.push({
      ...problem(
        'missing-marker',
        `${name} has no \`orgwright: 1\`${detail}.`,
        'Put `orgwright: 1` at its top, or move the file elsewhere.',
      ),
      source,
    });
    return { name, folder: dirname(path), text, isRefused: true };
  }
  return { name, folder: dirname(path), text, isRefused: false };
}

async function readLimited(path: string, limit: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    if (size < limit) return await handle.readFile();
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function decode(bytes: Buffer): { readonly text: string; readonly isUtf8: boolean } {
  // UTF-16 is recognized by its mark only to say what is wrong.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString('utf16le'), isUtf8: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: bytes.toString('latin1'), isUtf8: false };
  }
}

function problem(code: string, summary: string, hint: string): Diagnostic {
  return { severity: 'error', code, summary, hint };
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'it is a folder';
  return code ?? (error instanceof Error ? error.message : String(error));
}
