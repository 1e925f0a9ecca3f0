/** Which organizations are imported, under which names, and what is read of each. */
import { isError, type Diagnostic } from '../core/diagnostics.js';
import type { Connection, Provider } from '../core/provider.js';
import { ConfigError, isApiError } from '../errors.js';
import { Names, slug } from '../import/names.js';
import { readAllowed } from '../import/read-allowed.js';
import { readEverything, type ImportedFrom } from '../import/read-everything.js';
import type { ImportedLive } from '../import/to-configuration.js';
import type { ImportSource } from './import-source.js';

export async function importedOrganizations(
  { connection: { name: provider, type, settings }, taken, known }: ImportSource,
  connection: Connection,
  ids: readonly string[],
): Promise<{ readonly from: readonly ImportedFrom[]; readonly diagnostics: readonly Diagnostic[] }> {
  const names = new Names(taken.organizations);
  if (type === 'scim') {
    if (ids.length > 0) throw new ConfigError('A SCIM service is one organization: --org does not apply.');
    const fallback = typeof settings['baseUrl'] === 'string' ? new URL(settings['baseUrl']).hostname : 'directory';
    const name = names.unique(provider === type ? slug(fallback, 'directory') : `${provider}-directory`);
    return { from: [{ name, type, id: '', provider }], diagnostics: [] };
  }
  const wanted = ids.map((id) => checkedId(type, id));
  const visible = await listed(connection, wanted);
  const chosen =
    wanted.length === 0 ? visible : wanted.map((id) => visible.find((each) => each.id === id) ?? { id, name: id });
  if (chosen.length === 0) {
    throw new ConfigError('The credential sees no organization.', {
      hint: 'Check that it belongs to the organization, or say which with --org ID.',
    });
  }
  return {
    from: chosen.map(({ id, name }) => ({ name: names.unique(slug(name, type)), type, id, provider })),
    diagnostics: chosen.flatMap(({ id, name }) => already(known.get(`${type}/${id}`), name)),
  };
}

const idPatterns: Readonly<Record<string, RegExp>> = { astro: /^[A-Za-z0-9_-]+$/, atlas: /^[a-f0-9]{24}$/ };

function checkedId(type: string, id: string): string {
  if (idPatterns[type]?.test(id) !== false) return id;
  throw new ConfigError(`"${id}" is no id of an ${type} organization.`, {
    hint: 'Copy it from the settings of the organization; the name is not the id.',
  });
}

/** Where the ids are known, names are only nice to have: a credential of one organization may not list. */
async function listed(
  connection: Connection,
  wanted: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  try {
    return (await connection.organizations?.()) ?? [];
  } catch (error) {
    if (!isApiError(error) || error.status !== 403) throw error;
    if (wanted.length > 0) return [];
    throw new ConfigError('The credential may not list the organizations that it sees.', {
      hint: 'Say which with --org ID.',
      cause: error,
    });
  }
}

function already(known: string | undefined, name: string): readonly Diagnostic[] {
  if (known === undefined) return [];
  return [
    {
      severity: 'warning',
      code: 'already-configured',
      summary: `${name} is in the configuration already, as ${known}.`,
      hint: `Take what you need from the import into ${known}; one organization belongs into one place.`,
    },
  ];
}

export async function readForImport(
  from: ImportedFrom,
  connection: Connection,
  provider: Provider,
): Promise<ImportedLive & { readonly diagnostics: readonly Diagnostic[] }> {
  const support = await provider.importing?.();
  if (support === undefined) throw new ConfigError(`Organizations of type ${from.type} cannot be imported.`);
  const options = { now: new Date().toISOString(), verifyDomains: false, replace: new Set<never>() };
  const { live, refused } = await readAllowed(support, (allowed) => readEverything(from, connection, allowed, options));
  for (const collection of ['members', 'teams', 'roleMappings']) {
    const coverage = live.coverage[collection];
    if (coverage?.complete !== false) continue;
    throw new ConfigError(`Nothing was imported: the ${collection} of ${from.name} could not be read completely.`, {
      hint: `${coverage.reason} Try again: half an organization would look like all of it.`,
    });
  }
  const left = refused.map((part): Diagnostic => ({
    severity: 'warning',
    code: 'import-narrow',
    summary: `Not imported: ${part} of ${from.name}, which the credential may not read.`,
    hint: 'A comment says so where it would stand; import again with a credential that may.',
    address: from.name,
  }));
  return { from, live, support, diagnostics: [...left, ...live.diagnostics.filter((each) => !isError(each))] };
}
