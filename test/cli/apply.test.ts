import type { ChildProcess } from 'node:child_process';
import { lstat, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApplyReport } from '../../src/apply/report.js';
import { folder } from './support/folder.js';
import { runInTerminal } from './support/in-process.js';
import { configuration, world } from './support/organization.js';
import { runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

const organization = '/v1/organizations/clm3x0acme000000000000001';

describe('orgwright apply', () => {
  it('applies when approved beforehand, and then there is nothing to do', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['apply', '-auto-approve', '-input=false'], {
      cwd,
      env: sandbox.env,
    });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toContain('Plan: 0 to add, 1 to change, 1 to destroy.\n');
    expect(stdout.match(/^ +\d+ {2}done /gm)).toHaveLength(3);
    expect(stdout).toMatch(/\nApply complete: 3 requests: 3 done\.\n$/);
    expect(await sandbox.takeWrites()).toHaveLength(3);
    const again = await runCli(['apply', '-auto-approve'], { cwd, env: sandbox.env });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/^No changes\./);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it.each([
    ['without a terminal', []],
    ['with -input=false', ['-input=false']],
  ])('shows the plan and changes nothing %s', async (_, argv) => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['apply', ...argv], { cwd, env: sandbox.env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Plan: 0 to add, 1 to change, 1 to destroy\.\n$/);
    expect(stderr).toContain('there is nobody to ask');
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('asks, and takes only `yes` for a yes', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    for (const answer of ['', 'y', 'YES', 'no', undefined]) {
      const declined = await runInTerminal(['apply'], { cwd, env: sandbox.env, answer: async () => answer });
      expect(declined.code).toBe(1);
      expect(declined.stderr).toContain('Declined: nothing was applied.');
    }
    expect(await sandbox.takeWrites()).toEqual([]);
    const approved = await runInTerminal(['apply'], { cwd, env: sandbox.env, answer: async () => 'yes' });
    expect(approved.code).toBe(0);
    expect(approved.stdout).toMatch(/Apply complete: 3 requests: 3 done\.\n$/);
  });

  it('exits with 11 and sends nothing where something that it touches has changed since the plan was shown', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const api = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const response = await fetch(`${sandbox.url}${organization}${path}`, {
        method,
        headers: { authorization: `Bearer ${sandbox.env['ASTRO_API_TOKEN']}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return response.json();
    };
    const { stderr, code } = await runInTerminal(['apply'], {
      cwd,
      env: sandbox.env,
      answer: async () => {
        const { teams } = (await api('GET', '/teams')) as { teams: readonly { id: string }[] };
        await api('POST', `/teams/${teams[0]?.id}`, { name: 'data-eng', description: 'Somebody else was here' });
        await sandbox.takeWrites();
        return 'yes';
      },
    });
    expect(code).toBe(11);
    expect(stderr).toContain(
      'changed since the plan was made: acme-data/team/data-eng (last changed by the API token "development" at ',
    );
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('prints the plan and exits with 10 where a guard trips, even when approved', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({
      'org.yaml': configuration.replace('{ role: ORGANIZATION_OWNER }', '{ role: ORGANIZATION_MEMBER }'),
    });
    const { stdout, stderr, code } = await runCli(['apply', '-auto-approve'], { cwd, env: sandbox.env });
    expect(code).toBe(10);
    expect(stdout).toMatch(/\nPlan: 0 to add, 2 to change, 1 to destroy\.\n$/);
    expect(stderr).toContain('Guard min-owners of acme-data tripped');
    const json = await runCli(['apply', '-auto-approve', '-json'], { cwd, env: sandbox.env });
    expect(json.code).toBe(10);
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 'failed', counts: { done: 0, skipped: 4 } });
    expect(json.stderr).toContain('Plan: 0 to add, 2 to change, 1 to destroy.');
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('exits with 13 where only a part could be applied, and running again completes it', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    await sandbox.control('PUT', 'faults', [{ method: 'DELETE', path: '/v1alpha1', times: 1, status: 400 }]);
    const { stdout, code } = await runCli(['apply', '-auto-approve', '-json'], { cwd, env: sandbox.env });
    expect(code).toBe(13);
    const report = JSON.parse(stdout) as ApplyReport;
    expect(report).toMatchObject({ status: 'partial', counts: { done: 2, failed: 1, skipped: 0, substituted: 0 } });
    expect(report.operations.find(({ status }) => status === 'failed')).toMatchObject({
      method: 'DELETE',
      addresses: ['acme-data/member/dave@acme.com'],
      detail: expect.any(String) as string,
    });
    const again = await runCli(['apply', '-auto-approve'], { cwd, env: sandbox.env });
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/Apply complete: 1 request: 1 done\.\n$/);
  });

  it('finishes what runs, starts nothing else and exits with 130 when interrupted', async () => {
    let child: ChildProcess | undefined;
    let announce: () => void = () => undefined;
    const announced = new Promise<void>((resolve) => (announce = resolve));
    let writes = 0;
    const sandbox = await servedSandbox(world, async ({ method }) => {
      if (method === 'GET') return;
      writes += 1;
      child?.kill('SIGINT');
      await announced;
    });
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code, signal } = await runCli(['apply', '-auto-approve', '-parallelism=1'], {
      cwd,
      env: sandbox.env,
      onStart: (started) => (child = started),
      onStderr: (text) => text.includes('Interrupted') && announce(),
    });
    expect({ code, signal, writes }).toEqual({ code: 130, signal: null, writes: 1 });
    expect(stderr).toContain('Interrupted: the requests that run are finished, no others are sent.');
    expect(stdout).toMatch(/Interrupted: 3 requests: 1 done, 2 skipped\./);
  });

  it('writes a new secret to --secrets-out only, and runs nothing that makes one without it', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    await runCli(['apply', '-auto-approve'], { cwd, env: sandbox.env });
    await sandbox.takeWrites();
    const rotate = ['apply', '-auto-approve', '-replace=acme-data/bypass-link'];
    const without = await runCli(rotate, { cwd, env: sandbox.env });
    expect(without.code).toBe(1);
    expect(without.stderr).toContain('This makes a new secret and will not be run: acme-data/bypass-link.');
    expect(await sandbox.takeWrites()).toEqual([]);
    const { stdout, stderr, code } = await runCli([...rotate, '--secrets-out', 'out.json'], { cwd, env: sandbox.env });
    expect(code).toBe(0);
    expect(stdout).toContain('New secrets are in out.json.');
    const secrets = JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8')) as Record<string, string>;
    const link = secrets['acme-data/bypass-link'] ?? '';
    expect(link).not.toBe('');
    expect(stdout + stderr).not.toContain(link);
    expect((await lstat(join(cwd, 'out.json'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a bad --secrets-out before it reads anything', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    await symlink(join(cwd, 'target'), join(cwd, 'out.json'));
    const { stderr, code } = await runCli(['apply', '-auto-approve', '--secrets-out=out.json'], {
      cwd,
      env: sandbox.env,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('it is a symbolic link');
    expect(await sandbox.control('GET', 'requests')).toMatchObject({ totals: { reads: 0 } });
  });
});

describe('orgwright reveal', () => {
  it('fetches the bypass link into a file, and never shows it', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const argv = ['reveal', 'acme-data/bypass-link', '--secrets-out', 'out.json'];
    const { stdout, stderr, code } = await runCli(argv, { cwd, env: sandbox.env });
    expect({ stdout, stderr, code }).toEqual({
      stdout: '',
      stderr: 'acme-data/bypass-link is in out.json.\n',
      code: 0,
    });
    expect(await readFile(join(cwd, 'out.json'), 'utf8')).toMatch(/^\{\n {2}"acme-data\/bypass-link": ".+"\n\}\n$/);
    expect((await lstat(join(cwd, 'out.json'))).mode & 0o777).toBe(0o600);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it.each([
    [['acme-data/bypass-link'], /--secrets-out is missing/],
    [['bypass-link', '--secrets-out=x'], /"bypass-link" is no address/],
    [['acme-dta/bypass-link', '--secrets-out=x'], /Did you mean acme-data\?/],
    [['acme-data/team/data-eng', '--secrets-out=x'], /acme-data\/team\/data-eng/],
  ])('refuses %j', async (argv, message) => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['reveal', ...argv], { cwd, env: sandbox.env });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(message);
    await expect(lstat(join(cwd, 'x'))).rejects.toThrow();
  });

  it('leaves no file where there is no link', async () => {
    const sandbox = await servedSandbox(world.replace(/ +bypassKey.*\n/, ''));
    const cwd = await folder({ 'org.yaml': configuration });
    const { stderr, code } = await runCli(['reveal', 'acme-data/bypass-link', '--secrets-out=x'], {
      cwd,
      env: sandbox.env,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no live secret at acme-data/bypass-link.');
    await expect(lstat(join(cwd, 'x'))).rejects.toThrow();
  });
});
