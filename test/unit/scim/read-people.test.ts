/** Page 1 first, then the cheaper of the other pages and lookups. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import { directory, fullConfig, group, membersOf, namesOf, scimError, startService, user } from './read-service.js';

const everybody = (count: number): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => user(`p${String(index).padStart(4, '0')}`));
const settings = { config: fullConfig, pageSize: 10 };
const byName = (...names: readonly string[]): Record<string, JsonObject> =>
  Object.fromEntries(names.map((name) => [name, {}]));
/** As where only what a plan touches is read again. */
const again = (...names: readonly string[]) => directory({ members: byName(...names), managed: [] });

describe('people', () => {
  it('are all listed where the collection is managed', async () => {
    const { read, requests } = startService({ ...settings, users: everybody(45) });
    await read(directory({ members: byName('p0044') }));
    expect(requests.filter((request) => request.includes('filter'))).toEqual([]);
    expect(requests).toHaveLength(1 + 5);
  });

  it('are looked up where that is cheaper, after page 1', async () => {
    const { read, requests } = startService({ ...settings, users: everybody(45) });
    const live = await read(again('p0001', 'p0044', 'p0033', 'nobody'));
    expect(requests.slice(1)).toEqual([
      'GET /Users?startIndex=1&count=1000',
      'GET /Users?filter=userName eq "p0044"',
      'GET /Users?filter=userName eq "p0033"',
      'GET /Users?filter=userName eq "nobody"',
    ]);
    expect(namesOf(live, 'member')).toEqual(expect.arrayContaining(['p0001', 'p0044', 'p0033']));
    expect(live.facts.idOf.get('p0044')).toBe('u-p0044');
    expect(live.facts.idOf.has('nobody')).toBe(false);
    expect(live.coverage).toEqual({});
  });

  it('are listed where that is as cheap', async () => {
    const { read, requests } = startService({ ...settings, users: everybody(30) });
    await read(again('p0021', 'p0022'));
    expect(requests.filter((request) => request.includes('filter'))).toEqual([]);
    expect(requests).toHaveLength(1 + 3);
  });

  it('are found on page 1 without any other request', async () => {
    const { read, requests } = startService({ ...settings, users: everybody(45) });
    await read(again('p0001', 'p0002'));
    expect(requests).toHaveLength(2);
  });

  it('are listed where the service has no filters', async () => {
    const config = { ...fullConfig, filter: { supported: false } };
    const { read, requests } = startService({ ...settings, config, users: everybody(45) });
    const live = await read(again('p0044'));
    expect(requests.slice(1).every((request) => request.includes('startIndex'))).toBe(true);
    expect(live.facts.idOf.get('p0044')).toBe('u-p0044');
  });

  it.each([
    [400, 'invalidFilter'],
    [501, undefined],
    [400, undefined],
  ])('are listed where a filter is refused with %i %s, once and for all', async (status, scimType) => {
    const { read, requests } = startService({
      ...settings,
      users: everybody(45),
      intercept: ({ query }) => (query.has('filter') ? scimError(status, scimType) : undefined),
    });
    const live = await read(again('p0044', 'p0043'));
    expect(live.facts.capabilities.filter).toBe(false);
    expect(live.facts.idOf.get('p0043')).toBe('u-p0043');
    await read(again('p0044'));
    expect(requests.filter((request) => request.includes('filter'))).toHaveLength(1);
  });

  it('are quoted and encoded where they are looked up', async () => {
    const names = ['a+b#c&d@x', 'say "hi"', 'back\\slash', 'zoë'];
    const { read, urls } = startService({ ...settings, users: [...everybody(65), ...names.map((name) => user(name))] });
    const live = await read(again(...names));
    expect(urls.slice(2).map((url) => url.split('?')[1])).toEqual([
      'filter=userName%20eq%20%22a%2Bb%23c%26d%40x%22',
      'filter=userName%20eq%20%22say%20%5C%22hi%5C%22%22',
      'filter=userName%20eq%20%22back%5C%5Cslash%22',
      'filter=userName%20eq%20%22zo%C3%AB%22',
    ]);
    expect(names.map((name) => live.facts.idOf.get(name))).toEqual(names.map((name) => `u-${name}`));
  });

  it('are not mixed up: somebody else in the answer is passed over', async () => {
    const { read } = startService({
      ...settings,
      users: everybody(45),
      intercept: ({ query }) =>
        query.has('filter') ? Response.json({ totalResults: 1, Resources: [user('p0099')] }) : undefined,
    });
    const live = await read(again('p0044'));
    expect(live.facts.idOf.has('p0044')).toBe(false);
    expect(live.facts.idOf.has('p0099')).toBe(false);
  });

  it('are listed where the service takes no notice of filters', async () => {
    const { read } = startService({
      ...settings,
      users: everybody(45),
      intercept: ({ query }) =>
        query.has('filter') ? Response.json({ totalResults: 45, Resources: everybody(10) }) : undefined,
    });
    const live = await read(again('p0044'));
    expect(live.facts.idOf.get('p0044')).toBe('u-p0044');
    expect(live.facts.capabilities.filter).toBe(false);
  });

  it('match without case, and a name that two have is not guessed', async () => {
    const { read } = startService({
      ...settings,
      users: [user('Alice', { id: '1' }), user('ALICE', { id: '2' }), user('Bob', { id: '3' })],
    });
    const live = await read(directory({ members: byName('alice', 'bob') }));
    expect(namesOf(live, 'member')).toEqual(['alice', 'alice', 'bob']);
    expect([...live.facts.idOf]).toEqual([['bob', '3']]);
  });

  it('are not read where nothing is wanted of them', async () => {
    const { read, requests } = startService({ ...settings, users: everybody(5), groups: [group('eng', ['p0001'])] });
    await read(directory({ teams: { eng: { externalId: 'x' } } }));
    expect(requests.some((request) => request.includes('/Users'))).toBe(false);
    expect(requests[1]).toBe('GET /Groups?startIndex=1&count=1000&excludedAttributes=members');
  });
});

