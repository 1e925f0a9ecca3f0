import { expect, it } from 'vitest';
import { weakerGuards } from '../../../../src/core/guards/weaker-guards.js';
import type { GuardSettings } from '../../../../src/core/resource.js';
import type { SourceRef } from '../../../../src/errors.js';
import { guardSettings, organization } from '../fake-vendor.js';

const at = (line: number): SourceRef => ({ file: 'org.yaml', line, column: 3 });
const normal = { percent: 25, atLeast: 5 };
const settings = (minOwners: number, roles = normal): GuardSettings =>
  guardSettings(minOwners, {
    members: normal,
    teamMembers: normal,
    teams: normal,
    roles,
    domains: normal,
    roleMappings: normal,
    owners: normal,
  });

const told = (guards: GuardSettings, places: Readonly<Record<string, SourceRef>>): unknown[] =>
  weakerGuards(organization({ guards }), (pointer) => places[pointer]).map(({ summary, source }) => [
    summary,
    source?.line,
  ]);

it.each<[string, GuardSettings, Readonly<Record<string, SourceRef>>, unknown[]]>([
  ['nothing of the defaults', settings(1), { '/guards/minOwners': at(1) }, []],
  ['nothing of what is stricter', settings(3, { percent: 10, atLeast: 0 }), {}, []],
  [
    'no owner needed, for all organizations',
    settings(0),
    { '/guards/minOwners': at(2) },
    [['guards.minOwners is 0, weaker than the default 1.', 2]],
  ],
  [
    'no owner needed, for one',
    settings(0),
    { '/guards/minOwners': at(2), '/organizations/acme/guards/minOwners': at(9) },
    [['acme: guards.minOwners is 0, weaker than the default 1.', 9]],
  ],
  [
    'a larger share and number of removals',
    settings(1, { percent: 60, atLeast: 50 }),
    { '/guards/maxRemovals/roles/percent': at(4), '/organizations/acme/guards/maxRemovals/roles/atLeast': at(8) },
    [
      ['guards.maxRemovals.roles.percent is 60, weaker than the default 25.', 4],
      ['acme: guards.maxRemovals.roles.atLeast is 50, weaker than the default 5.', 8],
    ],
  ],
  [
    'a run that may saw off its own branch',
    { ...settings(1), requireSelf: false },
    { '/guards/requireSelf': at(5) },
    [['guards.requireSelf is false, weaker than the default true.', 5]],
  ],
  ['nothing that the configuration does not hold', settings(0), {}, []],
])('tells %s', (_, guards, places, expected) => {
  expect(told(guards, places)).toEqual(expected);
});

it('is a warning with a code of its own', () => {
  expect(weakerGuards(organization({ guards: settings(0) }), () => at(1))).toMatchObject([
    { severity: 'warning', code: 'weaker-guard' },
  ]);
});
