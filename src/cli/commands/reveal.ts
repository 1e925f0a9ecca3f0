import { parseAddress, type Address } from '../../core/address.js';
import { hasErrors } from '../../core/diagnostics.js';
import { ConfigError, exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { readConfiguration, selectOrganizations } from '../configuration.js';
import { openConnections } from '../connections.js';
import { createOutput } from '../output.js';
import { startProgress } from '../progress.js';
import { prepareSecretsFile } from '../secrets-file.js';

export const reveal = defineCommand({
  name: 'reveal',
  usage: 'ADDRESS [PATH...] --secrets-out FILE',
  description: [
    'Fetches a live secret, such as the SSO bypass link, into a file that only you may read (mode 0600). It is never shown.',
    'The file is a JSON object of address to secret; what it already holds stays. It may not be a link, nor be readable by\n' +
      'others.',
  ],
  flags: {
    'secrets-out': { type: 'string', value: 'FILE', summary: 'The file to put it into. Required.' },
    'compact-warnings': { type: 'boolean', summary: 'Show each warning on one line.' },
  },
  positionals: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    {
      line: 'orgwright reveal acme-data/bypass-link --secrets-out bypass.json',
      does: "Fetches an organization's bypass link.",
    },
    { line: `jq -r '."acme-data/bypass-link"' bypass.json`, does: 'Reads it out of the file.' },
  ],
  run: async ({ flags, positionals: [text = '', ...paths], terminal }) => {
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
  },
});
