import { describe, expect, it } from 'vitest';
import { DecodeError } from '../../../src/core/decode.js';
import {
  dagKey,
  hasGrants,
  roleListsFromWire,
  roleListsToJson,
  sortRoleLists,
  type RoleLists,
} from '../../../src/providers/astro/roles.js';
import { listsOf } from './facts.js';

const full: RoleLists = {
  organizationRole: 'ORGANIZATION_OWNER',
  workspaceRoles: [
    { workspaceId: 'w1', role: 'WORKSPACE_OWNER' },
    { workspaceId: 'w2', role: 'WORKSPACE_MEMBER' },
  ],
  deploymentRoles: [
    { deploymentId: 'd1', role: 'DEPLOYMENT_ADMIN' },
    { deploymentId: 'd2', role: 'custom role' },
  ],
  dagRoles: [
    { deploymentId: 'd1', dagId: 'daily', role: 'DAG_AUTHOR' },
    { deploymentId: 'd1', dagTag: 'daily', role: 'DAG_VIEWER' },
    { deploymentId: 'd2', dagId: 'a', role: 'DAG_VIEWER' },
  ],
};

const reversed: RoleLists = {
  organizationRole: full.organizationRole,
  workspaceRoles: [...full.workspaceRoles].reverse(),
  deploymentRoles: [...full.deploymentRoles].reverse(),
  dagRoles: [...full.dagRoles].reverse(),
};

describe('roleListsFromWire', () => {
  it.each<[string, Record<string, unknown>, RoleLists]>([
    ['all four, in any order', { ...reversed }, full],
    ['nothing at all', {}, listsOf()],
    [
      'empty lists as null',
      { organizationRole: null, workspaceRoles: null, deploymentRoles: null, dagRoles: null },
      listsOf(),
    ],
    [
      'fields that we do not know',
      { workspaceRoles: [{ workspaceId: 'w1', role: 'WORKSPACE_OWNER', workspaceName: 'x' }] },
      listsOf({ workspaceRoles: [{ workspaceId: 'w1', role: 'WORKSPACE_OWNER' }] }),
    ],
    [
      'a DAG role with an empty tag beside its id',
      { dagRoles: [{ deploymentId: 'd', dagId: 'x', dagTag: '', role: 'DAG_VIEWER' }] },
      listsOf({ dagRoles: [{ deploymentId: 'd', dagId: 'x', role: 'DAG_VIEWER' }] }),
    ],
    [
      'a DAG role with neither',
      { dagRoles: [{ deploymentId: 'd', role: 'DAG_VIEWER' }] },
      listsOf({ dagRoles: [{ deploymentId: 'd', role: 'DAG_VIEWER' }] }),
    ],
  ])('%s', (_, wire, lists) => {
    expect(roleListsFromWire(wire)).toEqual(lists);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a role without a workspace', { workspaceRoles: [{ role: 'WORKSPACE_OWNER' }] }],
    ['a workspace without a role', { workspaceRoles: [{ workspaceId: 'w1' }] }],
    ['an object for a list', { deploymentRoles: {} }],
    ['a text in a list', { dagRoles: ['x'] }],
  ])('refuses %s: an answer that is not understood is no empty list', (_, wire) => {
    expect(() => roleListsFromWire(wire)).toThrow(DecodeError);
  });

  it('undoes roleListsToJson', () => {
    expect(roleListsFromWire(roleListsToJson(full))).toEqual(full);
  });
});

it('sortRoleLists gives one order', () => {
  expect(sortRoleLists(reversed)).toEqual(full);
  expect(sortRoleLists(full)).toEqual(full);
});

it('dagKey tells an id from a tag of the same name', () => {
  expect(full.dagRoles.map(dagKey)).toEqual(['d1/dag:daily', 'd1/tag:daily', 'd2/dag:a']);
  expect(dagKey({ deploymentId: 'd', role: 'x' })).toBe('d/tag:');
});

it.each<[string, RoleLists, boolean]>([
  ['an organization role alone', listsOf(), false],
  ['a workspace role', listsOf({ workspaceRoles: full.workspaceRoles }), true],
  ['a deployment role', listsOf({ deploymentRoles: full.deploymentRoles }), true],
  ['a DAG role', listsOf({ dagRoles: full.dagRoles }), true],
])('hasGrants of %s', (_, lists, expected) => {
  expect(hasGrants(lists)).toBe(expected);
});

it('roleListsToJson always has all four lists: what an omitted one means is not documented', () => {
  expect(roleListsToJson(listsOf())).toEqual({
    organizationRole: 'ORGANIZATION_MEMBER',
    workspaceRoles: [],
    deploymentRoles: [],
    dagRoles: [],
  });
});
