import type { PlanDocument } from '../../core/plan-document.js';
import { exitCodes, type ExitCode } from '../../errors.js';
import { acknowledgedPlan, acknowledgementFlags, parseAcknowledgements } from '../acknowledgements.js';
import { createApplyLocks, type ApplyLocks } from '../apply-locks.js';
import { ask } from '../ask.js';
import { refuseMoved } from '../check-moved.js';
import { checkSaved } from '../check-saved.js';
import { OrgwrightCommand } from '../command.js';
import { openConnections, type ConfiguredConnections, type Connections } from '../connections.js';
import { refuseOtherPlan } from '../expect-plan.js';
import { findPlanFile } from '../find-plan-file.js';
import { pathArgs, type FlagValues } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput, type Output } from '../output.js';
import { refusalCode, refusalLines } from '../plan-refusal.js';
import { planningFlags, readAndPlan } from '../planning.js';
import { startProgress } from '../progress.js';
import { refusePullRequest } from '../refuse-pull-request.js';
import { styled } from '../render/line.js';
import { loadTextDiff, renderPlanText } from '../render/plan-text.js';
import { renderReportJson } from '../render/report-json.js';
import { notApplied, runApply, secretLines } from '../run-apply.js';
import { openSavedPlan } from '../saved-planning.js';
import { prepareSecretsFile, type SecretsFile } from '../secrets-file.js';
import type { Terminal } from '../terminal.js';

const applyFlags = {
  ...planningFlags,
  ...acknowledgementFlags,
  'auto-approve': Flags.boolean({ description: 'Do not ask.' }),
  input: Flags.boolean({
    default: true,
    description: '-input=false never asks: without -auto-approve it then only shows.',
  }),
  json: Flags.boolean({ description: 'Print the report as JSON; the plan goes to stderr.' }),
  'expect-plan': Flags.string({
    helpValue: 'DIGEST',
    description: 'Apply only the plan with this plan_digest; refuse any other.',
  }),
  parallelism: Flags.integer({ helpValue: 'N', min: 1, default: 10, description: 'How many requests run at once.' }),
  'secrets-out': Flags.string({
    helpValue: 'FILE',
    description: 'Where new secrets go (mode 0600); without it nothing that makes one is run.',
  }),
  lock: Flags.boolean({
    default: true,
    description: '-lock=false applies although another apply may run on this machine.',
  }),
  'lock-timeout': Flags.string({
    helpValue: 'DURATION',
    default: '0s',
    description: 'How long to wait for another apply to end, e.g. 30s or 5m.',
  }),
  'allow-pull-request': Flags.boolean({
    description: 'Apply even where the pipeline runs for a pull or merge request.',
  }),
  'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
};

type ApplyFlags = FlagValues<typeof applyFlags>;

/** Nothing of the configuration is read for a plan file, so what decides what is planned has no say. */
const flagsOfPlanning = ['org', 'shard', 'target', 'replace', 'verify-domains', 'as-of'] as const;

export class Apply extends OrgwrightCommand {
  static override id = 'apply';
  static override usage = '[PATH...|PLANFILE]';
  static override description = [
    'Plans as `orgwright plan` does, shows the plan, asks, and makes the changes. Only a typed `yes` is a yes.',
    'With a file that `orgwright plan -out` wrote it runs exactly that plan, without asking. Its requests are made again from\n' +
      'its changes and what is live, and must equal those that were reviewed. With ORGWRIGHT_PLAN_KEY only signed plans run.',
    'Just before the first write everything that the plan touches is read again: if any of it has changed, nothing is sent,\n' +
      'and guards are judged again on what is live then. Other applies to the same organization on this machine are waited for.',
    'Ctrl-C lets the requests that run finish, starts no others, and reports; a second one ends at once.',
    'Exit codes: 0 applied, or no changes; 1 error, declined, nobody to ask, or a plan file that was edited; 10 a guard\n' +
      'tripped; 11 something changed meanwhile, or another plan was expected; 12 another apply holds the lock; 13 applied in\n' +
      'part; 130 interrupted.',
  ].join('\n\n');
  static override flags = applyFlags;
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright apply', description: 'Shows the plan, asks, applies.' },
    { command: 'orgwright apply -auto-approve -input=false', description: 'Applies in a pipeline.' },
    { command: 'orgwright apply plan.json', description: 'Runs the plan that `orgwright plan -out=plan.json` saved.' },
    {
      command: 'orgwright apply -auto-approve --expect-plan "$REVIEWED"',
      description: 'Plans again and applies only the plan with the reviewed plan_digest.',
    },
    {
      command: 'orgwright apply -auto-approve -lock-timeout=5m',
      description: 'Waits for another apply on this machine.',
    },
    {
      command: 'orgwright apply plan.json -ack max-removals@sha256:...',
      description: 'Runs it although that guard tripped, for just what tripped it.',
    },
    {
      command: 'orgwright apply --secrets-out bypass.json',
      description: 'Lets a new bypass link be made, and puts it into the file.',
    },
    {
      command: 'orgwright apply -json -auto-approve > report.json',
      description: 'Keeps the outcome of every request.',
    },
  ];

  async run(): Promise<ExitCode> {
    const { flags, args } = await this.parse(Apply);
    const { terminal } = this;
    const output = createOutput(terminal, flags);
    const locks = createApplyLocks(terminal, flags, (line) => output.tell([[styled('dim', line)]]));
    await refusePullRequest(terminal, flags['allow-pull-request']);
    const given = flagsOfPlanning.filter((name) => isGiven(flags[name]));
    const planFile = await findPlanFile(args.paths, terminal.cwd, given);
    const secrets =
      flags['secrets-out'] === undefined ? undefined : await prepareSecretsFile(flags['secrets-out'], terminal.cwd);
    const run: Run = { flags, terminal, output, locks, secrets };
    try {
      return await (planFile === undefined ? applyPaths(args.paths, run) : applySaved(planFile, run));
    } finally {
      await locks.release();
    }
  }
}

