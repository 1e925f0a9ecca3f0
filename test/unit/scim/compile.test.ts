/** The exact requests, and what each waits for. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.js';
import { planOf, requestsOf, waitsOf } from './directory.js';

const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patch = (...Operations: Json[]): Json => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});
const set = (path: string, value: Json): Json => ({ op: 'replace', path, value });
const remove = (id: string): Json => ({ op: 'remove', path: `members[value eq "${id}"]` });
const add = (...values: Json[]): Json => ({ op: 'add', path: 'members', value: values.map((value) => ({ value })) });
const putOnly = { capabilities: { patch: false } };

describe('people', () => {
  it.each<[string, Parameters<typeof planOf>, [string, Json | undefined]]>([
    [
      'a new one, with all that is said',
      [
        {
          members: {
            'ann@x.com': {
              displayName: 'Ann',
              externalId: 'E1',
              name: { familyName: 'Ng' },
              emails: ['a@x.com', 'ann@x.com'],
            },
          },
        },
        {},
      ],
      [
        'POST /scim/v2/Users',
        {
          schemas: [userUrn],
          userName: 'ann@x.com',
          active: true,
          displayName: 'Ann',
          name: { familyName: 'Ng' },
          emails: [
            { value: 'a@x.com', type: 'work' },
            { value: 'ann@x.com', type: 'work', primary: true },
          ],
          externalId: 'E1',
        },
      ],
    ],
    [
      'a new one who is inactive',
      [{ members: { ann: { active: false } } }, {}],
      ['POST /scim/v2/Users', { schemas: [userUrn], userName: 'ann', active: false }],
    ],
    [
      'all that differs, in one request with a path each',
      [
        { members: { ann: { displayName: 'Ann', name: { givenName: 'Ann', familyName: 'Ng' }, externalId: 'E1' } } },
        { users: { ann: { active: false, displayName: 'A', name: { givenName: 'Ann', familyName: 'N' } } } },
      ],
      [
        'PATCH /scim/v2/Users/u-ann',
        patch(set('active', true), set('displayName', 'Ann'), set('externalId', 'E1'), set('name.familyName', 'Ng')),
      ],
    ],
    [
      'a name where there was none, part by part',
      [{ members: { ann: { name: { givenName: 'Ann', familyName: 'Ng' } } } }, { users: { ann: {} } }],
      ['PATCH /scim/v2/Users/u-ann', patch(set('name.givenName', 'Ann'), set('name.familyName', 'Ng'))],
    ],
    [
      'e-mail addresses whole; those that stay are sent as they were',
      [
        { members: { ann: { emails: ['new@x.com', 'home@x.com'] } } },
        {
          users: {
            ann: {
              emails: ['home@x.com', 'old@x.com'],
              native: {
                emails: [
                  { value: 'Old@x.com', type: 'work', primary: true },
                  { value: 'Home@x.com', type: 'home', display: 'H' },
                ],
              },
            },
          },
        },
      ],
      [
        'PATCH /scim/v2/Users/u-ann',
        patch(
          set('emails', [
            { value: 'Home@x.com', type: 'home', display: 'H' },
            { value: 'new@x.com', type: 'work', primary: true },
          ]),
        ),
      ],
    ],
    [
      'what is primary stays primary, and a service’s own markers are not sent back',
      [
        { members: { ann: { emails: ['a@x.com', 'b@x.com'] } } },
        {
          users: {
            ann: {
              emails: ['a@x.com'],
              native: { emails: [{ value: 'a@x.com', primary: 'True', $ref: 'x', extra: { $secret: { env: 'T' } } }] },
            },
          },
        },
      ],
      [
        'PATCH /scim/v2/Users/u-ann',
        patch(
          set('emails', [
            { value: 'a@x.com', primary: 'True', extra: {} },
            { value: 'b@x.com', type: 'work' },
          ]),
        ),
      ],
    ],
    [
      'removing deactivates',
      [{ members: { ann: { state: 'absent' } } }, { users: { ann: {} } }],
      ['PATCH /scim/v2/Users/u-ann', patch(set('active', false))],
    ],
    [
      'or deletes; an id is escaped',
      [{ members: { 'a/b c': { state: 'absent' } }, removePeople: 'delete' }, { users: { 'a/b c': {} } }],
      ['DELETE /scim/v2/Users/u-a%2Fb%20c', undefined],
    ],
    [
      'without PATCH a person is sent whole, as read, without what only the service writes',
      [
        { members: { ann: { displayName: 'Ann', name: { givenName: 'Ann' } } } },
        {
          users: {
            ann: {
              native: {
                whole: {
                  schemas: [userUrn],
                  id: 'u-ann',
                  userName: 'Ann',
                  DisplayName: 'A',
                  name: { familyName: 'Ng' },
                  groups: [{ value: 'g' }],
                  meta: { version: '1' },
                  'urn:x': { manager: { value: '7', $ref: '../Users/7' }, hostile: { $secret: { env: 'TOKEN' } } },
                },
              },
            },
          },
          facts: putOnly,
        },
      ],
      [
        'PUT /scim/v2/Users/u-ann',
        {
          schemas: [userUrn],
          userName: 'Ann',
          DisplayName: 'Ann',
          name: { familyName: 'Ng', givenName: 'Ann' },
          'urn:x': { manager: { value: '7' }, hostile: {} },
        },
      ],
    ],
    [
      'and deactivated so, too',
      [{ members: { ann: { state: 'absent' } } }, { users: { ann: { displayName: 'A' } }, facts: putOnly }],
      ['PUT /scim/v2/Users/u-ann', { schemas: ['user'], userName: 'ann', active: false, displayName: 'A' }],
    ],
  ])('%s', (_, [configured, read], request) => {
    expect(requestsOf(planOf(configured, read))).toEqual([request]);
  });
});

describe('groups', () => {
  const users = { ann: {}, bob: {}, cat: {} };
  it.each<[string, Parameters<typeof planOf>, [string, Json | undefined]]>([
    [
      'a new one with its members',
      [{ teams: { eng: { members: ['ann', 'bob'], externalId: 'G' } } }, { users }],
      [
        'POST /scim/v2/Groups',
        { schemas: [groupUrn], displayName: 'eng', externalId: 'G', members: [{ value: 'u-ann' }, { value: 'u-bob' }] },
      ],
    ],
    [
      'a new one without members',
      [{ teams: { eng: { members: [] } } }, {}],
      ['POST /scim/v2/Groups', { schemas: [groupUrn], displayName: 'eng' }],
    ],
    [
      'all that differs in one request: removals one by one, then one addition',
      [
        {
          teams: { dev: { previously: ['eng'], members: ['ann', 'bob'], externalId: 'G' } },
          unlisted: { teamMembers: 'remove' },
        },
        { users: { ...users, 'd"e\\f': {} }, groups: { eng: { members: ['cat', 'd"e\\f'] } } },
      ],
      [
        'PATCH /scim/v2/Groups/g-eng',
        patch(
          set('displayName', 'dev'),
          set('externalId', 'G'),
          remove('u-cat'),
          remove('u-d\\"e\\\\f'),
          add('u-ann', 'u-bob'),
        ),
      ],
    ],
    [
      'removed',
      [{ teams: { eng: { state: 'absent' } } }, { groups: { eng: { members: [] } } }],
      ['DELETE /scim/v2/Groups/g-eng', undefined],
    ],
    [
      'without PATCH whole, with members of other kinds kept',
      [
        { teams: { eng: { members: ['ann', 'bob'] } }, unlisted: { teamMembers: 'remove' } },
        {
          users,
          groups: {
            eng: {
              members: ['cat', 'bob'],
              native: {
                whole: {
                  displayName: 'eng',
                  members: [
                    { value: 'g-9', type: 'Group', $ref: 'x/Groups/g-9' },
                    { $ref: 'https://x/Users/u-bob' },
                    'u-cat',
                  ],
                  meta: {},
                },
              },
            },
          },
          facts: putOnly,
        },
      ],
      [
        'PUT /scim/v2/Groups/g-eng',
        { displayName: 'eng', members: [{ value: 'g-9', type: 'Group' }, { value: 'u-bob' }, { value: 'u-ann' }] },
      ],
    ],
  ])('%s', (_, [configured, read], request) => {
    expect(requestsOf(planOf(configured, read))).toEqual([request]);
  });

  it('hold people who are made by the same plan, and wait for them', () => {
    const plan = planOf(
      { members: { ann: {} }, teams: { eng: { members: ['ann'] }, ops: { members: ['ann'] } } },
      {
        groups: { ops: { members: [] } },
      },
    );
    expect(requestsOf(plan).map(([, body]) => body)).toEqual([
      { schemas: [userUrn], userName: 'ann', active: true },
      { schemas: [groupUrn], displayName: 'eng', members: [{ value: { $ref: 'corp/member/ann' } }] },
      patch(add({ $ref: 'corp/member/ann' })),
    ]);
    expect(waitsOf(plan)).toEqual([
      'POST corp/team/eng <- POST corp/member/ann',
      'PATCH corp/team/ops <- POST corp/member/ann',
    ]);
  });
});

describe('order', () => {
  const users = { ann: {}, bob: {}, cat: {}, dan: {} };
  const unlisted = { teamMembers: 'remove' } as const;
  it('nobody leaves a group before being in the other one', () => {
    const plan = planOf(
      { teams: { new: { members: ['ann'] }, old: { members: [] }, gone: { state: 'absent' } }, unlisted },
      { users, groups: { old: { members: ['ann'] }, gone: { members: ['ann', 'bob'] } } },
    );
    expect(waitsOf(plan)).toEqual([
      'PATCH corp/team/old <- POST corp/team/new',
      'DELETE corp/team/gone <- POST corp/team/new',
    ]);
  });

  it('what adds and removes comes between', () => {
    const plan = planOf(
      { teams: { a: { members: ['ann'] }, b: { members: ['bob'] }, c: { members: [] } }, unlisted },
      { users, groups: { a: { members: [] }, b: { members: ['ann'] }, c: { members: ['bob'] } } },
    );
    expect(waitsOf(plan)).toEqual(['PATCH corp/team/b <- PATCH corp/team/a', 'PATCH corp/team/c <- PATCH corp/team/b']);
  });

  it('two groups that exchange people do not wait for each other', () => {
    const plan = planOf(
      { teams: { a: { members: ['bob'] }, b: { members: ['ann'] } }, unlisted },
      { users, groups: { a: { members: ['ann'] }, b: { members: ['bob'] } } },
    );
    expect(waitsOf(plan)).toEqual([]);
    expect(plan.operations).toHaveLength(2);
  });

  it.each(['deactivate', 'delete'] as const)(
    'people are removed (%s) when their own groups are done',
    (removePeople) => {
      const plan = planOf(
        {
          members: { ann: { state: 'absent' }, bob: { active: false }, eve: {} },
          teams: {
            new: { members: ['eve'] },
            team: { members: ['eve'], previously: ['old'] },
            gone: { state: 'absent' },
          },
          removePeople,
        },
        { users, groups: { old: { members: ['ann'] }, gone: { members: [] } } },
      );
      // Whoever takes over is in before; another group's failure is no reason to let somebody stay.
      expect(waitsOf(plan)).toEqual([
        'POST corp/team/new <- POST corp/member/eve',
        'PATCH corp/team/team <- POST corp/member/eve',
        `${removePeople === 'delete' ? 'DELETE' : 'PATCH'} corp/member/ann <- PATCH corp/team/team`,
      ]);
      // Their memberships go with them and are nobody's edit.
      expect(JSON.stringify(requestsOf(plan))).not.toContain('members[value');
    },
  );
});
