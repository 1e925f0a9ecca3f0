/** The files of one commit, as its tree lists them, and their contents. What is no regular file is passed over. */
import { largestFile } from '../../config/read-files.js';
import { GitRefusal, type Git } from './git.js';

export interface TreeFile {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

/** A configuration of 10,000 people needs one megabyte. */
const largestTotal = 64 * 1024 * 1024;
const mostFiles = 10_000;

/** All regular files below the commit's top: neither links nor submodules, nor what no file could be named. */
export async function listTree(git: Git, commit: string): Promise<readonly TreeFile[]> {
  const listing = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  return entriesOf(listing).flatMap((entry) => {
    // Names that are not UTF-8 would come out as others.
    const text = decode(entry);
    const [, mode, object, size, path] = /^(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t([^]+)$/.exec(text ?? '') ?? [];
    if (object === undefined || size === undefined || path === undefined) return [];
    const isRegular = mode === '100644' || mode === '100755';
    return isRegular && isPlainPath(path) ? [{ path, object, size: Number(size) }] : [];
  });
}

/** In the order of `files`. */
export async function readBlobs(git: Git, files: readonly TreeFile[]): Promise<readonly Buffer[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tooLarge = files.find(({ size }) => size > largestFile);
  if (tooLarge !== undefined) throw new GitRefusal(`${tooLarge.path} is larger than 8 MB`);
  if (files.length > mostFiles) throw new GitRefusal(`it has more than ${mostFiles} YAML files`);
  if (total > largestTotal) throw new GitRefusal('its YAML files are larger than 64 MB together');
  if (files.length === 0) return [];
  const answer = await git(['cat-file', '--batch'], files.map(({ object }) => `${object}\n`).join(''));
  let at = 0;
  return files.map(({ object, size, path }) => {
    const head = `${object} blob ${size}\n`;
    const start = at + head.length;
    if (answer.toString('latin1', at, start) !== head) throw new GitRefusal(`${path} is not in this clone`);
    at = start + size + 1;
    return answer.subarray(start, start + size);
  });
}

function entriesOf(listing: Buffer): readonly Buffer[] {
  const entries: Buffer[] = [];
  for (let start = 0, end = listing.indexOf(0); end !== -1; start = end + 1, end = listing.indexOf(0, start)) {
    entries.push(listing.subarray(start, end));
  }
  return entries;
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Git refuses to make others, but a tree can be made without it. */
function isPlainPath(path: string): boolean {
  return !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
