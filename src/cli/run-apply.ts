/** Sends a plan's requests and tells what became of each; the same for a plan just made and for a saved one. */
import { applyPlan } from '../apply/executor.js';
import type { ApplyReport } from '../apply/report.js';
import type { Plan } from '../core/plan.js';
import type { PlanDocument } from '../core/plan-document.js';
import { exitCodes, type ExitCode } from '../errors.js';
import type { ConfiguredOrganization } from './configuration.js';
import type { Connections } from './connections.js';
import type { Output } from './output.js';
import { styled, type Line } from './render/line.js';
import { renderReportJson } from './render/report-json.js';
import { renderOutcome, renderReport } from './render/report-text.js';
import type { SecretsFile } from './secrets-file.js';
import type { Terminal } from './terminal.js';

const interrupted = 'Interrupted: the requests that run are finished, no others are sent. Once more ends at once.';

export interface ApplyRunOptions {
  readonly terminal: Terminal;
  readonly output: Output;
  readonly flags: { readonly json: boolean; readonly parallelism: number };
  readonly secrets: SecretsFile | undefined;
}

export async function runApply(
  plan: Plan,
  organizations: readonly ConfiguredOrganization[],
  connections: Connections,
  { terminal, output, flags, secrets }: ApplyRunOptions,
): Promise<ExitCode> {
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

/** What will be left out, said before the first request. */
export function secretLines({ operations }: Pick<Plan, 'operations'>, secrets: SecretsFile | undefined): Line[] {
  const revealing = operations.flatMap(({ reveals }) => reveals ?? []);
  if (secrets !== undefined || revealing.length === 0) return [];
  return [
    [styled('yellow', 'warning'), `: This makes a new secret and will not be run: ${revealing.join(', ')}.`],
    ['  ', styled('cyan', 'hint'), ': Say where the secret goes with --secrets-out FILE.'],
  ];
}

/** The report of a plan of which nothing was sent, so that `-json` always answers in one form. */
export function notApplied(
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
