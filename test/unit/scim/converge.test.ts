/** What must hold for any directory and any configuration. A failing case prints its seed and the shrunk example. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textList } from '../../../src/core/diff.js';
import { isJsonObject, type JsonObject } from '../../../src/core/json.js';
import type { Plan } from '../../../src/core/plan.js';
import type { Configured } from './directory.js';
import { ModelService } from './model-service.js';
import { plan, run } from './run.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);
const names = ['ann', 'bob', 'cat', 'dan', 'eve'];
const teamNames = ['eng', 'ops', 'web', 'dev'];

const crew = fc.subarray(names);
const user = fc.record(
  { active: fc.boolean(), displayName: fc.constantFrom('A', 'B'), title: fc.constant('kept') },
  { requiredKeys: ['active'] },
);
const world = fc.record({
  users: fc.dictionary(fc.constantFrom(...names), user, { maxKeys: 5 }),
  groups: fc.dictionary(fc.constantFrom(...teamNames), crew, { maxKeys: 4 }),
});
const present = fc.record(
  {
    active: fc.boolean(),
    displayName: fc.constantFrom('A', 'B', 'C'),
    name: fc.record({ givenName: fc.constantFrom('x', 'y') }),
    emails: fc.subarray(['a@x.com', 'b@x.com'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const absent = fc.constant({ state: 'absent' });
const configuration = fc.record({
  members: fc.dictionary(fc.constantFrom(...names), fc.oneof({ weight: 4, arbitrary: present }, absent), {
    maxKeys: 5,
  }),
  teams: fc.dictionary(
    fc.constantFrom(...teamNames),
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ members: crew }) },
      { weight: 1, arbitrary: fc.record({ members: crew, previously: fc.constant(['old']) }) },
      absent,
    ),
    { maxKeys: 4 },
  ),
  removePeople: fc.constantFrom('deactivate' as const, 'delete' as const),
  unlisted: fc.record({
    members: fc.constantFrom('keep' as const, 'remove' as const),
    teams: fc.constantFrom('keep' as const, 'remove' as const),
    teamMembers: fc.constantFrom('keep' as const, 'remove' as const),
  }),
});

const services = {
  patch: {},
  put: { patch: { supported: false } },
  bulk: { bulk: { supported: true, maxOperations: 4, maxPayloadSize: 100_000 } },
  'put in bulk': { patch: { supported: false }, bulk: { supported: true, maxOperations: 100, maxPayloadSize: 2_000 } },
} satisfies Record<string, JsonObject>;

interface World {
  readonly users: Readonly<
    Record<string, { readonly active: boolean; readonly displayName?: string; readonly title?: string }>
  >;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

function start({ users, groups }: World, config: JsonObject): ModelService {
  return new ModelService({
    config: { ...config, etag: { supported: true } },
    users: Object.entries(users).map(([userName, rest]) => ({ id: `u-${userName}`, userName, ...rest })),
    groups: Object.entries(groups).map(([displayName, members]) => ({
      id: `g-${displayName}`,
      displayName,
      members: members.filter((name) => Object.hasOwn(users, name)).map((name) => ({ value: `u-${name}` })),
    })),
  });
}

/** Only people who are there afterwards may be in a team. */
function sensible({ members, teams, ...rest }: Configured & { readonly unlisted: object }): Configured {
  const listed = Object.entries(members ?? {}).filter(([, { state }]) => state !== 'absent');
  const known = new Set(listed.map(([name]) => name));
  return {
    ...rest,
    members: members ?? {},
    teams: Object.fromEntries(
      Object.entries(teams ?? {}).map(([name, { members: people, ...team }]) => [
        name,
        {
          ...team,
          ...(people !== undefined && { members: (people as readonly string[]).filter((person) => known.has(person)) }),
        },
      ]),
    ),
  };
}

interface Edit {
  readonly operation: string;
  readonly adds: readonly string[];
  readonly removes: readonly string[];
}

/** What each group's change does to its members, and by which operation. */
function editsOf({ operations, document }: Plan): readonly Edit[] {
  const changes = new Map(document.resource_changes.map((change) => [change.address, change]));
  return operations.flatMap(({ id, addresses }) =>
    addresses.flatMap((address): Edit[] => {
      const change = changes.get(address);
      if (change?.kind !== 'team') return [];
      const before = membersIn(change.change.before);
      const after = membersIn(change.change.after);
      return [
        {
          operation: id,
          adds: after.filter((person) => !before.includes(person)),
          removes: before.filter((person) => !after.includes(person)),
        },
      ];
    }),
  );
}

function membersIn(attributes: unknown): readonly string[] {
  const members = isJsonObject(attributes) ? attributes['members'] : undefined;
  return textList(members);
}

/** Everything that has succeeded before an operation starts. */
function earlierThan(id: string, { operations }: Plan): ReadonlySet<string> {
  const needs = new Map(operations.map((operation) => [operation.id, operation.needs]));
  const found = new Set<string>();
  const visit = (operation: string): void => {
    for (const need of needs.get(operation) ?? []) {
      if (!found.has(need)) visit(need);
      found.add(need);
    }
  };
  visit(id);
  return found;
}

describe.each(Object.entries(services))('a service with %s', (_, config) => {
  it('becomes as configured, by one request for each object at most, and no other', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(world, configuration, async (live, wanted) => {
        const service = start(live, config);
        const configured = sensible(wanted);
        const { plan: made, report, outcomes } = await run(service, configured);
        expect(made.document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(outcomes.filter((outcome) => outcome !== 'done: ')).toEqual([]);
        changed += report.operations.length;

        // Exactly what the plan said, and no more than one for each object.
        const planned = made.operations.map(({ method, path }) => `${method} ${path.slice('/v2'.length)}`);
        expect(service.requests().sort()).toEqual(planned.sort());
        expect(made.operations.length).toBeLessThanOrEqual(made.document.resource_changes.length);

        const people = service.people();
        for (const [name, person] of Object.entries(configured.members ?? {})) {
          if (person['state'] === 'absent') expect(people[name]?.['active'] ?? false).toBe(false);
          else {
            const { emails: _emails, ...rest } = person;
            expect(people[name]).toMatchObject({ active: true, ...rest });
          }
        }
        for (const [name, before] of Object.entries(live.users)) {
          if (people[name] !== undefined) expect(people[name]['title']).toBe(before.title);
        }
        const groups = service.members();
        for (const [name, team] of Object.entries(configured.teams ?? {})) {
          if (team['state'] === 'absent') expect(groups[name]).toBeUndefined();
          else expect(groups[name]).toEqual(expect.arrayContaining(team['members'] as string[]));
        }
        expect((await plan(service, configured)).operations).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(changed).toBeGreaterThan(runs / 2);
  });

  it('nobody leaves a group before being in the other one, where that is possible', async () => {
    let moves = 0;
    await fc.assert(
      fc.asyncProperty(world, configuration, async (live, wanted) => {
        const made = await plan(start(live, config), sensible(wanted));
        const edits = editsOf(made);
        for (const { operation, adds, removes } of edits) {
          const earlier = earlierThan(operation, made);
          for (const person of removes) {
            for (const other of edits.filter((edit) => edit.adds.includes(person))) {
              moves += 1;
              // Two groups that both take in and put out could wait for each other for ever.
              const mayMeet = adds.length > 0 && other.removes.length > 0;
              expect(
                mayMeet || earlier.has(other.operation),
                `${person} leaves in ${operation}, comes in ${other.operation}`,
              ).toBe(true);
            }
          }
        }
      }),
      { numRuns: runs },
    );
    expect(moves).toBeGreaterThan(0);
  });
});
