import { describe, expect, it } from 'vitest';
import { acme, atlasWorld, labs, orgPath, resend, outcome, startAtlas, type AtlasClient } from './atlas-support.js';
import { pick, type Answer } from './support.js';

type Json = Record<string, unknown>;
const users = `${orgPath}/users`;
const names = ({ body }: Answer) => (body['results'] as Json[]).map(({ username }) => username).sort();
const pathOf = async (client: AtlasClient, name: string) => `${users}/${await client.id('users', name)}`;
const invite = (client: AtlasClient, username: string, more: Json = {}) =>
  client.post(users, { username, roles: { orgRoles: ['ORG_MEMBER'] }, ...more });

describe('the people of an organization', () => {
  it('come with roles, project roles and teams, those who are in or invited', async () => {
    const client = await startAtlas();
    const answer = await client.get(`${users}?itemsPerPage=500`);
    expect(names(answer)).toEqual([
      'alice@acme.com',
      'bob@acme.com',
      'carol@acme.com',
      'dave@else.com',
      'pia@else.com',
    ]);
    const rows = answer.body['results'] as Json[];
    expect(rows.find(({ username }) => username === 'bob@acme.com')).toEqual({
      id: await client.id('users', 'bob@acme.com'),
      username: 'bob@acme.com',
      orgMembershipStatus: 'ACTIVE',
      roles: {
        orgRoles: ['ORG_MEMBER'],
        groupRoleAssignments: [{ groupId: await client.id('projects', 'payments'), groupRoles: ['GROUP_READ_ONLY'] }],
      },
      teamIds: [await client.id('teams', 'dba')],
      firstName: '',
      lastName: '',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      lastAuth: null,
      country: 'US',
      mobileNumber: null,
    });
    expect(rows.find(({ username }) => username === 'pia@else.com')).toMatchObject({
      orgMembershipStatus: 'PENDING',
      invitationCreatedAt: expect.any(String) as string,
      invitationExpiresAt: expect.any(String) as string,
      inviterUsername: expect.any(String) as string,
    });
  });

  it('are found by name and status', async () => {
    const client = await startAtlas();
    expect(names(await client.get(`${users}?username=BOB@acme.com`))).toEqual(['bob@acme.com']);
    expect(
      names(await client.get(`${users}?orgMembershipStatuses=PENDING&orgMembershipStatuses=INVITATION_EXPIRED`)),
    ).toEqual(['eve@else.com', 'pia@else.com']);
    expect(names(await client.get(`${users}?orgMembershipStatus=PENDING`))).toEqual(['pia@else.com']);
    expect(outcome(await client.get(`${users}?orgMembershipStatus=PENDING&orgMembershipStatuses=ACTIVE`))).toBe(
      '400 INVALID_QUERY_PARAMETER',
    );
    expect(outcome(await client.get(`${users}?orgMembershipStatuses=GONE`))).toBe('400 INVALID_ENUM_VALUE');
    expect((await client.get(await pathOf(client, 'pia@else.com'))).body).toMatchObject({ username: 'pia@else.com' });
    expect(outcome(await client.get(await pathOf(client, 'eve@else.com')))).toBe('404 USER_NOT_FOUND');
  });

  it('have another shape at the first version, and only active ones', async () => {
    const client = await startAtlas();
    const answer = await client.get(users, '2023-01-01');
    expect(names(answer)).toHaveLength(4);
    const bob = (answer.body['results'] as Json[]).find(({ username }) => username === 'bob@acme.com');
    expect(bob?.['roles']).toEqual(
      expect.arrayContaining([
        { orgId: acme, roleName: 'ORG_MEMBER' },
        { groupId: await client.id('projects', 'payments'), roleName: 'GROUP_READ_ONLY' },
      ]),
    );
  });

  it('have one id in every organization', async () => {
    const client = await startAtlas();
    expect(await client.id('users', 'alice@acme.com')).toBe(
      await client.state('organizations', labs, 'users', 'alice@acme.com', 'id'),
    );
  });
});

