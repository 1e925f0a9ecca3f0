/** What every mode of the action works with. */
import type { Terminal } from '../terminal.js';
import { workflowCommand } from '../render/workflow-command.js';
import { isApiError } from '../../errors.js';
import { printable } from '../render/printable.js';
import type { PullRequest } from './event.js';
import type { Github } from './github.js';
import type { ActionInputs } from './inputs.js';

/** A run of orgwright that ended. What it said on stderr is in the log already. */
export interface OrgwrightRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ActionContext {
  readonly inputs: ActionInputs;
  /** In the working directory, with the runner's own environment. */
  readonly terminal: Terminal;
  readonly pullRequest: PullRequest | undefined;
  /** Undefined where the workflow gave no token. */
  readonly github: Github | undefined;
  /** Runs a command in the working directory, in an environment without the workflow's token. */
  readonly orgwright: (argv: readonly string[]) => Promise<OrgwrightRun>;
}

export function warn({ terminal }: Pick<ActionContext, 'terminal'>, title: string, message: string): void {
  terminal.stdout.write(workflowCommand({ level: 'warning', title, message }));
}

/**
 * What the token may not do (403), or what the repository has turned off (410), is a warning: on a fork that is how
 * it always is. Any other failure is an error.
 */
export async function ifAllowed<T>(
  context: Pick<ActionContext, 'terminal'>,
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!isApiError(error) || (error.status !== 403 && error.status !== 410)) throw error;
    warn(context, `No ${what}`, `${printable(error.message)}\nThe summary of this job has what it would say.`);
    return undefined;
  }
}

/** The next run could not find what this one wrote, and would write it again. */
export function checkAuthor(context: ActionContext, author: string): void {
  const { author: expected } = context.inputs;
  if (author.toLowerCase() === expected.toLowerCase()) return;
  warn(
    context,
    'The token writes as somebody else',
    `It wrote as ${author}, not as ${expected}: give the action \`author: ${author}\`, else it writes anew each time.`,
  );
}
