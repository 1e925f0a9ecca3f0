import { describe, expect, it } from 'vitest';
import { core, organizationState, start, v1, world, type Client } from './support.js';

const rolesOf = async (client: Client, email: string) => `${v1}/users/${await client.id('users', email)}/roles`;
const member = 'ORGANIZATION_MEMBER';

describe('role assignment', () => {
  it('replaces each list and shows four fields', async () => {
    const client = await start();
    const [workspaceId, deploymentId] = [
      await client.id('workspaces', 'Sales'),
      await client.id('deployments', 'Analytics/etl'),
    ];
    const analytics = await client.id('workspaces', 'Analytics');
    const { status, body } = await client.post(await rolesOf(client, 'bob@acme.com'), {
      organizationRole: 'ORGANIZATION_BILLING_ADMIN',
      workspaceRoles: [
        { workspaceId, role: 'WORKSPACE_MEMBER' },
        { workspaceId: analytics, role: 'WORKSPACE_OWNER' },
      ],
      deploymentRoles: [{ deploymentId, role: 'DEPLOYMENT_ADMIN' }],
      dagRoles: [{ deploymentId, dagId: 'daily', role: 'DAG_AUTHOR' }],
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      organizationRole: 'ORGANIZATION_BILLING_ADMIN',
      workspaceRoles: [
        { workspaceId, role: 'WORKSPACE_MEMBER' },
        { workspaceId: analytics, role: 'WORKSPACE_OWNER' },
      ],
      deploymentRoles: [{ deploymentId, role: 'DEPLOYMENT_ADMIN' }],
      dagRoles: [{ deploymentId, dagId: 'daily', role: 'DAG_AUTHOR' }],
    });
    expect((await client.get(`${v1}/users?deploymentId=${deploymentId}&dagId=daily`)).body).toMatchObject({
      totalCount: 1,
    });
    expect((await client.get(`${v1}/users?workspaceId=${workspaceId}`)).body).toMatchObject({ totalCount: 1 });
  });

  it('keeps or clears a list that is left out, by switch', async () => {
    const client = await start();
    await client.put('/_sandbox/switches', { omittedRoleLists: 'unchanged' });
    const path = await rolesOf(client, 'bob@acme.com');
    expect((await client.post(path, { organizationRole: member })).body).toHaveProperty('workspaceRoles');
    await client.put('/_sandbox/switches', { omittedRoleLists: 'cleared' });
    expect((await client.post(path, { organizationRole: member })).body).toEqual({ organizationRole: member });
    await client.put('/_sandbox/switches', { emptyRoleLists: 'null' });
    expect((await client.post(path, { organizationRole: member })).body).toMatchObject({ workspaceRoles: null });
  });

  it('wants the organization role, known places and known roles', async () => {
    const client = await start();
    const path = await rolesOf(client, 'bob@acme.com');
    const workspaceId = await client.id('workspaces', 'Sales');
    const deploymentId = await client.id('deployments', 'Analytics/etl');
    const workspaceRoles = [{ workspaceId: await client.id('workspaces', 'Analytics'), role: 'WORKSPACE_MEMBER' }];
    const wrong: readonly object[] = [
      {},
      { workspaceRoles: [] },
      { organizationRole: 'ORGANIZATION_OBSERVE_ADMIN' },
      { organizationRole: member, workspaceRoles: [{ workspaceId, role: 'WORKSPACE_ADMIN' }] },
      { organizationRole: member, workspaceRoles: [{ workspaceId: 'nowhere', role: 'WORKSPACE_OWNER' }] },
      {
        organizationRole: member,
        workspaceRoles: [
          { workspaceId, role: 'WORKSPACE_OWNER' },
          { workspaceId, role: 'WORKSPACE_MEMBER' },
        ],
      },
      { organizationRole: member, workspaceRoles, deploymentRoles: [{ deploymentId, role: 'CUSTOM' }] },
      { organizationRole: member, workspaceRoles, deploymentRoles: [{ deploymentId: 'x', role: 'DEPLOYMENT_ADMIN' }] },
      { organizationRole: member, workspaceRoles, dagRoles: [{ deploymentId, dagId: 'd', role: 'DAG_VIEWER' }] },
      {
        organizationRole: member,
        workspaceRoles,
        deploymentRoles: [{ deploymentId, role: 'DEPLOYMENT_ADMIN' }],
        dagRoles: [{ deploymentId, dagId: 'd', dagTag: 't', role: 'DAG_VIEWER' }],
      },
    ];
    const before = await organizationState(client);
    for (const body of wrong) expect((await client.post(path, body)).status, JSON.stringify(body)).toBe(400);
    expect(await organizationState(client)).toEqual(before);
  });

  it('adds a missing workspace role as accessor, or refuses, by switch', async () => {
    const client = await start();
    const path = await rolesOf(client, 'carol@acme.com');
    const deploymentId = await client.id('deployments', 'Analytics/etl');
    const body = { organizationRole: member, deploymentRoles: [{ deploymentId, role: 'DEPLOYMENT_ACCESSOR' }] };
    await client.put('/_sandbox/switches', { missingWorkspaceRole: 'refused' });
    expect((await client.post(path, body)).status).toBe(400);
    await client.put('/_sandbox/switches', { missingWorkspaceRole: 'accessor-added' });
    expect((await client.post(path, body)).body).toMatchObject({
      workspaceRoles: [{ workspaceId: await client.id('workspaces', 'Analytics'), role: 'WORKSPACE_ACCESSOR' }],
    });
  });

  it('is refused for somebody pending, by switch', async () => {
    const client = await start();
    const path = await rolesOf(client, 'pia@acme.com');
    expect((await client.post(path, { organizationRole: member })).status).toBe(400);
    await client.put('/_sandbox/switches', { pendingUserRoles: 'allowed' });
    expect((await client.post(path, { organizationRole: member })).status).toBe(200);
  });

  it('takes custom roles, where they may be used', async () => {
    const client = await start(world({ customRoles: [{ name: 'RUNNER', restrictedWorkspaces: ['Analytics'] }] }));
    const deploymentId = await client.id('deployments', 'Analytics/etl');
    const body = { organizationRole: member, deploymentRoles: [{ deploymentId, role: 'RUNNER' }] };
    expect((await client.post(await rolesOf(client, 'bob@acme.com'), body)).status).toBe(200);

    const roles = await client.get(`${v1}/roles?includeDefaultRoles=true&scopeTypes=DEPLOYMENT`);
    expect(roles.body).toMatchObject({ totalCount: 1, roles: [{ name: 'RUNNER' }] });
    expect(roles.body['roles']).not.toHaveProperty([0, 'permissions']);
    expect(roles.body['defaultRoles']).toHaveLength(2);
    const [{ id = '' } = {}] = roles.body['roles'] as { id: string }[];
    expect((await client.get(`${v1}/roles/${id}`)).body).toHaveProperty('permissions');
    expect((await client.delete(`${v1}/roles/${id}`)).status).toBe(400);
    await client.post(await rolesOf(client, 'bob@acme.com'), { organizationRole: member });
    expect((await client.delete(`${v1}/roles/${id}`)).status).toBe(204);
    expect((await client.delete(`${v1}/roles/${id}`)).status).toBe(404);

    const created = { name: 'DAGGER', scopeType: 'DAG', permissions: ['deployment.airflow.dag.get'] };
    expect((await client.post(`${v1}/roles`, { ...created, permissions: [] })).status).toBe(400);
    expect((await client.post(`${v1}/roles`, created)).status).toBe(200);
    expect((await client.post(`${v1}/roles`, created)).status).toBe(400);
    expect((await client.get('/v1/authorization/permission-groups?scopeType=DAG')).body).toHaveLength(1);
    expect((await client.get(`${v1}/role-templates?scopeTypes=DAG`)).body).toHaveLength(2);
  });
});

