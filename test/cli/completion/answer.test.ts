import { describe, expect, it } from 'vitest';
import { flagsOf } from '../../../src/cli/command.js';
import { commands } from '../../../src/cli/commands.js';
import { Plan } from '../../../src/cli/commands/plan.js';
import { folder } from '../support/folder.js';
import { runInTerminal } from '../support/in-process.js';
import { configuration } from '../support/organization.js';

async function complete(words: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const cwd = await folder(files);
  const argv = ['__complete', '--', ...words];
  const { stdout, stderr, code } = await runInTerminal(argv, { cwd, env: {}, answer: async () => undefined });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

const files = { 'org.yaml': configuration };
const built = Object.keys(commands).filter((name) => commands[name]?.load !== undefined);

describe('what completes', () => {
  it('a command is each that there is', async () => {
    expect(await complete([''])).toEqual([...built, 'help']);
    expect(await complete(['dr'])).toEqual(['drift']);
    expect(await complete(['help', 'dr'])).toEqual(['drift']);
    expect(await complete(['help', 'drift', ''])).toEqual([]);
  });

  it('a flag is each that the command takes, however it is begun, and once unless it may be repeated', async () => {
    const all = Object.keys(flagsOf(Plan)).map((name) => (name === 'input' ? '--input=false' : `--${name}`));
    expect(await complete(['plan', '-'])).toEqual(all);
    expect(await complete(['plan', '--'])).toEqual(all);
    expect(await complete(['plan', '-fo'])).toEqual(['--format']);
    expect(await complete(['plan', '--format', 'json', '--fo'])).toEqual([]);
    expect(await complete(['plan', '-target=acme-data/settings', '--ta'])).toEqual(['--target']);
    expect(await complete(['plan', '--', '--fo'])).toEqual([]);
    expect(await complete(['plan', '-no-such-flag', '-fo'])).toEqual(['--format']);
  });

  it.each([
    [['plan', '--format', 'm'], ['markdown']],
    [['plan', '--format=m'], ['--format=markdown']],
    [['plan', '-format=m'], ['-format=markdown']],
    [
      ['plan', '-input='],
      ['-input=true', '-input=false'],
    ],
    [
      ['graph', '--format', ''],
      ['mermaid', 'dot'],
    ],
    [['plan', '--org', ''], ['acme-data']],
    [['plan', '--org=a'], ['--org=acme-data']],
    [['plan', '-target', 'acme-data/team'], ['acme-data/team/data-eng']],
    [['plan', '--replace=acme-data/by'], ['--replace=acme-data/bypass-link']],
    [['plan', '--org', '--format'], []],
    [['reveal', 'acme-data/by'], ['acme-data/bypass-link']],
    [['reveal', 'acme-data/bypass-link', ''], []],
    [
      ['import', '--provider', ''],
      ['astro', 'atlas', 'scim'],
    ],
    [
      ['schema', ''],
      ['config', 'plan', 'world'],
    ],
    [['completion', 'z'], ['zsh']],
    [['plan', 'o'], []],
    [['plan', '-out', ''], []],
    [['plna', '--'], []],
    [['toString', '--'], []],
    [['plan', '--constructor', ''], []],
    [[], [...built, 'help']],
  ])('%j has the answers %j', async (words, answers) => {
    expect(await complete(words, files)).toEqual(answers);
  });

  it('a name is of the files on the line, and of none that has errors', async () => {
    const apart = { 'a/org.yaml': configuration, 'b/org.yaml': configuration.replaceAll('acme-data', 'acme-labs') };
    expect(await complete(['plan', 'b', 'gone', '--org', ''], apart)).toEqual(['acme-labs']);
    expect(await complete(['plan', '--org', ''], { 'org.yaml': `${configuration}  oops: [` })).toEqual([]);
    expect(await complete(['plan', '--org', ''])).toEqual([]);
  });

  it('a name that nobody can type is left out, and no name makes a line of its own', async () => {
    const names = ['a\tb', 'c\nd', 'e\u202ef', 'g h'].map((name) => `    ${JSON.stringify(name)}: {}\n`);
    const yaml = configuration.replace('    teams:\n', `    teams:\n  ${names.join('  ')}`);
    const answers = await complete(['plan', '-target', 'acme-data/team/'], { 'org.yaml': yaml });
    expect(answers.every((word) => word.startsWith('acme-data/team/'))).toBe(true);
    expect(answers.join()).not.toMatch(/[\t\n\u202e]/);
  });
});

it('refuses a shell that there is no script for', async () => {
  const cwd = await folder();
  const result = await runInTerminal(['completion', 'fihs'], { cwd, env: {}, answer: async () => undefined });
  expect(result).toMatchObject({ code: 1, stdout: '' });
  expect(result.stderr).toContain('Did you mean fish?');
});
