import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
}

describe('examples/astro', () => {
  it('validates, plans, applies and converges', async () => {
    const example = exampleFolder('astro');
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

describe('examples/atlas', () => {
  it('validates, plans, applies and converges', async () => {
    const example = exampleFolder('atlas');
    const sandbox = await servedSandbox(await readFile(join(example, 'world.yaml'), 'utf8'));
    const options = { cwd: example, env: sandbox.env };
    expect(await runCli(['validate'], options)).toMatchObject({ code: 0, stderr: '' });
    const plan = await runCli(['plan', '-detailed-exitcode'], options);
    expect(plan.code).toBe(2);
    expect(plan.stderr).toContain('Outside the new allowedDomains of acme-shop: victor@gmail.com.');
    expect(plan.stderr).not.toContain('error');
    const apply = await runCli(['apply', '-auto-approve'], options);
    expect(apply.code).toBe(0);
    expect(apply.stdout).toMatch(/Apply complete: (\d+) requests: \1 done\./);
    const again = await runCli(['plan', '-detailed-exitcode'], options);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^No changes\./);
    // A stranger of the mapped group comes in by the identity provider; nobody does from a domain that is not allowed.
    const login = { organization: '5f0000000000000000000001', method: 'sso', idpGroups: ['atlas-admins'] };
    expect(await sandbox.control('POST', 'login', { ...login, email: 'new@acme.com' })).toMatchObject({
      allowed: true,
      roles: expect.arrayContaining(['ORG_OWNER']) as unknown,
    });
    expect(await sandbox.control('POST', 'login', { ...login, email: 'new@gmail.com' })).toMatchObject({
      allowed: false,
    });
  });
});