describe('the last owner', () => {
  it('is neither demoted nor removed, by any route', async () => {
    const client = await start();
    const id = await client.id('users', 'alice@acme.com');
    const before = await organizationState(client);
    expect(await client.post(`${v1}/users/${id}/roles`, { organizationRole: member })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('at least one ORGANIZATION_OWNER') as string },
    });
    expect((await client.post(`${core}/users/${id}/role`, { role: member })).status).toBe(400);
    expect((await client.delete(`${core}/users/${id}`)).status).toBe(400);
    expect(await organizationState(client)).toEqual(before);
    await client.put('/_sandbox/switches', { lastOwner: 'allowed' });
    expect((await client.delete(`${core}/users/${id}`)).status).toBe(204);
  });

  it('may go once there is another; a pending one does not count', async () => {
    const client = await start();
    const [alice, bob] = [await client.id('users', 'alice@acme.com'), await client.id('users', 'bob@acme.com')];
    await client.post(`${v1}/invites`, { inviteeEmail: 'new@acme.com', role: 'ORGANIZATION_OWNER' });
    expect((await client.delete(`${core}/users/${alice}`)).status).toBe(400);
    await client.post(`${v1}/users/${bob}/roles`, { organizationRole: 'ORGANIZATION_OWNER' });
    expect((await client.delete(`${core}/users/${alice}`)).status).toBe(204);
  });

  it('may own through a team, by switch', async () => {
    const teams = [{ name: 'admins', role: 'ORGANIZATION_OWNER', members: ['bob@acme.com'] }];
    const client = await start(world({ teams }));
    const [alice, bob] = [await client.id('users', 'alice@acme.com'), await client.id('users', 'bob@acme.com')];
    const team = `${v1}/teams/${await client.id('teams', 'admins')}`;
    expect((await client.delete(`${core}/users/${alice}`)).status).toBe(400);
    await client.put('/_sandbox/switches', { ownerThroughTeam: 'counts' });
    expect((await client.delete(`${core}/users/${alice}`)).status).toBe(204);
    expect((await client.delete(`${team}/members/${bob}`)).status).toBe(400);
    expect((await client.post(`${team}/roles`, { organizationRole: member })).status).toBe(400);
    expect((await client.delete(team)).status).toBe(400);
  });
});

