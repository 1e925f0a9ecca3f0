/** Lists: filters, pages by index and by cursor, order, projection, and searches by POST. */
import { describe, expect, it } from 'vitest';
import { message, scimClient, startScim, user, type Json, type Scim } from './scim-support.js';
import { pick, start, type Answer } from './support.js';

const resources = ({ body }: Answer): Json[] => body['Resources'] as Json[];
const names = (answer: Answer): unknown[] =>
  resources(answer).map(({ userName, displayName }) => userName ?? displayName);
const encode = (filter: string): string => `filter=${encodeURIComponent(filter)}`;

/** A service of users u0, u1, ... */
const many = async (count: number, capabilities: Json = {}): Promise<Scim> => {
  const users = Array.from({ length: count }, (_, at) => ({ userName: `u${at}`, displayName: `U ${count - at}` }));
  return scimClient(await start({ scim: [{ path: '/scim/v2/corp', capabilities, users }] }));
};

describe('filters', () => {
  it.each([
    ['userName eq "ALICE@acme.com"', ['alice@acme.com']],
    ['userName eq "nobody"', []],
    ['externalId eq "e1"', ['alice@acme.com']],
    ['externalId eq "E1"', []],
    ['userName eq "bob@acme.com" and displayName eq "Alice"', []],
    ['active eq false', ['carol']],
    ['not (active eq true) or userName sw "bob"', ['Bob@acme.com', 'carol']],
    ['UserName co ACME', ['alice@acme.com', 'Bob@acme.com']],
    ['groups pr', ['alice@acme.com', 'Bob@acme.com']],
    ['groups.display eq "DATA-ENG" and active eq true', ['alice@acme.com', 'Bob@acme.com']],
    ['meta.resourceType eq "User" and userName eq "carol"', ['carol']],
    ['meta.created gt "2000-01-01T00:00:00Z" and externalId pr', ['alice@acme.com']],
    ['schemas eq "urn:ietf:params:scim:schemas:core:2.0:Group"', []],
    ['urn:ietf:params:scim:schemas:core:2.0:User:displayName eq "bob"', ['Bob@acme.com']],
  ])('of users: %s', async (filter, expected) => {
    const answer = await (await startScim()).get(`/Users?${encode(filter)}`);
    expect([answer.status, names(answer)]).toEqual([200, expected]);
    expect(answer.body).toMatchObject({ totalResults: expected.length, itemsPerPage: expected.length, startIndex: 1 });
  });

  it('ask whether somebody is in a group, by either side', async () => {
    const scim = await startScim();
    const [alice, carol, team] = [await scim.id('alice@acme.com'), await scim.id('carol'), await scim.id('data-eng')];
    const hits = async (filter: string): Promise<unknown[]> =>
      names(await scim.get(`/Groups?attributes=displayName&${encode(filter)}`));
    expect(await hits(`id eq "${team}" and members eq "${alice}"`)).toEqual(['data-eng']);
    expect(await hits(`id eq "${team}" and members eq "${carol}"`)).toEqual([]);
    expect(await hits(`members.value eq "${alice}"`)).toEqual(['data-eng']);
    expect(await hits(`members[value eq "${alice}" and type eq "User"]`)).toEqual(['data-eng']);
    expect(await hits('not (members pr)')).toEqual(['ops']);
  });

  it.each([
    'userName eq "BOB@acme.com"',
    'externalId eq "e1"',
    'externalId eq ""',
    'id eq "ALICE"',
    'id eq "ALICE" and userName eq "carol"',
    'groups eq "TEAM"',
    'groups.value eq "TEAM" and displayName eq "bob"',
    'displayName eq "alice ng"',
    'members eq "ALICE"',
    'members.value eq "ALICE" and id eq "TEAM"',
    'displayName eq "data-ENG" and members eq "ALICE"',
  ])('find by an index what they find without: %s', async (template) => {
    const scim = await startScim();
    const ids = { ALICE: await scim.id('alice@acme.com'), TEAM: await scim.id('data-eng') };
    const filter = template.replace('ALICE', ids.ALICE).replace('TEAM', ids.TEAM);
    for (const path of ['/Users', '/Groups', '']) {
      const [answer, slow] = [`${path}?${encode(filter)}`, `${path}?${encode(`not (not (${filter}))`)}`];
      const [fast, scanned] = [await scim.get(answer), await scim.get(slow)];
      expect([fast.status, resources(fast)]).toEqual([scanned.status, resources(scanned)]);
    }
  });

  it('see both kinds from the root', async () => {
    const scim = await startScim();
    expect(names(await scim.get(`?${encode('displayName sw "a" or displayName eq "ops"')}`))).toEqual([
      'alice@acme.com',
      'ops',
    ]);
    const body = { schemas: [message('SearchRequest')], filter: 'displayName pr', count: 4, startIndex: 2 };
    expect((await scim.post('/.search', body)).body).toMatchObject({ totalResults: 5, itemsPerPage: 4, startIndex: 2 });
    const qualified = encode('urn:ietf:params:scim:schemas:core:2.0:Group:displayName pr');
    expect(names(await scim.get(`?${qualified}`))).toEqual(['data-eng', 'ops']);
  });
});

