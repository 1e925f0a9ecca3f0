/** The pull request that a workflow runs for, from the event that GitHub put beside it. */
import { isJsonObject, textOf, type Json } from '../../core/json.js';
import { ConfigError } from '../../errors.js';

export interface PullRequest {
  readonly number: number;
  /** The commit that is planned. */
  readonly commit: string;
  /** From a fork, or by Dependabot, whose runs GitHub treats alike: no secrets, a token that only reads. */
  readonly isForeign: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Undefined where the event is about none. */
export function pullRequestOf(env: Variables, event: Json | undefined): PullRequest | undefined {
  const found = isJsonObject(event) ? event['pull_request'] : undefined;
  if (!isJsonObject(found)) return undefined;
  const number = found['number'];
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
    throw new ConfigError('The event at GITHUB_EVENT_PATH has a pull request without a number.');
  }
  const head = isJsonObject(found['head']) ? found['head'] : {};
  // Without a repository where the fork is gone meanwhile.
  const origin = isJsonObject(head['repo']) ? textOf(head['repo']['full_name']) : '';
  const isFork = origin.toLowerCase() !== repositoryOf(env).toLowerCase();
  return {
    number,
    commit: /^[0-9a-f]{40,64}$/.test(textOf(head['sha'])) ? textOf(head['sha']) : '',
    isForeign: isFork || env['GITHUB_ACTOR'] === 'dependabot[bot]',
  };
}

/** `owner/name`. */
export function repositoryOf(env: Variables): string {
  const name = env['GITHUB_REPOSITORY'] ?? '';
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new ConfigError('GITHUB_REPOSITORY is not set to OWNER/NAME.', {
    hint: 'Run this as the action in a workflow of GitHub Actions; elsewhere run `orgwright` itself.',
  });
}

/** The page of this run. */
export function runUrl(env: Variables): string {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return `${server}/${repositoryOf(env)}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`;
}