describe('people in groups', () => {
  const eng = (...members: readonly string[]) => directory({ teams: { eng: { members: [...members] } } });

  it('are read one by one where few were not seen', async () => {
    const { read, requests } = startService({
      ...settings,
      users: everybody(45),
      groups: [group('eng', ['p0000', 'p0040', 'p0041'])],
    });
    const live = await read(eng());
    expect(membersOf(live, 'eng')).toEqual(['p0000', 'p0040', 'p0041']);
    expect(requests.filter((request) => request.startsWith('GET /Users')).slice(1)).toEqual([
      'GET /Users/u-p0040',
      'GET /Users/u-p0041',
    ]);
  });

  it('are listed where many were not seen', async () => {
    const { read, requests } = startService({
      ...settings,
      users: everybody(45),
      groups: [group('eng', ['p0040', 'p0041', 'p0042', 'p0043'])],
    });
    expect(membersOf(await read(eng()), 'eng')).toHaveLength(4);
    expect(requests.filter((request) => request.startsWith('GET /Users'))).toHaveLength(5);
  });

  it('leave out what is nobody: groups in groups, and people who have gone', async () => {
    const groups = [
      {
        id: 'g-eng',
        displayName: 'eng',
        members: [
          { value: 'u-p0001' },
          { value: 'g-ops', type: 'Group' },
          { value: 'g-dev', $ref: 'https://scim.example.test/v2/Groups/g-dev' },
          { value: 'u-gone' },
        ],
      },
    ];
    const { read, requests } = startService({ ...settings, users: everybody(45), groups });
    expect(membersOf(await read(eng()), 'eng')).toEqual(['p0001']);
    expect(requests.filter((request) => request.startsWith('GET /Users/'))).toEqual(['GET /Users/u-gone']);
  });

  it('are not asked for where everybody was listed', async () => {
    const { read, requests } = startService({
      ...settings,
      users: everybody(5),
      groups: [group('eng', ['p0001', 'gone'])],
    });
    expect(membersOf(await read(eng()), 'eng')).toEqual(['p0001']);
    expect(requests).toHaveLength(3);
  });

  it('count while inactive only where the configuration speaks of them', async () => {
    const users = ['ann', 'bea', 'cyd', 'dot'].map((name) => user(name, { active: name === 'ann' }));
    const { read } = startService({ ...settings, users, groups: [group('eng', ['ann', 'bea', 'cyd', 'dot'])] });
    const live = await read(
      directory({ members: { cyd: {}, dot: { active: false } }, teams: { eng: { members: ['bea'] } } }),
    );
    expect(membersOf(live, 'eng')).toEqual(['ann', 'bea', 'cyd']);
  });
});
