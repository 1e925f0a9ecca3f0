import { applyPlan } from '../../apply/executor.js';
import type { ApplyReport } from '../../apply/report.js';
import type { PlanDocument } from '../../core/plan-document.js';
import { exitCodes, type ExitCode } from '../../errors.js';
import { ask } from '../ask.js';
import { refuseMoved } from '../check-moved.js';
import { OrgwrightCommand } from '../command.js';
import { openConnections } from '../connections.js';
import { pathArgs, type FlagValues } from '../flags.js';
import { Flags } from '../oclif.js';
import { createOutput, type Output } from '../output.js';
import { refusalCode, refusalLines } from '../plan-refusal.js';
import { planningFlags, readAndPlan, type Planning } from '../planning.js';
import { styled, type Line } from '../render/line.js';
import { loadTextDiff, renderPlanText } from '../render/plan-text.js';
import { renderReportJson } from '../render/report-json.js';
import { renderOutcome, renderReport } from '../render/report-text.js';
import { prepareSecretsFile, type SecretsFile } from '../secrets-file.js';
import type { Terminal } from '../terminal.js';

const applyFlags = {
  ...planningFlags,
  'auto-approve': Flags.boolean({ description: 'Do not ask.' }),
  input: Flags.boolean({
    default: true,
    description: '-input=false never asks: without -auto-approve it then only shows.',
  }),
  json: Flags.boolean({ description: 'Print the report as JSON; the plan goes to stderr.' }),
  parallelism: Flags.integer({ helpValue: 'N', min: 1, default: 10, description: 'How many requests run at once.' }),
  'secrets-out': Flags.string({
    helpValue: 'FILE',
    description: 'Where new secrets go (mode 0600); without it nothing that makes one is run.',
  }),
  'compact-warnings': Flags.boolean({ description: 'Show each warning on one line.' }),
};

interface Input {
  readonly flags: FlagValues<typeof applyFlags>;
  readonly terminal: Terminal;
}

const interrupted = 'Interrupted: the requests that run are finished, no others are sent. Once more ends at once.';

export class Apply extends OrgwrightCommand {
  static override id = 'apply';
  static override usage = '[PATH...]';
  static override description = [
    'Plans as `orgwright plan` does, shows the plan, asks, and makes the changes. Only a typed `yes` is a yes.',
    'Just before the first write everything that the plan touches is read again: if any of it has changed, nothing is sent.',
    'Ctrl-C lets the requests that run finish, starts no others, and reports; a second one ends at once.',
    'Exit codes: 0 applied, or no changes; 1 error, declined, or nobody to ask; 10 a guard tripped; 11 something changed\n' +
      'meanwhile; 13 applied in part; 130 interrupted.',
  ].join('\n\n');
  static override flags = applyFlags;
  static override later = ['expect-plan', 'lock-timeout', 'lock', 'out'];
  static override args = pathArgs;
  static override examples = [
    { command: 'orgwright apply', description: 'Shows the plan, asks, applies.' },
    { command: 'orgwright apply -auto-approve -input=false', description: 'Applies in a pipeline.' },
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
    const secrets =
      flags['secrets-out'] === undefined ? undefined : await prepareSecretsFile(flags['secrets-out'], terminal.cwd);
    const planning = await readAndPlan(terminal, args.paths, flags);
    if (planning.plan === undefined) {
      output.diagnose(planning.configuration.diagnostics, planning.configuration.frame);
      return exitCodes.error;
    }
    const { document } = planning.plan;
    output.diagnose(document.diagnostics, planning.configuration.frame);
    (flags.json ? output.tell : output.print)(renderPlanText(document, await loadTextDiff(document)));
    output.tell(refusalLines(document, flags['allow-incomplete']));
    const refused = refusalCode(document, flags['allow-incomplete']);
    if (refused !== undefined) {
      if (flags.json) terminal.stdout.write(renderReportJson(notApplied(document, 'failed', 'the plan was refused')));
      return refused;
    }
    if (document.operations.length === 0) {
      if (flags.json) terminal.stdout.write(renderReportJson(notApplied(document, 'applied', '')));
      return exitCodes.ok;
    }
    output.tell(secretLines(planning, secrets));
    if (!(await isApproved({ flags, terminal }, output))) {
      if (flags.json) terminal.stdout.write(renderReportJson(notApplied(document, 'failed', 'nobody approved it')));
      return exitCodes.error;
    }
    return execute(planning, secrets, { flags, terminal }, output);
  }
}

/** What will be left out, said before anybody approves. */
function secretLines({ plan }: Planning, secrets: SecretsFile | undefined): Line[] {
  const revealing = plan.operations.flatMap(({ reveals }) => reveals ?? []);
  if (secrets !== undefined || revealing.length === 0) return [];
  return [
    [styled('yellow', 'warning'), `: This makes a new secret and will not be run: ${revealing.join(', ')}.`],
    ['  ', styled('cyan', 'hint'), ': Say where the secret goes with --secrets-out FILE.'],
  ];
}

async function isApproved({ flags, terminal }: Input, output: Output): Promise<boolean> {
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

async function execute(
  planning: Planning,
  secrets: SecretsFile | undefined,
  { flags, terminal }: Input,
  output: Output,
): Promise<ExitCode> {
  const { plan, configuration, organizations } = planning;
  const connections = await openConnections(terminal, configuration, {
    access: 'write',
    onRetry: (message) => output.tell([[styled('dim', message)]]),
  });
  await refuseMoved(terminal, planning, connections);
  const idWidth = String(plan.operations.length).length;
  let stored = false;
  const report = await terminal.untilInterrupted((signal) => {
    signal.addEventListener('abort', () => output.tell([[interrupted]]), { once: true });
    return applyPlan({
      plan,
      connections: new Map(organizations.map((item) => [item.desired.name, connections.of(item)])),
      parallelism: flags.parallelism,
      resolveSecret: connections.secret,
      storeSecret:
        secrets &&
        (async (address, secret) => {
          await secrets.store(address, secret);
          stored = true;
        }),
      onOutcome: (outcome) => (flags.json ? output.tell : output.print)(renderOutcome(outcome, idWidth)),
      signal,
    });
  });
  const full: ApplyReport = stored && secrets !== undefined ? { ...report, secrets_file: secrets.path } : report;
  if (flags.json) terminal.stdout.write(renderReportJson(full));
  else output.print([[], ...renderReport(full)]);
  return reportCode(full);
}

function reportCode({ status }: ApplyReport): ExitCode {
  switch (status) {
    case 'applied':
      return exitCodes.ok;
    case 'partial':
      return exitCodes.partial;
    case 'failed':
      return exitCodes.error;
    case 'interrupted':
      return exitCodes.interrupted;
  }
}

/** The report of a plan of which nothing was sent, so that `-json` always answers in one form. */
function notApplied(
  { plan_digest, operations }: PlanDocument,
  status: ApplyReport['status'],
  detail: string,
): ApplyReport {
  return {
    plan_digest,
    status,
    counts: { done: 0, failed: 0, skipped: operations.length, substituted: 0 },
    operations: operations.map(({ id, organization, method, path, addresses }) => ({
      id,
      organization,
      method,
      path,
      addresses,
      status: 'skipped',
      detail,
    })),
    manual_steps: [],
  };
}
