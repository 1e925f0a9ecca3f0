import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOrganizations } from '../../src/config/build.js';
import { loadConfiguration } from '../../src/config/load.js';
import { largestFile } from '../../src/config/read-files.js';
import { organization, provider, scratch } from './scratch.js';

async function codes(cwd: string, ...paths: string[]): Promise<string[]> {
  const { diagnostics } = await loadConfiguration(paths, { cwd });
  return diagnostics.map(({ code, source }) => `${source?.file ?? '-'} ${code}`);
}

describe('which files are read', () => {
  it('reads named files, and marked files below named folders, each once', async () => {
    const cwd = scratch({
      'a.yaml': provider,
      'deep/er/b.yml': 'orgwright: 1\nlists: { a: [] }\n',
      '.hidden/c.yaml': 'orgwright: 1\nnope: 1\n',
      'node_modules/d.yaml': 'orgwright: 1\nnope: 1\n',
      'foreign.yaml': 'kind: {{ .Values }}\n\tbroken: [',
      'notes.txt': 'orgwright: 1\nnope: 1\n',
    });
    const { files, diagnostics } = await loadConfiguration(['.', 'a.yaml', join(cwd, 'deep')], { cwd });
    expect(diagnostics).toEqual([]);
    expect([...files.keys()]).toEqual(['a.yaml', 'deep/er/b.yml']);
  });

  it('finds the marker with quotes, in braces, after comments and a byte order mark', async () => {
    const cwd = scratch({
      'a.yaml': '# hello\n"orgwright": 1\n',
      'b.yaml': '{ orgwright: 1, lists: {} }\n',
      'c.yaml': '\uFEFForgwright: 1\n',
    });
    const { files, diagnostics } = await loadConfiguration([], { cwd });
    expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
    expect(diagnostics).toEqual([]);
  });

  it('says when there is nothing to read', async () => {
    expect(await codes(scratch({ 'x.yaml': 'a: 1\n' }))).toEqual(['- no-configuration']);
    expect(await codes(scratch({}), 'gone')).toEqual(['- unreadable-path']);
  });

  it('wants the marker in a file that was named', async () => {
    expect(await codes(scratch({ 'x.yaml': 'a: 1\n' }), 'x.yaml')).toEqual(['x.yaml missing-marker']);
  });

  it('refuses what is too large or not UTF-8, but passes over foreign files of that kind', async () => {
    const filler = `# ${'x'.repeat(largestFile)}\n`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('orgwright: 1\n', 'utf16le')]);
    const cwd = scratch({
      'large.yaml': `orgwright: 1\n${filler}`,
      'foreign-large.yaml': filler,
      'latin.yaml': Buffer.from('orgwright: 1\nlists: { "caf\xe9": [] }\n', 'latin1'),
      'foreign-latin.yaml': Buffer.from('name: caf\xe9\n', 'latin1'),
      'utf16.yaml': utf16,
    });
    expect(await codes(cwd)).toEqual(['large.yaml file-too-large', 'latin.yaml not-utf-8', 'utf16.yaml not-utf-8']);
  });

  it('follows a link inside the folder, as Kubernetes mounts files, and refuses one that leads out', async () => {
    const cwd = scratch({ 'inside/..data/a.yaml': provider, 'outside.yaml': provider, 'foreign.yaml': 'a: 1\n' });
    symlinkSync('..data/a.yaml', join(cwd, 'inside/a.yaml'));
    symlinkSync('../outside.yaml', join(cwd, 'inside/b.yaml'));
    symlinkSync('../foreign.yaml', join(cwd, 'inside/c.yaml'));
    symlinkSync('nowhere.yaml', join(cwd, 'inside/d.yaml'));
    expect(await codes(cwd, 'inside')).toEqual(['inside/b.yaml file-outside']);
  });
});

