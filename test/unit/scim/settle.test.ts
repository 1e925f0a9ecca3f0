/** What the difference between configuration and directory becomes. */
import { describe, expect, it } from 'vitest';
import { codesOf, planOf, requestsOf } from './directory.js';

const changes = (plan: ReturnType<typeof planOf>): string[] =>
  plan.document.resource_changes.map(({ address, change }) => `${change.actions.join('+')} ${address}`);

describe('people', () => {
  const inactive = { users: { bob: { active: false } } };
  it.each<[string, Parameters<typeof planOf>, string[]]>([
    ['an inactive person who is listed is activated', [{ members: { bob: {} } }, inactive], ['update corp/member/bob']],
    ['one listed as inactive stays so', [{ members: { bob: { active: false } } }, inactive], []],
    ['an inactive unlisted one is removed already', [{ members: {}, unlisted: { members: 'remove' } }, inactive], []],
    ['an inactive absent one, too', [{ members: { bob: { state: 'absent' } } }, inactive], []],
    [
      'but is deleted where people are deleted',
      [{ members: { bob: { state: 'absent' } }, removePeople: 'delete' }, inactive],
      ['delete corp/member/bob'],
    ],
    [
      'not for being unlisted',
      [{ members: {}, removePeople: 'delete', unlisted: { members: 'remove' } }, inactive],
      [],
    ],
    ['nobody is removed who is not there', [{ members: { bob: { state: 'absent' } }, removePeople: 'delete' }, {}], []],
  ])('%s', (_, [configured, read], expected) => {
    expect(changes(planOf(configured, read))).toEqual(expected);
  });
});

describe('externalId', () => {
  const live = { users: { ann: { externalId: 'okta-1' } }, groups: { eng: { externalId: 'okta-g', members: [] } } };
  it('of somebody else is blocked, and the rest is changed', () => {
    const plan = planOf(
      { members: { ann: { externalId: 'ours', displayName: 'Ann' } }, teams: { eng: { externalId: 'ours' } } },
      live,
    );
    expect(plan.document.blocked).toMatchObject([
      { address: 'corp/member/ann', owner: 'idp', direction: 'changed' },
      { address: 'corp/team/eng', owner: 'idp', direction: 'changed' },
    ]);
    expect(requestsOf(plan).map(([request]) => request)).toEqual(['PATCH /scim/v2/Users/u-ann']);
    expect(JSON.stringify(requestsOf(plan))).not.toContain('externalId');
  });
  it('is set where there is none', () => {
    const plan = planOf({ members: { ann: { externalId: 'ours' } } }, { users: { ann: {} } });
    expect(plan.document.blocked).toEqual([]);
    expect(changes(plan)).toEqual(['update corp/member/ann']);
  });
});

describe('groups whose members are not shown', () => {
  const configured = {
    members: { ann: {}, bob: {} },
    teams: { eng: { members: ['ann'] } },
    unlisted: { teamMembers: 'remove' as const },
  };
  const read = { users: { ann: {}, bob: {} }, groups: { eng: { members: ['bob'] } } };
  const unread = { 'teamMembers/eng': { complete: false as const, reason: 'Members are hidden.' } };

  it.each([
    ['said by the group', { facts: { hidden: new Set(['g-eng']) } }],
    ['said by the coverage', { coverage: unread }],
  ])('are only added to: %s', (_, more) => {
    const plan = planOf(configured, { ...read, ...more });
    expect(requestsOf(plan).map(([, body]) => body)).toEqual([
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'add', path: 'members', value: [{ value: 'u-ann' }] }],
      },
    ]);
    expect(plan.document.resource_changes[0]?.change.after).toEqual({ members: ['ann', 'bob'] });
  });

  it('who would only lose people are not changed', () => {
    const plan = planOf({ ...configured, teams: { eng: { members: [] } } }, { ...read, coverage: unread });
    expect([changes(plan), codesOf(plan)]).toEqual([[], []]);
  });

  it.each([
    ['hidden', { facts: { hidden: new Set(['g-eng']), capabilities: { patch: false } } }],
    ['partly read', { coverage: unread, facts: { capabilities: { patch: false } } }],
  ])('are not written by a service that takes groups only whole: %s', (_, more) => {
    const plan = planOf(configured, { ...read, ...more });
    expect([changes(plan), codesOf(plan)]).toEqual([[], ['error group-members-unseen']]);
  });

  it('nor where what would be sent back lacks some who are known to be in it', () => {
    const groups = { eng: { members: ['bob'], native: { whole: { displayName: 'eng', members: [] } } } };
    const plan = planOf(configured, { ...read, groups, facts: { capabilities: { patch: false } } });
    expect([changes(plan), codesOf(plan)]).toEqual([[], ['error group-members-unseen']]);
  });

  it.each([
    ['nobody looked, and none is shown', [], ['error group-members-unseen']],
    [
      'nobody looked, and there may be more',
      Array.from({ length: 100 }, (_, n) => ({ value: `u-${n}` })),
      ['error group-members-unseen'],
    ],
    ['nobody looked, but some are shown', [{ value: 'u-bob' }], []],
  ])('renamed whole: %s', (_, members, codes) => {
    const plan = planOf(
      { teams: { dev: { previously: ['eng'] } } },
      {
        groups: { eng: { native: { whole: { displayName: 'eng', members } } } },
        facts: { capabilities: { patch: false } },
      },
    );
    expect(codesOf(plan)).toEqual(codes);
    expect(changes(plan)).toEqual(codes.length === 0 ? ['update corp/team/dev'] : []);
  });
});

describe('people of teams who cannot be told apart or were not seen', () => {
  const configured = { teams: { eng: { members: ['ann'] }, ops: { members: ['ann'] } } };
  const groups = { eng: { members: [] } };
  it('one of two is an error, never a guess', () => {
    const plan = planOf(configured, { users: { ann: {} }, groups, facts: { idOf: new Map() } });
    expect(codesOf(plan)).toEqual(['error ambiguous-name', 'error ambiguous-name']);
    expect(JSON.stringify(requestsOf(plan))).not.toContain('u-ann');
  });
  it('somebody not seen in an incomplete read is left out, and that is said', () => {
    const coverage = { members: { complete: false as const, reason: 'timeout' } };
    const plan = planOf(configured, { groups, coverage });
    expect(codesOf(plan).filter((code) => code.includes('unseen'))).toEqual([
      'warning team-member-unseen',
      'warning team-member-unseen',
    ]);
    expect(changes(plan)).toEqual(['create corp/team/ops']);
  });
});
