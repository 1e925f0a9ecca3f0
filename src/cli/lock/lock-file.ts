/**
 * A lock is a file that only one can make. What a dead process left is taken over by whoever is first to make a second
 * file that bears the dead one's nonce: so two who see the same dead lock never both take it.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { LockedError } from '../../errors.js';
import { parseHolder, type Holder } from './holder.js';

export type Claim =
  | { readonly holder: undefined; readonly release: () => Promise<void> }
  /** Somebody else, who lives. */
  | { readonly holder: Holder };

/** More dead heirs of a dead holder than this is no accident. */
const longestSuccession = 8;

export async function claim(path: string, me: Holder, isAlive: (holder: Holder) => boolean, depth = 0): Promise<Claim> {
  const mine = { holder: undefined, release: () => releaseOwn(path, me) };
  for (;;) {
    if (await create(path, me)) return mine;
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (isAlive(holder) || depth >= longestSuccession) return { holder };
    const succession = await claim(`${path}.${holder.nonce}`, me, isAlive, depth + 1);
    if (succession.holder !== undefined) return succession;
    try {
      // Between the look and the claim another heir may have been here.
      if ((await readHolder(path))?.nonce !== holder.nonce) continue;
      const temporary = await writeBeside(path, me);
      await rename(temporary, path);
      return mine;
    } finally {
      await succession.release();
    }
  }
}

/** With its content at once: nobody ever sees half a lock. */
async function create(path: string, me: Holder): Promise<boolean> {
  const temporary = await writeBeside(path, me);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeBeside(path: string, me: Holder): Promise<string> {
  const temporary = `${path}.new-${me.nonce}`;
  await writeFile(temporary, `${JSON.stringify(me)}\n`, { mode: 0o600 });
  return temporary;
}

/** Undefined where there is none any more. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const holder = parseHolder(text);
  if (holder !== undefined) return holder;
  throw new LockedError(`The lock ${path} cannot be read, so it may be held.`, {
    hint: 'Remove the file if no apply is running.',
  });
}

async function releaseOwn(path: string, me: Holder): Promise<void> {
  const holder = await readHolder(path).catch(() => undefined);
  if (holder?.nonce === me.nonce) await rm(path, { force: true });
}
