/** Services that show only some members of a group, or none: never taken for nobody. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
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

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(4, '0')}`);
const users = (count: number): readonly JsonObject[] => names(count).map((name) => user(name));
const filters = ['id', 'userName', 'displayName', 'members'];
const probes = (requests: readonly string[]): readonly string[] =>
  requests.filter((request) => request.includes('members eq'));

describe('a group that is cut', () => {
  const cut = (count: number, service: Service = {}): Service => ({
    config: { ...fullConfig, filter: { supported: true, maxResults: 1000 } },
    users: users(count + 5),
    groups: [group('eng', names(count)), group('ops', ['p0001'])],
    ...service,
  });
  const organization = (...members: readonly string[]) =>
    directory({ members: {}, teams: { eng: { members: [...members] } } });

  it.each([100, 200, 250, 500, 1000])('at %i is found out by asking about one who is missing', async (limit) => {
    const { read, requests } = startService(cut(limit + 2, { memberLimit: limit, pageSize: 2000 }));
    const missing = names(limit + 2).slice(-2);
    const live = await read(organization(...missing));
    expect(requests).toContain('GET /Groups/g-eng');
    expect(probes(requests)).toHaveLength(2);
    expect(live.coverage).toEqual({
      'teamMembers/eng': { complete: false, reason: `the service shows only ${limit} of its members` },
    });
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    // Who is known to be in it is known.
    expect(membersOf(live, 'eng')).toEqual(names(limit + 2));
    expect(live.diagnostics).toMatchObject([{ code: 'members-hidden', address: 'corp/team/eng' }]);
  });

  it('at the size that the service names is found out, too', async () => {
    const config = { ...fullConfig, filter: { supported: true, maxResults: 70 } };
    const { read } = startService(cut(79, { config, memberLimit: 70 }));
    const live = await read(organization('p0078'));
    expect(live.coverage['teamMembers/eng']).toMatchObject({ complete: false });
  });

  it('is asked about with somebody of the directory where nobody is missing', async () => {
    const { read, requests } = startService(cut(101, { memberLimit: 100 }));
    const live = await read(organization());
    expect(probes(requests)).toEqual(['GET /Groups?filter=id eq "g-eng" and members eq "u-p0100"&attributes=id']);
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(membersOf(live, 'eng')).toHaveLength(100);
  });

  it('is told by the people where they show their groups', async () => {
    const shown = users(105).map((each, index) => (index < 101 ? { ...each, groups: [{ value: 'g-eng' }] } : each));
    const { read, requests } = startService(cut(101, { memberLimit: 100, users: shown }));
    const live = await read(organization());
    expect(probes(requests)).toEqual([]);
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(membersOf(live, 'eng')).toHaveLength(101);
  });

  it('is whole where it happens to have that many', async () => {
    const { read, requests } = startService(cut(100));
    const live = await read(organization('p0104'));
    expect(requests.filter((request) => request.includes('/Groups'))).toEqual([
      'GET /Groups?startIndex=1&count=1000',
      'GET /Groups/g-eng',
      'GET /Groups?filter=id eq "g-eng" and members eq "u-p0104"&attributes=id',
    ]);
    expect(live.coverage).toEqual({});
    expect(live.facts.hidden.size).toBe(0);
    expect(membersOf(live, 'eng')).toHaveLength(100);
  });

  it('is whole where the people say the same of their groups', async () => {
    const shown = users(105).map((each, index) => (index < 100 ? { ...each, groups: [{ value: 'g-eng' }] } : each));
    const config = { ...fullConfig, filter: { supported: false } };
    const { read, requests } = startService(cut(100, { users: shown, config }));
    const live = await read(organization('p0104'));
    expect(probes(requests)).toEqual([]);
    expect(live.coverage).toEqual({});
    expect(live.facts.hidden.size).toBe(0);
  });

  it('is whole where everybody is in it', async () => {
    const { read, requests } = startService(cut(100, { users: users(100) }));
    const live = await read(organization());
    expect(probes(requests)).toEqual([]);
    expect(live.coverage).toEqual({});
  });

  it('is shown whole where it is read singly', async () => {
    const listed = { ...group('eng', names(100)) };
    const { read } = startService(
      cut(103, {
        intercept: ({ path }) =>
          path === '/Groups' ? Response.json({ totalResults: 1, Resources: [listed] }) : undefined,
      }),
    );
    const live = await read(organization());
    expect(live.coverage).toEqual({});
    expect(membersOf(live, 'eng')).toHaveLength(103);
  });

  it.each<[string, Service]>([
    ['refuses the question', { filters: ['id', 'userName', 'displayName'] }],
    ['has no filters', { config: { ...fullConfig, filter: { supported: false } } }],
  ])('may be cut where the service %s', async (_, service) => {
    const { read } = startService(cut(100, service));
    const live = await read(organization('p0104'));
    expect(live.coverage['teamMembers/eng']).toEqual({
      complete: false,
      reason:
        'the service shows 100 members, which may be as many as it shows at most, and cannot be asked whether there are more',
    });
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
  });

  it('is whole where another group shows more', async () => {
    const groups = [group('eng', names(100)), group('ops', names(104))];
    const { read, requests } = startService(cut(100, { groups }));
    const live = await read(organization('p0104'));
    expect(live.coverage).toEqual({});
    expect(membersOf(live, 'eng')).toHaveLength(100);
    expect(requests).toHaveLength(3);
  });

  it('is believed at any other size', async () => {
    const { read, requests } = startService(cut(99));
    expect((await read(organization('p0104'))).coverage).toEqual({});
    expect(requests).toHaveLength(3);
  });
});

describe('members that lists do not show', () => {
  it('are read singly', async () => {
    const groups = [group('eng', ['p0001']), group('ops', ['p0002', 'p0003']), group('own', ['p0000'])];
    const { read, requests } = startService({ config: fullConfig, users: users(5), groups, hideMembers: 'lists' });
    const live = await read(directory({ members: {}, teams: { eng: { members: [] }, ops: { members: [] } } }));
    expect(membersOf(live, 'eng')).toEqual(['p0001']);
    expect(membersOf(live, 'ops')).toEqual(['p0002', 'p0003']);
    expect(live.coverage).toEqual({});
    expect(live.facts.hidden.size).toBe(0);
    expect(requests.filter((request) => request.startsWith('GET /Groups/'))).toEqual([
      'GET /Groups/g-eng',
      'GET /Groups/g-ops',
    ]);
  });

  it('are read singly of all groups although the first is really empty', async () => {
    const groups = [group('eng', []), group('ops', ['p0002'])];
    const { read } = startService({ config: fullConfig, users: users(5), groups, hideMembers: 'lists', filters });
    const live = await read(directory({ members: {}, teams: { eng: { members: [] }, ops: { members: [] } } }));
    expect(membersOf(live, 'eng')).toEqual([]);
    expect(membersOf(live, 'ops')).toEqual(['p0002']);
    expect(live.coverage).toEqual({});
  });
});

describe.each(['all', 'empty'] as const)('members that no answer shows (%s)', (hideMembers) => {
  const service = (more: Service = {}): Service => ({
    config: fullConfig,
    users: users(6),
    groups: [group('eng', ['p0000', 'p0001', 'p0002'])],
    hideMembers,
    filters,
    ...more,
  });
  const reason = 'the service does not show who is in its groups, and ';

  it('are asked about, and so is everybody else where extras could be removed', async () => {
    const { read, requests } = startService(service());
    const live = await read(
      directory({ members: {}, teams: { eng: { members: ['p0000', 'p0005'] } }, teamMembers: 'remove' }),
    );
    expect(membersOf(live, 'eng')).toEqual(['p0000', 'p0001', 'p0002']);
    expect(live.coverage).toEqual({});
    expect(live.facts.hidden.size).toBe(0);
    expect(new Set(probes(requests)).size).toBe(6);
    expect(probes(requests)).toHaveLength(6);
  });

  it('are known in part where extras are not asked about', async () => {
    const { read, requests } = startService(service());
    const live = await read(
      directory({ members: {}, teams: { eng: { members: ['p0000', 'p0005'] } }, teamMembers: 'keep' }),
    );
    expect(membersOf(live, 'eng')).toEqual(['p0000']);
    expect(probes(requests)).toHaveLength(2);
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(live.coverage['teamMembers/eng']).toEqual({
      complete: false,
      reason: `${reason}only those whom the configuration names were asked about`,
    });
  });

  it('are not all asked about where that would take too many requests', async () => {
    const { read, requests } = startService(service({ users: users(501) }));
    const live = await read(directory({ members: {}, teams: { eng: { members: ['p0000'] } }, teamMembers: 'remove' }));
    expect(probes(requests)).toHaveLength(1);
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
  });

  it('are found although only somebody unlisted is in the group', async () => {
    const { read } = startService(service({ groups: [group('eng', ['p0004'])] }));
    const live = await read(directory({ members: {}, teams: { eng: { members: ['p0000'] } }, teamMembers: 'remove' }));
    expect(membersOf(live, 'eng')).toEqual(['p0004']);
    expect(live.coverage).toEqual({});
  });

  it('are known to be there where the service says that some group has members', async () => {
    const { read } = startService(
      service({ users: users(200), groups: [group('eng', ['p0150'])], filters: [...filters, 'members pr'] }),
    );
    const live = await read(directory({ members: {}, teams: { eng: { members: ['p0000'] } } }));
    expect(membersOf(live, 'eng')).toEqual([]);
    expect(live.coverage['teamMembers/eng']).toEqual({
      complete: false,
      reason: `${reason}that it says of nobody who was asked about that they are in one proves nothing`,
    });
  });

  it('are taken from the people where they show their groups, as far as that goes', async () => {
    const shown = users(6).map((each, index) => (index === 1 ? { ...each, groups: [{ value: 'g-eng' }] } : each));
    const { read } = startService(service({ users: shown, filters: ['userName'] }));
    const live = await read(directory({ members: {}, teams: { eng: { members: ['p0000'] } } }));
    expect(membersOf(live, 'eng')).toEqual(['p0001']);
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(live.coverage['teamMembers/eng']).toMatchObject({ complete: false });
  });

  it('are asked about by sample first, one of each group', async () => {
    const groups = names(40).map((name) => group(`g-${name}`, []));
    const teams = Object.fromEntries(names(40).map((name) => [`g-${name}`, { members: [...names(3)] }]));
    const { read, requests } = startService(service({ users: users(6), groups }));
    await read(directory({ members: {}, teams }));
    const asked = probes(requests).map((request) => /id eq "([^"]+)"/.exec(request)?.[1]);
    expect(asked).toHaveLength(25);
    expect(new Set(asked).size).toBe(25);
  });
});

describe('members that no answer shows', () => {
  const start = (more: Service) =>
    startService({
      config: fullConfig,
      users: users(6),
      groups: [group('eng', ['p0000', 'p0001'])],
      hideMembers: 'all',
      filters,
      ...more,
    });
  const organization = directory({ members: {}, teams: { eng: { members: ['p0000', 'p0005'] } } });
  const reason = 'the service does not show who is in its groups, and ';

  it.each<[string, Service, string]>([
    ['refuses the question', { filters: ['id', 'userName'] }, 'it does not answer whether a single person is in one'],
    [
      'has no filters',
      { config: { ...fullConfig, filter: { supported: false } } },
      'it cannot be asked about single people, since it has no filters',
    ],
    [
      'answers with another group',
      {
        intercept: ({ query }) =>
          query.has('filter') ? Response.json({ totalResults: 1, Resources: [{ id: 'g-else' }] }) : undefined,
      },
      'it does not answer whether a single person is in one',
    ],
    [
      'says no of everybody',
      {
        intercept: ({ query }) => (query.has('filter') ? Response.json({ totalResults: 0, Resources: [] }) : undefined),
      },
      'that it says of nobody who was asked about that they are in one proves nothing',
    ],
  ])('are unknown where the service %s', async (_, service, why) => {
    const { read } = start(service);
    const live = await read(organization);
    expect(live.coverage).toEqual({ 'teamMembers/eng': { complete: false, reason: `${reason}${why}` } });
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(membersOf(live, 'eng')).toEqual([]);
    expect(live.diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'members-hidden',
        summary: 'Who is in team "eng" of corp could not be read completely.',
      },
    ]);
  });

  it('are asked about no further after a refusal', async () => {
    const { read, requests } = start({ filters: ['id', 'userName'] });
    await read(organization);
    expect(probes(requests)).toHaveLength(1);
  });

  it('end the read where the credential is refused for them', async () => {
    const { read } = start({ intercept: ({ query }) => (query.has('filter') ? scimError(401) : undefined) });
    await expect(read(organization)).rejects.toMatchObject({ code: 'auth' });
  });

  it('are unknown where asking fails', async () => {
    const { read } = start({
      intercept: ({ query }) => (query.get('filter')?.includes('members eq') === true ? scimError(500) : undefined),
    });
    const live = await read(organization);
    expect(live.coverage['teamMembers/eng']).toMatchObject({ complete: false });
    expect(live.facts.hidden).toEqual(new Set(['g-eng']));
    expect(membersOf(live, 'eng')).toBeUndefined();
  });
});

describe('groups that are all empty', () => {
  const organization = directory({ members: {}, teams: { eng: { members: ['p0000'] }, ops: { members: [] } } });
  const empty = (members: readonly string[] | undefined): readonly JsonObject[] =>
    ['eng', 'ops'].map((name) => group(name, members));

  it('are believed where a single one says so', async () => {
    const { read, requests } = startService({ config: fullConfig, users: users(3), groups: empty([]), filters });
    const live = await read(organization);
    expect(live.coverage).toEqual({});
    expect(live.facts.hidden.size).toBe(0);
    expect(membersOf(live, 'eng')).toEqual([]);
    // Everybody was asked about, since they are few.
    expect(probes(requests)).toHaveLength(6);
  });

  it('are believed without asking about people where the service says that no group has members', async () => {
    const { read, requests } = startService({ config: fullConfig, users: users(300), groups: empty([]) });
    expect((await read(organization)).coverage).toEqual({});
    expect(requests.filter((request) => request.includes('/Groups'))).toEqual([
      'GET /Groups?startIndex=1&count=1000',
      'GET /Groups?filter=members pr&attributes=id&count=1',
      'GET /Groups/g-eng',
    ]);
  });

  it('are believed without an empty list where the schema promises members and none has any', async () => {
    const schemas = (returned: string) => ({
      Resources: [{ id: 'urn:ietf:params:scim:schemas:core:2.0:Group', attributes: [{ name: 'members', returned }] }],
    });
    const start = (returned: string) =>
      startService({
        config: fullConfig,
        users: users(300),
        groups: empty(undefined),
        intercept: ({ path }) => (path === '/Schemas' ? Response.json(schemas(returned)) : undefined),
      });
    expect((await start('default').read(organization)).coverage).toEqual({});
    expect((await start('request').read(organization)).coverage).toMatchObject({
      'teamMembers/eng': { complete: false },
    });
  });

  it('are not believed where nothing says so', async () => {
    const { read } = startService({ config: fullConfig, users: users(3), groups: empty(undefined), filters });
    expect((await read(organization)).coverage).toMatchObject({
      'teamMembers/eng': { complete: false },
      'teamMembers/ops': { complete: false },
    });
  });

  it('are nothing to ask about where no team of the configuration is among them', async () => {
    const { read, requests } = startService({
      config: fullConfig,
      users: users(3),
      groups: [group('else', undefined)],
    });
    expect((await read(organization)).coverage).toEqual({});
    expect(requests).toHaveLength(3);
  });

  it('are nothing to ask about where another group shows its members', async () => {
    const groups = [...empty(undefined), group('else', ['p0001'])];
    const { read, requests } = startService({ config: fullConfig, users: users(3), groups });
    const live = await read(organization);
    expect(live.coverage).toEqual({});
    expect(membersOf(live, 'eng')).toEqual([]);
    expect(requests).toHaveLength(3);
  });
});
