import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { planFormat, planFormatFlags, printPlan } from '../print-plan.js';
import { readPlanFiles } from '../read-plan-files.js';

export class Show extends OrgwrightCommand {
  static override id = 'show';
  static override usage = 'PLANFILE...';
  static override description = [
    'Renders plans that `orgwright plan -out` saved, or that `plan -json` printed. It needs no configuration, no credential\n' +
      'and no network.',
    'Several plans, such as those of the shards of a pipeline, are shown as one with their totals; each must be of\n' +
      'organizations of its own.',
    'Exit codes: 0; 1 where a file is no plan, or not as orgwright wrote it.',
  ].join('\n\n');
  static override flags = {
    ...planFormatFlags,
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
  };
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright show plan.json', description: 'Shows a saved plan as `plan` did.' },
    { command: 'orgwright show -json plan.json', description: 'Gives it to another program.' },
    {
      command: 'orgwright show --format markdown shard-1.json shard-2.json > comment.md',
      description: 'Makes one comment of the plans of two shards.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Show);
    const { terminal } = this;
    planFormat(flags);
    const [first, ...others] = args.paths;
    if (first === undefined) {
      throw new ConfigError('show needs a plan file.', { hint: 'Save one with `orgwright plan -out plan.json`.' });
    }
    const document = await readPlanFiles([first, ...others], terminal);
    const output = createOutput(terminal, flags);
    output.diagnose(document.diagnostics, () => undefined);
    await printPlan(document, flags, terminal, output);
    return exitCodes.ok;
  }
}
