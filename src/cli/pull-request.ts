/**
 * Whether this runs for a pull or merge request, where the code that decides what is applied is not reviewed yet. From
 * what GitHub Actions and GitLab CI put into the environment.
 */
import { isJsonObject, textOf, type Json } from '../core/json.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** In a word for the reader; undefined elsewhere. `event` is the file at GITHUB_EVENT_PATH, undefined where unreadable. */
export function pullRequestEvent(env: Variables, event: Json | undefined): string | undefined {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  // pull_request, pull_request_target, pull_request_review, pull_request_review_comment; merge_group is reviewed.
  if (name.startsWith('pull_request')) return `GitHub's event ${plain(name)}`;
  if (name === 'issue_comment' && isOnPullRequest(event)) return "GitHub's event issue_comment, on a pull request";
  if (name === 'workflow_run') return workflowRun(env, event);
  const source = env['CI_PIPELINE_SOURCE'] ?? '';
  if (source === 'merge_request_event' || source === 'external_pull_request_event') return `GitLab's ${source}`;
  if (isSet(env['CI_MERGE_REQUEST_ID']) || isSet(env['CI_MERGE_REQUEST_IID'])) return "GitLab's merge request pipeline";
  return isSet(env['CI_EXTERNAL_PULL_REQUEST_IID']) ? "GitLab's external pull request pipeline" : undefined;
}

/**
 * What another workflow started is run with this repository's secrets, whoever started that. It is trusted only where
 * it is known to come from this repository, and not from a pull request.
 */
function workflowRun(env: Variables, event: Json | undefined): string | undefined {
  const run = isJsonObject(event) ? event['workflow_run'] : undefined;
  if (!isJsonObject(run)) return "GitHub's event workflow_run, of which GITHUB_EVENT_PATH tells nothing";
  const origin = isJsonObject(run['head_repository']) ? textOf(run['head_repository']['full_name']) : '';
  const here = env['GITHUB_REPOSITORY'] ?? repositoryOf(event);
  if (origin === '' || origin.toLowerCase() !== here.toLowerCase()) return "GitHub's event workflow_run, from a fork";
  const cause = textOf(run['event']);
  if (cause === '') return "GitHub's event workflow_run, which does not tell after what";
  const isOfPullRequest = cause.startsWith('pull_request') || mayBeOfPullRequest.has(cause);
  return isOfPullRequest ? `GitHub's event workflow_run, after ${plain(cause)}` : undefined;
}

/** They run on the default branch, whatever has caused them; the event that tells is not at hand. */
const mayBeOfPullRequest: ReadonlySet<string> = new Set(['workflow_run', 'issue_comment']);

function repositoryOf(event: Json | undefined): string {
  const repository = isJsonObject(event) ? event['repository'] : undefined;
  return isJsonObject(repository) ? textOf(repository['full_name']) : '';
}

function isOnPullRequest(event: Json | undefined): boolean {
  const issue = isJsonObject(event) ? event['issue'] : undefined;
  return !isJsonObject(issue) || issue['pull_request'] !== undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function plain(name: string): string {
  return name.replace(/[^a-z_]/g, '').slice(0, 60);
}
