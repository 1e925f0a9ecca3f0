import { describe, expect, it } from 'vitest';
import { core, organizationState, pick, start, v1, world, type Client } from './support.js';

const team = async (client: Client, name = 'data-eng') => `${v1}/teams/${await client.id('teams', name)}`;
const user = (client: Client, email: string) => client.id('users', email);

describe('teams', () => {
  it('are created with members in one call, and shown with roles but without members', async () => {
    const client = await start();
    const memberIds = [await user(client, 'bob@acme.com'), await user(client, 'carol@acme.com')];
    const { status, body } = await client.post(`${v1}/teams`, { name: 'new', memberIds });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'new',
      organizationRole: 'ORGANIZATION_MEMBER',
      isIdpManaged: false,
      rolesCount: 1,
    });
    expect(body).not.toHaveProperty('workspaceRoles');
    expect(body).not.toHaveProperty('description');
    expect(body).not.toHaveProperty('members');
    const members = await client.get(`${v1}/teams/${String(body['id'])}/members?sorts=username:asc`);
    expect(members.body).toMatchObject({
      totalCount: 2,
      teamMembers: [{ username: 'bob@acme.com', fullName: 'Bob' }, { username: 'carol@acme.com' }],
    });
  });

  it('leave nothing behind when a creation is refused', async () => {
    const client = await start();
    const before = await client.state();
    const { status } = await client.post(`${v1}/teams`, { name: 'new', memberIds: ['nobody'] });
    expect(status).toBe(400);
    expect(await client.state()).toEqual(before);
  });

  it('are renamed and described, and cleared of a description by an empty one', async () => {
    const client = await start();
    const path = await team(client);
    expect((await client.post(path, { description: 'x' })).status).toBe(400);
    expect((await client.post(path, { name: 'renamed' })).body).toMatchObject({ name: 'renamed', description: 'Data' });
    expect((await client.post(path, { name: 'renamed', description: '' })).body).not.toHaveProperty('description');
    expect((await client.get(`${v1}/teams?names=renamed&names=x`)).body).toMatchObject({ totalCount: 1 });
    const corePath = path.replace('/v1/', '/v1alpha1/');
    expect((await client.post(corePath, { name: 'renamed' })).status).toBe(400);
  });

  it('may share a name, or not, by switch', async () => {
    const client = await start();
    expect((await client.post(`${v1}/teams`, { name: 'data-eng' })).status).toBe(200);
    await client.put('/_sandbox/switches', { duplicateTeamNames: 'refused', teamNameMaxLength: 5 });
    expect((await client.post(`${v1}/teams`, { name: 'data-eng' })).status).toBe(400);
    expect((await client.post(`${v1}/teams`, { name: 'longer' })).status).toBe(400);
  });

  it('are deleted once; a repeat is 404', async () => {
    const client = await start();
    const path = await team(client);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(404);
    expect((await client.get(`${path}/members`)).status).toBe(404);
  });

  it('need a plan that has them', async () => {
    const client = await start(world({ plan: 'DEVELOPER' }));
    expect(await client.post(`${v1}/teams`, { name: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Teams are not available on the DEVELOPER plan' },
    });
  });
});

describe('team members', () => {
  it('are added as a batch that does not replace, and removed one by one', async () => {
    const client = await start();
    const path = await team(client);
    const [bob, carol, dave] = await Promise.all(
      ['bob@acme.com', 'carol@acme.com', 'dave@else.com'].map((email) => user(client, email)),
    );
    const added = await client.post(`${path}/members`, { memberIds: [bob, carol, dave, dave] });
    expect(added).toMatchObject({ status: 204, body: {} });
    expect((await client.get(`${path}/members`)).body).toMatchObject({ totalCount: 4, limit: 20 });
    expect((await client.delete(`${path}/members/${dave}`)).status).toBe(204);
    expect((await client.delete(`${path}/members/${dave}`)).status).toBe(404);
    expect((await client.post(`${path}/members`, { memberIds: [] })).status).toBe(400);
    expect((await client.post(`${path}/members`, { memberIds: ['nobody'] })).status).toBe(400);
    await client.put('/_sandbox/switches', { readdTeamMember: 'refused' });
    expect((await client.post(`${path}/members`, { memberIds: [bob] })).status).toBe(400);
  });

  it('must have accepted their invite, by switch', async () => {
    const client = await start();
    const [path, pia] = [await team(client), await user(client, 'pia@acme.com')];
    expect((await client.post(`${path}/members`, { memberIds: [pia] })).status).toBe(400);
    await client.put('/_sandbox/switches', { pendingUsersInTeams: 'allowed' });
    expect((await client.post(`${path}/members`, { memberIds: [pia] })).status).toBe(204);
  });

  it('come with all teams in one core list', async () => {
    const client = await start();
    const plain = await client.get(`${core}/teams`);
    expect(pick(plain.body, 'teams', 0)).not.toHaveProperty('members');
    const { body } = await client.get(`${core}/teams?includeMembers=true&includeMembersCount=true&sorts=id:asc`);
    expect(pick(body, 'teams', 0)).toMatchObject({ name: 'data-eng', membersCount: 2 });
    expect(pick(body, 'teams', 0, 'members')).toHaveLength(2);
    expect((await client.get(`${core}/teams?search=DATA`)).body).toMatchObject({ totalCount: 1 });
    expect((await client.get(`${core}/teams?search=nope`)).body).toMatchObject({ totalCount: 0 });
  });

  it('show the teams of a user', async () => {
    const client = await start();
    const { body } = await client.get(`${v1}/users/${await user(client, 'bob@acme.com')}/teams`);
    expect(body).toMatchObject({ totalCount: 1, teams: [{ name: 'data-eng' }] });
  });
});

describe('with SCIM on', () => {
  it('teams are neither created nor joined, but left, changed in role and deleted', async () => {
    const client = await start(world({ scimEnabled: true }));
    const path = await team(client);
    const [bob, carol] = [await user(client, 'bob@acme.com'), await user(client, 'carol@acme.com')];
    const before = await organizationState(client);
    expect((await client.post(`${v1}/teams`, { name: 'x' })).status).toBe(400);
    expect((await client.post(`${path}/members`, { memberIds: [carol] })).status).toBe(400);
    expect(await organizationState(client)).toEqual(before);
    expect((await client.post(`${path}/roles`, { organizationRole: 'ORGANIZATION_BILLING_ADMIN' })).status).toBe(200);
    expect((await client.delete(`${path}/members/${bob}`)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(204);
    await client.put('/_sandbox/switches', { scimRefusalStatus: 403 });
    expect((await client.post(`${v1}/teams`, { name: 'x' })).status).toBe(403);
  });

  it('an IdP-managed team keeps name and members, and takes roles and a description', async () => {
    const client = await start(world({ teams: [{ name: 'pushed', isIdpManaged: true, members: ['bob@acme.com'] }] }));
    const path = await team(client, 'pushed');
    const [bob, carol] = [await user(client, 'bob@acme.com'), await user(client, 'carol@acme.com')];
    expect((await client.post(path, { name: 'other' })).status).toBe(400);
    expect((await client.post(`${path}/members`, { memberIds: [carol] })).status).toBe(400);
    expect((await client.delete(`${path}/members/${bob}`)).status).toBe(400);
    expect((await client.post(path, { name: 'pushed', description: 'x' })).status).toBe(200);
    expect((await client.post(`${path}/roles`, { organizationRole: 'ORGANIZATION_OWNER' })).status).toBe(200);
  });
});
