/** What was read, as live resources: attributes, origins, what a write needs, and what is compared before it. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import type { LiveResource } from '../../../src/core/resource.js';
import {
  directory,
  fullConfig,
  group,
  membersOf,
  scimError,
  startService,
  user,
  type Service,
} from './read-service.js';

async function person(
  more: JsonObject,
  wanted: JsonObject = {},
  service: Service = {},
): Promise<LiveResource | undefined> {
  const { read } = startService({ config: fullConfig, users: [user('Alice', { id: 'a1', ...more })], ...service });
  return (await read(directory({ members: { alice: wanted } }))).resources[0];
}

describe('a person', () => {
  it('has the attributes that the service gives, in one form', async () => {
    const live = await person({
      active: 'True',
      displayName: 'Alice Ng',
      externalId: 7,
      name: { givenName: 'Alice', familyName: 'Ng', middleName: '', honorificPrefix: 'Dr' },
      emails: [
        { value: 'B@acme.com', type: 'home' },
        { value: 'a@acme.com', primary: 'true' },
        { value: 'b@ACME.com' },
      ],
      meta: { version: 'W/"1"' },
    });
    expect(live).toEqual({
      kind: 'member',
      name: 'alice',
      remoteId: 'a1',
      attributes: {
        active: true,
        displayName: 'Alice Ng',
        externalId: '7',
        name: { givenName: 'Alice', familyName: 'Ng' },
        emails: ['a@acme.com', 'b@acme.com'],
      },
      origin: 'idp',
      native: { active: true },
    });
  });

  it.each<[string, JsonObject]>([
    ['left out', {}],
    ['null or empty', { displayName: null, externalId: '', name: null, emails: null, groups: null }],
    ['empty lists and objects', { name: {}, emails: [], groups: [] }],
  ])('has no attributes that are %s', async (_, more) => {
    expect((await person(more))?.attributes).toEqual({ active: true });
  });

  it.each([
    [true, true],
    [false, false],
    ['TRUE', true],
    ['False', false],
    [1, true],
    [0, false],
    ['0', false],
    [null, true],
  ])('with active %j is active: %s', async (active, expected) => {
    expect((await person({ active }))?.attributes['active']).toBe(expected);
  });

  it('is active where the service does not say', async () => {
    const { read } = startService({ config: fullConfig, users: [{ id: '1', userName: 'alice' }] });
    expect((await read(directory({ members: {} }))).resources[0]?.attributes).toEqual({ active: true });
  });

  it.each([
    ['none', undefined, undefined, 'unknown'],
    ["the configuration's", 'ours', 'ours', 'unknown'],
    ["another's", 'theirs', 'ours', 'idp'],
    ['one that the configuration does not give', 'theirs', undefined, 'idp'],
  ])('with %s externalId has its origin', async (_, live, wanted, origin) => {
    const read = await person(
      live === undefined ? {} : { externalId: live },
      wanted === undefined ? {} : { externalId: wanted },
    );
    expect(read?.origin).toBe(origin);
  });

  it('keeps e-mails as they are where they are managed', async () => {
    const emails = [{ value: 'A@acme.com', type: 'work', primary: true }];
    expect((await person({ emails }, { emails: ['a@acme.com'] }))?.native).toEqual({ active: true, emails });
    expect((await person({ emails }))?.native).toEqual({ active: true });
  });

  it('is kept whole where the service has no PATCH, without what only the service writes', async () => {
    const config = { ...fullConfig, patch: { supported: false } };
    const more = {
      schemas: ['urn:x'],
      title: 'Boss',
      nickName: null,
      password: 'no',
      groups: [{ value: 'g' }],
      meta: { version: '"1"' },
    };
    expect((await person(more, {}, { config }))?.native).toEqual({
      active: true,
      whole: { schemas: ['urn:x'], userName: 'Alice', active: true, title: 'Boss' },
    });
  });

  it('may have any name', async () => {
    const users = JSON.parse(
      '[{"id":"__proto__","userName":"__proto__","__proto__":{"x":1}},{"id":"constructor","userName":"constructor"}]',
    ) as JsonObject[];
    const { read } = startService({ config: fullConfig, users });
    const live = await read(directory({ members: {} }));
    expect(live.resources.map(({ name, remoteId }) => [name, remoteId])).toEqual([
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
    ]);
    expect(live.facts.idOf.get('__proto__')).toBe('__proto__');
  });
});

describe('a team', () => {
  it('has its externalId, its origin and its members', async () => {
    const groups = [group('eng', ['alice', 'bob', 'bob'], { externalId: 'e1' })];
    const { read } = startService({ config: fullConfig, users: [user('alice'), user('bob')], groups });
    const live = await read(directory({ members: {}, teams: { eng: { externalId: 'e1', members: ['alice'] } } }));
    expect(live.resources.find(({ kind }) => kind === 'team')).toEqual({
      kind: 'team',
      name: 'eng',
      remoteId: 'g-eng',
      attributes: { externalId: 'e1', members: ['alice', 'bob'] },
      origin: 'unknown',
      native: { members: ['u-alice', 'u-bob'] },
      toldByNative: ['members'],
    });
    expect((await read(directory({ teams: { eng: {} } }))).resources.find(({ kind }) => kind === 'team')).toMatchObject(
      {
        origin: 'idp',
        native: {},
      },
    );
  });
});

describe('what a plan touches, read again', () => {
  const users = ['alice', 'bob', 'carol'].map((name) => user(name, { active: name !== 'bob' }));
  const natives = (resources: readonly LiveResource[]) =>
    resources.filter(({ kind }) => kind === 'team').map(({ name, remoteId, native }) => [name, remoteId, native]);

  it.each<[string, Service]>([
    ['members as they are', {}],
    ['members that lists hide', { hideMembers: 'lists' }],
    ['members that are hidden', { hideMembers: 'all' }],
    ['an empty group', { groups: [group('eng', undefined), group('ops', ['alice'])] }],
    ['whole groups', { config: { ...fullConfig, patch: { supported: false } } }],
  ])('is the same: %s', async (_, more) => {
    const service: Service = {
      config: fullConfig,
      users,
      groups: [group('eng', ['alice', 'bob']), group('ops', ['carol'])],
      ...more,
    };
    const wanted = { teams: { eng: { members: ['alice', 'carol'] } } };
    const planned = await startService(service).read(directory({ members: { bob: {} }, ...wanted }));
    const touched = startService(service);
    const again = await touched.read(directory({ ...wanted, managed: [] }));
    const eng = (list: ReturnType<typeof natives>) => list.filter(([name]) => name === 'eng');
    expect(eng(natives(again.resources))).toEqual(eng(natives(planned.resources)));
    expect(touched.requests.some((request) => request.includes('/Users'))).toBe(false);
    expect(again.coverage).toEqual({});
  });

  it('counts groups as perhaps hidden that show nobody, or as many as fit', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `p${index}`);
    const groups = [group('eng', []), group('ops', ['alice']), group('all', names)];
    const { read, requests } = startService({ config: fullConfig, users, groups });
    const members: readonly string[] = [];
    const live = await read(
      directory({ teams: { eng: { members }, ops: { members }, all: { members } }, managed: [] }),
    );
    expect(live.facts.hidden).toEqual(new Set(['g-eng', 'g-all']));
    expect(requests).toHaveLength(2);
    expect(membersOf(live, 'ops')).toBeUndefined();
  });
});

describe('attributes that a service does not have', () => {
  const schemas = (...names: readonly string[]) => ({
    Resources: [{ id: 'urn:ietf:params:scim:schemas:core:2.0:User', attributes: names.map((name) => ({ name })) }],
  });
  const start = (body: unknown, users: readonly JsonObject[] = [user('alice'), user('bob')]) =>
    startService({
      config: fullConfig,
      users,
      intercept: ({ path }) =>
        path !== '/Schemas' ? undefined : body instanceof Response ? body : Response.json(body),
    });
  const wanted = directory({
    members: {
      alice: { name: { givenName: 'A' }, emails: ['a@x'], displayName: 'A', externalId: 'x' },
      bob: { name: { givenName: 'B' } },
    },
  });

  it('are left out with a warning at the first who wants them', async () => {
    const { read, requests } = start(schemas('userName', 'active', 'displayName'));
    const live = await read(wanted);
    expect(live.facts.unsupported).toEqual(new Set(['name', 'emails']));
    expect(live.diagnostics.map(({ code, address, summary }) => [code, address, summary])).toEqual([
      [
        'scim-attribute-unsupported',
        'corp/member/alice',
        'The directory corp does not store emails, so that of alice is left out.',
      ],
      [
        'scim-attribute-unsupported',
        'corp/member/alice',
        'The directory corp does not store name, so that of alice (nor that of 1 more) is left out.',
      ],
    ]);
    await read(wanted);
    expect(requests.filter((request) => request.includes('/Schemas'))).toHaveLength(1);
  });

  it('are not looked for where somebody has them, nobody wants them, or there is nobody', async () => {
    const full = user('bob', {
      name: { givenName: 'B' },
      emails: [{ value: 'b@x' }],
      displayName: 'B',
      externalId: 'b',
    });
    for (const [users, organization] of [
      [[user('alice'), full], wanted],
      [[user('alice')], directory({ members: { alice: {} } })],
      [[], wanted],
    ] as const) {
      const { read, requests } = start(schemas('userName'), users);
      expect((await read(organization)).facts.unsupported.size).toBe(0);
      expect(requests.some((request) => request.includes('/Schemas'))).toBe(false);
    }
  });

  it.each<[string, () => unknown]>([
    ['are absent', () => scimError(404)],
    ['are protected', () => scimError(401)],
    ['are nonsense', () => ({ hello: 1 })],
    ['are HTML', () => new Response('<html>')],
    ['list nothing', () => schemas()],
    ['are of something else', () => ({ Resources: [{ id: 'urn:other', attributes: [{ name: 'x' }] }] })],
  ])('are assumed to be there where the schemas %s', async (_, body) => {
    const live = await start(body()).read(wanted);
    expect(live.facts.unsupported.size).toBe(0);
    expect(live.diagnostics).toEqual([]);
  });

  it('are found in a bare list, too, in any case; externalId only where common attributes are listed', async () => {
    const [schema] = schemas('ID', 'USERNAME', 'Name', 'DISPLAYNAME').Resources;
    const live = await start([{ ...schema, id: schema?.id.toUpperCase() }]).read(wanted);
    expect(live.facts.unsupported).toEqual(new Set(['emails', 'externalId']));
  });
});
