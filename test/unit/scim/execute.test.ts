/** What is sent when a service takes a request otherwise than its description says, and what is told of it. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import { ModelService, refuse, type Habits } from './model-service.js';
import { plan, run } from './run.js';

const user = (name: string, more: JsonObject = {}): JsonObject => ({
  id: `u-${name}`,
  userName: name,
  active: true,
  ...more,
});
const group = (name: string, ...members: string[]): JsonObject => ({
  id: `g-${name}`,
  displayName: name,
  members: members.map((member) => ({ value: `u-${member}`, display: member, $ref: `x/Users/u-${member}` })),
});
const start = (habits: Habits): ModelService => new ModelService({ config: { etag: { supported: true } }, ...habits });
const crew = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
const users = crew.map((name) => user(name));
const remove = { unlisted: { teamMembers: 'remove' } } as const;

describe('versions', () => {
  const configured = { members: { ann: { displayName: 'Ann' } }, teams: { eng: { state: 'absent' } } };
  it('a write says which version it means', async () => {
    const service = start({ users: [user('ann')], groups: [] });
    await run(service, { members: { ann: { displayName: 'Ann' } } });
    expect(service.calls.map(({ ifMatch }) => ifMatch)).toEqual(['W/"1"']);
  });

  it.each(['PATCH', 'DELETE'])('somebody else was quicker: %s writes over nothing', async (method) => {
    const service = start({ users: [user('ann')], groups: [group('eng')] });
    const only = method === 'PATCH' ? { members: configured.members } : { teams: configured.teams };
    const { outcomes, report } = await run(service, only, () => ['u-ann', 'g-eng'].forEach((id) => service.touch(id)));
    expect(outcomes).toEqual([
      expect.stringMatching(
        /^failed: corp\/(member\/ann|team\/eng) was changed by somebody else since the plan was made/,
      ),
    ]);
    expect(report.operations[0]?.hint).toContain('Plan again');
  });

  it('a version that our own write may have moved is not held against anybody', async () => {
    const service = start({ users, groups: [group('eng', 'ann')] });
    const { report } = await run(service, {
      members: { ann: { state: 'absent' } },
      teams: { eng: { members: ['bob'] } },
    });
    expect(report.status).toBe('applied');
    expect(service.calls.map(({ method, ifMatch }) => [method, ifMatch])).toEqual([
      ['PATCH', 'W/"1"'],
      ['PATCH', null],
    ]);
  });
});

describe('PATCH refused', () => {
  it.each([405, 501, 400])('%s: read and put back whole, once tried for all', async (patchStatus) => {
    const service = start({
      users: [user('ann', { nickName: 'A' }), user('bob')],
      groups: [group('eng', 'ann')],
      patchStatus,
    });
    const { outcomes } = await run(service, {
      members: { ann: { displayName: 'Ann' } },
      teams: { eng: { members: ['bob'] } },
      ...remove,
    });
    const note =
      'substituted: the service takes no PATCH, so the resource was read and put back whole with the changes';
    expect(outcomes).toEqual([note, note]);
    expect(service.requests()).toEqual([
      'PATCH /Users/u-ann',
      'GET /Users/u-ann',
      'PUT /Users/u-ann',
      'GET /Groups/g-eng',
      'PUT /Groups/g-eng',
    ]);
    expect(service.people()['ann']).toEqual({ active: true, nickName: 'A', displayName: 'Ann' });
    expect(service.members()).toEqual({ eng: ['bob'] });
    expect(service.calls.filter(({ method }) => method === 'PUT').map(({ ifMatch }) => ifMatch)).toEqual([
      'W/"1"',
      'W/"1"',
    ]);
    expect(JSON.stringify(service.calls)).not.toContain('$ref');
  });

  it('a group whose members are not shown is not put: that would empty it', async () => {
    const service = start({ users, groups: [group('eng', 'ann', 'bob')], patchStatus: 501 });
    const configured = { teams: { eng: { members: ['cat'] } } };
    const { outcomes } = await run(
      service,
      configured,
      () => (service.habits = { ...service.habits, hideMembers: true }),
    );
    expect(outcomes).toEqual([expect.stringContaining('would take out whoever is not shown')]);
    expect(service.requests('writes')).toEqual(['PATCH /Groups/g-eng']);
    expect(service.members()).toEqual({ eng: ['ann', 'bob'] });
  });

  it('404 is not taken for a refusal of PATCH', async () => {
    const service = start({
      users: [user('ann')],
      intercept: ({ method }) => (method === 'PATCH' ? refuse(404, 'Resource u-ann not found') : undefined),
    });
    const { outcomes } = await run(service, { members: { ann: { displayName: 'Ann' } } });
    expect(outcomes).toEqual([expect.stringMatching(/^failed: corp\/member\/ann is not there any more/)]);
    expect(service.requests()).toEqual(['PATCH /Users/u-ann']);
  });
});

describe('too many members at once', () => {
  it.each([413, 400] as const)('%s: halved until it fits, additions first, and remembered', async (status) => {
    const service = start({
      users,
      groups: [group('eng', 'ann', 'bob', 'cat'), group('ops', 'ann')],
      memberLimit: { changes: 2, status },
    });
    const { outcomes } = await run(service, {
      teams: { eng: { members: ['dan', 'eve', 'fay'] }, ops: { members: ['bob', 'cat'] } },
      ...remove,
    });
    expect(outcomes).toEqual([
      expect.stringMatching(/^substituted: sent in parts of at most 3 member changes.*; sent in parts of at most 1 /),
      expect.stringMatching(/^substituted: sent in parts of at most 1 /),
    ]);
    expect(service.members()).toEqual({ eng: ['dan', 'eve', 'fay'], ops: ['bob', 'cat'] });
    const kinds = service.calls
      .filter(({ path }) => path === '/Groups/g-eng')
      .map(({ body }) => (body['Operations'] as unknown as { op: string }[]).map(({ op }) => op).join());
    expect(kinds.slice(0, 2)).toEqual(['remove,remove,remove,add', 'add']);
    expect(kinds.lastIndexOf('add')).toBeLessThan(kinds.indexOf('remove'));
    // What was learnt from the first group is known at the second.
    expect(service.calls.filter(({ path }) => path === '/Groups/g-ops')).toHaveLength(3);
  });

  it('a new group is made with those that fit, and the others are added', async () => {
    const service = start({ users, memberLimit: { changes: 2, status: 413 } });
    const { outcomes } = await run(service, { teams: { eng: { members: crew } } });
    expect(outcomes).toEqual([expect.stringMatching(/^substituted: created with its first \d members/)]);
    expect(service.members()).toEqual({ eng: crew });
    expect(service.requests().filter((request) => request === 'POST /Groups').length).toBeLessThanOrEqual(3);
  });

  it('a group that is taken only whole cannot be halved, and that is said', async () => {
    const config = { patch: { supported: false }, etag: { supported: true } };
    const service = start({ config, users, groups: [group('eng', 'ann')], memberLimit: { changes: 3, status: 413 } });
    const { outcomes } = await run(service, { teams: { eng: { members: crew } } });
    expect(outcomes).toEqual([expect.stringMatching(/^failed: corp\/team\/eng is larger than the service takes/)]);
    expect(service.requests()).toEqual(['PUT /Groups/g-eng']);
  });

  it('what fails in the middle says how much is done', async () => {
    let patches = 0;
    const service = start({
      users,
      groups: [group('eng')],
      memberLimit: { changes: 2, status: 413 },
      intercept: ({ method }) => (method === 'PATCH' && (patches += 1) > 3 ? refuse(403, 'enough') : undefined),
    });
    const { outcomes } = await run(service, { teams: { eng: { members: crew } } });
    expect(outcomes).toEqual([
      expect.stringMatching(/^failed: .*parts of the change of corp\/team\/eng are done.*enough/),
    ]);
  });
});

describe('removal by a path with a filter refused', () => {
  it.each(['by-value', 'ignores'] as const)(
    'by value, with those who stay named in the same request: %s',
    async (noFilterPaths) => {
      const service = start({
        users,
        groups: [group('eng', 'ann', 'bob', 'cat'), group('ops', 'ann', 'dan')],
        noFilterPaths,
      });
      const { outcomes } = await run(service, {
        teams: { eng: { members: ['ann', 'fay'] }, ops: { members: ['dan'] } },
        ...remove,
      });
      const note = 'substituted: members were taken out by value, as the service refused a path with a filter';
      expect(outcomes).toEqual([note, note]);
      expect(service.members()).toEqual({ eng: ['ann', 'fay'], ops: ['dan'] });
      expect(service.requests()).toEqual([
        'PATCH /Groups/g-eng',
        'GET /Groups/g-eng',
        'PATCH /Groups/g-eng',
        'GET /Groups/g-ops',
        'PATCH /Groups/g-ops',
      ]);
    },
  );

  it('not where it is not shown who stays', async () => {
    const service = start({ users, groups: [group('eng', 'ann', 'bob')], noFilterPaths: 'ignores' });
    const hide = () => void (service.habits = { ...service.habits, hideMembers: true });
    const { outcomes } = await run(service, { teams: { eng: { members: ['ann'] } }, ...remove }, hide);
    expect(outcomes).toEqual([expect.stringMatching(/^failed: .* does not show all who are in corp\/team\/eng/)]);
    expect(service.members()).toEqual({ eng: ['ann', 'bob'] });
  });
});

describe('creation of what is there already', () => {
  // Unseen when it was read, as after a search that lags behind.
  const unseen = (service: ModelService, kind: 'users' | 'groups', more: readonly JsonObject[]) => () =>
    service.add(kind, more);

  it.each([true, false])(
    'a person is taken over: what differs is set, but no foreign externalId (filters: %s)',
    async (filters) => {
      const service = start({ noFilters: !filters });
      const there = user('Ann', { active: false, externalId: 'okta', displayName: 'A', name: { familyName: 'Ng' } });
      const { outcomes, report } = await run(
        service,
        { members: { ann: { displayName: 'Ann', externalId: 'ours', name: { familyName: 'Ng', givenName: 'Ann' } } } },
        unseen(service, 'users', [there]),
      );
      expect(report.status).toBe('applied');
      expect(outcomes).toEqual([
        'substituted: it was there already, so it was taken over; what differed of it was changed',
      ]);
      expect(service.people()).toEqual({
        Ann: { active: true, externalId: 'okta', displayName: 'Ann', name: { familyName: 'Ng', givenName: 'Ann' } },
      });
      expect(service.requests('writes')).toEqual(['POST /Users', 'PATCH /Users/u-Ann']);
    },
  );

  it('a group is taken over and only added to', async () => {
    const service = start({ users });
    const { outcomes } = await run(
      service,
      { teams: { eng: { members: ['ann', 'bob'] } } },
      unseen(service, 'groups', [group('Eng', 'bob', 'cat')]),
    );
    expect(outcomes).toEqual([
      'substituted: it was there already, so it was taken over; what differed of it was changed',
    ]);
    expect(service.members()).toEqual({ Eng: ['ann', 'bob', 'cat'] });
  });

  it('one of two is never guessed', async () => {
    const service = start({ users });
    const twins = [
      { ...group('Eng'), id: 'g-1' },
      { ...group('eng'), id: 'g-2' },
    ];
    const { outcomes } = await run(service, { teams: { eng: { members: ['ann'] } } }, unseen(service, 'groups', twins));
    expect(outcomes).toEqual([expect.stringMatching(/^failed: corp\/team\/eng may be any of 2 .* never guesses/)]);
    expect(service.requests('writes')).toEqual(['POST /Groups']);
  });

  it('a conflict about something else stays an error', async () => {
    const service = start({
      intercept: ({ method }) => (method === 'POST' ? refuse(409, 'e-mail is taken', 'uniqueness') : undefined),
    });
    const { outcomes } = await run(service, { members: { ann: {} } });
    expect(outcomes).toEqual([expect.stringMatching(/^failed: .*e-mail is taken.*something else of it is taken/)]);
  });
});

describe('ids of what was made', () => {
  it.each([
    ['the body', undefined, 0],
    ['Location', 'location', 0],
    ['a lookup', 'nothing', 1],
  ] as const)('from %s', async (_, bareAnswers, lookups) => {
    const service = start({ ...(bareAnswers !== undefined && { bareAnswers }), groups: [group('eng')] });
    const { report } = await run(service, { members: { ann: {} }, teams: { eng: { members: ['ann'] } } });
    expect(report.status).toBe('applied');
    expect(service.members()).toEqual({ eng: ['ann'] });
    expect(service.calls.filter(({ method }) => method === 'GET')).toHaveLength(lookups);
  });
});

describe('lost answers', () => {
  const losing = (method: string) => {
    let lost = false;
    return (call: { method: string }) =>
      call.method === method && !lost ? ((lost = true), 'lose' as const) : undefined;
  };
  it('a person who was made all the same is not made twice', async () => {
    const service = start({ intercept: losing('POST'), uniqueGroups: false, users: [user('bob')] });
    const { outcomes } = await run(service, { teams: { eng: { members: ['bob'] } } });
    expect(outcomes).toEqual(['substituted: the answer was lost; it had been made']);
    expect(service.requests('writes')).toEqual(['POST /Groups']);
    expect(service.members()).toEqual({ eng: ['bob'] });
  });
  it.each(['PATCH', 'DELETE'])('%s is sent again, whatever its version has become', async (method) => {
    const service = start({ intercept: losing(method), users: [user('ann')] });
    const { report } = await run(service, {
      members: { ann: { state: 'absent' } },
      removePeople: method === 'DELETE' ? 'delete' : 'deactivate',
    });
    expect(report.status).toBe('applied');
    expect(service.calls.map(({ method: sent, ifMatch }) => `${sent} ${ifMatch}`)).toEqual([
      `${method} W/"1"`,
      `${method} null`,
    ]);
  });

  describe('to a PUT', () => {
    const config = { patch: { supported: false }, etag: { supported: true } };
    const configured = { members: { ann: { displayName: 'Ann' } } };
    it('that was not done: it is sent again', async () => {
      let lost = false;
      const service = start({
        config,
        users: [user('ann')],
        intercept: ({ method }) =>
          method === 'PUT' && !lost ? ((lost = true), refuse(502, 'bad gateway')) : undefined,
      });
      const { report } = await run(service, configured);
      expect(report.status).toBe('applied');
      expect(service.requests()).toEqual(['PUT /Users/u-ann', 'GET /Users/u-ann', 'PUT /Users/u-ann']);
      expect(service.calls.map(({ ifMatch }) => ifMatch)).toEqual(['W/"1"', null, 'W/"1"']);
    });
    it('that something was done to meanwhile: nothing is written over it', async () => {
      const service = start({ config, users: [user('ann')], intercept: losing('PUT') });
      const { report } = await run(service, configured);
      expect(report.status).toBe('failed');
      expect(service.requests()).toEqual(['PUT /Users/u-ann', 'GET /Users/u-ann']);
    });
  });
});

describe('deletion', () => {
  const configured = { members: { ann: { state: 'absent' } }, removePeople: 'delete' } as const;
  it('of what is gone is done', async () => {
    const service = start({
      users: [user('ann')],
      intercept: ({ method }) => (method === 'DELETE' ? refuse(404, 'gone') : undefined),
    });
    expect((await run(service, configured)).outcomes).toEqual(['substituted: it was gone already']);
  });
  it('that a service does not know names the way out', async () => {
    const service = start({
      users: [user('ann')],
      intercept: ({ method }) => (method === 'DELETE' ? refuse(405, 'no') : undefined),
    });
    expect((await run(service, configured)).report.operations[0]?.hint).toContain('removePeople to deactivate');
  });
});

it('after an apply there is nothing to do, and reading is all that is sent', async () => {
  const service = start({ users: [user('ann')], groups: [group('eng', 'ann')] });
  const configured = {
    members: { ann: { emails: ['a@x.com'] }, bob: {} },
    teams: { eng: { members: ['bob'] } },
    ...remove,
  };
  await run(service, configured);
  expect((await plan(service, configured)).operations).toEqual([]);
});
