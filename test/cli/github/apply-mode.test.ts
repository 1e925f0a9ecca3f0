import { describe, expect, it } from 'vitest';
import { configuration } from '../support/organization.js';
import { workflow, type StepChoices } from './workflow.js';

const pushed: StepChoices = { event: 'push' };

describe('the action, applying', () => {
  it('applies the plan that was reviewed, tells what it did, and then has nothing to do', async () => {
    const { step, github, sandbox, runs } = await workflow();
    const reviewed = (await step({ mode: 'plan' })).outputs['plan_digest'] ?? '';
    github.takeCalls();
    const { code, log, outputs, summary } = await step({ mode: 'apply', 'expect-plan': reviewed }, pushed);
    expect(code, log).toBe(0);
    expect(outputs).toEqual({ plan_digest: reviewed, changes: 'true', exit_code: '0' });
    expect(summary).toMatch(/^\n## Applied\n\n```text\n[^]*Apply complete: \d+ requests: \d+ done\.\n```\n$/);
    expect(log).toContain('Apply complete:');
    expect((await sandbox.takeWrites()).length).toBeGreaterThan(1);
    expect(runs.at(-1)?.argv.join(' ')).toBe(
      `apply -json -no-color -auto-approve -input=false --expect-plan=${reviewed} -- .`,
    );
    const again = await step({ mode: 'apply' }, pushed);
    expect(again).toMatchObject({ code: 0, outputs: { changes: 'false' }, summary: '\n## No changes.\n' });
    expect(await sandbox.takeWrites()).toEqual([]);
    expect(github.takeCalls()).toEqual([]);
  });

  it('refuses another plan than the one that was reviewed, with 11', async () => {
    const { step, sandbox, write } = await workflow();
    const reviewed = (await step({ mode: 'plan' })).outputs['plan_digest'] ?? '';
    await write('org.yaml', configuration.replace('Data engineering', 'Engineering'));
    const { code, summary } = await step({ mode: 'apply', 'expect-plan': reviewed }, pushed);
    expect(code).toBe(11);
    expect(summary).toContain('## Apply failed, exit code 11\n\n```text\n');
    expect(summary).toContain(`Nothing was applied: the plan is sha256:`);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it.each(['pull', 'fork'] as const)('refuses on the event of a %s request', async (event) => {
    const { step, sandbox } = await workflow();
    const { code, log } = await step({ mode: 'apply' }, { event });
    expect(code).toBe(1);
    expect(log).toContain("Refused to apply on a pull request (GitHub's event pull_request)");
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('tells what failed first, and fails with 13', async () => {
    const { step, sandbox } = await workflow();
    await sandbox.control('PUT', 'faults', [{ method: 'DELETE', path: '/v1', times: 1, status: 403 }]);
    const { code, summary } = await step({ mode: 'apply' }, pushed);
    expect(code).toBe(13);
    expect(summary).toMatch(/^\n## Apply failed, exit code 13\n\n```text\n\s+\d+ {2}failed/);
    expect(summary).toContain('Applied in part:');
  });
});

describe('the action, validating', () => {
  it('needs no credential and no token', async () => {
    const { step, github, runs } = await workflow();
    const { code, log, outputs } = await step({ mode: 'validate', 'github-token': '' }, { event: 'fork' });
    expect(code, log).toBe(0);
    expect(log).toBe('The configuration is valid.\n');
    expect(outputs).toEqual({ changes: 'false', exit_code: '0' });
    expect(runs.map(({ argv }) => argv.join(' '))).toEqual(['validate -json -- .']);
    expect(github.takeCalls()).toEqual([]);
  });
});

describe('the action', () => {
  it.each([
    [{ mode: 'destroy' }, 'The input mode is one of plan, apply, drift, validate, snapshot, not "destroy".'],
    [{ mode: 'snapshot' }, 'Mode snapshot needs the input snapshot: the file to write.'],
    [{ comment: 'maybe' }, 'The input comment is true or false, not "maybe".'],
    [{ flags: 'org.yaml' }, 'The input flags has one flag a line, such as -target=ADDRESS, not "org.yaml".'],
    [{ 'issue-title': 'x'.repeat(257) }, 'The input issue-title is one line of at most 256 characters.'],
    [{ 'working-directory': 'nowhere' }, 'The working-directory nowhere is no folder of the checkout.'],
  ])('refuses the inputs %j before anything is run', async (inputs, message) => {
    const { step, runs, github } = await workflow();
    const { code, log } = await step(inputs);
    expect(code).toBe(1);
    expect(log).toContain(`error: ${message}`);
    expect({ runs, calls: github.takeCalls() }).toEqual({ runs: [], calls: [] });
  });

  it.each([
    [{ GITHUB_API_URL: 'http://github.example' }, 'is not https, so a token would travel in the clear'],
    [{ GITHUB_API_URL: 'nonsense' }, 'GITHUB_API_URL is not the address of an API.'],
    [{ GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY is not set to OWNER/NAME.'],
    [{ GITHUB_EVENT_PATH: '/nowhere/event.json' }, 'The event at GITHUB_EVENT_PATH cannot be read.'],
  ])('refuses to run with %j', async (env, message) => {
    const { step, runs } = await workflow();
    const { code, log } = await step({}, { env });
    expect(code).toBe(1);
    expect(log).toContain(message);
    expect(runs).toEqual([]);
  });
});
