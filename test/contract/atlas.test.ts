/** MongoDB Atlas keeps the provider contract. */
import {
  atlasBase,
  atlasConfig,
  atlasWorld,
  certificateFile,
  federationId,
  organizationId,
  otherId,
  type AtlasBase,
} from './atlas-base.js';
import { providerContract } from './provider-contract.js';
import type { ChangeCase, Fields, SandboxObject } from './subject.js';

type Change = ChangeCase<AtlasBase>;

/** A field of the SAML identity provider, which the YAML gives otherwise. */
const samlField = (field: string, value: unknown, has: Fields): Change => ({
  name: 'okta',
  edit: ({ identityProviders }) => (of(identityProviders, 'okta').atlas[field] = value),
  writes: ['PATCH identityProviders/*'],
  has: { associatedDomains: ['acme.com'], status: 'ACTIVE', ...has },
});
const oidcField = (field: string, value: unknown): Change => ({
  name: 'oidc',
  edit: ({ identityProviders }) => (of(identityProviders, 'oidc').atlas[field] = value),
  writes: ['PATCH identityProviders/*'],
  has: { audience: 'atlas', userClaim: 'sub', associatedDomains: ['acme.com'], [field]: value },
});
const setting = (field: string, value: unknown, has: unknown = value): Change => ({
  edit: ({ yaml }) => (yaml.settings[field] = value),
  writes: ['PATCH settings'],
  has: { displayName: 'Acme', [field]: has },
});
const mapping = (field: string, value: unknown, has: Fields): Change => ({
  edit: ({ yaml }) => (authenticationOf(yaml)[field] = value),
  writes: ['PATCH connection'],
  has: {
    identityProvider: 'okta',
    postAuthRoleGrants: [],
    domainRestrictionEnabled: true,
    domainAllowList: ['acme.com', 'else.example'],
    ...has,
  },
});

