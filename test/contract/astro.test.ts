/** Astronomer Astro keeps the provider contract. */
import { astroBase, astroConfig, astroWorld, certificate, organizationId, type AstroBase } from './astro-base.js';
import { providerContract } from './provider-contract.js';
import type { Fields, SandboxObject } from './subject.js';

const privateWrites = /^\w+ core\//;

providerContract<AstroBase>({
  type: 'astro',
  organization: 'acme',
  base: astroBase,
  world: astroWorld,
  config: astroConfig,
  objects: objectsOf,
  shorten: (method, path) =>
    `${method} ${path}`
      .replace(`/v1/organizations/${organizationId}`, '')
      .replace(`/v1alpha1/organizations/${organizationId}/`, 'core/')
      .replace(/ \//, ' ')
      .replace(/\/(c[a-z0-9]{24}|\{\$ref:[^}]*\}|%7B[^/]*)(?=\/|$)/g, '/*')
      .trim(),
  secrets: ({ sandbox }) => [
    sandbox.credentials['ASTRO_API_TOKEN'] ?? '',
    'azure-secret-value',
    'live-bypass-key-of-acme',
  ],

  changes: {
    // Settings: one call for any combination.
    'settings: update name': {
      edit: ({ yaml }) => (yaml.settings['name'] = 'Acme'),
      writes: ['POST'],
      has: { name: '', displayName: 'Acme', billingEmail: 'billing@acme.com' },
    },
    'settings: update billingEmail': {
      edit: ({ yaml }) => (yaml.settings['billingEmail'] = 'money@acme.com'),
      writes: ['POST'],
      has: { displayName: 'Acme Data', billingEmail: 'money@acme.com' },
    },
    'settings: update scimEnabled': {
      edit: ({ yaml }) => (yaml.scim['enabled'] = true),
      writes: ['POST'],
      has: { isScimEnabled: true, displayName: 'Acme Data' },
    },

    // Members: an invitation makes them, a role update takes all four lists.
    'member: create': {
      name: 'frank@acme.com',
      edit: ({ yaml }) => (yaml.members['frank@acme.com'] = { role: 'ORGANIZATION_BILLING_ADMIN' }),
      writes: ['POST invites'],
      has: { status: 'PENDING', organizationRole: 'ORGANIZATION_BILLING_ADMIN' },
    },
    'member: update role': {
      name: 'bob@acme.com',
      edit: ({ yaml }) => (yaml.members['bob@acme.com'] = { role: 'ORGANIZATION_BILLING_ADMIN' }),
      writes: ['POST users/*/roles'],
      has: { organizationRole: 'ORGANIZATION_BILLING_ADMIN', workspaceRoles: { Analytics: 'WORKSPACE_AUTHOR' } },
    },
    'member: update status': {
      name: 'dave@acme.com',
      edit: ({ world }) => (user(world, 'dave@acme.com')['invite'] = { expiresInDays: -2 }),
      writes: ['POST invites'],
      has: { status: 'PENDING', organizationRole: 'ORGANIZATION_MEMBER' },
    },
    'member: update workspaces': {
      name: 'bob@acme.com',
      edit: ({ yaml }) => (yaml.members['bob@acme.com'] = { workspaces: { Analytics: 'WORKSPACE_OWNER' } }),
      writes: ['POST users/*/roles'],
      has: { workspaceRoles: { Analytics: 'WORKSPACE_OWNER' } },
    },
    'member: delete': {
      name: 'carl@acme.com',
      edit: ({ world, yaml }) => {
        world.users.push({ email: 'carl@acme.com', workspaces: { Research: 'WORKSPACE_OWNER' } });
        world.teams[0]?.members.push('carl@acme.com');
        yaml.members['carl@acme.com'] = { state: 'absent' };
      },
      writes: ['DELETE core/users/*'],
    },

    // Teams: members come with the create, later in one batch; roles have a call of their own.
    'team: create': {
      name: 'ml',
      edit: ({ yaml }) =>
        (yaml.teams['ml'] = { members: ['alice@acme.com'], workspaces: { Research: 'WORKSPACE_AUTHOR' } }),
      writes: ['POST teams', 'POST teams/*/roles'],
      has: { members: ['alice@acme.com'], workspaceRoles: { Research: 'WORKSPACE_AUTHOR' } },
    },
    'team: update description': {
      name: 'ops',
      edit: ({ yaml }) => (yaml.teams['ops'] = { description: '', members: ['carol@acme.com'] }),
      writes: ['POST teams/*'],
      has: { description: '', members: ['carol@acme.com'] },
    },
    'team: update role': {
      name: 'ops',
      edit: ({ yaml }) => (yaml.teams['ops'] = { role: 'ORGANIZATION_BILLING_ADMIN' }),
      writes: ['POST teams/*/roles'],
      has: { organizationRole: 'ORGANIZATION_BILLING_ADMIN', description: 'Keeps it running' },
    },
    'team: update workspaces': {
      name: 'data-eng',
      edit: ({ yaml }) => (yaml.teams['data-eng'] = { workspaces: { Research: 'WORKSPACE_MEMBER' } }),
      writes: ['POST teams/*/roles'],
      has: { workspaceRoles: { Research: 'WORKSPACE_MEMBER' }, members: ['alice@acme.com', 'bob@acme.com'] },
    },
    'team: update members': {
      name: 'data-eng',
      edit: ({ yaml }) => (yaml.teams['data-eng'] = { members: ['carol@acme.com', 'olga@acme.com'] }),
      // One batch adds; then the others go one by one, as the API has it.
      writes: ['POST teams/*/members', 'DELETE teams/*/members/*', 'DELETE teams/*/members/*'],
      has: { members: ['carol@acme.com', 'olga@acme.com'], workspaceRoles: { Analytics: 'WORKSPACE_MEMBER' } },
    },
    'team: rename': {
      name: 'operations',
      was: 'ops',
      edit: ({ yaml }) => {
        yaml.teams['operations'] = { ...yaml.teams['ops'], previously: ['ops'] };
        delete yaml.teams['ops'];
      },
      writes: ['POST teams/*'],
      has: { description: 'Keeps it running', members: ['carol@acme.com'] },
    },
    'team: delete': {
      name: 'old',
      edit: ({ world }) => world.teams.push({ name: 'old', members: ['bob@acme.com'] }),
      writes: ['DELETE teams/*'],
    },

    // Domains, connections and the bypass link: all of the private API.
    'domain: create': {
      name: 'acme.dev',
      edit: ({ yaml }) => (yaml.domains['acme.dev'] = {}),
      writes: ['POST core/domains'],
      has: { status: 'PENDING' },
    },
    'domain: update status': {
      name: 'new.io',
      edit: () => undefined,
      choices: { verifyDomains: true },
      writes: ['POST core/domains/*/verify'],
      has: { status: 'VERIFIED' },
    },
    'domain: update allowedMethods': {
      name: 'free.io',
      edit: ({ yaml }) => (yaml.domains['free.io'] = { allowedMethods: ['google', 'github'] }),
      writes: ['POST core/domains/*'],
      has: { enforcedLogins: ['google', 'github'] },
    },
    'domain: delete': {
      name: 'old.io',
      edit: ({ world }) => world.domains.push({ name: 'old.io' }),
      writes: ['DELETE core/domains/*'],
    },
    'sso: create': {
      name: 'free.io',
      edit: ({ yaml }) => (yaml.domains['free.io'] = { sso: { identityProvider: 'okta', active: true, jit: 'none' } }),
      // Always made inactive, then activated.
      writes: ['POST core/sso-connections', 'POST core/sso-connections/*'],
      has: { enabled: true, auth0ConnectionName: 'okta-free.io', domains: ['free.io'] },
    },
    'sso: update strategy': {
      name: 'acme.com',
      edit: ({ yaml }) => (ssoOf(yaml, 'acme.com')['identityProvider'] = 'entra'),
      writes: ['POST core/sso-connections/*'],
      has: { enabled: true, configuration: { strategy: 'waad', azureClientSecret: 'azure-secret-value' } },
    },
    'sso: update signInUrl': {
      name: 'acme.com',
      edit: ({ world }) => (connection(world, 'acme.com')['samlSignInUrl'] = 'https://old.okta.com'),
      writes: ['POST core/sso-connections/*'],
      has: {
        enabled: true,
        configuration: { samlSignInUrl: 'https://acme.okta.com/sso', samlSigningCert: certificate },
      },
    },
    'sso: update signOutUrl': {
      name: 'acme.com',
      edit: ({ world }) => delete connection(world, 'acme.com')['samlSignOutUrl'],
      writes: ['POST core/sso-connections/*'],
      has: { enabled: true, configuration: { samlSignOutUrl: 'https://acme.okta.com/slo' } },
    },
    'sso: update certificate': {
      name: 'acme.com',
      edit: ({ world }) => (connection(world, 'acme.com')['samlSigningCert'] = 'an earlier one'),
      writes: ['POST core/sso-connections/*'],
      has: { enabled: true, configuration: { samlSigningCert: certificate } },
    },
    'sso: update clientId': {
      name: 'entra.io',
      edit: ({ world }) => (connection(world, 'entra.io')['azureClientId'] = 'earlier'),
      writes: ['POST core/sso-connections/*'],
      has: { configuration: { azureClientId: 'client', azureClientSecret: 'azure-secret-value' } },
    },
    'sso: update domainName': {
      name: 'entra.io',
      edit: ({ world }) => (connection(world, 'entra.io')['azureDomainName'] = 'earlier.onmicrosoft.com'),
      writes: ['POST core/sso-connections/*'],
      has: { configuration: { azureDomainName: 'acme.onmicrosoft.com', azureClientSecret: 'azure-secret-value' } },
    },
    'sso: update active': {
      name: 'entra.io',
      edit: ({ yaml }) => (ssoOf(yaml, 'entra.io')['active'] = true),
      writes: ['POST core/sso-connections/*'],
      has: { enabled: true, configuration: { azureClientSecret: 'azure-secret-value' } },
    },
    'sso: update jit': {
      name: 'acme.com',
      edit: ({ yaml }) => (ssoOf(yaml, 'acme.com')['jit'] = { role: 'ORGANIZATION_BILLING_ADMIN' }),
      writes: ['POST core/sso-connections/*'],
      has: { enabled: true, jitPolicy: { defaultOrgRole: 'ORGANIZATION_BILLING_ADMIN' } },
    },
    'sso: delete': {
      name: 'entra.io',
      edit: ({ yaml }) => (yaml.domains['entra.io'] = { sso: 'none' }),
      writes: ['DELETE core/sso-connections/*'],
    },
    'bypass-link: create': {
      edit: ({ world }) => (world.bypassKey = undefined),
      writes: ['POST core/sso-bypass-key'],
      has: {},
    },
    'bypass-link: update rotatedAt': {
      edit: ({ world }) => (world.bypassKey = { ageDays: 120, key: 'live-bypass-key-of-acme' }),
      writes: ['POST core/sso-bypass-key'],
      has: {},
      replaces: true,
    },
    'bypass-link: delete': {
      edit: ({ yaml }) => (yaml.bypassLink = { state: 'absent' }),
      writes: ['DELETE core/sso-bypass-key'],
      apart: 'there is one link, and another case creates it',
    },
  },

  lists: [
    {
      // The organization itself, with its domains inside.
      path: '',
      decides: /./,
      refused: 'error',
      failing: 'error',
    },
    {
      path: 'users',
      items: 'users',
      total: 'totalCount',
      decides: /invites|^DELETE core\/users|users\/\*\/roles/,
      refused: 'partial',
      failing: 'partial',
    },
    {
      path: 'teams',
      items: 'teams',
      total: 'totalCount',
      decides: / teams/,
      refused: 'partial',
      failing: 'partial',
    },
    {
      path: 'teams/*/members',
      items: 'teamMembers',
      total: 'totalCount',
      decides: /teams\/\*\/members/,
      edit: ({ world, yaml }) => {
        world.coreApi = false;
        // Stays in the organization, so that only the team's list says that he is in the team.
        if (yaml.members['carl@acme.com'] !== undefined) yaml.members['carl@acme.com'] = {};
      },
      refused: 'partial',
      failing: 'partial',
    },
    {
      // Without the private API a person leaves team by team.
      path: 'users/*/teams',
      items: 'teams',
      total: 'totalCount',
      decides: /teams\/\*\/members/,
      edit: ({ world, yaml }) => {
        world.coreApi = false;
        world.users.push({ email: 'greg@acme.com' });
        for (const { members } of world.teams) members.push('greg@acme.com');
        yaml.members['greg@acme.com'] = { state: 'absent' };
      },
      refused: 'partial',
      failing: 'partial',
    },
    { path: 'workspaces', items: 'workspaces', total: 'totalCount', decides: /./, refused: 'error', failing: 'error' },
    {
      path: 'deployments',
      items: 'deployments',
      total: 'totalCount',
      decides: /./,
      refused: 'error',
      failing: 'error',
    },
    {
      // Only quicker than the public lists of each team, which are asked instead.
      path: 'core/teams',
      items: 'teams',
      total: 'totalCount',
      decides: /teams\/\*\/members/,
      refused: 'otherwise',
      failing: 'otherwise',
      nonsense: {
        'fewer members than it counts': (body) => everyTeam(body, (team) => ({ ...team, members: [] })),
        'no members at all': (body) => everyTeam(body, (team) => ({ ...team, members: undefined })),
        'null members of a team that has some': (body) => everyTeam(body, (team) => ({ ...team, members: null })),
      },
    },
    {
      // Who is invited, and whom the identity provider manages.
      path: 'core/users',
      items: 'users',
      total: 'totalCount',
      decides: /invites|^DELETE core\/users/,
      edit: unlistedCarl,
      refused: 'partial',
      failing: 'partial',
    },
    {
      path: 'core/sso-connections',
      decides: /sso-connections/,
      refused: 'partial',
      failing: 'partial',
    },
    {
      path: 'core/sso-connections',
      when: 'they tell who came by single sign-on',
      decides: /sso-connections|DELETE core\/users/,
      edit: unlistedCarl,
      refused: 'partial',
      failing: 'partial',
    },
    {
      path: 'core/sso-bypass-key',
      decides: /sso-bypass-key/,
      refused: 'partial',
      failing: 'partial',
    },
  ],

  sameMeaning: {
    'the case of e-mail addresses in YAML': ({ yaml }) => {
      yaml.members['Carol@ACME.com'] = yaml.members['carol@acme.com'] ?? {};
      delete yaml.members['carol@acme.com'];
      yaml.teams['ops'] = { members: ['CAROL@acme.com'] };
    },
    'the case of live e-mail addresses': ({ world }) => (user(world, 'carol@acme.com').email = 'Carol@Acme.com'),
    'the case of domains': ({ yaml }) => {
      yaml.domains['ACME.com'] = yaml.domains['acme.com'] ?? {};
      delete yaml.domains['acme.com'];
    },
    'empty role lists as null': ({ switches }) => (switches['emptyRoleLists'] = 'null'),
    'empty role lists as lists': ({ switches }) => (switches['emptyRoleLists'] = 'empty'),
    'an empty description that is there': ({ switches, yaml }) => {
      switches['emptyDescription'] = 'empty';
      yaml.teams['data-eng'] = { description: '' };
    },
    'an empty description that is absent': ({ yaml }) => (yaml.teams['data-eng'] = { description: '' }),
    'white space in a certificate': ({ world }) => {
      connection(world, 'acme.com')['samlSigningCert'] = ` \r\n${certificate.replaceAll('\n', '\r\n  ')}\n\n`;
    },
    'a certificate in one line': ({ world }) => {
      connection(world, 'acme.com')['samlSigningCert'] = certificate.replaceAll('\n', '');
    },
    'a secret that is masked': ({ switches }) => (switches['secretRedaction'] = 'masked'),
    'a secret that is shown': ({ switches }) => (switches['secretRedaction'] = 'plain'),
    'the order of login methods': ({ yaml }) => (yaml.domains['acme.com'] = { allowedMethods: ['sso', 'password'] }),
    'a team without members': ({ world, yaml }) => {
      world.teams.push({ name: 'empty', members: [] });
      yaml.teams['empty'] = { members: [] };
    },
    'a workspace named by its id': ({ world, yaml }) => {
      user(world, 'carol@acme.com')['workspaces'] = { Research: 'WORKSPACE_MEMBER' };
      const research = { role: 'WORKSPACE_MEMBER', id: 'clresearch0000000000000a1' };
      yaml.members['carol@acme.com'] = { workspaces: { Any: research } };
    },
    'no bypass link at all, and none wanted': ({ world, yaml }) => {
      world.bypassKey = undefined;
      yaml.bypassLink = { state: 'absent' };
    },
  },

  limits: [
    { name: 'privateApi: deny', edit: ({ yaml }) => (yaml.privateApi = 'deny'), forbids: privateWrites },
    { name: 'coreApi: false', edit: ({ world }) => (world.coreApi = false), forbids: privateWrites },
  ],

  liveNames: {
    'a team': {
      add: ({ world }, name) => world.teams.push({ name, members: ['bob@acme.com'] }),
      then: 'removed',
    },
    'a team that a person leaves with everything': {
      add: ({ world, yaml }, name) => {
        world.teams.push({ name, members: ['carl@acme.com'] });
        world.users.push({ email: 'carl@acme.com' });
        yaml.members['carl@acme.com'] = { state: 'absent' };
      },
      then: 'removed',
    },
    'a workspace in which a person has a role': {
      add: ({ world }, long) => {
        const name = workspaceName(long);
        world.workspaces.push({ name, deployments: [{ name }] });
        const granted = user(world, 'bob@acme.com')['workspaces'] as Record<string, unknown>;
        user(world, 'bob@acme.com')['workspaces'] = withEntry(granted, name, 'WORKSPACE_OWNER');
      },
      then: 'removed',
    },
    'a workspace, a deployment and a DAG that a role change must leave alone': {
      add: ({ world, yaml }, long) => {
        const name = workspaceName(long);
        const id = 'clhostile000000000000000a1';
        const inner = withEntry({}, name, { role: 'DEPLOYMENT_ADMIN', dags: withEntry({}, name, 'DAG_VIEWER') });
        world.workspaces.push({ id, name, deployments: [{ name }] });
        user(world, 'carol@acme.com')['workspaces'] = withEntry({}, name, {
          role: 'WORKSPACE_OWNER',
          deployments: inner,
        });
        const grant = { id, role: 'WORKSPACE_OWNER' };
        yaml.members['carol@acme.com'] = { role: 'ORGANIZATION_BILLING_ADMIN', workspaces: { any: grant } };
      },
      then: 'kept',
      holds: ({ kind, name: email, workspaceRoles, deploymentRoles, dagRoles }, name) =>
        kind === 'member' &&
        email === 'carol@acme.com' &&
        Object.hasOwn(workspaceRoles as object, workspaceName(name)) &&
        Object.keys(deploymentRoles as object).length === 1 &&
        (dagRoles as unknown[]).length === 1,
    },
    'a description of a team': {
      add: ({ world, yaml }, description) => {
        const [team] = world.teams;
        if (team !== undefined) team['description'] = description;
        yaml.teams['data-eng'] = { description: '' };
      },
      then: 'removed',
    },
  },

  skip: [
    {
      reason: 'an organization has settings from its beginning to its end',
      cases: ['settings: create', 'settings: rename', 'settings: delete'],
    },
    { reason: 'a person is known by their e-mail address, which Astro cannot change', cases: ['member: rename'] },
    {
      reason: 'never wanted by itself: shows which teams a person leaves who is stripped instead of removed',
      cases: ['member: update teams'],
    },
    {
      reason: 'the name of a domain is immutable in Astro, and a connection is found by its domain',
      cases: ['domain: rename', 'sso: rename'],
    },
    {
      reason: 'the name of a connection is immutable in Astro: a live one keeps its own',
      cases: ['sso: update connection'],
    },
    {
      reason: 'write-only: sent with whatever else changes, so no difference can be seen',
      cases: ['sso: update clientSecret', 'sso: update idpInitiatedLogin'],
    },
    {
      reason: 'only the private API tells that an invitation has expired; without it the person counts as invited',
      cases: ['member: update status, coreApi: false'],
    },
    { reason: 'there is one link, without a name', cases: ['bypass-link: rename'] },
    { reason: 'orgwright’s own rule, never sent', cases: ['bypass-link: update rotateAfter'] },
  ],
});

