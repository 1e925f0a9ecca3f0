// `npm run bundle`: the library, and the command line in one file with V8's code cache of it. Loading and compiling modules
// is most of a start: yaml alone, from its many small files, takes twice as long as a bare Node. tsc writes the
// declarations beside it. The licenses of what is taken in go along.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
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

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  external,
  // The package's own build of ES modules, of which only what is used is taken.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [unused],
  metafile: true,
  logLevel: 'warning',
};

const library = await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  // CommonJS packages require Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

const commonJs = {
  ...common,
  format: 'cjs',
  // Smaller is faster to read.
  minify: true,
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const commandLine = await build({
  ...commonJs,
  entryPoints: ['src/cli/process.ts'],
  outfile: 'dist/cli/orgwright.cjs',
});
await build({ ...commonJs, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli/main.cjs' });
const action = await build({ ...commonJs, entryPoints: ['src/cli/github/main.ts'], outfile: 'dist/cli/github.cjs' });
makeCodeCache();
await writeFile(join(root, notices), await licensesOf(packagesIn(library, commandLine, action)));

/** V8 compiles functions when they are first called, so the cache is taken at the end of a run. */
function makeCodeCache() {
  const script = `
    const { readFileSync, writeFileSync } = require('node:fs');
    const { constants, Script } = require('node:vm');
    const bundle = process.argv[1];
    const script = new Script(require('node:module').wrap(readFileSync(bundle, 'utf8')), {
      filename: bundle,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    process.on('exit', () => writeFileSync(bundle + '.cache', script.createCachedData()));
    script.runInThisContext()({}, require('node:module').createRequire(bundle), {}, bundle, require('node:path').dirname(bundle));
  `;
  const bundle = join(root, 'dist/cli/orgwright.cjs');
  const run = spawnSync(process.execPath, ['-e', script, bundle, 'validate', join(root, 'examples/astro')], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The code cache could not be made: ${run.stderr}`);
}

function packagesIn(...results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const names = inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
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