describe('a search by POST', () => {
  it('is the same as a GET, however its names are written', async () => {
    const scim = await startScim();
    const body = {
      schemas: [message('SearchRequest')],
      Filter: 'active eq true',
      attributes: ['userName'],
      sortBy: 'userName',
      sortOrder: 'descending',
      StartIndex: 1,
      count: 1,
    };
    const query = `${encode('active eq true')}&attributes=userName&sortBy=userName&sortOrder=descending&count=1`;
    const answer = await scim.post('/Users/.search', body);
    expect(answer.body).toEqual((await scim.get(`/Users?${query}`)).body);
    expect(resources(answer)).toEqual([
      { schemas: [expect.any(String)], id: await scim.id('bob@acme.com'), userName: 'Bob@acme.com' },
    ]);
    expect(names(await scim.post('/Groups/.search', {}))).toEqual(['data-eng', 'ops']);
  });

  it.each([{ filter: 1 }, { count: '1.5' }, { attributes: [1] }, { sortOrder: 'sideways' }, { startIndex: {} }])(
    'of the wrong shape is refused: %j',
    async (body) => {
      expect((await (await startScim()).post('/Users/.search', body)).body).toMatchObject({
        status: '400',
        scimType: 'invalidValue',
      });
    },
  );
});

describe('pages by index', () => {
  it.each([
    ['', 1, ['u0', 'u1', 'u2', 'u3']],
    ['count=2', 1, ['u0', 'u1']],
    ['count=100', 1, ['u0', 'u1', 'u2', 'u3']],
    ['startIndex=3&count=2', 3, ['u2', 'u3']],
    ['startIndex=6', 6, ['u5', 'u6']],
    ['startIndex=0&count=1', 1, ['u0']],
    ['startIndex=-5&count=1', 1, ['u0']],
    ['count=0', 1, []],
    ['count=-1', 1, []],
    ['startIndex=8', 8, []],
    ['startIndex=999999999', 999_999_999, []],
  ])('%s', async (query, startIndex, expected) => {
    const answer = await (await many(7, { maxResults: 4 })).get(`/Users?${query}`);
    expect(names(answer)).toEqual(expected);
    expect(answer.body).toMatchObject({ totalResults: 7, itemsPerPage: expected.length, startIndex });
  });

  it('keep the order of creation, and are cut by a fault', async () => {
    const scim = await many(5);
    await scim.post('/Users', user('a-new-one'));
    expect(names(await scim.get('/Users')).at(-1)).toBe('a-new-one');
    await scim.client.put('/_sandbox/faults', [{ path: '/scim/', pageSize: 2 }]);
    expect(names(await scim.get('/Users?startIndex=5&count=50'))).toEqual(['u4', 'a-new-one']);
    expect(names(await scim.get('/Users?count=50'))).toEqual(['u0', 'u1']);
  });
});

