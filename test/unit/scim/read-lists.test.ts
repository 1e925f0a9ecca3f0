/** Lists of every make are read to their end, or not believed. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import { directory, fullConfig, namesOf, scimError, startService, user, type Service } from './read-service.js';

const everybody = (count: number): readonly JsonObject[] =>
  Array.from({ length: count }, (_, index) => user(`p${String(index).padStart(4, '0')}`));
const organization = directory({ members: {} });
const lists = (requests: readonly string[]): readonly string[] => requests.filter((text) => text.includes('/Users'));

/** Answers to lists of users. */
function listing(answer: (query: URLSearchParams, call: number) => unknown): NonNullable<Service['intercept']> {
  let call = 0;
  return ({ path, query }) => {
    if (path !== '/Users') return undefined;
    const value = answer(query, (call += 1));
    return value instanceof Response ? value : Response.json(value);
  };
}

describe('pages by index', () => {
  it('asks for the largest page first, and reads the others by what the first one held', async () => {
    const { read, requests } = startService({ config: fullConfig, users: everybody(10), pageSize: 4 });
    expect(namesOf(await read(organization), 'member')).toHaveLength(10);
    expect(lists(requests)).toEqual([
      'GET /Users?startIndex=1&count=1000',
      'GET /Users?startIndex=5&count=1000',
      'GET /Users?startIndex=9&count=1000',
    ]);
  });

  it('asks for no page beyond the total', async () => {
    const { read, requests } = startService({ config: fullConfig, users: everybody(8), pageSize: 8 });
    expect(namesOf(await read(organization), 'member')).toHaveLength(8);
    expect(lists(requests)).toHaveLength(1);
  });

  it('goes on from what really came where a page is short', async () => {
    const users = everybody(12);
    const sizes = new Map([
      [1, 4],
      [5, 2],
    ]);
    const { read } = startService({
      intercept: listing((query) => {
        const start = Number(query.get('startIndex'));
        const size = Math.min(sizes.get(start) ?? 4, Number(query.get('count')));
        return { totalResults: 12, Resources: users.slice(start - 1, start - 1 + size) };
      }),
    });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toEqual(users.map(({ userName }) => userName));
    expect(live.coverage).toEqual({});
  });

  it('takes an entry that comes twice once, and reads on to those that it pushed out', async () => {
    const users = everybody(9);
    const { read } = startService({
      intercept: listing((query) => {
        // Every page but the first begins with the entry before.
        const start = Number(query.get('startIndex'));
        const from = start === 1 ? 0 : start - 2;
        return { totalResults: 9, Resources: users.slice(from, from + Math.min(4, Number(query.get('count')))) };
      }),
    });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toEqual(users.map(({ userName }) => userName));
    expect(live.coverage).toEqual({});
  });

  it('reads once more where the total moved', async () => {
    const { read, requests } = startService({
      intercept: listing((query, call) => ({
        totalResults: call === 2 ? 5 : 4,
        Resources: everybody(4)
          .slice(Number(query.get('startIndex')) - 1)
          .slice(0, 2),
      })),
    });
    const live = await read(organization);
    expect(live.coverage).toEqual({});
    expect(namesOf(live, 'member')).toHaveLength(4);
    expect(lists(requests)).toHaveLength(4);
  });

  it.each<[string, (query: URLSearchParams, call: number) => unknown, string]>([
    [
      'keeps moving',
      (query, call) => ({
        totalResults: 4 + call,
        Resources: everybody(4)
          .slice(Number(query.get('startIndex')) - 1)
          .slice(0, 2),
      }),
      'the total moved from',
    ],
    [
      'repeats its first page for ever',
      () => ({ totalResults: 100, Resources: everybody(10) }),
      'a page came again instead of the next one',
    ],
    [
      'repeats its first page for ever and gives no total',
      () => ({ Resources: everybody(10) }),
      'a page came again instead of the next one',
    ],
    [
      'ends before its total',
      (query) => ({ totalResults: 5, Resources: everybody(3).slice(Number(query.get('startIndex')) - 1) }),
      'it should have 5 entries, but 3 came',
    ],
    [
      'has more than its total',
      () => ({ totalResults: 2, Resources: everybody(3) }),
      'it should have 2 entries, but 3 came',
    ],
    ['is empty against its total', () => ({ totalResults: 3, Resources: [] }), 'it should have 3 entries, but 0 came'],
  ])('is incomplete where the list %s', async (_, answer, why) => {
    const { read } = startService({ intercept: listing(answer) });
    const live = await read(organization);
    expect(live.coverage['members']).toMatchObject({ complete: false });
    expect(live.diagnostics).toMatchObject([{ severity: 'warning', code: 'incomplete-read' }]);
    expect(live.diagnostics[0]?.detail).toContain(`Could not read the people completely, twice in a row: ${why}`);
  });

  it('reads to an empty page where there is no total', async () => {
    const { read } = startService({
      intercept: listing((query) => ({
        Resources: everybody(3)
          .slice(Number(query.get('startIndex')) - 1)
          .slice(0, 2),
      })),
    });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toHaveLength(3);
    expect(live.coverage).toEqual({});
  });
});

