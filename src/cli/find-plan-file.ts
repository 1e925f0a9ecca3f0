import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError } from '../errors.js';

/**
 * The plan file among what `apply` was given; undefined where that is configuration: folders, YAML, and JSON that bears
 * the configuration's marker. `given` are flags that decide what is planned: they have no say over a plan that is made.
 */
export async function findPlanFile(
  paths: readonly string[],
  cwd: string,
  given: readonly string[],
): Promise<string | undefined> {
  const isPlan = await Promise.all(paths.map((path) => isPlanFile(resolve(cwd, path))));
  const file = paths.find((_, index) => isPlan[index]);
  if (file === undefined) return undefined;
  if (paths.length > 1) {
    throw new ConfigError(`${file} is a plan file, and is applied alone.`, {
      hint: 'Name the plan file only: it holds the configuration that it was made from.',
    });
  }
  const [flag] = given;
  if (flag !== undefined) {
    throw new ConfigError(`-${flag} decides what is planned, and ${file} is a plan that was made already.`, {
      hint: `Give -${flag} to \`orgwright plan -out\`.`,
    });
  }
  return file;
}

async function isPlanFile(file: string): Promise<boolean> {
  if (/\.ya?ml$/i.test(file)) return false;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) return false;
  const text = await readFile(file, 'utf8').catch(() => '');
  // As `plan -out` begins: what it holds further down, perhaps a workspace of our name, makes it nothing else.
  if (/^\s*\{\s*"format_version"/.test(text)) return true;
  return !/^\s*(?:"orgwright"|orgwright)\s*:/m.test(text.slice(0, 100_000)) && !/^\s*\{\s*"orgwright"/.test(text);
}
