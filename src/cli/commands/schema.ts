import { readFile } from 'node:fs/promises';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { Args } from '../oclif.js';
import { nearest } from '../nearest.js';
import { packageFile } from '../package-root.js';

const files: Readonly<Record<string, string>> = {
  config: 'schemas/config.schema.json',
  plan: 'schemas/plan.schema.json',
  world: 'schemas/world.schema.json',
};

export class Schema extends OrgwrightCommand {
  static override id = 'schema';
  static override usage = '[config|plan|world]';
  static override description = [
    'Prints a JSON Schema (draft 2020-12) on stdout: of the configuration, of the plan JSON, or of a sandbox world.',
    'With the schema of the configuration an editor completes keys and explains them. In a project that has orgwright\n' +
      'in node_modules, this first line of a YAML file is enough:\n\n' +
      '  # yaml-language-server: $schema=./node_modules/orgwright/schemas/config.schema.json',
  ].join('\n\n');
  static override args = { which: Args.string({ default: 'config', description: 'Which schema.' }) };
  static override examples = [
    {
      command: 'orgwright schema > orgwright.schema.json',
      description: "Saves the configuration's schema for an editor.",
    },
    {
      command: 'orgwright schema world',
      description: 'Prints the schema of the files that `orgwright sandbox --world` takes.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { which } = (await this.parse(Schema)).args;
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
    this.terminal.stdout.write(text);
    return exitCodes.ok;
  }
}
