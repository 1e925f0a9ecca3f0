#!/usr/bin/env node
/**
 * The binary: runs the bundled command line (process.ts) from V8's code cache, which the build makes beside it. To
 * compile the bundle takes three times as long as to start a bare Node; from the cache it takes about one. V8 refuses a
 * cache of another V8 by itself, and then the bundle is compiled as usual. Node 22 and later keep such a cache themselves.
 */
import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

type Wrapped = (exports: object, require: NodeJS.Require, module: object, filename: string, dirname: string) => void;

const bundle = join(import.meta.dirname, 'orgwright.cjs');
const { enableCompileCache } = module as { readonly enableCompileCache?: () => void };

if (enableCompileCache === undefined) runFromCache();
else {
  enableCompileCache();
  createRequire(bundle)(bundle);
}

function runFromCache(): void {
  const cachedData = readCache();
  const script = new Script(module.wrap(readFileSync(bundle, 'utf8')), {
    filename: bundle,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData !== undefined && { cachedData }),
  });
  const run = script.runInThisContext() as Wrapped;
  run({}, createRequire(bundle), {}, bundle, dirname(bundle));
}

/** Undefined where the package was built without one. */
function readCache(): Buffer | undefined {
  try {
    return readFileSync(`${bundle}.cache`);
  } catch {
    return undefined;
  }
}
