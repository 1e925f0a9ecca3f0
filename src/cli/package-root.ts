/** Where the installed package's own files are; the same depth below the root in src and in dist. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}
