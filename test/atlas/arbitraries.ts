/** Random federations of two organizations, and random configurations for them; small on purpose, so that they collide. */
import fc from 'fast-check';
import { labsId, shopId, type Fields } from './acme.js';

const domains = ['acme.com', 'acme.io', 'acme.net'];
const everybody = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].map(
  (name, index) => `${name}@${domains[index % 2] ?? ''}`,
);
const strangers = ['ivan@partner.example', 'judy@acme.com', 'karl@acme.io'];
const teamNames = ['alpha', 'beta', 'gamma'];
const newTeamNames = ['delta', 'epsilon'];
const groups = ['admins', 'dev', 'ops', 'audit'];

const orgRoles = fc.subarray(['ORG_OWNER', 'ORG_MEMBER', 'ORG_GROUP_CREATOR', 'ORG_READ_ONLY'], {
  minLength: 1,
  maxLength: 2,
});
const projectRoles = fc.subarray(['GROUP_OWNER', 'GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER'], {
  minLength: 1,
  maxLength: 2,
});
const projects = fc.dictionary(fc.constantFrom('payments', 'shop'), projectRoles, {
  maxKeys: 2,
  noNullPrototype: true,
});

interface WorldUser {
  readonly email: string;
  readonly status: string;
}

const user = (email: string): fc.Arbitrary<WorldUser> =>
  fc.record({
    email: fc.constant(email),
    status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED'),
    roles: orgRoles,
    projects,
  });

export interface RandomOrganization {
  readonly users: readonly WorldUser[];
  readonly teams: readonly { readonly name: string }[];
}

const organization: fc.Arbitrary<RandomOrganization & Fields> = fc
  .subarray(everybody.slice(2))
  .chain((present) => fc.tuple(...present.map(user)))
  .chain((others) => {
    // Two owners, so that Atlas's own rule about the last one leaves room.
    const users = [
      ...everybody.slice(0, 2).map((email) => ({ email, status: 'ACTIVE', roles: ['ORG_OWNER'] })),
      ...others,
    ];
    const inTeams = users.filter(({ status }) => status === 'ACTIVE' || status === 'PENDING').map(({ email }) => email);
    return fc
      .subarray(teamNames)
      .chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.record({
              name: fc.constant(name),
              members: fc.subarray(inTeams).map((members) => [...new Set([everybody[0] ?? '', ...members])]),
              projects,
            }),
          ),
        ),
      )
      .chain((teams) =>
        // Sometimes the one who is in every team leaves it, and somebody else who is active stays.
        fc.boolean().map((isDifferent) => ({
          name: 'Acme',
          users,
          projects: [{ name: 'payments' }, { name: 'shop' }],
          teams: teams.map((team) => {
            const others = team.members.slice(1);
            const active = others.some((email) => users.find((one) => one.email === email)?.status === 'ACTIVE');
            return isDifferent && active ? { ...team, members: others } : team;
          }),
        })),
      );
  });

const saml = (name: string): fc.Arbitrary<Fields & { name: string }> =>
  fc
    .record({
      name: fc.constant(name),
      protocol: fc.constant('SAML'),
      status: fc.constantFrom('ACTIVE', 'ACTIVE', 'INACTIVE'),
      associatedDomains: fc.subarray(domains),
      certificateExpiresInDays: fc.constant(400),
      ssoDebugEnabled: fc.boolean(),
    })
    // Without a domain it shows INACTIVE, and nobody can tell what a first domain would make of it.
    .map((provider) => (provider.associatedDomains.length === 0 ? { ...provider, status: 'INACTIVE' } : provider));
const oidc = fc.record({
  name: fc.constant('oidc'),
  protocol: fc.constant('OIDC'),
  audience: fc.constantFrom('one', 'two'),
  requestedScopes: fc.subarray(['openid', 'profile']),
});

const roleMapping = fc.record({ roles: orgRoles, projects });

const connection = (organizationId: string, names: readonly string[]): fc.Arbitrary<Fields> =>
  fc
    .record({
      identityProvider: fc.option(fc.constantFrom(...names), { nil: undefined }),
      dataAccessIdentityProviders: names.includes('oidc') ? fc.subarray(['oidc']) : fc.constant([]),
      defaultRoles: fc.oneof(fc.constant([]), orgRoles),
      allowedDomains: fc.option(fc.subarray([...domains, 'partner.example'], { minLength: 1 }), {
        nil: undefined,
        freq: 2,
      }),
      instantUserProvisioningDisabled: fc.boolean(),
      roleMappings: fc.dictionary(fc.constantFrom(...groups), roleMapping, { maxKeys: 3, noNullPrototype: true }),
    })
    .map(({ identityProvider, roleMappings, ...rest }) => {
      const isSaml = identityProvider !== undefined && identityProvider !== 'oidc';
      return {
        organization: organizationId,
        ...rest,
        ...(isSaml && { identityProvider }),
        // Without an identity provider there are no mappings.
        roleMappings: isSaml ? roleMappings : {},
      };
    });

