/** A small SCIM directory with a bit of everything, live and in YAML, for the contract's cases to change. */

export const servicePath = '/scim/v2/corp';
const baseUrl = `http://127.0.0.1:9${servicePath}`;

type Settings = Record<string, unknown>;

/** Lists in the world, maps in the YAML, as the two formats have them. */
export interface ScimBase {
  readonly world: {
    capabilities: Settings;
    users: (Settings & { userName: string })[];
    groups: (Settings & { displayName: string; members: string[] })[];
  };
  readonly yaml: {
    removePeople: 'deactivate' | 'delete';
    members: Record<string, Settings>;
    teams: Record<string, Settings>;
    unlisted: Settings;
  };
}

const everythingGoes = { policy: 'remove', includeProvisioned: true };
const anyNumber = { percent: 100, atLeast: 1000 };

export function scimBase(): ScimBase {
  return {
    world: {
      capabilities: {},
      users: [
        {
          userName: 'alice@acme.com',
          displayName: 'Alice Ng',
          name: { givenName: 'Alice', familyName: 'Ng' },
          emails: [{ value: 'alice@acme.com', type: 'work', primary: true }],
        },
        { userName: 'Bob@Acme.com', displayName: 'Bob' },
        { userName: 'carol@acme.com', externalId: 'okta-carol' },
        { userName: 'svc-backup', active: false },
      ],
      groups: [
        { displayName: 'data-eng', members: ['alice@acme.com', 'bob@acme.com'] },
        { displayName: 'ops', externalId: 'okta-ops', members: ['carol@acme.com'] },
      ],
    },
    yaml: {
      removePeople: 'delete',
      members: {
        'alice@acme.com': {
          displayName: 'Alice Ng',
          name: { givenName: 'Alice', familyName: 'Ng' },
          emails: ['alice@acme.com'],
        },
        'bob@acme.com': {},
        'carol@acme.com': {},
        'svc-backup': { active: false },
      },
      teams: {
        'data-eng': { members: ['alice@acme.com', 'bob@acme.com'] },
        ops: { members: ['carol@acme.com'] },
      },
      unlisted: { members: everythingGoes, teams: everythingGoes, teamMembers: everythingGoes },
    },
  };
}

export function scimWorld({ world }: ScimBase): unknown {
  return { scim: [{ path: servicePath, ...world }] };
}

export function scimConfig({ yaml }: ScimBase): object {
  return {
    orgwright: 1,
    providers: { corp: { type: 'scim', baseUrl, token: { env: 'SCIM_TOKEN' } } },
    organizations: {
      corp: {
        type: 'scim',
        ...yaml,
        // Guards have tests of their own; here they would only stand in the way.
        guards: {
          maxRemovals: Object.fromEntries(['members', 'teamMembers', 'teams'].map((scope) => [scope, anyNumber])),
        },
      },
    },
  };
}
