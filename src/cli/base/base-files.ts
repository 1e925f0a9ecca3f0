/** Writes the configuration of an earlier commit into a folder of its own, with the paths that it has in the repository. */
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { resolveFileReferences, toPosix } from '../../config/file-references.js';
import { parse } from '../../config/parse.js';
import { listTree, readBlobs, type TreeFile } from './base-tree.js';
import { GitRefusal, type Git } from './git.js';

export interface BaseFiles {
  /** What the working directory is in the copy. */
  readonly cwd: string;
  /** The named paths that the commit has, from there. */
  readonly paths: readonly string[];
  /** The others, as they were named. */
  readonly missing: readonly string[];
}

export async function copyBaseFiles(
  git: Git,
  commit: string,
  { paths, cwd, folder }: { readonly paths: readonly string[]; readonly cwd: string; readonly folder: string },
): Promise<BaseFiles> {
  const top = await realpath(line(await git(['rev-parse', '--show-toplevel'])));
  const here = await inRepository(top, cwd);
  const named = await Promise.all(
    (paths.length === 0 ? ['.'] : paths).map(async (path) => ({
      path,
      at: await inRepository(top, resolve(cwd, path)),
    })),
  );
  const tree = await listTree(git, commit);
  const found = named.map(({ path, at }) => ({ path, at, files: tree.filter((file) => isWanted(file.path, at)) }));
  const files = [...new Map(found.flatMap((each) => each.files).map((file) => [file.path, file])).values()];
  const texts = await writeAll(git, folder, files);
  const own = join(folder, here);
  await mkdir(own, { recursive: true });
  await writeAll(git, folder, certificatesOf(files, texts, folder, own, tree));
  return {
    cwd: own,
    paths: found.flatMap(({ at, files: some }) => (some.length === 0 ? [] : [relative(own, join(folder, at)) || '.'])),
    missing: found.flatMap(({ path, files: some }) => (some.length === 0 ? [path] : [])),
  };
}

/** A path may be gone from the disk, or be a link: its folder tells where it is. */
async function inRepository(top: string, path: string): Promise<string> {
  const real = await realpath(path).catch(async () => {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, relative(dirname(path), path));
  });
  const way = relative(top, real);
  if (way === '..' || way.startsWith(`..${sep}`)) throw new GitRefusal(`${path} is not in the repository ${top}`);
  return toPosix(way);
}

/** As `read-files.ts` chooses: a file that is named, or the YAML files below a folder. */
function isWanted(file: string, named: string): boolean {
  if (file === named) return true;
  if (named !== '' && !file.startsWith(`${named}/`)) return false;
  const parts = (named === '' ? file : file.slice(named.length + 1)).split('/');
  return /\.ya?ml$/i.test(file) && parts.every((part) => !part.startsWith('.') && part !== 'node_modules');
}

async function writeAll(git: Git, folder: string, files: readonly TreeFile[]): Promise<readonly Buffer[]> {
  const contents = await readBlobs(git, files);
  for (const [index, { path }] of files.entries()) {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), contents[index] ?? '', { mode: 0o600, flag: 'wx' });
  }
  return contents;
}

/** Certificates may stand beside what was named. */
function certificatesOf(
  files: readonly TreeFile[],
  texts: readonly Buffer[],
  folder: string,
  cwd: string,
  tree: readonly TreeFile[],
): readonly TreeFile[] {
  const referenced = new Set(
    files.flatMap(({ path }, index) => {
      const text = texts[index]?.toString('utf8') ?? '';
      // Cheaper than parsing what is not ours.
      if (!text.includes('certificate')) return [];
      const { references } = resolveFileReferences(parse(path, text), dirname(join(folder, path)), cwd);
      return references.map((reference) => toPosix(relative(folder, resolve(cwd, reference.path))));
    }),
  );
  const written = new Set(files.map(({ path }) => path));
  return tree.filter(({ path }) => referenced.has(path) && !written.has(path));
}

function line(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\n$/, '');
}
