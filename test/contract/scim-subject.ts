/** What the provider contract must know of a SCIM 2.0 directory, whoever serves it. */
import { scimBase, scimConfig, scimWorld, servicePath, type ScimBase } from './scim-base.js';
import type { Fields, ProviderSubject, SandboxObject } from './subject.js';

export const scimSubject: ProviderSubject<ScimBase> = {
  type: 'scim',
  organization: 'corp',
  base: scimBase,
  world: scimWorld,
  config: scimConfig,
  objects: objectsOf,
  shorten: (method, path) =>
    `${method} ${path}`
      .replace(`${servicePath}/`, '')
      .replace(/(Users|Groups)\/[^/?]+/, '$1/*')
      .trim(),
  secrets: ({ sandbox }) => [sandbox.credentials['SCIM_TOKEN'] ?? ''],

  changes: {
    // People: one POST, or one PATCH with everything that differs.
    'member: create': {
      name: 'dave@acme.com',
      edit: ({ yaml }) => (yaml.members['dave@acme.com'] = { displayName: 'Dave', name: { familyName: 'Dee' } }),
      writes: ['POST Users'],
      has: { userName: 'dave@acme.com', active: true, displayName: 'Dave', givenName: undefined, familyName: 'Dee' },
    },
    'member: update active': {
      name: 'svc-backup',
      edit: ({ yaml }) => (yaml.members['svc-backup'] = {}),
      writes: ['PATCH Users/*'],
      has: { active: true },
    },
    'member: update displayName': {
      name: 'bob@acme.com',
      edit: ({ yaml }) => (yaml.members['bob@acme.com'] = { displayName: 'Bob Stone' }),
      writes: ['PATCH Users/*'],
      has: { displayName: 'Bob Stone', userName: 'Bob@Acme.com' },
    },
    'member: update externalId': {
      name: 'bob@acme.com',
      edit: ({ yaml }) => (yaml.members['bob@acme.com'] = { externalId: 'hr-17' }),
      writes: ['PATCH Users/*'],
      has: { externalId: 'hr-17', displayName: 'Bob' },
    },
    'member: update emails': {
      name: 'alice@acme.com',
      edit: ({ yaml }) => (yaml.members['alice@acme.com'] = { emails: ['alice@acme.com', 'ng@acme.com'] }),
      writes: ['PATCH Users/*'],
      has: { emails: ['alice@acme.com work primary', 'ng@acme.com work'], givenName: 'Alice' },
    },
    'member: update name': {
      name: 'alice@acme.com',
      edit: ({ yaml }) => (yaml.members['alice@acme.com'] = { name: { familyName: 'Nguyen' } }),
      writes: ['PATCH Users/*'],
      has: { givenName: 'Alice', familyName: 'Nguyen', displayName: 'Alice Ng' },
    },
    'member: delete': {
      name: 'zoe@acme.com',
      edit: ({ world, yaml }) => {
        world.users.push({ userName: 'zoe@acme.com' });
        world.groups[0]?.members.push('zoe@acme.com');
        yaml.members['zoe@acme.com'] = { state: 'absent' };
      },
      writes: ['DELETE Users/*'],
    },

    // Groups: one POST with the members, then one PATCH however many members change.
    'team: create': {
      name: 'ml',
      edit: ({ yaml }) => (yaml.teams['ml'] = { members: ['alice@acme.com', 'carol@acme.com'] }),
      writes: ['POST Groups'],
      has: { members: ['alice@acme.com', 'carol@acme.com'] },
    },
    'team: update externalId': {
      name: 'data-eng',
      edit: ({ yaml }) => (yaml.teams['data-eng'] = { externalId: 'hr-eng' }),
      writes: ['PATCH Groups/*'],
      has: { externalId: 'hr-eng', members: ['Bob@Acme.com', 'alice@acme.com'] },
    },
    'team: update members': {
      name: 'data-eng',
      edit: ({ yaml }) => (yaml.teams['data-eng'] = { members: ['carol@acme.com', 'alice@acme.com'] }),
      writes: ['PATCH Groups/*'],
      has: { members: ['alice@acme.com', 'carol@acme.com'] },
    },
    'team: rename': {
      name: 'operations',
      was: 'ops',
      edit: ({ yaml }) => {
        yaml.teams['operations'] = { ...yaml.teams['ops'], previously: ['ops'] };
        delete yaml.teams['ops'];
      },
      writes: ['PATCH Groups/*'],
      has: { externalId: 'okta-ops', members: ['carol@acme.com'] },
    },
    'team: delete': {
      name: 'old',
      edit: ({ world }) => world.groups.push({ displayName: 'old', members: ['alice@acme.com'] }),
      writes: ['DELETE Groups/*'],
    },
  },

  lists: [
    {
      path: 'Users',
      items: 'Resources',
      total: 'totalResults',
      decides: /POST Users/,
      refused: 'error',
      failing: 'partial',
    },
    {
      path: 'Groups',
      items: 'Resources',
      total: 'totalResults',
      decides: /Groups/,
      refused: 'partial',
      failing: 'partial',
    },
  ],

  sameMeaning: {
    'a service without PATCH': ({ world }) => (world.capabilities['patch'] = false),
    'a service with Bulk': ({ world }) => (world.capabilities['bulk'] = true),
    'a service without filters': ({ world }) => (world.capabilities['filter'] = false),
    'a service that pages by cursor': ({ world }) => (world.capabilities['paging'] = 'cursor'),
    'texts in the place of booleans': ({ world }) => (world.capabilities['stringBooleans'] = true),
    'user names in lower case': ({ world }) => (world.capabilities['lowerCaseUserNames'] = true),
    'a service that hides members': ({ world }) => (world.capabilities['hideMembers'] = true),
    'no ServiceProviderConfig': ({ world }) => (world.capabilities['serviceProviderConfig'] = 'absent'),
    'half a ServiceProviderConfig': ({ world }) => (world.capabilities['serviceProviderConfig'] = 'sparse'),
    'a group in another case': ({ world }) => {
      for (const group of world.groups) group.displayName = group.displayName.toUpperCase();
    },
    'people who are active whatever the YAML leaves out': ({ yaml }) =>
      (yaml.members['bob@acme.com'] = { active: true }),
  },

  limits: [],

  liveNames: {
    'a user': {
      add: ({ world }, name) => world.users.push({ userName: name }),
      then: 'removed',
    },
    'a group': {
      add: ({ world }, name) => world.groups.push({ displayName: name, members: ['alice@acme.com'] }),
      then: 'removed',
    },
    'a display name': {
      add: ({ world, yaml }, name) => {
        world.users.push({ userName: 'x@acme.com', displayName: name });
        yaml.members['x@acme.com'] = { externalId: 'hr-x' };
      },
      then: 'kept',
      holds: ({ displayName }, name) => displayName === name,
    },
  },

  skip: [
    { reason: 'a person is known by the user name', cases: ['member: rename'] },
    {
      reason: 'a service need not count (RFC 9865, section 2): what it does not count is read until a page is empty',
      cases: ['Users answers no total', 'Groups answers no total'],
    },
    {
      reason: 'read all the same',
      cases: ['Users answers a total that is a text', 'Groups answers a total that is a text'],
    },
  ],
};

function objectsOf(state: unknown): readonly SandboxObject[] {
  const service = fieldsOf(fieldsOf(fieldsOf(state)['scim'])[servicePath]);
  return [
    ...Object.entries(fieldsOf(service['users'])).map(([name, value]): SandboxObject => {
      const {
        id,
        created: _created,
        lastModified: _modified,
        version: _version,
        name: names,
        ...rest
      } = fieldsOf(value);
      const { givenName, familyName } = fieldsOf(names);
      const emails = Array.isArray(rest['emails']) ? (rest['emails'] as readonly Fields[]) : [];
      return {
        ...rest,
        givenName,
        familyName,
        emails: emails.map(({ value: address, type, primary }) =>
          [address, type, ...(primary === true ? ['primary'] : [])].join(' '),
        ),
        kind: 'member',
        name,
        id: String(id),
      };
    }),
    ...Object.entries(fieldsOf(service['groups'])).map(([name, value]): SandboxObject => {
      const { id, created: _created, lastModified: _modified, version: _version, ...rest } = fieldsOf(value);
      return { ...rest, kind: 'team', name, id: String(id) };
    }),
  ];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