providerContract<AtlasBase>({
  type: 'atlas',
  organization: 'acme',
  base: atlasBase,
  world: atlasWorld,
  config: atlasConfig,
  objects: objectsOf,
  shorten: (method, path) =>
    `${method} ${path}`
      .replace('/api/atlas/v2/', '')
      .replace(`federationSettings/${federationId}/connectedOrgConfigs/${organizationId}`, 'connection')
      .replace(`federationSettings/${federationId}/`, '')
      .replace(new RegExp(`orgs/${organizationId}/?`), '')
      .replace(/(\/)([a-f0-9]{24}|\{\$ref:[^}]*\}|%7B[^/:]*%7D)(?=[/:]|$)/g, '$1*')
      .trim(),
  secrets: ({ sandbox }) => [sandbox.credentials['ATLAS_PRIVATE_KEY'] ?? ''],

  changes: {
    // Settings: the name is the organization's own; the others are one call.
    'settings: update name': {
      edit: ({ yaml }) => (yaml.settings['name'] = 'Acme Shops'),
      writes: ['PATCH'],
      has: { displayName: 'Acme Shops' },
    },
    'settings: update multiFactorAuthRequired': setting('multiFactorAuthRequired', true),
    'settings: update restrictEmployeeAccess': setting('restrictEmployeeAccess', true),
    'settings: update genAIFeaturesEnabled': setting('genAIFeaturesEnabled', false),
    'settings: update maxServiceAccountSecretValidityInHours': setting('maxServiceAccountSecretValidityInHours', 100),
    'settings: update securityContact': setting('securityContact', 'sec@acme.com'),

    // Identity providers: the whole of what was read goes along; certificates only where they change.
    'identity-provider: create': {
      name: 'fresh',
      edit: ({ identityProviders }) => {
        const { clientId: _id, ...atlas } = of(identityProviders, 'oidc').atlas;
        identityProviders['fresh'] = { atlas };
      },
      writes: ['POST identityProviders'],
      has: { protocol: 'OIDC', idpType: 'WORKFORCE', audience: 'atlas', groupsClaim: 'groups' },
    },
    'identity-provider: update description': samlField('description', 'Everybody', { description: 'Everybody' }),
    'identity-provider: update issuerUri': samlField('issuerUri', 'http://new', { issuerUri: 'http://new' }),
    'identity-provider: update ssoUrl': samlField('ssoUrl', 'https://new.example', { ssoUrl: 'https://new.example' }),
    'identity-provider: update requestBinding': samlField('requestBinding', 'HTTP-REDIRECT', {
      requestBinding: 'HTTP-REDIRECT',
    }),
    'identity-provider: update responseSignatureAlgorithm': samlField('responseSignatureAlgorithm', 'SHA-1', {
      responseSignatureAlgorithm: 'SHA-1',
    }),
    'identity-provider: update ssoDebug': samlField('ssoDebug', true, { ssoDebugEnabled: true }),
    'identity-provider: update active': samlField('active', false, { status: 'INACTIVE' }),
    'identity-provider: update domains': {
      name: 'okta',
      edit: ({ identityProviders }) => (of(identityProviders, 'okta')['domains'] = ['acme.com', 'acme.io']),
      writes: ['PATCH identityProviders/*'],
      has: { associatedDomains: ['acme.com', 'acme.io'], status: 'ACTIVE' },
    },
    'identity-provider: update certificates': {
      name: 'okta',
      edit: ({ identityProviders }) => (of(identityProviders, 'okta')['certificates'] = [{ file: certificateFile }]),
      writes: ['PATCH identityProviders/*'],
      has: { status: 'ACTIVE', ssoUrl: 'https://acme.okta.com/sso' },
    },
    'identity-provider: update audience': oidcField('audience', 'other'),
    'identity-provider: update clientId': oidcField('clientId', 'other'),
    'identity-provider: update requestedScopes': oidcField('requestedScopes', ['openid', 'profile']),
    'identity-provider: update authorizationType': oidcField('authorizationType', 'USER'),
    'identity-provider: update groupsClaim': oidcField('groupsClaim', 'roles'),
    'identity-provider: update userClaim': oidcField('userClaim', 'email'),
    'identity-provider: delete': {
      name: 'old-oidc',
      edit: ({ world, identityProviders }) => {
        world.identityProviders.push({ name: 'old-oidc', protocol: 'OIDC' });
        identityProviders['old-oidc'] = { atlas: { anchor: 'acme', protocol: 'oidc', state: 'absent' } };
      },
      writes: ['DELETE identityProviders/*'],
    },

    // The place in the federation: one call for any combination, and no merge.
    'idp-mapping: update identityProvider': mapping('identityProvider', 'entra', {
      identityProvider: 'entra',
      // Atlas shows the domains of the identity provider as well.
      domainAllowList: ['acme.com', 'acme.io', 'else.example'],
    }),
    'idp-mapping: update dataAccessIdentityProviders': mapping('dataAccessIdentityProviders', ['oidc'], {
      dataAccessIdentityProviders: ['oidc'],
    }),
    'idp-mapping: update jit': mapping('jit', 'none', { instantUserProvisioningDisabled: true }),
    'idp-mapping: update defaultRoles': mapping('defaultRoles', ['ORG_MEMBER'], { postAuthRoleGrants: ['ORG_MEMBER'] }),
    'idp-mapping: update domainRestriction': mapping('allowedDomains', 'any', { domainRestrictionEnabled: false }),
    'idp-mapping: update allowedDomains': mapping('allowedDomains', ['else.example', 'acme.com', 'third.example'], {
      domainAllowList: ['acme.com', 'else.example', 'third.example'],
    }),
    'idp-mapping: delete': {
      edit: ({ yaml, identityProviders }) => {
        yaml.connection['connection'] = 'disconnected';
        yaml.authentication = undefined;
        for (const key of Object.keys(identityProviders)) delete identityProviders[key];
      },
      writes: ['DELETE connection'],
      apart: 'afterwards nothing of the federation can be managed',
    },

    'role-mapping: create': {
      name: 'auditors',
      edit: ({ yaml }) =>
        (yaml.roleMappings['auditors'] = { roles: ['ORG_READ_ONLY'], projects: { shop: ['GROUP_READ_ONLY'] } }),
      writes: ['POST connection/roleMappings'],
      has: { roles: ['ORG_READ_ONLY', 'shop: GROUP_READ_ONLY'] },
    },
    'role-mapping: update roles': {
      name: 'dev',
      edit: ({ yaml }) => (yaml.roleMappings['dev'] = { roles: ['ORG_GROUP_CREATOR'] }),
      writes: ['PUT connection/roleMappings/*'],
      has: { roles: ['ORG_GROUP_CREATOR', 'shop: GROUP_READ_ONLY'] },
    },
    'role-mapping: update projects': {
      name: 'dev',
      edit: ({ yaml }) =>
        (yaml.roleMappings['dev'] = { roles: ['ORG_MEMBER'], projects: { payments: ['GROUP_OWNER'] } }),
      writes: ['PUT connection/roleMappings/*'],
      has: { roles: ['ORG_MEMBER', 'payments: GROUP_OWNER'] },
    },
    'role-mapping: delete': {
      name: 'gone',
      edit: ({ world }) => (world.connection.roleMappings['gone'] = { roles: ['ORG_MEMBER'] }),
      writes: ['DELETE connection/roleMappings/*'],
    },

    'member: create': {
      name: 'frank@else.example',
      edit: ({ yaml }) => (yaml.members['frank@else.example'] = { roles: ['ORG_BILLING_ADMIN'] }),
      writes: ['POST users'],
      has: { status: 'PENDING', orgRoles: ['ORG_BILLING_ADMIN'] },
    },
    'member: update roles': {
      name: 'bob@acme.com',
      edit: ({ yaml }) => (yaml.members['bob@acme.com'] = { roles: ['ORG_BILLING_ADMIN'] }),
      writes: ['PATCH users/*'],
      has: { orgRoles: ['ORG_BILLING_ADMIN'], projects: { shop: ['GROUP_READ_ONLY'] } },
    },
    'member: update status': {
      name: 'dave@else.example',
      edit: ({ world }) => (user(world, 'dave@else.example')['status'] = 'INVITATION_EXPIRED'),
      writes: ['POST users'],
      has: { status: 'PENDING', orgRoles: ['ORG_MEMBER'] },
    },
    'member: delete': {
      name: 'carl@acme.com',
      edit: ({ world, yaml }) => {
        world.users.push({ email: 'carl@acme.com', roles: ['ORG_OWNER'] });
        world.teams[0]?.members.push('carl@acme.com');
        yaml.members['carl@acme.com'] = { state: 'absent' };
      },
      writes: ['DELETE users/*'],
    },

    'team: create': {
      name: 'ml',
      edit: ({ yaml }) => (yaml.teams['ml'] = { members: ['alice@acme.com'], projects: { payments: ['GROUP_OWNER'] } }),
      writes: ['POST teams', 'POST groups/*/teams'],
      has: { members: ['alice@acme.com'], projects: { payments: ['GROUP_OWNER'] } },
    },
    'team: update projects': {
      name: 'dba',
      edit: ({ yaml }) => (yaml.teams['dba'] = { projects: { payments: ['GROUP_OWNER'] } }),
      // New access first.
      writes: ['POST groups/*/teams', 'DELETE groups/*/teams/*'],
      has: { members: ['alice@acme.com', 'bob@acme.com'], projects: { payments: ['GROUP_OWNER'] } },
    },
    'team: update members': {
      name: 'dba',
      edit: ({ yaml }) => (yaml.teams['dba'] = { members: ['carol@acme.com', 'olga@acme.com'] }),
      // One batch adds; then the others go one by one, as the API has it.
      writes: ['POST teams/*/users', 'POST teams/*:removeUser', 'POST teams/*:removeUser'],
      has: { members: ['carol@acme.com', 'olga@acme.com'], projects: { shop: ['GROUP_OWNER'] } },
    },
    'team: rename': {
      name: 'operations',
      was: 'ops',
      edit: ({ yaml }) => {
        yaml.teams['operations'] = { ...yaml.teams['ops'], previously: ['ops'] };
        delete yaml.teams['ops'];
      },
      writes: ['PATCH teams/*'],
      has: { members: ['carol@acme.com'] },
    },
    'team: delete': {
      name: 'old',
      edit: ({ world }) =>
        world.teams.push({ name: 'old', members: ['bob@acme.com'], projects: { shop: ['GROUP_OWNER'] } }),
      writes: ['DELETE groups/*/teams/*', 'DELETE teams/*'],
    },
  },

  lists: [
    { path: 'federationSettings', decides: /connection|identityProviders/, refused: 'error', failing: 'partial' },
    {
      path: 'identityProviders',
      items: 'results',
      decides: /connection|identityProviders/,
      refused: 'error',
      failing: 'partial',
    },
    {
      path: 'connectedOrgConfigs',
      items: 'results',
      decides: /connection|identityProviders/,
      refused: 'error',
      failing: 'partial',
    },
    {
      path: 'users',
      items: 'results',
      decides: / users|teams\/\*(\/users|:)|POST teams/,
      refused: 'error',
      failing: 'partial',
    },
    { path: 'teams', items: 'results', decides: /POST teams|DELETE teams/, refused: 'error', failing: 'partial' },
    { path: 'groups', items: 'results', decides: /./, refused: 'error', failing: 'error' },
    { path: 'groups/*/teams', items: 'results', decides: /./, refused: 'error', failing: 'error' },
    { path: '', decides: /PATCH( settings)?$/, refused: 'error', failing: 'partial' },
    { path: 'settings', decides: /PATCH( settings)?$/, refused: 'error', failing: 'partial' },
  ],

  sameMeaning: {
    'the case of e-mail addresses in YAML': ({ yaml }) => {
      yaml.members['Carol@ACME.com'] = yaml.members['carol@acme.com'] ?? {};
      delete yaml.members['carol@acme.com'];
      yaml.teams['ops'] = { members: ['CAROL@acme.com'] };
    },
    'the case of live e-mail addresses': ({ world }) => (user(world, 'carol@acme.com').email = 'Carol@Acme.com'),
    'the case of domains': ({ yaml }) => (authenticationOf(yaml)['allowedDomains'] = ['ELSE.example', 'Acme.com']),
    'the order of sets': ({ yaml }) => (yaml.members['olga@acme.com'] = { roles: ['ORG_OWNER'] }),
    'lists in a stable order': ({ switches }) => (switches['atlasArrayOrder'] = 'stable'),
    'an allow list that hides what Atlas adds': ({ switches }) => (switches['atlasAllowListGrows'] = 'hidden'),
    'a list that does not say what is not ours': ({ switches }) => (switches['atlasForeignOrganizations'] = 'hidden'),
    'a domain that Atlas adds by itself': ({ yaml }) => (authenticationOf(yaml)['allowedDomains'] = ['else.example']),
    'a project named by its id': ({ world, yaml }) => {
      const team = world.teams[1];
      if (team !== undefined) team['projects'] = { payments: ['GROUP_OWNER'] };
      const any = { id: '5c0000000000000000000001', roles: ['GROUP_OWNER'] };
      yaml.teams['ops'] = { projects: { any } };
    },
    'an invitation that came to nothing, of somebody who is to be absent': ({ world, yaml }) => {
      world.users.push({ email: 'eve@acme.com', status: 'INVITATION_REJECTED' });
      yaml.members['eve@acme.com'] = { state: 'absent' };
    },
  },

  limits: [],

  liveNames: {
    'a team': {
      add: ({ world }, name) => world.teams.push({ name: name.slice(0, 64), members: ['bob@acme.com'] }),
      then: 'removed',
    },
    'a group of a role mapping': {
      add: ({ world }, name) => {
        const all = world.connection.roleMappings;
        world.connection.roleMappings = withEntry(all, name.slice(0, 200), { roles: ['ORG_MEMBER'] });
      },
      then: 'removed',
    },
    'a project in which a team has a role': {
      add: ({ world }, long) => {
        const name = long.slice(0, 64);
        world.projects.push({ name });
        const [team] = world.teams;
        if (team !== undefined) team['projects'] = withEntry(team['projects'] as Fields, name, ['GROUP_OWNER']);
      },
      then: 'removed',
    },
    'a project whose roles an update of a member must leave alone': {
      add: ({ world, yaml }, long) => {
        const name = long.slice(0, 64);
        world.projects.push({ name });
        user(world, 'bob@acme.com')['projects'] = withEntry({}, name, ['GROUP_OWNER']);
        yaml.members['bob@acme.com'] = { roles: ['ORG_READ_ONLY'] };
      },
      then: 'kept',
      holds: ({ kind, name: email, projects }, name) =>
        kind === 'member' && email === 'bob@acme.com' && Object.hasOwn(projects as object, name.slice(0, 64)),
    },
  },

  skip: [
    {
      reason: 'an organization has settings from its beginning to its end',
      cases: ['settings: create', 'settings: rename', 'settings: delete'],
    },
    {
      reason: 'locks out whoever calls from an address that is not listed: test/atlas/settings.test.ts',
      cases: ['settings: update apiAccessListRequired'],
    },
    {
      reason: 'no API connects an organization: a manual step, test/atlas/federation-guide.test.ts',
      cases: ['idp-mapping: create', 'idp-mapping: update connection'],
    },
    { reason: 'there is one for each organization, without a name', cases: ['idp-mapping: rename'] },
    {
      reason: 'cannot be changed: the plan is an error that says so',
      cases: ['identity-provider: update protocol', 'identity-provider: update idpType'],
    },
    {
      reason: 'found by its name in Atlas, so another name is another identity provider',
      cases: ['identity-provider: rename'],
    },
    { reason: 'known by the group’s name, which an update must repeat', cases: ['role-mapping: rename'] },
    { reason: 'a person is known by their e-mail address, which Atlas cannot change', cases: ['member: rename'] },
  ],
});

