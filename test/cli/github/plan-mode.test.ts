import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionsBot, token } from '../../support/github-stand-in.js';
import { configuration } from '../support/organization.js';
import { commit, workflow } from './workflow.js';

const marker = '<!-- orgwright:plan:default -->';
const list = 'GET /repos/acme/access/issues/1/comments?per_page=100';
const plan = { mode: 'plan' };

describe('the action, planning on a pull request', () => {
  it('comments once, with the digest of the plan, and tells the job', async () => {
    const { step, github, sandbox, runs } = await workflow();
    const { code, log, outputs, summary } = await step({ ...plan, organizations: 'acme-data' });
    expect(code, log).toBe(0);
    expect(github.takeCalls()).toEqual([list, 'POST /repos/acme/access/issues/1/comments']);
    const [comment] = github.issues[0]?.comments ?? [];
    expect(comment?.body).toMatch(new RegExp(`^${marker}\n## Plan: 0 to add, 1 to change, 1 to destroy\\.\n`));
    expect(comment?.body).toContain('- `-` `acme-data/member/dave@acme.com`');
    expect(comment?.body).toContain(`<sub>Plan \`${outputs['plan_digest'] ?? ''}\`, as of `);
    expect(comment?.body).toMatch(new RegExp(`\n<sub>Commit \`${commit}\`\\.</sub>\n$`));
    expect(outputs).toMatchObject({
      changes: 'true',
      exit_code: '0',
      comment_url: `https://github.com/acme/access/pull/1#issuecomment-${comment?.id ?? 0}`,
    });
    const document = JSON.parse(await readFile(outputs['plan_json'] ?? '', 'utf8')) as { plan_digest: string };
    expect(document.plan_digest).toBe(outputs['plan_digest']);
    expect(summary).toContain('## Plan: 0 to add, 1 to change, 1 to destroy.');
    expect(log).toContain('::warning file=org.yaml,line=13,col=7,title=acme-data/member/dave@acme.com is removed::');
    expect(runs.map(({ argv }) => argv.join(' '))).toEqual(['plan -json -no-color --org=acme-data -- .']);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('leaves the comment of the same plan alone, and changes it in place for another one', async () => {
    const { step, github, write } = await workflow();
    const first = await step(plan);
    github.takeCalls();
    const second = await step(plan);
    expect(github.takeCalls()).toEqual([list]);
    expect(second.outputs['comment_url']).toBe(first.outputs['comment_url']);
    await write('org.yaml', configuration.replace('dave@acme.com: { state: absent }', 'dave@acme.com: {}'));
    const third = await step(plan);
    const [comment, ...others] = github.issues[0]?.comments ?? [];
    expect(github.takeCalls()).toEqual([list, `PATCH /repos/acme/access/issues/comments/${comment?.id ?? 0}`]);
    expect(others).toEqual([]);
    expect(comment?.body).toContain('## Plan: 0 to add, 1 to change, 0 to destroy.');
    expect(third.outputs['comment_url']).toBe(first.outputs['comment_url']);
  });

  it('finds its comment on the third page, and keeps one for each configuration', async () => {
    const { step, github } = await workflow();
    for (let index = 0; index < 230; index += 1) {
      github.addComment(1, { login: 'erin', type: 'User' }, `Comment ${index}`);
    }
    const own = github.addComment(1, actionsBot, `${marker}\nAn older plan.`);
    await step(plan);
    const pages = [2, 3].map((page) => `GET /repositories/4711/issues/1/comments?per_page=100&page=${page}`);
    expect(github.takeCalls()).toEqual([list, ...pages, `PATCH /repos/acme/access/issues/comments/${own.id}`]);
    await step({ ...plan, 'comment-key': 'staging' });
    expect(github.takeCalls()).toEqual([list, ...pages, 'POST /repos/acme/access/issues/1/comments']);
    expect(github.issues[0]?.comments.at(-1)?.body).toMatch(/^<!-- orgwright:plan:staging -->\n/);
  });

  it.each([
    ['a contributor pasted the marker', { login: 'mallory', type: 'User' as const }, `${marker}\nNo changes.`],
    ['a person is called alike', { login: 'github-actions[bot]', type: 'User' as const }, `${marker}\nNo changes.`],
    ['another workflow quotes the marker', actionsBot, `> ${marker}\nNo changes.`],
    ['another bot has it', { login: 'other[bot]', type: 'Bot' as const }, `${marker}\nNo changes.`],
  ])('writes a comment of its own where %s', async (_, user, body) => {
    const { step, github } = await workflow();
    const planted = github.addComment(1, user, body);
    await step(plan);
    expect(github.takeCalls()).toEqual([list, 'POST /repos/acme/access/issues/1/comments']);
    expect(planted.body).toBe(body);
  });

  it('updates the oldest of two that a race has left', async () => {
    const { step, github } = await workflow();
    const [oldest, other] = [1, 2].map(() => github.addComment(1, actionsBot, `${marker}\nA plan.`));
    await step(plan);
    expect(github.takeCalls()).toEqual([list, `PATCH /repos/acme/access/issues/comments/${oldest?.id ?? 0}`]);
    expect(other?.body).toBe(`${marker}\nA plan.`);
  });

  it('says in the comment that a guard tripped, and fails with 10', async () => {
    const { step, github, write } = await workflow();
    await write('org.yaml', configuration.replace('ORGANIZATION_OWNER', 'ORGANIZATION_MEMBER'));
    const { code, outputs } = await step(plan);
    expect({ code, exit: outputs['exit_code'] }).toEqual({ code: 10, exit: '10' });
    expect(github.issues[0]?.comments[0]?.body).toContain('1 guard has tripped, so nothing of it can be applied.');
  });

  it('says in the comment why there is no plan, annotates the line, and fails with 1', async () => {
    const { step, github, write } = await workflow();
    const { outputs: before } = await step(plan);
    await write('org.yaml', configuration.replace('ORGANIZATION_OWNER', 'ORGANIZATION_OWNR'));
    const { code, log, outputs, summary } = await step(plan);
    expect(code).toBe(1);
    expect(outputs['comment_url']).toBe(before['comment_url']);
    expect(log).toMatch(/^::error file=org\.yaml,line=11,col=\d+,title=[^:]*::.*ORGANIZATION_OWNR/m);
    const [comment] = github.issues[0]?.comments ?? [];
    expect(comment?.body).toMatch(
      new RegExp(`^${marker}\n## There is no plan: \`orgwright plan\` failed\n\n\`\`\`text\norg.yaml:11:31: error: `),
    );
    expect(summary).toContain('ORGANIZATION_OWNR');
  });

  it('names files as the repository does where the configuration is in a folder', async () => {
    const { step, cwd, write } = await workflow();
    await write('org.yaml', 'orgwright: 1\norganization: {}\n');
    const { code, log } = await step(
      { ...plan, 'working-directory': cwd.split('/').at(-1) ?? '' },
      { env: { GITHUB_WORKSPACE: join(cwd, '..') } },
    );
    expect(code).toBe(1);
    expect(log).toContain(`::error file=${cwd.split('/').at(-1) ?? ''}/org.yaml,line=2,`);
  });

  it('goes on without the comment where the token may only read', async () => {
    const { step, github } = await workflow();
    github.readOnly = true;
    const { code, log, summary, outputs } = await step(plan);
    expect({ code, url: outputs['comment_url'] }).toEqual({ code: 0, url: '' });
    expect(log).toMatch(/^::warning title=No comment::.*Resource not accessible by integration/m);
    expect(summary).toContain('## Plan: 0 to add, 1 to change, 1 to destroy.');
  });

  it('fails where the comment could not be brought up to date', async () => {
    const { step, github } = await workflow();
    github.faults.push(...Array.from({ length: 5 }, () => ({ status: 502 })));
    const { code, log, outputs } = await step(plan);
    expect({ code, exit: outputs['exit_code'] }).toEqual({ code: 1, exit: '1' });
    expect(log).toContain('GitHub answered 502 Bad Gateway to GET /repos/acme/access/issues/1/comments');
    expect(github.takeCalls()).toHaveLength(5);
  });

  it('waits as long as a secondary rate limit asks for, and sends no comment twice', async () => {
    const { step, github, waits } = await workflow();
    const limited = { message: 'You have exceeded a secondary rate limit.' };
    github.faults.push({ status: 403, body: limited, headers: { 'retry-after': '7' } });
    expect((await step(plan)).code).toBe(0);
    expect(waits).toEqual([7000]);
    expect(github.takeCalls()).toEqual([list, list, 'POST /repos/acme/access/issues/1/comments']);
  });

  it('says whom to name as the author where the token writes as somebody else', async () => {
    const { step, github } = await workflow();
    github.user = { login: 'acme-access[bot]', type: 'Bot' };
    const { log } = await step(plan);
    expect(log).toMatch(/^::warning title=The token writes as somebody else::.*`author: acme-access\[bot\]`/m);
    github.takeCalls();
    await step({ ...plan, author: 'acme-access[bot]' });
    expect(github.takeCalls()).toEqual([list]);
  });

  it('writes no comment where none is wanted, and none on a push', async () => {
    const { step, github } = await workflow();
    expect((await step({ ...plan, comment: 'false' })).code).toBe(0);
    expect((await step(plan, { event: 'push' })).code).toBe(0);
    expect((await step({ ...plan, 'github-token': '' })).log).toContain('::warning title=No comment::');
    expect(github.takeCalls()).toEqual([]);
  });

  it('keeps the token from orgwright, and so from the YAML, whatever variable has it', async () => {
    const { step, write, runs } = await workflow();
    await write('org.yaml', configuration.replace('ASTRO_API_TOKEN', 'GITHUB_TOKEN'));
    const { code, log } = await step(plan, { env: { MY_TOKEN: token, ACTIONS_RUNTIME_TOKEN: 'runtime' } });
    expect(code).toBe(1);
    expect(log).toContain('The environment variable GITHUB_TOKEN is not set.');
    expect(log).not.toContain(token);
    for (const { env } of runs) {
      expect(JSON.stringify(env)).not.toContain(token);
      expect(env).toHaveProperty('ASTRO_API_TOKEN');
      expect(Object.keys(env).filter((name) => /^(INPUT_|ACTIONS_|GITHUB_TOKEN)/.test(name))).toEqual([]);
    }
  });
});

describe('the action, planning for a fork', () => {
  it('only validates where it has no snapshot, and says so', async () => {
    const { step, github, runs, sandbox } = await workflow();
    github.readOnly = true;
    const { code, log, summary, outputs } = await step(plan, { event: 'fork' });
    expect(code, log).toBe(0);
    expect(runs.map(({ argv }) => argv.join(' '))).toEqual(['validate -json -- .']);
    expect(summary).toContain('## The configuration is valid\n\nIt was checked, but not planned');
    expect(log).toMatch(/^::warning title=No comment::/m);
    expect(outputs).toMatchObject({ changes: 'false', exit_code: '0', comment_url: '' });
    expect(await sandbox.control('GET', 'requests')).toMatchObject({ requests: [] });
  });

  it('does so even where it has a credential, as with pull_request_target', async () => {
    const { step, github, runs } = await workflow();
    const dependabot = { event: 'pull', env: { GITHUB_ACTOR: 'dependabot[bot]' } } as const;
    await step(plan, dependabot);
    expect(runs.map(({ argv }) => argv[0])).toEqual(['validate']);
    expect(github.issues[0]?.comments[0]?.body).toContain('## The configuration is valid');
  });

  it('annotates what is wrong and fails', async () => {
    const { step, write } = await workflow();
    await write('org.yaml', configuration.replace('ORGANIZATION_OWNER', 'ORGANIZATION_OWNR'));
    const { code, log, summary } = await step(plan, { event: 'fork' });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error file=org\.yaml,line=11,/m);
    expect(summary).toContain('## The configuration is not valid');
  });

  it('plans from a snapshot, with no credential and no request to the vendor', async () => {
    const { step, github, sandbox } = await workflow();
    const taken = await step({ mode: 'plan' }, { event: 'push' });
    expect(taken.code).toBe(0);
    expect((await step({ mode: 'snapshot', snapshot: 'live.json' }, { event: 'schedule' })).code).toBe(0);
    await sandbox.control('DELETE', 'requests');
    const { code, log, outputs } = await step({ ...plan, snapshot: 'live.json' }, { event: 'fork' });
    expect(code, log).toBe(0);
    expect(outputs['plan_digest']).toBe(taken.outputs['plan_digest']);
    expect(github.issues[0]?.comments[0]?.body).toContain('## Plan: 0 to add, 1 to change, 1 to destroy.');
    expect(await sandbox.control('GET', 'requests')).toMatchObject({ requests: [] });
  });
});
