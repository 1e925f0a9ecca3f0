import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareSecretsFile } from '../../src/cli/secrets-file.js';
import { folder } from './support/folder.js';

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('the file for secrets', () => {
  it('is made with mode 0600, whatever the umask, and holds every secret that is stored at once', async () => {
    const cwd = await folder();
    const old = process.umask(0);
    try {
      const file = await prepareSecretsFile('out.json', cwd);
      await Promise.all(['a/bypass-link', 'b/bypass-link'].map((address) => file.store(address, `link of ${address}`)));
    } finally {
      process.umask(old);
    }
    expect(JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8'))).toEqual({
      'a/bypass-link': 'link of a/bypass-link',
      'b/bypass-link': 'link of b/bypass-link',
    });
    expect(await modeOf(join(cwd, 'out.json'))).toBe(0o600);
    expect(await readdir(cwd)).toEqual(['out.json']);
  });

  it('does not exist before there is a secret', async () => {
    const cwd = await folder();
    await prepareSecretsFile('out.json', cwd);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('keeps what it already holds, and its narrower mode', async () => {
    const cwd = await folder({ 'out.json': '{"a/bypass-link":"old","b/bypass-link":"kept"}' });
    await chmod(join(cwd, 'out.json'), 0o400);
    await (await prepareSecretsFile('out.json', cwd)).store('a/bypass-link', 'new');
    expect(JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8'))).toEqual({
      'a/bypass-link': 'new',
      'b/bypass-link': 'kept',
    });
    expect(await modeOf(join(cwd, 'out.json'))).toBe(0o400);
  });

  it.each([
    ['a link', /symbolic link/, async (cwd: string) => symlink('target', join(cwd, 'out.json'))],
    ['a folder', /not a regular file/, async (cwd: string) => folderAt(join(cwd, 'out.json'))],
    ['a file that others may read', /others may read it/, async (cwd: string) => fileWith(cwd, '{}', 0o644)],
    ['something else', /holds something else/, async (cwd: string) => fileWith(cwd, 'dear diary', 0o600)],
    ['JSON that is something else', /holds something else/, async (cwd: string) => fileWith(cwd, '{"a":1}', 0o600)],
  ])('refuses %s, and leaves it alone', async (_, message, make) => {
    const cwd = await folder();
    await make(cwd);
    await expect(prepareSecretsFile('out.json', cwd)).rejects.toThrow(message);
    expect(await readdir(cwd)).toEqual(['out.json']);
  });

  it('refuses a folder that does not exist', async () => {
    await expect(prepareSecretsFile('no/out.json', await folder())).rejects.toThrow(/folder does not exist/);
  });
});

async function folderAt(path: string): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(path);
}

async function fileWith(cwd: string, text: string, mode: number): Promise<void> {
  await writeFile(join(cwd, 'out.json'), text);
  await chmod(join(cwd, 'out.json'), mode);
}
