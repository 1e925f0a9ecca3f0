import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.js';
import { cleanEnvironment } from '../../../src/cli/github/clean-environment.js';
import { pullRequestOf, runUrl } from '../../../src/cli/github/event.js';

const env = { GITHUB_REPOSITORY: 'Acme/access', GITHUB_ACTOR: 'erin' };
const sha = 'a'.repeat(40);

function event(head: Json): Json {
  return { pull_request: { number: 7, head } };
}

describe('pullRequestOf', () => {
  it.each([
    ['a branch of this repository', { sha, repo: { full_name: 'acme/Access' } }, env, false],
    ['a fork', { sha, repo: { full_name: 'mallory/access' } }, env, true],
    ['a fork that is gone', { sha, repo: null }, env, true],
    ['an event that does not tell', { sha }, env, true],
    ['Dependabot', { sha, repo: { full_name: 'acme/access' } }, { ...env, GITHUB_ACTOR: 'dependabot[bot]' }, true],
  ])('knows %s', (_, head, variables, isForeign) => {
    expect(pullRequestOf(variables, event(head))).toEqual({ number: 7, commit: sha, isForeign });
  });

  it('takes no commit that is none, and no number that is none', () => {
    expect(pullRequestOf(env, event({ sha: '`evil`', repo: null }))?.commit).toBe('');
    for (const number of [0, -1, 1.5, '1', null, { toString: 'x' }]) {
      expect(() => pullRequestOf(env, { pull_request: { number } })).toThrow('a pull request without a number');
    }
  });

  it.each([undefined, null, [], {}, { pull_request: null }, { issue: { number: 1, pull_request: {} } }])(
    'finds none in %j',
    (other) => {
      expect(pullRequestOf(env, other)).toBeUndefined();
    },
  );

  it.each(['', 'acme', 'acme/access/../..', 'acme/access?x=1'])('refuses the repository "%s"', (name) => {
    expect(() => runUrl({ GITHUB_REPOSITORY: name })).toThrow('GITHUB_REPOSITORY is not set to OWNER/NAME.');
  });
});

describe('cleanEnvironment', () => {
  it("leaves out the workflow's own, and the token under any name", () => {
    const kept = { PATH: '/bin', ASTRO_API_TOKEN: 'astro', GITHUB_EVENT_NAME: 'push', ORGWRIGHT_PLAN_KEY: 'key' };
    const own = {
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
      ACTIONS_RUNTIME_TOKEN: 'runtime',
      GH_TOKEN: 'another',
      GITHUB_ENV: '/runner/env',
      GITHUB_OUTPUT: '/runner/output',
      GITHUB_TOKEN: 'ghs_1',
      INPUT_GITHUB_TOKEN: 'ghs_1',
      MY_AUTH: 'Bearer ghs_1',
      input_mode: 'plan',
    };
    expect(cleanEnvironment({ ...kept, ...own, UNSET: undefined }, 'ghs_1')).toEqual(kept);
    expect(cleanEnvironment(kept, '')).toEqual(kept);
  });
});