interface Run {
  readonly flags: ApplyFlags;
  readonly terminal: Terminal;
  readonly output: Output;
  readonly locks: ApplyLocks;
  readonly secrets: SecretsFile | undefined;
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

async function applyPaths(paths: readonly string[], run: Run): Promise<ExitCode> {
  const { flags, terminal, output, locks } = run;
  const planning = await readAndPlan(terminal, paths, flags, ({ loaded }, selected) =>
    locks.take(loaded.providers, selected),
  );
  if (planning.plan === undefined) {
    output.diagnose(planning.configuration.diagnostics, planning.configuration.frame);
    return exitCodes.error;
  }
  const { plan, configuration, organizations } = planning;
  output.diagnose(plan.document.diagnostics, configuration.frame);
  const settled = await show(plan.document, flags['allow-incomplete'], run);
  if (settled !== undefined) return settled;
  output.tell(secretLines(plan, run.secrets));
  if (!(await isApproved(run))) {
    if (flags.json) terminal.stdout.write(renderReportJson(notApplied(plan.document, 'failed', 'nobody approved it')));
    return exitCodes.error;
  }
  const connections = await openToWrite(configuration, run);
  await refuseMoved(terminal, planning, connections);
  return runApply(plan, organizations, connections, run);
}

async function applySaved(file: string, run: Run): Promise<ExitCode> {
  const { terminal, output, locks } = run;
  const given = parseAcknowledgements(run.flags.ack);
  const opened = await openSavedPlan(terminal, file);
  const document = acknowledgedPlan(opened.document, given, opened.content.allow_incomplete);
  const saved = { ...opened, document };
  const { content, organizations } = saved;
  output.diagnose(document.diagnostics, () => undefined);
  const settled = await show(document, content.allow_incomplete, run);
  if (settled !== undefined) return settled;
  const configured = { loaded: { providers: content.connections } };
  const changing = new Set(content.shares.map(({ organization }) => organization.name));
  await locks.take(
    content.connections,
    organizations.filter(({ desired }) => changing.has(desired.name)),
  );
  const connections = await openToWrite(configured, run);
  const progress = startProgress(terminal, 'Checking that nothing has changed since the plan');
  const plan = await checkSaved(saved, connections).finally(() => progress.stop());
  output.tell(secretLines(plan, run.secrets));
  return runApply(plan, organizations, connections, run);
}

/** The exit code where there is nothing to send, or nothing may be sent. */
async function show(document: PlanDocument, allowIncomplete: boolean, run: Run): Promise<ExitCode | undefined> {
  const { flags, output, terminal } = run;
  (flags.json ? output.tell : output.print)(renderPlanText(document, await loadTextDiff(document)));
  if (flags['expect-plan'] !== undefined) refuseOtherPlan(document, flags['expect-plan']);
  output.tell(refusalLines(document, allowIncomplete));
  const refused = refusalCode(document, allowIncomplete);
  if (refused !== undefined) {
    if (flags.json) terminal.stdout.write(renderReportJson(notApplied(document, 'failed', 'the plan was refused')));
    return refused;
  }
  if (document.operations.length > 0) return undefined;
  if (flags.json) terminal.stdout.write(renderReportJson(notApplied(document, 'applied', '')));
  return exitCodes.ok;
}

async function isApproved({ flags, terminal, output }: Run): Promise<boolean> {
  if (flags['auto-approve']) return true;
  if (!flags.input || terminal.stdin.isTTY !== true) {
    output.tell([
      [styled('red', 'error'), ': Nothing was applied: there is nobody to ask.'],
      ['  ', styled('cyan', 'hint'), ': Run it in a terminal, or approve beforehand with -auto-approve.'],
    ]);
    return false;
  }
  const answer = await ask(terminal, '\nApply this plan? Only `yes` is accepted: ');
  if (answer === 'yes') return true;
  output.tell([['Declined: nothing was applied.']]);
  return false;
}

function openToWrite(configuration: ConfiguredConnections, { terminal, output }: Run): Promise<Connections> {
  return openConnections(terminal, configuration, {
    access: 'write',
    onRetry: (message) => output.tell([[styled('dim', message)]]),
  });
}
