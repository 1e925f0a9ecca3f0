/** The schema is also an editor's help and the documentation, so what it says of itself is tested. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { patternWords } from '../../src/config/phrase.js';

const root = join(import.meta.dirname, '../..');

interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly oneOf?: readonly Schema[];
}

const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8')) as Schema;

/** Every schema in it with its path. */
function walk(node: Schema, path: string): readonly (readonly [string, Schema])[] {
  const children: (readonly [string, Schema | boolean | undefined])[] = [
    ...Object.entries(node.properties ?? {}),
    ...Object.entries(node.$defs ?? {}),
    ...(node.oneOf ?? []).map((branch, index) => [`oneOf/${String(index)}`, branch] as const),
    ['items', node.items],
    ['*', node.additionalProperties],
    ['keys', node.propertyNames],
  ];
  return [
    [path, node],
    ...children.flatMap(([key, child]) => (typeof child === 'object' ? walk(child, `${path}/${key}`) : [])),
  ];
}

const nodes = walk(schema, '');

describe('config.schema.json', () => {
  it('describes every field', () => {
    const silent = nodes.filter(
      ([path, node]) => !/\/(?:oneOf\/\d+|keys)$/.test(path) && node.description === undefined,
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('has examples that fit', () => {
    const ajv = new Ajv2020({ strict: false }).addSchema(schema, 'config');
    const wrong = nodes.flatMap(([path, node]) => {
      const { examples = [], ...own } = node;
      if (examples.length === 0 || path === '') return [];
      const text = JSON.stringify(own).replaceAll('"#/', '"config#/');
      const check = ajv.compile(JSON.parse(text) as object);
      return examples.filter((example) => !check(example)).map((example) => `${path} ${JSON.stringify(example)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has every pattern in words', () => {
    const patterns = nodes.flatMap(([, node]) => node.pattern ?? []);
    expect(patterns.filter((pattern) => patternWords[pattern] === undefined)).toEqual([]);
    expect(Object.keys(patternWords).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
  });

  it('has fresh types and a fresh validator', () => {
    execFileSync(process.execPath, [join(root, 'schemas/generate.mjs'), '--check'], { stdio: 'pipe' });
  });
});