export interface RandomWorld {
  readonly shop: RandomOrganization & Fields;
  readonly labs: RandomOrganization & Fields;
  readonly identityProviders: readonly { readonly name: string }[];
  readonly connections: readonly Fields[];
  readonly switches: Fields;
}

/** What no public source settles, one way and the other: nothing that is promised may depend on it. */
const switches = fc.constantFrom<Fields>(
  {},
  {
    atlasAllowListGrows: 'hidden',
    atlasForeignOrganizations: 'hidden',
    atlasNullIdentityProvider: 'refused',
    atlasOmittedDataAccess: 'kept',
    atlasOmittedProvisioning: 'kept',
    atlasOmittedProviderFields: 'cleared',
    atlasOmittedGroupRoles: 'kept',
    atlasActiveWithoutDomain: 'refused',
    atlasArrayOrder: 'stable',
    atlasReaddTeamUser: 'tolerated',
    atlasLastTeamUserLeaves: 'allowed',
    atlasPendingKeepsTeam: 'yes',
    atlasDuplicateMappingStatus: 400,
    atlasNoFederation: 'empty',
  },
);

export const randomWorld: fc.Arbitrary<RandomWorld> = fc
  .record({
    shop: organization,
    labs: organization,
    okta: saml('okta'),
    entra: fc.option(saml('entra'), { nil: undefined, freq: 3 }),
    oidc: fc.option(oidc, { nil: undefined }),
  })
  .chain(({ shop, labs, okta, entra, oidc: database }) => {
    const providers = [okta, entra, database].filter((provider) => provider !== undefined);
    const names = providers.map(({ name }) => name);
    return fc
      .tuple(connection(shopId, names), fc.option(connection(labsId, names), { nil: undefined, freq: 5 }), switches)
      .map(([one, other, chosen]) => ({
        switches: chosen,
        shop,
        labs,
        identityProviders: providers,
        connections: [one, other].filter((each) => each !== undefined),
      }));
  });

export function worldOf({
  shop,
  labs,
  identityProviders,
  connections,
  switches: chosen,
}: RandomWorld): Record<string, unknown> {
  return {
    atlas: {
      organizations: [
        { ...shop, id: shopId },
        { ...labs, id: labsId },
      ],
      federations: [
        { id: '5e0000000000000000000001', domains, identityProviders, connectedOrganizations: connections },
      ],
    },
    // Rate limits have tests of their own.
    switches: { atlasInvitationsPerMinute: 0, ...chosen },
  };
}

const policy = fc.constantFrom('report', 'keep', 'remove', { policy: 'remove', includeProvisioned: true });

/** Alice stays an owner, so that not every other plan trips the guard of the last one. */
const memberOf = (email: string): fc.Arbitrary<object> =>
  email === everybody[0]
    ? fc.constantFrom({}, { roles: ['ORG_OWNER'] })
    : fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        { weight: 3, arbitrary: fc.record({ roles: orgRoles }) },
        { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
      );

