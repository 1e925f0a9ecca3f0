import { mergePlans } from '../../core/merge-plans.js';
import type { PlanDocument } from '../../core/plan-document.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { decodePlan } from '../../plan-file/decode.js';
import { OrgwrightCommand } from '../command.js';
import { readPlanKey } from '../environment.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { packageVersion } from '../package-root.js';
import { readJsonFile } from '../plan-file.js';
import { planFormat, planFormatFlags, printPlan } from '../print-plan.js';
import type { Terminal } from '../terminal.js';

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
    const merged = mergePlans([
      await readPlan(first, terminal),
      ...(await Promise.all(others.map((file) => readPlan(file, terminal)))),
    ]);
    if ('conflict' in merged) {
      throw new ConfigError(`Two of the plans speak of ${merged.conflict}.`, {
        hint: 'Show plans together that are each of organizations of their own, such as those of --shard.',
      });
    }
    const output = createOutput(terminal, flags);
    output.diagnose(merged.document.diagnostics, () => undefined);
    await printPlan(merged.document, flags, terminal, output);
    return exitCodes.ok;
  }
}

async function readPlan(file: string, terminal: Terminal): Promise<PlanDocument> {
  const value = await readJsonFile(file, terminal.cwd);
  return decodePlan(value, { file, version: packageVersion(), key: readPlanKey(terminal) }).document;
}
