import { readFile } from 'node:fs/promises';
import type { Json } from '../core/json.js';
import { SafetyError } from '../errors.js';
import { pullRequestEvent } from './pull-request.js';
import type { Terminal } from './terminal.js';

/** Before anything is read: on a pull request anybody's change would be applied before it is reviewed. */
export async function refusePullRequest({ env }: Pick<Terminal, 'env'>, isAllowed: boolean): Promise<void> {
  if (isAllowed) return;
  const event = pullRequestEvent(env, await eventOf(env['GITHUB_EVENT_PATH']));
  if (event === undefined) return;
  throw new SafetyError(`Refused to apply on a pull request (${event}): it is not reviewed yet.`, {
    hint: 'Plan on pull requests and apply after the merge; --allow-pull-request applies all the same.',
  });
}

async function eventOf(path: string | undefined): Promise<Json | undefined> {
  if (path === undefined || path === '') return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Json;
  } catch {
    return undefined;
  }
}
