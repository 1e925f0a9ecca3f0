import type { ApplyReport } from '../../apply/report.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { planFormat, planFormatFlags, printPlan } from '../print-plan.js';
import { readPlanFiles } from '../read-plan-files.js';
import { readReportFiles } from '../read-report-files.js';
import type { Line } from '../render/line.js';
import { renderReportJson } from '../render/report-json.js';
import { renderOutcome, renderReport } from '../render/report-text.js';

export class Show extends OrgwrightCommand {
  static override id = 'show';
  static override usage = 'PLANFILE...';
  static override description = [
    'Renders plans that `orgwright plan -out` saved, or that `plan -json` printed. It needs no configuration, no credential\n' +
      'and no network.',
    'Several plans, such as those of the shards of a pipeline, are shown as one with their totals; each must be of\n' +
      'organizations of its own.',
    'Reports that `orgwright apply -json` printed are shown in the same way, as text or JSON, with the outcome of all.',
    'Exit codes: 0; 1 where a file is no plan or report, or not as orgwright wrote it.',
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
      command: 'orgwright show report-1.json report-2.json',
      description: 'Shows what the applies of two shards did.',
    },
    {
      command: 'orgwright show --format markdown shard-1.json shard-2.json > comment.md',
      description: 'Makes one comment of the plans of two shards.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Show);
    const { terminal } = this;
    const format = planFormat(flags);
    const [first, ...others] = args.paths;
    if (first === undefined) {
      throw new ConfigError('show needs a plan file.', { hint: 'Save one with `orgwright plan -out plan.json`.' });
    }
    const output = createOutput(terminal, flags);
    const report = await readReportFiles([first, ...others], terminal);
    if (report !== undefined) {
      if (format === 'json') terminal.stdout.write(renderReportJson(report));
      else if (format === 'text') output.print(reportLines(report));
      else throw new ConfigError(`A report is shown as text or JSON, not as ${format}.`);
      return exitCodes.ok;
    }
    const document = await readPlanFiles([first, ...others], terminal);
    output.diagnose(document.diagnostics, () => undefined);
    await printPlan(document, flags, terminal, output);
    return exitCodes.ok;
  }
}

function reportLines(report: ApplyReport): Line[] {
  const idWidth = String(report.operations.length).length;
  return [...report.operations.flatMap((outcome) => renderOutcome(outcome, idWidth)), [], ...renderReport(report)];
}
