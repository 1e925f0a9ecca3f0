/** Random worlds and random configurations for one Astro organization; small on purpose, so that they collide. */
import fc from 'fast-check';

export const everybody = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'].map(
  (name) => `${name}@acme.com`,
);
const strangers = ['ivan@acme.com', 'judy@partner.io'];
const teamNames = ['alpha', 'beta', 'gamma', 'delta'];
const newTeamNames = ['epsilon', 'zeta'];

const organizationRole = fc.constantFrom('ORGANIZATION_OWNER', 'ORGANIZATION_BILLING_ADMIN', 'ORGANIZATION_MEMBER');
const workspaceRole = fc.constantFrom('WORKSPACE_OWNER', 'WORKSPACE_AUTHOR', 'WORKSPACE_MEMBER');

const analytics = fc.oneof(
  workspaceRole,
  fc.record({
    role: workspaceRole,
    deployments: fc.constantFrom({}, { etl: 'DEPLOYMENT_ADMIN' }, { etl: 'DEPLOYMENT_ACCESSOR' }),
  }),
);
const workspaces = fc.record({ Analytics: analytics, Research: workspaceRole }, { requiredKeys: [] });

const loginMethods = fc.subarray(['password', 'google', 'github', 'sso'], { minLength: 1 });

export interface WorldUser {
  readonly email: string;
  readonly status: string;
}

const user = (email: string): fc.Arbitrary<WorldUser> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        email: fc.constant(email),
        status: fc.constant('ACTIVE'),
        role: organizationRole,
        workspaces,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        email: fc.constant(email),
        status: fc.constant('PENDING'),
        role: organizationRole,
        invite: fc.constantFrom({ expiresInDays: 5 }, { expiresInDays: -2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        email: fc.constant(email),
        status: fc.constant('INACTIVE'),
        role: fc.constant('ORGANIZATION_MEMBER'),
      }),
    },
  );

const users = fc
  .tuple(fc.subarray(everybody.slice(2)))
  .chain(([present]) => fc.tuple(...present.map(user)))
  .map((others) => [
    // Two owners, so that Astro's own rule about the last one leaves room.
    ...everybody.slice(0, 2).map((email) => ({ email, status: 'ACTIVE', role: 'ORGANIZATION_OWNER', workspaces: {} })),
    ...others,
  ]);

const domainWorld = fc.record({
  name: fc.constantFrom('acme.com', 'labs.io'),
  status: fc.constantFrom('VERIFIED', 'VERIFIED', 'VERIFIED', 'PENDING'),
  enforcedLogins: loginMethods,
});

export interface RandomWorld {
  readonly coreApi: boolean;
  readonly scimEnabled: boolean;
  readonly users: readonly WorldUser[];
  readonly teams: readonly { readonly name: string }[];
  readonly domains: readonly { readonly name: string; readonly status: string }[];
  readonly [key: string]: unknown;
}

/** What `acmeWorld` takes. */
export const randomWorld: fc.Arbitrary<RandomWorld> = users.chain((people) => {
  const active = people.filter(({ status }) => status === 'ACTIVE').map(({ email }) => email);
  return fc
    .record({
      coreApi: fc.constantFrom(true, true, true, false),
      scimEnabled: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      teams: fc.subarray(teamNames).chain((names) =>
        fc.tuple(
          ...names.map((name) =>
            fc.record({
              name: fc.constant(name),
              description: fc.constantFrom('', 'a team'),
              role: organizationRole,
              workspaces,
              members: fc.subarray(active),
              isIdpManaged: fc.oneof(
                { weight: 6, arbitrary: fc.constant(false) },
                { weight: 1, arbitrary: fc.constant(true) },
              ),
            }),
          ),
        ),
      ),
      domains: fc.uniqueArray(domainWorld, { selector: ({ name }) => name, minLength: 1, maxLength: 2 }),
      connected: fc.boolean(),
      enabled: fc.boolean(),
      jit: fc.option(fc.constant({ role: 'ORGANIZATION_MEMBER' }), { nil: undefined }),
      bypassKey: fc.option(fc.constantFrom({ ageDays: 5 }, { ageDays: 200 }), { nil: undefined }),
    })
    .map(({ connected, enabled, jit, bypassKey, ...world }) => ({
      ...world,
      users: people,
      ...(bypassKey !== undefined && { bypassKey }),
      ssoConnections: world.domains
        .filter(({ status }) => connected && status === 'VERIFIED')
        .map(({ name }) => ({
          name: `okta-${name}`,
          domains: [name],
          strategy: 'samlp',
          enabled,
          ...(jit !== undefined && { jit }),
        })),
    }));
});

const memberSettings = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ role: organizationRole, workspaces }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
);

/** Alice stays an owner, so that not every other plan trips the guard of the last one. */
function settingsOf(email: string): fc.Arbitrary<object> {
  return email === everybody[0] ? fc.constantFrom({}, { role: 'ORGANIZATION_OWNER' }) : memberSettings;
}

const policy = fc.constantFrom('report', 'keep', 'remove', { policy: 'remove', includeProvisioned: true });

