// `npm run bundle`: the code into dist, as few files for each command as can be. Loading modules is most of a start, and
// loading them from many small files most of that: yaml alone takes twice as long as a bare Node. tsc writes the
// declarations beside it. The licenses of what is taken in go along.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const notices = 'dist/THIRD-PARTY-NOTICES.txt';

/** Left where they are installed: what is native or large, and loaded by few commands or none. */
const external = ['@hono/*', 'ajv', 'classic-level', 'hono', 'ora', 'typescript', 'undici'];

/** What oclif's plugins and templates need, of which there are none here: a tenth of a start for nothing. */
const unused = {
  name: 'unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:ejs|lilconfig|minimatch|tinyglobby)$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/cli/main.ts'],
  outdir: 'dist',
  outbase: 'src',
  // As deep below the root as any module in src: files of the package are found relative to where the code is.
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external,
  // The package's own build of ES modules, of which only what is used is taken.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // CommonJS packages require Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [unused],
  metafile: true,
  logLevel: 'warning',
});
await writeFile(join(root, notices), await licensesOf(packagesIn(metafile)));

function packagesIn({ inputs }) {
  const names = Object.keys(inputs).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

async function licensesOf(packages) {
  const texts = await Promise.all(packages.map(licenseOf));
  return `The code in this folder contains the following packages.\n${texts.join('')}`;
}

async function licenseOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(?:[.-]|$)/i.test(entry));
  const text = file === undefined ? '' : `\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  return `\n${'-'.repeat(80)}\n${name} ${version} (${license})\n${text}`;
}
