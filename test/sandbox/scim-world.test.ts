/** A world's SCIM services: what may be in them, and the sandbox's controls upon them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorldError } from '../../src/sandbox/index.js';
import { parseWorld } from '../../src/sandbox/load-world.js';
import { corp, group, scimClient, scimWorld, startScim, user, type Json } from './scim-support.js';
import { pick, start, world } from './support.js';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'orgwright-scim-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const problems = (text: string): readonly string[] => {
  try {
    parseWorld(text, 'w.yaml');
  } catch (error) {
    if (error instanceof WorldError) return error.problems.map((line) => line.replace(/^w\.yaml:\d+:\d+: /, ''));
    throw error;
  }
  return [];
};

describe('a world with SCIM services', () => {
  it.each([
    ['path: corp', [expect.stringMatching(/must match pattern/)]],
    ['path: /', [expect.stringMatching(/fewer than 2/), expect.stringMatching(/must match pattern/)]],
    ['path: /_sandbox/x', [expect.stringMatching(/cannot be the path/)]],
    ['path: /s, users: [{ userName: a }, { userName: A }]', ['the user name a comes twice']],
    [
      'path: /s, groups: [{ displayName: g }, { displayName: G }]',
      ['the name g comes twice (capability uniqueGroupNames: false allows it)'],
    ],
    [
      'path: /s, capabilities: { uniqueGroupNames: false }, groups: [{ displayName: g }, { displayName: G }]',
      ['the name g comes twice (give groups of one name their own ids)'],
    ],
    ['path: /s, groups: [{ displayName: g, members: [nobody] }]', ['nobody is not a user']],
    ['path: /s, users: [{ userName: a, id: x }], groups: [{ displayName: g, id: x }]', ['the id x comes twice']],
    ['path: /s, capabilities: { chunk: 1 }', ['unknown key chunk']],
    ['path: /s, capabilities: { paging: both }', ['must be one of index, cursor']],
  ])('says what is wrong with { %s }', (service, expected) => {
    expect(problems(`scim:\n  - { ${service} }\n`)).toEqual(expected);
  });

  it('names no path twice', () => {
    expect(problems('scim: [{ path: /s }, { path: /s/ }]')).toEqual(['the path /s comes twice']);
  });

  it('may say everything about users and groups', async () => {
    const service = {
      path: '/scim',
      users: [
        {
          id: 'u-1',
          userName: 'alice',
          displayName: 'Alice',
          active: false,
          externalId: 'e',
          name: { givenName: 'Alice', familyName: 'Ng' },
          emails: [{ value: 'a@x.com', type: 'work', primary: true }],
        },
      ],
      groups: [{ id: 'g-1', displayName: 'g', externalId: 'ge', members: ['ALICE'] }],
    };
    const scim = scimClient(await start({ scim: [service] }), '/scim');
    expect((await scim.get('/Users/u-1')).body).toMatchObject(service.users[0] ?? {});
    expect((await scim.get('/Groups/g-1')).body).toMatchObject({ externalId: 'ge', members: [{ value: 'u-1' }] });
  });
});

it('shows services in the state by name, and seeds them again on a reset', async () => {
  const scim = await startScim();
  const before = await scim.client.state();
  expect(pick(before, 'scim', corp)).toMatchObject({
    users: {
      'alice@acme.com': { externalId: 'e1', active: true, version: 1 },
      'bob@acme.com': {},
      carol: { active: false },
    },
    groups: { 'data-eng': { members: ['Bob@acme.com', 'alice@acme.com'] }, ops: { members: [] } },
  });
  const first = await scim.post('/Users', user('new'));
  await scim.delete(`/Groups/${await scim.id('ops')}`);
  await scim.client.post('/_sandbox/reset');
  const strip = (state: unknown): unknown => JSON.parse(JSON.stringify(state).replace(/"\d{4}-[^"]*Z"/g, '"time"'));
  expect(strip(await scim.client.state())).toEqual(strip(before));
  expect((await scim.post('/Users', user('new'))).body['id']).toBe(first.body['id']);
});

it('keeps what was written when it starts again, in the same order', async () => {
  const dataDir = join(data, 'kept');
  const first = scimClient(await start(scimWorld(), { dataDir }));
  for (const name of ['zoe', 'adam', 'mia']) await first.post('/Users', user(name));
  const made = await first.post('/Groups', group('made', [await first.id('zoe'), await first.id('carol')]));
  await first.patch(`/Groups/${String(made.body['id'])}`, [
    { op: 'remove', path: `members[value eq "${await first.id('zoe')}"]` },
  ]);
  await first.delete(`/Users/${await first.id('alice@acme.com')}`);
  const [state, users] = [await first.client.state(), await first.get('/Users')];
  await first.client.sandbox.close();
  const second = scimClient(await start(undefined, { dataDir }));
  expect(await second.client.state()).toEqual(state);
  expect((await second.get('/Users')).body).toEqual(users.body);
  await second.client.sandbox.close();
});

it('keeps of a bulk exactly what went through', async () => {
  const dataDir = join(data, 'bulk');
  const first = scimClient(await start(scimWorld({ bulk: true }), { dataDir }));
  await first.bulk([
    { method: 'POST', path: '/Groups', bulkId: 'a', data: group('data-eng', ['bulkId:b']) },
    { method: 'POST', path: '/Groups', bulkId: 'b', data: group('b', ['bulkId:a']) },
    { method: 'POST', path: '/Users', bulkId: 'c', data: user('c') },
    { method: 'PUT', path: `/Users/${await first.id('carol')}`, data: user('c') },
  ]);
  const state = await first.client.state();
  await first.client.sandbox.close();
  const second = await start(undefined, { dataDir });
  expect(await second.state()).toEqual(state);
  expect(Object.keys(pick(state, 'scim', corp, 'users') as Json)).toContain('c');
  expect(pick(state, 'scim', corp, 'groups')).not.toHaveProperty('b');
  await second.sandbox.close();
});

it('injects faults in SCIM words, and counts a search as a read', async () => {
  const scim = await startScim({ bulk: true });
  await scim.client.put('/_sandbox/faults', [
    { path: `${corp}/Users`, method: 'POST', status: 429, retryAfter: 3, times: 1 },
    { path: `${corp}/Groups`, status: 400, errorCode: 'tooMany', times: 1 },
    { path: `${corp}/Me`, status: 204, times: 1 },
  ]);
  const limited = await scim.post('/Users', user('x'));
  expect(limited.body).toMatchObject({ schemas: [expect.stringMatching(/:Error$/)], status: '429' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
  expect((await scim.get('/Groups')).body).toMatchObject({ status: '400', scimType: 'tooMany' });
  expect((await scim.get('/Me')).status).toBe(204);

  await scim.client.delete('/_sandbox/requests');
  await scim.get('/Users');
  await scim.post('/Users/.search', {});
  await scim.post('/.search', {});
  await scim.post('/Users', user('x'));
  await scim.bulk([]);
  expect((await scim.client.get('/_sandbox/requests')).body['totals']).toEqual({ reads: 3, writes: 2, auth: 0 });
});

describe('a login to a service', () => {
  it.each([
    ['corp', 'ALICE@acme.com', true, /active user/],
    [corp, 'bob@acme.com', true, /active user/],
    ['corp', 'carol', false, /inactive/],
    ['corp', 'nobody', false, /not a user/],
  ])('%s as %s: %s', async (organization, email, allowed, reason) => {
    const { client } = await startScim();
    const answer = await client.post('/_sandbox/login', { organization, email, method: 'sso' });
    expect(answer.body).toMatchObject({ allowed, reason: expect.stringMatching(reason) as string, provisioned: false });
  });

  it('says when an organization of another vendor has the name too', async () => {
    const client = await start({ ...world({ name: 'corp' }), ...scimWorld() });
    const answer = await client.post('/_sandbox/login', { organization: 'corp', email: 'bob@acme.com', method: 'sso' });
    expect(answer.body['message']).toMatch(/two organizations/);
    const body = { organization: corp, email: 'bob@acme.com' };
    expect((await client.post('/_sandbox/login', body)).body['allowed']).toBe(true);
  });

  it('needs a service and a user name', async () => {
    const { client } = await startScim();
    for (const body of [
      { organization: 'other', email: 'carol' },
      { organization: 'corp' },
      { organization: 'corp', email: 'x', method: 1 },
    ]) {
      expect((await client.post('/_sandbox/login', body)).status).toBe(400);
    }
  });
});

it('seeds 10,000 users in 500 groups, and finds one among them by name', async () => {
  const users = Array.from({ length: 10_000 }, (_, at) => ({ userName: `u${at}` }));
  const groups = Array.from({ length: 500 }, (_, at) => ({
    displayName: `g${at}`,
    members: Array.from({ length: 20 }, (_each, index) => `u${at * 20 + index}`),
  }));
  const scim = scimClient(await start({ scim: [{ path: corp, capabilities: { maxResults: 1000 }, users, groups }] }));
  const seen = new Set<unknown>();
  for (let startIndex = 1; startIndex <= 10_000; startIndex += 1000) {
    const { body } = await scim.get(`/Users?count=1000&startIndex=${startIndex}`);
    for (const { id } of body['Resources'] as Json[]) seen.add(id);
  }
  expect(seen.size).toBe(10_000);
  const found = await scim.get('/Users?filter=userName%20eq%20%22U9999%22');
  expect(pick(found.body, 'Resources', 0)).toMatchObject({ userName: 'u9999', groups: [{ display: 'g499' }] });
});