const sso = fc.oneof(
  fc.constant('none'),
  fc.record(
    {
      identityProvider: fc.constantFrom('okta', 'entra'),
      active: fc.boolean(),
      jit: fc.constantFrom(
        'none',
        { role: 'ORGANIZATION_MEMBER' },
        { role: 'ORGANIZATION_MEMBER', workspaces: { Research: 'WORKSPACE_MEMBER' } },
      ),
    },
    { requiredKeys: ['identityProvider'] },
  ),
);

const domainSettings = fc.oneof(
  { weight: 5, arbitrary: fc.record({ allowedMethods: loginMethods, sso }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.constant({ state: 'absent', sso: 'none' }) },
);

/** What `acmeConfig` takes, made to fit the world often enough: nobody unknown in a team, nobody both absent and in one. */
export function randomConfig(world: RandomWorld): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      settings: fc.record(
        { name: fc.constantFrom('Acme Data', 'Acme'), billingEmail: fc.constant('money@acme.com') },
        { requiredKeys: [] },
      ),
      scim: fc.option(fc.record({ enabled: fc.boolean() }), { nil: undefined, freq: 2 }),
      members: fc.option(
        fc
          .subarray([...everybody, ...strangers])
          .map((names) => [...new Set([...everybody.slice(0, 1), ...names])])
          .chain((names) => fc.tuple(...names.map((name) => settingsOf(name).map((value) => [name, value] as const)))),
        { nil: undefined, freq: 4 },
      ),
      domains: fc.option(
        fc.dictionary(fc.constantFrom('acme.com', 'labs.io', 'acme.com', 'labs.io', 'fresh.io'), domainSettings, {
          minKeys: 1,
          maxKeys: 2,
        }),
        { nil: undefined },
      ),
      bypassLink: fc.option(
        fc.constantFrom({ state: 'present' }, { state: 'present', rotateAfter: '90d' }, { state: 'absent' }),
        { nil: undefined },
      ),
      unlisted: fc.record(
        { members: policy, teams: policy, teamMembers: policy, domains: fc.constantFrom('report', 'keep') },
        { requiredKeys: [] },
      ),
    })
    .chain((base) => {
      const listed = new Map(base.members ?? []);
      const absent = (email: string): boolean =>
        (listed.get(email) as { state?: string } | undefined)?.state === 'absent';
      const live = world.users.filter(({ status }) => status !== 'INACTIVE').map(({ email }) => email);
      const removesUnlisted =
        base.members !== undefined && base.unlisted.members !== 'report' && base.unlisted.members !== 'keep';
      const candidates = [...new Set([...listed.keys(), ...(removesUnlisted ? [] : live)])].filter(
        (email) => !absent(email),
      );
      const team = (name: string): fc.Arbitrary<readonly [string, object]> =>
        fc
          .oneof(
            {
              weight: 5,
              arbitrary: fc.record(
                {
                  description: fc.constantFrom('', 'a team', 'another'),
                  role: organizationRole,
                  workspaces,
                  members: fc.subarray(candidates),
                },
                { requiredKeys: [] },
              ),
            },
            { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
          )
          .map((settings) => [name, settings] as const);
      const teams = fc
        .record({
          names: fc.subarray([...teamNames, ...newTeamNames]),
          renames: fc.boolean(),
        })
        .chain(({ names, renames }) =>
          fc.tuple(...names.map(team)).map((entries) => {
            const present = world.teams.map(({ name }) => name).filter((name) => !names.includes(name));
            const [first] = present;
            const target = entries.find(([name, settings]) => newTeamNames.includes(name) && !('state' in settings));
            return entries.map(([name, settings]) =>
              renames && first !== undefined && name === target?.[0]
                ? [name, { ...settings, previously: [first] }]
                : [name, settings],
            );
          }),
        );
      return fc.option(teams, { nil: undefined, freq: 4 }).map((entries) => ({
        ...(Object.keys(base.settings).length > 0 && { settings: base.settings }),
        ...(base.scim !== undefined && { scim: base.scim }),
        ...(base.members !== undefined && { members: Object.fromEntries(base.members) }),
        ...(entries !== undefined && { teams: Object.fromEntries(entries as [string, object][]) }),
        ...((base.domains !== undefined || base.bypassLink !== undefined) && {
          authentication: {
            ...(base.domains !== undefined && { domains: base.domains }),
            ...(base.bypassLink !== undefined && { bypassLink: base.bypassLink }),
          },
        }),
        unlisted: base.unlisted,
        // Guards have tests of their own; here they would only stop what is to be looked at.
        guards: {
          maxRemovals: Object.fromEntries(
            ['members', 'teamMembers', 'teams', 'roles', 'domains', 'owners'].map((scope) => [
              scope,
              { percent: 100, atLeast: 1000 },
            ]),
          ),
        },
      }));
    });
}

export const identityProviders = {
  okta: {
    astro: { strategy: 'saml', signInUrl: 'https://acme.okta.com/sso', signOutUrl: 'https://acme.okta.com/slo' },
  },
  entra: {
    astro: {
      strategy: 'entra',
      clientId: 'client',
      clientSecret: { env: 'AZURE_SECRET' },
      domainName: 'acme.onmicrosoft.com',
    },
  },
};

export const scenario = randomWorld.chain((world) => fc.tuple(fc.constant(world), randomConfig(world)));
