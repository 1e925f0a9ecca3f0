/** The published schema against real plans, and against plans that are wrong in one place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderPlanJson } from '../../../src/cli/render/plan-json.js';
import { plans } from '../../golden-plans/plans.js';

const root = join(import.meta.dirname, '../../..');

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

const schema = JSON.parse(readFileSync(join(root, 'schemas/plan.schema.json'), 'utf8')) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

const golden = join(root, 'test/golden');
const real = readdirSync(golden, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }): [string, unknown] => {
    const text = readFileSync(join(golden, name, 'plan.json'), 'utf8');
    // Golden files leave digests out.
    return [name, JSON.parse(text.replaceAll('"sha256:..."', `"sha256:${'0'.repeat(64)}"`))];
  });
const made = Object.entries(plans).map(([name, plan]): [string, unknown] => [name, JSON.parse(renderPlanJson(plan))]);

function nodes(node: Schema, path: string): readonly (readonly [string, Schema])[] {
  const children: (readonly [string, Schema | boolean | undefined])[] = [
    ...Object.entries(node.properties ?? {}),
    ...Object.entries(node.$defs ?? {}),
    ...(node.anyOf ?? []).map((branch, index) => [`anyOf/${String(index)}`, branch] as const),
    ['items', node.items],
    ['*', node.additionalProperties],
  ];
  return [
    [path, node],
    ...children.flatMap(([key, child]) => (typeof child === 'object' ? nodes(child, `${path}/${key}`) : [])),
  ];
}

/** Every object of a plan whose fields the schema knows, by path. */
function recordsIn(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  const inner = entries
    .filter(([key]) => !/^(?:before|after|body|fingerprints|before_sensitive|after_sensitive)$/.test(String(key)))
    .flatMap(([key, item]) => recordsIn(item, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

describe('plan.schema.json', () => {
  it('describes every field', () => {
    expect(nodes(schema, '').flatMap(([path, { description = '' }]) => (description === '' ? [path] : []))).toEqual([]);
  });

  it('allows no field that it does not name, but for attributes', () => {
    const loose = nodes(schema, '').filter(
      ([, { type, additionalProperties }]) => String(type).includes('object') && additionalProperties === undefined,
    );
    expect(loose.map(([path]) => path)).toEqual(['/Attributes', '/AttributesOrNull']);
  });

  it.each([...real, ...made])('takes the plan %s', (_, plan) => {
    validate(plan);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('names every field that plans have, and has none that no plan has', () => {
    const seen = new Set([...real, ...made].flatMap(([, plan]) => fieldsOf(plan, schema, 'Plan')));
    const known = [['Plan', schema] as const, ...Object.entries(schema.$defs ?? {})].flatMap(([name, node]) =>
      nodes(node, name).flatMap(([path, { properties = {} }]) =>
        Object.keys(properties).map((key) => `${path}/${key}`),
      ),
    );
    // The definitions stand below the plan, too; what only saved plans have is looked for in those.
    const elsewhere = /^(?:Plan\/Plan|Saved|Plan\/saved$)/;
    const unseen = known.filter((path) => !elsewhere.test(path) && isTop(path) && !seen.has(path));
    expect(unseen).toEqual([]);
  });

  it('refuses an unknown field, and the lack of a known one, wherever they are', () => {
    const { small } = plans;
    const whole = JSON.stringify(small);
    const paths = recordsIn(small, []);
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const added = JSON.parse(whole) as unknown;
      Object.assign(at(added, path), { surprise: 1 });
      expect(validate(added), `a surprise at ${path.join('/')}`).toBe(false);
      for (const key of Object.keys(at(small, path))) {
        const removed = JSON.parse(whole) as unknown;
        Reflect.deleteProperty(at(removed, path), key);
        expect(validate(removed), `no ${key} at ${path.join('/')}`).toBe(false);
      }
    }
  });

  it.each([
    ['another format', { format_version: '2.0' }],
    ['a digest that is none', { plan_digest: 'sha256:abc' }],
    ['a negative count', { summary: { ...plans['small']?.summary, add: -1 } }],
    ['a number for a flag', { applyable: 1 }],
    ['null for a list', { operations: null }],
    ['a status that is none', { guards: [{ ...plans['small']?.guards[0], status: 'fine' }] }],
  ])('refuses %s', (_, part) => {
    expect(validate({ ...plans['small'], ...part })).toBe(false);
  });
});

function at(value: unknown, path: readonly (string | number)[]): object {
  return path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value) as object;
}

function isTop(path: string): boolean {
  return path.split('/').length === 2;
}

/** The fields of a plan as `DEFINITION/FIELD`, told by walking plan and schema side by side. */
function fieldsOf(value: unknown, node: Schema & { readonly $ref?: string }, name: string): string[] {
  if (node.$ref !== undefined) {
    const target = node.$ref.replace('#/$defs/', '');
    return fieldsOf(value, schema.$defs?.[target] ?? {}, target);
  }
  if (node.anyOf !== undefined) return node.anyOf.flatMap((branch) => fieldsOf(value, branch, name));
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, node.items ?? {}, name));
  if (typeof value !== 'object' || value === null || node.properties === undefined) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    `${name}/${key}`,
    ...fieldsOf(item, node.properties?.[key] ?? {}, `${name}/${key}`),
  ]);
}
