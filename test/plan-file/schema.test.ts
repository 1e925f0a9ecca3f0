/** The published schema against saved plans of every provider. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { savePlanOf } from '../support/saved-plans.js';
import { createTestBed } from '../support/test-bed.js';
import { cases } from './cases.js';
import { families, type Family } from './scenarios.js';

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/plan.schema.json', import.meta.url), 'utf8'),
) as Definition & { readonly $defs: Readonly<Record<string, Definition>> };
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

type Fields = Record<string, unknown>;

async function saved(world: object, config: object, key?: string): Promise<Fields | undefined> {
  const bed = await createTestBed(world);
  try {
    if ((await bed.check(config)).some(({ severity }) => severity === 'error')) return undefined;
    const { text } = await savePlanOf(bed, config, { allowIncomplete: true, ...(key !== undefined && { key }) });
    return text === undefined ? undefined : (JSON.parse(text) as Fields);
  } finally {
    await bed.close();
  }
}

describe.each(cases)('a saved plan of $name', ({ world, config }) => {
  it.each([undefined, 'a key'])('is as the schema says (key: %s)', async (key) => {
    validate(await saved(world, config, key));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has nothing more and nothing less', async () => {
    const plan = (await saved(world, config)) ?? {};
    const part = plan['saved'] as Fields;
    expect(validate({ ...plan, saved: { ...part, surprise: 1 } })).toBe(false);
    const [share] = part['shares'] as readonly Fields[];
    expect(validate({ ...plan, saved: { ...part, shares: [{ ...share, surprise: 1 }] } })).toBe(false);
    for (const key of Object.keys(part)) {
      const { [key]: _gone, ...less } = part;
      expect(validate({ ...plan, saved: less }), key).toBe(false);
    }
  });
});

it.each<[string, Family]>(Object.entries(families))('any saved plan of %s is as the schema says', async (_, family) => {
  await fc.assert(
    fc.asyncProperty(family.cases, async ({ world, config }) => {
      const plan = await saved(world, config);
      if (plan === undefined) return;
      validate(plan);
      expect(validate.errors ?? []).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

it('says nothing of saved plans that none of them has', async () => {
  const plans = await Promise.all(cases.map(({ world, config }) => saved(world, config)));
  const all = JSON.stringify(plans);
  const fields = Object.entries(schema.$defs).flatMap(([name, { properties }]) =>
    name.startsWith('Saved') ? Object.keys(properties ?? {}) : [],
  );
  // Of what is renamed, has an end, or is protected.
  const rare = new Set(['previousAddress', 'because', 'protect']);
  expect(fields.filter((field) => !rare.has(field) && !all.includes(`"${field}":`))).toEqual([]);
});