describe('core', () => {
  it('removes a user together with team memberships', async () => {
    const client = await start();
    const id = await client.id('users', 'bob@acme.com');
    expect((await client.delete(`${core}/users/${id}`)).status).toBe(204);
    expect((await client.delete(`${core}/users/${id}`)).status).toBe(404);
    expect(await organizationState(client)).toMatchObject({ teams: { 'data-eng': { members: ['alice@acme.com'] } } });
  });

  it('finds users by search and shows roles on request only', async () => {
    const client = await start();
    const plain = await client.get(`${core}/users?search=BOB@acme`);
    expect(plain.body).toMatchObject({ totalCount: 1, users: [{ orgUserRelationIsIdpManaged: false, invites: [] }] });
    expect(plain.body['users']).not.toHaveProperty([0, 'workspaceRoles']);
    const full = await client.get(`${core}/users?search=bob&includeWorkspaceRoles=true&includeDeploymentRoles=true`);
    expect(full.body).toMatchObject({
      users: [{ workspaceRoles: [{ role: 'WORKSPACE_AUTHOR' }], deploymentRoles: [] }],
    });
    expect((await client.get(`${core}/users?sorts=orgRole:desc&sorts=status:asc&limit=1`)).body).toMatchObject({
      users: [{ username: 'alice@acme.com' }],
    });
  });

  it('changes one role and leaves the others alone', async () => {
    const client = await start();
    const [bob, team] = [await client.id('users', 'bob@acme.com'), await client.id('teams', 'data-eng')];
    const sales = `${core}/workspaces/${await client.id('workspaces', 'Sales')}`;
    const etl = `${core}/deployments/${await client.id('deployments', 'Analytics/etl')}`;
    expect((await client.post(`${core}/users/${bob}/role`, { role: 'ORGANIZATION_BILLING_ADMIN' })).body).toMatchObject(
      {
        role: 'ORGANIZATION_BILLING_ADMIN',
        scope: { type: 'ORGANIZATION' },
        subject: { id: bob, type: 'USER' },
      },
    );
    expect((await client.post(`${sales}/users/${bob}/role`, { role: 'WORKSPACE_MEMBER' })).status).toBe(200);
    expect((await client.post(`${etl}/users/${bob}/role`, { role: 'DEPLOYMENT_ADMIN' })).status).toBe(200);
    expect((await client.post(`${etl}/teams/${team}/role`, { role: 'DEPLOYMENT_ADMIN' })).status).toBe(200);
    expect(await organizationState(client)).toMatchObject({
      users: {
        'bob@acme.com': {
          organizationRole: 'ORGANIZATION_BILLING_ADMIN',
          workspaceRoles: { Analytics: 'WORKSPACE_AUTHOR', Sales: 'WORKSPACE_MEMBER' },
          deploymentRoles: { 'Analytics/etl': 'DEPLOYMENT_ADMIN' },
        },
      },
      teams: { 'data-eng': { workspaceRoles: { Analytics: 'WORKSPACE_ACCESSOR' } } },
    });
    const analytics = `${core}/workspaces/${await client.id('workspaces', 'Analytics')}`;
    expect((await client.delete(`${analytics}/users/${bob}`)).status).toBe(204);
    expect((await client.delete(`${analytics}/users/${bob}`)).status).toBe(404);
    expect((await client.delete(`${etl}/teams/${team}`)).status).toBe(204);
    expect((await client.delete(`${etl}/teams/${team}`)).status).toBe(404);
    expect(await organizationState(client)).toMatchObject({
      users: { 'bob@acme.com': { workspaceRoles: { Sales: 'WORKSPACE_MEMBER' }, deploymentRoles: {} } },
    });
  });
});
