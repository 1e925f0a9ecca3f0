/** Creating, replacing, patching and deleting users and groups of a service, and what must hold among them. */
import { describe, expect, it } from 'vitest';
import { corp, group, message, scimClient, startScim, urn, user, type Json, type Scim } from './scim-support.js';
import { pick, start } from './support.js';

const at = (path: string): string => `http://127.0.0.1${corp}${path}`;

describe('a new user', () => {
  it('comes back with what the service adds, and where it is found', async () => {
    const scim = await startScim();
    await scim.client.put('/_sandbox/clock', { now: '2027-01-01T00:00:00Z' });
    const made = await scim.post(
      '/Users',
      user('Dora', { name: { givenName: 'Dora' }, groups: [], meta: { version: 'x' } }),
    );
    const id = String(made.body['id']);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = '2027-01-01T00:00:00.000Z';
    expect(made.body).toEqual({
      schemas: [urn('User')],
      id,
      userName: 'Dora',
      name: { givenName: 'Dora' },
      active: true,
      meta: { resourceType: 'User', created: time, lastModified: time, location: at(`/Users/${id}`), version: 'W/"1"' },
    });
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      at(`/Users/${id}`),
      'W/"1"',
    ]);
    expect((await scim.get(`/Users/${id}`)).body).toEqual(made.body);
  });

  it('cannot have the user name of another, in whatever case; nothing stays of the attempt', async () => {
    const scim = await startScim();
    const before = await scim.client.state();
    const answer = await scim.post('/Users', user('ALICE@ACME.COM'));
    expect(answer.body).toMatchObject({ status: '409', scimType: 'uniqueness' });
    expect(await scim.client.state()).toEqual(before);
    await scim.delete(`/Users/${await scim.id('alice@acme.com')}`);
    expect((await scim.post('/Users', user('ALICE@ACME.COM'))).status).toBe(201);
  });

  it('may have the externalId of another, which belongs to whoever provisions', async () => {
    expect((await (await startScim()).post('/Users', user('x', { externalId: 'e1' }))).status).toBe(201);
  });

  it('may be inactive, and may have names that mean something to JavaScript', async () => {
    const scim = await startScim();
    expect((await scim.post('/Users', user('x', { active: false }))).body['active']).toBe(false);
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const body = `{"schemas":[],"userName":"${name}","__proto__":{"active":false},"constructor":1}`;
      expect((await scim.post('/Users', body)).body).toMatchObject({ userName: name, active: true });
    }
    expect(pick(await scim.client.state(), 'scim', corp, 'users')).toHaveProperty('constructor');
  });
});

describe('a PUT', () => {
  it('replaces all but the id; what it leaves out goes, except whether the user is active', async () => {
    const scim = await startScim();
    const id = await scim.id('carol');
    await scim.patch(`/Users/${id}`, [{ op: 'add', path: 'title', value: 'Dr' }]);
    const answer = await scim.put(`/Users/${id}`, user('carol2', { id: 'other', meta: {}, groups: [{ value: 'x' }] }));
    expect(answer.body).toMatchObject({ id, userName: 'carol2', active: false });
    expect(answer.body).not.toHaveProperty('title');
    expect(answer.body).not.toHaveProperty('displayName');
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, 'W/"3"']);
  });

  it('of what was read changes nothing, not even the version', async () => {
    const scim = await startScim();
    for (const path of [`/Users/${await scim.id('alice@acme.com')}`, `/Groups/${await scim.id('data-eng')}`]) {
      const { body } = await scim.get(path);
      expect((await scim.put(path, body)).body).toEqual(body);
    }
  });

  it('takes no name from another', async () => {
    const scim = await startScim();
    expect((await scim.put(`/Users/${await scim.id('carol')}`, user('Alice@acme.com'))).status).toBe(409);
    expect((await scim.put(`/Groups/${await scim.id('ops')}`, group('DATA-ENG'))).status).toBe(409);
    expect((await scim.put(`/Groups/${await scim.id('ops')}`, group('OPS'))).body['displayName']).toBe('OPS');
  });

  it('of a group sets the members to those it has', async () => {
    const scim = await startScim();
    const path = `/Groups/${await scim.id('data-eng')}`;
    await scim.put(path, group('data-eng', [await scim.id('carol'), await scim.id('bob@acme.com')]));
    expect(await scim.members('data-eng')).toEqual(['Bob@acme.com', 'carol']);
    await scim.put(path, { schemas: [urn('Group')], displayName: 'data-eng' });
    expect(await scim.members('data-eng')).toEqual([]);
  });
});

