/** Random directories behind a SCIM service of random abilities, and random configurations for them; small, so that they collide. */
import fc from 'fast-check';

export const basePath = '/scim/v2/corp';

/** As the test bed's clients reach the sandbox. */
export const baseUrl = `http://127.0.0.1:9${basePath}`;

export type Fields = Readonly<Record<string, unknown>>;

export interface WorldUser {
  readonly userName: string;
  readonly displayName?: string;
  readonly active: boolean;
  readonly externalId?: string;
}

export interface WorldGroup {
  readonly displayName: string;
  readonly externalId?: string;
  readonly members: readonly string[];
}

export interface Directory {
  readonly users: readonly WorldUser[];
  readonly groups: readonly WorldGroup[];
}

/** What services differ in; each is a service that there is. */
export const services: Readonly<Record<string, Fields>> = {
  patch: {},
  'PUT only': { patch: false },
  Bulk: { bulk: true },
  'small Bulk': { bulk: true, bulkMaxOperations: 2 },
  'no filters': { filter: false },
  'hidden members': { hideMembers: true },
  'small pages': { maxResults: 2 },
  cursor: { cursor: true, maxResults: 3 },
  'texts for booleans': { stringBooleans: true, patch: false },
  'sparse about itself': { serviceProviderConfig: 'sparse', bulk: true },
  'silent about itself': { serviceProviderConfig: 'absent' },
  'few at a time': { chunkLimit: 2 },
};

const people = ['alice@acme.com', 'bob@acme.com', 'Carol@Acme.com', 'dave@acme.com', 'svc-Backup', 'erin@acme.com'];
const newcomers = ['frank@acme.com', 'svc-new', 'gina@acme.com'];
const groupNames = ['data-eng', 'Ops', 'finance'];
const newGroups = ['ml', 'research'];
const names = fc.constantFrom('Alice Ng', 'Bob', 'O’Brien "Q" <x>', 'ünï');

const user = (userName: string): fc.Arbitrary<WorldUser> =>
  fc.record(
    {
      userName: fc.constant(userName),
      displayName: names,
      active: fc.boolean().map((isActive) => isActive || userName.startsWith('a')),
      externalId: fc.constantFrom('okta-1', 'okta-2'),
    },
    { requiredKeys: ['userName', 'active'] },
  );

export const directory: fc.Arbitrary<Directory> = fc
  .subarray(people, { minLength: 1 })
  .chain((present) => fc.tuple(...present.map(user)))
  .chain((users) =>
    fc
      .subarray(groupNames)
      .chain((present) =>
        fc.tuple(
          ...present.map((displayName) =>
            fc.record(
              {
                displayName: fc.constant(displayName),
                externalId: fc.constant(`okta-${displayName}`),
                members: fc.subarray(users.map(({ userName }) => userName)),
              },
              { requiredKeys: ['displayName', 'members'] },
            ),
          ),
        ),
      )
      .map((groups) => ({ users, groups })),
  );

const policy = fc.constantFrom('report', 'keep', 'remove', { policy: 'remove', includeProvisioned: true });

const member: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ state: 'absent' }) },
  {
    weight: 5,
    arbitrary: fc.record(
      {
        displayName: names,
        active: fc.boolean(),
        externalId: fc.constantFrom('okta-1', 'ours'),
        name: fc.record({ givenName: names, familyName: names }, { requiredKeys: [] }),
        emails: fc.constantFrom(['a@acme.com'], ['b@acme.com', 'c@acme.com']),
      },
      { requiredKeys: [] },
    ),
  },
);

/** Everybody whom a team names is in `members`, so that no configuration is refused for that alone. */
const organization: fc.Arbitrary<Fields> = fc
  .subarray([...people, ...newcomers])
  .chain((listed) => fc.tuple(...listed.map((name) => fc.tuple(fc.constant(name), member))))
  .chain((members) => {
    const present = members.filter(([, { state }]) => state !== 'absent').map(([name]) => name);
    const team = (name: string): fc.Arbitrary<[string, Fields]> =>
      fc
        .oneof(
          { weight: 1, arbitrary: fc.constant<Fields>({ state: 'absent' }) },
          {
            weight: 5,
            arbitrary: fc.record<Fields>({
              members: fc.subarray(present),
            }),
          },
          { weight: 1, arbitrary: fc.constant<Fields>({}) },
        )
        .map((settings) => [name, settings]);
    return fc
      .record({
        teams: fc.subarray([...groupNames, ...newGroups]).chain((given) => fc.tuple(...given.map(team))),
        hasMembers: fc.boolean().map((has) => has || members.length > 0),
        isRenaming: fc.boolean(),
        removePeople: fc.constantFrom('deactivate', 'delete'),
        unlisted: fc.record({ members: policy, teams: policy, teamMembers: policy }, { requiredKeys: [] }),
      })
      .map(({ teams, hasMembers, isRenaming, removePeople, unlisted }) => ({
        removePeople,
        ...(hasMembers && { members: Object.fromEntries(members) }),
        ...(teams.length > 0 && { teams: Object.fromEntries(isRenaming ? renamed(teams) : teams) }),
        unlisted,
      }));
  });

/** A new group that was one of the old: where both are live, orgwright must not guess. */
function renamed(teams: readonly [string, Fields][]): [string, Fields][] {
  const old = groupNames.find((name) => !teams.some(([each]) => each === name));
  return teams.map(([name, team]) =>
    name === 'ml' && old !== undefined && team['state'] === undefined
      ? [name, { ...team, previously: [old] }]
      : [name, team],
  );
}

const anyNumber = { percent: 100, atLeast: 1000 };

export function configOf(settings: Fields): object {
  return {
    orgwright: 1,
    providers: { corp: { type: 'scim', baseUrl, token: { env: 'SCIM_TOKEN' } } },
    organizations: {
      corp: {
        type: 'scim',
        ...settings,
        guards: { maxRemovals: { members: anyNumber, teamMembers: anyNumber, teams: anyNumber } },
      },
    },
  };
}

export function worldOf({ users, groups }: Directory, capabilities: Fields): object {
  return { scim: [{ path: basePath, capabilities, users, groups }] };
}

export interface Scenario {
  readonly service: string;
  readonly world: object;
  readonly directory: Directory;
  readonly config: object;
  readonly settings: Fields;
}

export function scenarios(among: readonly string[] = Object.keys(services)): fc.Arbitrary<Scenario> {
  return fc
    .record({ service: fc.constantFrom(...among), live: directory, settings: organization })
    .map(({ service, live, settings }) => ({
      service,
      directory: live,
      world: worldOf(live, services[service] ?? {}),
      settings,
      config: configOf(settings),
    }));
}
