import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

const example = fileURLToPath(new URL('../../examples/astro', import.meta.url));

describe('examples/astro', () => {
  it('validates, plans, applies and converges', async () => {
    const sandbox = await servedSandbox(await readFile(join(example, 'world.yaml'), 'utf8'));
    const options = { cwd: example, env: sandbox.env };
    expect(await runCli(['validate'], options)).toMatchObject({ code: 0, stderr: '' });
    const plan = await runCli(['plan', '-detailed-exitcode'], options);
    expect({ code: plan.code, stderr: plan.stderr }).toEqual({ code: 2, stderr: '' });
    expect(await sandbox.takeWrites()).toEqual([]);
    const secrets = join(await folder(), 'bypass.json');
    const apply = await runCli(['apply', '-auto-approve', '--secrets-out', secrets], options);
    expect({ code: apply.code, stderr: apply.stderr }).toEqual({ code: 0, stderr: '' });
    const again = await runCli(['plan', '-detailed-exitcode'], options);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/^No changes\./);
    const login = { organization: 'clm3x0acme000000000000001', email: 'erin@acme.com' };
    expect(await sandbox.control('POST', 'login', { ...login, method: 'sso' })).toMatchObject({ allowed: true });
    expect(await sandbox.control('POST', 'login', { ...login, method: 'password' })).toMatchObject({ allowed: false });
  });
});
