/** Tells of drift in one issue, which is closed when the drift is gone. */
import { exitCodes } from '../../errors.js';
import { commentMarker } from '../render/plan-markdown.js';
import { checkAuthor, ifAllowed, warn, type ActionContext, type OrgwrightRun } from './context.js';
import { closeDriftIssues, keepDriftIssue } from './drift-issue.js';
import { runUrl } from './event.js';
import { failureMarkdown } from './failure-markdown.js';
import { appendOutputs, appendSummary } from './job-files.js';

export async function driftMode(context: ActionContext): Promise<number> {
  const { inputs, terminal } = context;
  const run = await context.orgwright([
    ...['drift', '--format=markdown', '-no-color'],
    ...inputs.organizations.map((name) => `--org=${name}`),
    ...inputs.flags,
    '--',
    ...inputs.paths,
  ]);
  const { code } = run;
  // What could not be read may hide drift, or make it up: the issue stays as it is.
  const isKnown = code === exitCodes.ok || code === exitCodes.changes;
  terminal.stdout.write(run.stdout);
  await appendSummary(terminal, isKnown ? run.stdout : failureSummary(run));
  let url = '';
  try {
    if (isKnown && inputs.issue) url = (await tellInIssue(context, run)) ?? '';
  } finally {
    const changes = String(code === exitCodes.changes);
    await appendOutputs(terminal, { changes, exit_code: String(code), issue_url: url });
  }
  // With the issue it is told; without, only a failure of the job tells it.
  return code === exitCodes.changes && url !== '' ? exitCodes.ok : code;
}

function failureSummary(run: OrgwrightRun): string {
  return `${run.stdout}\n## Drift is not known: \`orgwright drift\` failed\n\n${failureMarkdown(run)}`;
}

/** The address of the issue; undefined where none could be written. */
async function tellInIssue(context: ActionContext, { code, stdout }: OrgwrightRun): Promise<string | undefined> {
  const { inputs, github, terminal } = context;
  if (github === undefined) {
    warn(context, 'No issue', 'The input github-token is empty.');
    return undefined;
  }
  const issue = { marker: commentMarker(inputs.commentKey, 'drift'), author: inputs.author };
  const run = `[the run](${runUrl(terminal.env)})`;
  if (code === exitCodes.ok) {
    const gone = `The drift is gone: what is live is as configured again, ${run} found.\n`;
    const closed = await ifAllowed(context, 'issue', () => closeDriftIssues(github, issue, gone));
    return closed?.[0]?.url;
  }
  const body = `${issue.marker}\n${stdout}`;
  const text = { title: inputs.issueTitle, labels: inputs.issueLabels, body };
  const kept = await ifAllowed(context, 'issue', () => keepDriftIssue(github, issue, text));
  if (kept !== undefined) checkAuthor(context, kept.author);
  return kept?.url;
}