describe('a PATCH', () => {
  it('of a user answers with the user, of a group with nothing, unless attributes are asked for', async () => {
    const scim = await startScim();
    const [alice, team] = [await scim.id('alice@acme.com'), await scim.id('data-eng')];
    const replaced = await scim.patch(`/Users/${alice}`, [{ op: 'Replace', path: 'active', value: 'False' }]);
    expect([replaced.status, replaced.body['active']]).toEqual([200, false]);
    const renamed = await scim.patch(`/Groups/${team}`, [{ op: 'replace', path: 'displayName', value: 'eng' }]);
    expect([renamed.status, renamed.body, renamed.headers.get('etag')]).toEqual([204, {}, 'W/"2"']);
    const asked = await scim.patch(`/Groups/${team}?attributes=displayName`, [
      { op: 'replace', value: { id: team, displayName: 'eng2' } },
    ]);
    expect([asked.status, asked.body]).toEqual([200, { schemas: [urn('Group')], id: team, displayName: 'eng2' }]);
    expect(await scim.members('eng2')).toEqual(['Bob@acme.com', 'alice@acme.com']);
  });

  it('happens whole or not at all', async () => {
    const scim = await startScim();
    const [path, before] = [`/Groups/${await scim.id('data-eng')}`, await scim.client.state()];
    for (const last of [
      { op: 'replace', path: 'displayName', value: 'ops' },
      { op: 'add', path: 'members', value: [{ value: 'nobody' }] },
      { op: 'remove', path: 'displayName' },
      { op: 'remove' },
      { op: 'replace', path: 'members[', value: [] },
    ]) {
      const answer = await scim.patch(path, [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: await scim.id('carol') }] },
        last,
      ]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(await scim.client.state()).toEqual(before);
    }
  });

  it.each([
    ['add', { op: 'Add', path: 'members', value: [{ value: 'BOB' }] }],
    ['remove', { op: 'remove', path: 'members[value eq "CAROL"]' }],
    ['rename to itself', { op: 'replace', value: { displayName: 'data-eng' } }],
  ])('that changes nothing keeps version and date: %s', async (_what, operation) => {
    const scim = await startScim();
    const ids = { BOB: await scim.id('bob@acme.com'), CAROL: await scim.id('carol') };
    const text = JSON.stringify(operation).replace('BOB', ids.BOB).replace('CAROL', ids.CAROL);
    const path = `/Groups/${await scim.id('data-eng')}`;
    const before = await scim.get(path);
    await scim.client.put('/_sandbox/clock', { now: '2040-01-01T00:00:00Z' });
    expect((await scim.patch(path, [JSON.parse(text)])).status).toBe(204);
    expect((await scim.get(path)).body).toEqual(before.body);
  });

  it('removes only those whom a list names, as Entra ID sends it', async () => {
    const scim = await startScim();
    const value = [{ $ref: null, value: await scim.id('bob@acme.com') }];
    await scim.patch(`/Groups/${await scim.id('data-eng')}`, [{ op: 'Remove', path: 'members', value }]);
    expect(await scim.members('data-eng')).toEqual(['alice@acme.com']);
  });

  it('of a user cannot take the name of another', async () => {
    const scim = await startScim();
    const answer = await scim.patch(`/Users/${await scim.id('carol')}`, [
      { op: 'replace', value: { userName: 'Alice@acme.com' } },
    ]);
    expect(answer.body).toMatchObject({ status: '409', scimType: 'uniqueness' });
  });
});

describe('members', () => {
  it('are users or groups of the service, and each once', async () => {
    const scim = await startScim();
    const [alice, ops] = [await scim.id('alice@acme.com'), await scim.id('ops')];
    const refused = await scim.post('/Groups', group('x', [alice, 'nobody', 'no-one']));
    expect(refused.body).toMatchObject({
      status: '400',
      scimType: 'invalidValue',
      detail: 'No user or group of this service has the id nobody, no-one.',
    });
    const made = await scim.post('/Groups', group('x', [alice, ops, alice]));
    expect(made.body['members']).toMatchObject([
      { value: alice, type: 'User' },
      { value: ops, type: 'Group', $ref: at(`/Groups/${ops}`), display: 'ops' },
    ]);
  });

  it('go with their user, and the groups get a new version; a group goes with its members', async () => {
    const scim = await startScim();
    const [bob, team] = [await scim.id('bob@acme.com'), await scim.id('data-eng')];
    expect((await scim.delete(`/Users/${bob}`)).status).toBe(204);
    expect((await scim.delete(`/Users/${bob}`)).status).toBe(404);
    expect(await scim.members('data-eng')).toEqual(['alice@acme.com']);
    expect((await scim.get(`/Groups/${team}`)).headers.get('etag')).toBe('W/"2"');
    expect((await scim.get(`/Groups/${await scim.id('ops')}`)).headers.get('etag')).toBe('W/"1"');
    await scim.delete(`/Groups/${team}`);
    expect((await scim.get(`/Users/${await scim.id('alice@acme.com')}`)).body).not.toHaveProperty('groups');
  });

  it('stay when their user is inactive, who stays visible', async () => {
    const scim = await startScim();
    const bob = await scim.id('bob@acme.com');
    await scim.patch(`/Users/${bob}`, [{ op: 'replace', path: 'active', value: false }]);
    expect((await scim.get(`/Users/${bob}`)).body).toMatchObject({ active: false, groups: [{ display: 'data-eng' }] });
    expect(await scim.members('data-eng')).toContain('Bob@acme.com');
  });
});

