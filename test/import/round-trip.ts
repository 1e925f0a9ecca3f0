/** Imports every organization of a test bed's world, as `import` does, into one YAML text. */
import { expect } from 'vitest';
import { format } from '../../src/config/format/format.js';
import { toYaml } from '../../src/config/to-yaml.js';
import { slug, Names } from '../../src/import/names.js';
import { readEverything } from '../../src/import/read-everything.js';
import { toConfiguration, type ImportedLive } from '../../src/import/to-configuration.js';
import { isProviderType, loadProvider } from '../../src/providers/registry.js';
import { startOfTime, type TestBed } from '../support/test-bed.js';

export const connections = {
  astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' } },
  atlas: { type: 'atlas', clientId: { env: 'ATLAS_CLIENT_ID' }, clientSecret: { env: 'ATLAS_CLIENT_SECRET' } },
} as const;

interface World {
  readonly astro?: { readonly organizations?: readonly { readonly id: string; readonly name: string }[] };
  readonly atlas?: { readonly organizations?: readonly { readonly id: string; readonly name: string }[] };
  readonly scim?: readonly { readonly path: string }[];
}

export async function importYaml(bed: TestBed, world: unknown): Promise<string> {
  const { astro, atlas, scim } = world as World;

  const names = new Names([]);
  const named = (type: 'astro' | 'atlas', organizations: World['astro']): readonly (readonly [string, object])[] =>
    (organizations?.organizations ?? []).map(({ id, name }) => [names.unique(slug(name, type)), { type, id }] as const);
  const services = (scim ?? []).map(({ path }) => [names.unique(slug(path, 'scim')), path] as const);
  const providers = {
    ...connections,
    ...Object.fromEntries(
      services.map(([name, path]) => [
        name,
        { type: 'scim', baseUrl: `http://127.0.0.1:9${path}`, token: { env: 'SCIM_TOKEN' } },
      ]),
    ),
  };
  const organizations = Object.fromEntries([
    ...named('astro', astro),
    ...named('atlas', atlas),
    ...services.map(([name]) => [name, { type: 'scim', provider: name }] as const),
  ]) as Record<string, { type: string; id?: string; provider?: string }>;
  const opened = await bed.connect({ orgwright: 1, providers, organizations }, 'read');
  const read: ImportedLive[] = [];
  for (const [name, { type, id = '', provider = type }] of Object.entries(organizations)) {
    const connection = opened.get(name);
    if (connection === undefined || !isProviderType(type)) throw new Error(name);
    const support = await (await loadProvider(type)).importing?.();
    if (support === undefined) throw new Error(type);
    const from = { name, type, id, provider };
    const now = new Date(startOfTime).toISOString();
    const options = { now, verifyDomains: false, replace: new Set<never>() };
    read.push({ from, support, live: await readEverything(from, connection, support, options) });
  }
  const { document, notes } = toConfiguration(read, { taken: { lists: [], identityProviders: [] } });

  const yaml = toYaml({ ...document, providers }, { notes });
  // Whatever the world was: `fmt` has nothing to do with what `import` writes.
  expect(format('org.yaml', yaml)).toMatchObject({ text: yaml, diagnostics: [] });
  return yaml;
}
