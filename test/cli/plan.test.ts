import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../src/core/plan-document.js';
import { folder } from './support/folder.js';
import { configuration, world } from './support/organization.js';
import { runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

describe('orgwright plan', () => {
  it('prints the plan on stdout and nothing else, and writes nothing', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['plan'], { cwd, env: sandbox.env });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toContain('  - acme-data/member/dave@acme.com\n');
    expect(stdout).toContain('  ~ acme-data/team/data-eng\n');
    expect(stdout).toContain('      + bob@acme.com\n');
    expect(stdout).toMatch(/^Requests \(3 writes/m);
    expect(stdout).toMatch(/\nPlan: 0 to add, 1 to change, 1 to destroy\.\n$/);
    expect(await sandbox.takeWrites()).toEqual([]);
  });

  it('prints the document with -json, --format json and --format=json', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    for (const argv of [['-json'], ['--format', 'json'], ['--format=json']]) {
      const { stdout, code } = await runCli(['plan', ...argv, '-as-of=2026-01-31T09:00:00Z'], {
        cwd,
        env: sandbox.env,
      });
      expect(code).toBe(0);
      const plan = JSON.parse(stdout) as PlanDocument;
      expect(plan).toMatchObject({ format_version: '1.0', as_of: '2026-01-31T09:00:00.000Z', applyable: true });
      expect(plan.operations).toHaveLength(plan.api_budget.writes);
      expect(plan.summary).toMatchObject({ add: 0, change: 1, destroy: 1 });
    }
  });

  it('exits with 2 for changes only when asked to, and with 0 where there are none', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration, 'other/org.yaml': sameAsLive });
    const run = (...argv: string[]) => runCli(['plan', ...argv], { cwd, env: sandbox.env });
    expect((await run('-detailed-exitcode', 'org.yaml')).code).toBe(2);
    const clean = await run('-detailed-exitcode', 'other');
    expect(clean.code).toBe(0);
    expect(clean.stdout).toMatch(/^No changes\./);
  });

  it('plans only what a target names', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const run = (target: string) => runCli(['plan', `-target=${target}`], { cwd, env: sandbox.env });
    const member = await run('acme-data/member/dave@acme.com');
    expect(member.stdout).toMatch(/Plan: 0 to add, 0 to change, 1 to destroy\.\n$/);
    const unknown = await run('acme-data/team/none');
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('-target=acme-data/team/none names nothing');
  });

  it('shows the plan of the others where one organization cannot be read, and exits with 1', async () => {
    const sandbox = await servedSandbox(world);
    const second = configuration
      .slice(configuration.indexOf('  acme-data:'))
      .replace('acme-data:', 'gone:')
      .replace(/clm\w+/, 'clm3x0acme000000000000009');
    const cwd = await folder({ 'org.yaml': configuration + second });
    const { stdout, stderr, code } = await runCli(['plan'], { cwd, env: sandbox.env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^org\.yaml:\d+:\d+: error: Could not read gone: /m);
    expect(stdout).toMatch(/^This plan has errors/);
    expect(stdout).toContain('  - acme-data/member/dave@acme.com\n');
    const only = await runCli(['plan', '--org', 'acme-data'], { cwd, env: sandbox.env });
    expect({ code: only.code, stderr: only.stderr }).toEqual({ code: 0, stderr: '' });
    const typo = await runCli(['plan', '--org', 'acme-dat'], { cwd, env: sandbox.env });
    expect(typo.stderr).toContain('Did you mean acme-data?');
  });

  it('prints the plan and exits with 10 where a guard trips', async () => {
    const sandbox = await servedSandbox(world);
    const lessOwners = configuration.replace('{ role: ORGANIZATION_OWNER }', '{ role: ORGANIZATION_MEMBER }');
    const tripped = await folder({ 'org.yaml': lessOwners });
    const { stdout, stderr, code } = await runCli(['plan'], { cwd: tripped, env: sandbox.env });
    expect(code).toBe(10);
    expect(stdout).toMatch(/Plan: 0 to add, 2 to change, 1 to destroy\.\n$/);
    expect(stderr).toMatch(/^error: Guard min-owners of acme-data tripped: /m);
    expect((await runCli(['plan', '-detailed-exitcode'], { cwd: tripped, env: sandbox.env })).code).toBe(10);
  });

  it.each([
    ['a wrong token', { ASTRO_API_TOKEN: 'wrong' }, /error: Could not read acme-data/],
    ['no token', { ASTRO_API_TOKEN: undefined }, /The environment variable ASTRO_API_TOKEN is not set\./],
    ['a misspelled variable', { ORGWRIGHT_RATELIMIT: 'off' }, /ORGWRIGHT_RATELIMIT is not one of ours/],
    [
      'a foreign host',
      { ORGWRIGHT_ASTRO_ENDPOINT: 'https://evil.example' },
      /Refused to send credentials to evil\.example/,
    ],
  ])('exits with 1 for %s', async (_, env, message) => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const merged = Object.fromEntries(
      Object.entries({ ...sandbox.env, ...env }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ) as Record<string, string>;
    const { stderr, code } = await runCli(['plan'], { cwd, env: merged });
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stderr).not.toContain(sandbox.env['ASTRO_API_TOKEN']);
  });

  it('shows every problem of the configuration and reads nothing', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({
      'org.yaml': configuration.replaceAll('ORGANIZATION_OWNER', 'OWNER').replace('teams:', 'teems:'),
    });
    const { stdout, stderr, code } = await runCli(['plan'], { cwd, env: sandbox.env });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^org\.yaml:11:\d+: error: /m);
    expect(stderr).toMatch(/^org\.yaml:14:\d+: error: /m);
    expect(await sandbox.control('GET', 'requests')).toMatchObject({ totals: { reads: 0, writes: 0 } });
  });

  it.each([
    [['-as-of=yesterday'], /-as-of takes a time, not "yesterday"/],
    [['-replace=nothing'], /-replace takes an address, not "nothing"/],
    [['-json', '--format=text'], /-json and --format=text exclude each other/],
  ])('refuses %j', async (argv, message) => {
    const cwd = await folder({ 'org.yaml': configuration });
    const { stdout, stderr, code } = await runCli(['plan', ...argv], { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(message);
  });
});

const sameAsLive = configuration
  .replace('      dave@acme.com: { state: absent }\n', '      dave@acme.com: {}\n')
  .replace('description: Data engineering, members: [alice@acme.com, bob@acme.com]', 'members: [alice@acme.com]');
