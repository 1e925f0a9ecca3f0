/** A small Atlas organization with one of everything, live and in YAML, for the contract's cases to change. */
import { fileURLToPath } from 'node:url';

export const organizationId = '5f0000000000000000000001';
export const otherId = '5f0000000000000000000002';
export const federationId = '5e0000000000000000000001';

export const certificateFile = fileURLToPath(
  new URL('../fixtures/config/full-astro-organization/certs/acme-okta.pem', import.meta.url),
);

type Settings = Record<string, unknown>;

/** Lists in the world, maps in the YAML, as the two formats have them. */
export interface AtlasBase {
  readonly world: {
    name: string;
    settings: Settings;
    users: (Settings & { email: string })[];
    teams: (Settings & { name: string; members: string[] })[];
    projects: { id?: string; name: string }[];
    identityProviders: (Settings & { name: string })[];
    connection: Settings & { roleMappings: Record<string, unknown> };
  };
  readonly switches: Settings;
  readonly yaml: {
    settings: Settings;
    connection: Settings;
    authentication: Settings | undefined;
    roleMappings: Record<string, unknown>;
    members: Record<string, Settings>;
    teams: Record<string, Settings>;
    unlisted: Settings;
  };
  readonly identityProviders: Record<string, Settings & { atlas: Settings }>;
}

const saml = {
  description: 'People',
  issuerUri: 'http://www.okta.com/exk1',
  ssoUrl: 'https://acme.okta.com/sso',
  requestBinding: 'HTTP-POST',
  responseSignatureAlgorithm: 'SHA-256',
};
const oidc = {
  description: 'Databases',
  issuerUri: 'https://acme.okta.com',
  audience: 'atlas',
  clientId: 'client',
  requestedScopes: ['openid'],
  authorizationType: 'GROUP',
  groupsClaim: 'groups',
  userClaim: 'sub',
};

export function atlasBase(): AtlasBase {
  return {
    world: {
      name: 'Acme',
      settings: {},
      users: [
        { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
        { email: 'olga@acme.com', roles: ['ORG_OWNER'] },
        { email: 'bob@acme.com', roles: ['ORG_MEMBER'], projects: { shop: ['GROUP_READ_ONLY'] } },
        { email: 'carol@acme.com', roles: ['ORG_MEMBER'] },
        { email: 'dave@else.example', roles: ['ORG_MEMBER'], status: 'PENDING' },
      ],
      teams: [
        { name: 'dba', members: ['alice@acme.com', 'bob@acme.com'], projects: { shop: ['GROUP_OWNER'] } },
        { name: 'ops', members: ['carol@acme.com'] },
      ],
      projects: [{ name: 'shop' }, { id: '5c0000000000000000000001', name: 'payments' }],
      identityProviders: [
        { name: 'okta', protocol: 'SAML', associatedDomains: ['acme.com'], ssoDebugEnabled: false, ...saml },
        { name: 'entra', protocol: 'SAML', associatedDomains: ['acme.io'] },
        { name: 'oidc', protocol: 'OIDC', associatedDomains: ['acme.com'], ...oidc },
      ],
      connection: {
        identityProvider: 'okta',
        dataAccessIdentityProviders: [],
        defaultRoles: [],
        allowedDomains: ['acme.com', 'else.example'],
        instantUserProvisioningDisabled: false,
        roleMappings: {
          admins: { roles: ['ORG_OWNER'] },
          dev: { roles: ['ORG_MEMBER'], projects: { shop: ['GROUP_READ_ONLY'] } },
        },
      },
    },
    switches: { atlasInvitationsPerMinute: 0 },
    yaml: {
      settings: {
        name: 'Acme',
        apiAccessListRequired: false,
        multiFactorAuthRequired: false,
        restrictEmployeeAccess: false,
        genAIFeaturesEnabled: true,
        securityContact: 'none',
      },
      connection: {},
      authentication: {
        identityProvider: 'okta',
        dataAccessIdentityProviders: [],
        jit: 'enabled',
        defaultRoles: [],
        allowedDomains: ['acme.com', 'else.example'],
      },
      roleMappings: {
        admins: { roles: ['ORG_OWNER'] },
        dev: { roles: ['ORG_MEMBER'], projects: { shop: ['GROUP_READ_ONLY'] } },
      },
      members: {
        'alice@acme.com': { roles: ['ORG_OWNER'] },
        'olga@acme.com': { roles: ['ORG_OWNER'] },
        'bob@acme.com': { roles: ['ORG_MEMBER'] },
        'carol@acme.com': {},
        'dave@else.example': {},
      },
      teams: {
        dba: { members: ['alice@acme.com', 'bob@acme.com'], projects: { shop: ['GROUP_OWNER'] } },
        ops: { members: ['carol@acme.com'] },
      },
      unlisted: { members: 'keep', teams: 'remove', teamMembers: 'remove', roleMappings: 'remove' },
    },
    identityProviders: {
      okta: { domains: ['acme.com'], atlas: { anchor: 'acme', active: true, ssoDebug: false, ...saml } },
      entra: { atlas: { anchor: 'acme' } },
      oidc: { domains: ['acme.com'], atlas: { anchor: 'acme', protocol: 'oidc', ...oidc } },
    },
  };
}

export function atlasWorld({ world, switches }: AtlasBase): object {
  const { identityProviders, connection, ...organization } = world;
  return {
    atlas: {
      organizations: [
        { id: organizationId, ...organization },
        { id: otherId, name: 'Other', users: [{ email: 'alice@acme.com', roles: ['ORG_OWNER'] }] },
      ],
      federations: [
        {
          id: federationId,
          domains: ['acme.com', 'acme.io'],
          identityProviders,
          connectedOrganizations: [{ organization: organizationId, ...connection }, { organization: otherId }],
        },
      ],
    },
    switches,
  };
}

export function atlasConfig({ yaml, identityProviders }: AtlasBase): object {
  const { settings, connection, authentication, roleMappings, ...rest } = yaml;
  return {
    orgwright: 1,
    providers: {
      atlas: { type: 'atlas', publicKey: { env: 'ATLAS_PUBLIC_KEY' }, privateKey: { env: 'ATLAS_PRIVATE_KEY' } },
    },
    identityProviders,
    organizations: {
      acme: {
        type: 'atlas',
        id: organizationId,
        settings,
        ...connection,
        ...(authentication !== undefined && { authentication: { ...authentication, roleMappings } }),
        ...rest,
      },
    },
  };
}