describe('an invitation', () => {
  it('makes a pending member with roles and teams, for 30 days', async () => {
    const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
    const [groupId, team] = [await client.id('projects', 'web'), await client.id('teams', 'dba')];
    const roles = { orgRoles: ['ORG_READ_ONLY'], groupRoleAssignments: [{ groupId, groupRoles: ['GROUP_OWNER'] }] };
    const made = await invite(client, 'new@else.com', { roles, teamIds: [team] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      orgMembershipStatus: 'PENDING',
      roles,
      teamIds: [team],
      invitationCreatedAt: '2026-01-01T00:00:00Z',
      invitationExpiresAt: '2026-01-31T00:00:00Z',
    });
  });

  it('to somebody who is in or invited is a conflict; an expired one is replaced', async () => {
    const client = await startAtlas();
    expect(outcome(await invite(client, 'Bob@acme.com'))).toBe('409 USER_ALREADY_EXISTS');
    expect(outcome(await invite(client, 'pia@else.com'))).toBe('409 USER_ALREADY_EXISTS');
    const again = await invite(client, 'eve@else.com');
    expect(again).toMatchObject({ status: 201, body: { orgMembershipStatus: 'PENDING' } });
  });

  it('to somebody of the active identity provider of the organization makes a member at once', async () => {
    const client = await startAtlas();
    expect((await invite(client, 'new@acme.com')).body).toMatchObject({ orgMembershipStatus: 'ACTIVE' });
    expect(
      (await client.post(`/orgs/${labs}/users`, { username: 'new@acme.com', roles: { orgRoles: ['ORG_MEMBER'] } }))
        .body,
    ).toMatchObject({
      orgMembershipStatus: 'PENDING',
    });
    const inactive = await startAtlas(
      atlasWorld({
        federation: { identityProviders: [{ name: 'acme-okta', status: 'INACTIVE', associatedDomains: ['acme.com'] }] },
        connected: { dataAccessIdentityProviders: [] },
      }),
    );
    expect((await invite(inactive, 'new@acme.com')).body).toMatchObject({ orgMembershipStatus: 'PENDING' });
  });

  it('goes to allowed domains only', async () => {
    const client = await startAtlas();
    await resend(client, { domainRestrictionEnabled: true, domainAllowList: ['partner.io'] });
    expect(outcome(await invite(client, 'x@else.com'))).toBe('400 DOMAIN_NOT_IN_ALLOW_LIST');
    expect((await invite(client, 'x@partner.io')).status).toBe(201);
    expect((await invite(client, 'x@acme.com')).status).toBe(201);
  });

  it('needs an address, a role, known projects and teams', async () => {
    const client = await startAtlas();
    const code = async (more: Json) => outcome(await invite(client, 'x@else.com', more));
    expect(await code({ username: 'x' })).toBe('400 INVALID_EMAIL_ADDRESS');
    expect(await code({ roles: { orgRoles: [] } })).toBe('403 CANNOT_REMOVE_ALL_USER_ROLES');
    expect(await code({ roles: {} })).toBe('400 MISSING_ATTRIBUTE');
    expect(await code({ roles: { orgRoles: ['GROUP_OWNER'] } })).toBe('400 INVALID_ENUM_VALUE');
    expect(await code({ teamIds: ['5f0000000000000000000abc'] })).toBe('404 TEAM_NOT_IN_ORG');
    const groupRoleAssignments = (groupRoles: string[], groupId: string) => ({
      orgRoles: ['ORG_MEMBER'],
      groupRoleAssignments: [{ groupId, groupRoles }],
    });
    expect(await code({ roles: groupRoleAssignments([], '5f0000000000000000000abc') })).toBe('404 GROUP_NOT_FOUND');
    const web = await client.id('projects', 'web');
    expect(await code({ roles: groupRoleAssignments(['ORG_OWNER'], web) })).toBe('400 CANNOT_ADD_ORG_ROLE');
    expect(await code({ roles: groupRoleAssignments(['KING'], web) })).toBe('400 INVALID_ROLE_FOR_GROUP');
  });

  it('is rate limited with a 400, which federated people do not count for', async () => {
    let now = 0;
    const client = await startAtlas(atlasWorld(), { rateLimit: true, now: () => now });
    for (let at = 0; at < 10; at += 1) expect((await invite(client, `x${at}@else.com`)).status).toBe(201);
    expect(outcome(await invite(client, 'y@else.com'))).toBe('400 RATE_LIMITED_IP');
    expect((await invite(client, 'y@acme.com')).status).toBe(201);
    now += 60_000;
    expect((await invite(client, 'y@else.com')).status).toBe(201);
    const free = await startAtlas(atlasWorld({ rest: { switches: { atlasInvitationsPerMinute: 0 } } }), {
      rateLimit: true,
      now: () => 0,
    });
    for (let at = 0; at < 12; at += 1) expect((await invite(free, `x${at}@else.com`)).status).toBe(201);
  });

  it('is the 501st too many', async () => {
    const people = Array.from({ length: 500 }, (_, at) => ({ email: `p${at}@else.com`, roles: ['ORG_OWNER'] }));
    const client = await startAtlas(atlasWorld({ acme: { users: people, teams: [] } }));
    expect(outcome(await invite(client, 'one@else.com'))).toBe('400 MAX_USERS_PER_ORG_EXCEEDED');
    await client.delete(await pathOf(client, 'p7@else.com'));
    expect((await invite(client, 'one@else.com')).status).toBe(201);
  });

  it('expires', async () => {
    const client = await startAtlas(atlasWorld(), { now: () => Date.parse('2026-01-01T00:00:00Z') });
    const path = await pathOf(client, 'pia@else.com');
    await client.control('PUT', 'clock', { now: '2026-01-01T00:59:00Z' });
    expect((await client.get(path)).body['orgMembershipStatus']).toBe('PENDING');
    const old = await startAtlas(
      atlasWorld({
        acme: {
          users: [
            { email: 'alice@acme.com', roles: ['ORG_OWNER'] },
            { email: 'pia@else.com', status: 'PENDING', invite: { expiresInDays: -2 } },
          ],
          teams: [],
        },
      }),
    );
    const shown = await old.get(`${users}?orgMembershipStatuses=INVITATION_EXPIRED`);
    expect(names(shown)).toEqual(['pia@else.com']);
    const rejected = await startAtlas(
      atlasWorld({ acme: { users: [{ email: 'pia@else.com', status: 'INVITATION_REJECTED' }], teams: [] } }),
    );
    expect(
      pick(
        (await rejected.get(`${users}?orgMembershipStatuses=INVITATION_REJECTED`)).body,
        'results',
        0,
        'invitationExpiresAt',
      ),
    ).toBeNull();
  });
});

