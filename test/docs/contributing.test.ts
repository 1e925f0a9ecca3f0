/** The map of the code names every part that there is, and none that is not. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const map = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8');

/** What the first cells of its tables name. */
const named = [...map.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name),
);

it.each(['src', 'test'])('CONTRIBUTING.md names the folders of %s', async (parent) => {
  const entries = await readdir(join(root, parent), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${parent}/${name}`);
  const unnamed = ['src/providers', 'test/support', 'test/fixtures'];
  expect(folders.filter((folder) => !unnamed.includes(folder) && !named.includes(folder))).toEqual([]);
  const gone = named.filter((name) => name.startsWith(`${parent}/`) && !folders.includes(name));
  expect(gone.filter((name) => name !== 'src/providers/NAME')).toEqual([]);
});

it('CONTRIBUTING.md names files of the core that are there', async () => {
  const files = await readdir(join(root, 'src/core'));
  const access = named.filter((name) => name.endsWith('.ts'));
  expect(access).toContain('access.ts');
  expect(access.filter((name) => !files.includes(name))).toEqual([]);
  expect(files.filter((name) => name.includes('access') && !access.includes(name))).toEqual([]);
});
