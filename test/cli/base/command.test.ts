import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folder } from '../support/folder.js';
import { runInTerminal, type Session } from '../support/in-process.js';
import { servedSandbox } from '../support/served-sandbox.js';

const world = `
astro:
  organizations:
    - id: clm3x0acme000000000000001
      name: Acme Data
      billingEmail: billing@acme.com
      users:
        - { email: alice@acme.com, role: ORGANIZATION_OWNER }
        - { email: bob@acme.com, role: ORGANIZATION_MEMBER }
`;

const head = `orgwright: 1
providers: { astro: { type: astro, token: { env: ASTRO_API_TOKEN } } }
organizations:
  acme-data:
    type: astro
    id: clm3x0acme000000000000001
`;
const members = (...names: string[]): string =>
  `    members:\n${names.map((name) => `      ${name}@acme.com: {}\n`).join('')}`;

/** As what they stand for, not as `any`. */
const anyText = {
  stringContaining: (text: string): string => expect.stringContaining(text) as string,
  stringMatching: (pattern: RegExp): string => expect.stringMatching(pattern) as string,
};

interface Repository {
  readonly top: string;
  readonly git: (...args: string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly commit: (files?: Readonly<Record<string, string>>) => Promise<void>;
  readonly plan: (argv: readonly string[], from?: string, env?: Readonly<Record<string, string>>) => Promise<Session>;
  /** The warnings of a plan against `base`. */
  readonly told: (argv?: readonly string[], from?: string) => Promise<readonly string[]>;
}

async function repository(files: Readonly<Record<string, string>>): Promise<Repository> {
  const sandbox = await servedSandbox(world);
  const top = await folder();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@acme.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: top,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const write: Repository['write'] = async (some) => {
    for (const [name, text] of Object.entries(some)) {
      await mkdir(join(top, name, '..'), { recursive: true });
      await writeFile(join(top, name), text);
    }
  };
  const commit: Repository['commit'] = async (some = {}) => {
    await write(some);
    git('add', '-A');
    git('commit', '-qm', 'a change');
  };
  const plan: Repository['plan'] = (argv, from = '.', env = {}) =>
    runInTerminal(['plan', '-no-color', ...argv], {
      cwd: join(top, from),
      env: { PATH: process.env['PATH'] ?? '', HOME: top, ...sandbox.env, ...env },
      answer: async () => undefined,
    });
  git('init', '-q', '-b', 'main');
  await commit(files);
  git('tag', 'base');
  return {
    top,
    git,
    write,
    commit,
    plan,
    told: async (argv = [], from = '.') => {
      const { stdout } = await plan(['-json', '--base=base', ...argv], from);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { summary: string; detail?: string }[] };
      return diagnostics.map(({ summary, detail }) => (detail === undefined ? summary : `${summary} ${detail}`));
    },
  };
}

const bobStays =
  'bob@acme.com left the configuration and stays a member of acme-data, because `unlisted.members` is `report`. In base it stood at org.yaml:9:7.';

