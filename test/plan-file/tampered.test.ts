/**
 * Any byte of a plan file changed, left out or put in, and any end of it missing: refused with 1 and nothing sent, but
 * where JSON says the same all the same (white space between values, a number or a character spelled in another way).
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { OrgwrightError } from '../../src/errors.js';
import { applySavedText, savePlanOf } from '../support/saved-plans.js';
import { createTestBed, type TestBed } from '../support/test-bed.js';
import { cases } from './cases.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 50);

const edit = fc.record({
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('change', 'insert', 'delete', 'truncate'),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from(' \n"\\,:{}[]0159.-eau'))),
});

function edited(file: Buffer, { where, kind, byte }: typeof edit extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const at = Math.floor(where * file.length);
  const tail = { change: 1, insert: 0, delete: 1, truncate: file.length }[kind] ?? 0;
  const middle = kind === 'change' || kind === 'insert' ? Buffer.from([byte]) : Buffer.alloc(0);
  return Buffer.concat([file.subarray(0, at), middle, file.subarray(at + tail)]);
}

/** Undefined where it is none. */
function valueOf(file: Buffer): string | undefined {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)));
  } catch {
    return undefined;
  }
}

const beds = new Map<string, TestBed>();

beforeAll(async () => {
  for (const { name, world } of cases) beds.set(name, await createTestBed(world));
  return async () => {
    for (const bed of beds.values()) await bed.close();
  };
});

const variants = cases.flatMap((one) => [undefined, 'a key'].map((key) => ({ ...one, key })));

it.each(variants)('no byte of a plan of $name (key: $key) can be changed', async ({ name, config, key }) => {
  const bed = beds.get(name);
  if (bed === undefined) throw new Error(`no bed ${name}`);
  const { text } = await savePlanOf(bed, config, key === undefined ? {} : { key });
  const file = Buffer.from(text ?? '');
  const original = valueOf(file);
  expect(original).toBeDefined();
  await bed.forgetRequests();
  // Without the key a signed file is judged by its digest alone.
  for (const env of key === undefined ? [{}] : [{ ORGWRIGHT_PLAN_KEY: key }, {}]) {
    await fc.assert(
      fc.asyncProperty(edit, async (how) => {
        const other = edited(file, how);
        if (valueOf(other) === original) return;
        const error: unknown = await applySavedText(bed, other, env).then(
          () => 'applied',
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(OrgwrightError);
        expect((error as OrgwrightError).exitCode).toBe(1);
        expect((error as OrgwrightError).message).not.toContain('\n');
      }),
      { numRuns: runs },
    );
  }
  // Not even read: what is no plan of ours decides nothing.
  expect((await bed.requests()).list).toEqual([]);
  expect(
    (await applySavedText(bed, `\n${text ?? ''} `, key === undefined ? {} : { ORGWRIGHT_PLAN_KEY: key })).status,
  ).toBe('applied');
  await bed.control('POST', 'reset');
});
