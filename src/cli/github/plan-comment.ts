/** What the comment on a pull request says. It begins with the marker by which the next run finds it. */
import type { PlanDocument } from '../../core/plan-document.js';
import { codeSpan } from '../render/markdown-text.js';
import { commentMarker, renderPlanMarkdown } from '../render/plan-markdown.js';
import { loadTextDiff } from '../render/plan-text.js';
import type { ActionContext, OrgwrightRun } from './context.js';
import { runUrl } from './event.js';
import { failureMarkdown } from './failure-markdown.js';

export async function planComment(context: ActionContext, plan: PlanDocument): Promise<string> {
  const textDiff = await loadTextDiff(plan);
  const text = renderPlanMarkdown(plan, {
    key: context.inputs.commentKey,
    whole: `All of it is in the [summary of the job](${runUrl(context.terminal.env)}).`,
    ...(textDiff && { textDiff }),
  });
  return `${text}${commitText(context)}`;
}

export function failedComment(context: ActionContext, run: OrgwrightRun): string {
  return ownText(context, 'There is no plan: `orgwright plan` failed', failureMarkdown(run));
}

/** For a pull request that may not have a credential. */
export function validatedComment(context: ActionContext, isValid: boolean): string {
  return ownText(
    context,
    isValid ? 'The configuration is valid' : 'The configuration is not valid',
    'It was checked, but not planned: no credential may be where a fork or Dependabot decides what runs.\n' +
      (isValid ? '' : '\nThe problems are annotated at their lines.\n'),
  );
}

function ownText(context: ActionContext, title: string, text: string): string {
  return `${commentMarker(context.inputs.commentKey)}\n## ${title}\n\n${text}\n${commitText(context)}`;
}

function commitText({ pullRequest }: ActionContext): string {
  return pullRequest === undefined || pullRequest.commit === ''
    ? ''
    : `<sub>Commit ${codeSpan(pullRequest.commit)}.</sub>\n`;
}