describe('versions', () => {
  const rename = [{ op: 'replace', path: 'displayName', value: 'renamed' }];
  const writes: [string, (scim: Scim, path: string, headers: Record<string, string>) => ReturnType<Scim['get']>][] = [
    ['PATCH', (scim, path, headers) => scim.patch(path, rename, headers)],
    ['PUT', (scim, path, headers) => scim.put(path, group('renamed'), headers)],
    ['DELETE', (scim, path, headers) => scim.delete(path, headers)],
  ];
  it.each(writes)('%s only goes through with the current one', async (_method, write) => {
    const scim = await startScim();
    const path = `/Groups/${await scim.id('data-eng')}`;
    for (const stale of ['W/"0"', '"9"', 'W/"0", W/"2"', 'junk']) {
      const answer = await write(scim, path, { 'if-match': stale });
      expect([answer.status, answer.body['status']]).toEqual([412, '412']);
    }
    expect((await scim.get(path)).body['displayName']).toBe('data-eng');
    expect((await write(scim, path, { 'if-match': 'W/"7", "1"' })).status).toBeLessThan(300);
    const gone = await write(scim, `${path}x`, { 'if-match': '*' });
    expect(gone.status).toBe(404);
  });

  it('spare a GET its answer when they are known', async () => {
    const scim = await startScim();
    const path = `/Users/${await scim.id('alice@acme.com')}`;
    for (const known of ['W/"1"', '"1"', 'W/"4", W/"1"', '*']) {
      const answer = await scim.get(path, { 'if-none-match': known });
      expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([304, {}, 'W/"1"']);
    }
    expect((await scim.get(path, { 'if-none-match': 'W/"2"' })).status).toBe(200);
  });

  it('are neither sent nor asked for by a service without them', async () => {
    const scim = await startScim({ etag: false });
    const path = `/Users/${await scim.id('alice@acme.com')}`;
    const answer = await scim.get(path, { 'if-none-match': '*' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
    expect(answer.body['meta']).not.toHaveProperty('version');
    expect((await scim.delete(path, { 'if-match': 'W/"9"' })).status).toBe(204);
  });
});

it('takes 1,000 removals from a group of 10,000, as one PATCH in either dialect', async () => {
  const users = Array.from({ length: 10_000 }, (_, index) => ({ userName: `u${index}` }));
  const all = { displayName: 'all', members: users.map(({ userName }) => userName) };
  const large = scimClient(await start({ scim: [{ path: corp, users, groups: [all] }] }));
  const path = `/Groups/${String(pick((await large.get('/Groups?excludedAttributes=members')).body, 'Resources', 0, 'id'))}`;
  const members = (await large.get(path)).body['members'] as { value: string }[];
  const ids = members.map(({ value }) => value);
  expect(ids).toHaveLength(10_000);
  await large.patch(
    path,
    ids.slice(0, 1000).map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
  );
  await large.patch(path, [
    { op: 'Remove', path: 'members', value: ids.slice(1000, 2000).map((value) => ({ value })) },
  ]);
  const left = (await large.get(path)).body['members'] as { value: string }[];
  expect(left.map(({ value }) => value)).toEqual(ids.slice(2000));
});

describe('the message of a PATCH', () => {
  it.each<[string, Json | string, string]>([
    ['no operations', { schemas: [message('PatchOp')] }, 'invalidSyntax'],
    ['an unknown op', { schemas: [message('PatchOp')], Operations: [{ op: 'move', path: 'x' }] }, 'invalidSyntax'],
    ['a path to nowhere', { Operations: [{ op: 'add', path: 'shoeSize', value: 1 }] }, 'invalidPath'],
    ['a readOnly target', { Operations: [{ op: 'replace', path: 'meta.created', value: 'x' }] }, 'mutability'],
    ['a required target', { Operations: [{ op: 'remove', path: 'userName' }] }, 'mutability'],
  ])('with %s', async (_what, body, scimType) => {
    const scim = await startScim();
    const headers = { authorization: 'Bearer scim-development' };
    const path = `${corp}/Users/${await scim.id('carol')}`;
    expect((await scim.client.send('PATCH', path, body, headers)).body).toMatchObject({ status: '400', scimType });
  });
});