describe('the list message', () => {
  it.each<[string, unknown]>([
    ['nothing and a total of zero', { totalResults: 0 }],
    ['null and a total of zero as text', { totalResults: '0', Resources: null }],
    ['an empty list', { totalResults: 0, Resources: [] }],
  ])('%s is nobody', async (_, body) => {
    const live = await startService({ intercept: listing(() => body) }).read(organization);
    expect(live.resources).toEqual([]);
    expect(live.coverage).toEqual({});
  });

  it.each<[string, unknown, string]>([
    ['no entries with a total', { totalResults: 3 }, 'Resources should be a list of some of 3 entries, but is missing'],
    ['neither entries nor a total', {}, 'Resources should be a list, but is missing'],
    ['an error message', { detail: 'Oops' }, 'Resources should be a list, but is missing'],
    ['a bare list', [user('alice')], 'the answer should be an object, but is a list'],
    ['a text', 'hello', 'the answer should be an object, but is a string'],
    [
      'an object in place of the list',
      { totalResults: 1, Resources: user('alice') },
      'Resources should be a list, but is an object',
    ],
    [
      'a total that is no count',
      { totalResults: 'many', Resources: [] },
      'totalResults should be a count, but is a string',
    ],
    [
      'an entry without id',
      { totalResults: 1, Resources: [{ userName: 'alice' }] },
      'id should be a text, but is missing',
    ],
    [
      'an entry with an empty id',
      { totalResults: 1, Resources: [{ id: '', userName: 'alice' }] },
      'id should be a text',
    ],
    [
      'an entry without name',
      { totalResults: 1, Resources: [{ id: '1' }] },
      'userName should be a text, but is missing',
    ],
    [
      'an unclear active',
      { totalResults: 1, Resources: [user('alice', { active: 'maybe' })] },
      'active should be true or false',
    ],
  ])('%s is an error, never nobody', async (_, body, message) => {
    const { read } = startService({ intercept: listing(() => body) });
    await expect(read(organization)).rejects.toThrow(
      `SCIM service scim.example.test answered GET /v2/Users?startIndex=1&count=100 with something unexpected: ${message}`,
    );
  });

  it('names the address where a page of HTML comes', async () => {
    const { read } = startService({ intercept: listing(() => new Response('<html>Log in</html>')) });
    await expect(read(organization)).rejects.toThrow(
      /SCIM service scim\.example\.test answered 200 OK to GET \/v2\/Users\?startIndex=1&count=100 with something that is not JSON/,
    );
  });

  it('accepts other spellings, and numbers as texts', async () => {
    const { read } = startService({
      intercept: listing(() => ({ totalresults: '1', resources: [{ ID: 17, username: 'Alice', ACTIVE: 'False' }] })),
    });
    const live = await read(organization);
    expect(live.resources).toMatchObject([{ name: 'alice', remoteId: '17', attributes: { active: false } }]);
  });
});

describe('pages by cursor', () => {
  const pages = [everybody(6).slice(0, 3), everybody(6).slice(3, 5), everybody(6).slice(5)];
  const byCursor = (query: URLSearchParams): object => {
    const page = query.get('cursor') ? Number(query.get('cursor')?.slice(1)) : 0;
    return { Resources: pages[page], ...(page < 2 && { nextCursor: `+${page + 1}` }) };
  };

  it.each<[string, JsonObject, string]>([
    ['unasked', {}, 'startIndex=1&count=100'],
    ['because there are no indexes', { pagination: { cursor: true, index: false } }, 'cursor&count=100'],
    ['by default', { pagination: { cursor: true, defaultPaginationMethod: 'cursor' } }, 'count=100'],
  ])('%s', async (_, config, first) => {
    const { read, urls } = startService({ config, intercept: listing(byCursor) });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toEqual(everybody(6).map(({ userName }) => userName));
    expect(live.coverage).toEqual({});
    expect(urls.slice(1).map((url) => url.split('?')[1])).toEqual([
      first,
      'cursor=%2B1&count=100',
      'cursor=%2B2&count=100',
    ]);
  });

  it('starts again once where the cursor expires', async () => {
    const { read, requests } = startService({
      intercept: listing((query, call) => (call === 2 ? scimError(400, 'expiredCursor') : byCursor(query))),
    });
    const live = await read(organization);
    expect(namesOf(live, 'member')).toHaveLength(6);
    expect(lists(requests)).toHaveLength(5);
  });

  it.each<[string, (query: URLSearchParams) => unknown, string]>([
    [
      'it expires again and again',
      (query) => (query.has('cursor') ? scimError(400, 'expiredCursor') : byCursor(query)),
      'the service let the cursor expire',
    ],
    ['it leads in a circle', (query) => ({ ...byCursor(query), nextCursor: 'x1' }), 'its cursor leads in a circle'],
    [
      'the same people come again',
      (query) => ({ Resources: pages[0], nextCursor: `${query.get('cursor') ?? ''}x` }),
      'a page came again instead of the next one',
    ],
    [
      'it ends before the total',
      (query) => ({ ...byCursor(query), totalResults: 9 }),
      'it should have 9 entries, but 6 came',
    ],
  ])('is incomplete where %s', async (_, answer, why) => {
    const live = await startService({ intercept: listing(answer) }).read(organization);
    expect(live.coverage['members']).toEqual({
      complete: false,
      reason: `Could not read the people completely, twice in a row: ${why}.`,
    });
  });

  it('says what a service said that refuses a page', async () => {
    const { read } = startService({ intercept: listing(() => scimError(400, 'invalidCount')) });
    await expect(read(organization)).rejects.toThrow(
      /SCIM service scim\.example\.test answered 400.* to GET \/v2\/Users\?startIndex=1&count=100: Because\. \(invalidCount\)/,
    );
  });
});
