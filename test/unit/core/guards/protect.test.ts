import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/core/change.js';
import { protect } from '../../../../src/core/guards/protect.js';
import type { GuardVerdict } from '../../../../src/core/guards/guard.js';
import type { DesiredResource, Protection } from '../../../../src/core/resource.js';
import {
  changeOf,
  desired,
  fakeProvider,
  guardSettings,
  liveOrganization,
  organization,
  updateOf,
} from '../fake-vendor.js';

const nothing: Protection = { everything: false, people: [] };
const kept = (kind: string, name: string): DesiredResource => desired(kind, name, {}, { protect: true });

function judge(
  changes: readonly Change[],
  {
    resources = [],
    protection = nothing,
    leaving = [],
  }: {
    readonly resources?: readonly DesiredResource[];
    readonly protection?: Protection;
    readonly leaving?: readonly string[];
  },
): GuardVerdict | undefined {
  return protect.judge({
    organization: organization({ resources, guards: { ...guardSettings(), protect: protection } }),
    live: liveOrganization([]),
    changes,
    provider: fakeProvider({ isActiveMember: ({ attributes }) => attributes['role'] !== 'none' }),
    leaving: new Set(leaving),
    access: { sight: undefined, why: 'nobody asked' },
    idpGroups: undefined,
  });
}

const removed = (kind: string, name: string): Change => changeOf('delete', kind, name);
const members = (before: readonly string[], after: readonly string[]): Change =>
  updateOf('group', 'a', {
    before: { members: before },
    after: { members: after },
    edits: [{ type: 'members', path: ['members'], added: [], removed: before.filter((name) => !after.includes(name)) }],
  });
const role = (before: string, after: string): Change =>
  updateOf('person', 'ann', {
    before: { role: before },
    after: { role: after },
    edits: [{ type: 'set', path: ['role'], before, after }],
  });
const ann: Protection = { everything: false, people: ['ann'] };
const all: Protection = { everything: true, people: [] };

describe('protect', () => {
  it('is not asked where nothing is protected', () => {
    expect(judge([removed('group', 'a')], { resources: [desired('group', 'a')] })).toBeUndefined();
  });

  it.each<[string, Change, Parameters<typeof judge>[1], readonly string[]]>([
    ['a removal', removed('group', 'a'), { resources: [kept('group', 'a')] }, ['acme/group/a']],
    ['a replacement', changeOf('replace', 'zone', 'z'), { resources: [kept('zone', 'z')] }, ['acme/zone/z: replaced']],
    [
      'a removal that is the end of a manual step',
      role('b', 'a'),
      { protection: ann, leaving: ['acme/person/ann'] },
      ['acme/person/ann'],
    ],
    ['a person nobody lists', removed('person', 'ann'), { protection: ann }, ['acme/person/ann']],
    ['a deactivation', role('a', 'none'), { protection: ann }, ['acme/person/ann']],
    [
      'the last members of a team',
      members(['ann', 'bob'], []),
      { resources: [kept('group', 'a')] },
      ['acme/group/a: all members'],
    ],
    ['anything of a protected organization', removed('zone', 'z'), { protection: all }, ['acme/zone/z']],
  ])('trips on %s', (_, change, given, facts) => {
    expect(judge([change], given)).toEqual({
      status: 'tripped',
      detail: `This plan removes what is protected: ${facts.join(', ')}. Take \`protect\` away first if this is meant.`,
      witnesses: facts,
    });
  });

  it.each<[string, Change, Parameters<typeof judge>[1]]>([
    ['something else is removed', removed('group', 'b'), { resources: [kept('group', 'a')] }],
    ['a team has the name of a protected person', removed('group', 'ann'), { protection: ann }],
    ['it is made', changeOf('create', 'group', 'a'), { resources: [kept('group', 'a')] }],
    ['a team keeps somebody', members(['ann', 'bob'], ['bob']), { resources: [kept('group', 'a')] }],
    ['a team was empty before', members([], []), { resources: [kept('group', 'a')] }],
    ['a person gets another role', role('a', 'b'), { protection: ann }],
    ['its kind is not known', updateOf('other', 'x', { before: {}, after: {}, edits: [] }), { protection: all }],
  ])('passes where %s', (_, change, given) => {
    expect(judge([change], given)).toEqual({
      status: 'passed',
      detail: 'Nothing that is protected is removed.',
      witnesses: [],
    });
  });
});