describe('plan --base', () => {
  it('tells who left the file and stays, in every format, and leaves no copy of the files', async () => {
    const { write, plan, told } = await repository({ 'org.yaml': head + members('alice', 'bob') });
    await write({ 'org.yaml': head + members('alice') });
    const temporary = await folder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await told()).toEqual([bobStays]);
    expect(await readdir(temporary)).toEqual([]);
    const text = await plan(['--base', 'base']);
    expect(text).toMatchObject({ code: 0, stderr: anyText.stringContaining('bob@acme.com left the configuration') });
    for (const format of ['markdown', 'html', 'github']) {
      const { stdout } = await plan([`--format=${format}`, '--base=base']);
      expect(stdout).toMatch(/left the configuration and stays a member/);
    }
  });

  it('says nothing where nobody left, or by their own word, or under the same name in other files', async () => {
    const { top, write, told } = await repository({
      'a.yaml': head,
      'b.yaml': `orgwright: 1\nlists: { all: [alice@acme.com, bob@acme.com] }\norganizations: { acme-data: { memberLists: { all: {} } } }\n`,
    });
    expect(await told()).toEqual([]);
    await rename(join(top, 'b.yaml'), join(top, 'c.yaml'));
    expect(await told()).toEqual([]);
    await rm(join(top, 'c.yaml'));
    await write({ 'a.yaml': `${head}${members('alice')}      bob@acme.com: { state: absent }\n` });
    expect(await told()).toEqual([]);
  });

  it('looks at what was named, from any folder of the repository', async () => {
    const { write, told } = await repository({
      'infra/access/org.yaml': head + members('alice', 'bob'),
      'infra/other.yaml': head + members('alice'),
      'infra/access/.hidden/x.yaml': 'a: [',
    });
    await write({ 'infra/access/org.yaml': head + members('alice') });
    expect(await told(['access'], 'infra')).toEqual([bobStays.replace('org.yaml', 'access/org.yaml')]);
    expect(await told(['org.yaml'], 'infra/access')).toEqual([bobStays]);
    expect(await told([], 'infra/access')).toEqual([bobStays]);
    expect(await told(['../other.yaml'], 'infra/access')).toEqual([]);
  });

  it('says that a file was not there, since it may have had another name', async () => {
    const { top, told } = await repository({ 'old.yaml': head + members('alice', 'bob') });
    await rename(join(top, 'old.yaml'), join(top, 'new.yaml'));
    expect(await told(['new.yaml'])).toEqual([
      'new.yaml is not in base: what it held there under another name was not compared.',
    ]);
  });

  it('passes over links and submodules', async () => {
    const { top, git, commit, write, told } = await repository({ 'org.yaml': head + members('alice', 'bob') });
    await symlink('/etc/passwd', join(top, 'link.yaml'));
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD').trim()},module.yaml`);
    git('add', 'link.yaml');
    git('commit', '-qm', 'links');
    await rm(join(top, 'link.yaml'));
    git('tag', '-f', 'base');
    await write({ 'org.yaml': head + members('alice') });
    expect(await told()).toEqual([bobStays]);
    await commit();
  });
});

describe('a base that cannot be read', () => {
  it('is a warning, and the plan is made', async () => {
    const { write, commit, git, plan, told } = await repository({ 'org.yaml': 'orgwright: 1\nmembers: 7\n' });
    await write({ 'org.yaml': head + members('alice') });
    expect(await told()).toEqual([
      anyText.stringMatching(/^The configuration at base has errors, so what left it is not told: org\.yaml:2:1: /),
    ]);
    await commit();
    git('tag', '-f', 'base');
    const unknown = await plan(['--base=origin/none']);
    expect(unknown).toMatchObject({ code: 0, stderr: anyText.stringContaining('There is no commit origin/none in') });
    const noGit = await plan(['--base=base'], '.', { PATH: '/nowhere' });
    expect(noGit).toMatchObject({ code: 0, stderr: anyText.stringContaining('there is no `git` to ask') });
  });

  it('says what a shallow clone needs', async () => {
    const { top, git, commit, plan } = await repository({ 'org.yaml': head + members('alice') });
    await commit({ 'org.yaml': `${head}${members('alice')}\n` });
    git('clone', '-q', '--depth=1', `file://${top}`, join(top, 'shallow'));
    const { code, stderr } = await plan(['--base=HEAD~1'], 'shallow');
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: anyText.stringContaining('`fetch-depth: 0`') });
  });

  it('is one outside of any repository, too', async () => {
    const sandbox = await servedSandbox(world);
    const cwd = await folder({ 'org.yaml': head + members('alice') });
    const env = { PATH: process.env['PATH'] ?? '', GIT_CEILING_DIRECTORIES: tmpdir(), ...sandbox.env };
    const { code, stderr } = await runInTerminal(['plan', '--base=main'], { cwd, env, answer: async () => undefined });
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: anyText.stringContaining('not a git repository') });
  });

  it.each(['--upload-pack=touch x', '-h', '', 'a b', 'main..dev', 'a\nb', 'a\u202Eb'])(
    'refuses %j as a name',
    async (ref) => {
      const cwd = await folder({ 'org.yaml': head + members('alice') });
      const argv = ['plan', `--base=${ref}`];
      const { code, stdout, stderr } = await runInTerminal(argv, { cwd, env: {}, answer: async () => undefined });
      expect({ code, stdout, stderr }).toMatchObject({
        code: 1,
        stdout: '',
        stderr: anyText.stringMatching(/-base (takes a commit, branch or tag|needs a value)/),
      });
    },
  );
});
