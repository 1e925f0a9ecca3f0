/** examples/gitops-github: its workflows say what they should, and what their steps run works, against the sandbox. */
import { chmod, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readInputs, inputVariable } from '../../../src/cli/github/inputs.js';
import { folder } from '../support/folder.js';
import { bash } from './bash.js';
import { workflow } from './workflow.js';

interface WorkflowFile {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[]; readonly inputs?: object } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress': boolean;
}

interface Job {
  readonly if?: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly steps: readonly JobStep[];
}

interface JobStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = join(root, 'examples/gitops-github');
const read = (path: string): Promise<string> => readFile(join(example, path), 'utf8');
const names = await readdir(join(example, '.github/workflows'));
const texts = await Promise.all(names.map((name) => read(`.github/workflows/${name}`)));
const files = texts.map((text) => parse(text) as WorkflowFile);
const jobs = files.flatMap((file) =>
  Object.entries(file.jobs).map(([id, job]) => ({ title: `${file.name}/${id}`, job })),
);
const action = parse(await readFile(join(root, 'action.yml'), 'utf8')) as { readonly inputs: object };
const readme = await read('README.md');

function fileOf(name: string): WorkflowFile {
  const found = files.find((file) => file.name === name);
  if (found === undefined) throw new Error(`no workflow ${name}`);
  return found;
}

const isOurs = ({ uses = '' }: JobStep): boolean => uses.startsWith('orgwright/orgwright@');

/** What `with` gives the action, with these values in the place of expressions. */
function inputsOf(job: Job | undefined, values: Readonly<Record<string, string>> = {}): Record<string, string> {
  const given = Object.entries(job?.steps.find(isOurs)?.with ?? {});
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => values[expression] ?? ''),
    ]),
  );
}

function keysOf(value: object): string[] {
  return Object.keys(value).sort();
}

