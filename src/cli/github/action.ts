/** The action of a workflow: reads its inputs and the event, and does what the mode says. Never prints the token. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Json } from '../../core/json.js';
import { ConfigError } from '../../errors.js';
import { reportError } from '../report-error.js';
import type { Terminal } from '../terminal.js';
import { applyMode } from './apply-mode.js';
import { cleanEnvironment } from './clean-environment.js';
import type { ActionContext, OrgwrightRun } from './context.js';
import { driftMode } from './drift-mode.js';
import { pullRequestOf, repositoryOf } from './event.js';
import { createGithub, type GithubSeams } from './github.js';
import { readInputs, type ActionInputs, type Mode } from './inputs.js';
import { planMode } from './plan-mode.js';
import { snapshotMode } from './snapshot-mode.js';
import { validateMode } from './validate-mode.js';

export interface ActionWorld {
  readonly terminal: Terminal;
  readonly http: GithubSeams;
  /** Runs orgwright with this environment and nothing of the action's own; its stderr goes to the log as it comes. */
  readonly orgwright: (
    argv: readonly string[],
    place: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  ) => Promise<OrgwrightRun>;
}

const modes: Readonly<Record<Mode, (context: ActionContext) => Promise<number>>> = {
  plan: planMode,
  apply: applyMode,
  drift: driftMode,
  validate: validateMode,
  snapshot: snapshotMode,
};

/** The exit code of the step. */
export async function runAction(world: ActionWorld): Promise<number> {
  try {
    const context = await contextOf(world);
    return await modes[context.inputs.mode](context);
  } catch (error) {
    return reportError(error, world.terminal, true);
  }
}

async function contextOf({ terminal, http, orgwright }: ActionWorld): Promise<ActionContext> {
  const inputs = readInputs(terminal.env);
  const cwd = await workingDirectory(terminal, inputs);
  const env = cleanEnvironment(terminal.env, inputs.token);
  return {
    inputs,
    terminal: { ...terminal, cwd },
    pullRequest: pullRequestOf(terminal.env, await eventOf(terminal.env['GITHUB_EVENT_PATH'])),
    github: githubOf(terminal, inputs, http),
    orgwright: (argv) => orgwright(argv, { cwd, env }),
  };
}

async function workingDirectory({ env, cwd }: Terminal, { workingDirectory: given }: ActionInputs): Promise<string> {
  const path = resolve(env['GITHUB_WORKSPACE'] ?? cwd, given);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return path;
  throw new ConfigError(`The working-directory ${given} is no folder of the checkout.`, {
    hint: 'Check the path, and that a step before this one checks the repository out.',
  });
}

function githubOf({ env, stderr }: Terminal, { token }: ActionInputs, http: GithubSeams): ActionContext['github'] {
  if (token === '') return undefined;
  return createGithub({
    ...http,
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository: repositoryOf(env),
    token,
    onRetry: (message) => void stderr.write(`${message}\n`),
  });
}

async function eventOf(path: string | undefined): Promise<Json | undefined> {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Json;
  } catch (cause) {
    // Without it a fork would not be known as one.
    throw new ConfigError('The event at GITHUB_EVENT_PATH cannot be read.', { cause });
  }
}