function of<T>(record: Readonly<Record<string, T>>, key: string): T {
  const found = record[key];
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

function authenticationOf(yaml: AtlasBase['yaml']): Record<string, unknown> {
  if (yaml.authentication === undefined) throw new Error('no authentication');
  return yaml.authentication;
}

function user(world: AtlasBase['world'], email: string): AtlasBase['world']['users'][number] {
  const found = world.users.find((candidate) => candidate.email === email);
  if (found === undefined) throw new Error(`no user ${email}`);
  return found;
}

/** Also where the key is `__proto__`, which an assignment would not make. */
function withEntry(record: Readonly<Record<string, unknown>>, key: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([...Object.entries(record), [key, value]]);
}

const incidental = new Set(['id', 'name', 'createdAt', 'updatedAt', 'lastAuth', 'invitation', 'oktaIdpId']);

function objectsOf(state: unknown): readonly SandboxObject[] {
  const atlas = fieldsOf(fieldsOf(state)['atlas']);
  const organization = fieldsOf(fieldsOf(atlas['organizations'])[organizationId]);
  const federation = fieldsOf(fieldsOf(atlas['federations'])[federationId]);
  const connections = fieldsOf(federation['connectedOrganizations']);
  const { roleMappings, ...connection } = fieldsOf(connections[organizationId]);
  const object = (kind: string, name: string, value: unknown, id?: string): SandboxObject => {
    const fields = fieldsOf(value);
    const kept = Object.entries(fields).filter(([field]) => !incidental.has(field));
    return { ...Object.fromEntries(kept), kind, name, id: id ?? String(fields['id']) };
  };
  const all = (kind: string, record: unknown): SandboxObject[] =>
    Object.entries(fieldsOf(record)).map(([name, value]) => object(kind, name, value));
  return [
    object(
      'settings',
      '',
      { ...fieldsOf(organization['settings']), displayName: organization['name'] },
      organizationId,
    ),
    ...all('identity-provider', federation['identityProviders']),
    ...(connections[organizationId] === undefined ? [] : [object('idp-mapping', '', connection, organizationId)]),
    ...all('role-mapping', roleMappings),
    ...all('member', organization['users']),
    ...all('team', organization['teams']),
    object('other', 'connection', connections[otherId], otherId),
    object('other', 'organization', fieldsOf(atlas['organizations'])[otherId], otherId),
  ];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
