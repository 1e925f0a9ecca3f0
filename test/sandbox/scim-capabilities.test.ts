/** Each capability of a service by what a client sees of it; the defaults are a good server. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultCapabilities } from '../../src/sandbox/scim/capabilities.js';
import { group, startScim, user, type Json, type Scim } from './scim-support.js';
import { pick, type Answer } from './support.js';

const hits = async (scim: Scim, path: string, filter: string): Promise<Answer> =>
  scim.get(`${path}?filter=${encodeURIComponent(filter)}`);
const teamPath = async (scim: Scim): Promise<string> => `/Groups/${await scim.id('data-eng')}`;

describe('capabilities in a world', () => {
  it('are those of the schema, with its defaults', async () => {
    const schema: unknown = JSON.parse(await readFile('schemas/world.schema.json', 'utf8'));
    const properties = pick(schema, '$defs', 'scimService', 'properties', 'capabilities', 'properties') as object;
    const defaults = Object.entries(properties).map(([name, each]) => [name, pick(each, 'default')]);
    expect(Object.fromEntries(defaults)).toEqual(defaultCapabilities);
  });

  it('stand in the state', async () => {
    const state = await (await startScim({ chunkLimit: 3 })).client.state();
    expect(pick(state, 'scim', '/scim/v2/corp', 'capabilities')).toEqual({ ...defaultCapabilities, chunkLimit: 3 });
  });
});

describe('patch: false', () => {
  it.each([501, 405])('answers %i, and PUT does the work', async (patchRefusal) => {
    const scim = await startScim({ patch: false, patchRefusal });
    const path = await teamPath(scim);
    const refused = await scim.patch(path, [{ op: 'remove', path: 'members' }]);
    expect([refused.status, refused.body['status']]).toEqual([patchRefusal, String(patchRefusal)]);
    expect(refused.headers.get('allow')).toBe('GET, PUT, DELETE');
    expect(pick((await scim.get('/ServiceProviderConfig')).body, 'patch', 'supported')).toBe(false);
    const ids = [await scim.id('carol'), await scim.id('alice@acme.com')];
    expect((await scim.put(path, group('data-eng', ids))).status).toBe(200);
    expect(await scim.members('data-eng')).toEqual(['alice@acme.com', 'carol']);
  });
});

describe('filters', () => {
  it('that are not supported are refused, whatever they say', async () => {
    const scim = await startScim({ filter: false });
    for (const filter of ['userName eq "x"', 'userName']) {
      expect((await hits(scim, '/Users', filter)).body).toMatchObject({ status: '400', scimType: 'invalidFilter' });
    }
    expect(pick((await scim.get('/ServiceProviderConfig')).body, 'filter', 'supported')).toBe(false);
    expect((await scim.get('/Users')).body['totalResults']).toBe(3);
  });

  it.each([
    ['userName eq "carol"', 200],
    ['userName eq "carol" and displayName eq "Carol"', 200],
    ['userName sw "c"', 400],
    ['userName eq "a" or userName eq "b"', 400],
    ['not (userName eq "a")', 400],
    ['userName pr', 400],
  ])('of eq and and only: %s is %i', async (filter, status) => {
    expect((await hits(await startScim({ filterOperators: 'eq-and' }), '/Users', filter)).status).toBe(status);
  });

  it('on members may be refused, names that only look like it are not', async () => {
    const scim = await startScim({ membersFilter: false });
    const filter = `id eq "${await scim.id('data-eng')}" and members eq "x"`;
    expect((await hits(scim, '/Groups', filter)).body).toMatchObject({ scimType: 'invalidFilter' });
    expect((await hits(scim, '/Groups', 'displayName eq "members"')).status).toBe(200);
  });
});

describe('hideMembers', () => {
  it('leaves them out of every answer, and still takes and finds them', async () => {
    const scim = await startScim({ hideMembers: true, groupPatchStatus: 200 });
    const [path, carol] = [await teamPath(scim), await scim.id('carol')];
    const answers = [
      await scim.get('/Groups'),
      await scim.get(path),
      await scim.get(`${path}?attributes=members`),
      await scim.post('/Groups', group('new', [carol])),
      await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value: carol }] }]),
      await scim.get(`/Users/${carol}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201, 200, 200]);
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/"(members|groups)"/);
    const found = await hits(scim, '/Groups', `id eq "${await scim.id('data-eng')}" and members eq "${carol}"`);
    expect(found.body['totalResults']).toBe(1);
  });
});

it('memberLimit shows only so many and says nothing of it', async () => {
  const scim = await startScim({ memberLimit: 1 });
  const path = await teamPath(scim);
  expect((await scim.get(path)).body['members']).toHaveLength(1);
  await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value: await scim.id('carol') }] }]);
  expect((await scim.get('/Groups')).body['Resources']).toMatchObject([{ members: [{}] }, {}]);
  const state = pick(await scim.client.state(), 'scim', '/scim/v2/corp', 'groups', 'data-eng', 'members');
  expect(state).toEqual(['Bob@acme.com', 'alice@acme.com', 'carol']);
});

describe('chunkLimit', () => {
  it.each([
    [{}, 413, undefined],
    [{ chunkRefusal: 400 }, 400, 'tooMany'],
  ])('refuses a write of more members: %j', async (capabilities, status, scimType) => {
    const scim = await startScim({ chunkLimit: 1, ...capabilities });
    const [path, carol, alice] = [await teamPath(scim), await scim.id('carol'), await scim.id('alice@acme.com')];
    const two = [{ value: carol }, { value: alice }];
    const before = await scim.client.state();
    const refused = [
      await scim.patch(path, [{ op: 'add', path: 'members', value: two }]),
      await scim.patch(path, [{ op: 'replace', value: { members: two } }]),
      await scim.patch(path, [{ op: 'remove', path: 'members' }]),
      await scim.patch(
        path,
        two.map(({ value }) => ({ op: 'remove', path: `members[value eq "${value}"]` })),
      ),
      await scim.put(path, group('data-eng')),
      await scim.post('/Groups', group('new', [carol, alice])),
    ];
    for (const { body } of refused) {
      expect([body['status'], body['scimType']]).toEqual([String(status), scimType]);
    }
    expect(await scim.client.state()).toEqual(before);
    expect((await scim.patch(path, [{ op: 'add', path: 'members', value: [{ value: carol }] }])).status).toBe(204);
    expect((await scim.put(path, group('data-eng', [carol, alice]))).status).toBe(200);
  });
});

it('stringBooleans answers with text', async () => {
  const scim = await startScim({ stringBooleans: true });
  const made = await scim.post('/Users', user('x', { active: false, emails: [{ value: 'x@y.z', primary: true }] }));
  expect(made.body).toMatchObject({ active: 'false', emails: [{ primary: 'true' }] });
  expect((await hits(scim, '/Users', 'active eq false')).body['totalResults']).toBe(2);
});

it('lowerCaseUserNames stores them so', async () => {
  const scim = await startScim({ lowerCaseUserNames: true });
  expect((await scim.post('/Users', user('DORA'))).body['userName']).toBe('dora');
  const path = `/Users/${await scim.id('carol')}`;
  expect((await scim.patch(path, [{ op: 'replace', path: 'userName', value: 'CaRol2' }])).body['userName']).toBe(
    'carol2',
  );
  expect((await scim.get(`/Users/${await scim.id('bob@acme.com')}`)).body['userName']).toBe('bob@acme.com');
});

it('omitEmptyResources leaves Resources out only when nothing is found', async () => {
  const scim = await startScim({ omitEmptyResources: true });
  expect((await hits(scim, '/Users', 'userName eq "x"')).body).not.toHaveProperty('Resources');
  expect((await scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 3, Resources: [] });
});

it('uniqueGroupNames: false lets two groups have one name', async () => {
  const scim = await startScim({ uniqueGroupNames: false });
  expect((await scim.post('/Groups', group('OPS'))).status).toBe(201);
  expect((await hits(scim, '/Groups', 'displayName eq "ops"')).body['totalResults']).toBe(2);
});

it('validateMembers: false takes any id as a member', async () => {
  const scim = await startScim({ validateMembers: false });
  const made = await scim.post('/Groups', group('x', ['somebody/else']));
  expect([made.status, made.body['members']]).toEqual([201, [{ value: 'somebody/else' }]]);
});

it('userPatchStatus and groupPatchStatus turn the answers round', async () => {
  const scim = await startScim({ userPatchStatus: 204, groupPatchStatus: 200 });
  const patched = await scim.patch(`/Users/${await scim.id('carol')}`, [{ op: 'replace', value: { active: true } }]);
  expect([patched.status, patched.body]).toEqual([204, {}]);
  const renamed = await scim.patch(await teamPath(scim), [{ op: 'replace', path: 'displayName', value: 'x' }]);
  expect([renamed.status, renamed.body['displayName']]).toEqual([200, 'x']);
});

describe('a PATCH of a group', () => {
  const rows: [Json, Json, boolean][] = [
    [{ groupPathlessPatch: false }, { op: 'replace', value: { displayName: 'x' } }, false],
    [{ groupPathlessPatch: false }, { op: 'replace', path: 'displayName', value: 'x' }, true],
    [{ removeAllMembers: false }, { op: 'remove', path: 'members' }, false],
    [{ removeAllMembers: false }, { op: 'Remove', path: 'Members', value: [] }, false],
    [{ removeAllMembers: false }, { op: 'remove', path: 'members', value: [{ value: 'ALICE' }] }, true],
    [{ removeAllMembers: false }, { op: 'remove', path: 'members[value eq "ALICE"]' }, true],
    [{ replaceMembers: false }, { op: 'replace', path: 'members', value: [] }, false],
    [{ replaceMembers: false }, { op: 'replace', value: { members: [] } }, false],
    [{ replaceMembers: false }, { op: 'add', path: 'members', value: [{ value: 'ALICE' }] }, true],
    [{ replaceMembers: false }, { op: 'replace', value: { displayName: 'x' } }, true],
  ];
  it.each(rows)('with %j: %j goes through: %s', async (capabilities, operation, goes) => {
    const scim = await startScim(capabilities);
    const sent = JSON.parse(JSON.stringify(operation).replace('ALICE', await scim.id('alice@acme.com'))) as Json;
    const before = await scim.client.state();
    const answer = await scim.patch(await teamPath(scim), [sent]);
    expect(answer.status).toBe(goes ? 204 : 400);
    if (!goes) expect(await scim.client.state()).toEqual(before);
  });
});

it('noTargetOnReplace decides about an e-mail that is not there', async () => {
  const replace = [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'c@acme.com' }];
  const entra = await startScim();
  const created = await entra.patch(`/Users/${await entra.id('carol')}`, replace);
  expect(created.body['emails']).toEqual([{ type: 'work', value: 'c@acme.com' }]);
  const strict = await startScim({ noTargetOnReplace: 'error' });
  const refused = await strict.patch(`/Users/${await strict.id('carol')}`, replace);
  expect(refused.body).toMatchObject({ status: '400', scimType: 'noTarget' });
});

it('lenient: false takes only what the RFCs allow', async () => {
  const scim = await startScim({ lenient: false });
  expect((await hits(scim, '/Users', 'userName eq carol')).body).toMatchObject({ scimType: 'invalidFilter' });
  expect((await scim.post('/Users', { userName: 'x' })).body).toMatchObject({ scimType: 'invalidSyntax' });
  expect((await scim.post('/Users', user('x', { active: 'True' }))).body).toMatchObject({ scimType: 'invalidValue' });
});
