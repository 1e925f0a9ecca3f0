/** One apply at a time to an organization on this machine. Between machines: the pipeline's concurrency, and fingerprints. */
import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, LockedError } from '../../errors.js';
import { claim, type Claim } from './lock-file.js';
import { isAlive, thisProcess, type Holder } from './holder.js';

export interface LockTarget {
  readonly organization: string;
  readonly type: string;
  /** The vendor's id; empty for what its endpoint alone tells. */
  readonly id: string;
  /** Undefined for the vendor's own host. */
  readonly endpoint: string | undefined;
}

export interface LockOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeout: number;
  readonly command: string;
  readonly onWait: (holder: Holder) => void;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isAlive?: (holder: Holder) => boolean;
}

const pollEvery = 500;

/** All or none of them; the answer gives them back. */
export async function takeLocks(targets: readonly LockTarget[], options: LockOptions): Promise<() => Promise<void>> {
  const folder = await lockFolder(options.env);
  const byPath = new Map(targets.map((target) => [join(folder, nameOf(target)), target]));
  const taken: (() => Promise<void>)[] = [];
  const release = async (): Promise<void> => {
    await Promise.all(taken.map((giveBack) => giveBack()));
  };
  const deadline = options.now() + options.timeout;
  try {
    // In one order for everybody, so that no two wait for each other.
    for (const path of [...byPath.keys()].sort()) {
      const me = thisProcess(options.command, byPath.get(path)?.organization ?? '', new Date(options.now()));
      taken.push(await acquire(path, me, deadline, options));
    }
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

async function acquire(path: string, me: Holder, deadline: number, options: LockOptions): Promise<() => Promise<void>> {
  let told = '';
  for (;;) {
    const found: Claim = await claim(path, me, options.isAlive ?? isAlive);
    if (found.holder === undefined) return found.release;
    const left = deadline - options.now();
    if (left <= 0) throw held(found.holder, me.organization);
    if (told !== found.holder.nonce) options.onWait(found.holder);
    told = found.holder.nonce;
    await options.sleep(Math.min(pollEvery, left));
  }
}

function held(holder: Holder, organization: string): LockedError {
  return new LockedError(`${organization} is locked: ${describe(holder)}.`, {
    hint: 'Wait for it, e.g. with -lock-timeout=5m.',
  });
}

/** Another user's words are data, too. */
export function describe({ command, user, host, pid, since }: Holder): string {
  const shown = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
  return `\`${shown(command)}\` of ${shown(user)} on ${shown(host)} (process ${pid}) holds it since ${shown(since)}`;
}

function nameOf({ type, id, endpoint }: LockTarget): string {
  const key = JSON.stringify([type, endpoint ?? '', id]);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.lock`;
}

/** The person's own, and nobody else's: a folder that another could have made could hold locks that nobody can take. */
async function lockFolder(env: LockOptions['env']): Promise<string> {
  const uid = process.getuid?.();
  const runtime = env['XDG_RUNTIME_DIR'];
  const own = runtime?.startsWith('/') === true ? join(runtime, 'orgwright') : undefined;
  // The variable may outlive the session's folder, as below `sudo` and in cron jobs.
  const folder =
    own !== undefined && (await make(own)) ? own : join(tmpdir(), `orgwright-${uid === undefined ? 'locks' : uid}`);
  if (folder !== own && !(await make(folder))) throw unusable(folder);
  const found = await lstat(folder);
  const isOthers = uid !== undefined && (found.uid !== uid || (found.mode & 0o022) !== 0);
  if (!found.isDirectory() || isOthers) throw unusable(folder);
  return folder;
}

async function make(folder: string): Promise<boolean> {
  return mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
  );
}

function unusable(folder: string): ConfigError {
  return new ConfigError(
    `Locks cannot be kept in ${folder}: it is not a folder of your own that only you may write to.`,
    {
      hint: 'Set XDG_RUNTIME_DIR to a folder of your own, or run with -lock=false where nobody else applies.',
    },
  );
}
