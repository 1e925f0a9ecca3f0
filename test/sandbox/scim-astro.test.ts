/** The SCIM endpoint of an Astro organization: who may use it, and what Astro's own API shows of what it does. */
import { describe, expect, it } from 'vitest';
import { group, scimClient, urn, user, type Json, type Scim } from './scim-support.js';
import { acme, clientOf, organizationState, other, pick, start, v1, world, type Client } from './support.js';

const base = `/scim/v2/${acme}`;
const tokens = [
  { token: 'owner', organizations: [acme], role: 'ORGANIZATION_OWNER' },
  { token: 'billing', organizations: [acme], role: 'ORGANIZATION_BILLING_ADMIN' },
  { token: 'elsewhere', organizations: [other], role: 'ORGANIZATION_OWNER' },
  { token: 'person', organizations: [acme], user: 'alice@acme.com' },
];

const astro = async (switches: Json = {}, organization: Json = {}): Promise<Scim> => {
  const client = await start(world({ scimEnabled: true, ...organization }, { tokens, switches }));
  return scimClient(client, base, 'owner');
};
const userState = async ({ client }: Scim, email: string): Promise<unknown> =>
  pick(await organizationState(client), 'users', email);
const teamState = async ({ client }: Scim, name: string): Promise<unknown> =>
  pick(await organizationState(client), 'teams', name);
const active = (value: boolean): unknown[] => [{ op: 'replace', value: { active: value } }];

describe('who may provision', () => {
  it.each([
    ['owner', 200],
    ['billing', 403],
    ['elsewhere', 403],
    ['person', 403],
    ['scim-development', 401],
    ['', 401],
  ])('%s: %i', async (token, status) => {
    const { client } = await astro();
    const answer = await scimClient(client, base, token).get('/Users');
    expect(answer.status).toBe(status);
    if (status !== 200) {
      expect(answer.body).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(status),
      });
    }
    expect(answer.headers.get('www-authenticate') !== null).toBe(status === 401);
  });

  it('the development token too, but none of Astro at a standalone service', async () => {
    const client = await start({ ...world({ scimEnabled: true }), scim: [{ path: '/scim/v2/corp' }] });
    const token = client.sandbox.credentials['ASTRO_API_TOKEN'] ?? '';
    expect((await scimClient(client, base, token).get('/Groups')).status).toBe(200);
    expect((await scimClient(client, '/scim/v2/corp', token).get('/Groups')).status).toBe(401);
  });

  it('nobody while the switch is off; an API token of the organization from when it is on', async () => {
    const client = await start(world({}, { tokens }));
    expect((await scimClient(client, base, 'owner').get('/Users')).body).toMatchObject({ status: '403' });
    await client.put('/_sandbox/switches', { scimOffStatus: 404 });
    expect((await scimClient(client, base, 'owner').get('/Users')).body).toMatchObject({ status: '404' });
    await client.post(v1, { name: 'Acme', billingEmail: 'b@acme.com', isScimEnabled: true });
    const made = await client.post(`${v1}/tokens`, {
      name: 'idp',
      role: 'ORGANIZATION_OWNER',
      scope: 'ORGANIZATION',
      type: undefined,
    });
    expect((await scimClient(client, base, String(made.body['token'])).get('/Users')).status).toBe(200);
  });

  it('of an organization that is there', async () => {
    const { client } = await astro();
    const token = client.sandbox.credentials['ASTRO_API_TOKEN'] ?? '';
    expect((await scimClient(client, '/scim/v2/none', token).get('/Users')).body).toMatchObject({ status: '404' });
    expect((await scimClient(client, '/scim/v2', token).get('/')).body).toMatchObject({ status: '404' });
  });
});

