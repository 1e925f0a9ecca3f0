import { parseAddress, type Address } from '../../core/address.js';
import { hasErrors } from '../../core/diagnostics.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { readConfiguration, selectOrganizations } from '../configuration.js';
import { openConnections } from '../connections.js';
import { pathArgs } from '../flags.js';
import { Args, Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { startProgress } from '../progress.js';
import { prepareSecretsFile } from '../secrets-file.js';

export class Reveal extends OrgwrightCommand {
  static override id = 'reveal';
  static override usage = 'ADDRESS [PATH...] --secrets-out FILE';
  static override description = [
    'Fetches a live secret, such as the SSO bypass link, into a file that only you may read (mode 0600). It is never shown.',
    'The file is a JSON object of address to secret; what it already holds stays. It may not be a link, nor be readable by\n' +
      'others.',
  ].join('\n\n');
  static override flags = {
    'secrets-out': Flags.string({ helpValue: 'FILE', description: 'The file to put it into. Required.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
  };
  static override args = {
    address: Args.string({ required: true, description: 'What to reveal, as the plan prints it.' }),
    ...pathArgs,
  };
  static override examples = [
    {
      command: 'orgwright reveal acme-data/bypass-link --secrets-out bypass.json',
      description: "Fetches an organization's bypass link.",
    },
    { command: `jq -r '."acme-data/bypass-link"' bypass.json`, description: 'Reads it out of the file.' },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Reveal);
    const { terminal } = this;
    const { address: text, paths } = args;
    const address = parseAddress(text);
    if (address === undefined) {
      throw new ConfigError(`"${text}" is no address.`, {
        hint: 'Write it as the plan prints it, e.g. acme-data/bypass-link.',
      });
    }
    if (flags['secrets-out'] === undefined) {
      throw new ConfigError('A secret is only ever written to a file: --secrets-out is missing.', {
        hint: `Run \`orgwright reveal ${text} --secrets-out FILE\`.`,
      });
    }
    const file = await prepareSecretsFile(flags['secrets-out'], terminal.cwd);
    const configuration = await readConfiguration(terminal, paths);
    const output = createOutput(terminal, flags);
    output.diagnose(configuration.diagnostics, configuration.frame);
    if (hasErrors(configuration.diagnostics)) return exitCodes.error;
    const [organization] = selectOrganizations(configuration.organizations, [address.organization]);
    if (organization === undefined) return exitCodes.error;
    const progress = startProgress(terminal, `Fetching ${text}`);
    try {
      const connections = await openConnections(terminal, configuration, {
        access: 'read',
        onRetry: (message) => progress.update(message),
      });
      const secret = await connections.of(organization).reveal?.(text as Address, organization.desired);
      if (secret === undefined) {
        throw new ConfigError(`There is no live secret at ${text}.`, {
          hint: `Only a bypass link can be revealed, where the organization has one: ${address.organization}/bypass-link.`,
        });
      }
      await file.store(text, secret);
    } finally {
      progress.stop();
    }
    output.tell([[`${text} is in ${file.path}.`]]);
    return exitCodes.ok;
  }
}
