import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folder } from './support/folder.js';
import { runCli, type CliResult } from './support/run-cli.js';

const world = `astro: { organizations: [{ id: o1, name: One, users: [{ email: a@acme.com, role: ORGANIZATION_OWNER }] }] }`;

/** Runs a sandbox until `use` has ended, and then asks it to stop with `signal`. */
async function whileServing(
  argv: readonly string[],
  cwd: string,
  signal: NodeJS.Signals,
  use: (url: string, token: string) => Promise<void>,
): Promise<CliResult> {
  let started = false;
  let using: Promise<void> = Promise.resolve();
  const result = await runCli(['sandbox', ...argv], {
    cwd,
    onStdout: (text, child) => {
      if (started || !text.includes('SCIM_TOKEN')) return;
      started = true;
      const url = /^listening on (.*)$/m.exec(text)?.[1] ?? '';
      const token = /^export ASTRO_API_TOKEN=(.*)$/m.exec(text)?.[1] ?? '';
      using = use(url, token).finally(() => child.kill(signal));
    },
  });
  await using;
  return result;
}

const getOrganization = async (url: string, token: string): Promise<unknown> => {
  const response = await fetch(`${url}/v1/organizations/o1`, { headers: { authorization: `Bearer ${token}` } });
  return response.json();
};

describe('orgwright sandbox', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints where it listens and its credentials, serves, and ends with %s',
    async (signal) => {
      const cwd = await folder({ 'world.yaml': world });
      const result = await whileServing(['--world', 'world.yaml'], cwd, signal, async (url, token) => {
        expect(await getOrganization(url, token)).toMatchObject({ id: 'o1', name: 'One' });
      });
      expect(result).toMatchObject({ stderr: '', code: 0, signal: null });
      const lines = result.stdout.trimEnd().split('\n');
      expect(lines[0]).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
      expect(lines.slice(1).map((line) => /^export ([A-Z_]+)=\S+$/.exec(line)?.[1])).toEqual([
        'ASTRO_API_TOKEN',
        'ATLAS_CLIENT_ID',
        'ATLAS_CLIENT_SECRET',
        'ATLAS_PUBLIC_KEY',
        'ATLAS_PRIVATE_KEY',
        'SCIM_TOKEN',
      ]);
    },
  );

  it('continues from a folder that has data', async () => {
    const cwd = await folder({ 'world.yaml': world, 'other.yaml': world.replace('One', 'Other') });
    await mkdir(join(cwd, 'data'));
    const serve = (file: string) =>
      whileServing(['--data', 'data', '--world', file, '--no-rate-limit'], cwd, 'SIGTERM', async (url, token) => {
        expect(await getOrganization(url, token)).toMatchObject({ name: 'One' });
      });
    expect((await serve('world.yaml')).code).toBe(0);
    expect((await serve('other.yaml')).code).toBe(0);
  });

  it('lists every problem of a world with its place', async () => {
    const cwd = await folder({ 'world.yaml': 'astro:\n  organizations:\n    - { name: x, userz: [] }\n' });
    const { stdout, stderr, code } = await runCli(['sandbox', '--world', 'world.yaml'], { cwd });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^error: world\.yaml:3:\d+: .*userz/m);
    expect(stderr).toMatch(/^error: world\.yaml:3:\d+: .*id/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('says so when the world or the port cannot be had', async () => {
    const cwd = await folder();
    expect(await runCli(['sandbox', '--world', 'none.yaml'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Cannot read the world file none.yaml.') as string,
    });
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as { readonly port: number };
    expect(await runCli(['sandbox', '--port', String(port)], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`Port ${port} is in use.`) as string,
    });
  });
});
