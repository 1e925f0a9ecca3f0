import { describe, expect, it } from 'vitest';
import { actionsBot, type GithubIssue } from '../../support/github-stand-in.js';
import { configuration } from '../support/organization.js';
import { workflow, type Step, type StepChoices, type Workflow } from './workflow.js';

const marker = '<!-- orgwright:drift:default -->';
const list = 'GET /repos/acme/access/issues?state=open&sort=created&direction=asc&per_page=100';
const scheduled: StepChoices = { event: 'schedule' };
const drifted = { mode: 'drift', 'issue-title': 'Drift', 'issue-labels': 'drift\nneeds, a person' };
const inSync = configuration
  .replace('      dave@acme.com: { state: absent }\n', '      dave@acme.com: {}\n')
  .replace(
    '{ description: Data engineering, members: [alice@acme.com, bob@acme.com] }',
    '{ members: [alice@acme.com] }',
  );

interface Watched extends Workflow {
  readonly drift: (inputs?: Readonly<Record<string, string>>) => Promise<Step>;
  readonly issue: () => GithubIssue | undefined;
}

async function watched(): Promise<Watched> {
  const started = await workflow();
  return {
    ...started,
    drift: (inputs = {}) => started.step({ ...drifted, ...inputs }, scheduled),
    issue: () => started.github.issues.find(({ body }) => body.startsWith(marker)),
  };
}

describe('the action, looking for drift', () => {
  it('opens one issue, in which the drift is told, and leaves it alone while nothing changes', async () => {
    const { drift, github, issue, sandbox } = await watched();
    const { code, log, outputs, summary } = await drift();
    expect(code, log).toBe(0);
    expect(github.takeCalls()).toEqual([list, 'POST /repos/acme/access/issues']);
    expect(issue()).toMatchObject({ title: 'Drift', labels: ['drift', 'needs, a person'], state: 'open' });
    expect(issue()?.body).toMatch(new RegExp(`^${marker}\n## Drift: `));
    expect(issue()?.body).toContain('`acme-data/member/dave@acme.com`');
    expect(outputs).toEqual({
      changes: 'true',
      exit_code: '2',
      issue_url: 'https://github.com/acme/access/issues/2',
    });
    expect(summary).toContain('## Drift: ');
    expect((await drift()).code).toBe(0);
    expect(github.takeCalls()).toEqual([list]);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('changes the issue in place, whatever people did to its title, and closes it when the drift is gone', async () => {
    const { drift, github, issue, write } = await watched();
    await drift();
    const opened = issue()?.body;
    github.takeCalls();
    await write('org.yaml', configuration.replace('Data engineering', 'Engineering'));
    await drift({ 'issue-title': 'Another title' });
    expect(github.takeCalls()).toEqual([list, 'PATCH /repos/acme/access/issues/2']);
    expect(issue()?.body).not.toBe(opened);
    expect(issue()?.title).toBe('Drift');
    await write('org.yaml', inSync);
    const { code, log, outputs } = await drift();
    expect(code, log).toBe(0);
    expect(github.takeCalls()).toEqual([
      list,
      'PATCH /repos/acme/access/issues/2',
      'POST /repos/acme/access/issues/2/comments',
    ]);
    expect(issue()).toMatchObject({
      state: 'closed',
      comments: [
        {
          body: 'The drift is gone: what is live is as configured again, [the run](https://github.com/acme/access/actions/runs/77) found.\n',
        },
      ],
    });
    expect(outputs).toMatchObject({ changes: 'false', exit_code: '0' });
    await drift();
    expect(github.takeCalls()).toEqual([list]);
  });

  it('opens a new issue for new drift, not the closed one', async () => {
    const { drift, github, issue, write } = await watched();
    await drift();
    await write('org.yaml', inSync);
    await drift();
    github.takeCalls();
    await write('org.yaml', configuration);
    await drift();
    expect(github.takeCalls()).toEqual([list, 'POST /repos/acme/access/issues']);
    expect(issue()?.state).toBe('closed');
    expect(github.issues.at(-1)).toMatchObject({ number: 3, state: 'open' });
  });

  it('does nothing to the issue, and fails, where live cannot be read', async () => {
    const { drift, github, issue, sandbox } = await watched();
    await drift();
    const opened = { ...issue() };
    github.takeCalls();
    await sandbox.control('PUT', 'faults', [{ method: 'GET', path: '/v1/', times: 50, status: 403 }]);
    const { code, outputs, summary } = await drift();
    expect({ code, ...outputs }).toEqual({ code: 1, changes: 'false', exit_code: '1', issue_url: '' });
    expect(summary).toContain('## Drift is not known: `orgwright drift` failed');
    expect(github.takeCalls()).toEqual([]);
    expect(issue()).toEqual(opened);
  });

  it('looks through all open issues, and takes nobody else for its own', async () => {
    const { drift, github } = await watched();
    for (let index = 0; index < 120; index += 1) github.addIssue({ title: `Issue ${index}` });
    const planted = github.addIssue({ body: `${marker}\nNothing to see.`, user: { login: 'mallory', type: 'User' } });
    github.addIssue({ body: `${marker}\nA pull request.`, isPullRequest: true });
    const own = github.addIssue({ body: `${marker}\nOld.`, user: actionsBot });
    const { outputs } = await drift();
    expect(github.takeCalls()).toEqual([
      list,
      'GET /repositories/4711/issues?state=open&sort=created&direction=asc&per_page=100&page=2',
      `PATCH /repos/acme/access/issues/${own.number}`,
    ]);
    expect(planted.body).toBe(`${marker}\nNothing to see.`);
    expect(outputs['issue_url']).toBe(`https://github.com/acme/access/issues/${own.number}`);
  });

  it.each([
    ['the token may only read', { readOnly: true }, 'Resource not accessible by integration'],
    ['the repository has no issues', { issuesEnabled: false }, 'Issues has been disabled in this repository.'],
  ])('fails the job with 2 where %s: else nobody would be told', async (_, state, said) => {
    const { drift, github } = await watched();
    Object.assign(github, state);
    const { code, log, summary } = await drift();
    expect(code).toBe(2);
    expect(log).toMatch(/^::warning title=No issue::/m);
    expect(log).toContain(said);
    expect(summary).toContain('## Drift: ');
  });

  it('fails the job with 2 where no issue is wanted', async () => {
    const { drift, github } = await watched();
    expect((await drift({ issue: 'false' })).code).toBe(2);
    expect(github.takeCalls()).toEqual([]);
  });
});