describe('file references', () => {
  it('are read from the YAML file and rewritten for the working directory', async () => {
    const cwd = scratch({
      'conf/a.yaml':
        'orgwright: 1\nproviders:\n  a: { type: astro, token: { file: s/t } }\n  b: { type: astro, token: { file: /run/t } }\n',
    });
    const { providers, diagnostics } = await loadConfiguration(['conf'], { cwd });
    expect(diagnostics).toEqual([]);
    expect(providers).toEqual([
      {
        name: 'a',
        type: 'astro',
        settings: { token: { file: 'conf/s/t' } },
        source: { file: 'conf/a.yaml', line: 3, column: 3 },
      },
      {
        name: 'b',
        type: 'astro',
        settings: { token: { file: '/run/t' } },
        source: { file: 'conf/a.yaml', line: 4, column: 3 },
      },
    ]);
  });

  it('may not leave the folder by a link', async () => {
    const cwd = scratch({
      'conf/a.yaml': 'orgwright: 1\nproviders: { a: { type: astro, token: { file: link } } }\n',
      secret: 'x',
    });
    symlinkSync('../secret', join(cwd, 'conf/link'));
    expect(await codes(cwd, 'conf')).toEqual(['conf/a.yaml unreadable-file']);
  });

  it('may be links inside the folder', async () => {
    const cwd = scratch({
      'conf/a.yaml': 'orgwright: 1\nproviders: { a: { type: astro, token: { file: link } } }\n',
      'conf/secret': 'x',
    });
    symlinkSync('secret', join(cwd, 'conf/link'));
    expect(await codes(cwd, 'conf')).toEqual([]);
  });

  it('give the same digest wherever the checkout is', async () => {
    const files = { 'a.yaml': 'orgwright: 1\nproviders: { a: { type: astro, token: { file: t } } }\n' };
    const [one, other] = await Promise.all(
      [scratch(files), scratch(files)].map((cwd) => loadConfiguration([], { cwd })),
    );
    expect(one?.digest).toBe(other?.digest);
  });
});

describe('deep nesting', () => {
  it.each(['[', '{a: '])('of %s is refused without a crash', async (open) => {
    const cwd = scratch({ 'a.yaml': `orgwright: 1\nlists: ${open.repeat(20_000)}\n` });
    expect(await codes(cwd)).not.toEqual([]);
  });
});

describe('places', () => {
  it('are those of the file that said it, and of the nearest ancestor for the rest', async () => {
    const cwd = scratch({
      'a.yaml': organization('members:\n  Alice@acme.com: { role: ORGANIZATION_OWNER }'),
      'b.yaml': 'orgwright: 1\norganizations:\n  acme:\n    members:\n      bob@acme.com: {}\n',
    });
    const { locate } = await loadConfiguration([], { cwd });
    const members = '/organizations/acme/members';
    expect(locate(`${members}/alice@acme.com`)).toEqual({ file: 'a.yaml', line: 8, column: 7 });
    expect(locate(`${members}/alice@acme.com/role`)).toEqual({ file: 'a.yaml', line: 8, column: 25 });
    expect(locate(`${members}/bob@acme.com`)).toEqual({ file: 'b.yaml', line: 5, column: 7 });
    expect(locate(`${members}/zed@acme.com/role`)).toEqual({ file: 'a.yaml', line: 7, column: 5 });
  });

  it('are right for keys that look like array indexes, in maps of any size', async () => {
    const teams = Array.from({ length: 40 }, (_, index) => `  "${String(40 - index)}": {}`).join('\n');
    const cwd = scratch({ 'a.yaml': organization(`teams:\n  zed: {}\n${teams}`) });
    const { locate, diagnostics } = await loadConfiguration([], { cwd });
    expect(diagnostics).toEqual([]);
    expect(locate('/organizations/acme/teams/40')?.line).toBe(9);
    expect(locate('/organizations/acme/teams/1')?.line).toBe(48);
    expect(locate('/organizations/acme/teams/zed')?.line).toBe(8);
  });
});

