/** What published conformance suites ask for and the service once lacked, each with the place that asks for it in an RFC. */
import { describe, expect, it } from 'vitest';
import { pick, start, type Answer } from './support.js';
import { directoryOf, idIn, startService, type Service } from './scim-idp/tenants.js';

const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

const send = (service: Service, method: string, path: string, body?: unknown): Promise<Answer> =>
  service.client.send(method, `${service.path}${path}`, body, {
    authorization: `Bearer ${service.token}`,
    'content-type': 'application/scim+json',
  });
const patch = (service: Service, path: string, ...operations: readonly unknown[]): Promise<Answer> =>
  send(service, 'PATCH', path, { schemas: [patchOp], Operations: operations });

describe('removing active', () => {
  it('leaves it unassigned, as RFC 7644 section 3.5.2.2 says of every attribute that is not required', async () => {
    const service = await startService('standalone');
    const bob = `/Users/${await idIn(service, 'Users', 'bob@acme.com')}`;
    expect((await patch(service, bob, { op: 'remove', path: 'active' })).status).toBe(200);
    expect((await send(service, 'GET', bob)).body).not.toHaveProperty('active');
    expect((await send(service, 'GET', '/Users?filter=active pr')).body['totalResults']).toBe(3);
    expect((await patch(service, bob, { op: 'replace', path: 'active', value: false })).body['active']).toBe(false);
  });

  it('is refused by Astro, where one is a member or not, and changes nothing there', async () => {
    const service = await startService('astro');
    const bob = `/Users/${await idIn(service, 'Users', 'bob@acme.com')}`;
    await patch(service, bob, { op: 'replace', path: 'active', value: false });
    const before = await service.client.state();
    const { status, body } = await patch(service, bob, { op: 'remove', path: 'active' });
    expect([status, body['scimType']]).toEqual([400, 'mutability']);
    expect(await service.client.state()).toEqual(before);
  });

  it.each(['standalone', 'astro'] as const)('is no part of a PUT that leaves it out (%s)', async (name) => {
    const service = await startService(name);
    const bob = `/Users/${await idIn(service, 'Users', 'bob@acme.com')}`;
    await patch(service, bob, { op: 'replace', path: 'active', value: false });
    const body = { schemas: [userSchema], userName: 'bob@acme.com', displayName: 'Robert' };
    expect((await send(service, 'PUT', bob, body)).body).toMatchObject({ displayName: 'Robert', active: false });
    const made = await send(service, 'POST', '/Users', { schemas: [userSchema], userName: 'new@acme.com' });
    expect(made.body['active']).toBe(true);
  });
});

describe('the display of a member', () => {
  it('is the name that the service knows, whatever was sent, and is advertised as readOnly (RFC 7643 section 7)', async () => {
    const service = await startService('standalone');
    const carol = await idIn(service, 'Users', 'carol@acme.com');
    const group = `/Groups/${await idIn(service, 'Groups', 'data-eng')}`;
    await patch(service, group, { op: 'add', path: 'members', value: [{ value: carol, display: 'Somebody else' }] });
    const members = pick((await send(service, 'GET', group)).body, 'members') as Readonly<Record<string, unknown>>[];
    expect(members.find(({ value }) => value === carol)).toMatchObject({ display: 'carol@acme.com', type: 'User' });
    const { body } = await send(service, 'GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group');
    const attributes = body['attributes'] as Readonly<Record<string, unknown>>[];
    const parts = attributes.find(({ name }) => name === 'members')?.['subAttributes'] as typeof attributes;
    expect(parts.find(({ name }) => name === 'display')).toMatchObject({ mutability: 'readOnly' });
  });
});

describe('where suites want opposite things, or less than others', () => {
  const capabilities = { groupPatchStatus: 200, validateMembers: false, memberDisplay: false };
  const group = { displayName: 'data-eng', members: ['alice@acme.com'] };

  it('a standalone service has capabilities for it', async () => {
    const service = await startService('standalone');
    const path = '/scim/v2/other';
    const client = await start({
      scim: [{ path, capabilities, users: [{ userName: 'alice@acme.com' }], groups: [group] }],
    });
    const other: Service = { ...service, client, sandbox: client.sandbox, path };
    const eng = `/Groups/${await idIn(other, 'Groups', 'data-eng')}`;
    const { status, body } = await patch(other, eng, { op: 'add', path: 'members', value: [{ value: 'nobody' }] });
    expect(status).toBe(200);
    expect(pick(body, 'members')).toEqual([
      { value: await idIn(other, 'Users', 'alice@acme.com'), type: 'User', $ref: expect.any(String) as string },
      { value: 'nobody' },
    ]);
    const schema = await send(other, 'GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group');
    expect(JSON.stringify(schema.body)).not.toContain('"display"');
  });

  it('Astro has switches for it', async () => {
    const service = await startService('astro');
    await service.client.put('/_sandbox/switches', { scimGroupPatch: 'body', scimMemberDisplay: 'absent' });
    const eng = `/Groups/${await idIn(service, 'Groups', 'data-eng')}`;
    const { status, body } = await patch(service, eng, { op: 'replace', path: 'displayName', value: 'eng' });
    expect(status).toBe(200);
    expect(pick(body, 'members', 0)).not.toHaveProperty('display');
    const schema = await send(service, 'GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group');
    expect(JSON.stringify(schema.body)).not.toContain('"display"');
  });
});

describe('a bulk', () => {
  it.each([undefined, [], [userSchema], 'x', [7]])(
    'with schemas %j is no BulkRequest, and none of it is done',
    async (schemas) => {
      const path = '/scim/v2/other';
      const client = await start({ scim: [{ path, capabilities: { bulk: true } }] });
      const service: Service = { ...(await startService('standalone')), client, sandbox: client.sandbox, path };
      const before = await client.state();
      const create = { method: 'POST', path: '/Users', bulkId: 'a', data: { schemas: [userSchema], userName: 'ann' } };
      const { status, body } = await send(service, 'POST', '/Bulk', { schemas, Operations: [create] });
      expect([status, body['scimType']]).toEqual([400, 'invalidSyntax']);
      expect(await client.state()).toEqual(before);
    },
  );
});

describe('Content-Location', () => {
  it('is the meta.location of every resource that is answered (RFC 7643 section 3.1)', async () => {
    const service = await startService('standalone');
    const made = await send(service, 'POST', '/Users', { schemas: [userSchema], userName: 'ann@acme.com' });
    const ann = `/Users/${String(made.body['id'])}`;
    const read = await send(service, 'GET', ann);
    const put = await send(service, 'PUT', ann, { schemas: [userSchema], userName: 'ann@acme.com', title: 'Dr.' });
    const patched = await patch(service, ann, { op: 'add', path: 'nickName', value: 'Annie' });
    for (const { headers, body } of [made, read, put, patched]) {
      expect(headers.get('content-location')).toBe(pick(body, 'meta', 'location'));
      expect(headers.get('content-location')).toBe(`http://127.0.0.1${service.path}${ann}`);
    }
  });
});

describe('user names that are no e-mail addresses', () => {
  it('are refused by Astro unless its switch says otherwise', async () => {
    const service = await startService('astro');
    const create = () => send(service, 'POST', '/Users', { schemas: [userSchema], userName: 'ann' });
    expect((await create()).body).toMatchObject({ status: '400', scimType: 'invalidValue' });
    await service.client.put('/_sandbox/switches', { scimUserNames: 'any' });
    expect((await create()).status).toBe(201);
    expect((await directoryOf(service)).people).toHaveProperty('ann', true);
  });
});