describe('order', () => {
  it.each([
    ['sortBy=displayName', ['u3', 'u2', 'u1', 'u0']],
    ['sortBy=displayName&sortOrder=descending', ['u0', 'u1', 'u2', 'u3']],
    ['sortBy=DisplayName&sortOrder=Ascending&startIndex=2&count=2', ['u2', 'u1']],
    ['sortBy=meta.created', ['u0', 'u1', 'u2', 'u3']],
    ['sortOrder=descending', ['u0', 'u1', 'u2', 'u3']],
  ])('%s', async (query, expected) => {
    expect(names(await (await many(4)).get(`/Users?${query}`))).toEqual(expected);
  });

  it('is as it was where the service does not sort', async () => {
    expect(names(await (await many(2, { sort: false })).get('/Users?sortBy=displayName'))).toEqual(['u0', 'u1']);
  });
});

describe('pages by cursor', () => {
  const walk = async (scim: Scim, query: string): Promise<unknown[]> => {
    const seen: unknown[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const answer = await scim.get(`/Users?cursor=${next}&${query}`);
      expect(answer.status).toBe(200);
      expect(answer.body).not.toHaveProperty('startIndex');
      seen.push(...names(answer));
      next = answer.body['nextCursor'] as string | undefined;
      if (next !== undefined) expect(next).toMatch(/^[A-Za-z0-9._~-]+$/);
    }
    return seen;
  };
  const all = Array.from({ length: 7 }, (_, at) => `u${at}`);

  it.each([1, 3, 7, 50])('of %i find everybody once', async (count) => {
    expect(await walk(await many(7, { cursor: true, maxResults: 5 }), `count=${count}`)).toEqual(all);
  });

  it('hold for a filter and an order', async () => {
    const query = `count=2&sortBy=displayName&${encode('userName ne "u3"')}`;
    expect(await walk(await many(7, { cursor: true }), query)).toEqual(['u6', 'u5', 'u4', 'u2', 'u1', 'u0']);
  });

  it('skip nobody when somebody goes meanwhile', async () => {
    const scim = await many(6, { cursor: true });
    const first = await scim.get('/Users?cursor&count=3');
    await scim.delete(`/Users/${await scim.id('u2')}`);
    await scim.delete(`/Users/${await scim.id('u0')}`);
    await scim.post('/Users', user('u6'));
    const second = await scim.get(`/Users?count=10&cursor=${String(first.body['nextCursor'])}`);
    expect([names(first), names(second)]).toEqual([
      ['u0', 'u1', 'u2'],
      ['u3', 'u4', 'u5', 'u6'],
    ]);
    const third = await scim.get(`/Users?cursor&count=2`);
    await scim.delete(`/Users/${await scim.id('u4')}`);
    expect(names(await scim.get(`/Users?cursor=${String(third.body['nextCursor'])}`))).toEqual(['u5', 'u6']);
    await scim.delete(`/Users/${await scim.id('u3')}`);
    expect((await scim.get(`/Users?cursor=${String(third.body['nextCursor'])}`)).body).toMatchObject({
      scimType: 'expiredCursor',
    });
  });

  it('come unasked from a service that has no other', async () => {
    const scim = await many(3, { paging: 'cursor', maxResults: 2 });
    const first = await scim.get('/Users?startIndex=3');
    expect([names(first), first.body['totalResults']]).toEqual([['u0', 'u1'], 3]);
    const second = await scim.get(`/Users?cursor=${String(first.body['nextCursor'])}`);
    expect(names(second)).toEqual(['u2']);
    expect(second.body).not.toHaveProperty('nextCursor');
    expect(pick((await scim.get('/ServiceProviderConfig')).body, 'pagination')).toMatchObject({
      index: false,
      defaultPaginationMethod: 'cursor',
    });
  });

  it('are offered only where they are said to be', async () => {
    const answer = await (await many(3)).get('/Users?cursor&count=2');
    expect(answer.body).toMatchObject({ startIndex: 1, totalResults: 3 });
    expect(answer.body).not.toHaveProperty('nextCursor');
  });

  it('are refused when made up, of another listing, or too old by the clock of the sandbox', async () => {
    const scim = await many(3, { cursor: true, cursorTimeout: 60 });
    await scim.client.put('/_sandbox/clock', { now: '2027-01-01T00:00:00Z' });
    const next = String((await scim.get('/Users?cursor&count=1')).body['nextCursor']);
    for (const [query, scimType] of [
      ['cursor=made-up', 'invalidCursor'],
      [`cursor=${next}x`, 'invalidCursor'],
      [`cursor=${next}&${encode('userName pr')}`, 'invalidCursor'],
      [`cursor=${next}&count=some`, 'invalidCount'],
    ]) {
      expect((await scim.get(`/Users?${query}`)).body).toMatchObject({ status: '400', scimType });
    }
    expect((await scim.get(`/Groups?cursor=${next}`)).body).toMatchObject({ scimType: 'invalidCursor' });
    await scim.client.put('/_sandbox/clock', { now: '2027-01-01T00:00:59Z' });
    expect((await scim.get(`/Users?cursor=${next}`)).status).toBe(200);
    await scim.client.put('/_sandbox/clock', { now: '2027-01-01T00:01:00Z' });
    expect((await scim.get(`/Users?cursor=${next}`)).body).toMatchObject({ status: '400', scimType: 'expiredCursor' });
  });
});

