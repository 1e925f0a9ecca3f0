import { describe, expect, it } from 'vitest';
import { accessEffect, jitPolicy, liveRoleLists, roleListsOf } from '../../../src/providers/astro/compile-access.js';
import { roleListsToJson, type RoleLists } from '../../../src/providers/astro/roles.js';
import { live } from '../core/fake-vendor.js';
import { factsOf, listsOf } from './facts.js';

type Effect = 'nothing' | 'gains' | 'loses' | 'both';
const effectOf = (before: RoleLists | undefined, after: RoleLists | undefined): Effect => {
  const { gains, loses } = accessEffect(before, after);
  return gains ? (loses ? 'both' : 'gains') : loses ? 'loses' : 'nothing';
};

const opposite: Readonly<Record<Effect, Effect>> = { nothing: 'nothing', gains: 'loses', loses: 'gains', both: 'both' };

const organization = (organizationRole: string): RoleLists => listsOf({ organizationRole });
const workspace = (...roles: (readonly [string, string])[]): RoleLists =>
  listsOf({ workspaceRoles: roles.map(([workspaceId, role]) => ({ workspaceId, role })) });
const deployment = (role: string): RoleLists => listsOf({ deploymentRoles: [{ deploymentId: 'd', role }] });
const dag = (role: string, by: { dagId: string } | { dagTag: string } = { dagId: 'daily' }): RoleLists =>
  listsOf({ dagRoles: [{ deploymentId: 'd', role, ...by }] });

describe('accessEffect', () => {
  it.each<[string, RoleLists | undefined, RoleLists | undefined, Effect]>([
    ['nobody and nobody', undefined, undefined, 'nothing'],
    ['somebody new', undefined, listsOf(), 'gains'],
    ['the same', listsOf(), listsOf(), 'nothing'],
    [
      'member to billing admin',
      organization('ORGANIZATION_MEMBER'),
      organization('ORGANIZATION_BILLING_ADMIN'),
      'gains',
    ],
    ['member to owner', organization('ORGANIZATION_MEMBER'), organization('ORGANIZATION_OWNER'), 'gains'],
    [
      'observe member to observe admin',
      organization('ORGANIZATION_OBSERVE_MEMBER'),
      organization('ORGANIZATION_OBSERVE_ADMIN'),
      'gains',
    ],
    ['observe admin to owner', organization('ORGANIZATION_OBSERVE_ADMIN'), organization('ORGANIZATION_OWNER'), 'gains'],
    [
      'billing admin to observe admin: no order is known',
      organization('ORGANIZATION_BILLING_ADMIN'),
      organization('ORGANIZATION_OBSERVE_ADMIN'),
      'both',
    ],
    ['a workspace', listsOf(), workspace(['w', 'WORKSPACE_ACCESSOR']), 'gains'],
    [
      'a higher role in a workspace',
      workspace(['w', 'WORKSPACE_MEMBER']),
      workspace(['w', 'WORKSPACE_AUTHOR']),
      'gains',
    ],
    ['another workspace instead', workspace(['w', 'WORKSPACE_OWNER']), workspace(['v', 'WORKSPACE_OWNER']), 'both'],
    [
      'one up, one down',
      workspace(['v', 'WORKSPACE_OWNER'], ['w', 'WORKSPACE_MEMBER']),
      workspace(['v', 'WORKSPACE_MEMBER'], ['w', 'WORKSPACE_OWNER']),
      'both',
    ],
    ['admin of a deployment', deployment('DEPLOYMENT_ACCESSOR'), deployment('DEPLOYMENT_ADMIN'), 'gains'],
    ['a custom role: no order is known', deployment('DEPLOYMENT_ADMIN'), deployment('my role'), 'both'],
    ['author of a DAG', dag('DAG_VIEWER'), dag('DAG_AUTHOR'), 'gains'],
    ['a tag instead of a DAG of the same name', dag('DAG_VIEWER'), dag('DAG_VIEWER', { dagTag: 'daily' }), 'both'],
  ])('%s', (_, before, after, effect) => {
    expect(effectOf(before, after)).toBe(effect);
    // The other way round it is the opposite.
    expect(effectOf(after, before)).toBe(opposite[effect]);
  });
});

describe('liveRoleLists', () => {
  it('reads what the live object holds', () => {
    const lists = workspace(['w', 'WORKSPACE_MEMBER']);
    expect(liveRoleLists(live('member', 'x', {}, { native: { roles: roleListsToJson(lists) } }))).toEqual(lists);
    expect(liveRoleLists(undefined)).toBeUndefined();
  });
});

describe('roleListsOf', () => {
  const before = live('member', 'x', {}, { native: { roles: roleListsToJson(workspace(['w', 'WORKSPACE_MEMBER'])) } });

  it.each([
    ['the wanted role', { role: 'ORGANIZATION_OWNER' }, 'ORGANIZATION_OWNER', 1],
    ['the least role where none is wanted', {}, 'ORGANIZATION_MEMBER', 1],
    ['exactly the wanted workspaces', { workspaces: {} }, 'ORGANIZATION_MEMBER', 0],
  ])('%s', (_, attributes, organizationRole, count) => {
    const lists = roleListsOf(attributes, before, factsOf());
    expect([lists.organizationRole, lists.workspaceRoles.length]).toEqual([organizationRole, count]);
  });
});

describe('jitPolicy', () => {
  it.each([
    ['nothing wanted switches JIT off', undefined, undefined],
    ['none switches JIT off', 'none', undefined],
    ['a role', { role: 'ORGANIZATION_OWNER' }, { defaultOrgRole: 'ORGANIZATION_OWNER', defaultWorkspaceRoles: [] }],
    ['no role is the least one', {}, { defaultOrgRole: 'ORGANIZATION_MEMBER', defaultWorkspaceRoles: [] }],
    [
      'workspaces by id, sorted by name, in the private API’s own spelling',
      {
        role: 'ORGANIZATION_MEMBER',
        workspaces: { Research: 'WORKSPACE_MEMBER', Analytics: 'WORKSPACE_OWNER', 'w-x': 'WORKSPACE_AUTHOR' },
      },
      {
        defaultOrgRole: 'ORGANIZATION_MEMBER',
        defaultWorkspaceRoles: [
          { workspaceId: 'w-analytics', workspaceRole: 'WORKSPACE_OWNER' },
          { workspaceId: 'w-research', workspaceRole: 'WORKSPACE_MEMBER' },
          { workspaceId: 'w-x', workspaceRole: 'WORKSPACE_AUTHOR' },
        ],
      },
    ],
  ])('%s', (_, jit, policy) => {
    expect(jitPolicy(jit, factsOf())).toEqual(policy);
  });

  it('takes workspaces that were not read by their ids', () => {
    const jit = { role: 'ORGANIZATION_MEMBER', workspaces: { 'w-x': 'WORKSPACE_AUTHOR' } };
    expect(jitPolicy(jit, factsOf({ workspaces: undefined }))).toMatchObject({
      defaultWorkspaceRoles: [{ workspaceId: 'w-x', workspaceRole: 'WORKSPACE_AUTHOR' }],
    });
  });
});