describe('a change of a member', () => {
  it('touches only what is there', async () => {
    const client = await startAtlas();
    const path = await pathOf(client, 'bob@acme.com');
    expect((await client.patch(path, {})).body).toMatchObject({ roles: { orgRoles: ['ORG_MEMBER'] } });
    const solo = await client.id('teams', 'solo');
    expect((await client.patch(path, { teamIds: [solo] })).body).toMatchObject({
      teamIds: [solo],
      roles: { orgRoles: ['ORG_MEMBER'], groupRoleAssignments: [expect.anything()] },
    });
    expect((await client.patch(path, { teamIds: [] })).body['teamIds']).toEqual([]);
  });

  it.each([
    ['reset', 0],
    ['kept', 1],
  ])('of roles without project roles has them %s, by switch', async (atlasOmittedGroupRoles, count) => {
    const client = await startAtlas(atlasWorld({ rest: { switches: { atlasOmittedGroupRoles } } }));
    const { body } = await client.patch(await pathOf(client, 'bob@acme.com'), {
      roles: { orgRoles: ['ORG_READ_ONLY'] },
    });
    expect(body).toMatchObject({ roles: { orgRoles: ['ORG_READ_ONLY'] } });
    expect(pick(body, 'roles', 'groupRoleAssignments')).toHaveLength(count);
  });

  it('leaves an owner, a role, a user in each team', async () => {
    const client = await startAtlas();
    const [alice, carol] = [await pathOf(client, 'alice@acme.com'), await pathOf(client, 'carol@acme.com')];
    expect(outcome(await client.patch(alice, { roles: { orgRoles: ['ORG_MEMBER'] } }))).toBe(
      '403 CANNOT_DEMOTE_LAST_ORG_OWNER',
    );
    expect(outcome(await client.patch(carol, { roles: { orgRoles: [] } }))).toBe('403 CANNOT_REMOVE_ALL_USER_ROLES');
    expect(outcome(await client.patch(carol, { teamIds: [] }))).toBe('400 CANNOT_REMOVE_LAST_USER_FROM_TEAM');
    expect(outcome(await client.delete(alice))).toBe('403 CANNOT_DELETE_LAST_ADMIN');
    expect(outcome(await client.delete(carol))).toBe('400 CANNOT_REMOVE_LAST_USER_FROM_TEAM');
    await client.control('PUT', 'switches', { atlasLastTeamUserStatus: 409 });
    expect(outcome(await client.delete(carol))).toBe('409 CANNOT_REMOVE_LAST_USER_FROM_TEAM');
    await client.control('PUT', 'switches', { atlasLastTeamUserLeaves: 'allowed' });
    expect((await client.delete(carol)).status).toBe(204);
  });

  it('removes people who are in or invited', async () => {
    const client = await startAtlas();
    for (const name of ['bob@acme.com', 'pia@else.com']) {
      const path = await pathOf(client, name);
      expect((await client.delete(path)).status).toBe(204);
      expect(outcome(await client.delete(path))).toBe('404 USER_NOT_FOUND');
    }
    expect(outcome(await client.delete(await pathOf(client, 'eve@else.com')))).toBe('404 USER_NOT_IN_ORG');
    expect(await client.state('organizations', acme, 'teams', 'dba', 'members')).toEqual(['alice@acme.com']);
  });
});

