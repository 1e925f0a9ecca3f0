import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { configuration, world } from './support/organization.js';
import { servedSandbox } from './support/served-sandbox.js';

async function saved(): Promise<{ cwd: string; planned: Session; run: (...argv: string[]) => Promise<Session> }> {
  const sandbox = await servedSandbox(world);
  const cwd = await folder({ 'org.yaml': configuration });
  const planned = await runInTerminal(['plan', '-out=plan.json'], {
    cwd,
    env: sandbox.env,
    answer: async () => undefined,
  });
  expect(planned.code).toBe(0);
  // Without any credential or endpoint.
  return { cwd, planned, run: (...argv) => runInTerminal(argv, { cwd, env: {}, answer: async () => undefined }) };
}

it('shows a saved plan as plan did, in any format, offline', async () => {
  const { cwd, planned, run } = await saved();
  const text = await run('show', 'plan.json');
  expect({ code: text.code, stdout: text.stdout }).toEqual({ code: 0, stdout: planned.stdout });
  const json = JSON.parse((await run('show', '-json', 'plan.json')).stdout) as Record<string, unknown>;
  const file = JSON.parse(await readFile(join(cwd, 'plan.json'), 'utf8')) as Record<string, unknown>;
  expect(json['plan_digest']).toBe(file['plan_digest']);
  expect(json).not.toHaveProperty('saved');
  expect((await run('show', '--format', 'markdown', 'plan.json')).stdout).toMatch(/^<!-- orgwright:plan:default -->/);
  expect((await run('show', '--format', 'html', 'plan.json')).stdout).toMatch(/^<!doctype html>/i);
});

it('shows what plan -json printed', async () => {
  const { cwd, run } = await saved();
  const { stdout } = await run('show', '-json', 'plan.json');
  await writeFile(join(cwd, 'printed.json'), stdout);
  expect((await run('show', '-json', 'printed.json')).stdout).toBe(stdout);
});

it.each([
  ['one that was edited', (text: string) => text.replace('"add": ', '"add": 1'), /not as orgwright wrote it/],
  ['one that was cut off', (text: string) => text.slice(0, -200), /not all of it is there/],
  ['something else', () => '{"a":1}', /no plan of orgwright/],
])('refuses %s', async (_, change, message) => {
  const { cwd, run } = await saved();
  const file = join(cwd, 'plan.json');
  await writeFile(file, change(await readFile(file, 'utf8')));
  const { code, stdout, stderr } = await run('show', 'plan.json');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
});

it('does not show two plans of one organization as one, and says so; nor nothing', async () => {
  const { run } = await saved();
  const twice = await run('show', 'plan.json', 'plan.json');
  expect(twice.code).toBe(1);
  expect(twice.stderr).toMatch(/Two of the plans speak of/);
  expect((await run('show')).stderr).toMatch(/show needs a plan file/);
});
