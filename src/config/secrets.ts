/** Secrets behind references, read when first used. No error and no log ever holds a value. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { JsonObject } from '../core/json.js';
import { ConfigError, SafetyError } from '../errors.js';
import { listAt, textAt } from './json-access.js';
import { unsafeCharacter } from './unsafe-text.js';

export interface SecretOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** ORGWRIGHT_ALLOW_COMMANDS=1: whoever may edit the YAML may then run programs here. */
  readonly allowCommands: boolean;
}

export type SecretResolver = (reference: JsonObject) => Promise<string>;

const commandTimeout = 30_000;
const longestSecret = 64 * 1024;

/** Each reference is read once for the resolver's life. */
export function createSecretResolver(options: SecretOptions): SecretResolver {
  const read = new Map<string, Promise<string>>();
  return (reference) => {
    const key = JSON.stringify(reference);
    const value = read.get(key) ?? readSecret(reference, options);
    read.set(key, value);
    return value;
  };
}

/** Where a secret comes from, fit to be shown: `env:NAME`, `file:PATH`, `command:PROGRAM`. */
export function secretSource(reference: JsonObject): string {
  const env = textAt(reference, 'env');
  if (env !== undefined) return `env:${env}`;
  const file = textAt(reference, 'file');
  if (file !== undefined) return `file:${file}`;
  const [program] = listAt(reference, 'command');
  return typeof program === 'string' ? `command:${program}` : 'unknown';
}

async function readSecret(reference: JsonObject, options: SecretOptions): Promise<string> {
  const source = secretSource(reference);
  const value = (await rawSecret(reference, source, options)).replace(/\r?\n$/, '');
  if (value === '') throw new ConfigError(`The secret from ${source} is empty.`, { hint: 'Set it to the secret.' });
  if (unsafeCharacter(value) !== undefined) {
    throw new ConfigError(`The secret from ${source} holds a line break or an invisible character.`, {
      hint: 'Store the secret alone, on one line.',
    });
  }
  return value;
}

async function rawSecret(reference: JsonObject, source: string, options: SecretOptions): Promise<string> {
  const env = textAt(reference, 'env');
  if (env !== undefined) {
    const value = options.env[env];
    if (value !== undefined) return value;
    throw new ConfigError(`The environment variable ${env} is not set.`, {
      hint: `Set ${env}; the configuration reads a secret from it.`,
    });
  }
  const file = textAt(reference, 'file');
  if (file !== undefined) return readSecretFile(resolve(options.cwd, file), source);
  const command = listAt(reference, 'command').filter((part) => typeof part === 'string');
  return runSecretCommand(command, source, options);
}

async function readSecretFile(path: string, source: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8');
    if (text.length <= longestSecret) return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`The secret from ${source} cannot be read: ${code ?? 'unknown error'}.`, {
      hint: 'Check that the file is there and may be read.',
    });
  }
  throw new ConfigError(`The secret from ${source} is too long to be one.`, { hint: 'Name the right file.' });
}

async function runSecretCommand(command: readonly string[], source: string, options: SecretOptions): Promise<string> {
  if (!options.allowCommands) {
    throw new SafetyError(`The secret from ${source} would run a program, which is not allowed here.`, {
      hint: 'Set ORGWRIGHT_ALLOW_COMMANDS=1 where everybody who may edit the YAML may also run programs.',
    });
  }
  const [program = '', ...args] = command;
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: options.cwd,
      env: options.env,
      shell: false,
      timeout: commandTimeout,
      maxBuffer: longestSecret,
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    // The program's own output may hold the secret, and node puts the arguments into its message.
    throw new ConfigError(`The secret from ${source} could not be had: ${failureOf(error)}.`, {
      hint: 'Run the command by hand to see why.',
    });
  }
}

function failureOf(error: unknown): string {
  const { code, killed, signal } = error as { code?: string | number; killed?: boolean; signal?: string };
  if (code === 'ENOENT') return 'there is no such program';
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it printed too much';
  if (killed === true) return `it took longer than ${String(commandTimeout / 1000)} seconds`;
  return code === undefined ? `it was ended by ${signal ?? 'a signal'}` : `it ended with ${String(code)}`;
}
