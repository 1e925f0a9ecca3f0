/** A plan for people who review: annotations, the job's summary, outputs, and the comment on the pull request. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject } from '../../core/json.js';
import type { PlanDocument } from '../../core/plan-document.js';
import { exitCodes } from '../../errors.js';
import { createOutput } from '../output.js';
import { printPlan } from '../print-plan.js';
import { commentMarker } from '../render/plan-markdown.js';
import { loadTextDiff, renderPlanText } from '../render/plan-text.js';
import { reportError } from '../report-error.js';
import { writeWhole } from '../write-whole.js';
import { checkAuthor, ifAllowed, warn, type ActionContext, type OrgwrightRun } from './context.js';
import { appendOutputs, appendSummary } from './job-files.js';
import { parsed } from './parsed.js';
import { failedComment, planComment, validatedComment } from './plan-comment.js';
import { keepComment } from './sticky-comment.js';
import { annotateProblems } from './validate-mode.js';

export async function planMode(context: ActionContext): Promise<number> {
  const { inputs, pullRequest, terminal } = context;
  // No secret is there, and none should be: the code that it would go to is a stranger's.
  if (pullRequest?.isForeign === true && inputs.snapshot === undefined) return validateInstead(context);
  const run = await context.orgwright(planArguments(context));
  // A newer run that replaces this one is no failure to tell of.
  if (run.code === exitCodes.interrupted) return run.code;
  const plan = documentIn(run);
  if (plan === undefined) {
    await annotateProblems(context);
    const body = failedComment(context, run);
    await appendSummary(terminal, body);
    return commented(context, body, run.code === 0 ? exitCodes.error : run.code, {});
  }
  await showPlan(context, plan);
  const file = join(terminal.env['RUNNER_TEMP'] ?? tmpdir(), `orgwright-plan-${fileKey(inputs.commentKey)}.json`);
  await writeWhole(file, 0o600, run.stdout);
  return commented(context, await planComment(context, plan), run.code, {
    changes: String(plan.operations.length > 0),
    plan_json: file,
  });
}

function planArguments({ inputs }: ActionContext): readonly string[] {
  const { organizations, snapshot, flags, paths } = inputs;
  return [
    ...['plan', '-json', '-no-color'],
    ...organizations.map((name) => `--org=${name}`),
    ...(snapshot === undefined ? [] : [`--snapshot=${snapshot}`]),
    ...flags,
    '--',
    ...paths,
  ];
}

/** Undefined where it ended before there was a plan. */
function documentIn({ stdout }: OrgwrightRun): PlanDocument | undefined {
  const value = parsed(stdout);
  // Written by the same version of orgwright a moment ago.
  return isJsonObject(value) && value['format_version'] === '1.0' ? (value as unknown as PlanDocument) : undefined;
}

async function showPlan({ terminal, inputs }: ActionContext, plan: PlanDocument): Promise<void> {
  const output = createOutput(terminal, { 'no-color': true });
  terminal.stdout.write('::group::The plan\n');
  output.print(renderPlanText(plan, await loadTextDiff(plan)));
  terminal.stdout.write('::endgroup::\n');
  const format = { format: 'github', json: false, 'markdown-budget': 0, 'comment-key': inputs.commentKey } as const;
  await printPlan(plan, format, terminal, output);
}

async function validateInstead(context: ActionContext): Promise<number> {
  const code = await annotateProblems(context);
  const body = validatedComment(context, code === 0);
  await appendSummary(context.terminal, body);
  return commented(context, body, code, { changes: 'false' });
}

/** The exit code of the step. A comment that could not be brought up to date would be read as if it were. */
async function commented(
  context: ActionContext,
  body: string,
  code: number,
  outputs: Readonly<Record<string, string>>,
): Promise<number> {
  const { terminal } = context;
  let url = '';
  let failed: number | undefined;
  try {
    url = await comment(context, body);
  } catch (error) {
    failed = reportError(error, terminal, true);
  }
  const ended = code === exitCodes.ok ? (failed ?? code) : code;
  await appendOutputs(terminal, { changes: 'false', ...outputs, exit_code: String(ended), comment_url: url });
  return ended;
}

async function comment(context: ActionContext, body: string): Promise<string> {
  const { inputs, pullRequest, github } = context;
  if (!inputs.comment || pullRequest === undefined) return '';
  if (github === undefined) {
    warn(context, 'No comment', 'The input github-token is empty.');
    return '';
  }
  const { author, commentKey } = inputs;
  const wanted = { pullRequest: pullRequest.number, marker: commentMarker(commentKey), author, body };
  const kept = await ifAllowed(context, 'comment', () => keepComment(github, wanted));
  if (kept === undefined) return '';
  checkAuthor(context, kept.author);
  return kept.url;
}

function fileKey(key: string): string {
  return key.replace(/[^\w-]/g, '_').slice(0, 100);
}
