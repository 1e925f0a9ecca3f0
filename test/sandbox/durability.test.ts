import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ClassicLevel } from 'classic-level';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { organizationState, start, v1, world } from './support.js';

/** Two folders below the root, as in src and dist: from there the world schema is found. */
const bundleDir = resolve(`node_modules/.orgwright-sandbox-${process.pid}`);
let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'orgwright-sandbox-'));
  await mkdir(bundleDir, { recursive: true });
});
afterAll(async () => {
  await rm(bundleDir, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

/** Writes teams one after the other, says after each answer that it is there, and goes on until it is killed. */
const child = `
import { createSandbox } from './sandbox.mjs';
const world = JSON.parse(process.argv[3]);
const sandbox = await createSandbox({ world, dataDir: process.argv[2], rateLimit: false });
for (let at = 0; ; at += 1) {
  const response = await sandbox.fetch(new Request('http://127.0.0.1${v1}/teams', {
    method: 'POST',
    headers: { authorization: 'Bearer ' + sandbox.credentials.ASTRO_API_TOKEN, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'team-' + at }),
  }));
  if (response.status !== 200) throw new Error(await response.text());
  console.log('team-' + at);
}
`;

it('keeps every answered write when the process is killed', async () => {
  const bundle = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
  await build({ ...bundle, entryPoints: ['src/sandbox/index.ts'], outfile: join(bundleDir, 'sandbox.mjs') });
  await writeFile(join(bundleDir, 'child.mjs'), child);
  const dataDir = join(data, 'killed');
  const running = spawn(process.execPath, [join(bundleDir, 'child.mjs'), dataDir, JSON.stringify(world())], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answered: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    answered.push(line);
    if (answered.length === 20) running.kill('SIGKILL');
  }
  if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
  expect(running.signalCode).toBe('SIGKILL');

  const client = await start(undefined, { dataDir });
  const teams = Object.keys((await organizationState(client))['teams'] as object);
  expect(teams).toEqual(expect.arrayContaining(['data-eng', ...answered]));
  await client.sandbox.close();
});

it('keeps an existing world and ignores another', async () => {
  const dataDir = join(data, 'kept');
  const first = await start(world(), { dataDir });
  await first.post(`${v1}/teams`, { name: 'made' });
  await first.put('/_sandbox/clock', { now: '2027-01-01T00:00:00Z' });
  await first.put('/_sandbox/switches', { duplicateTeamNames: 'refused' });
  const [before, token] = [await first.state(), first.sandbox.credentials['ASTRO_API_TOKEN']];
  await first.sandbox.close();
  const second = await start({ astro: { organizations: [{ id: 'x', name: 'X' }] } }, { dataDir });
  expect(await second.state()).toEqual(before);
  expect(second.sandbox.credentials['ASTRO_API_TOKEN']).toBe(token);
  await second.post('/_sandbox/reset');
  expect((await organizationState(second))['teams']).not.toHaveProperty('made');
  await second.sandbox.close();
});

it('writes what came in at the same time, in order', async () => {
  const dataDir = join(data, 'parallel');
  const first = await start(world(), { dataDir });
  const path = `${v1}/teams/${await first.id('teams', 'data-eng')}`;
  await Promise.all(
    Array.from({ length: 50 }, (_, at) => first.post(path, { name: 'data-eng', description: `d${at}` })),
  );
  const before = await first.state();
  await first.sandbox.close();
  const second = await start(undefined, { dataDir });
  expect(await second.state()).toEqual(before);
  await second.sandbox.close();
});

it('refuses a directory that something else has written', async () => {
  for (const [name, key, value] of [
    ['foreign', 'key', 'value'],
    ['newer', 'setting\n\nformat', '{"organizationId":"","id":"format","value":99}'],
  ] as const) {
    const level = new ClassicLevel<string, string>(join(data, name));
    await level.put(key, value);
    await level.close();
    await expect(createSandbox({ world: world(), dataDir: join(data, name) })).rejects.toThrow('name another one');
  }
});

it('says when another process has the directory, and seeds nothing from a wrong world', async () => {
  const dataDir = join(data, 'locked');
  await expect(createSandbox({ world: { astro: 1 }, dataDir })).rejects.toThrow('must be object');
  const first = await start(world(), { dataDir });
  await expect(createSandbox({ world: world(), dataDir })).rejects.toMatchObject({
    code: 'LEVEL_LOCKED',
    message: expect.stringContaining('another process is using it') as string,
  });
  await first.sandbox.close();
});
