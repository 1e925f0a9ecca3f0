import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { ActionContext } from '../../../src/cli/github/context.js';
import { failedComment, planComment } from '../../../src/cli/github/plan-comment.js';
import { isSameText } from '../../../src/cli/github/own-entry.js';
import { readInputs } from '../../../src/cli/github/inputs.js';
import { planDocument, resourceChange } from '../support/plan-document.js';
import { commit } from './workflow.js';

const context: ActionContext = {
  inputs: readInputs({ INPUT_COMMENT_KEY: 'acme --> <b>' }),
  terminal: {
    env: { GITHUB_REPOSITORY: 'acme/access', GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '77' },
    cwd: '/',
    program: 'orgwright',
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    untilInterrupted: (work) => work(new AbortController().signal),
  },
  pullRequest: { number: 1, commit, isForeign: false },
  github: undefined,
  orgwright: () => Promise.reject(new Error('nothing is run')),
};

const marker = '<!-- orgwright:plan:acme_-___b_ -->\n';

describe('the comment', () => {
  it('of the largest plan is one that GitHub takes, and says where the rest is', async () => {
    const changes = Array.from({ length: 3_000 }, (_, index) =>
      resourceChange(`acme-data/member/person-${index}@acme.com`, ['delete'], {
        before: { role: 'ORGANIZATION_MEMBER', name: '@acme/everyone'.repeat(20) },
      }),
    );
    const plan = planDocument({
      resource_changes: changes,
      summary: { ...planDocument().summary, destroy: 3_000 },
    });
    const body = await planComment(context, plan);
    expect(body.length).toBeLessThan(65_536);
    expect(body.length).toBeGreaterThan(50_000);
    expect(body.startsWith(marker)).toBe(true);
    expect(body).toContain('All of it is in the [summary of the job](https://github.com/acme/access/actions/runs/77).');
    expect(body.endsWith(`\n<sub>Commit \`${commit}\`.</sub>\n`)).toBe(true);
  });

  it('of a failure shows the end of what was said, as nothing but code', () => {
    const said = ['```', '::error::forged', '@acme/everyone <img src=x>', '\u001B[31mred\u202E'];
    const stderr = `${'A line of the log.\n'.repeat(500)}${said.join('\n')}\n`;
    const body = failedComment(context, { code: 1, stdout: '', stderr });
    expect(body.length).toBeLessThan(15_000);
    const [, block = ''] = /\n````text\n([^]*)\n````\n/.exec(body) ?? [];
    expect(block.split('\n')).toHaveLength(60);
    expect(block).toMatch(/\n```\n\\u\{3A\}:error::forged\n@acme\/everyone <img src=x>\n\\u\{1B\}\[31mred\\u\{202E\}$/);
    expect(failedComment(context, { code: 1, stdout: '', stderr: '' })).toContain('It said nothing.');
  });
});

describe('isSameText', () => {
  it('looks past line ends and the time of the plan, and past nothing else', () => {
    const at = (time: string): string => `a\n<sub>Plan \`sha256:1\`, as of \`${time}\`.</sub>\n`;
    expect(isSameText(at('2026-01-01T00:00:00Z').replaceAll('\n', '\r\n'), at('2026-02-02T00:00:00Z'))).toBe(true);
    expect(isSameText(at('2026-01-01T00:00:00Z').trimEnd(), at('2026-01-01T00:00:00Z'))).toBe(true);
    expect(isSameText(at('2026'), at('2026').replace('sha256:1', 'sha256:2'))).toBe(false);
    expect(isSameText('a as of `1`', 'a as of `2`')).toBe(false);
  });
});
