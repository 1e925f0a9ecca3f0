import { describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../../src/cli/pull-request.js';
import type { Json } from '../../src/core/json.js';

const here = 'acme/access';

function run(workflowRun: Json, repository: Json = { full_name: here }): Json {
  return { workflow_run: workflowRun, repository };
}
const ours = { head_repository: { full_name: here } };

describe('pullRequestEvent', () => {
  it.each<[string, Record<string, string>, Json | undefined, string]>([
    ['pull_request', { GITHUB_EVENT_NAME: 'pull_request' }, {}, "GitHub's event pull_request"],
    ['pull_request_target', { GITHUB_EVENT_NAME: 'pull_request_target' }, {}, 'pull_request_target'],
    ['pull_request_review', { GITHUB_EVENT_NAME: 'pull_request_review' }, {}, 'pull_request_review'],
    [
      'a name that is made up',
      { GITHUB_EVENT_NAME: 'pull_request\n::error::x' },
      {},
      "GitHub's event pull_requesterrorx",
    ],
    [
      'a comment on a pull request',
      { GITHUB_EVENT_NAME: 'issue_comment' },
      { issue: { pull_request: { url: 'https://x' } } },
      'issue_comment, on a pull request',
    ],
    ['a comment, nobody knows on what', { GITHUB_EVENT_NAME: 'issue_comment' }, undefined, 'issue_comment'],
    [
      "a fork's run",
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: here },
      run({ event: 'push', head_repository: { full_name: 'mallory/access' } }),
      'workflow_run, from a fork',
    ],
    [
      'the run of a fork that has gone',
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: here },
      run({ event: 'push', head_repository: null }),
      'workflow_run, from a fork',
    ],
    [
      'a run of which it is not told where we are',
      { GITHUB_EVENT_NAME: 'workflow_run' },
      run({ event: 'push', ...ours }, null),
      'workflow_run, from a fork',
    ],
    [
      'a run after a pull request',
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: here },
      run({ event: 'pull_request', ...ours }),
      'workflow_run, after pull_request',
    ],
    [
      'a run after a run, which may be after a pull request',
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: here },
      run({ event: 'workflow_run', ...ours }),
      'workflow_run, after workflow_run',
    ],
    [
      'a run after nobody knows what',
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: here },
      run({ ...ours }),
      'does not tell after what',
    ],
    ['a run without its event', { GITHUB_EVENT_NAME: 'workflow_run' }, undefined, 'GITHUB_EVENT_PATH tells nothing'],
    ['a run with another event', { GITHUB_EVENT_NAME: 'workflow_run' }, ['x'], 'GITHUB_EVENT_PATH tells nothing'],
    ["GitLab's", { CI_PIPELINE_SOURCE: 'merge_request_event' }, undefined, "GitLab's merge_request_event"],
    ["GitLab's from GitHub", { CI_PIPELINE_SOURCE: 'external_pull_request_event' }, undefined, 'external_pull_request'],
    [
      "GitLab's child pipeline",
      { CI_PIPELINE_SOURCE: 'parent_pipeline', CI_MERGE_REQUEST_IID: '7' },
      undefined,
      'merge request pipeline',
    ],
    [
      "GitLab's child pipeline of another kind",
      { CI_PIPELINE_SOURCE: 'parent_pipeline', CI_EXTERNAL_PULL_REQUEST_IID: '7' },
      undefined,
      'external pull request pipeline',
    ],
  ])('is one: %s', (_, env, event, told) => {
    expect(pullRequestEvent(env, event)).toContain(told);
    expect(pullRequestEvent(env, event)).not.toContain('\n');
  });

  it.each<[string, Record<string, string>, Json | undefined]>([
    ['a person at a terminal', {}, undefined],
    ['push', { GITHUB_EVENT_NAME: 'push' }, {}],
    ['schedule', { GITHUB_EVENT_NAME: 'schedule' }, {}],
    ['workflow_dispatch', { GITHUB_EVENT_NAME: 'workflow_dispatch' }, {}],
    ['merge_group: it is reviewed', { GITHUB_EVENT_NAME: 'merge_group' }, {}],
    ['a comment on an issue', { GITHUB_EVENT_NAME: 'issue_comment' }, { issue: { number: 1 } }],
    [
      'a run after a push here, however it is written',
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: 'Acme/Access' },
      run({ event: 'push', ...ours }),
    ],
    ['a run, told by its event alone', { GITHUB_EVENT_NAME: 'workflow_run' }, run({ event: 'schedule', ...ours })],
    ["GitLab's push", { CI_PIPELINE_SOURCE: 'push', CI_MERGE_REQUEST_IID: '' }, undefined],
    ["GitLab's schedule", { CI_PIPELINE_SOURCE: 'schedule' }, undefined],
    ["GitLab's web", { CI_PIPELINE_SOURCE: 'web' }, undefined],
  ])('is none: %s', (_, env, event) => {
    expect(pullRequestEvent(env, event)).toBeUndefined();
  });
});