describe('one role at a time', () => {
  it('is added and removed', async () => {
    const client = await startAtlas();
    const bob = await pathOf(client, 'bob@acme.com');
    const change = (verb: string, orgRole: string, path = bob) => client.post(`${path}:${verb}`, { orgRole });
    const added = await change('addRole', 'ORG_OWNER');
    expect([...(pick(added.body, 'roles', 'orgRoles') as string[])].sort()).toEqual(['ORG_MEMBER', 'ORG_OWNER']);
    expect(outcome(await change('addRole', 'ORG_OWNER'))).toBe('409 ROLE_ALREADY_ASSIGNED');
    expect((await change('removeRole', 'ORG_MEMBER')).body).toMatchObject({ roles: { orgRoles: ['ORG_OWNER'] } });
    expect(outcome(await change('removeRole', 'ORG_MEMBER'))).toBe('400 INVALID_ATTRIBUTE');
    expect(outcome(await change('removeRole', 'ORG_OWNER'))).toBe('403 CANNOT_REMOVE_ALL_USER_ROLES');
    expect(outcome(await change('addRole', 'KING'))).toBe('400 INVALID_ENUM_VALUE');
    expect(
      (
        await client.call(
          'POST',
          `${bob}%3AaddRole`,
          { orgRole: 'ORG_BILLING_ADMIN' },
          {
            accept: 'application/vnd.atlas.2025-02-19+json',
            'content-type': 'application/vnd.atlas.2025-02-19+json',
          },
        )
      ).status,
    ).toBe(200);
    const alice = await pathOf(client, 'alice@acme.com');
    expect(outcome(await change('removeRole', 'ORG_OWNER', alice))).toBe('403 CANNOT_REMOVE_ALL_USER_ROLES');
    await client.delete(bob);
    expect(outcome(await change('removeRole', 'ORG_OWNER', alice))).toBe('403 CANNOT_DEMOTE_LAST_ORG_OWNER');
    await client.control('PUT', 'switches', { atlasHeldRole: 'tolerated' });
    expect((await change('addRole', 'ORG_OWNER', alice)).status).toBe(200);
  });

  it('was once replaced with all the others', async () => {
    const client = await startAtlas();
    const bob = await pathOf(client, 'bob@acme.com');
    expect((await client.put(`${bob}/roles`, { orgRoles: ['ORG_READ_ONLY'] })).body).toMatchObject({
      orgRoles: ['ORG_READ_ONLY'],
    });
    expect(outcome(await client.put(`${bob}/roles`, { orgRoles: [] }))).toBe('403 CANNOT_REMOVE_ALL_USER_ROLES');
  });
});

describe('old invitations', () => {
  const invites = `${orgPath}/invites`;

  it('are a bare list, made, changed and withdrawn with a 200', async () => {
    const client = await startAtlas();
    const made = await client.post(invites, { username: 'new@else.com', roles: ['ORG_MEMBER'] });
    expect(made).toMatchObject({
      status: 200,
      body: { username: 'new@else.com', roles: ['ORG_MEMBER'], orgName: 'Acme Atlas' },
    });
    expect((await client.get(invites)).body).toHaveLength(2);
    expect((await client.get(`${invites}?username=NEW@else.com`)).body).toHaveLength(1);
    const path = `${invites}/${String(made.body['id'])}`;
    expect((await client.patch(path, { roles: ['ORG_READ_ONLY'] })).body).toMatchObject({ roles: ['ORG_READ_ONLY'] });
    expect((await client.patch(invites, { username: 'new@else.com', roles: ['ORG_OWNER'] })).body).toMatchObject({
      roles: ['ORG_OWNER'],
    });
    expect((await client.get(path)).body).toMatchObject({ id: made.body['id'] });
    expect((await client.delete(path)).status).toBe(204);
    expect(outcome(await client.get(path))).toBe('404 INVALID_INVITATION_ID');
    await client.control('PUT', 'switches', { atlasGoneInvitationStatus: 400 });
    expect(outcome(await client.delete(path))).toBe('400 INVALID_INVITATION_ID');
    expect(outcome(await client.patch(invites, { username: 'bob@acme.com' }))).toBe('400 INVALID_USERNAME');
  });
});
