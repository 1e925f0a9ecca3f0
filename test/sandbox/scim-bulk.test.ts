/** Bulks: references among what they create, failures of single operations, and limits. */
import { describe, expect, it } from 'vitest';
import { corp, group, message, startScim, urn, user, type Json, type Scim } from './scim-support.js';
import { pick, type Answer } from './support.js';

const post = (path: string, bulkId: string, data: Json, rest: Json = {}): Json => ({
  method: 'POST',
  path,
  bulkId,
  data,
  ...rest,
});
const operations = ({ body }: Answer): Json[] => body['Operations'] as Json[];
const statuses = (answer: Answer): unknown[] => operations(answer).map(({ status }) => status);
const bulkIds = (answer: Answer): unknown[] => operations(answer).map(({ bulkId }) => bulkId);
const startBulk = (capabilities: Json = {}): Promise<Scim> => startScim({ bulk: true, ...capabilities });

describe('a bulk', () => {
  it('does what single requests would, and says for each what came of it', async () => {
    const scim = await startBulk();
    const [alice, bob, ops, team] = [
      await scim.id('alice@acme.com'),
      await scim.id('bob@acme.com'),
      await scim.id('ops'),
      await scim.id('data-eng'),
    ];
    const answer = await scim.bulk([
      post('/Users', 'dora', user('dora')),
      { method: 'put', path: `/Users/${alice}`, data: user('alice', { active: true }) },
      {
        method: 'PATCH',
        path: `/Groups/${team}`,
        data: { Operations: [{ op: 'add', path: 'members', value: [{ value: 'bulkId:dora' }] }] },
      },
      { method: 'PATCH', path: `Users/${bob}`, data: { Operations: [{ op: 'replace', value: { active: false } }] } },
      { method: 'DELETE', path: `${corp}/Groups/${ops}` },
    ]);
    const at = (path: string): string => `http://127.0.0.1${corp}${path}`;
    const dora = await scim.id('dora');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      schemas: [message('BulkResponse')],
      Operations: [
        { method: 'POST', bulkId: 'dora', location: at(`/Users/${dora}`), version: 'W/"1"', status: '201' },
        { method: 'PUT', location: at(`/Users/${alice}`), version: 'W/"2"', status: '200' },
        { method: 'PATCH', location: at(`/Groups/${team}`), version: 'W/"2"', status: '204' },
        { method: 'PATCH', location: at(`/Users/${bob}`), version: 'W/"2"', status: '200' },
        { method: 'DELETE', location: at(`/Groups/${ops}`), status: '204' },
      ],
    });
    expect(await scim.members('data-eng')).toEqual(['Bob@acme.com', 'alice', 'dora']);
    expect((await scim.get(`/Groups/${ops}`)).status).toBe(404);
  });

  it('creates first what others refer to, wherever it stands, and answers in the order of the request', async () => {
    const scim = await startBulk();
    const answer = await scim.bulk([
      {
        method: 'PATCH',
        path: '/Groups/bulkId:team/eng',
        data: { Operations: [{ op: 'add', path: 'members', value: [{ value: 'bulkId:b' }] }] },
      },
      post('/Groups', 'parent', group('parent', ['bulkId:team/eng'])),
      post('/Groups', 'team/eng', group('team', ['bulkId:a'])),
      post('/Users', 'b', user('b')),
      post('/Users', 'a', user('a', { [enterprise]: { manager: { value: 'bulkId:b' } } })),
    ]);
    expect(statuses(answer)).toEqual(['204', '201', '201', '201', '201']);
    expect(bulkIds(answer)).toEqual([undefined, 'parent', 'team/eng', 'b', 'a']);
    expect(await scim.members('team')).toEqual(['a', 'b']);
    expect(await scim.members('parent')).toEqual([await scim.id('team')]);
    expect(pick((await scim.get(`/Users/${await scim.id('a')}`)).body, enterprise, 'manager', 'value')).toBe(
      await scim.id('b'),
    );
  });

  const circles: [string, Json[], Record<string, string[]>][] = [
    [
      'two',
      [post('/Groups', 'a', group('a', ['bulkId:b'])), post('/Groups', 'b', group('b', ['bulkId:a']))],
      { a: ['b'], b: ['a'] },
    ],
    [
      'three, with a user',
      [
        post('/Groups', 'a', group('a', ['bulkId:b', 'bulkId:u'])),
        post('/Groups', 'b', group('b', ['bulkId:c'])),
        post('/Groups', 'c', group('c', ['bulkId:a', 'bulkId:b'])),
        post('/Users', 'u', user('u')),
      ],
      { a: ['b', 'u'], b: ['c'], c: ['a', 'b'] },
    ],
    ['itself', [post('/Groups', 'a', group('a', ['bulkId:a']))], { a: ['a'] }],
  ];
  it.each(circles)('resolves a circle of %s', async (_what, sent, expected) => {
    const scim = await startBulk();
    expect(statuses(await scim.bulk(sent))).toEqual(sent.map(() => '201'));
    for (const [name, members] of Object.entries(expected)) {
      const ids = await Promise.all(members.map((each) => scim.id(each)));
      const found = (await scim.get(`/Groups/${await scim.id(name)}`)).body['members'] as { value: string }[];
      expect(found.map(({ value }) => value).sort()).toEqual(ids.sort());
    }
  });

  it('leaves nothing of a circle of which a part fails', async () => {
    const scim = await startBulk();
    const before = pick(await scim.client.state(), 'scim');
    const answer = await scim.bulk([
      post('/Groups', 'a', group('data-eng', ['bulkId:b'])),
      post('/Groups', 'b', group('b', ['bulkId:a'])),
    ]);
    expect(statuses(answer)).toEqual(['409', '409']);
    expect(pick(await scim.client.state(), 'scim')).toEqual(before);
  });
});