describe('masking', () => {
  it('covers inline secrets in the texts for code frames and keeps every place', async () => {
    const text =
      'orgwright: 1\nproviders:\n  a: { type: astro, token: "abc def" }\n  b:\n    type: astro\n    token: "x\\"y" # why\n';
    const { files } = await loadConfiguration([], { cwd: scratch({ 'a.yaml': text }) });
    const masked = files.get('a.yaml') ?? '';
    expect(masked).not.toMatch(/abc|def|x\\|y"/);
    expect(masked.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
    expect(masked).toContain('# why');
  });

  it('leaves references alone', async () => {
    const text =
      'orgwright: 1\nproviders:\n  a: { type: astro, token: { env: TOKEN } }\n  b:\n    type: astro\n    token:\n      command: [op, read, x]\n';
    const { files } = await loadConfiguration([], { cwd: scratch({ 'a.yaml': text }) });
    expect(files.get('a.yaml')).toBe(text);
  });
});

describe('order', () => {
  it('of files, keys and set items changes neither the digest nor the organizations', async () => {
    const one = scratch({
      'a.yaml': `${provider}lists: { x: [bob@acme.com, alice@acme.com] }\n`,
      'b.yaml':
        'orgwright: 1\norganizations:\n  acme:\n    type: astro\n    id: c1\n    members: { zed@acme.com: {}, Alice@acme.com: { role: ORGANIZATION_OWNER, workspaces: { B: WORKSPACE_OWNER, A: WORKSPACE_MEMBER } } }\n    memberLists: { x: {} }\n    authentication: { domains: { acme.com: { allowedMethods: [sso, google] } } }\n    teams: { t: { members: [zed@acme.com, { list: x }] }, s: {} }\n',
    });
    const other = scratch({
      'z.yaml':
        'organizations:\n  acme:\n    teams: { s: {}, t: { members: [{ list: x }, zed@acme.com] } }\n    authentication: { domains: { ACME.com: { allowedMethods: [google, sso] } } }\n    memberLists: { x: {} }\norgwright: 1\n',
      'y.yaml':
        'organizations:\n  acme:\n    members: { alice@ACME.com: { workspaces: { A: WORKSPACE_MEMBER, B: WORKSPACE_OWNER }, role: ORGANIZATION_OWNER }, zed@acme.com: {} }\n    id: c1\n    type: astro\norgwright: 1\n',
      'x.yaml':
        'lists: { x: [alice@acme.com, bob@acme.com] }\nproviders: { astro: { token: { env: ASTRO_API_TOKEN }, type: astro } }\norgwright: 1\n',
    });
    const [a, b] = await Promise.all([one, other].map((cwd) => loadConfiguration([], { cwd })));
    if (a === undefined || b === undefined) throw new Error('not loaded');
    expect([a.diagnostics, b.diagnostics]).toEqual([[], []]);
    expect(a.digest).toBe(b.digest);
    const withoutSource = (loaded: typeof a) =>
      buildOrganizations(loaded).map(({ source: _source, config, ...rest }) => ({
        ...rest,
        authentication: config['authentication'] ?? null,
      }));
    expect(JSON.stringify(withoutSource(a))).toBe(JSON.stringify(withoutSource(b)));
  });

  it('does not hide a change', async () => {
    const digests = await Promise.all(
      ['ORGANIZATION_OWNER', 'ORGANIZATION_MEMBER'].map(async (role) => {
        const cwd = scratch({ 'a.yaml': organization(`members: { a@acme.com: { role: ${role} } }`) });
        return (await loadConfiguration([], { cwd })).digest;
      }),
    );
    expect(new Set(digests).size).toBe(2);
  });

  it('of a command and its arguments matters', async () => {
    const digests = await Promise.all(
      ['[a, b]', '[b, a]'].map(async (command) => {
        const cwd = scratch({
          'a.yaml': `orgwright: 1\nproviders: { a: { type: astro, token: { command: ${command} } } }\n`,
        });
        return (await loadConfiguration([], { cwd })).digest;
      }),
    );
    expect(new Set(digests).size).toBe(2);
  });

  it('a changed certificate changes the digest', async () => {
    const text = 'orgwright: 1\nidentityProviders: { a: { certificates: [{ file: c.pem }] } }\n';
    const cwd = scratch({ 'a.yaml': text, 'c.pem': '-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n' });
    const before = await loadConfiguration([], { cwd });
    mkdirSync(join(cwd, 'x'));
    writeFileSync(join(cwd, 'c.pem'), '-----BEGIN CERTIFICATE-----\nB\n-----END CERTIFICATE-----\n');
    const after = await loadConfiguration([], { cwd });
    expect(before.digest).not.toBe(after.digest);
  });
});