describe('users', () => {
  it('are the members: those that were there, described by what Astro knows', async () => {
    const scim = await astro();
    const { body } = await scim.get('/Users?count=100');
    const shown = (body['Resources'] as Json[]).map(({ userName, active: is }) => [userName, is]);
    expect(Object.fromEntries(shown)).toEqual({
      'alice@acme.com': true,
      'bob@acme.com': true,
      'carol@acme.com': true,
      'dave@else.com': true,
      'pia@acme.com': false,
    });
    expect((await scim.get(`/Users/${await scim.id('alice@acme.com')}`)).body).toMatchObject({
      schemas: [urn('User')],
      id: await scim.client.id('users', 'alice@acme.com'),
      displayName: 'Alice Ng',
      emails: [{ value: 'alice@acme.com', type: 'work', primary: true }],
      meta: { location: `http://127.0.0.1${base}/Users/${await scim.id('alice@acme.com')}` },
    });
  });

  it('that are created are active members of the identity provider', async () => {
    const scim = await astro();
    const sent = {
      externalId: 'okta-1',
      name: { givenName: 'Dora', familyName: 'Day' },
      emails: [{ value: 'dora@acme.com', type: 'work', primary: true }],
    };
    const made = await scim.post('/Users', user('Dora@acme.com', { ...sent, title: 'Dr', nickName: 'D', groups: [] }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ userName: 'Dora@acme.com', active: true, ...sent });
    for (const unstored of ['title', 'nickName', 'groups', 'displayName'])
      expect(made.body).not.toHaveProperty(unstored);
    const shown = await scim.client.get(`${v1}/users/${String(made.body['id'])}`);
    expect(shown.body).toMatchObject({
      username: 'Dora@acme.com',
      fullName: 'Dora Day',
      status: 'ACTIVE',
      organizationRole: 'ORGANIZATION_MEMBER',
    });
    expect(shown.body).not.toHaveProperty('scim');
    expect(await userState(scim, 'dora@acme.com')).toMatchObject({ isIdpManaged: true });
  });

  it.each([
    ['alice@acme.com', 409, 'uniqueness'],
    ['ALICE@acme.com', 409, 'uniqueness'],
    ['pia@acme.com', 409, 'uniqueness'],
    ['dora', 400, 'invalidValue'],
    ['dora at acme.com', 400, 'invalidValue'],
  ])('cannot be created as %s', async (userName, status, scimType) => {
    const scim = await astro();
    const before = await scim.client.state();
    expect((await scim.post('/Users', user(userName))).body).toMatchObject({ status: String(status), scimType });
    expect(await scim.client.state()).toEqual(before);
  });

  it('that are inactive or invited are taken over by a POST, by switch; an active one never', async () => {
    const scim = await astro({ scimCreateExisting: 'adopted' });
    const pia = await scim.id('pia@acme.com');
    const made = await scim.post('/Users', user('pia@acme.com', { displayName: 'Pia' }));
    expect([made.status, made.body['id']]).toEqual([201, pia]);
    expect(await userState(scim, 'pia@acme.com')).toMatchObject({
      status: 'ACTIVE',
      isIdpManaged: true,
      fullName: 'Pia',
    });
    expect(pick(await organizationState(scim.client), 'invites')).toEqual({});
    expect((await scim.post('/Users', user('pia@acme.com'))).status).toBe(409);
  });

  it('that are deactivated cannot log in, keep their teams, stay visible, and come back', async () => {
    const scim = await astro();
    const path = `/Users/${await scim.id('bob@acme.com')}`;
    const login = async (): Promise<unknown> =>
      (await scim.client.post('/_sandbox/login', { organization: acme, email: 'bob@acme.com', method: 'password' }))
        .body['allowed'];
    expect(await login()).toBe(true);
    expect((await scim.patch(path, active(false))).body).toMatchObject({ active: false });
    expect(await login()).toBe(false);
    expect(await userState(scim, 'bob@acme.com')).toMatchObject({ status: 'INACTIVE', isIdpManaged: true });
    expect(await teamState(scim, 'data-eng')).toMatchObject({ members: ['alice@acme.com', 'bob@acme.com'] });
    const found = await scim.get('/Users?filter=userName%20eq%20%22BOB@acme.com%22');
    expect(pick(found.body, 'Resources', 0, 'active')).toBe(false);
    expect((await scim.patch(path, active(true))).body).toMatchObject({ active: true });
    expect(await login()).toBe(true);
  });

  it('that are deactivated go, by switch, with their teams', async () => {
    const scim = await astro({ scimDeactivation: 'removed' });
    const path = `/Users/${await scim.id('bob@acme.com')}`;
    expect((await scim.patch(path, active(false))).body).toMatchObject({ active: false, userName: 'bob@acme.com' });
    expect((await scim.get(path)).status).toBe(404);
    expect(await teamState(scim, 'data-eng')).toMatchObject({ members: ['alice@acme.com'] });
  });

  it('that are deleted are gone, and free to be made again', async () => {
    const scim = await astro();
    const path = `/Users/${await scim.id('bob@acme.com')}`;
    expect((await scim.delete(path)).status).toBe(204);
    expect((await scim.delete(path)).status).toBe(404);
    expect((await scim.client.get(`${v1}${path.toLowerCase()}`)).status).toBe(404);
    expect(await teamState(scim, 'data-eng')).toMatchObject({ members: ['alice@acme.com'] });
    expect((await scim.post('/Users', user('bob@acme.com'))).status).toBe(201);
  });

  it('that were invited are let in by PATCH; a ban stays', async () => {
    const banned = { email: 'ban@acme.com', status: 'BANNED' };
    const scim = await astro(
      {},
      {
        users: [
          { email: 'alice@acme.com', role: 'ORGANIZATION_OWNER' },
          { email: 'pia@acme.com', status: 'PENDING' },
          banned,
        ],
        teams: [],
      },
    );
    expect((await scim.patch(`/Users/${await scim.id('pia@acme.com')}`, active(true))).body['active']).toBe(true);
    expect(await userState(scim, 'pia@acme.com')).toMatchObject({ status: 'ACTIVE' });
    const refused = await scim.patch(`/Users/${await scim.id('ban@acme.com')}`, active(true));
    expect(refused.body).toMatchObject({ status: '400', scimType: 'mutability' });
    expect(await userState(scim, 'ban@acme.com')).toMatchObject({ status: 'BANNED' });
  });

  it('can change their name and address and stay the same person', async () => {
    const scim = await astro();
    const path = `/Users/${await scim.id('bob@acme.com')}`;
    const changed = await scim.patch(path, [
      { op: 'replace', value: { userName: 'rob@acme.com', displayName: 'Rob' } },
    ]);
    expect(changed.body).toMatchObject({ userName: 'rob@acme.com', displayName: 'Rob' });
    expect(await userState(scim, 'rob@acme.com')).toMatchObject({
      fullName: 'Rob',
      workspaceRoles: { Analytics: 'WORKSPACE_AUTHOR' },
    });
    expect((await scim.patch(path, [{ op: 'replace', path: 'userName', value: 'alice@acme.com' }])).status).toBe(409);
    const again = await scim.post('/Users', user('bob@acme.com'));
    expect([again.status, again.body['id'] === path.slice(7)]).toEqual([201, false]);
  });

  it.each(['PATCH', 'PUT', 'DELETE'])('must leave an owner: %s is refused, unless by switch', async (method) => {
    const write = async (scim: Scim): Promise<number> => {
      const path = `/Users/${await scim.id('alice@acme.com')}`;
      if (method === 'PATCH') return (await scim.patch(path, active(false))).status;
      if (method === 'PUT') return (await scim.put(path, user('alice@acme.com', { active: false }))).status;
      return (await scim.delete(path)).status;
    };
    const scim = await astro();
    expect(await write(scim)).toBe(400);
    expect(await userState(scim, 'alice@acme.com')).toMatchObject({ status: 'ACTIVE', isIdpManaged: false });
    expect(await write(await astro({ scimLastOwner: 'allowed' }))).toBeLessThan(300);
  });
});

