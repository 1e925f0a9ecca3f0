import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { configuration, world } from './support/organization.js';
import { binary, runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

describe('streams and signals', () => {
  it('is quiet when the reader of stdout goes away, and an apply still completes', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': configuration });
    const child = spawn(process.execPath, [binary, 'apply', '-auto-approve'], {
      cwd,
      env: { PATH: process.env['PATH'], ...sandbox.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await sandbox.takeWrites()).toHaveLength(3);
  });

  it('ends a plan at once with 130 when interrupted', async () => {
    let child: ChildProcess | undefined;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const sandbox = await servedSandbox(world, async () => {
      child?.kill('SIGINT');
      await held;
    });
    const cwd = await folder({ 'org.yaml': configuration });
    const result = await runCli(['plan'], { cwd, env: sandbox.env, onStart: (started) => (child = started) });
    release();
    expect(result).toMatchObject({ code: 130, signal: null, stdout: '', stderr: '' });
  });
});
