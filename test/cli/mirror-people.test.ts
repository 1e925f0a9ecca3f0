import { describe, expect, it } from 'vitest';
import { mirrorPeople } from '../../src/cli/mirror-people.js';
import type { Mirror } from '../../src/config/mirrors.js';
import type { JsonObject } from '../../src/core/json.js';
import type { Provider } from '../../src/core/provider.js';
import type { Coverage, Live, LiveResource } from '../../src/core/resource.js';

/** A directory whose kinds have names of their own: a mirror goes by what they are, not by what they are called. */
const provider = {
  kinds: [
    { kind: 'person', collection: 'members', shape: { type: 'record', fields: {} } },
    {
      kind: 'group',
      collection: 'teams',
      shape: { type: 'record', fields: { people: { type: 'collection', key: 'teamMembers' } } },
    },
  ],
  isActiveMember: ({ attributes }: LiveResource) => attributes['active'] === true,
  emailOf: ({ attributes }: LiveResource) =>
    typeof attributes['email'] === 'string' ? attributes['email'] : undefined,
} as unknown as Provider;

const resource = (kind: string, name: string, attributes: JsonObject): LiveResource => ({
  kind,
  name,
  remoteId: undefined,
  attributes,
  origin: 'unknown',
  native: {},
});
const person = (name: string, email?: string, active = true): LiveResource =>
  resource('person', name, { active, ...(email !== undefined && { email }) });

const everybody = [
  person('bob', 'Bob@Acme.com'),
  person('alice@acme.com'),
  person('svc-etl'),
  person('zed', 'zed@acme.com', false),
  person('', 'nobody@acme.com'),
  person('odd', 'not an address'),
];

function live(resources: readonly LiveResource[], coverage: Readonly<Record<string, Coverage>> = {}): Live {
  return { organization: 'corp', resources, coverage, facts: {}, diagnostics: [] };
}

function mirror(team?: string): Mirror {
  return { list: 'list', organization: 'corp', team, pointer: '/lists/list/mirror' };
}

const unread = { complete: false, reason: 'The service was tired.' } as const;

describe('mirrorPeople', () => {
  it('shows who is active, in order, with the address that the vendor knows, or the name where it is one', () => {
    expect(mirrorPeople(mirror(), live(everybody), provider).people).toEqual([
      { name: 'alice@acme.com', email: 'alice@acme.com' },
      { name: 'bob', email: 'bob@acme.com' },
      { name: 'odd', email: undefined },
      { name: 'svc-etl', email: undefined },
    ]);
  });

  it('shows those of a team who are active members', () => {
    const group = resource('group', 'eng', { people: ['bob', 'zed', 'stranger', 'svc-etl'] });
    const { people } = mirrorPeople(mirror('eng'), live([...everybody, group]), provider);
    expect(people?.map(({ name }) => name)).toEqual(['bob', 'svc-etl']);
  });

  it('shows a person once whom the vendor has twice', () => {
    const { people } = mirrorPeople(
      mirror(),
      live([person('bob', 'b@acme.com'), person('bob', 'B@acme.com')]),
      provider,
    );
    expect(people).toEqual([{ name: 'bob', email: 'b@acme.com' }]);
  });

  it('takes the name for the address where the vendor names people so', () => {
    const byAddress = { ...provider, emailOf: undefined } as unknown as Provider;
    const { people } = mirrorPeople(mirror(), live([person('bob@acme.com', 'x@acme.com')]), byAddress);
    expect(people).toEqual([{ name: 'bob@acme.com', email: 'bob@acme.com' }]);
  });

  it('shows nobody of an organization without anybody, and of an empty team', () => {
    expect(mirrorPeople(mirror(), live([]), provider)).toEqual({ people: [] });
    const empty = live([...everybody, resource('group', 'eng', { people: [] })]);
    expect(mirrorPeople(mirror('eng'), empty, provider)).toEqual({ people: [] });
  });

  const eng = resource('group', 'eng', { people: ['bob'] });
  it.each<[string, Live, string, string]>([
    [
      'members that were not all read',
      live([eng, ...everybody], { members: unread }),
      'unreadable',
      'not all members of corp',
    ],
    ['teams that were not all read', live(everybody, { teams: unread }), 'unreadable', 'not all teams of corp'],
    [
      'a team whose members were not all read',
      live([eng, ...everybody], { 'teamMembers/eng': unread }),
      'unreadable',
      'not all members of the team "eng" of corp',
    ],
    [
      'a team that does not tell its members',
      live([resource('group', 'eng', {}), ...everybody]),
      'unreadable',
      'the members of the team "eng" of corp could not be read',
    ],
    ['a team that is not there', live(everybody), 'unknown-team', 'there is no team "eng" in corp'],
    [
      'a team in another case',
      live([resource('group', 'Eng', { people: [] })]),
      'unknown-team',
      'there is no team "eng"',
    ],
    ['two teams of one name', live([eng, eng, ...everybody]), 'unknown-team', '2 teams in corp are named "eng"'],
  ])('shows nothing at all for %s', (_, found, code, summary) => {
    const sight = mirrorPeople(mirror('eng'), found, provider);
    expect(sight.people).toBeUndefined();
    expect(sight.problem).toMatchObject({
      code: `mirror-${code}`,
      summary: expect.stringContaining(summary) as string,
    });
    expect(sight.problem?.hint).not.toBe('');
  });

  it('does not mind unread parts that it does not show', () => {
    const coverage = { teams: unread, 'teamMembers/ops': unread, domains: unread };
    expect(mirrorPeople(mirror(), live(everybody, coverage), provider).people).toHaveLength(4);
    expect(
      mirrorPeople(mirror('eng'), live([eng, ...everybody], { 'teamMembers/ops': unread }), provider).people,
    ).toEqual([{ name: 'bob', email: 'bob@acme.com' }]);
  });
});