/** Whether he goes depends on who made him a member. */
function unlistedCarl({ yaml }: AstroBase): void {
  yaml.unlisted['members'] = 'remove';
  delete yaml.members['carl@acme.com'];
}

function user(world: AstroBase['world'], email: string): AstroBase['world']['users'][number] {
  const found = world.users.find((candidate) => candidate.email === email);
  if (found === undefined) throw new Error(`no user ${email}`);
  return found;
}

function connection(world: AstroBase['world'], domain: string): Record<string, unknown> {
  const found = world.ssoConnections.find(({ name }) => name.endsWith(domain));
  if (found === undefined) throw new Error(`no connection of ${domain}`);
  return found.configuration;
}

function ssoOf(yaml: AstroBase['yaml'], domain: string): Record<string, unknown> {
  const sso = yaml.domains[domain]?.sso;
  if (typeof sso !== 'object') throw new Error(`no sso of ${domain}`);
  return sso;
}

/** Astro allows 50 characters; the special ones come first. */
function workspaceName(name: string): string {
  return name.slice(0, 50);
}

/** Also where the key is `__proto__`, which an assignment would not make. */
function withEntry(record: Readonly<Record<string, unknown>>, key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([...Object.entries(record), [key, value]]);
}

function everyTeam(body: Fields, make: (team: Fields) => unknown): unknown {
  return { ...body, teams: (body['teams'] as Fields[]).map(make) };
}

