import { exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { Flags } from '../oclif.js';
import { packageVersion } from '../package-root.js';

export class Version extends OrgwrightCommand {
  static override id = 'version';
  static override description = 'Prints the version of orgwright.';
  static override flags = { json: Flags.boolean({ description: 'Print JSON.' }) };
  static override examples = [
    { command: 'orgwright version', description: 'Prints the version.' },
    {
      command: 'orgwright version -json',
      description: 'Prints it as JSON, with the versions of Node and the platform.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags } = await this.parse(Version);
    const orgwright = packageVersion();
    const platform = `${process.platform}-${process.arch}`;
    this.terminal.stdout.write(
      flags.json
        ? `${JSON.stringify({ orgwright_version: orgwright, node_version: process.versions.node, platform }, undefined, 2)}\n`
        : `orgwright ${orgwright}\n`,
    );
    return exitCodes.ok;
  }
}
