/** The names that the configuration has, offline. Who completes a word is not told about what is wrong with it. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfiguration } from '../configuration.js';
import type { Terminal } from '../terminal.js';

export interface ConfiguredNames {
  readonly organizations: readonly string[];
  readonly addresses: readonly string[];
  readonly connections: readonly string[];
}

/** Of the files and folders among the words, or else of this folder. Empty where the configuration has errors. */
export async function configuredNames(terminal: Terminal, words: readonly string[]): Promise<ConfiguredNames> {
  const isPath = await Promise.all(
    words.map((word) =>
      stat(resolve(terminal.cwd, word)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const paths = words.filter((_, index) => isPath[index]);
  const { organizations, loaded } = await readConfiguration(terminal, paths);
  return {
    organizations: organizations.map(({ desired }) => desired.name),
    addresses: organizations.flatMap(({ desired }) => desired.resources.map(({ address }) => address)),
    connections: loaded.providers.map(({ name }) => name),
  };
}
