/** An imported configuration as files, none of which may be there before. */
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { onlyParts, toYaml } from '../config/to-yaml.js';
import type { JsonObject } from '../core/json.js';
import { objectOf } from '../core/diff.js';
import { ConfigError } from '../errors.js';
import { slug } from '../import/names.js';
import type { ImportedConfiguration } from '../import/to-configuration.js';

export const heading: readonly string[] = ['Imported from what is live. A plan right after it says "No changes."'];

/** Path to text. */
export type Files = ReadonlyMap<string, string>;

/** One file for what organizations share, and one for each organization. */
export function splitFiles({ document, notes, certificates }: ImportedConfiguration): Files {
  const part = (value: JsonObject | undefined, name: string): readonly (readonly [string, string])[] =>
    value === undefined ? [] : [[name, toYaml(value, { notes, heading })]];
  const taken = new Set(['connections.yaml', 'people.yaml', 'identity-providers.yaml']);
  const organizations = Object.entries(objectOf(document['organizations'])).flatMap(([name, config]) => {
    const plain = `${slug(name, 'organization')}.yaml`;
    const file = taken.has(plain) ? `organization-${plain}` : plain;
    return part({ orgwright: 1, organizations: { [name]: config } }, file);
  });
  return new Map([
    ...part(onlyParts(document, ['providers']), 'connections.yaml'),
    ...part(onlyParts(document, ['lists']), 'people.yaml'),
    ...part(onlyParts(document, ['identityProviders']), 'identity-providers.yaml'),
    ...organizations,
    ...Object.entries(certificates),
  ]);
}

export function certificatePath(identityProvider: string): string {
  return `certs/${slug(identityProvider, 'identity-provider')}.pem`;
}

/** All or, where one of them is there already, none. */
export async function writeFiles(folder: string, files: Files, cwd: string): Promise<void> {
  const paths = [...files].map(([name, text]) => ({
    name: join(folder, name),
    file: resolve(cwd, folder, name),
    text,
  }));
  for (const { name, file } of paths) {
    if ((await lstat(file).catch(() => undefined)) === undefined) continue;
    throw new ConfigError(`Nothing was written: ${name} is there already.`, {
      hint: 'Name another place with --out; an import never overwrites anything.',
    });
  }
  for (const { name, file, text } of paths) {
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
    } catch (cause) {
      throw new ConfigError(`Cannot write ${name}.`, { hint: 'Check that the folder may be written to.', cause });
    }
  }
}
