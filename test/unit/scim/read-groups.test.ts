/** Groups: read only where wanted, paired with teams by name, and tolerated where they are refused. */
import { describe, expect, it } from 'vitest';
import { directory, fullConfig, group, membersOf, namesOf, scimError, startService, user } from './read-service.js';

const users = ['alice', 'bob', 'carol'].map((name) => user(name));
const many = Array.from({ length: 45 }, (_, index) => group(`g${String(index).padStart(2, '0')}`, ['alice']));
const groupRequests = (requests: readonly string[]): readonly string[] =>
  requests.filter((request) => request.includes('/Groups'));

describe('groups', () => {
  it('are not read where no team is wanted', async () => {
    const { read, requests } = startService({ config: fullConfig, users, groups: many });
    await read(directory({ members: { alice: {} } }));
    expect(groupRequests(requests)).toEqual([]);
  });

  it.each([
    ['without members where none are managed', directory({ teams: { g01: {} } }), '&excludedAttributes=members'],
    ['with members where they are', directory({ teams: { g01: { members: [] } } }), ''],
    ['without members where all are unlisted', directory({ teams: {} }), '&excludedAttributes=members'],
  ])('are listed at once, %s', async (_, organization, query) => {
    const { read, requests } = startService({ config: fullConfig, users, groups: many });
    const live = await read(organization);
    expect(groupRequests(requests)).toEqual([`GET /Groups?startIndex=1&count=1000${query}`]);
    expect(namesOf(live, 'team')).toHaveLength(45);
  });

  it('are listed with members where they can be written only whole', async () => {
    const config = { ...fullConfig, patch: { supported: false } };
    const { read, requests } = startService({ config, users, groups: many });
    const live = await read(directory({ teams: { g01: { externalId: 'x' } } }));
    expect(groupRequests(requests)).toEqual(['GET /Groups?startIndex=1&count=1000']);
    expect(live.resources.find(({ name }) => name === 'g01')?.native).toEqual({
      whole: { displayName: 'g01', members: [{ value: 'u-alice' }] },
    });
  });

  it('are looked up by every name, present and former, where that is cheaper', async () => {
    const { read, requests } = startService({ config: fullConfig, users, groups: many, pageSize: 8 });
    const live = await read(directory({ teams: { G44: {}, new: { previously: ['g43', 'gone'] } }, managed: [] }));
    expect(groupRequests(requests).slice(1).sort()).toEqual([
      'GET /Groups?filter=displayName eq "G44"&excludedAttributes=members',
      'GET /Groups?filter=displayName eq "g43"&excludedAttributes=members',
      'GET /Groups?filter=displayName eq "gone"&excludedAttributes=members',
      'GET /Groups?filter=displayName eq "new"&excludedAttributes=members',
    ]);
    expect(namesOf(live, 'team')).toEqual(expect.arrayContaining(['G44', 'g43']));
  });

  it('are listed where a lookup is refused', async () => {
    const { read } = startService({ config: fullConfig, users, groups: many, pageSize: 10, filters: [] });
    const live = await read(directory({ teams: { g44: {} }, managed: [] }));
    expect(namesOf(live, 'team')).toContain('g44');
    expect(live.facts.capabilities.filter).toBe(false);
  });

  it('have the name that the configuration gives them, whatever their case', async () => {
    const groups = ['DATA-Eng', 'OLD', 'Other'].map((name) => group(name, []));
    const { read } = startService({ config: fullConfig, users, groups });
    const live = await read(directory({ teams: { 'data-eng': {}, new: { previously: ['old'] } } }));
    expect(namesOf(live, 'team')).toEqual(['data-eng', 'old', 'Other']);
  });

  it('stay two where two have the name, for the core to say so', async () => {
    const groups = [group('eng', ['alice'], { id: '1' }), group('Eng', ['bob'], { id: '2' })];
    const { read } = startService({ config: fullConfig, users, groups });
    const live = await read(directory({ members: {}, teams: { eng: { members: [] } } }));
    expect(live.resources.filter(({ kind }) => kind === 'team')).toMatchObject([
      { name: 'eng', remoteId: '1', attributes: { members: ['alice'] } },
      { name: 'eng', remoteId: '2', attributes: { members: ['bob'] } },
    ]);
  });

  it('keep the spelling of each where the configuration has both', async () => {
    const groups = [group('Eng', [], { id: '1' }), group('eng', [], { id: '2' })];
    const { read } = startService({ config: fullConfig, users, groups });
    expect(namesOf(await read(directory({ teams: { eng: {}, Eng: {} } })), 'team')).toEqual(['Eng', 'eng']);
  });

  it('go by their id where they have no name', async () => {
    const { read } = startService({ config: fullConfig, users, groups: [{ id: 'g-1' }] });
    expect(namesOf(await read(directory({ teams: {} })), 'team')).toEqual(['g-1']);
  });

  it('have members by name also where nobody manages them, if that costs nothing', async () => {
    const groups = [group('eng', ['alice']), group('ops', ['bob', 'carol'])];
    const { read, requests } = startService({ config: fullConfig, users, groups });
    const live = await read(directory({ members: {}, teams: { eng: { members: [] } } }));
    expect(membersOf(live, 'ops')).toEqual(['bob', 'carol']);
    expect(requests).toHaveLength(3);
  });

  it('with null for members have none', async () => {
    const groups = [group('eng', undefined, { members: null }), group('ops', ['bob'])];
    const { read } = startService({ config: fullConfig, users, groups });
    const live = await read(directory({ teams: { eng: { members: ['alice'] } } }));
    expect(membersOf(live, 'eng')).toEqual([]);
    expect(live.coverage).toEqual({});
  });
});

