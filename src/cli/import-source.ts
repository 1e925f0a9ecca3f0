/** Where an import reads from: a connection of the configuration here, or one by the variables of its type. */
import { isError } from '../core/diagnostics.js';
import type { JsonObject } from '../core/json.js';
import { objectOf } from '../core/diff.js';
import { ConfigError } from '../errors.js';
import { isProviderType, providerTypes, type ProviderType } from '../providers/registry.js';
import { readConfiguration, type Configuration } from './configuration.js';
import type { ConfiguredConnection } from './connections.js';
import { credentialVariables, isSet } from './credential-variables.js';
import { nearest } from './nearest.js';
import type { Terminal } from './terminal.js';

export interface ImportSource {
  readonly connection: ConfiguredConnection & { readonly type: ProviderType };
  /** Whether the configuration has the connection: then it is not written again. */
  readonly isConfigured: boolean;
  readonly taken: Readonly<Record<'organizations' | 'lists' | 'identityProviders', readonly string[]>>;
  /** Of the configuration: organizations by type and id. */
  readonly known: ReadonlyMap<string, string>;
}

export async function importSource(
  terminal: Terminal,
  name: string,
  baseUrl: string | undefined,
): Promise<ImportSource | Configuration> {
  const configuration = await readConfiguration(terminal, []);
  const { loaded, organizations, diagnostics } = configuration;
  // An empty folder is where most imports begin.
  const isEmpty = loaded.files.size === 0;
  const entry = loaded.providers.find((provider) => provider.name === name);
  if (diagnostics.some((each) => isError(each) && !(isEmpty && each.code === 'no-configuration'))) return configuration;
  const document = objectOf((loaded.document ?? {}) as unknown as JsonObject);
  const taken = {
    organizations: Object.keys(objectOf(document['organizations'])),
    lists: Object.keys(objectOf(document['lists'])),
    identityProviders: Object.keys(objectOf(document['identityProviders'])),
  };
  const known = new Map(organizations.map(({ desired }) => [`${desired.type}/${desired.id}`, desired.name]));
  if (entry !== undefined && isProviderType(entry.type)) {
    if (baseUrl !== undefined) {
      throw new ConfigError(`--base-url is for connections that are not configured; ${name} is.`, {
        hint: 'Leave it out, or name another connection.',
      });
    }
    return { connection: { ...entry, type: entry.type }, isConfigured: true, taken, known };
  }
  if (!isProviderType(name)) throw unknownProvider(name, [...loaded.providers.map((each) => each.name)]);
  const connection = { name, type: name, settings: settingsOf(name, baseUrl, terminal) };
  return { connection, isConfigured: false, taken, known };
}

function settingsOf(type: ProviderType, baseUrl: string | undefined, { env }: Terminal): JsonObject {
  if (baseUrl !== undefined && type !== 'scim') {
    throw new ConfigError('--base-url is for SCIM services only.', {
      hint: 'Name another host of the vendor in ORGWRIGHT_ASTRO_ENDPOINT or ORGWRIGHT_ATLAS_ENDPOINT.',
    });
  }
  if (baseUrl === undefined && type === 'scim') {
    throw new ConfigError('A SCIM service is found by its address: --base-url is missing.', {
      hint: 'Add --base-url https://scim.example.com/v2.',
    });
  }
  const secrets = Object.entries(credentialVariables(type, env)).map(([key, name]) => {
    if (isSet(name, env)) return [key, { env: name }];
    throw new ConfigError(`The environment variable ${name} is not set.`, {
      hint: `Export ${name}, or name a connection of the configuration in this folder.`,
    });
  });
  return { ...(baseUrl !== undefined && { baseUrl }), ...(Object.fromEntries(secrets) as JsonObject) };
}

function unknownProvider(name: string, configured: readonly string[]): ConfigError {
  const known = [...new Set([...configured, ...providerTypes])];
  const guess = nearest(name, known);
  return new ConfigError(`There is no connection "${name}".`, {
    hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}Known: ${known.join(', ')}.`,
  });
}
