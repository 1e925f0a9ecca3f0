/**
 * Where new and revealed secrets go: a JSON object of address to secret that only its owner may read. A link in its
 * place is not followed and a file that others may read is not filled, so that a secret ends up where it was meant to.
 */
import { constants } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import { writeWhole } from './write-whole.js';

export interface SecretsFile {
  /** As the person wrote it. */
  readonly path: string;
  store(address: string, secret: string): Promise<void>;
}

const ownerOnly = 0o600;

/** Checks everything that can be checked before a secret exists. */
export async function prepareSecretsFile(path: string, cwd: string): Promise<SecretsFile> {
  const file = resolve(cwd, path);
  const folder = await stat(dirname(file)).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    throw new ConfigError(`Cannot write secrets to ${path}: its folder does not exist.`);
  }
  const { secrets, mode } = await readExisting(file, path);
  let last: Promise<void> = Promise.resolve();
  return {
    path,
    store: (address, secret) => {
      secrets[address] = secret;
      // Operations end in any order and the file is written whole: one at a time.
      last = last.then(() => writeWhole(file, mode, `${JSON.stringify(secrets, undefined, 2)}\n`));
      return last;
    },
  };
}

interface Existing {
  readonly secrets: Record<string, string>;
  readonly mode: number;
}

async function readExisting(file: string, path: string): Promise<Existing> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return { secrets: {}, mode: ownerOnly };
  if (found.isSymbolicLink()) {
    throw new ConfigError(`Cannot write secrets to ${path}: it is a symbolic link.`, { hint: 'Name a regular file.' });
  }
  if (!found.isFile()) {
    throw new ConfigError(`Cannot write secrets to ${path}: it is not a regular file.`, {
      hint: 'Name a regular file.',
    });
  }
  if ((found.mode & 0o077) !== 0) {
    throw new ConfigError(`Cannot write secrets to ${path}: others may read it.`, {
      hint: `Run \`chmod 600 ${path}\`, or name a new file.`,
    });
  }
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause: unknown) => {
    throw new ConfigError(`Cannot read ${path}, to which secrets would be added.`, { cause });
  });
  try {
    const text = await handle.readFile('utf8');
    return { secrets: text.trim() === '' ? {} : asSecrets(text, path), mode: found.mode & 0o777 };
  } finally {
    await handle.close();
  }
}

function asSecrets(text: string, path: string): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.values(value).some((secret) => typeof secret !== 'string')
  ) {
    throw new ConfigError(`Cannot write secrets to ${path}: it holds something else.`, {
      hint: 'Name a new file, or one that orgwright wrote: a JSON object of address to secret.',
    });
  }
  return { ...(value as Record<string, string>) };
}
