import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/change.js';
import { checkMembership } from '../../../src/core/membership.js';
import type { DesiredResource, Live, LiveResource } from '../../../src/core/resource.js';
import {
  addressOf,
  changeOf,
  desired,
  fakeProvider,
  incomplete,
  live,
  liveOrganization,
  organization,
} from './fake-vendor.js';

const comparisonOf = (resource: DesiredResource): Comparison => ({
  address: resource.address,
  kind: resource.kind,
  name: resource.name,
  desired: resource,
  live: undefined,
  change: undefined,
});

const leaving = (name: string): Comparison => ({
  address: addressOf('person', name),
  kind: 'person',
  name,
  desired: undefined,
  live: live('person', name),
  change: changeOf('delete', 'person', name),
});

interface Situation {
  readonly people?: readonly DesiredResource[];
  readonly there?: readonly LiveResource[];
  readonly coverage?: Live['coverage'];
  readonly more?: readonly Comparison[];
  readonly team?: DesiredResource;
}

const team = desired('group', 'a', { members: ['ann'] });

function problems({ people = [], there = [], coverage = {}, more = [], team: group = team }: Situation): string[] {
  return checkMembership(
    organization({ resources: [...people, group] }),
    liveOrganization(there, { coverage }),
    [...people.map(comparisonOf), comparisonOf(group), ...more],
    fakeProvider(),
    (pointer) => ({ file: pointer, line: 1, column: 1 }),
  ).map(({ summary, source }) => `${source?.file}: ${summary}`);
}

describe('checkMembership', () => {
  it.each<[string, Situation]>([
    ['a live person', { there: [live('person', 'ann')] }],
    ['a person to be invited', { people: [desired('person', 'ann')] }],
    ['somebody who was perhaps only not seen', { coverage: { members: incomplete } }],
    ['a team that is to be absent', { team: desired('group', 'a', { members: ['ann'] }, { state: 'absent' }) }],
    ['a team without a member list', { team: desired('group', 'a', { about: 'x' }) }],
    ['a team of a kind that is unknown', { team: { ...desired('robot', 'a', { members: ['ann'] }) } }],
    [
      'a team that is removed for being unlisted',
      {
        there: [live('person', 'ann')],
        more: [{ ...leaving('ann'), kind: 'group', name: 'b', change: changeOf('delete', 'group', 'b') }],
      },
    ],
  ])('is content with %s', (_, situation) => {
    expect(problems(situation)).toEqual([]);
  });

  const unknown = '/group/a/members: ann is in team "a" but is neither a live member of acme nor in its members.';
  it.each<[string, Situation, string]>([
    ['a stranger', {}, unknown],
    ['somebody whom the vendor only remembers', { there: [live('person', 'ann', { gone: true })] }, unknown],
    ['somebody who is absent', { people: [desired('person', 'ann', {}, { state: 'absent' })] }, unknown],
    ['a live thing of another kind', { there: [live('zone', 'ann')] }, unknown],
    [
      'somebody who is removed for being unlisted',
      { there: [live('person', 'ann')], more: [leaving('ann')] },
      '/group/a/members: ann is in team "a" but is not in members, and unlisted.members is remove.',
    ],
  ])('refuses %s, at its place', (_, situation, expected) => {
    expect(problems(situation)).toEqual([expected]);
  });

  it('says what to do, without a place where there is none', () => {
    const [diagnostic] = checkMembership(
      organization({ resources: [team] }),
      liveOrganization([]),
      [comparisonOf(team)],
      fakeProvider(),
      () => undefined,
    );
    expect(diagnostic).toEqual({
      severity: 'error',
      code: 'team-member-unknown',
      summary: 'ann is in team "a" but is neither a live member of acme nor in its members.',
      hint: 'Add ann to members (or memberLists) of acme, or take the name out of the team.',
      address: 'acme/group/a',
    });
  });
});
