import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './support/folder.js';
import { runInTerminal } from './support/in-process.js';

const untidy = 'orgwright:   1 # ours\nlists:\n    eng: [ a@x.io ]\n';
const tidy = 'orgwright: 1 # ours\nlists:\n  eng: [a@x.io]\n';

const run = (cwd: string, ...argv: string[]) =>
  runInTerminal(['fmt', ...argv], { cwd, env: {}, answer: () => Promise.resolve(undefined) });

describe('orgwright fmt', () => {
  it('formats our files in place, keeps their mode, lists them, and then has nothing to do', async () => {
    const cwd = await folder({ 'a/org.yaml': untidy, 'a/foreign.yaml': 'x:    1\n', 'tidy.yaml': tidy });
    await chmod(join(cwd, 'a/org.yaml'), 0o640);
    expect(await run(cwd)).toEqual({ stdout: 'a/org.yaml\n', stderr: '', code: 0 });
    expect(await readFile(join(cwd, 'a/org.yaml'), 'utf8')).toBe(tidy);
    expect((await stat(join(cwd, 'a/org.yaml'))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(cwd, 'a/foreign.yaml'), 'utf8')).toBe('x:    1\n');
    expect(await run(cwd, '-check')).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  it('changes nothing with -check, which exits with 3, and with -write=false, which does not', async () => {
    const cwd = await folder({ 'org.yaml': untidy });
    expect(await run(cwd, '-check')).toEqual({ stdout: 'org.yaml\n', stderr: '', code: 3 });
    expect(await run(cwd, '-write=false')).toEqual({ stdout: 'org.yaml\n', stderr: '', code: 0 });
    expect(await readFile(join(cwd, 'org.yaml'), 'utf8')).toBe(untidy);
  });

  it('shows a unified diff, without a secret that stands in the file', async () => {
    const cwd = await folder({ 'org.yaml': `${untidy}providers:\n    astro: { type: astro, token: hunter2secret }\n` });
    const { stdout, code } = await run(cwd, '-check', '-diff', '-list=false');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^--- a\/org\.yaml\n\+\+\+ b\/org\.yaml\n@@ /);
    expect(stdout).toContain('\n-    eng: [ a@x.io ]\n');
    expect(stdout).toContain('\n+  eng: [a@x.io]\n');
    expect(stdout).not.toContain('hunter2secret');
  });

  it('reports a file with wrong syntax and leaves it, and formats the others', async () => {
    const cwd = await folder({ 'broken.yaml': 'orgwright: 1\nlists: [a\n  b:   c\n', 'org.yaml': untidy });
    const { stdout, stderr, code } = await run(cwd);
    expect({ stdout, code }).toEqual({ stdout: 'org.yaml\n', code: 1 });
    expect(stderr).toMatch(/^broken\.yaml:\d+:\d+: error: /m);
    expect(await readFile(join(cwd, 'broken.yaml'), 'utf8')).toContain('b:   c');
  });
});
