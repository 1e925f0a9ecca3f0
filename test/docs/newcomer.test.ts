/** From organizations that exist to a reviewed plan, in the steps of the README. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoWorld } from '../../src/cli/demo/demo-world.js';
import { folder } from '../cli/support/folder.js';
import { runInTerminal } from '../cli/support/in-process.js';
import { servedSandbox } from '../cli/support/served-sandbox.js';

const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');

it('a newcomer imports, plans nothing, and sees in the next plan who loses the login', async () => {
  const sandbox = await servedSandbox(demoWorld);
  const cwd = await folder();
  const run = (line: string): ReturnType<typeof runInTerminal> =>
    runInTerminal([...line.split(' '), '-no-color'], {
      cwd,
      env: sandbox.env,
      answer: () => Promise.resolve(undefined),
    });
  const change = async (name: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(cwd, name), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(cwd, name), text.replace(from, to));
  };
  const section = readme.split('\n## Your own organization\n')[1]?.split('\n## ')[0] ?? '';
  const steps = [...section.matchAll(/^ +orgwright (.*?) +# /gm)].map(([, line = '']) => line);
  expect(steps.map((line) => line.split(' ')[0])).toEqual(['import', 'import', 'plan']);
  for (const line of steps) {
    const { stdout, stderr, code } = await run(line);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^(?:No changes\.|$)/);
  }
  await change('access/astro/connections.yaml', 'type: astro', 'type: astro\n    privateApi: allow');
  await change(
    'access/astro/acme-data.yaml',
    'zoe@acme.com: { role: ORGANIZATION_MEMBER }',
    'zoe@acme.com: { state: absent }',
  );
  const { stdout, code } = await run('plan access --format=markdown');
  expect(code).toBe(0);
  expect(stdout).toContain('**Access: 1 person loses login**');
  expect(stdout).toContain(
    '`zoe@acme.com` loses login (`password`, `google`, `github`, `sso` as `ORGANIZATION_MEMBER`)',
  );
  // Atlas gives out a token for a service account, which changes nothing.
  expect((await sandbox.takeWrites()).filter((write) => write !== 'POST /api/oauth/token')).toEqual([]);
});
