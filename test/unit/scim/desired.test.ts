import { describe, expect, it } from 'vitest';
import { createScim } from '../../../src/providers/scim/index.js';
import { inputOf, liveOf, type Configured } from './directory.js';

const scim = createScim();
const desired = (configured: Configured) => scim.desired(inputOf(configured), () => undefined).organization;

describe('people', () => {
  it.each([
    ['listed means active', {}, { active: true }],
    ['unless it is said otherwise', { active: false }, { active: false }],
    [
      'all that can be said',
      {
        displayName: 'Ann Ng',
        externalId: 'E1',
        name: { givenName: 'Ann', familyName: 'Ng' },
        emails: ['B@x.com', 'a@x.com', 'b@X.com'],
      },
      {
        active: true,
        displayName: 'Ann Ng',
        externalId: 'E1',
        name: { givenName: 'Ann', familyName: 'Ng' },
        emails: ['a@x.com', 'b@x.com'],
      },
    ],
    ['a name that is no object is another one’s business', { name: 'Ann Ng' }, { active: true }],
    ['nothing of who is absent', { state: 'absent' }, {}],
  ])('%s', (_, settings, attributes) => {
    const [resource] = desired({ members: { ann: settings } }).resources;
    expect(resource).toMatchObject({ address: 'corp/member/ann', kind: 'member', name: 'ann' });
    expect(resource?.attributes).toEqual(attributes);
  });
});

describe('teams', () => {
  it('depend on the people in them whom the organization lists', () => {
    const { resources } = desired({
      members: { ann: {}, bob: { state: 'absent' } },
      teams: { eng: { members: ['ann', 'zed'], externalId: 'G1', previously: ['dev'] }, ops: {} },
    });
    expect(resources.filter(({ kind }) => kind === 'team')).toMatchObject([
      {
        address: 'corp/team/eng',
        attributes: { members: ['ann', 'zed'], externalId: 'G1' },
        previously: ['dev'],
        dependsOn: ['corp/member/ann'],
      },
      { address: 'corp/team/ops', attributes: {}, dependsOn: [] },
    ]);
  });
});

it('removing people means deactivating them, unless the organization says otherwise', () => {
  expect(desired({}).settings).toEqual({ removePeople: 'deactivate' });
  expect(desired({ removePeople: 'delete' }).settings).toEqual({ removePeople: 'delete' });
});

it('what the service does not store of people is left out of what is wanted', () => {
  const live = liveOf({ facts: { unsupported: new Set(['name', 'externalId']) } });
  const organization = desired({
    members: { ann: { name: { givenName: 'Ann' }, externalId: 'E', displayName: 'Ann' } },
    teams: { eng: { externalId: 'G' } },
  });
  const context = {
    organization,
    live,
    locate: () => undefined,
    options: { now: '', verifyDomains: false, replace: new Set<never>() },
  };
  const { resources } = scim.resolve(organization.resources, context);
  expect(resources.map(({ attributes }) => attributes)).toEqual([
    { active: true, displayName: 'Ann' },
    { externalId: 'G' },
  ]);
});

describe('who is there', () => {
  const people = liveOf({
    users: {
      ann: {},
      bob: { active: false },
      'c@x.com': { emails: ['z@x.com'] },
      dan: { emails: ['d@x.com', 'e@x.com'] },
    },
    groups: { eng: {} },
  }).resources;
  it('an inactive person is remembered only', () => {
    expect(people.map((resource) => scim.isPresent(resource))).toEqual([true, false, true, true, true]);
    expect(people.slice(0, 2).map((resource) => scim.isActiveMember(resource))).toEqual([true, false]);
  });
  it('the e-mail address is the name, where it is one, or the first of the addresses', () => {
    expect(people.slice(0, 4).map((resource) => scim.emailOf?.(resource))).toEqual([
      undefined,
      undefined,
      'c@x.com',
      'd@x.com',
    ]);
  });
  it('a directory has no owners', () => {
    expect(scim.hasOwners).toBe(false);
    expect(scim.isActiveOwner({ active: true })).toBe(false);
  });
});
