import { describe, expect, it } from 'vitest';
import { IncompleteReadError } from '../../src/http/incomplete-read-error.js';
import { readOffsetPages, type OffsetPage } from '../../src/http/paginate.js';

interface Item {
  readonly id: string;
}

function list(length: number): readonly Item[] {
  return Array.from({ length }, (_, i) => ({ id: `u${i}` }));
}

/** A server over a list; `page` may bend what it answers. */
function serve(
  all: readonly Item[],
  bend: (page: OffsetPage<Item>, call: number) => OffsetPage<Item> = (page) => page,
) {
  const calls: string[] = [];
  const get = async (offset: number, limit: number): Promise<OffsetPage<Item>> => {
    calls.push(`${offset}+${limit}`);
    return bend({ items: all.slice(offset, offset + limit), totalCount: all.length }, calls.length);
  };
  return { get, calls };
}

describe('readOffsetPages', () => {
  it.each([
    [0, ['0+10']],
    [1, ['0+10']],
    [10, ['0+10']],
    [11, ['0+10', '10+10']],
    [35, ['0+10', '10+10', '20+10', '30+10']],
  ])('reads %i entries by tens in the fewest calls and in order', async (length, expected) => {
    const { get, calls } = serve(list(length));
    expect(await readOffsetPages(get, 10)).toEqual(list(length));
    expect(calls).toEqual(expected);
  });

  it('reads the later pages in parallel, and bounded', async () => {
    let open = 0;
    let most = 0;
    const { get } = serve(list(300));
    const items = await readOffsetPages(async (offset, limit) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      return get(offset, limit);
    }, 10);
    expect(items).toEqual(list(300));
    expect(most).toBe(8);
  });

  it('copes with a server whose pages are smaller than asked for', async () => {
    const { get, calls } = serve(list(25), ({ items, totalCount }) => ({ items: items.slice(0, 7), totalCount }));
    expect(await readOffsetPages(get, 10)).toEqual(list(25));
    expect(calls).toHaveLength(4);
  });

  it('fills in after a single short page in the middle', async () => {
    const { get } = serve(list(45), ({ items, totalCount }, call) => ({
      items: call === 3 ? items.slice(0, 4) : items,
      totalCount,
    }));
    expect(await readOffsetPages(get, 10)).toEqual(list(45));
  });

  it('takes a list that comes whole in spite of the limit', async () => {
    const { get, calls } = serve(list(25), () => ({ items: list(25), totalCount: 25 }));
    expect(await readOffsetPages(get, 10)).toEqual(list(25));
    expect(calls).toHaveLength(1);
  });

  it('reads again when the total moves, and succeeds once it is still', async () => {
    const { get, calls } = serve(list(25), (page, call) => (call === 2 ? { ...page, totalCount: 26 } : page));
    expect(await readOffsetPages(get, 10)).toEqual(list(25));
    expect(calls.filter((call) => call === '0+10')).toHaveLength(2);
  });

  it('gives up on a list that never holds still', async () => {
    const { get } = serve(list(25), (page, call) => ({ ...page, totalCount: 25 + (call % 2) }));
    const reading = readOffsetPages(get, 10, { what: 'members of team dba' });
    await expect(reading).rejects.toThrow(IncompleteReadError);
    await expect(reading).rejects.toThrow(/members of team dba completely, 3 times in a row: the total moved from/);
  });

  it('gives up where an entry comes twice, since another was then skipped', async () => {
    const twice = [...list(19), { id: 'u3' }];
    await expect(readOffsetPages(serve(twice).get, 10)).rejects.toThrow(/an entry came twice/);
    const named = twice.map(({ id }) => ({ key: id }));
    const get = async (offset: number, limit: number) => ({
      items: named.slice(offset, offset + limit),
      totalCount: 20,
    });
    await expect(readOffsetPages(get, 10, { identify: ({ key }) => key })).rejects.toThrow(/an entry came twice/);
  });

  it.each<[string, (page: OffsetPage<Item>, call: number) => OffsetPage<Item>, RegExp]>([
    ['an empty first page', (page) => ({ ...page, items: [] }), /should have 25 entries, but none came\./],
    ['an empty later page', (page, n) => (n % 3 === 0 ? { ...page, items: [] } : page), /none came from 20 on/],
    ['more entries than the total', (page) => ({ ...page, totalCount: 3 }), /should have 3 entries, but 10 came/],
  ])('does not take %s for the whole list', async (_name, bend, message) => {
    await expect(readOffsetPages(serve(list(25), bend).get, 10)).rejects.toThrow(message);
  });

  it.each([
    { items: [] },
    { totalCount: 0 },
    { items: {}, totalCount: 0 },
    { items: [], totalCount: -1 },
    { items: [], totalCount: 1.5 },
  ])('refuses the envelope %j', async (page) => {
    const get = async () => page as unknown as OffsetPage<Item>;
    await expect(readOffsetPages(get, 10)).rejects.toThrow('a page came without its entries or its total');
  });

  it('passes on the failure of a page and asks for no more', async () => {
    let calls = 0;
    const get = async (offset: number, limit: number): Promise<OffsetPage<Item>> => {
      calls += 1;
      if (offset === 50) throw new Error('page failed');
      await new Promise(setImmediate);
      return serve(list(1000)).get(offset, limit);
    };
    await expect(readOffsetPages(get, 10)).rejects.toThrow('page failed');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(calls).toBeLessThan(20);
  });
});
