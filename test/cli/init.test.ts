import { mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal, type Session } from './support/in-process.js';
import { world } from './support/organization.js';
import { servedSandbox } from './support/served-sandbox.js';

/** Whoever sits there answers in this order, and then closes the input. */
function run(
  cwd: string,
  argv: readonly string[],
  { answers = [], env = {} }: { answers?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<Session & { readonly asked: readonly string[] }> {
  const left = [...answers];
  const asked: string[] = [];
  return runInTerminal(argv, {
    cwd,
    env,
    answer: (said) => {
      asked.push(said.slice(said.lastIndexOf(': ', said.length - 3) + 1).trim());
      return Promise.resolve(left.shift());
    },
  }).then((session) => ({ ...session, asked }));
}

const astro = ['init', '--provider', 'astro', '--org', 'acme-data', '--id', 'clm3x0acme000000000000001'];
const atlas = ['init', '--provider', 'atlas', '--org', 'acme-atlas', '--id', '500000000000000000000001'];
const scim = ['init', '--provider', 'scim', '--org', 'corp', '--base-url', 'https://scim.example.com/v2'];

describe('orgwright init', () => {
  it.each([
    ['astro', astro],
    ['atlas', atlas],
    ['scim', scim],
  ])('writes for %s what validate and fmt find nothing in, with schema, comments and defaults', async (_, argv) => {
    const cwd = await folder();
    const { stdout, code, asked } = await run(cwd, argv);
    expect({ stdout, code, asked }).toEqual({ stdout: '', code: 0, asked: [] });
    const text = await readFile(join(cwd, 'orgwright.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    expect(text).toMatch(/^ +members: \{ percent: 25, atLeast: 5 \}$/m);
    expect(text).toContain('members: report');
    expect((await stat(join(cwd, 'orgwright.yaml'))).mode & 0o777 & ~0o022).toBe(0o644);
    const env = { ASTRO_API_TOKEN: 'x', ATLAS_CLIENT_ID: 'x', ATLAS_CLIENT_SECRET: 'x', SCIM_TOKEN: 'x' };
    expect(await run(cwd, ['validate', '--format', 'json'], { env })).toMatchObject({ code: 0, stderr: '' });
    expect(await run(cwd, ['fmt', '-check'])).toMatchObject({ code: 0, stdout: '' });
    // The example in the comment is one that works.
    const begun = text.replace(/^( +)# ((?: *)(?:members|teams|alice@acme\.com|data-eng):)/gm, '$1$2');
    expect(begun).not.toBe(text);
    await writeFile(join(cwd, 'orgwright.yaml'), begun);
    expect(await run(cwd, ['validate'], { env })).toMatchObject({ code: 0, stderr: '' });
  });

  it('changes nothing of a live organization', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder();
    const { stderr } = await run(cwd, astro, { env: sandbox.env });
    expect(stderr).toContain('orgwright import --provider astro --org clm3x0acme000000000000001 --out orgwright.yaml');
    expect(stderr).toContain('The credential is set already.');
    expect(await run(cwd, ['plan', '-detailed-exitcode'], { env: sandbox.env })).toMatchObject({ code: 0 });
  });

  it('says what to export, and takes an API key of Atlas where one is set', async () => {
    const cwd = await folder();
    expect((await run(cwd, astro)).stderr).toContain('Export ASTRO_API_TOKEN.');
    const forScim = await run(cwd, [...scim, '--out', 'scim.yaml']);
    expect(forScim.stderr).toContain('Export ORGWRIGHT_ALLOWED_HOSTS=scim.example.com:');
    const named = { SCIM_TOKEN: 'x', ORGWRIGHT_ALLOWED_HOSTS: 'scim.example.com' };
    expect((await run(cwd, [...scim, '--out', 'named.yaml'], { env: named })).stderr).not.toContain('Export');
    const local = ['init', '--provider', 'scim', '--org', 'corp', '--base-url', 'https://localhost:8888/scim'];
    expect((await run(cwd, [...local, '--out', 'local.yaml'])).stderr).not.toContain('ORGWRIGHT_ALLOWED_HOSTS');
    const env = { ATLAS_PUBLIC_KEY: 'x', ATLAS_PRIVATE_KEY: 'hunter2secret' };
    await run(cwd, [...atlas, '--out', 'atlas.yaml'], { env });
    const text = await readFile(join(cwd, 'atlas.yaml'), 'utf8');
    expect(text).toContain('publicKey: { env: ATLAS_PUBLIC_KEY }');
    expect(text).not.toContain('hunter2secret');
  });

  it('asks for what the flags do not say', async () => {
    const cwd = await folder();
    const answers = ['astro', 'acme-data', 'clm3x0acme000000000000001'];
    expect(await run(cwd, ['init'], { answers })).toMatchObject({ code: 0 });
    await run(cwd, [...astro, '--out', 'flags.yaml']);
    expect(await readFile(join(cwd, 'orgwright.yaml'), 'utf8')).toBe(await readFile(join(cwd, 'flags.yaml'), 'utf8'));
    const forScim = await run(cwd, ['init', '--org', 'corp', '--out', 'scim.yaml'], {
      answers: ['scim', 'https://scim.example.com/v2'],
    });
    expect(forScim).toMatchObject({ code: 0 });
    expect(forScim.asked).toHaveLength(2);
  });

  it.each([
    [['init'], ['astro', ''], '--org NAME, --id ID are missing.'],
    [['init', '-input=false'], [], '--provider astro|atlas|scim, --org NAME, --id ID (or --base-url URL for scim) are'],
    [['init', '-input=false', '--provider=astro', '--org=a'], [], '--id ID is missing.'],
    [['init', '-input=false', '--provider=scim'], [], '--org NAME, --base-url URL are missing.'],
    [['init', '--provider', 'astra'], [], 'Did you mean astro?'],
    [[...astro, '--base-url', 'https://a.example'], [], '--base-url is for SCIM services only.'],
    [[...scim, '--id', '1'], [], '--id is not for SCIM services'],
  ])('%j with the answers %j writes nothing and says why', async (argv, answers, message) => {
    const cwd = await folder();
    const { code, stderr } = await run(cwd, argv, { answers });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    [{ org: 'a/b' }, /orgwright\.yaml:\d+:\d+: error: /],
    [{ org: ' a' }, /error: /],
    [{ org: 'a\u202eb' }, /U\+202E/],
    [{ org: '__proto__' }, /error: /],
    [{ org: 'x'.repeat(300) }, /error: /],
    [{ org: 'a\n  b: {}' }, /error: /],
    [{ id: 'a b' }, /error: /],
    [{ id: '../../x' }, /error: /],
    [{ id: '{ env: X }' }, /error: /],
  ])('holds names and ids to the rules of the YAML: %j', async (bad, message) => {
    const cwd = await folder();
    const { org = 'a', id = 'o1' } = bad as { org?: string; id?: string };
    const { code, stderr } = await run(cwd, ['init', '--provider=astro', `--org=${org}`, `--id=${id}`]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('\u202e');
    expect(code).toBe(1);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    [['--base-url', 'http://scim.example.com'], /Use https/],
    [['--base-url', 'ftp://x'], /error: /],
    [['--base-url', 'https://user:pass@x.example'], /error: /],
  ])('holds the address to the rules of the YAML: %j', async (flags, message) => {
    const cwd = await folder();
    const { code, stderr } = await run(cwd, ['init', '--provider=scim', '--org=corp', ...flags]);
    expect({ code, files: await readdir(cwd) }).toEqual({ code: 1, files: [] });
    expect(stderr).toMatch(message);
  });

  it('quotes what YAML would take for something else', async () => {
    for (const org of ['on', '0x1', 'a: b', '# no comment', '"', "it's", '- x', '{a}', '*a', '$(touch x)']) {
      const cwd = await folder();
      expect(
        await run(cwd, ['init', '--provider=atlas', `--org=${org}`, '--id=500000000000000000000001']),
      ).toMatchObject({
        code: 0,
      });
      const { stdout } = await run(cwd, ['__complete', '--', 'plan', '--org', '']);
      expect(stdout).toBe(`${org}\t\n`);
    }
  });

  it('leaves a file that is there, unless told otherwise, before it asks', async () => {
    const cwd = await folder({ 'orgwright.yaml': 'mine\n' });
    const refused = await run(cwd, ['init']);
    expect(refused).toMatchObject({ code: 1, asked: [] });
    expect(refused.stderr).toContain('--force');
    expect(await readFile(join(cwd, 'orgwright.yaml'), 'utf8')).toBe('mine\n');
    expect(await run(cwd, [...astro, '--force'])).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, 'orgwright.yaml'), 'utf8')).toContain('acme-data');
  });

  it('writes no folder, link or missing folder over, not even with -force', async () => {
    const cwd = await folder({ 'target.yaml': 'mine\n' });
    await mkdir(join(cwd, 'dir'));
    await symlink('target.yaml', join(cwd, 'link.yaml'));
    for (const out of ['dir', 'link.yaml', 'gone/orgwright.yaml']) {
      const { code, stderr } = await run(cwd, [...astro, '-force', '-out', out]);
      expect(code).toBe(1);
      expect(stderr).toContain(`Cannot write ${out}`);
    }
    expect(await readFile(join(cwd, 'target.yaml'), 'utf8')).toBe('mine\n');
  });
});
