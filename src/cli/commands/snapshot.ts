import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isError } from '../../core/diagnostics.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { encodeSnapshot } from '../../snapshot/snapshot.js';
import { OrgwrightCommand } from '../command.js';
import { readConfiguration, selectOrganizations } from '../configuration.js';
import { readPlanKey } from '../environment.js';
import { listFlag, pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { startProgress } from '../progress.js';
import { count } from '../render/count.js';
import { takeSnapshot } from '../take-snapshot.js';
import { writeWhole } from '../write-whole.js';

const ownerOnly = 0o600;

export class Snapshot extends OrgwrightCommand {
  static override id = 'snapshot';
  static override usage = '[PATH...] -out FILE';
  static override description = [
    'Saves what is live, so that `plan --snapshot FILE` can plan from it where no credential may be, such as on a pull\n' +
      'request. It only reads.',
    'The file (mode 0600) holds the answers of the APIs without secrets, but with names, addresses and roles. With\n' +
      '--pseudonymize e-mail addresses are replaced, the same person by the same pseudonym; the key is\n' +
      'ORGWRIGHT_SNAPSHOT_KEY, in both places, or else a salt in the file. With ORGWRIGHT_PLAN_KEY it is signed.',
  ].join('\n\n');
  static override flags = {
    out: Flags.string({ helpValue: 'FILE', description: 'The file to write. Required.' }),
    org: listFlag({ helpValue: 'NAME', description: 'Only this organization.' }),
    pseudonymize: Flags.boolean({ description: 'Replace e-mail addresses by pseudonyms.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
  };
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright snapshot -out live.json', description: 'Saves what is live, in a protected job.' },
    { command: 'orgwright plan --snapshot live.json', description: 'Plans from it, without any credential.' },
    {
      command: 'ORGWRIGHT_SNAPSHOT_KEY=... orgwright snapshot --pseudonymize -out live.json',
      description: 'Saves it without the e-mail addresses of people.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Snapshot);
    const { terminal } = this;
    if (flags.out === undefined) {
      throw new ConfigError('Where to save the snapshot is missing: -out FILE.', {
        hint: 'Run `orgwright snapshot -out live.json`.',
      });
    }
    const signingKey = readPlanKey(terminal);
    const output = createOutput(terminal, flags);
    const configuration = await readConfiguration(terminal, args.paths, new Date().toISOString());
    if (configuration.diagnostics.some(isError)) {
      output.diagnose(configuration.diagnostics, configuration.frame);
      return exitCodes.error;
    }
    const file = resolve(terminal.cwd, flags.out);
    const found = await lstat(file).catch(() => undefined);
    if (found !== undefined && !found.isFile()) {
      throw new ConfigError(`Cannot write the snapshot to ${flags.out}: it is not a regular file.`);
    }
    const selected = selectOrganizations(configuration.organizations, flags.org);
    const progress = startProgress(terminal, `Reading ${count(selected.length, 'organization')}`);
    try {
      const { snapshot, diagnostics } = await takeSnapshot(terminal, configuration, selected, {
        pseudonymize: flags.pseudonymize,
        onRetry: (message) => progress.update(message),
      });
      progress.stop();
      output.diagnose([...configuration.diagnostics, ...diagnostics], configuration.frame);
      if (diagnostics.some(isError)) return exitCodes.error;
      await writeWhole(file, ownerOnly, encodeSnapshot(snapshot, signingKey)).catch((cause: unknown) => {
        throw new ConfigError(`Cannot write the snapshot to ${String(flags.out)}.`, { cause });
      });
      output.tell([[`${count(selected.length, 'organization')} in ${flags.out}, as of ${snapshot.takenAt}.`]]);
      return exitCodes.ok;
    } finally {
      progress.stop();
    }
  }
}
