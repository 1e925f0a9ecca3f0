/** Over random directories and page sizes: what is read is what is there, with no more requests than there are pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, textOf, type JsonObject } from '../../../src/core/json.js';
import { directory, fullConfig, group, startService, user, type Service } from './read-service.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 100);

interface World {
  readonly users: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly pageSize: number;
  readonly maxResults: number;
}

const worlds: fc.Arbitrary<World> = fc
  .record({
    people: fc.integer({ min: 0, max: 60 }),
    groups: fc.array(fc.uniqueArray(fc.nat({ max: 59 }), { maxLength: 20 }), { maxLength: 15 }),
    pageSize: fc.integer({ min: 1, max: 25 }),
    maxResults: fc.integer({ min: 21, max: 2000 }),
  })
  .map(({ people, groups, pageSize, maxResults }) => ({
    users: Array.from({ length: people }, (_, index) => user(`P${index}`, { active: index % 7 !== 0 })),
    // The last one is nobody's and has a member for sure: a directory that shows nobody at all is another matter.
    groups: [
      ...groups.map((members, index) =>
        group(
          `g${index}`,
          members.filter((member) => member < people).map((member) => `P${member}`),
        ),
      ),
      group('shown', ['somebody']),
    ],
    pageSize,
    maxResults,
  }));

const everything = (world: World) =>
  directory({
    members: {},
    teams: Object.fromEntries(
      world.groups.slice(0, -1).map(({ displayName }) => [textOf(displayName), { members: [] }]),
    ),
  });

function expected({ users, groups }: World): readonly unknown[] {
  const active = new Set(users.filter((each) => each['active'] === true).map(({ id }) => id));
  return [
    ...users.map(({ userName, id }) => [textOf(userName).toLowerCase(), id, undefined]),
    ...groups.map(({ displayName, id, members }) => [
      displayName,
      id,
      displayName === 'shown'
        ? undefined
        : (members as readonly JsonObject[])
            .filter(({ value }) => active.has(value ?? null))
            .map(({ value }) => textOf(value).slice(2).toLowerCase())
            .sort(compareText),
    ]),
  ];
}

const found = (live: Awaited<ReturnType<ReturnType<typeof startService>['read']>>): readonly unknown[] =>
  live.resources.map(({ name, remoteId, attributes }) => [
    name,
    remoteId,
    name === 'shown' ? undefined : attributes['members'],
  ]);

describe('reading a directory', () => {
  it('finds everybody with one request for each page', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const config = { ...fullConfig, filter: { supported: true, maxResults: world.maxResults } };
        const { read, requests } = startService({ ...world, config });
        const live = await read(everything(world));
        expect(live.coverage).toEqual({});
        expect(found(live)).toEqual(expected(world));
        const page = Math.min(world.pageSize, world.maxResults);
        const pages = (count: number): number => Math.max(1, Math.ceil(count / page));
        expect(requests.length).toBeLessThanOrEqual(1 + pages(world.users.length) + pages(world.groups.length));
      }),
      { numRuns: runs },
    );
  });

  it(
    'finds everybody where pages are of any length and begin with what the page before ended with',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(worlds, fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1 }), async (world, lengths) => {
          let page = 0;
          const intercept: Service['intercept'] = ({ path, query }) => {
            const all = path === '/Users' ? world.users : path === '/Groups' ? world.groups : undefined;
            if (all === undefined || query.has('filter')) return undefined;
            const start = Number(query.get('startIndex'));
            const from = Math.max(0, start - 2);
            const length = Math.min(lengths[(page += 1) % lengths.length] ?? 2, Number(query.get('count')));
            return Response.json({ totalResults: all.length, Resources: all.slice(from, from + Math.max(2, length)) });
          };
          const live = await startService({ ...world, config: fullConfig, intercept }).read(everything(world));
          expect(live.coverage).toEqual({});
          expect(found(live)).toEqual(expected(world));
        }),
        { numRuns: runs },
      );
    },
  );

  it('finds whom it is asked for with no more requests than listing takes', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.uniqueArray(fc.nat({ max: 80 }), { maxLength: 10 }), async (world, wanted) => {
        const { read, requests } = startService({ ...world, config: fullConfig });
        const names = wanted.map((index) => `p${index}`);
        const live = await read(
          directory({ members: Object.fromEntries(names.map((name) => [name, {}])), managed: [] }),
        );
        for (const name of names) {
          const there = world.users.find(({ userName }) => textOf(userName).toLowerCase() === name);
          expect(live.facts.idOf.get(name)).toBe(there?.['id']);
        }
        expect(requests.length).toBeLessThanOrEqual(1 + Math.max(1, Math.ceil(world.users.length / world.pageSize)));
      }),
      { numRuns: runs },
    );
  });
});
