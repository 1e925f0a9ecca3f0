/** Plan files on disk: written whole and for their owner only, read with suspicion. */
import { open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Json, JsonObject } from '../core/json.js';
import { ConfigError } from '../errors.js';
import { readPlanKey } from './environment.js';
import { jsonText } from './render/json-text.js';
import type { Terminal } from './terminal.js';
import { writeWhole } from './write-whole.js';

/** A plan of 3,000 changes is about 10 MB. */
const largest = 128 * 1024 * 1024;

const ownerOnly = 0o600;

/** Before anything is read from a vendor: a plan that cannot be kept is not worth making. */
export async function checkPlanOut(path: string, terminal: Terminal): Promise<void> {
  const { cwd } = terminal;
  readPlanKey(terminal);
  const file = resolve(cwd, path);
  const folder = await stat(dirname(file)).catch(() => undefined);
  if (folder?.isDirectory() !== true) {
    throw new ConfigError(`Cannot write the plan to ${path}: its folder does not exist.`);
  }
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile()) {
    throw new ConfigError(`Cannot write the plan to ${path}: it is not a regular file.`, { hint: 'Name a file.' });
  }
}

export async function writePlanFile(path: string, cwd: string, value: JsonObject): Promise<void> {
  await writeWhole(resolve(cwd, path), ownerOnly, jsonText(value)).catch((cause: unknown) => {
    throw new ConfigError(`Could not write the plan to ${path}.`, { cause });
  });
}

/** The value of a JSON file. */
export async function readJsonFile(path: string, cwd: string): Promise<Json> {
  const bytes = await readBytes(path, cwd);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch (cause) {
    throw new ConfigError(`${path} is no plan of orgwright, or not all of it is there: it is not JSON.`, {
      hint: 'Plan again with `orgwright plan -out FILE`, and take care that the file is copied whole.',
      cause,
    });
  }
}

async function readBytes(path: string, cwd: string): Promise<Buffer> {
  const handle = await open(resolve(cwd, path), 'r').catch((cause: unknown) => {
    throw new ConfigError(`Could not read ${path}.`, { hint: 'Name a file that `orgwright plan -out` wrote.', cause });
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new ConfigError(`${path} is not a regular file.`, { hint: 'Name a plan file.' });
    if (found.size > largest) throw new ConfigError(`${path} is too large for a plan file.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
