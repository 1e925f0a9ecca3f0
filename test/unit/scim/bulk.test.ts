/** What becomes of a Bulk: everything in it comes to an end, and the end is told. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import { resultsOf } from '../../../src/providers/scim/bulk-results.js';
import { ModelService, refuse, type Habits } from './model-service.js';
import { run } from './run.js';

const config = { bulk: { supported: true, maxOperations: 100, maxPayloadSize: 1_000_000 }, etag: { supported: true } };
const user = (name: string): JsonObject => ({ id: `u-${name}`, userName: name, active: true });
const ops = { id: 'g-ops', displayName: 'ops', members: [{ value: 'u-bob' }] };
const start = (habits: Habits = {}): ModelService =>
  new ModelService({ config, users: [user('bob')], groups: [ops], ...habits });
const configured = {
  members: { ann: {}, cat: {}, bob: { displayName: 'Bob' } },
  teams: { eng: { members: ['ann', 'bob'] }, ops: { members: ['cat'] } },
};
const converged = (service: ModelService): void => {
  expect(service.members()).toEqual({ eng: ['ann', 'bob'], ops: ['bob', 'cat'] });
  expect(service.people()).toEqual({
    ann: { active: true },
    cat: { active: true },
    bob: { active: true, displayName: 'Bob' },
  });
};
const singles = ['POST /Users', 'POST /Users', 'POST /Groups', 'PATCH /Users/u-bob', 'PATCH /Groups/g-ops'];

it('all in one request', async () => {
  const service = start();
  const { outcomes, plan } = await run(service, configured);
  expect(outcomes).toEqual(['done: ']);
  expect(service.requests()).toEqual(['POST /Bulk']);
  expect(plan.document.api_budget.writes).toBe(1);
  converged(service);
});

it('what is made is known to the next one', async () => {
  const service = start({ config: { ...config, bulk: { ...config.bulk, maxOperations: 2 } } });
  const { report } = await run(service, configured);
  expect(report.status).toBe('applied');
  expect(service.requests()).toEqual(['POST /Bulk', 'POST /Bulk', 'PATCH /Groups/g-ops']);
  converged(service);
});

describe('refused as a whole', () => {
  it.each([400, 404, 405, 413, 501])('%s: sent singly, in order', async (bulkStatus) => {
    const service = start({ bulkStatus });
    const { outcomes } = await run(service, configured);
    expect(outcomes).toEqual([`substituted: sent singly, as the service refused the Bulk (${bulkStatus})`]);
    expect(service.requests()).toEqual(['POST /Bulk', ...singles]);
    converged(service);
  });
  it('is not tried again', async () => {
    const service = start({ bulkStatus: 501, config: { ...config, bulk: { ...config.bulk, maxOperations: 2 } } });
    await run(service, configured);
    expect(service.requests().filter((request) => request === 'POST /Bulk')).toHaveLength(1);
    converged(service);
  });
  it('for want of permission it is an error, and nothing else is tried', async () => {
    const service = start({ bulkStatus: 403 });
    const { report } = await run(service, configured);
    expect(report.status).toBe('failed');
    expect(service.requests()).toEqual(['POST /Bulk']);
  });
});

describe('a single operation', () => {
  it.each(['405', '501', '400'])('refused with %s is sent singly', async (status) => {
    const service = start({ patchInBulk: Number(status) });
    const { outcomes } = await run(service, configured);
    expect(outcomes).toEqual(['substituted: sent singly, as the service refused it in the Bulk']);
    expect(service.requests()).toEqual(['POST /Bulk', 'PATCH /Users/u-bob', 'PATCH /Groups/g-ops']);
    converged(service);
  });

  it('that the answer does not speak of is sent singly, looked up first where it would be made twice', async () => {
    const service = start({ uniqueGroups: false, bulkResults: () => [] });
    const { outcomes } = await run(service, configured);
    expect(outcomes).toEqual([expect.stringContaining('sent singly, as the answer to the Bulk says nothing of it')]);
    expect(service.requests('writes')).toEqual(['POST /Bulk', 'PATCH /Users/u-bob', 'PATCH /Groups/g-ops']);
    converged(service);
  });

  it('of somebody who is there already takes them over', async () => {
    const service = start();
    const { outcomes } = await run(service, configured, () =>
      service.add('users', [{ ...user('ann'), active: false }]),
    );
    expect(outcomes).toEqual([
      expect.stringMatching(/^substituted: .*corp\/member\/ann: what differed of it was changed/),
    ]);
    converged(service);
  });

  it('deleting what is gone is done', async () => {
    const service = start({ users: [user('bob'), user('cat')], groups: [] });
    const configured = {
      members: { bob: { state: 'absent' }, cat: { state: 'absent' } },
      removePeople: 'delete',
    } as const;
    const { outcomes } = await run(service, configured, () => service.drop('u-cat'));
    expect(outcomes).toEqual(['substituted: corp/member/cat was gone already']);
    expect(service.requests()).toEqual(['POST /Bulk']);
  });
});

describe('failures', () => {
  it('are told at the end, each with its address, and with what is done', async () => {
    const service = start({ users: [user('bob'), user('dan')] });
    const changed = { bob: { displayName: 'B' }, dan: { displayName: 'D' }, ann: {} };
    const { outcomes, report } = await run(service, { members: changed }, () => service.drop('u-dan'));
    expect(outcomes).toEqual([
      'failed: 1 of 3 changes that were sent together failed, 2 are done. corp/member/dan: is not there any more',
    ]);
    expect(report.operations[0]?.hint).toContain('Plan again');
    expect(service.people()).toMatchObject({ bob: { displayName: 'B' }, ann: {} });
  });

  it('of a person take nobody’s place in a group, and removals that need it are not sent', async () => {
    const service = start({
      intercept: ({ method, path, body }) =>
        method === 'POST' && path === '/Users' && body['userName'] === 'cat'
          ? refuse(400, 'no cats', 'invalidValue')
          : undefined,
    });
    // Inside the Bulk, too.
    service.habits = { ...service.habits, bulkStatus: 404 };
    const { outcomes } = await run(service, {
      members: { ...configured.members, bob: { state: 'absent' } },
      teams: { ops: { members: ['cat'] }, eng: { members: ['ann'] } },
    });
    expect(outcomes).toEqual([
      expect.stringMatching(
        /^failed: 2 of 4 .*corp\/member\/cat: .*no cats.*corp\/team\/ops: needs somebody who could not be created/,
      ),
      expect.stringMatching(/^skipped/),
    ]);
    expect(service.members()).toEqual({ ops: ['bob'], eng: ['ann'] });
    expect(service.people()['bob']).toEqual({ active: true });
  });

  it('of the connection end it: the rest is said not to be sent', async () => {
    const service = start({
      bulkStatus: 404,
      intercept: ({ path }) => {
        if (path === '/Groups') throw new TypeError('fetch failed');
        return undefined;
      },
    });
    const { outcomes } = await run(service, configured);
    expect(outcomes).toEqual([
      expect.stringMatching(
        /^failed: 3 of 5 .*2 are done.*corp\/member\/bob: was not sent.*corp\/team\/ops: was not sent/,
      ),
    ]);
  });
});

it('a lost answer: each is brought to its end singly, and nothing is made twice', async () => {
  let lost = false;
  const service = start({
    uniqueGroups: false,
    intercept: ({ path }) => (path === '/Bulk' && !lost ? ((lost = true), 'lose') : undefined),
  });
  const { outcomes } = await run(service, configured);
  expect(outcomes).toEqual([expect.stringContaining('sent singly, as the answer to the Bulk was lost')]);
  expect(service.requests('writes')).toEqual(['POST /Bulk', 'PATCH /Users/u-bob', 'PATCH /Groups/g-ops']);
  converged(service);
});

describe('results', () => {
  const sent = [
    { method: 'POST', path: '/Users', bulkId: 'a', data: {} },
    { method: 'PATCH', path: '/Users/u%201', bulkId: undefined, data: {} },
    { method: 'DELETE', path: '/Users/2', bulkId: undefined, data: undefined },
  ] as const;
  const statuses = (...Operations: JsonObject[]) => resultsOf(sent, { Operations }).map((result) => result?.status);
  const [a, b, c]: JsonObject[] = [
    { method: 'POST', bulkId: 'a', status: '201', location: 'https://x/v2/Users/7' },
    { method: 'patch', location: '/Users/u%201', status: 200 },
    { method: 'DELETE', location: 'https://x/v2/Users/2', status: { code: '204' } },
  ];
  it.each<[string, (number | undefined)[], (number | undefined)[]]>([
    ['in order', statuses(a ?? {}, b ?? {}, c ?? {}), [201, 200, 204]],
    ['in another order', statuses(c ?? {}, a ?? {}, b ?? {}), [201, 200, 204]],
    ['one is missing', statuses(c ?? {}, a ?? {}), [201, undefined, 204]],
    [
      'without locations, complete',
      statuses(a ?? {}, { method: 'PATCH', status: '404' }, { method: 'DELETE', status: '204' }),
      [201, 404, 204],
    ],
    [
      'without locations, incomplete',
      statuses(a ?? {}, { method: 'PATCH', status: '404' }),
      [201, undefined, undefined],
    ],
    ['of something else', statuses({ ...a, bulkId: 'z' }, b ?? {}, c ?? {}), [undefined, 200, 204]],
    ['nonsense', statuses({ method: 'POST', bulkId: 'a', status: 'fine' }), [0, undefined, undefined]],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
  it('no list at all says nothing', () => {
    for (const body of [undefined, [], {}, { Operations: null }, 'done'])
      expect(resultsOf(sent, body)).toEqual([undefined, undefined, undefined]);
  });
  it('tell the id', () => {
    expect(resultsOf(sent, { operations: [a] })[0]).toEqual({ status: 201, id: '7', version: undefined });
  });
});
