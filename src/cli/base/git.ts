/**
 * Asks Git of the repository around the working directory: reads objects only, so no hook, no filter, no checkout and no
 * network is involved, and none of our secrets is in its environment.
 */
import { execFile } from 'node:child_process';
import type { Terminal } from '../terminal.js';

export type Git = (args: readonly string[], input?: string) => Promise<Buffer>;

/** Git could not do it. `reason` is its own first line, or that there is no Git. */
export class GitRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'GitRefusal';
    this.reason = reason;
  }
}

/** More than all files of a configuration together may hold (see base-tree.ts). */
const largestAnswer = 80 * 1024 * 1024;

/** Where the repository is, and whom its owner trusts. Everything else of GIT_* could run programs or change answers. */
const passedOn = [
  'PATH',
  'HOME',
  'XDG_CONFIG_HOME',
  'SYSTEMROOT',
  'GIT_DIR',
  'GIT_COMMON_DIR',
  'GIT_WORK_TREE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];

/** Replacement objects would show another history; an object that is missing in a partial clone is not fetched. */
const fixed = ['--no-pager', '--no-replace-objects', '--literal-pathspecs', '-c', 'protocol.allow=never'];

export function openGit({ env, cwd }: Pick<Terminal, 'env' | 'cwd'>): Git {
  const configured = Object.keys(env).filter((name) => /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+|NOSYSTEM)$/.test(name));
  const kept = Object.fromEntries(
    [...passedOn, ...configured].flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        [...fixed, ...args],
        { cwd, env: { ...kept, ...own }, encoding: 'buffer', maxBuffer: largestAnswer, windowsHide: true },
        (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else reject(new GitRefusal(reasonOf(error, stderr)));
        },
      );
      // One that ended early has said why by its exit code.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
}

function reasonOf(error: Error & { readonly code?: string | number | null }, stderr: Buffer): string {
  if (error.code === 'ENOENT') return 'there is no `git` to ask';
  const [line = ''] = stderr.toString('utf8').split('\n');
  return line.replace(/^fatal: /, '') || error.message;
}