function objectsOf(state: unknown): readonly SandboxObject[] {
  const organizations = fieldsOf(fieldsOf(fieldsOf(state)['astro'])['organizations']);
  const organization = fieldsOf(organizations[organizationId]);
  const all = (key: string): Fields[] => Object.values(fieldsOf(organization[key])).map(fieldsOf);
  const object = (kind: string, name: unknown, { id, ...fields }: Fields): SandboxObject => ({
    ...Object.fromEntries(Object.entries(fields).filter(([field]) => !incidental.has(field))),
    kind,
    name: String(name),
    id: String(id),
  });
  const { name, billingEmail, isScimEnabled, id } = organization;
  const key = fieldsOf(organization['bypassKey']);
  return [
    object('settings', '', { displayName: name, billingEmail, isScimEnabled, id }),
    ...all('users').map((each) => object('member', String(each['username']).toLowerCase(), each)),
    ...all('invites').map((each) => object('invitation', each['user'], each)),
    ...all('teams').map((each) => object('team', each['name'], each)),
    ...all('domains').map((each) => object('domain', each['name'], each)),
    ...all('ssoConnections').flatMap((each) =>
      (each['domains'] as string[]).map((domain) => object('sso', domain, each)),
    ),
    ...(key['bypassKey'] === undefined ? [] : [object('bypass-link', '', { id: key['bypassKey'] })]),
  ];
}

const incidental = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'inviter', 'auth0ConnectionId']);

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
