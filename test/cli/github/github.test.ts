import { describe, expect, it } from 'vitest';
import { createGithub, type Github } from '../../../src/cli/github/github.js';
import { keepComment } from '../../../src/cli/github/sticky-comment.js';
import { githubStandIn, repository, token, type GithubStandIn } from '../../support/github-stand-in.js';

interface Connected {
  readonly standIn: GithubStandIn;
  readonly github: Github;
  readonly waits: readonly number[];
  readonly told: readonly string[];
}

async function connected(givenToken = token): Promise<Connected> {
  const standIn = await githubStandIn();
  const waits: number[] = [];
  const told: string[] = [];
  const github = createGithub({
    apiUrl: standIn.url,
    repository,
    token: givenToken,
    fetch: globalThis.fetch,
    now: Date.now,
    random: () => 1,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    onRetry: (message) => void told.push(message),
  });
  return { standIn, github, waits, told };
}

async function all(github: Github): Promise<number> {
  let count = 0;
  for await (const entry of github.list('/issues', {})) count += Object.keys(entry).length > 0 ? 1 : 0;
  return count;
}

describe('the client of GitHub', () => {
  it.each([
    'https://evil.example/repositories/4711/issues?page=2',
    'http://127.0.0.1:1/repositories/4711/issues?page=2',
    '//evil.example/issues',
  ])('does not follow a next page to %s', async (address) => {
    const { standIn, github } = await connected();
    standIn.faults.push({ status: 200, body: [], headers: { link: `<${address}>; rel="next"` } });
    await expect(all(github)).rejects.toThrow('GitHub named a next page that is not part of its API');
    expect(standIn.takeCalls()).toHaveLength(1);
  });

  it('gives up on a list that never ends', async () => {
    const { standIn, github } = await connected();
    const next = { link: `<${standIn.url}/repositories/4711/issues>; rel="next"` };
    standIn.faults.push(...Array.from({ length: 300 }, () => ({ status: 200, body: [], headers: next })));
    await expect(all(github)).rejects.toThrow('has no end after 200 pages');
    expect(standIn.takeCalls()).toHaveLength(200);
  });

  it('tries again a bounded number of times where GitHub fails, and does not repeat what may have been done', async () => {
    const { standIn, github, waits, told } = await connected();
    standIn.faults.push({ status: 502 }, { status: 503 });
    expect(await all(github)).toBe(0);
    expect(waits).toEqual([500, 1000]);
    expect(told[0]).toBe('GitHub: 502 Bad Gateway to GET /repos/acme/access/issues?per_page=100; again in 1 s.');
    standIn.addIssue({});
    standIn.takeCalls();
    standIn.faults.push({ status: 502 });
    await expect(github.send('POST', '/issues/1/comments', { body: 'Hello' })).rejects.toThrow('502 Bad Gateway');
    expect(standIn.takeCalls()).toEqual(['POST /repos/acme/access/issues/1/comments']);
    standIn.faults.push({ status: 502 });
    await github.send('PATCH', '/issues/1', { body: 'Hello' });
    expect(standIn.takeCalls()).toHaveLength(2);
  });

  it('gives up after five rate limits, as long as GitHub asks for between them', async () => {
    const { standIn, github, waits } = await connected();
    const limited = { message: 'API rate limit exceeded for installation ID 1.' };
    const fault = { status: 403, body: limited, headers: { 'retry-after': '60' } };
    standIn.faults.push(...Array.from({ length: 5 }, () => fault));
    await expect(all(github)).rejects.toThrow('API rate limit exceeded');
    expect(waits).toEqual([60_000, 60_000, 60_000, 60_000]);
  });

  it('says what GitHub refuses, and never the token', async () => {
    const { standIn, github } = await connected();
    standIn.addIssue({ isPullRequest: true });
    const body = 'x'.repeat(65_537);
    const wanted = { pullRequest: 1, marker: '<!-- m -->', author: 'github-actions[bot]', body };
    await expect(keepComment(github, wanted)).rejects.toThrow(
      'Validation Failed: Body is too long (maximum is 65536 characters)',
    );
    await expect(keepComment(github, { ...wanted, pullRequest: 99 })).rejects.toThrow('404 Not Found');
    const other = await connected('ghs_another');
    await expect(all(other.github)).rejects.toThrow(/^(?!.*ghs_)GitHub answered 401 Unauthorized.*Bad credentials/);
  });
});
