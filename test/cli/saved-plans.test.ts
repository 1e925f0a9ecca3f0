import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planDigest } from '../../src/core/plan-document-from.js';
import type { PlanDocument } from '../../src/core/plan-document.js';
import type { Json } from '../../src/core/json.js';
import { sealOf } from '../../src/plan-file/seal.js';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { configuration, world } from './support/organization.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

const organization = '/v1/organizations/clm3x0acme000000000000001';

interface Saved extends PlanDocument {
  readonly saved: Record<string, never>;
}

interface Setting {
  readonly sandbox: TestSandbox;
  readonly cwd: string;
  run(argv: readonly string[], env?: Readonly<Record<string, string>>): Promise<Session>;
  /** As another person would. */
  api(method: string, path: string, body?: unknown): Promise<unknown>;
  read(): Promise<Saved>;
  /** Changes the file; sealed again as somebody would who knows how, unless told not to. */
  edit(change: (plan: Saved) => unknown, seal?: 'sealed' | 'unsealed'): Promise<void>;
}

/** A saved plan in `plan.json`, without the YAML beside it. */
async function planned(env: Readonly<Record<string, string>> = {}): Promise<Setting> {
  const sandbox = await servedSandbox(world);
  const yaml = await folder({ 'org.yaml': configuration });
  const cwd = await folder();
  const run: Setting['run'] = (argv, more = {}) =>
    runInTerminal(argv, { cwd, env: { ...sandbox.env, XDG_RUNTIME_DIR: cwd, ...more }, answer: async () => undefined });
  const { code, stderr } = await run(['plan', yaml, `-out=${join(cwd, 'plan.json')}`], env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await sandbox.takeWrites();
  const file = join(cwd, 'plan.json');
  const read = async (): Promise<Saved> => JSON.parse(await readFile(file, 'utf8')) as Saved;
  return {
    sandbox,
    cwd,
    run,
    read,
    api: async (method, path, body) => {
      const response = await fetch(`${sandbox.url}${organization}${path}`, {
        method,
        headers: { authorization: `Bearer ${sandbox.env['ASTRO_API_TOKEN']}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      await sandbox.control('DELETE', 'requests');
      return response.json();
    },
    edit: async (change, seal = 'sealed') => {
      const plan = await read();
      const changed = (change(plan) ?? plan) as Saved;
      if (seal === 'unsealed') return writeFile(file, JSON.stringify(changed));
      const { saved, ...document } = { ...changed, plan_digest: planDigest(changed) };
      const { digest: _digest, ...content } = saved as Record<string, unknown>;
      const digest = sealOf({ ...document, saved: content } as unknown as Json);
      return writeFile(file, JSON.stringify({ ...document, saved: { ...content, digest } }));
    },
  };
}

async function refused(setting: Setting, code: number, text: string, env?: Record<string, string>): Promise<void> {
  const session = await setting.run(['apply', 'plan.json', '-auto-approve'], env);
  expect(session.stderr).toContain(text);
  expect(session.code).toBe(code);
  expect(await setting.sandbox.takeWrites()).toEqual([]);
}

describe('plan -out and apply FILE', () => {
  it('runs exactly the plan, without the YAML, and reads only what it touches', async () => {
    const setting = await planned();
    expect((await stat(join(setting.cwd, 'plan.json'))).mode & 0o777).toBe(0o600);
    const text = await readFile(join(setting.cwd, 'plan.json'), 'utf8');
    expect(text).not.toContain(setting.sandbox.env['ASTRO_API_TOKEN']);
    const { operations } = await setting.read();
    const { code, stderr, stdout } = await setting.run(['apply', 'plan.json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Apply complete: 3 requests: 3 done\.\n$/);
    const writes = await setting.sandbox.takeWrites();
    expect([...writes].sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('refuses a plan that was applied already', async () => {
    const setting = await planned();
    expect((await setting.run(['apply', 'plan.json'])).code).toBe(0);
    await setting.sandbox.takeWrites();
    await refused(
      setting,
      11,
      'changed since the plan was made: acme-data/member/dave@acme.com, acme-data/team/data-eng (last changed by the API token "development" at ',
    );
  });

  it('refuses what has moved, by name, and goes on where something else has', async () => {
    const setting = await planned();
    await setting.api('POST', '/teams', { name: 'elsewhere', organizationRole: 'ORGANIZATION_MEMBER' });
    const { teams } = (await setting.api('GET', '/teams')) as { teams: readonly { id: string; name: string }[] };
    expect(teams.map(({ name }) => name)).toContain('elsewhere');
    const id = teams.find(({ name }) => name === 'data-eng')?.id;
    await setting.api('POST', `/teams/${id}`, { name: 'data-eng', description: 'Somebody else was here' });
    await refused(
      setting,
      11,
      'changed since the plan was made: acme-data/team/data-eng (last changed by the API token',
    );
    await setting.api('POST', `/teams/${id}`, { name: 'data-eng', description: '' });
    expect((await setting.run(['apply', 'plan.json'])).code).toBe(0);
  });

  it.each<[string, (plan: Saved) => unknown]>([
    ['a request', (plan) => ({ ...plan, operations: plan.operations.slice(1) })],
    ['a change', (plan) => ({ ...plan, resource_changes: [] })],
    ['a fingerprint', (plan) => ({ ...plan, fingerprints: {} })],
    ['a guard', (plan) => ({ ...plan, guards: [] })],
    ['its time', (plan) => ({ ...plan, timestamp: '2020-01-01T00:00:00.000Z' })],
    ['its digest', (plan) => ({ ...plan, plan_digest: `sha256:${'0'.repeat(64)}` })],
    ['a connection', (plan) => ({ ...plan, saved: { ...plan.saved, connections: [] } })],
    ['a setting of the apply', (plan) => ({ ...plan, saved: { ...plan.saved, allow_incomplete: true } })],
    ['its seal', (plan) => ({ ...plan, saved: { ...plan.saved, digest: undefined } })],
  ])('refuses a file in which %s was edited', async (_, change) => {
    const setting = await planned();
    await setting.edit(change, 'unsealed');
    await refused(setting, 1, 'plan.json is not as orgwright wrote it');
  });

  it.each<[string, (plan: Saved) => unknown]>([
    ['an unknown key', (plan) => ({ ...plan, more: 1 })],
    ['a value of another type', (plan) => ({ ...plan, summary: [] })],
    [
      'an unknown method',
      (plan) => ({ ...plan, operations: plan.operations.map((each) => ({ ...each, method: 'GET' })) }),
    ],
    ['a connection that is missing', (plan) => ({ ...plan, saved: { ...plan.saved, connections: [] } })],
    [
      'a forged path',
      (plan) => ({
        ...plan,
        operations: plan.operations.map((each) => ({ ...each, path: `${organization}/users/x` })),
      }),
    ],
    [
      'a forged body',
      (plan) => ({
        ...plan,
        operations: plan.operations.map((each) => ({ ...each, body: { organizationRole: 'ORGANIZATION_OWNER' } })),
      }),
    ],
    [
      'a request too many',
      (plan) => ({ ...plan, operations: [...plan.operations, { ...plan.operations[0], id: '9' }] }),
    ],
    [
      'a fingerprint less',
      (plan) => ({
        ...plan,
        fingerprints: {},
        saved: {
          ...plan.saved,
          shares: (plan.saved['shares'] as unknown as object[]).map((share) => ({ ...share, fingerprints: {} })),
        },
      }),
    ],
  ])('refuses a file that was sealed again with %s', async (_, change) => {
    const setting = await planned();
    await setting.edit(change);
    await refused(setting, 1, 'plan.json is not as orgwright wrote it');
  });

  it('refuses what is truncated, empty, no plan, or hostile', async () => {
    const setting = await planned();
    const file = join(setting.cwd, 'plan.json');
    const text = await readFile(file, 'utf8');
    for (const [content, message] of [
      [text.slice(0, text.length / 2), 'not all of it is there'],
      ['', 'not all of it is there'],
      ['[]', 'is no plan of orgwright'],
      ['{"a": 1}', 'is no plan of orgwright'],
      [text.replace('"format_version"', '"__proto__": {}, "format_version"'), '__proto__'],
      [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'nested too deeply'],
    ] as const) {
      await writeFile(file, content);
      await refused(setting, 1, message);
    }
  });

  it('refuses the plan of another version, and of another host', async () => {
    const setting = await planned();
    await refused(setting, 1, 'was made against http://127.0.0.1', { ORGWRIGHT_ASTRO_ENDPOINT: 'http://127.0.0.1:9' });
    await setting.edit((plan) => ({ ...plan, orgwright_version: '99.0.0' }));
    await refused(setting, 1, 'was written by orgwright 99.0.0');
  });

  it('cannot be redirected by its own word', async () => {
    const setting = await planned();
    await setting.edit((plan) => {
      const connections = (plan.saved['connections'] as unknown as object[]).map((each) => ({
        ...each,
        endpoint: null,
      }));
      return { ...plan, saved: { ...plan.saved, connections } };
    });
    await refused(setting, 1, "was made against the vendor's own host");
  });

  it('is refused unsigned where there is a key, and with another key', async () => {
    const setting = await planned();
    await refused(setting, 1, 'is not signed', { ORGWRIGHT_PLAN_KEY: 'k1' });
    await refused(setting, 1, 'ORGWRIGHT_PLAN_KEY is set, but empty', { ORGWRIGHT_PLAN_KEY: '' });
    const signed = await planned({ ORGWRIGHT_PLAN_KEY: 'k1' });
    await refused(signed, 1, 'is signed with another key', { ORGWRIGHT_PLAN_KEY: 'k2' });
    await signed.edit((plan) => ({ ...plan, timestamp: '2020-01-01T00:00:00.000Z' }));
    await refused(signed, 1, 'or was edited', { ORGWRIGHT_PLAN_KEY: 'k1' });
    const fine = await planned({ ORGWRIGHT_PLAN_KEY: 'k1' });
    expect((await fine.run(['apply', 'plan.json'], { ORGWRIGHT_PLAN_KEY: 'k1' })).code).toBe(0);
  });

  it('stands alone', async () => {
    const setting = await planned();
    for (const argv of [
      ['plan.json', '.'],
      ['plan.json', '-target=acme-data'],
    ]) {
      expect((await setting.run(['apply', ...argv])).code).toBe(1);
    }
    expect(await setting.sandbox.takeWrites()).toEqual([]);
  });
});

describe('apply --expect-plan', () => {
  it('applies the plan that was reviewed, and no other', async () => {
    const setting = await planned();
    const { plan_digest: digest } = await setting.read();
    await writeFile(join(setting.cwd, 'org.yaml'), configuration);
    await writeFile(join(setting.cwd, 'other.txt'), '');
    const apply = (expected: string): Promise<Session> =>
      setting.run(['apply', 'org.yaml', '-auto-approve', '--expect-plan', expected]);
    const other = await apply(`sha256:${'0'.repeat(64)}`);
    expect(other.code).toBe(11);
    expect(other.stderr).toContain(`the plan is ${digest} now`);
    expect((await apply('sha256:1')).code).toBe(1);
    expect(await setting.sandbox.takeWrites()).toEqual([]);
    expect((await apply(digest)).code).toBe(0);
    expect(await setting.sandbox.takeWrites()).toHaveLength(3);
  });
});

describe('apply on a pull request', () => {
  it.each<Record<string, string>>([
    { GITHUB_EVENT_NAME: 'pull_request' },
    { GITHUB_EVENT_NAME: 'pull_request_target' },
    { CI_PIPELINE_SOURCE: 'merge_request_event' },
  ])('is refused before anything is read, unless it is allowed', async (env) => {
    const setting = await planned();
    await refused(setting, 1, 'Refused to apply on a pull request', env);
    expect(await setting.sandbox.control('GET', 'requests')).toMatchObject({ totals: { reads: 0, auth: 0 } });
    expect((await setting.run(['apply', 'plan.json', '--allow-pull-request'], env)).code).toBe(0);
  });
});
