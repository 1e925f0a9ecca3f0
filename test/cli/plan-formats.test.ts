import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { configuration, world } from './support/organization.js';
import { servedSandbox } from './support/served-sandbox.js';

interface Started {
  readonly cwd: string;
  readonly run: (argv: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Session>;
  readonly takeWrites: () => Promise<readonly string[]>;
}

async function start(): Promise<Started> {
  const sandbox = await servedSandbox(world);
  const cwd = await folder({ 'org.yaml': configuration });
  return {
    cwd,
    takeWrites: () => sandbox.takeWrites(),
    run: (argv, more = {}) =>
      runInTerminal(['plan', '-no-color', ...argv], {
        cwd,
        env: { ...sandbox.env, ...more },
        answer: () => Promise.resolve(undefined),
      }),
  };
}

describe('the formats of orgwright plan', () => {
  it('are the comment of a pull request, named and within its budget', async () => {
    const { run, takeWrites } = await start();
    const { stdout, stderr, code } = await run(['--format', 'markdown', '--comment-key=acme/prod']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^<!-- orgwright:plan:acme\/prod -->\n## Plan: 0 to add, 1 to change, 1 to destroy\.\n/);
    expect(stdout).toContain('- `-` `acme-data/member/dave@acme.com` (`state: absent`, `org.yaml:13:7`)');
    expect(await takeWrites()).toEqual([]);
    const small = await run(['--format=markdown', '-markdown-budget=100']);
    expect(small.code).toBe(1);
    expect(small.stderr).toContain('Flag -markdown-budget takes a whole number of at least 4000');
  });

  it('are one page of HTML', async () => {
    const { run } = await start();
    const { stdout, code } = await run(['-format=html']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n[^]*<\/html>\n$/);
    expect(stdout).toContain('<h1>Plan: 0 to add, 1 to change, 1 to destroy.</h1>');
  });

  it('are annotations, the summary of the job and outputs in GitHub Actions', async () => {
    const { run, cwd } = await start();
    const files = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), GITHUB_OUTPUT: join(cwd, 'output') };
    await writeFile(files.GITHUB_STEP_SUMMARY, 'What came before.\n');
    const { stdout, stderr, code } = await run(['--format=github'], { ...files, GITHUB_WORKSPACE: join(cwd, '..') });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    const place = `file=${cwd.split('/').at(-1) ?? ''}/org.yaml`;
    expect(stdout).toContain(
      `::warning ${place},line=13,col=7,title=acme-data/member/dave@acme.com is removed::state: absent%0A`,
    );
    expect(stdout).toMatch(/^::notice .*title=acme-data\/team\/data-eng changes::/m);
    expect(stdout).toMatch(/\nPlan: 0 to add, 1 to change, 1 to destroy\.\n$/);
    const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toMatch(/^What came before\.\n\n## Plan: 0 to add, 1 to change, 1 to destroy\.\n/);
    expect(summary).not.toContain('<!--');
    const output = await readFile(files.GITHUB_OUTPUT, 'utf8');
    expect(output).toMatch(/^has_changes=true\napplyable=true\n/);
    expect(output).toMatch(/^destroy=1$/m);
    expect(output).toMatch(/^plan_digest=sha256:[0-9a-f]{64}$/m);
  });

  it('leave a summary alone that is full, and say where a file cannot be written', async () => {
    const { run, cwd } = await start();
    const full = 'x'.repeat(1024 * 1024 - 3_000);
    await writeFile(join(cwd, 'summary.md'), full);
    const kept = await run(['--format=github'], { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') });
    expect(kept.code).toBe(0);
    expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toBe(full);
    const wrong = await run(['--format=github'], { GITHUB_OUTPUT: join(cwd, 'none', 'output') });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/^error: Could not write to .*output, which the environment names\.\n/);
  });

  it.each([
    [['-json', '--format=html'], '-json and --format=html exclude each other.'],
    [['--format=htm'], 'Flag -format does not take "htm".\n  hint: Did you mean html?'],
  ])('refuse %j before anything is read', async (argv, message) => {
    const { run } = await start();
    const { stderr, stdout, code } = await run(argv);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain(message);
  });
});
