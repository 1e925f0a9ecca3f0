import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

function example(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../examples/${name}/world.yaml`, import.meta.url)), 'utf8');
}

const nobody = { answer: () => Promise.resolve(undefined) };
let cwd = '';
beforeEach(async () => {
  cwd = await folder();
});

function orgwright(sandbox: TestSandbox, ...argv: string[]): Promise<Session> {
  return runInTerminal(argv, { cwd, env: sandbox.env, ...nobody });
}

async function nothingToDo(sandbox: TestSandbox): Promise<void> {
  const plan = await orgwright(sandbox, 'plan', '-detailed-exitcode', '-no-color');
  expect({ code: plan.code, stderr: plan.stderr }).toMatchObject({ code: 0 });
  expect(plan.stdout).toMatch(/^No changes\./);
  expect((await sandbox.takeWrites()).filter((write) => write !== 'POST /api/oauth/token')).toEqual([]);
}

describe('import', () => {
  it.each(['astro', 'atlas'])(
    'of all that the %s credential sees, into files that a plan has nothing to add to',
    async (type) => {
      const sandbox = await servedSandbox(await example(type));
      const imported = await orgwright(sandbox, 'import', '--provider', type, '--split', '--out', 'access');
      expect({ code: imported.code, stdout: imported.stdout }).toEqual({ code: 0, stdout: '' });
      const files = await readdir(join(cwd, 'access'));
      expect(files).toContain('connections.yaml');
      expect(await readFile(join(cwd, 'access/connections.yaml'), 'utf8')).toContain('{ env: ');
      await nothingToDo(sandbox);
    },
  );

  it('of a SCIM service, to stdout', async () => {
    const sandbox = await servedSandbox(await example('scim'));
    const url = `${sandbox.url}/scim/v2/corp`;
    const { stdout, code } = await orgwright(sandbox, 'import', '--provider', 'scim', '--base-url', url);
    expect(code).toBe(0);
    await writeFile(join(cwd, 'org.yaml'), stdout);
    await nothingToDo(sandbox);
  });

  it('by a configured connection leaves the connection where it is, and says what is there already', async () => {
    const sandbox = await servedSandbox(await example('astro'));
    const connections = `orgwright: 1\nproviders:\n  prod: { type: astro, token: { env: ASTRO_API_TOKEN } }\n`;
    await writeFile(join(cwd, 'connections.yaml'), connections);
    const imported = await orgwright(sandbox, 'import', '--provider=prod', '-out=org.yaml');
    expect(imported.code).toBe(0);
    const text = await readFile(join(cwd, 'org.yaml'), 'utf8');
    expect(text).not.toContain('providers:');
    expect(text).toContain('provider: prod');
    await nothingToDo(sandbox);
    const again = await orgwright(sandbox, 'import', '--provider', 'prod');
    expect(again.stderr).toContain('is in the configuration already, as acme-data');
    expect(again.stdout).toContain('  acme-data-2:');
    const refused = await orgwright(sandbox, 'import', '--provider', 'prod', '--out', 'org.yaml');
    expect({ code: refused.code, stderr: refused.stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing was written: org.yaml is there already.') as unknown,
    });
    expect(await readFile(join(cwd, 'org.yaml'), 'utf8')).toBe(text);
  });

  it('writes certificates as files where it splits, and never what a secret is', async () => {
    const pem = await readFile(
      fileURLToPath(new URL('../../examples/astro/certs/acme-okta.pem', import.meta.url)),
      'utf8',
    );
    const sandbox = await servedSandbox(
      JSON.stringify({
        astro: {
          organizations: [
            {
              id: 'clm3x0acme000000000000001',
              name: 'Acme',
              users: [{ email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' }],
              domains: [{ name: 'acme.com' }],
              ssoConnections: [
                {
                  name: 'okta-acme.com',
                  domains: ['acme.com'],
                  strategy: 'samlp',
                  enabled: true,
                  configuration: { samlSigningCert: pem, samlSignInUrl: 'https://acme.okta.com/sso' },
                },
              ],
              bypassKey: { ageDays: 1 },
            },
          ],
        },
      }),
    );
    const imported = await orgwright(sandbox, 'import', '--provider', 'astro', '--split', '--out', 'mine');
    expect(imported.code).toBe(0);
    const providers = await readFile(join(cwd, 'mine/identity-providers.yaml'), 'utf8');
    expect(providers).toContain('certificates: [{ file: certs/okta.pem }]');
    expect(await readFile(join(cwd, 'mine/certs/okta.pem'), 'utf8')).toContain('BEGIN CERTIFICATE');
    const all = await Promise.all(
      ['connections.yaml', 'acme.yaml', 'identity-providers.yaml'].map((name) =>
        readFile(join(cwd, 'mine', name), 'utf8'),
      ),
    );
    const secrets = Object.entries(sandbox.env).flatMap(([name, value]) =>
      name.startsWith('ORGWRIGHT_') ? [] : value,
    );
    for (const value of secrets) expect(all.join('')).not.toContain(value);
    await nothingToDo(sandbox);
  });

  it.each([
    [['import'], '--provider NAME'],
    [['import', '--provider', 'astra'], 'Did you mean astro?'],
    [['import', '--provider', 'astro', '--split'], '--out is missing'],
    [['import', '--provider', 'scim'], '--base-url is missing'],
    [['import', '--provider', 'astro', '--base-url', 'http://127.0.0.1:1'], '--base-url is for SCIM services only'],
    [['import', '--provider', 'atlas', '--org', 'Acme'], 'is no id of an atlas organization'],
  ])('%j says what is missing', async (argv, message) => {
    const sandbox = await servedSandbox(await example('astro'));
    const result = await orgwright(sandbox, ...argv);
    expect(result).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) as unknown });
  });

  it('without a credential names the variable', async () => {
    const result = await runInTerminal(['import', '--provider', 'astro'], { cwd, env: {}, ...nobody });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('ASTRO_API_TOKEN is not set') as unknown });
  });
});

describe('import of Atlas with a credential that may not read everything', () => {
  const organization = '5f0000000000000000000001';
  const federation = /^ *# Not imported, since the credential may not read it: authentication \(the federation\)\.$/m;
  const settings = /^ *# Not imported, since the credential may not read them: the settings but the name\.$/m;

  it.each<[string, readonly string[], readonly RegExp[]]>([
    ['the federation of the organization', [`/api/atlas/v2/orgs/${organization}/federationSettings`], [federation]],
    ['what is in the federation', ['/api/atlas/v2/federationSettings'], [federation]],
    ['the settings', [`/api/atlas/v2/orgs/${organization}/settings`], [settings]],
    [
      'both',
      [`/api/atlas/v2/orgs/${organization}/settings`, '/api/atlas/v2/federationSettings'],
      [federation, settings],
    ],
  ])('leaves out %s with a comment, and a plan has nothing to add', async (_, paths, comments) => {
    const sandbox = await servedSandbox(await example('atlas'));
    const faults = paths.map((path) => ({ method: 'GET', path, times: 99, status: 403 }));
    await sandbox.control('PUT', 'faults', faults);
    const imported = await orgwright(sandbox, 'import', '--provider', 'atlas', '--org', organization);
    expect(imported.code, imported.stderr).toBe(0);
    expect(imported.stderr).toContain('which the credential may not read');
    for (const comment of [federation, settings]) {
      if (comments.includes(comment)) expect(imported.stdout).toMatch(comment);
      else expect(imported.stdout).not.toMatch(comment);
    }
    expect(imported.stdout.includes('authentication:')).toBe(!comments.includes(federation));
    expect(imported.stdout).toContain('alice@acme.com');
    await writeFile(join(cwd, 'org.yaml'), imported.stdout);
    await nothingToDo(sandbox);
  });

  it('fails where people or teams are what it may not read', async () => {
    const sandbox = await servedSandbox(await example('atlas'));
    for (const part of ['users', 'teams']) {
      const path = `/api/atlas/v2/orgs/${organization}/${part}`;
      await sandbox.control('PUT', 'faults', [{ method: 'GET', path, times: 99, status: 403 }]);
      const imported = await orgwright(sandbox, 'import', '--provider', 'atlas', '--org', organization);
      expect(imported).toMatchObject({ code: 1, stdout: '' });
    }
  });
});
