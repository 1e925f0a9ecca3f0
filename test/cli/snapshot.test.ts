import { cp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { servedSandbox, type TestSandbox } from './support/served-sandbox.js';

interface Place {
  readonly cwd: string;
  readonly sandbox: TestSandbox;
}

async function example(name: string): Promise<Place> {
  const source = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const sandbox = await servedSandbox(await readFile(join(source, 'world.yaml'), 'utf8'));
  const cwd = await folder();
  await cp(source, cwd, { recursive: true });
  for (const file of (await readdir(cwd)).filter((each) => each.endsWith('.yaml'))) {
    const text = await readFile(join(cwd, file), 'utf8');
    await writeFile(join(cwd, file), text.replaceAll('http://127.0.0.1:8888', sandbox.url));
  }
  return { cwd, sandbox };
}

function orgwright(cwd: string, env: Readonly<Record<string, string>>, ...argv: string[]): Promise<Session> {
  return runInTerminal(argv, { cwd, env, answer: () => Promise.resolve(undefined) });
}

/** Of a plan document, what does not tell when it was made, and from what. */
function comparable({ stdout }: Session): unknown {
  const document = JSON.parse(stdout) as Record<string, unknown> & { diagnostics: { code: string }[] };
  const diagnostics = document.diagnostics.filter(({ code }) => !code.startsWith('snapshot'));
  return { ...document, diagnostics, timestamp: '', as_of: '', plan_digest: '' };
}

const key = { ORGWRIGHT_SNAPSHOT_KEY: '0123456789abcdef0123456789abcdef' };

describe('plan --snapshot', () => {
  it.each(['astro', 'atlas', 'scim', 'mirror'])(
    'of examples/%s is the plan from live, with no credential and no request',
    async (name) => {
      const { cwd, sandbox } = await example(name);
      const live = await orgwright(cwd, sandbox.env, 'plan', '-json');
      const taken = await orgwright(cwd, sandbox.env, 'snapshot', '-out=live.json');
      expect({ code: taken.code, stdout: taken.stdout }, taken.stderr).toEqual({ code: 0, stdout: '' });
      const file = join(cwd, 'live.json');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const text = await readFile(file, 'utf8');
      const secrets = Object.entries(sandbox.env).filter(([variable]) => !variable.startsWith('ORGWRIGHT_'));
      for (const [, secret] of secrets) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/bypass[-_][0-9a-z]{8}/);
      const writes = (await sandbox.takeWrites()).filter((write) => write !== 'POST /api/oauth/token');
      expect(writes).toEqual([]);

      const offline = await orgwright(cwd, {}, 'plan', '-json', '--snapshot', 'live.json');
      expect(offline.code, offline.stderr).toBe(live.code);
      expect(comparable(offline)).toEqual(comparable(live));
      const document = JSON.parse(offline.stdout) as { as_of: string; diagnostics: { code: string }[] };
      expect(document.as_of).toBe((JSON.parse(text) as { taken_at: string }).taken_at);
      expect(document.diagnostics.map(({ code }) => code)).toContain('snapshot');
      expect(((await sandbox.control('GET', 'requests')) as { requests: unknown[] }).requests).toEqual([]);

      // The same people by pseudonyms: the plan knows whom the configuration names.
      const hidden = await orgwright(cwd, { ...sandbox.env, ...key }, 'snapshot', '--pseudonymize', '-out=hidden.json');
      expect(hidden.code).toBe(0);
      expect(await readFile(join(cwd, 'hidden.json'), 'utf8')).not.toMatch(/(alice|bob|mallory|dave)@/);
      const named = await orgwright(cwd, key, 'plan', '-json', '--snapshot', 'hidden.json');
      expect(named.code, named.stderr).toBe(live.code);
      const people = (session: Session): readonly string[] =>
        (JSON.parse(session.stdout) as { resource_changes: { address: string }[] }).resource_changes
          .map(({ address }) => address)
          .filter((address) => !/\/member\/(?:person-|victor@)/.test(address));
      expect(people(named)).toEqual(people(live));
      const locked = await orgwright(cwd, {}, 'plan', '--snapshot', 'hidden.json');
      expect(locked).toMatchObject({ code: 1, stderr: expect.stringContaining('ORGWRIGHT_SNAPSHOT_KEY') as unknown });
    },
  );

  it.each(['allow', 'deny'])(
    'plans what a pull request changes: somebody goes, a team is new (private API: %s)',
    async (access) => {
      const { cwd, sandbox } = await example('astro');
      const connections = join(cwd, 'connections.yaml');
      const written = await readFile(connections, 'utf8');
      await writeFile(connections, written.replace('privateApi: allow', `privateApi: ${access}`));
      await orgwright(cwd, sandbox.env, 'snapshot', '-out=live.json');
      const file = join(cwd, 'acme-data.yaml');
      const text = await readFile(file, 'utf8');
      const changed = text.replace(/^ {4}teams:\n/m, '    teams:\n      fresh: { members: [alice@acme.com] }\n');
      expect(changed).not.toBe(text);
      await writeFile(file, changed);
      await writeFile(join(cwd, 'more.yaml'), 'orgwright: 1\npeople:\n  zoe@acme.com: { state: absent }\n');
      const live = await orgwright(cwd, sandbox.env, 'plan', '-json');
      expect(live.stdout, live.stderr).not.toBe('');
      const offline = await orgwright(cwd, {}, 'plan', '-json', '--snapshot=live.json');
      expect(offline.code, offline.stderr).toBe(live.code);
      expect(comparable(offline)).toEqual(comparable(live));
    },
  );

  it('is an error where the snapshot does not hold the organization, or the answer', async () => {
    const { cwd, sandbox } = await example('atlas');
    await orgwright(cwd, sandbox.env, 'snapshot', '-out=live.json', '--org', 'acme-shop');
    const absent = await orgwright(cwd, {}, 'plan', '--snapshot', 'live.json');
    expect(absent.code).toBe(1);
    expect(absent.stderr).toContain('does not hold the organization acme-payments');

    const whole = JSON.parse(await readFile(join(cwd, 'live.json'), 'utf8')) as { exchanges: { path: string }[] };
    const exchanges = whole.exchanges.filter(({ path }) => !/\/orgs\/[^/]+\/users/.test(path));
    await writeFile(join(cwd, 'less.json'), JSON.stringify({ ...whole, exchanges }));
    const less = await orgwright(cwd, {}, 'plan', '--org', 'acme-shop', '--snapshot', 'less.json');
    expect(less.code).toBe(1);
    expect(less.stderr).toContain('does not hold all that this configuration needs to know by way of');
  });

  it('is taken with a credential that sees no more than the configuration needs', async () => {
    const { cwd, sandbox } = await example('atlas');
    const id = '5f0000000000000000000003';
    const connections = await readFile(join(cwd, 'connections.yaml'), 'utf8');
    const small = await folder();
    await writeFile(join(small, 'connections.yaml'), connections);
    const labs = `orgwright: 1\norganizations:\n  labs: { type: atlas, id: "${id}", members: { alice@acme.com: {} } }\n`;
    await writeFile(join(small, 'org.yaml'), labs);
    await sandbox.control('PUT', 'faults', [
      { method: 'GET', path: `/api/atlas/v2/orgs/${id}/settings`, times: 99, status: 403 },
    ]);
    const taken = await orgwright(small, sandbox.env, 'snapshot', '-out=live.json');
    expect(taken.code, taken.stderr).toBe(0);
    expect(taken.stderr).toContain('and not what a changed one may');
    expect(await orgwright(small, {}, 'plan', '--snapshot', 'live.json')).toMatchObject({ code: 0 });
  });

  it('warns of one that is old', async () => {
    const { cwd, sandbox } = await example('scim');
    await orgwright(cwd, sandbox.env, 'snapshot', '-out=live.json');
    const text = await readFile(join(cwd, 'live.json'), 'utf8');
    await writeFile(
      join(cwd, 'old.json'),
      text.replace(/"taken_at": "[^"]+"/, '"taken_at": "2020-01-01T00:00:00.000Z"'),
    );
    const old = await orgwright(cwd, {}, 'plan', '-json', '--snapshot', 'old.json');
    const { diagnostics } = JSON.parse(old.stdout) as { diagnostics: { code: string }[] };
    expect(diagnostics.map(({ code }) => code)).toContain('snapshot-old');
  });

  it.each([
    ['{', 'it is no JSON'],
    ['[]', 'should be an object'],
    ['{"orgwright_snapshot": 2}', 'of another format'],
    ['{"orgwright_snapshot": 1, "__proto__": {}}', '__proto__ should be absent'],
    ['{"orgwright_snapshot": 1, "taken_at": "soon"}', 'taken_at should be a time'],
  ])('refuses %s', async (text, message) => {
    const { cwd } = await example('scim');
    await writeFile(join(cwd, 'live.json'), text);
    const result = await orgwright(cwd, {}, 'plan', '--snapshot', 'live.json');
    expect(result).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(message) as unknown });
  });
});
