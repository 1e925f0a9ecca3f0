import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { packageVersion } from '../package-root.js';

export const version = defineCommand({
  name: 'version',
  usage: '',
  description: ['Prints the version of orgwright.'],
  flags: { json: { type: 'boolean', summary: 'Print JSON.' } },
  positionals: { min: 0, max: 0 },
  examples: [
    { line: 'orgwright version', does: 'Prints the version.' },
    { line: 'orgwright version -json', does: 'Prints it as JSON, with the versions of Node and the platform.' },
  ],
  run: async ({ flags, terminal }) => {
    const orgwright = packageVersion();
    const platform = `${process.platform}-${process.arch}`;
    terminal.stdout.write(
      flags.json
        ? `${JSON.stringify({ orgwright_version: orgwright, node_version: process.versions.node, platform }, undefined, 2)}\n`
        : `orgwright ${orgwright}\n`,
    );
    return exitCodes.ok;
  },
});
