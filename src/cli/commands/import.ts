import { basename, dirname } from 'node:path';
import { toYaml } from '../../config/to-yaml.js';
import { objectOf } from '../../core/diff.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { bareOrganization } from '../../import/read-everything.js';
import { toConfiguration } from '../../import/to-configuration.js';
import { loadProvider } from '../../providers/registry.js';
import { OrgwrightCommand } from '../command.js';
import { openConnections } from '../connections.js';
import { listFlag } from '../flags.js';
import { certificatePath, heading, splitFiles, writeFiles } from '../import-files.js';
import { importedOrganizations, readForImport } from '../import-organizations.js';
import { importSource } from '../import-source.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { startProgress } from '../progress.js';
import { count } from '../render/count.js';

export class Import extends OrgwrightCommand {
  static override id = 'import';
  static override usage = '--provider NAME [--org ID]';
  static override description = [
    'Writes live organizations as YAML, to stdout or to files. It only reads, and a plan right after it says "No changes."',
    'NAME is a connection of the configuration in the current folder, or a type: astro (ASTRO_API_TOKEN), atlas\n' +
      '(ATLAS_CLIENT_ID and ATLAS_CLIENT_SECRET, or ATLAS_PUBLIC_KEY and ATLAS_PRIVATE_KEY), scim (SCIM_TOKEN, with --base-url).',
    'What the YAML cannot say is left out, with a comment that says why. No secret is written, only where it comes from.',
  ].join('\n\n');
  static override flags = {
    provider: Flags.string({ helpValue: 'NAME', description: 'The connection to read from, or a type. Required.' }),
    org: listFlag({ helpValue: 'ID', description: "The organization's id; all that the credential sees without it." }),
    'base-url': Flags.string({ helpValue: 'URL', description: 'The address of a SCIM service.' }),
    out: Flags.string({ helpValue: 'PATH', description: 'Write to this file; with --split to files in this folder.' }),
    split: Flags.boolean({ description: 'One file for each organization, and certificates as files.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
  };
  static override examples = [
    { command: 'orgwright import --provider astro > org.yaml', description: 'Writes all that ASTRO_API_TOKEN sees.' },
    {
      command: 'orgwright import --provider atlas --org 5f0000000000000000000001',
      description: 'Shows one Atlas organization.',
    },
    {
      command: 'orgwright import --provider scim --base-url https://scim.example.com/v2',
      description: 'Shows the directory of a SCIM service.',
    },
    {
      command: 'orgwright import --provider astro --split --out access',
      description: 'Begins a repository: a file for each organization, and certificates.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags } = await this.parse(Import);
    const { terminal } = this;
    if (flags.provider === undefined) {
      throw new ConfigError('Where to import from is missing: --provider NAME.', {
        hint: 'Name a connection of the configuration, or a type: astro, atlas, scim.',
      });
    }
    if (flags.split && flags.out === undefined) {
      throw new ConfigError('Several files need a folder: --out is missing.', { hint: 'Add --out DIR.' });
    }
    const output = createOutput(terminal, flags);
    const source = await importSource(terminal, flags.provider, flags['base-url']);
    if (!('connection' in source)) {
      output.diagnose(source.diagnostics, source.frame);
      return exitCodes.error;
    }
    const { name, type, settings } = source.connection;
    const provider = await loadProvider(type);
    const progress = startProgress(terminal, `Reading ${name}`);
    try {
      const connections = await openConnections(
        terminal,
        { loaded: { providers: [source.connection] } },
        { access: 'read', onRetry: (message) => progress.update(message) },
      );
      const connection = connections.of({
        desired: bareOrganization({ name, type, id: '', provider: name }),
        provider,
      });
      const { from, diagnostics } = await importedOrganizations(source, connection, flags.org);
      const read = await Promise.all(from.map((each) => readForImport(each, connection, provider)));
      progress.stop();
      output.diagnose([...diagnostics, ...read.flatMap((each) => each.diagnostics)], () => undefined);
      const imported = toConfiguration(read, {
        taken: source.taken,
        ...(!source.isConfigured && { provider: { name, config: { type, ...settings } } }),
        ...(flags.split && { certificatePath }),
      });
      if (flags.out === undefined) terminal.stdout.write(toYaml(imported.document, { ...imported, heading }));
      else if (flags.split) await writeFiles(flags.out, splitFiles(imported), terminal.cwd);
      else {
        const text = toYaml(imported.document, { ...imported, heading });
        await writeFiles(dirname(flags.out), new Map([[basename(flags.out), text]]), terminal.cwd);
      }
      const organizations = Object.keys(objectOf(imported.document['organizations']));
      const where = flags.out === undefined ? '' : ` into ${flags.out}`;
      output.tell([[`Imported ${count(organizations.length, 'organization')}${where}: ${organizations.join(', ')}.`]]);
      return exitCodes.ok;
    } finally {
      progress.stop();
    }
  }
}
