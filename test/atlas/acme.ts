/** A small Atlas federation and the YAML that matches it; tests change three lines of one or the other. */
import { fileURLToPath } from 'node:url';

export const shopId = '5f0000000000000000000001';
export const labsId = '5f0000000000000000000002';
export const federationId = '5e0000000000000000000001';

export type Fields = Readonly<Record<string, unknown>>;

export interface AcmeWorld {
  readonly shop?: Fields;
  readonly labs?: Fields;
  /** `undefined`: not connected. */
  readonly shopConnection?: Fields | undefined;
  readonly labsConnection?: Fields | undefined;
  readonly federation?: Fields;
  readonly switches?: Fields;
}

const owner = { email: 'alice@acme.com', roles: ['ORG_OWNER'] };

export const okta = {
  name: 'acme-okta',
  protocol: 'SAML',
  status: 'ACTIVE',
  associatedDomains: ['acme.com'],
  certificateExpiresInDays: 400,
};

export function acmeWorld(world: AcmeWorld = {}): Record<string, unknown> {
  const connections = [
    ['shopConnection', { organization: shopId, identityProvider: 'acme-okta' }],
    ['labsConnection', { organization: labsId, identityProvider: 'acme-okta' }],
  ] as const;
  return {
    atlas: {
      organizations: [
        {
          id: shopId,
          name: 'Acme Shop',
          users: [owner],
          projects: [{ name: 'payments' }, { name: 'shop' }],
          ...world.shop,
        },
        { id: labsId, name: 'Acme Labs', users: [owner], ...world.labs },
      ],
      federations: [
        {
          id: federationId,
          domains: ['acme.com', 'acme.io', 'acme.net'],
          identityProviders: [okta],
          connectedOrganizations: connections.flatMap(([key, base]) =>
            key in world && world[key] === undefined ? [] : [{ ...base, ...world[key] }],
          ),
          ...world.federation,
        },
      ],
    },
    ...(world.switches !== undefined && { switches: world.switches }),
  };
}

export const providers = {
  atlas: { type: 'atlas', clientId: { env: 'ATLAS_CLIENT_ID' }, clientSecret: { env: 'ATLAS_CLIENT_SECRET' } },
};

const identityProviders = { 'acme-okta': { atlas: { anchor: 'acme-shop' } } };

export function acmeConfig(
  shop: Fields,
  rest: { readonly labs?: Fields; readonly identityProviders?: Fields; readonly [key: string]: unknown } = {},
): object {
  const { labs, identityProviders: given, ...others } = rest;
  return {
    orgwright: 1,
    providers,
    identityProviders: { ...identityProviders, ...given },
    organizations: {
      'acme-shop': { type: 'atlas', id: shopId, ...shop },
      ...(labs !== undefined && { 'acme-labs': { type: 'atlas', id: labsId, ...labs } }),
    },
    ...others,
  };
}

/** A certificate file of the repository's tests. */
export function certificateFile(name: string): string {
  return fileURLToPath(new URL(`../unit/astro/certificates/${name}.pem`, import.meta.url));
}
