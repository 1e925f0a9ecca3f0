/** Every world of the golden plans and of the examples: imported, it needs no change. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { importYaml } from './round-trip.js';

const root = join(import.meta.dirname, '../..');
const worlds = ['test/golden', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .map((name) => join(folder, name, 'world.yaml'))
    .filter((file) => existsSync(join(root, file))),
);

let bed: TestBed | undefined;
afterEach(async () => bed?.close());

describe.each(worlds)('%s', (file) => {
  it('has no operation after an import', async () => {
    const world: unknown = parse(readFileSync(join(root, file), 'utf8'));
    bed = await createTestBed(world);
    const text = await importYaml(bed, world);
    const { document } = await bed.plan(text);
    expect(document.operations, text).toEqual([]);
    expect(document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(document.summary, text).toMatchObject({ add: 0, change: 0, destroy: 0, blocked: 0 });
  });
});
