/** A folder of files for one test, removed after it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export function scratch(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'orgwright-config-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The least that an organization needs. */
export const provider = 'orgwright: 1\nproviders: { astro: { type: astro, token: { env: ASTRO_API_TOKEN } } }\n';

export function organization(body: string): string {
  return `${provider}organizations:\n  acme:\n    type: astro\n    id: c1\n${body.replace(/^/gm, '    ')}\n`;
}
