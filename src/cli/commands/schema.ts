import { readFile } from 'node:fs/promises';
import { ConfigError, exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { nearest } from '../nearest.js';
import { packageFile } from '../package-root.js';

const files: Readonly<Record<string, string>> = {
  config: 'schemas/config.schema.json',
  plan: 'schemas/plan.schema.json',
  world: 'schemas/world.schema.json',
};

export const schema = defineCommand({
  name: 'schema',
  usage: '[config|plan|world]',
  description: [
    'Prints a JSON Schema (draft 2020-12) on stdout: of the configuration, of the plan JSON, or of a sandbox world.',
    'With the schema of the configuration an editor completes keys and explains them. In a project that has orgwright\n' +
      'in node_modules, this first line of a YAML file is enough:\n\n' +
      '  # yaml-language-server: $schema=./node_modules/orgwright/schemas/config.schema.json',
  ],
  flags: {},
  positionals: { min: 0, max: 1 },
  examples: [
    { line: 'orgwright schema > orgwright.schema.json', does: "Saves the configuration's schema for an editor." },
    { line: 'orgwright schema world', does: 'Prints the schema of the files that `orgwright sandbox --world` takes.' },
  ],
  run: async ({ positionals: [which = 'config'], terminal }) => {
    const file = Object.hasOwn(files, which) ? files[which] : undefined;
    if (file === undefined) {
      const guess = nearest(which, Object.keys(files));
      throw new ConfigError(`There is no schema "${which}".`, {
        hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}There are ${Object.keys(files).join(', ')}.`,
      });
    }
    const text = await readFile(packageFile(file), 'utf8').catch((cause: unknown) => {
      throw new ConfigError(`The schema "${which}" is not yet supported.`, { cause });
    });
    terminal.stdout.write(text);
    return exitCodes.ok;
  },
});