describe('groups', () => {
  const push = async (scim: Scim, name: string, ...emails: string[]): Promise<string> => {
    const ids = await Promise.all(emails.map((email) => scim.id(email)));
    const made = await scim.post('/Groups', group(name, ids, { externalId: 'entra-1' }));
    expect(made.status).toBe(201);
    return String(made.body['id']);
  };

  it('that are pushed are IdP-managed Teams, which nobody else can touch but for their roles', async () => {
    const scim = await astro();
    const id = await push(scim, 'platform', 'bob@acme.com');
    const { client } = scim;
    const path = `${v1}/teams/${id}`;
    expect((await client.get(path)).body).toMatchObject({
      name: 'platform',
      isIdpManaged: true,
      organizationRole: 'ORGANIZATION_MEMBER',
    });
    expect((await client.get(path)).body).not.toHaveProperty('scimExternalId');
    expect((await client.get(`${path}/members`)).body).toMatchObject({ teamMembers: [{ username: 'bob@acme.com' }] });
    const bob = await client.id('users', 'bob@acme.com');
    const refused = [
      await client.post(`${v1}/teams`, { name: 'mine' }),
      await client.post(`${path}/members`, { memberIds: [bob] }),
      await client.delete(`${path}/members/${bob}`),
      await client.post(path, { name: 'renamed' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect((await client.post(`${path}/roles`, { organizationRole: 'ORGANIZATION_BILLING_ADMIN' })).status).toBe(200);
  });

  it('are renamed, filled and emptied, and deleted', async () => {
    const scim = await astro();
    const path = `/Groups/${await push(scim, 'platform', 'bob@acme.com')}`;
    const carol = await scim.id('carol@acme.com');
    const patched = await scim.patch(path, [
      { op: 'replace', path: 'displayName', value: 'plat' },
      { op: 'remove', path: `members[value eq "${await scim.id('bob@acme.com')}"]` },
      { op: 'add', path: 'members', value: [{ value: carol, display: 'Carol' }] },
    ]);
    expect([patched.status, patched.body]).toEqual([204, {}]);
    expect(await teamState(scim, 'plat')).toMatchObject({ members: ['carol@acme.com'], scimExternalId: 'entra-1' });
    expect((await scim.get(path)).body).toMatchObject({
      externalId: 'entra-1',
      members: [{ value: carol, type: 'User' }],
    });
    expect((await scim.delete(path)).status).toBe(204);
    expect(await teamState(scim, 'plat')).toBeUndefined();
  });

  it('take only users of the organization who have accepted', async () => {
    const scim = await astro();
    const path = `/Groups/${await push(scim, 'platform')}`;
    for (const value of [await scim.id('pia@acme.com'), await scim.id('data-eng'), 'nobody']) {
      const answer = await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value }] }]);
      expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
    }
    expect(await scim.members('platform')).toEqual([]);
  });

  it('that predate SCIM are listed, and become IdP-managed with the first change', async () => {
    const scim = await astro();
    expect((await scim.post('/Groups', group('Data-Eng'))).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
    });
    const path = `/Groups/${await scim.id('data-eng')}`;
    await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value: await scim.id('bob@acme.com') }] }]);
    expect(await teamState(scim, 'data-eng')).toMatchObject({ isIdpManaged: false });
    await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value: await scim.id('carol@acme.com') }] }]);
    expect(await teamState(scim, 'data-eng')).toMatchObject({ isIdpManaged: true, description: 'Data' });
  });

  it('that predate SCIM are hidden, or pushed onto, by switch', async () => {
    const hidden = await astro({ scimUnmanagedTeams: 'hidden' });
    expect((await hidden.get('/Groups')).body).toMatchObject({ totalResults: 0, Resources: [] });
    expect((await hidden.post('/Groups', group('data-eng'))).status).toBe(409);
    const scim = await astro({ scimGroupPush: 'adopted' });
    const before = await scim.id('data-eng');
    expect(await push(scim, 'data-eng', 'carol@acme.com')).toBe(before);
    expect(await scim.members('data-eng')).toEqual(['alice@acme.com', 'bob@acme.com', 'carol@acme.com']);
    expect(await teamState(scim, 'data-eng')).toMatchObject({ isIdpManaged: true });
    expect((await scim.post('/Groups', group('data-eng'))).status).toBe(409);
  });

  it('keep the last owner where ownership through a team counts', async () => {
    const users = [{ email: 'alice@acme.com' }, { email: 'bob@acme.com' }];
    const teams = [{ name: 'owners', role: 'ORGANIZATION_OWNER', isIdpManaged: true, members: ['bob@acme.com'] }];
    for (const [scimLastOwner, status] of [
      ['refused', 400],
      ['allowed', 204],
    ] as const) {
      const scim = await astro({ ownerThroughTeam: 'counts', scimLastOwner }, { users, teams });
      const path = `/Groups/${await scim.id('owners')}`;
      expect((await scim.patch(path, [{ op: 'remove', path: 'members' }])).status).toBe(status);
      expect((await scim.delete(path)).status).toBe(status);
    }
  });
});

