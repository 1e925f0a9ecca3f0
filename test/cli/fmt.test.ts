import { chmod, lstat, mkdir, readFile, readdir, stat, symlink } from 'node:fs/promises';
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

describe('orgwright fmt -', () => {
  const fmtText = async (text: string, ...argv: string[]) => {
    const cwd = await folder({ 'org.yaml': untidy });
    const result = await runInTerminal(['fmt', '-', ...argv], {
      cwd,
      env: {},
      answer: () => Promise.resolve(undefined),
      input: text,
    });
    // It has nothing to do with the files here.
    expect(await readdir(cwd)).toEqual(['org.yaml']);
    expect(await readFile(join(cwd, 'org.yaml'), 'utf8')).toBe(untidy);
    return result;
  };

  it('formats what comes in, and leaves what is tidy', async () => {
    expect(await fmtText(untidy)).toEqual({ stdout: tidy, stderr: '', code: 0 });
    expect(await fmtText(tidy)).toEqual({ stdout: tidy, stderr: '', code: 0 });
  });

  it('prints nothing with -check, which exits with 3 where work was found', async () => {
    expect(await fmtText(untidy, '-check')).toEqual({ stdout: '', stderr: '', code: 3 });
    expect(await fmtText(tidy, '-check')).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  it('prints the diff alone with -diff, and exits with 3 only with -check', async () => {
    const { stdout, stderr, code } = await fmtText(untidy, '-diff');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/^--- a\/stdin\n\+\+\+ b\/stdin\n@@ /);
    expect(stdout).toContain('\n+  eng: [a@x.io]\n');
    expect(await fmtText(untidy, '-diff', '-check')).toEqual({ stdout, stderr: '', code: 3 });
    expect(await fmtText(tidy, '-diff', '-check')).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  it('prints nothing of what cannot be read, so that no editor replaces it, and says where', async () => {
    const { stdout, stderr, code } = await fmtText('orgwright: 1\nlists: [a\n  b:   c\n');
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^stdin:\d+:\d+: error: /m);
  });

  it('stands alone', async () => {
    const { stdout, stderr, code } = await fmtText(untidy, 'org.yaml');
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('`-` stands for stdin alone.');
  });
});

describe('orgwright fmt of what is no plain file', () => {
  it('keeps a link, and formats what it leads to', async () => {
    const cwd = await folder({ 'real/org.yaml': untidy });
    await mkdir(join(cwd, 'links'));
    await symlink('../real/org.yaml', join(cwd, 'links/org.yaml'));
    expect(await run(cwd, 'links/org.yaml')).toEqual({ stdout: 'links/org.yaml\n', stderr: '', code: 0 });
    expect((await lstat(join(cwd, 'links/org.yaml'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(cwd, 'real/org.yaml'), 'utf8')).toBe(tidy);
  });

  it('formats a file once that is named twice', async () => {
    const cwd = await folder({ 'org.yaml': untidy });
    await symlink('org.yaml', join(cwd, 'link.yaml'));
    expect((await run(cwd, 'org.yaml', 'link.yaml')).stdout).toBe('org.yaml\n');
  });

  it('says of a link that leads nowhere that it cannot be read', async () => {
    const cwd = await folder();
    await symlink('gone.yaml', join(cwd, 'link.yaml'));
    const { stdout, stderr, code } = await run(cwd, 'link.yaml');
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('link.yaml');
  });

  it('takes a folder for one, whatever its name', async () => {
    const cwd = await folder({ 'dir.yaml/org.yaml': untidy });
    expect(await run(cwd)).toEqual({ stdout: 'dir.yaml/org.yaml\n', stderr: '', code: 0 });
    expect(await readFile(join(cwd, 'dir.yaml/org.yaml'), 'utf8')).toBe(tidy);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('leaves a file whole whose folder may not be written', async () => {
    const cwd = await folder({ 'dir/org.yaml': untidy });
    await chmod(join(cwd, 'dir'), 0o555);
    const { code, stderr } = await run(cwd, 'dir');
    await chmod(join(cwd, 'dir'), 0o755);
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be written');
    expect(await readdir(join(cwd, 'dir'))).toEqual(['org.yaml']);
    expect(await readFile(join(cwd, 'dir/org.yaml'), 'utf8')).toBe(untidy);
  });

  it.skipIf(process.getuid?.() === 0)('says of a file that may not be read that it cannot be', async () => {
    const cwd = await folder({ 'org.yaml': untidy });
    await chmod(join(cwd, 'org.yaml'), 0o000);
    const { stdout, stderr, code } = await run(cwd);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toContain('org.yaml');
  });
});
