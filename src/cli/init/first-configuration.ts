/** The text of a first configuration: one connection, one organization of which nothing is managed yet, and the limits. */
import { toYaml } from '../../config/to-yaml.js';
import { defaultMinOwners, defaultRemovalLimit } from '../../core/guards/default-guards.js';
import type { ImportNote } from '../../core/importing.js';
import type { JsonObject } from '../../core/json.js';
import type { RemovalScope } from '../../core/resource.js';
import type { CollectionKey } from '../../core/shape.js';
import type { ProviderType } from '../../providers/registry.js';

export interface FirstOrganization {
  readonly type: ProviderType;
  readonly name: string;
  /** Undefined for SCIM, where the base address says which it is. */
  readonly id: string | undefined;
  readonly baseUrl: string | undefined;
  /** By setting: the variable that has the secret. */
  readonly variables: Readonly<Record<string, string>>;
}

interface Vendor {
  readonly credential: string;
  readonly collections: readonly CollectionKey[];
  readonly scopes: readonly RemovalScope[];
  /** Lines of YAML, for a comment. */
  readonly example: readonly string[];
}

const vendors: Readonly<Record<ProviderType, Vendor>> = {
  astro: {
    credential: 'An Organization API token with the role ORGANIZATION_OWNER.',
    collections: ['members', 'teams', 'teamMembers', 'domains'],
    scopes: ['members', 'teamMembers', 'teams', 'roles', 'domains'],
    example: [
      'members:',
      '  alice@acme.com: { role: ORGANIZATION_OWNER }',
      'teams:',
      '  data-eng: { members: [alice@acme.com] }',
    ],
  },
  atlas: {
    credential: 'A service account with the role ORG_OWNER, or an API key: publicKey and privateKey.',
    collections: ['members', 'teams', 'teamMembers', 'roleMappings'],
    scopes: ['members', 'teamMembers', 'teams', 'roles', 'roleMappings'],
    example: [
      'members:',
      '  alice@acme.com: { roles: [ORG_OWNER] }',
      'teams:',
      '  data-eng: { members: [alice@acme.com] }',
    ],
  },
  scim: {
    credential: 'A token that may read and write users and groups.',
    collections: ['members', 'teams', 'teamMembers'],
    scopes: ['members', 'teamMembers', 'teams'],
    example: ['members:', '  alice@acme.com: {}', 'teams:', '  data-eng: { members: [alice@acme.com] }'],
  },
};

export function firstConfiguration({ type, name, id, baseUrl, variables }: FirstOrganization): string {
  const { credential, collections, scopes, example } = vendors[type];
  const secrets = Object.entries(variables).map(([key, variable]) => [key, { env: variable }] as const);
  const limits = scopes.map((scope) => [scope, { ...defaultRemovalLimit }] as const);
  const document: JsonObject = {
    orgwright: 1,
    providers: { [type]: { type, ...(baseUrl !== undefined && { baseUrl }), ...Object.fromEntries(secrets) } },
    organizations: {
      [name]: {
        type,
        ...(id !== undefined && { id }),
        unlisted: Object.fromEntries(collections.map((collection) => [collection, 'report'] as const)),
      },
    },
    guards: {
      // A SCIM service knows no owners.
      ...(type !== 'scim' && { minOwners: defaultMinOwners }),
      maxRemovals: Object.fromEntries(limits),
    },
  };
  const notes: readonly ImportNote[] = [
    note(['providers'], 'How orgwright reaches the vendor. Secrets stand here by reference only.', credential),
    note(['organizations'], 'The key is the name of the organization in plans and addresses.'),
    note(
      ['organizations', name, 'unlisted'],
      'What is not here is not managed, and is left as it is. Begin with what you know, such as:',
      '',
      ...example,
      '',
      'What to do about what is live but not listed above: `report` shows it, `keep` only counts it, `remove` removes it.',
    ),
    note(
      ['guards'],
      'Limits that stop an apply (exit code 10). These are the defaults.',
      ...(type === 'scim' ? [] : ['minOwners: so many active owners must remain.']),
      'maxRemovals: a plan may not remove more than this share of what is live and more than this number of it.',
    ),
  ].flat();
  return toYaml(document, { notes, heading: ['Written by `orgwright init`. Nothing of it changes anything yet.'] });
}

function note(path: readonly string[], ...texts: readonly string[]): readonly ImportNote[] {
  return texts.map((text) => ({ path, text }));
}