describe('versions', () => {
  it('change with what Astro’s own API changes, and only with what SCIM shows', async () => {
    const scim = await astro();
    const { client } = scim;
    const path = `/Groups/${await scim.id('data-eng')}`;
    const teamPath = `${v1}/teams/${path.slice(8)}`;
    const etag = async (): Promise<string | null> => (await scim.get(path)).headers.get('etag');
    const first = await etag();
    await client.post(`${teamPath}/roles`, { organizationRole: 'ORGANIZATION_BILLING_ADMIN' });
    expect(await etag()).toBe(first);
    await client.delete(`${teamPath}/members/${await scim.id('bob@acme.com')}`);
    expect(await etag()).not.toBe(first);
    expect((await scim.delete(path, { 'if-match': first ?? '' })).status).toBe(412);
    expect((await scim.delete(path, { 'if-match': (await etag()) ?? '' })).status).toBe(204);
  });
});

describe('discovery', () => {
  it('advertises what Astro stores, and nothing else', async () => {
    const scim = await astro();
    const names = (schema: Json): unknown[] => (schema['attributes'] as Json[]).map(({ name }) => name);
    const schemas = (await scim.get('/Schemas')).body['Resources'] as Json[];
    expect(schemas.map(({ id }) => id)).toEqual([urn('User'), urn('Group')]);
    expect(schemas.map(names)).toEqual([
      ['userName', 'name', 'displayName', 'profileUrl', 'active', 'emails'],
      ['displayName', 'members'],
    ]);
    expect(pick((await scim.get('/ResourceTypes')).body, 'Resources', 0)).not.toHaveProperty('schemaExtensions');
  });

  it.each<[Json, Json]>([
    [{}, { bulk: { supported: false }, etag: { supported: true }, filter: { supported: true, maxResults: 200 } }],
    [{ scimBulk: 'on' }, { bulk: { supported: true } }],
    [
      { scimETags: 'off', scimPageSize: 2 },
      { etag: { supported: false }, filter: { maxResults: 2 } },
    ],
    [{ scimCursor: 'on' }, { pagination: { cursor: true, index: true } }],
  ])('by the switches %j', async (switches, expected) => {
    expect((await (await astro(switches)).get('/ServiceProviderConfig')).body).toMatchObject(expected);
  });

  it('may be sparse or absent', async () => {
    const sparse = await (await astro({ scimDiscovery: 'sparse' })).get('/ServiceProviderConfig');
    expect(sparse.body).not.toHaveProperty('bulk');
    expect((await (await astro({ scimDiscovery: 'absent' })).get('/ServiceProviderConfig')).status).toBe(404);
  });

  it('does what it says', async () => {
    const scim = await astro({ scimBulk: 'on', scimUserPatch: 'empty', scimPageSize: 2 });
    const created = await scim.bulk([
      { method: 'POST', path: '/Groups', bulkId: 'g', data: group('g', ['bulkId:u']) },
      { method: 'POST', path: '/Users', bulkId: 'u', data: user('u@acme.com') },
    ]);
    expect(created.body['Operations']).toMatchObject([{ status: '201' }, { status: '201' }]);
    expect(await teamState(scim, 'g')).toMatchObject({ members: ['u@acme.com'], isIdpManaged: true });
    expect((await scim.get('/Users?count=100')).body).toMatchObject({ itemsPerPage: 2, totalResults: 6 });
    const id = await scim.client.id('users', 'u@acme.com');
    expect((await scim.patch(`/Users/${id}`, active(false))).status).toBe(204);
  });
});

it('keeps the exact world of others: nothing over SCIM changes another organization', async () => {
  const scim = await astro();
  const before = await organizationState(scim.client, other);
  await scim.post('/Users', user('olga@other.com'));
  await scim.delete(`/Users/${await scim.id('olga@other.com')}`);
  expect(await organizationState(scim.client, other)).toEqual(before);
  const client: Client = clientOf(scim.client.sandbox);
  expect((await client.get(`/v1/organizations/${other}/users`)).body).toMatchObject({ totalCount: 1 });
});