describe('an operation that fails', () => {
  it('takes along those that need what it would have created, and no others', async () => {
    const scim = await startBulk();
    const answer = await scim.bulk([
      post('/Users', 'taken', user('Alice@acme.com')),
      post('/Groups', 'g', group('g', ['bulkId:taken'])),
      { method: 'DELETE', path: '/Groups/bulkId:g' },
      post('/Users', 'fine', user('fine')),
    ]);
    expect(operations(answer)).toEqual([
      {
        method: 'POST',
        bulkId: 'taken',
        status: '409',
        response: expect.objectContaining({ scimType: 'uniqueness' }) as Json,
      },
      { method: 'POST', bulkId: 'g', status: '409', response: expect.objectContaining({ status: '409' }) as Json },
      { method: 'DELETE', status: '409', response: expect.objectContaining({ status: '409' }) as Json },
      expect.objectContaining({ bulkId: 'fine', status: '201' }) as Json,
    ]);
    expect(await scim.id('g')).toBe('undefined');
  });

  it.each<[string, Json, string]>([
    ['no bulkId', { method: 'POST', path: '/Users', data: user('x') }, '400'],
    ['an unknown path', { method: 'POST', path: '/Robots', bulkId: 'x', data: {} }, '400'],
    ['an unknown method', { method: 'GET', path: '/Users/x' }, '400'],
    ['a method that does not fit the path', { method: 'DELETE', path: '/Users' }, '405'],
    ['an unknown resource', { method: 'PUT', path: '/Users/none', data: user('x') }, '404'],
    ['an unknown reference', post('/Groups', 'x', group('x', ['bulkId:none'])), '400'],
    ['a wrong body', post('/Users', 'x', { displayName: 'x' }), '400'],
    ['a stale version', { method: 'DELETE', path: '/Groups/OPS', version: 'W/"7"' }, '412'],
  ])('for %s says so itself: %j', async (_what, operation, status) => {
    const scim = await startBulk();
    const sent = JSON.parse(JSON.stringify(operation).replace('OPS', await scim.id('ops'))) as Json;
    const before = pick(await scim.client.state(), 'scim');
    const [result = {}, ...rest] = operations(await scim.bulk([sent]));
    expect([result['status'], rest]).toEqual([status, []]);
    expect(result['response']).toMatchObject({ schemas: [message('Error')], status });
    expect(pick(await scim.client.state(), 'scim')).toEqual(before);
  });

  it('may not repeat a bulkId', async () => {
    const scim = await startBulk();
    const answer = await scim.bulk([
      post('/Users', 'x', user('x')),
      post('/Users', 'x', user('y')),
      post('/Groups', 'g', group('g', ['bulkId:x'])),
    ]);
    expect(statuses(answer)).toEqual(['201', '400', '201']);
    expect(await scim.members('g')).toEqual(['x']);
  });

  const failing = (name: string): Json => post('/Users', name, {});
  it.each([
    [undefined, ['400', '201', '400', '201']],
    [0, ['400', '201', '400', '201']],
    [1, ['400']],
    [2, ['400', '201', '400']],
    [3, ['400', '201', '400', '201']],
  ])('stops the rest after %s of them, which then do not appear', async (failOnErrors, expected) => {
    const scim = await startBulk();
    const sent = [failing('a'), post('/Users', 'b', user('b')), failing('c'), post('/Users', 'd', user('d'))];
    const answer = await scim.bulk(sent, failOnErrors === undefined ? {} : { failOnErrors });
    expect(statuses(answer)).toEqual(expected);
    expect(await scim.id('d')).toEqual(expected.length === 4 ? expect.stringMatching(/-/) : 'undefined');
  });

  it('stops even what waits for it', async () => {
    const scim = await startBulk();
    const sent = [
      post('/Groups', 'g', group('g', ['bulkId:x', 'bulkId:y'])),
      failing('x'),
      post('/Users', 'y', user('y')),
    ];
    expect(bulkIds(await scim.bulk(sent, { failOnErrors: 1 }))).toEqual(['x']);
  });
});