describe('the workflows of examples/gitops-github', () => {
  it('are the four that the README names', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(['apply', 'drift', 'plan', 'snapshot']);
    for (const name of names) expect(readme).toContain(`(.github/workflows/${name})`);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    '%s has only what GitHub knows, and no rights',
    (_, file) => {
      const known = ['concurrency', 'jobs', 'name', 'on', 'permissions'];
      expect(keysOf(file).filter((key) => !known.includes(key))).toEqual([]);
      const events = ['pull_request', 'push', 'schedule', 'workflow_dispatch', 'workflow_run'];
      expect(keysOf(file.on).filter((key) => !events.includes(key))).toEqual([]);
      expect(file.permissions).toEqual({});
    },
  );

  it.each(jobs.map(({ title, job }) => [title, job] as const))('%s has the rights that its mode needs', (_, job) => {
    const known = ['concurrency', 'environment', 'if', 'permissions', 'runs-on', 'steps', 'timeout-minutes'];
    expect(keysOf(job).filter((key) => !known.includes(key))).toEqual([]);
    const { mode = '', comment = 'true' } = inputsOf(job);
    expect(Object.entries(job.permissions).filter(([, right]) => right === 'write')).toEqual(
      mode === 'drift'
        ? [['issues', 'write']]
        : mode === 'plan' && comment === 'true'
          ? [['pull-requests', 'write']]
          : [],
    );
    expect(job.permissions['contents']).toBe('read');
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    // Secrets are an environment's, and so only where there is one.
    const secrets = JSON.stringify(job).includes('secrets.');
    expect(secrets).toBe(job.environment !== undefined);
    if (job.environment !== undefined) expect(readme).toContain(`| \`${job.environment}\` |`);
  });

  it.each(jobs.map(({ title, job }) => [title, job] as const))('%s has steps that are well-formed', async (_, job) => {
    for (const step of job.steps) {
      const known = step.run === undefined ? ['env', 'uses', 'with'] : ['env', 'id', 'name', 'run'];
      expect(keysOf(step).filter((key) => !known.includes(key))).toEqual([]);
      if (step.run !== undefined) {
        expect(step.run).not.toContain('${{');
        expect(await bash(step.run, {}, ['-n'])).toEqual({ code: 0, log: '' });
      }
      if (step.uses?.startsWith('actions/checkout@') === true) {
        expect(step.with).toEqual({ 'persist-credentials': false });
      }
      if (!isOurs(step)) continue;
      expect(keysOf(step.with ?? {}).filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
      const given = Object.entries(inputsOf(job)).map(([name, value]) => [inputVariable(name), value]);
      expect(readInputs(Object.fromEntries(given) as Record<string, string>).paths).toEqual(['access']);
    }
  });

  it('pin the actions of others to a full commit, with its version beside it', () => {
    const uses = texts.flatMap((text) => text.split('\n').filter((line) => /\buses:/.test(line)));
    expect(uses.length).toBeGreaterThan(8);
    for (const line of uses) {
      expect(line).toMatch(
        /uses: (?:orgwright\/orgwright@v\d+\.\d+\.\d+ # pin it |actions\/[\w-]+@[0-9a-f]{40} # v\d)/,
      );
    }
  });

  it('apply from main only, one after another, and never on a pull request', () => {
    const apply = fileOf('apply');
    expect(keysOf(apply.on)).toEqual(['push', 'workflow_dispatch']);
    expect(apply.on['push']?.branches).toEqual(['main']);
    expect(apply.concurrency).toEqual({ group: 'access-apply', 'cancel-in-progress': false });
    expect(apply.jobs['apply']).toMatchObject({ if: "github.ref == 'refs/heads/main'", environment: 'access-apply' });
    for (const { job } of jobs) {
      if (inputsOf(job)['mode'] === 'apply') continue;
      expect(job.environment).not.toBe('access-apply');
    }
  });

  it('plan each pull request by exactly one job', () => {
    const { plan, 'plan-without-credentials': other } = fileOf('plan').jobs;
    const same = 'github.event.pull_request.head.repo.full_name == github.repository';
    expect(plan?.if).toBe(`${same} && github.actor != 'dependabot[bot]'`);
    expect(other?.if).toBe(`${same.replace('==', '!=')} || github.actor == 'dependabot[bot]'`);
  });

  it.each([
    ['the newest snapshot', 'echo 4712', 'file=TEMP/snapshot/live.json\n'],
    ['none where none was made', 'exit 0', ''],
    ['none where it cannot be had', 'test "$2" = list && echo 4712', ''],
  ])('look for %s', async (_, gh, output) => {
    const place = await folder({ gh: `#!/bin/sh\necho "$@" >> "$LOG"\n${gh}\n`, output: '' });
    await chmod(join(place, 'gh'), 0o755);
    const env = { PATH: `${place}:/usr/bin:/bin`, LOG: join(place, 'log'), RUNNER_TEMP: place };
    const script =
      fileOf('plan').jobs['plan-without-credentials']?.steps.find(({ run }) => run !== undefined)?.run ?? '';
    const { code, log } = await bash(script, { ...env, GITHUB_OUTPUT: join(place, 'output') });
    expect(code, log).toBe(0);
    expect(await readFile(join(place, 'output'), 'utf8')).toBe(output.replace('TEMP', place));
    expect((await readFile(join(place, 'log'), 'utf8')).split('\n')[0]).toBe(
      'run list --workflow snapshot.yaml --branch main --status success --limit 1 --json databaseId --jq .[].databaseId',
    );
  });
});

describe('examples/gitops-github', () => {
  it('plans, plans for forks from a snapshot, tells of drift, applies what was reviewed, and is in sync', async () => {
    const { step, write, cwd, github, sandbox } = await workflow(await read('world.yaml'));
    await mkdir(join(cwd, 'access'));
    await write('access/org.yaml', await read('access/org.yaml'));
    const job = (file: string, id = file): Job | undefined => fileOf(file).jobs[id];
    const values = { 'runner.temp': cwd, 'steps.snapshot.outputs.file': join(cwd, 'live.json') };
    const planned = await step(inputsOf(job('plan')));
    expect(planned.code, planned.log).toBe(0);
    expect(github.issues[0]?.comments[0]?.body).toContain('`acme-data/member/mallory@acme.com`');
    const forked = inputsOf(job('plan', 'plan-without-credentials'), values);
    expect((await step(inputsOf(job('snapshot'), values), { event: 'schedule' })).code).toBe(0);
    expect(await readFile(join(cwd, 'live.json'), 'utf8')).not.toContain('mallory@acme.com');
    const fork = await step(forked, { event: 'fork' });
    expect(fork.code, fork.log).toBe(0);
    expect(fork.summary).toContain('`acme-data/member/mallory@acme.com`');
    const validated = await step({ ...forked, snapshot: '' }, { event: 'fork' });
    expect(validated.summary).toContain('## The configuration is valid');
    const drift = await step(inputsOf(job('drift')), { event: 'schedule' });
    expect({ code: drift.code, exit: drift.outputs['exit_code'] }).toEqual({ code: 0, exit: '2' });
    expect(github.issues.at(-1)).toMatchObject({ state: 'open', labels: ['access-drift'] });
    expect((await sandbox.takeWrites()).filter((write) => write !== 'POST /api/oauth/token')).toEqual([]);
    const digest = { 'inputs.expect-plan': planned.outputs['plan_digest'] ?? '' };
    const applied = await step(inputsOf(job('apply'), digest), { event: 'push' });
    expect(applied.code, applied.log).toBe(0);
    await step(inputsOf(job('drift')), { event: 'schedule' });
    expect(github.issues.at(-1)?.state).toBe('closed');
    const { summary } = await step(inputsOf(job('plan')));
    expect(summary).toMatch(/^\n## No changes\.\n/);
  });
});