describe('groups that cannot be read', () => {
  const organization = directory({ members: { alice: {} }, teams: { eng: { members: ['alice'] } } });

  it.each([403, 404, 501])('with %i leave the people readable and the plan incomplete', async (status) => {
    const { read } = startService({
      config: fullConfig,
      users,
      intercept: ({ path }) => (path === '/Groups' ? scimError(status) : undefined),
    });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toEqual(['alice', 'bob', 'carol']);
    expect(namesOf(live, 'team')).toEqual([]);
    expect(live.coverage).toMatchObject({ teams: { complete: false } });
    expect(Object.keys(live.coverage)).toEqual(['teams']);
    expect(live.diagnostics).toMatchObject([
      { code: 'incomplete-read', summary: 'The groups of corp could not be read completely.', address: 'corp/teams' },
    ]);
    expect(live.diagnostics[0]?.detail).toContain(`SCIM service scim.example.test answered ${status}`);
  });

  it.each([
    ['/Users', 401, 'auth'],
    ['/Groups', 401, 'auth'],
    ['/Users', 403, 'api'],
    ['/Users', 404, 'api'],
  ])('%s with %i ends the read', async (refused, status, code) => {
    const { read } = startService({
      config: fullConfig,
      users,
      groups: [group('eng', ['alice'])],
      intercept: ({ path }) => (path === refused ? scimError(status) : undefined),
    });
    await expect(read(organization)).rejects.toMatchObject({ code });
  });

  it('says so of the members where the people cannot be read', async () => {
    const { read } = startService({
      config: fullConfig,
      groups: [group('eng', ['alice'])],
      intercept: ({ path }) => (path === '/Users' ? scimError(500) : undefined),
    });
    const live = await read(organization);
    expect(live.coverage).toMatchObject({ members: { complete: false }, 'teamMembers/eng': { complete: false } });
    expect(membersOf(live, 'eng')).toBeUndefined();
    expect([...live.facts.hidden]).toEqual(['g-eng']);
  });

  it('says so of the members where a single person cannot be read', async () => {
    const { read } = startService({
      config: fullConfig,
      pageSize: 1,
      users,
      groups: [group('eng', ['carol'])],
      intercept: ({ path }) => (path === '/Users/u-carol' ? scimError(500) : undefined),
    });
    const live = await read(directory({ teams: { eng: { members: [] } } }));
    expect(live.coverage).toMatchObject({ members: { complete: false }, 'teamMembers/eng': { complete: false } });
    expect(membersOf(live, 'eng')).toBeUndefined();
  });
});
