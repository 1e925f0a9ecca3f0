/** A job of GitHub Actions for tests: checkout, event, runner's files, the sandbox and a stand-in of GitHub. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runAction, type ActionWorld } from '../../../src/cli/github/action.js';
import { inputVariable } from '../../../src/cli/github/inputs.js';
import { run } from '../../../src/cli/run.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { githubStandIn, repository, token, type GithubStandIn } from '../../support/github-stand-in.js';
import { folder } from '../support/folder.js';
import { configuration, world } from '../support/organization.js';
import { servedSandbox, type TestSandbox } from '../support/served-sandbox.js';

export const commit = '0123456789abcdef0123456789abcdef01234567';

export interface Step {
  readonly code: number;
  /** Both streams: what the log of the job shows. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Workflow {
  readonly cwd: string;
  readonly github: GithubStandIn;
  readonly sandbox: TestSandbox;
  readonly waits: readonly number[];
  /** What orgwright was run with. */
  readonly runs: readonly { readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>> }[];
  readonly write: (name: string, text: string) => Promise<void>;
  readonly step: (inputs: Readonly<Record<string, string>>, more?: StepChoices) => Promise<Step>;
  /** What a step's process gets. */
  readonly environment: (
    inputs: Readonly<Record<string, string>>,
    more?: StepChoices,
  ) => Promise<Record<string, string>>;
  readonly files: () => Promise<Pick<Step, 'outputs' | 'summary'>>;
}

export interface StepChoices {
  /** `fork` is the same without a vendor's credential. */
  readonly event?: 'pull' | 'fork' | 'push' | 'schedule';
  readonly env?: Readonly<Record<string, string>>;
}

/** Pull request 1 is open. `beforeVendor` may hold up a request to the sandbox. */
export async function workflow(
  seed: string = world,
  beforeVendor: (request: Request) => Promise<void> | void = () => undefined,
): Promise<Workflow> {
  const [github, sandbox, cwd] = await Promise.all([
    githubStandIn(),
    servedSandbox(seed, beforeVendor),
    folder({ 'org.yaml': configuration }),
  ]);
  const runner = await folder();
  github.addIssue({ isPullRequest: true, title: 'Change access', user: { login: 'erin', type: 'User' } });
  const waits: number[] = [];
  const runs: Workflow['runs'][number][] = [];

  async function environment(
    inputs: Readonly<Record<string, string>>,
    { event = 'pull', env = {} }: StepChoices = {},
  ): Promise<Record<string, string>> {
    const eventFile = join(runner, 'event.json');
    await writeFile(eventFile, JSON.stringify(eventOf(event)));
    await Promise.all(['output', 'summary'].map((name) => writeFile(join(runner, name), '')));
    const ofVendors = Object.entries(sandbox.env).filter(([name]) => event !== 'fork' || name.startsWith('ORGWRIGHT_'));
    const given = Object.entries({ 'github-token': token, ...inputs });
    return {
      ...Object.fromEntries(ofVendors),
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'erin',
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: event === 'pull' || event === 'fork' ? 'pull_request' : event,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_REPOSITORY: repository,
      GITHUB_RUN_ID: '77',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      GITHUB_TOKEN: token,
      GITHUB_WORKSPACE: cwd,
      RUNNER_TEMP: runner,
      ...env,
      ...Object.fromEntries(given.map(([name, value]) => [inputVariable(name), value])),
    };
  }

  async function files(): Promise<Pick<Step, 'outputs' | 'summary'>> {
    const lines = (await readFile(join(runner, 'output'), 'utf8')).split('\n').filter((line) => line !== '');
    return {
      outputs: Object.fromEntries(lines.map((line) => /^([^=]+)=(.*)$/.exec(line)?.slice(1) ?? [line, ''])) as Record<
        string,
        string
      >,
      summary: await readFile(join(runner, 'summary'), 'utf8'),
    };
  }

  return {
    ...{ cwd, github, sandbox, waits, runs, environment, files },
    write: (name, text) => writeFile(join(cwd, name), text),
    step: async (inputs, more) => {
      let log = '';
      const stream = (): PassThrough => new PassThrough().on('data', (chunk: Buffer) => void (log += chunk.toString()));
      const terminal = terminalOf(cwd, await environment(inputs, more), stream(), stream());
      const orgwright: ActionWorld['orgwright'] = async (argv, place) => {
        runs.push({ argv, env: place.env });
        const text = { stdout: '', stderr: '' };
        const collect = (name: 'stdout' | 'stderr'): PassThrough =>
          new PassThrough().on('data', (chunk: Buffer) => {
            text[name] += chunk.toString();
            if (name === 'stderr') log += chunk.toString();
          });
        const code = await run(argv, terminalOf(place.cwd, place.env, collect('stdout'), collect('stderr')));
        return { ...text, code };
      };
      const http = {
        fetch: globalThis.fetch,
        now: Date.now,
        random: () => 0,
        sleep: (milliseconds: number) => {
          waits.push(milliseconds);
          return Promise.resolve();
        },
      };
      const code = await runAction({ terminal, orgwright, http });
      return { code, log, ...(await files()) };
    },
  };
}

function terminalOf(
  cwd: string,
  env: Readonly<Record<string, string>>,
  stdout: PassThrough,
  stderr: PassThrough,
): Terminal {
  return {
    ...{ env, cwd, program: 'orgwright', stdin: new PassThrough(), stdout, stderr },
    untilInterrupted: (work) => work(new AbortController().signal),
  };
}

function eventOf(event: StepChoices['event']): unknown {
  if (event === 'push' || event === 'schedule') return { repository: { full_name: repository } };
  const origin = event === 'fork' ? 'mallory/access' : repository;
  return {
    action: 'synchronize',
    number: 1,
    pull_request: {
      number: 1,
      head: { sha: commit, repo: { full_name: origin } },
      base: { repo: { full_name: repository } },
    },
    repository: { full_name: repository },
  };
}
