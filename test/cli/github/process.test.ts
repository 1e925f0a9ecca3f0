import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { world } from '../support/organization.js';
import { workflow } from './workflow.js';

const bundle = fileURLToPath(new URL('../../../dist/cli/github.cjs', import.meta.url));

describe('the process of the action', () => {
  it('passes on that the job was cancelled: what an apply has begun it finishes, and nothing else', async () => {
    let log = '';
    let cancel = (): void => undefined;
    let announce = (): void => undefined;
    const announced = new Promise<void>((resolve) => (announce = resolve));
    const { environment, files, sandbox } = await workflow(world, async ({ method }) => {
      if (method === 'GET') return;
      cancel();
      await announced;
    });
    const env = await environment({ mode: 'apply', flags: '-parallelism=1' }, { event: 'push' });
    const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    cancel = () => void child.kill('SIGINT');
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
      if (log.includes('Interrupted:')) announce();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code, log).toBe(130);
    expect(await sandbox.takeWrites()).toHaveLength(1);
    const { outputs, summary } = await files();
    expect(outputs).toMatchObject({ changes: 'true', exit_code: '130' });
    expect(summary).toContain('## Apply failed, exit code 130');
  });
});
