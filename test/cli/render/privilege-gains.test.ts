import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import { isPrivilegedRole, privilegeGains } from '../../../src/cli/render/privilege-gains.js';
import { resourceChange } from '../support/plan-document.js';

const gains = (before: JsonObject | null, after: JsonObject | null) =>
  privilegeGains([resourceChange('a/team/x', ['update'], { before, after })]).map(({ roles, people }) => ({
    roles: roles.map(({ role, scope }) => `${role} ${scope}`.trim()),
    people,
  }));

describe('privileged roles', () => {
  it.each([
    ['ORGANIZATION_OWNER', true],
    ['ORG_BILLING_ADMIN', true],
    ['GROUP_CLUSTER_MANAGER', true],
    ['ORG_GROUP_CREATOR', true],
    ['Global Administrator', true],
    ['super-admin', true],
    ['ORGANIZATION_MEMBER', false],
    ['GROUP_DATA_ACCESS_READ_WRITE', false],
    ['WORKSPACE_DISOWNERED', false],
    ['', false],
  ])('%s: %j', (role, expected) => {
    expect(isPrivilegedRole(role)).toBe(expected);
  });
});

describe('privilege gains', () => {
  it('are roles that were not there, with where they hold', () => {
    expect(
      gains(
        { role: 'ORGANIZATION_MEMBER', projects: { payments: ['GROUP_OWNER'] } },
        {
          role: 'ORGANIZATION_OWNER',
          projects: { payments: ['GROUP_OWNER'], billing: ['GROUP_OWNER', 'GROUP_READ_ONLY'] },
          workspaces: { Analytics: { role: 'WORKSPACE_OWNER', deployments: { etl: 'DEPLOYMENT_ADMIN' } } },
        },
      ),
    ).toEqual([
      {
        roles: [
          'ORGANIZATION_OWNER',
          'GROUP_OWNER projects/billing',
          'WORKSPACE_OWNER workspaces/Analytics',
          'DEPLOYMENT_ADMIN workspaces/Analytics/deployments/etl',
        ],
        people: [],
      },
    ]);
  });

  it('are the people, too, who come into what has such a role', () => {
    expect(
      gains(
        { role: 'ORGANIZATION_OWNER', members: ['alice@acme.com', 'dave@acme.com'] },
        { role: 'ORGANIZATION_OWNER', members: ['carol@acme.com', 'alice@acme.com', 'bob@acme.com'] },
      ),
    ).toEqual([{ roles: ['ORGANIZATION_OWNER'], people: ['bob@acme.com', 'carol@acme.com'] }]);
  });

  it.each<[string, JsonObject | null, JsonObject | null]>([
    ['a lost role', { role: 'ORGANIZATION_OWNER' }, { role: 'ORGANIZATION_MEMBER' }],
    ['a removed object', { role: 'ORGANIZATION_OWNER' }, null],
    ['people who leave', { role: 'ORG_OWNER', members: ['a', 'b'] }, { role: 'ORG_OWNER', members: ['a'] }],
    ['people who join what has none', { role: 'ORG_MEMBER', members: [] }, { role: 'ORG_MEMBER', members: ['a'] }],
    ['a text that speaks of owners', { description: '' }, { description: 'The owner of everything' }],
    ['a name that does', { members: [] }, { members: ['admin@acme.com'] }],
  ])('are not %s', (_, before, after) => {
    expect(gains(before, after)).toEqual([]);
  });
});
