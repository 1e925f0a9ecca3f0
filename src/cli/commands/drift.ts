import { driftOf } from '../../core/drift.js';
import { ConfigError, exitCodes, type ExitCode } from '../../errors.js';
import { OrgwrightCommand } from '../command.js';
import { pathArgs } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput } from '../output.js';
import { planningFlags, readAndPlan, type Planning } from '../planning.js';
import { hasDrift, type DriftReport } from '../render/drift-counts.js';
import { renderDriftJson } from '../render/drift-json.js';
import { renderDriftMarkdown } from '../render/drift-markdown.js';
import { renderDriftText } from '../render/drift-text.js';
import { styled, type Line } from '../render/line.js';

const { org, shard, target, 'as-of': asOf, 'allow-incomplete': allowIncomplete } = planningFlags;

export class Drift extends OrgwrightCommand {
  static override id = 'drift';
  static override usage = '[PATH...]';
  static override description = [
    'Reads the live organizations and tells how they differ from the configuration: what is missing, extra or changed, and\n' +
      'who owns what is extra. It only reads. It is the plan of the same files, seen from the other side.',
    'Whatever `unlisted` reports is drift; what it keeps is counted. What is pending comes true by itself and is no drift.\n' +
      'Who holds a privileged role without being asked for is always named.',
    'Exit codes: 0 no drift; 1 error, or not everything could be read; 2 drift. Guards play no part.',
  ].join('\n\n');
  static override flags = {
    org,
    shard,
    target,
    'as-of': asOf,
    'allow-incomplete': allowIncomplete,
    format: Flags.option({
      helpValue: 'FORMAT',
      options: ['text', 'json', 'markdown'] as const,
      description: 'text, json or markdown.',
    })(),
    json: Flags.boolean({ description: 'The same as --format=json.' }),
    'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
    input: Flags.boolean({ default: true, description: 'Accepted as in Terraform; drift never asks.' }),
  };
  static override later = ['parallelism', 'lock-timeout', 'snapshot', 'out'];
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright drift', description: 'Compares everything in the current folder with what is live.' },
    {
      command: 'orgwright drift infra/access --org acme-data',
      description: 'Compares one organization of a folder.',
    },
    { command: 'orgwright drift --format markdown > drift.md', description: 'Writes the body of an issue.' },
    {
      command: "orgwright drift -json | jq '.drift[] | select(.privileged)'",
      description: 'Names who holds a privileged role that nobody asked for.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Drift);
    const { terminal } = this;
    if (flags.json && flags.format !== undefined && flags.format !== 'json') {
      throw new ConfigError(`-json and --format=${flags.format} exclude each other.`);
    }
    const output = createOutput(terminal, flags);
    // What is planned only on request is nothing that live lacks.
    const planning = await readAndPlan(terminal, args.paths, {
      ...flags,
      replace: [],
      'verify-domains': false,
      impact: false,
    });
    if (planning.plan === undefined) {
      output.diagnose(planning.configuration.diagnostics, planning.configuration.frame);
      return exitCodes.error;
    }
    const report = reportOf(planning);
    output.diagnose(report.diagnostics, planning.configuration.frame);
    if (flags.json || flags.format === 'json') terminal.stdout.write(renderDriftJson(report));
    else if (flags.format === 'markdown') terminal.stdout.write(renderDriftMarkdown(report));
    else output.print(renderDriftText(report));
    if (report.errored || (!report.complete && !flags['allow-incomplete'])) {
      output.tell(failureLines(report));
      return exitCodes.error;
    }
    return hasDrift(report) ? exitCodes.changes : exitCodes.ok;
  }
}

function reportOf({ plan, organizations }: Planning): DriftReport {
  const providers = new Map(organizations.map(({ provider }) => [provider.type, provider]));
  const { complete, errored, diagnostics } = plan.document;
  return {
    ...driftOf(plan.document, providers),
    complete,
    errored,
    diagnostics: diagnostics.filter(({ code }) => !aboutApplying.has(code)),
  };
}

/** Codes of what would matter if the difference were applied; nothing is. */
const aboutApplying: ReadonlySet<string> = new Set([
  'guard-unproven',
  'guard-warning',
  'open-owners',
  'transient-loss',
  'weaker-guard',
]);

function failureLines({ errored }: DriftReport): Line[] {
  const error = styled('red', 'error');
  if (errored) return [[error, ': Not everything could be compared, so the report is not all of the drift.']];
  return [
    [error, ': Not everything could be read, so the report is not all of the drift.'],
    ['  ', styled('cyan', 'hint'), ': Give the token the missing rights, or go on without with --allow-incomplete.'],
  ];
}
