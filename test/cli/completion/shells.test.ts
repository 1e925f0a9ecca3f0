/** The scripts in real shells. The answers are those of this source: they are made first, and a stand-in gives them. */
import { execFileSync, spawnSync } from 'node:child_process';

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bashScript } from '../../../src/cli/completion/bash-script.js';
import { fishScript } from '../../../src/cli/completion/fish-script.js';
import { zshScript } from '../../../src/cli/completion/zsh-script.js';
import { folder } from '../support/folder.js';

const hostile = ['$(touch x)', '`touch x`', '${IFS}', '"; touch x; "', "it's; touch x", '!touch', '* ?', '\\', 'a b'];

/** Asks bash as readline does: with the line, the place in it, and the words as bash takes them apart. */
async function inBash(
  line: string,
  words: readonly string[],
  answers: readonly string[],
): Promise<{
  readonly replies: readonly string[];
  readonly asked: readonly string[];
  readonly files: readonly string[];
}> {
  const cwd = await folder();
  await writeFile(join(cwd, 'script'), bashScript);
  await writeFile(join(cwd, 'answers'), answers.map((word) => `${word}\tdescription\n`).join(''));
  const program = `
    orgwright() { printf '%s\\n' "$@" >asked; cat answers; }
    source ./script
    COMP_LINE=$1 COMP_POINT=\${#1}
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _orgwright
    for reply in "\${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done`;
  const stdout = execFileSync('bash', ['--norc', '-c', program, 'bash', line, ...words], { cwd, encoding: 'utf8' });
  const asked = execFileSync('cat', ['asked'], { cwd, encoding: 'utf8' });
  return { replies: lines(stdout), asked: lines(asked).slice(2), files: await readdir(cwd) };
}

function lines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

describe('in bash', () => {
  it.each([
    ['orgwright pl', ['orgwright', 'pl'], ['pl'], ['plan'], ['plan']],
    ['orgwright plan ', ['orgwright', 'plan', ''], ['plan', ''], ['x'], ['x']],
    ['orgwright plan -fo', ['orgwright', 'plan', '-fo'], ['plan', '-fo'], ['--format'], ['--format']],
    [
      'orgwright plan --format=m',
      ['orgwright', 'plan', '--format', '=', 'm'],
      ['plan', '--format=m'],
      ['--format=markdown'],
      ['markdown'],
    ],
    [
      'orgwright plan -org=',
      ['orgwright', 'plan', '-org', '='],
      ['plan', '-org='],
      ['-org=a', '-org=b c'],
      ['a', 'b\\ c'],
    ],
    [
      'orgwright plan  -target a/member/al@ac',
      ['orgwright', 'plan', '-target', 'a/member/al', '@', 'ac'],
      ['plan', '-target', 'a/member/al@ac'],
      ['a/member/al@acme.com'],
      ['acme.com'],
    ],
    [
      'orgwright plan --org my\\ o',
      ['orgwright', 'plan', '--org', 'my\\ o'],
      ['plan', '--org', 'my o'],
      ['my org'],
      ['my\\ org'],
    ],
    [
      'orgwright plan --org "my o',
      ['orgwright', 'plan', '--org', '"my o'],
      ['plan', '--org', 'my o'],
      ['my org'],
      ['my org'],
    ],
  ])('%s asks and replies with what is left to type', async (line, words, asked, answers, replies) => {
    expect(await inBash(line, words, answers)).toMatchObject({ asked, replies });
  });

  it('puts hostile names on the line as text, and runs nothing of them', async () => {
    const { replies, files } = await inBash('orgwright plan --org ', ['orgwright', 'plan', '--org', ''], hostile);
    expect(files).not.toContain('x');
    expect(replies).toHaveLength(hostile.length);
    const cwd = await folder();
    // What the shell then makes of the line.
    const echoed = execFileSync('bash', ['--norc', '-c', `printf '%s\\n' ${replies.join(' ')}`], {
      cwd,
      encoding: 'utf8',
    });
    expect(lines(echoed)).toEqual(hostile);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each(['"', "'"])('leaves out what would not stay text between the quotes that are typed: %s', async (quote) => {
    const { replies } = await inBash(`orgwright plan --org ${quote}`, ['orgwright', 'plan', '--org', quote], hostile);
    expect(replies).toEqual(['a b']);
  });

  it('never runs what is typed already', async () => {
    const typed = '$(touch x)`touch x`';
    const { asked, files } = await inBash(`orgwright ${typed} `, ['orgwright', typed, ''], []);
    expect(asked).toEqual([typed, '']);
    expect(files).not.toContain('x');
  });
});

describe.each([
  ['zsh', zshScript, ['-n', 'script']],
  ['fish', fishScript, ['--no-execute', 'script']],
])('in %s', (shell, script, argv) => {
  const isInstalled = spawnSync(shell, ['--version']).status === 0;
  it.skipIf(!isInstalled)(
    `has a script without a mistake in it (skipped where ${shell} is not installed)`,
    async () => {
      const cwd = await folder({ script });
      expect(spawnSync(shell, argv, { cwd, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    },
  );
});

describe('in fish', () => {
  const shell: string = 'fish';
  const isInstalled = spawnSync(shell, ['--version']).status === 0;
  it.skipIf(!isInstalled)('offers the answers, and runs nothing (skipped where fish is not installed)', async () => {
    const cwd = await folder({ script: fishScript, answers: hostile.map((word) => `${word}\td\n`).join('') });
    const program = 'function orgwright; cat answers; end; source script; complete -C "orgwright plan --org "';
    const { stdout } = spawnSync(shell, ['--no-config', '-c', program], { cwd, encoding: 'utf8' });
    expect(lines(stdout).map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(hostile));
    expect(await readdir(cwd)).not.toContain('x');
  });
});
