import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { configuration, world } from './support/organization.js';
import { servedSandbox } from './support/served-sandbox.js';

type RunIt = (...argv: string[]) => Promise<Session>;

async function drifted(): Promise<{ cwd: string; live: RunIt; offline: RunIt; takeWrites: () => Promise<unknown> }> {
  const sandbox = await servedSandbox(world);
  const cwd = await folder({ 'org.yaml': configuration });
  const as =
    (env: Readonly<Record<string, string>>): RunIt =>
    (...argv) =>
      runInTerminal(argv, { cwd, env, answer: () => Promise.resolve(undefined) });
  return { cwd, live: as(sandbox.env), offline: as({}), takeWrites: () => sandbox.takeWrites() };
}

it('draws what is planned, by reading only, and a saved plan and a snapshot the same, offline', async () => {
  const { live, offline, takeWrites } = await drifted();
  const planned = await live('plan', '-json', '-out=plan.json');
  const { operations } = JSON.parse(planned.stdout) as { operations: { id: string; needs: string[] }[] };
  await live('snapshot', '-out=live.json');
  await takeWrites();
  const mermaid = await live('graph');
  expect({ code: mermaid.code, stderr: mermaid.stderr }).toEqual({ code: 0, stderr: planned.stderr });
  expect(await takeWrites()).toEqual([]);
  expect(mermaid.stdout).toMatch(/^flowchart TD\n/);
  for (const { id, needs } of operations) {
    expect(mermaid.stdout).toContain(`\n    op${id}["Request ${id}<br/>`);
    for (const need of needs) expect(mermaid.stdout).toContain(`\n  op${need} --> op${id}\n`);
  }
  expect(mermaid.stdout).toContain('<br/>update acme-data/team/data-eng');
  expect((await offline('graph', 'plan.json')).stdout).toBe(mermaid.stdout);
  expect((await offline('graph', '--snapshot=live.json')).stdout).toBe(mermaid.stdout);
  const dot = await live('graph', '-format=dot', '-target=acme-data/team/data-eng');
  expect(dot.stdout).toMatch(/^digraph plan \{\n/);
  expect(dot.stdout).not.toContain('bypass-link');
});

it('exits as plan does where the plan may not be applied, and draws it all the same', async () => {
  const { cwd, live } = await drifted();
  await writeFile(
    join(cwd, 'org.yaml'),
    `${configuration}guards: { maxRemovals: { members: { percent: 0, atLeast: 0 } } }\n`,
  );
  const { code, stdout, stderr } = await live('graph');
  expect(code).toBe(10);
  expect(stdout).toMatch(/^flowchart TD\n/);
  expect(stderr).toContain('tripped: ');
});

it('draws nothing of a configuration with errors, an edited plan, or plans beside configuration', async () => {
  const { cwd, live, offline } = await drifted();
  await live('plan', '-out=plan.json');
  const beside = await offline('graph', 'plan.json', 'org.yaml');
  expect(beside).toMatchObject({ code: 1, stdout: '' });
  expect(beside.stderr).toContain('plan.json is a plan file, and other paths are configuration.');
  const flagged = await offline('graph', '--org', 'acme-data', 'plan.json');
  expect(flagged).toMatchObject({ code: 1, stdout: '' });
  expect(flagged.stderr).toContain('-org decides what is planned');
  const text = await readFile(join(cwd, 'plan.json'), 'utf8');
  await writeFile(join(cwd, 'plan.json'), text.replace('"method": "', '"method": "X'));
  expect(await offline('graph', 'plan.json')).toMatchObject({ code: 1, stdout: '' });
  await writeFile(join(cwd, 'org.yaml'), 'orgwright: 2\n');
  expect(await live('graph')).toMatchObject({ code: 1, stdout: '' });
});
