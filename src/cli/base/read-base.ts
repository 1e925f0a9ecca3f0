/**
 * The configuration as it was at another commit of the repository. It only ever adds to what a plan tells, so whatever
 * is wrong with it is a warning.
 */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load.js';
import { isError, type Diagnostic } from '../../core/diagnostics.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { configuredOrganizations } from '../configuration.js';
import { formatSource } from '../render/diagnostics-text.js';
import type { Terminal } from '../terminal.js';
import { copyBaseFiles } from './base-files.js';
import { GitRefusal, openGit, type Git } from './git.js';

export interface BaseConfiguration {
  readonly organizations: readonly DesiredOrganization[];
  /** Why it says less than it should. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function readBase(
  terminal: Pick<Terminal, 'env' | 'cwd'>,
  paths: readonly string[],
  ref: string,
): Promise<BaseConfiguration> {
  const git = openGit(terminal);
  try {
    const commit = await commitOf(git, ref);
    if (commit === undefined) return without(await unknownCommit(git, ref));
    return await readCommit(git, commit, { cwd: terminal.cwd, paths, ref });
  } catch (error) {
    return without(problem(`The configuration at ${ref} could not be read: ${reasonOf(error)}.`, readHint));
  }
}

const readHint = 'Plan in a clone of the repository, on a machine that has Git.';

async function readCommit(
  git: Git,
  commit: string,
  { cwd, paths, ref }: { readonly cwd: string; readonly paths: readonly string[]; readonly ref: string },
): Promise<BaseConfiguration> {
  // With mode 0700; by its real path, since paths in it are compared.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'orgwright-base-')));
  try {
    const files = await copyBaseFiles(git, commit, { paths, cwd, folder });
    const missing = files.missing.map((path) =>
      problem(
        `${path} is not in ${ref}: what it held there under another name was not compared.`,
        'Name the folder in the place of the file, so that files may be renamed.',
      ),
    );
    if (files.paths.length === 0) return { organizations: [], diagnostics: missing };
    const loaded = await loadConfiguration(files.paths, { cwd: files.cwd });
    const { organizations, diagnostics } = await configuredOrganizations(loaded);
    const [error] = [...loaded.diagnostics, ...diagnostics].filter(isError);
    if (error !== undefined) return without(brokenConfiguration(error, ref), ...missing);
    return { organizations: organizations.map(({ desired }) => desired), diagnostics: missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function commitOf(git: Git, ref: string): Promise<string | undefined> {
  try {
    const answer = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    const commit = answer.toString('utf8').trim();
    return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
  } catch (error) {
    // Outside of a repository Git cannot say more; in one, it refuses a commit quietly.
    await git(['rev-parse', '--git-dir']);
    if (error instanceof GitRefusal) return undefined;
    throw error;
  }
}

async function unknownCommit(git: Git, ref: string): Promise<Diagnostic> {
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])).toString('utf8').trim() === 'true';
  return isShallow
    ? problem(
        `There is no commit ${ref} in this clone, which is a shallow one.`,
        'Fetch all of the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: "0"` in GitLab.',
      )
    : problem(`There is no commit ${ref} in this repository.`, `Check the name, or fetch it: git fetch origin.`);
}

function brokenConfiguration({ summary, source }: Diagnostic, ref: string): Diagnostic {
  const place = source === undefined ? '' : `${formatSource(source)}: `;
  return problem(
    `The configuration at ${ref} has errors, so what left it is not told: ${place}${summary}`,
    'Nothing needs to be done once this configuration is the base.',
  );
}

function problem(summary: string, hint: string): Diagnostic {
  return { severity: 'warning', code: 'base-unread', summary, hint };
}

function without(...diagnostics: readonly Diagnostic[]): BaseConfiguration {
  return { organizations: [], diagnostics };
}

function reasonOf(error: unknown): string {
  if (error instanceof GitRefusal) return error.reason;
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}
