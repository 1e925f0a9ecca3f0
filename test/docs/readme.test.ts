/** What the README shows is what the commands print, and what it names is there. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.js';
import { demoConfiguration } from '../../src/cli/demo/demo-configuration.js';
import { exitCodes } from '../../src/errors.js';
import { inDemo } from './in-demo.js';

const root = join(import.meta.dirname, '../..');
const readme = await readFile(join(root, 'README.md'), 'utf8');

function blocksOf(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^ *\`\`\`${language}\\n([^]*?)^ *\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

/** Whether it is that line; `...` stands for anything in it. */
function shows(shown: string, line: string): boolean {
  const parts = shown.split('...').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(line);
}

/** The first line that the output has not, after those before it. */
function missing(shown: readonly string[], output: readonly string[]): string | undefined {
  let at = 0;
  return shown.find((line) => {
    if (['', '...'].includes(line.trim())) return false;
    const next = output.findIndex((real, index) => index >= at && shows(line, real));
    at = next + 1;
    return next === -1;
  });
}

describe('what the README shows', () => {
  it('is what the commands print for the organizations of the demo, line by line but for "..."', async () => {
    const run = await inDemo();
    const shown = blocksOf('console').map((block) => block.trimEnd().split('\n'));
    expect(shown.map(([command]) => command?.split(' ')[2])).toEqual(['plan', 'drift', 'access']);
    for (const [command = '', ...lines] of shown) {
      const { stdout, stderr, code } = await run(command.split(' ').slice(2));
      expect([0, 2], stderr).toContain(code);
      expect(missing(lines, stdout.split('\n')), command).toBeUndefined();
    }
  });

  it('begins with who gains and loses access', () => {
    const first = readme.split('\n').slice(0, 20).join('\n');
    expect(first).toMatch(
      /\n\$ orgwright plan\n\nAccess: 1 person loses login, .*\n {2}- .* may lose login .*\n {2}- .* loses login /,
    );
  });

  it('is the configuration of the demo', () => {
    const [configuration = ''] = blocksOf('yaml');
    expect(parse(configuration)).toEqual(parse(demoConfiguration));
  });

  it('says it where a line is not there, not in this order, or other than shown', () => {
    const output = ['a', 'b (1)', 'c'];
    expect(missing(['a', '...', 'b (...)', '', 'c'], output)).toBeUndefined();
    expect(missing(['b (1)', 'a'], output)).toBe('a');
    expect(missing(['a', 'b .1.'], output)).toBe('b .1.');
  });
});

describe('what the README names', () => {
  it('are commands, each in its table, with flags that they take', async () => {
    const table = readme.split('| command | does |\n| --- | --- |\n')[1]?.split('\n\n')[0] ?? '';
    const rows = [...table.matchAll(/^\| (`.*?`) \| (.*) \|$/gm)].map(([, names = '', does = '']) => ({
      names: [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
      does,
    }));
    expect(rows.flatMap(({ names }) => names).sort()).toEqual(Object.keys(commands).sort());
    const said = rows.flatMap(({ names: [name = ''], does }) =>
      [...does.matchAll(/`([^`]*)`/g)].map(([, code = '']) => (code.startsWith('-') ? `${name} ${code}` : code)),
    );
    const typed = blocksOf('sh').flatMap((block) =>
      [...block.matchAll(/^ *orgwright (.*?)(?: +#.*)?$/gm)].map(([, code = '']) => code),
    );
    expect(typed.length).toBeGreaterThan(5);
    expect(typed.filter((line) => !Object.hasOwn(commands, line.split(' ')[0] ?? ''))).toEqual([]);
    for (const line of [...said, ...typed]) {
      const [name = '', ...words] = line.split(' ');
      const command = await commands[name]?.load?.();
      if (command === undefined) continue;
      for (const [, flag = ''] of words.join(' ').matchAll(/(?:^| )--?([a-z][\w-]*)/g)) {
        expect(Object.keys({ ...command.baseFlags, ...command.flags }), `orgwright ${line}`).toContain(flag);
      }
    }
  });

  it('are all exit codes', () => {
    const rows = [...readme.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => Number(code));
    expect(rows).toEqual([...Object.values(exitCodes)].sort((a, b) => a - b));
  });

  it('are files and headings that are there', async () => {
    const headings = [...readme.matchAll(/^## (.*)$/gm)].map(
      ([, heading = '']) =>
        `#${heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const targets = [...readme.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) {
      if (target.startsWith('#')) expect(headings).toContain(target);
      else await expect(stat(join(root, target)), target).resolves.toBeDefined();
    }
  });
});