describe('projection', () => {
  const keys = async (path: string): Promise<string[]> => {
    const scim = await startScim();
    const [first = {}] = resources(await scim.get(path));
    return Object.keys(first).sort();
  };
  it.each([
    ['/Users?attributes=userName', ['id', 'schemas', 'userName']],
    ['/Users?attributes=displayName,%20ACTIVE', ['active', 'displayName', 'id', 'schemas']],
    ['/Users?attributes=groups.display', ['groups', 'id', 'schemas']],
    ['/Users?excludedAttributes=groups,meta,id', ['active', 'displayName', 'externalId', 'id', 'schemas', 'userName']],
    ['/Groups?excludedAttributes=members', ['displayName', 'id', 'meta', 'schemas']],
    ['/Groups?attributes=members', ['id', 'members', 'schemas']],
    ['/Groups?attributes=urn:ietf:params:scim:schemas:core:2.0:Group:members.value', ['id', 'members', 'schemas']],
    ['/Groups?attributes=', ['displayName', 'id', 'members', 'meta', 'schemas']],
  ])('%s', async (path, expected) => {
    expect(await keys(path)).toEqual(expected);
  });

  it('is the same for one resource, and for what a write answers', async () => {
    const scim = await startScim();
    const path = `/Groups/${await scim.id('data-eng')}`;
    expect(Object.keys((await scim.get(`${path}?excludedAttributes=members`)).body)).not.toContain('members');
    const made = await scim.post('/Users?attributes=userName', user('new', { title: 'x' }));
    expect(Object.keys(made.body)).toEqual(['schemas', 'id', 'userName']);
  });
});

it('shows members and groups with where they are found', async () => {
  const scim = await startScim();
  const [alice, bob, team] = [
    await scim.id('alice@acme.com'),
    await scim.id('bob@acme.com'),
    await scim.id('data-eng'),
  ];
  const at = (path: string): string => `http://127.0.0.1/scim/v2/corp${path}`;
  expect((await scim.get(`/Groups/${team}`)).body['members']).toEqual([
    { value: alice, $ref: at(`/Users/${alice}`), type: 'User', display: 'Alice Ng' },
    { value: bob, $ref: at(`/Users/${bob}`), type: 'User', display: 'Bob' },
  ]);
  expect((await scim.get(`/Users/${alice}`)).body['groups']).toEqual([
    { value: team, $ref: at(`/Groups/${team}`), display: 'data-eng', type: 'direct' },
  ]);
});
