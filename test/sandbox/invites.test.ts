import { describe, expect, it } from 'vitest';
import { acme, core, organizationState, pick, start, v1, world } from './support.js';

const invite = (email: string, role = 'ORGANIZATION_MEMBER') => ({ inviteeEmail: email, role });

describe('creating an invite', () => {
  it('makes a pending user at once who carries the role', async () => {
    const client = await start();
    await client.put('/_sandbox/clock', { now: '2026-01-01T00:00:00Z' });
    const { status, body } = await client.post(`${v1}/invites`, invite('new@acme.com', 'ORGANIZATION_BILLING_ADMIN'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      inviteId: expect.stringMatching(/^c[0-9a-z]{24}$/) as string,
      expiresAt: '2026-01-08T00:00:00.000Z',
      organizationId: acme,
      organizationName: 'Acme Data',
      invitee: { username: 'new@acme.com', subjectType: 'USER' },
      inviter: { subjectType: 'SERVICEKEY', apiTokenName: 'development' },
    });
    const user = await client.get(`${v1}/users/${String(pick(body, 'invitee', 'id'))}`);
    expect(user.body).toMatchObject({ status: 'PENDING', organizationRole: 'ORGANIZATION_BILLING_ADMIN' });
  });

  it('refuses somebody who has a role, whatever the case of the e-mail', async () => {
    const client = await start();
    expect(await client.post(`${v1}/invites`, invite('BOB@acme.com'))).toMatchObject({
      status: 400,
      body: { message: `Invalid request: Invitee has existing role in organization ${acme}` },
    });
  });

  it('refuses a wrong e-mail, a wrong role and an Observe role without Observe', async () => {
    const client = await start();
    expect((await client.post(`${v1}/invites`, invite('nobody'))).status).toBe(400);
    expect((await client.post(`${v1}/invites`, invite('x@acme.com', 'OWNER'))).status).toBe(400);
    expect((await client.post(`${v1}/invites`, invite('x@acme.com', 'ORGANIZATION_OBSERVE_ADMIN'))).status).toBe(400);
  });

  it.each([
    ['refused', 400, 1],
    ['resent', 200, 1],
    ['second', 200, 2],
  ])('a second one while the first is live is %s, by switch', async (duplicateInvite, status, count) => {
    const client = await start(world({}, { switches: { duplicateInvite } }));
    expect((await client.post(`${v1}/invites`, invite('pia@acme.com', 'ORGANIZATION_OWNER'))).status).toBe(status);
    const invites = (await organizationState(client))['invites'] as object;
    expect(Object.keys(invites)).toHaveLength(count);
  });

  it('may be repeated once the first has expired', async () => {
    const users = [{ email: 'pia@acme.com', status: 'PENDING', invite: { expiresInDays: -1 } }];
    const client = await start(world({ users, teams: [] }));
    const { status } = await client.post(`${v1}/invites`, invite('pia@acme.com', 'ORGANIZATION_OWNER'));
    expect(status).toBe(200);
    expect(await organizationState(client)).toMatchObject({
      users: { 'pia@acme.com': { status: 'PENDING', organizationRole: 'ORGANIZATION_OWNER' } },
    });
    expect(Object.keys((await organizationState(client))['invites'] as object)).toHaveLength(1);
  });
});

describe('an invite', () => {
  it('expires by the sandbox clock', async () => {
    const client = await start();
    await client.put('/_sandbox/clock', { now: '2126-01-01T00:00:00Z' });
    expect((await client.post(`${v1}/invites`, invite('pia@acme.com'))).status).toBe(200);
  });

  it('is found through core, by its user', async () => {
    const client = await start();
    const { body } = await client.get(`${core}/users?hasInvites=true`);
    expect(body).toMatchObject({
      totalCount: 1,
      users: [{ username: 'pia@acme.com', orgRole: 'ORGANIZATION_MEMBER' }],
    });
    expect(pick(body, 'users', 0, 'invites', 0)).toMatchObject({ inviteId: expect.any(String) as string });
  });

  it('takes the pending user away when it is deleted, and is gone then', async () => {
    const client = await start();
    const { body } = await client.get(`${core}/users?hasInvites=true`);
    const path = `${v1}/invites/${String(pick(body, 'users', 0, 'invites', 0, 'inviteId'))}`;
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(404);
    expect((await organizationState(client))['users']).not.toHaveProperty('pia@acme.com');
    expect((await client.post(`${v1}/invites`, invite('pia@acme.com'))).status).toBe(200);
  });

  it('is accepted or rejected by the invitee', async () => {
    const tokens = [{ token: 'pias', user: 'pia@acme.com' }];
    const client = await start(world({}, { tokens }));
    const pia = (path: string, body?: unknown) =>
      client.send(body === undefined ? 'GET' : 'POST', path, body, { authorization: 'Bearer pias' });
    expect((await pia(`${v1}/users`)).status).toBe(403);
    const self = await pia('/v1alpha1/users/self');
    const inviteId = String(pick(self.body, 'invites', 0, 'inviteId'));
    expect((await pia(`/v1alpha1/auth/invites/${inviteId}`)).status).toBe(200);
    expect((await pia(`/v1alpha1/users/self/invites/${inviteId}`, { inviteStatus: 'maybe' })).status).toBe(400);
    expect((await pia(`/v1alpha1/users/self/invites/${inviteId}`, { inviteStatus: 'accept' })).status).toBe(200);
    expect((await pia(`${v1}/users`)).status).toBe(200);
  });
});
