// Generates what is derived from schemas/config.schema.json, the one source: TypeScript types, and a validator that
// needs no ajv at run time. `--check` writes nothing and fails where a generated file is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const schemaFile = fileURLToPath(new URL('config.schema.json', import.meta.url));
const folder = fileURLToPath(new URL('../src/config/generated/', import.meta.url));
const banner =
  '// Generated from schemas/config.schema.json by schemas/generate.mjs. Do not edit: change the schema and run `npm run generate`.\n';

const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
const outputs = new Map([
  ['config.ts', await typesOf(schema)],
  ['validator.ts', await validatorOf(schema)],
]);

const stale = [...outputs].filter(([name, text]) => read(folder + name) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`src/config/generated/${name} is stale: run \`npm run generate\`.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(folder + name, text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Copies a schema with every object in it replaced by what `change` makes of it, children first. */
function rewrite(node, change) {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, change));
  if (typeof node !== 'object' || node === null) return node;
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewrite(value, change)])));
}

function isReserved(node) {
  return typeof node.not === 'object' && Object.keys(node.not).length === 0;
}

/** Types: what is reserved can never be there; a description beside `$ref` would make a second, anonymous type. */
async function typesOf(source) {
  const prepared = rewrite(source, (node) => {
    if (typeof node.$ref === 'string') return { $ref: node.$ref };
    if (isReserved(node)) return { description: node.description, tsType: 'never' };
    return node;
  });
  const types = await compile(prepared, 'Config', {
    bannerComment: banner.trimEnd(),
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { printWidth: 120, singleQuote: true, trailingComma: 'all' },
  });
  return types.replace(/ \*\n \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '');
}

/**
 * The validator: `oneOf` becomes "if it is of this type, then", so that a mistake in one branch is one error and not
 * one for each branch. It runs without ajv: esbuild takes in the few pieces that the code needs.
 */
async function validatorOf(source) {
  const definition = (node) =>
    typeof node.$ref === 'string' ? source.$defs[node.$ref.slice('#/$defs/'.length)] : node;
  const prepared = rewrite(source, (node) => {
    if (node.$ref === '#/$defs/NotYetSupported') return { description: node.description, not: {} };
    if (isReserved(node)) return { description: node.description, not: {} };
    if (!Array.isArray(node.oneOf)) return node;
    const { oneOf, ...rest } = node;
    return { ...rest, ...branchesOf(oneOf, definition) };
  });
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(prepared));
  const bundled = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    write: false,
  });
  return `${banner}// @ts-nocheck\n${bundled.outputFiles[0].text}`;
}

function branchesOf(oneOf, definition) {
  const types = oneOf.map((branch) => definition(branch).type);
  if (new Set(types).size === oneOf.length && !types.includes(undefined)) {
    return {
      type: types,
      allOf: oneOf.map((branch, index) => ({ if: { type: types[index] }, then: branch })),
    };
  }
  const key = discriminatorOf(oneOf.map(definition));
  const values = oneOf.map((branch) => definition(branch).properties[key].const);
  // The branch that does not require the key is the one that holds where it is absent.
  const needsKey = oneOf.map((branch) => definition(branch).required?.includes(key) === true);
  return {
    type: 'object',
    ...(needsKey.every(Boolean) && { required: [key] }),
    properties: { [key]: { enum: values } },
    allOf: oneOf.map((branch, index) => ({
      if: {
        type: 'object',
        ...(needsKey[index] && { required: [key] }),
        properties: { [key]: { const: values[index] } },
      },
      then: branch,
    })),
  };
}

/** The property that has another constant in each branch; one branch may do without it. */
function discriminatorOf(branches) {
  const key = Object.keys(branches[0].properties).find(
    (name) =>
      branches.every((branch) => branch.properties[name]?.const !== undefined) &&
      branches.filter((branch) => !branch.required?.includes(name)).length <= 1,
  );
  if (key === undefined)
    throw new Error('Each branch of a oneOf needs its own JSON type, or a property with a constant of its own.');
  return key;
}
