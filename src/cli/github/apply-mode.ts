/** Applies what was merged, and puts what was done into the summary of the job. */
import type { ApplyReport } from '../../apply/report.js';
import { isJsonObject } from '../../core/json.js';
import { toText } from '../render/line.js';
import { codeBlock } from '../render/markdown-text.js';
import { renderOutcome, renderReport } from '../render/report-text.js';
import type { ActionContext, OrgwrightRun } from './context.js';
import { failureMarkdown } from './failure-markdown.js';
import { appendOutputs, appendSummary } from './job-files.js';
import { parsed } from './parsed.js';

export async function applyMode(context: ActionContext): Promise<number> {
  const { inputs, terminal } = context;
  const run = await context.orgwright([
    ...['apply', '-json', '-no-color', '-auto-approve', '-input=false'],
    ...inputs.organizations.map((name) => `--org=${name}`),
    ...(inputs.expectPlan === undefined ? [] : [`--expect-plan=${inputs.expectPlan}`]),
    ...inputs.flags,
    '--',
    ...inputs.paths,
  ]);
  const report = reportIn(run);
  const outputs = report === undefined ? {} : { plan_digest: report.plan_digest };
  const changed = report === undefined ? 0 : report.counts.done + report.counts.substituted;
  await appendSummary(terminal, applySummary(run, report));
  if (report !== undefined) terminal.stdout.write(toText(renderReport(report), false));
  await appendOutputs(terminal, { ...outputs, changes: String(changed > 0), exit_code: String(run.code) });
  return run.code;
}

/** Undefined where it ended before there was one. */
function reportIn({ stdout }: OrgwrightRun): ApplyReport | undefined {
  const value = parsed(stdout);
  // Written by the same version of orgwright a moment ago.
  return isJsonObject(value) && isJsonObject(value['counts']) ? (value as unknown as ApplyReport) : undefined;
}

const shownOperations = 500;

function applySummary(run: OrgwrightRun, report: ApplyReport | undefined): string {
  if (report === undefined || run.code !== 0) {
    const told = report === undefined ? '' : `${outcomes(report)}\n`;
    return `## Apply failed, exit code ${run.code}\n\n${told}${failureMarkdown(run)}`;
  }
  return report.operations.length === 0 ? '## No changes.\n' : `## Applied\n\n${outcomes(report)}`;
}

/** Failures first: they must not be among those that are left out. */
function outcomes(report: ApplyReport): string {
  const rank = { failed: 0, skipped: 1, substituted: 2, done: 3 } as const;
  const sorted = [...report.operations].sort((a, b) => rank[a.status] - rank[b.status]);
  const width = Math.max(0, ...sorted.map(({ id }) => id.length));
  const lines = sorted.slice(0, shownOperations).flatMap((outcome) => renderOutcome(outcome, width));
  const rest = sorted.length - shownOperations;
  return codeBlock([...lines, ...(rest > 0 ? [[`  ... and ${rest} more`]] : []), ...renderReport(report)], false);
}
