/** Everything that was read, as one configuration with comments. */
import type { ImportContext, ImportNote, ImportSupport } from '../core/importing.js';
import type { Json, JsonObject } from '../core/json.js';
import type { Live } from '../core/resource.js';
import { Names, slug } from './names.js';
import type { ImportedFrom } from './read-everything.js';
import { shareLists } from './share-lists.js';

export interface ImportedLive {
  readonly from: ImportedFrom;
  readonly live: Live;
  readonly support: ImportSupport;
}

export interface ImportSettings {
  /** The connection to write out, secrets by reference; absent where the configuration has it already. */
  readonly provider?: { readonly name: string; readonly config: JsonObject };
  /** Names that the configuration has already. */
  readonly taken: Readonly<Record<'lists' | 'identityProviders', readonly string[]>>;
  /** Where the file of a certificate is to be, from the configuration; absent where none are written. */
  readonly certificatePath?: (identityProvider: string) => string;
}

export interface ImportedConfiguration {
  readonly document: JsonObject;
  readonly notes: readonly ImportNote[];
  /** PEM texts by path. */
  readonly certificates: Readonly<Record<string, string>>;
}

export function toConfiguration(read: readonly ImportedLive[], settings: ImportSettings): ImportedConfiguration {
  const claim = claims(settings.taken.identityProviders);
  const notes: ImportNote[] = [];
  const certificates: Record<string, string> = {};
  const identityProviders: Record<string, Json> = {};
  const organizations: Record<string, Json> = {};
  for (const { from, live, support } of read) {
    const imported = support.toConfig(live, { organization: from.name, claim });
    organizations[from.name] = withPolicies(from, imported.config);
    notes.push(...imported.notes);
    for (const [key, config] of Object.entries(imported.identityProviders)) {
      const pem = imported.certificates[key];
      const path = pem === undefined ? undefined : settings.certificatePath?.(key);
      if (pem !== undefined && path === undefined) notes.push(certificateNote(key));
      if (pem !== undefined && path !== undefined) certificates[path] = pem;
      identityProviders[key] = {
        ...(path !== undefined && { certificates: [{ file: path }] }),
        ...(config as JsonObject),
      };
    }
  }
  const shared = shareLists(organizations, new Names(settings.taken.lists));
  if (Object.keys(shared.lists).length > 0)
    notes.push({ path: ['lists'], text: 'People who are together in several teams.' });
  const { provider } = settings;
  return {
    document: {
      orgwright: 1,
      ...(provider !== undefined && { providers: { [provider.name]: provider.config } }),
      ...(Object.keys(shared.lists).length > 0 && { lists: shared.lists }),
      ...(Object.keys(identityProviders).length > 0 && { identityProviders }),
      organizations: shared.organizations,
    },
    notes,
    certificates,
  };
}

function certificateNote(key: string): ImportNote {
  const text = 'Its certificate is not managed; import with --split writes it to a file.';
  return { path: ['identityProviders', key], text };
}

/** One key for each id, whoever asks. */
function claims(taken: readonly string[]): ImportContext['claim'] {
  // `none` is the word for no identity provider.
  const names = new Names([...taken, 'none']);
  const keys = new Map<string, string>();
  return (id, preferred) => {
    const known = keys.get(id);
    if (known !== undefined) return { key: known, isNew: false };
    const safe = /^[\p{L}\p{N} ._()+@&-]{1,50}$/u.test(preferred) ? preferred : slug(preferred, 'identity-provider');
    const key = names.unique(safe);
    keys.set(id, key);
    return { key, isNew: true };
  };
}

/** What an import lists is all there is: how what comes later is treated is written out, to be chosen. */
function withPolicies({ type, id, provider }: ImportedFrom, config: JsonObject): JsonObject {
  const authentication = (config['authentication'] ?? {}) as JsonObject;
  const managed = [
    'members',
    'teams',
    'teamMembers',
    ...(authentication['domains'] === undefined ? [] : ['domains']),
    ...(authentication['roleMappings'] === undefined ? [] : ['roleMappings']),
  ];
  return {
    type,
    provider,
    ...(type !== 'scim' && { id }),
    ...config,
    unlisted: Object.fromEntries(managed.map((key) => [key, 'report'])),
    guards: { minOwners: type === 'scim' ? 0 : 1 },
  };
}