const wantedMapping = fc.oneof(
  { weight: 4, arbitrary: fc.record({ roles: orgRoles, projects }, { requiredKeys: ['roles'] }) },
  { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
);

const authentication = fc.record(
  {
    identityProvider: fc.constantFrom('okta', 'okta', 'entra', 'none'),
    dataAccessIdentityProviders: fc.subarray(['oidc', 'fresh-oidc'], { maxLength: 1 }),
    jit: fc.constantFrom('enabled', 'none'),
    defaultRoles: fc.oneof(fc.constant([]), orgRoles),
    allowedDomains: fc.oneof(fc.constant('any'), fc.subarray([...domains, 'partner.example'], { minLength: 1 })),
    roleMappings: fc.dictionary(fc.constantFrom(...groups), wantedMapping, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: [] },
);

const settings = fc.record(
  {
    name: fc.constantFrom('Acme', 'Acme Shop'),
    multiFactorAuthRequired: fc.boolean(),
    maxServiceAccountSecretValidityInHours: fc.constantFrom(100, 8760),
    securityContact: fc.constantFrom('none', 'sec@acme.com'),
  },
  { requiredKeys: [] },
);

/** Made to fit the world often enough: nobody unknown in a team, nobody both absent and in one. */
function organizationConfig(world: RandomOrganization): fc.Arbitrary<Fields> {
  return fc
    .record({
      settings: fc.option(settings, { nil: undefined }),
      authentication: fc.option(authentication, { nil: undefined, freq: 4 }),
      members: fc.option(
        fc
          .subarray([...everybody, ...strangers])
          .map((names) => [...new Set([...everybody.slice(0, 1), ...names])])
          .chain((names) => fc.tuple(...names.map((name) => memberOf(name).map((value) => [name, value] as const)))),
        { nil: undefined, freq: 4 },
      ),
      unlisted: fc.record(
        { members: policy, teams: policy, teamMembers: policy, roleMappings: policy },
        { requiredKeys: [] },
      ),
    })
    .chain((base) => {
      const listed = new Map<string, object>(base.members ?? []);
      const isAbsent = (email: string): boolean => 'state' in (listed.get(email) ?? {});
      const live = world.users
        .filter(({ status }) => status === 'ACTIVE' || status === 'PENDING')
        .map(({ email }) => email);
      const removes =
        base.members !== undefined && base.unlisted.members !== 'report' && base.unlisted.members !== 'keep';
      const candidates = [...new Set([...listed.keys(), ...(removes ? [] : live)])].filter((email) => !isAbsent(email));
      const team = fc.oneof(
        {
          weight: 5,
          arbitrary: fc.record({ members: fc.subarray(candidates, { minLength: 1 }), projects }, { requiredKeys: [] }),
        },
        { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
      );
      const teams = fc
        .record({ names: fc.subarray([...teamNames, ...newTeamNames]), renames: fc.boolean() })
        .chain(({ names, renames }) =>
          fc.tuple(...names.map((name) => team.map((value) => [name, value] as const))).map((entries) => {
            const free = world.teams.map(({ name }) => name).find((name) => !names.includes(name));
            const target = entries.find(([name, value]) => newTeamNames.includes(name) && !('state' in value))?.[0];
            return Object.fromEntries(
              entries
                // A team that is new needs somebody in it.
                .filter(
                  ([name, value]) =>
                    'state' in value || 'members' in value || world.teams.some((one) => one.name === name),
                )
                .map(([name, value]) => [
                  name,
                  renames && free !== undefined && name === target ? { ...value, previously: [free] } : value,
                ]),
            );
          }),
        );
      return fc.option(teams, { nil: undefined, freq: 4 }).map((wanted) => ({
        ...(base.settings !== undefined && { settings: base.settings }),
        ...(base.authentication !== undefined && { authentication: base.authentication }),
        ...(base.members !== undefined && { members: Object.fromEntries(base.members) }),
        ...(wanted !== undefined && { teams: wanted }),
        unlisted: base.unlisted,
        // Guards have tests of their own; here they would only stop what is to be looked at.
        guards: {
          maxRemovals: Object.fromEntries(
            ['members', 'teamMembers', 'teams', 'roles', 'roleMappings', 'owners'].map((scope) => [
              scope,
              { percent: 100, atLeast: 1000 },
            ]),
          ),
        },
      }));
    });
}

const samlConfig = fc.record(
  {
    ssoDebug: fc.boolean(),
    active: fc.boolean(),
    issuerUri: fc.constantFrom('https://idp.example/1', 'https://idp.example/2'),
  },
  { requiredKeys: [] },
);
const oidcConfig = fc.record({
  issuerUri: fc.constant('https://idp.example'),
  audience: fc.constantFrom('one', 'two'),
  authorizationType: fc.constant('USER'),
  userClaim: fc.constant('sub'),
});

const identityProviderConfig = fc
  .record({
    okta: samlConfig,
    entra: samlConfig,
    oidc: oidcConfig,
    fresh: oidcConfig,
    oktaDomains: fc.option(fc.subarray([...domains, 'unverified.example']), { nil: undefined }),
  })
  .map(({ okta, entra, oidc: database, fresh, oktaDomains }) => ({
    okta: { ...(oktaDomains !== undefined && { domains: oktaDomains }), atlas: { anchor: 'acme-shop', ...okta } },
    entra: { atlas: { anchor: 'acme-shop', ...entra } },
    oidc: { atlas: { anchor: 'acme-shop', protocol: 'oidc', ...database } },
    'fresh-oidc': { atlas: { anchor: 'acme-shop', protocol: 'oidc', ...fresh } },
  }));

export interface RandomConfig {
  readonly shop: Fields;
  readonly labs: Fields | undefined;
  readonly identityProviders: Fields;
}

/**
 * Who counts as provisioned in one organization depends on what another one's YAML does to the identity provider, and so
 * on what an interrupted apply had done already. Where people are removed for being unlisted, that must not decide.
 */
function decided(labs: Fields): Fields {
  const unlisted = labs['unlisted'] as Fields;
  return unlisted['members'] === 'remove'
    ? { ...labs, unlisted: { ...unlisted, members: { policy: 'remove', includeProvisioned: true } } }
    : labs;
}

export const scenario = randomWorld.chain((world) =>
  fc.tuple(
    fc.constant(world),
    fc
      .record({
        shop: organizationConfig(world.shop),
        labs: fc.option(organizationConfig(world.labs), { nil: undefined, freq: 2 }),
        identityProviders: identityProviderConfig,
      })
      .map(({ labs, ...rest }) => ({ ...rest, labs: labs === undefined ? undefined : decided(labs) })),
  ),
);