describe('limits', () => {
  it.each<[string, Json, number, RegExp]>([
    ['operations', { bulkMaxOperations: 2 }, 3, /maxOperations/],
    ['bytes', { bulkMaxPayloadSize: 200 }, 3, /maxPayloadSize/],
  ])('of %s are kept before any work', async (_what, capabilities, count, detail) => {
    const scim = await startBulk(capabilities);
    const before = await scim.client.state();
    const sent = Array.from({ length: count }, (_, index) => post('/Users', `u${index}`, user(`u${index}`)));
    const answer = await scim.bulk(sent);
    expect(answer.body).toMatchObject({ status: '413', detail: expect.stringMatching(detail) as string });
    expect(await scim.client.state()).toEqual(before);
  });

  it('may leave out PATCH', async () => {
    const scim = await startBulk({ bulkPatch: false });
    const path = `/Users/${await scim.id('carol')}`;
    const data = { Operations: [{ op: 'replace', value: { active: true } }] };
    expect(statuses(await scim.bulk([{ method: 'PATCH', path, data }, post('/Users', 'x', user('x'))]))).toEqual([
      '501',
      '201',
    ]);
  });

  it.each([{}, { Operations: {} }, { Operations: [1] }, { Operations: [{ method: 1 }] }, []])(
    'of form: %j is no bulk',
    async (body) => {
      expect((await (await startBulk()).post('/Bulk', body)).body).toMatchObject({
        status: '400',
        scimType: 'invalidSyntax',
      });
    },
  );
});

it('creates 1,000 users and their group at once', async () => {
  const scim = await startBulk({ maxResults: 2000 });
  const ids = Array.from({ length: 999 }, (_, index) => `u${index}`);
  const all = post(
    '/Groups',
    'all',
    group(
      'all',
      ids.map((id) => `bulkId:${id}`),
    ),
  );
  const answer = await scim.bulk([
    all,
    ...ids.map((id) => post('/Users', id, { schemas: [urn('User')], userName: id })),
  ]);
  expect(new Set(statuses(answer))).toEqual(new Set(['201']));
  expect((await scim.get(`/Groups/${await scim.id('all')}`)).body['members']).toHaveLength(999);
});

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
