/** A small Astro organization with one of everything, live and in YAML, for the contract's cases to change. */
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

export const organizationId = 'clm3x0acme000000000000001';

const certificateFile = fileURLToPath(
  new URL('../fixtures/config/full-astro-organization/certs/acme-okta.pem', import.meta.url),
);
export const certificate = readFileSync(certificateFile, 'utf8');

type Settings = Record<string, unknown>;

/** Lists in the world, maps in the YAML, as the two formats have them. */
export interface AstroBase {
  readonly world: {
    name: string;
    billingEmail: string;
    scimEnabled: boolean;
    coreApi: boolean;
    users: (Settings & { email: string })[];
    teams: (Settings & { name: string; members: string[] })[];
    domains: (Settings & { name: string })[];
    ssoConnections: (Settings & { name: string; configuration: Settings })[];
    bypassKey: Settings | undefined;
    workspaces: (Settings & { name: string })[];
  };
  readonly switches: Settings;
  readonly yaml: {
    privateApi: 'allow' | 'deny';
    settings: Settings;
    scim: Settings;
    bypassLink: Settings;
    domains: Record<string, Settings & { sso?: Settings | 'none' }>;
    members: Record<string, Settings>;
    teams: Record<string, Settings>;
    unlisted: Settings;
  };
  readonly identityProviders: { okta: Settings; entra: Settings };
}

const oktaUrls = { samlSignInUrl: 'https://acme.okta.com/sso', samlSignOutUrl: 'https://acme.okta.com/slo' };

export function astroBase(): AstroBase {
  return {
    world: {
      name: 'Acme Data',
      billingEmail: 'billing@acme.com',
      scimEnabled: false,
      coreApi: true,
      users: [
        { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
        { email: 'olga@acme.com', role: 'ORGANIZATION_OWNER' },
        {
          email: 'bob@acme.com',
          workspaces: {
            Analytics: {
              role: 'WORKSPACE_AUTHOR',
              deployments: { etl: { role: 'DEPLOYMENT_ADMIN', dags: { train: 'DAG_AUTHOR' } } },
            },
            Research: 'WORKSPACE_MEMBER',
          },
        },
        { email: 'carol@acme.com' },
        { email: 'dave@acme.com', status: 'PENDING', invite: { expiresInDays: 5 } },
        { email: 'erin@acme.com', status: 'PENDING', invite: { expiresInDays: 5 } },
      ],
      teams: [
        {
          name: 'data-eng',
          members: ['alice@acme.com', 'bob@acme.com'],
          workspaces: { Analytics: 'WORKSPACE_MEMBER' },
        },
        { name: 'ops', description: 'Keeps it running', members: ['carol@acme.com'] },
      ],
      domains: [
        { name: 'acme.com', enforcedLogins: ['password', 'sso'] },
        { name: 'entra.io' },
        { name: 'free.io' },
        { name: 'new.io', status: 'PENDING' },
      ],
      ssoConnections: [
        {
          name: 'okta-acme.com',
          domains: ['acme.com'],
          strategy: 'samlp',
          configuration: { ...oktaUrls, samlSigningCert: certificate },
          jit: { role: 'ORGANIZATION_MEMBER', workspaces: { Research: 'WORKSPACE_MEMBER' } },
        },
        {
          name: 'entra-entra.io',
          domains: ['entra.io'],
          strategy: 'waad',
          configuration: {
            azureClientId: 'client',
            azureDomainName: 'acme.onmicrosoft.com',
            azureClientSecret: 'azure-secret-value',
          },
          enabled: false,
        },
      ],
      bypassKey: { ageDays: 10, key: 'live-bypass-key-of-acme' },
      workspaces: [
        { name: 'Analytics', deployments: [{ name: 'etl' }, { name: 'ml' }] },
        { id: 'clresearch0000000000000a1', name: 'Research' },
      ],
    },
    switches: { dnsRecords: 'present' },
    yaml: {
      privateApi: 'allow',
      settings: { name: 'Acme Data', billingEmail: 'billing@acme.com' },
      scim: { enabled: false },
      bypassLink: { state: 'present', rotateAfter: '90d' },
      domains: {
        'acme.com': {
          allowedMethods: ['password', 'sso'],
          sso: {
            identityProvider: 'okta',
            active: true,
            jit: { role: 'ORGANIZATION_MEMBER', workspaces: { Research: 'WORKSPACE_MEMBER' } },
          },
        },
        'entra.io': { sso: { identityProvider: 'entra', active: false, jit: 'none' } },
        'free.io': {},
        'new.io': {},
      },
      members: {
        'alice@acme.com': { role: 'ORGANIZATION_OWNER' },
        'olga@acme.com': { role: 'ORGANIZATION_OWNER' },
        'bob@acme.com': {
          role: 'ORGANIZATION_MEMBER',
          workspaces: {
            Analytics: {
              role: 'WORKSPACE_AUTHOR',
              deployments: { etl: { role: 'DEPLOYMENT_ADMIN', dags: { train: 'DAG_AUTHOR' } } },
            },
            Research: 'WORKSPACE_MEMBER',
          },
        },
        'carol@acme.com': {},
        'dave@acme.com': { role: 'ORGANIZATION_MEMBER' },
        'erin@acme.com': {},
      },
      teams: {
        'data-eng': {
          role: 'ORGANIZATION_MEMBER',
          workspaces: { Analytics: 'WORKSPACE_MEMBER' },
          members: ['alice@acme.com', 'bob@acme.com'],
        },
        ops: { description: 'Keeps it running', members: ['carol@acme.com'] },
      },
      unlisted: { members: everythingGoes, teams: 'remove', teamMembers: 'remove', domains: 'remove' },
    },
    identityProviders: {
      okta: {
        certificates: [{ file: certificateFile }],
        astro: { strategy: 'saml', signInUrl: oktaUrls.samlSignInUrl, signOutUrl: oktaUrls.samlSignOutUrl },
      },
      entra: {
        astro: {
          strategy: 'entra',
          clientId: 'client',
          clientSecret: { env: 'AZURE_SECRET' },
          domainName: 'acme.onmicrosoft.com',
          idpInitiatedLogin: false,
        },
      },
    },
  };
}

export function astroWorld({ world, switches }: AstroBase): unknown {
  return { astro: { organizations: [{ id: organizationId, ...world }] }, switches };
}

const everythingGoes = { policy: 'remove', includeProvisioned: true };
const anyNumber = { percent: 100, atLeast: 1000 };

export function astroConfig({ yaml, identityProviders }: AstroBase): object {
  const { privateApi, bypassLink, domains, ...rest } = yaml;
  return {
    orgwright: 1,
    providers: { astro: { type: 'astro', token: { env: 'ASTRO_API_TOKEN' }, privateApi } },
    identityProviders,
    organizations: {
      acme: {
        type: 'astro',
        id: organizationId,
        ...rest,
        authentication: { bypassLink, domains },
        // Guards have tests of their own; here they would only stand in the way.
        guards: {
          maxRemovals: Object.fromEntries(
            ['members', 'teamMembers', 'teams', 'roles', 'domains', 'owners'].map((scope) => [scope, anyNumber]),
          ),
        },
      },
    },
  };
}
