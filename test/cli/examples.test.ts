import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runCli } from './support/run-cli.js';
import { servedSandbox } from './support/served-sandbox.js';

function exampleFolder(name: string): string {
  return fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
}

/** A copy that talks to this sandbox: the address of a SCIM service stands in the configuration. */
async function pointedAt(url: string, example: string): Promise<string> {
  const copy = await folder();
  await cp(example, copy, { recursive: true });
  for (const name of await readdir(copy)) {
    if (!name.endsWith('.yaml')) continue;
    const text = await readFile(join(copy, name), 'utf8');
    await writeFile(join(copy, name), text.replaceAll('http://127.0.0.1:8888', url));
  }
  return copy;
}

/** Everything on standard error that is no code frame or hint of a warning. */
function warningsIn(stderr: string): readonly string[] {
  return stderr.split('\n').filter((line) => /^\S/.test(line));
}

describe('examples/astro', () => {
  it('validates, plans, applies and converges', async () => {
    const example = exampleFolder('astro');
    const sandbox = await servedSandbox(await readFile(join(example, 'world.yaml'), 'utf8'));
    const options = { cwd: example, env: sandbox.env };
    expect(await runCli(['validate'], options)).toMatchObject({ code: 0, stderr: '' });
    const plan = await runCli(['plan', '-detailed-exitcode'], options);
    // The connection makes members just in time, so whoever is removed may come back.
    const warnings = ['dave', 'mallory'].map((name): unknown =>
      expect.stringMatching(
        `: warning: ${name}@acme\\.com is removed, and may join again just in time through acme-okta-`,
      ),
    );
    expect({ code: plan.code, warnings: warningsIn(plan.stderr) }).toEqual({ code: 2, warnings });
    expect(await sandbox.takeWrites()).toEqual([]);
    const secrets = join(await folder(), 'bypass.json');
    const apply = await runCli(['apply', '-auto-approve', '--secrets-out', secrets], options);
    expect({ code: apply.code, warnings: warningsIn(apply.stderr) }).toEqual({ code: 0, warnings });
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

describe('examples/scim', () => {
  it('validates, plans, applies and converges, against a service of its own and against Astro', async () => {
    const example = exampleFolder('scim');
    const sandbox = await servedSandbox(await readFile(join(example, 'world.yaml'), 'utf8'));
    const options = { cwd: await pointedAt(sandbox.url, example), env: sandbox.env };
    expect(await runCli(['validate'], options)).toMatchObject({ code: 0, stderr: '' });
    const plan = await runCli(['plan', '-detailed-exitcode'], options);
    expect({ code: plan.code, stderr: plan.stderr }).toEqual({ code: 2, stderr: '' });
    expect(await sandbox.takeWrites()).toEqual([]);
    const apply = await runCli(['apply', '-auto-approve'], options);
    expect({ code: apply.code, stderr: apply.stderr }).toEqual({ code: 0, stderr: '' });
    expect(apply.stdout).toContain('Apply complete: 10 requests: 10 done.');
    const again = await runCli(['plan', '-detailed-exitcode'], options);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/^No changes\./);
    const astro = { organization: 'clm3x0acme000000000000001', method: 'password' };
    expect(await sandbox.control('POST', 'login', { ...astro, email: 'erin@acme.com' })).toMatchObject({
      allowed: true,
    });
    expect(await sandbox.control('POST', 'login', { ...astro, email: 'mallory@acme.com' })).toMatchObject({
      allowed: false,
    });
  });
});

describe('examples/mirror', () => {
  it('says which group is out of sync and whose account has lost its person, and repairs what it may', async () => {
    const example = exampleFolder('mirror');
    const sandbox = await servedSandbox(await readFile(join(example, 'world.yaml'), 'utf8'));
    const options = { cwd: await pointedAt(sandbox.url, example), env: sandbox.env };
    expect(await runCli(['validate'], options)).toMatchObject({ code: 0, stderr: '' });
    const drift = await runCli(['drift', '-json'], options);
    expect({ code: drift.code, stderr: drift.stderr }).toEqual({ code: 2, stderr: '' });
    const lost = { address: 'acme-data/member/mallory@acme.com', direction: 'extra', owner: 'scim' };
    const outOfSync = { address: 'acme-data/team/data-eng', direction: 'missing', owner: 'scim' };
    expect(JSON.parse(drift.stdout)).toMatchObject({
      summary: { missing: 1, extra: 3, changed: 0 },
      drift: expect.arrayContaining([
        expect.objectContaining({ ...lost, privileged: ['ORGANIZATION_OWNER'] }),
        expect.objectContaining({ ...outOfSync, blocked: true, detail: 'not in the team: bob@acme.com' }),
        expect.objectContaining({ address: 'acme-data/team/finance', direction: 'extra' }),
      ]) as unknown,
    });
    const plan = await runCli(['plan'], options);
    expect(plan.stdout).toContain('acme-data/team/data-eng: missing: not in the team: bob@acme.com (owned by scim)');
    expect(plan.stdout).toContain('acme-data/member/mallory@acme.com with ORGANIZATION_OWNER (origin scim)');
    expect(await sandbox.takeWrites()).toEqual([]);
    expect((await runCli(['apply', '-auto-approve'], options)).code).toBe(0);
    expect(await sandbox.takeWrites()).toEqual([
      expect.stringMatching(/^DELETE \/v1\/organizations\/[^/]+\/teams\/[^/]+\/members\/[^/]+$/),
    ]);
    const after = await runCli(['drift', '-json'], options);
    expect(JSON.parse(after.stdout)).toMatchObject({ summary: { missing: 1, extra: 2 } });
    expect((await runCli(['plan'], options)).stdout).toMatch(/^No changes\. Besides: 1 blocked, 2 unlisted\./);
  });
});
