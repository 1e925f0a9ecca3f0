import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.js';
import type { AstroFacts } from '../../../src/providers/astro/facts.js';
import type { RoleLists } from '../../../src/providers/astro/roles.js';
import { roleListsFor, sortKeys, workspacesAttribute } from '../../../src/providers/astro/workspace-access.js';
import { deployments, factsOf, listsOf, workspaces } from './facts.js';

const member = 'ORGANIZATION_MEMBER';
const etl = { deploymentId: 'd-etl', role: 'DEPLOYMENT_ADMIN' };
const odd = { deploymentId: 'd-nowhere', role: 'DEPLOYMENT_ADMIN' };
const analytics = { workspaceId: 'w-analytics', role: 'WORKSPACE_OWNER' };

interface Case {
  readonly lists: RoleLists;
  readonly nested: JsonObject;
  /** Undefined: deployments were not read. */
  readonly deployments?: AstroFacts['deployments'];
}

/** Both ways: what the wire has becomes this attribute, and this attribute is sent as exactly these lists. */
const cases: Readonly<Record<string, Case>> = {
  'no role': { lists: listsOf(), nested: {}, deployments },
  'workspaces by name, sorted': {
    lists: listsOf({ workspaceRoles: [analytics, { workspaceId: 'w-research', role: 'WORKSPACE_MEMBER' }] }),
    nested: { Analytics: { role: 'WORKSPACE_OWNER' }, Research: { role: 'WORKSPACE_MEMBER' } },
  },
  'two workspaces of one name': {
    lists: listsOf({
      workspaceRoles: [
        { workspaceId: 'w-twin-1', role: 'WORKSPACE_OWNER' },
        { workspaceId: 'w-twin-2', role: 'WORKSPACE_MEMBER' },
      ],
    }),
    nested: { 'Twin (w-twin-1)': { role: 'WORKSPACE_OWNER' }, 'Twin (w-twin-2)': { role: 'WORKSPACE_MEMBER' } },
  },
  'a workspace that nothing tells the name of': {
    lists: listsOf({ workspaceRoles: [{ workspaceId: 'w-hidden', role: 'WORKSPACE_OWNER' }] }),
    nested: { 'w-hidden': { role: 'WORKSPACE_OWNER', deployments: {} } },
    deployments,
  },
  'deployments and DAGs inside': {
    lists: listsOf({
      workspaceRoles: [analytics],
      deploymentRoles: [etl, { deploymentId: 'd-reports', role: 'custom' }],
      dagRoles: [
        { deploymentId: 'd-etl', dagId: 'daily', role: 'DAG_AUTHOR' },
        { deploymentId: 'd-etl', dagTag: 'finance', role: 'DAG_VIEWER' },
      ],
    }),
    nested: {
      Analytics: {
        role: 'WORKSPACE_OWNER',
        deployments: {
          etl: { role: 'DEPLOYMENT_ADMIN', dags: { daily: 'DAG_AUTHOR' }, dagTags: { finance: 'DAG_VIEWER' } },
          reports: { role: 'custom', dags: {}, dagTags: {} },
        },
      },
    },
    deployments,
  },
};

describe('workspacesAttribute', () => {
  it.each(Object.entries(cases))('%s', (_, { lists, nested, deployments: known }) => {
    expect(workspacesAttribute(lists, workspaces, known)).toEqual(nested);
  });

  it('does not show a deployment role whose deployment is unknown, or stands elsewhere', () => {
    const lists = listsOf({ workspaceRoles: [analytics], deploymentRoles: [odd, { ...odd, deploymentId: 'd-odd' }] });
    expect(workspacesAttribute(lists, workspaces, deployments)).toEqual({
      Analytics: { role: 'WORKSPACE_OWNER', deployments: {} },
    });
  });

  it('keeps the id of a deployment that nothing tells the name of', () => {
    const nameless = { inWorkspace: new Map(), workspaceOf: deployments.workspaceOf };
    const lists = listsOf({ workspaceRoles: [analytics], deploymentRoles: [etl] });
    expect(workspacesAttribute(lists, workspaces, nameless)).toMatchObject({
      Analytics: { deployments: { 'd-etl': { role: 'DEPLOYMENT_ADMIN' } } },
    });
  });

  it('reads a tag that is missing as an empty one', () => {
    const lists = listsOf({
      workspaceRoles: [analytics],
      deploymentRoles: [etl],
      dagRoles: [{ deploymentId: 'd-etl', role: 'DAG_VIEWER' }],
    });
    expect(workspacesAttribute(lists, workspaces, deployments)).toMatchObject({
      Analytics: { deployments: { etl: { dagTags: { '': 'DAG_VIEWER' } } } },
    });
  });
});

describe('roleListsFor', () => {
  it.each(Object.entries(cases))(
    'sends what workspacesAttribute read: %s',
    (_, { lists, nested, deployments: known }) => {
      expect(roleListsFor(member, nested, undefined, factsOf({ deployments: known }))).toEqual(lists);
    },
  );

  const live = listsOf({ organizationRole: 'ORGANIZATION_OWNER', workspaceRoles: [analytics], deploymentRoles: [etl] });

  it.each<[string, JsonObject[string] | undefined, RoleLists | undefined, RoleLists]>([
    ['unmanaged workspaces go back as they were', undefined, live, { ...live, organizationRole: member }],
    ['a word goes back as it was', 'none', live, { ...live, organizationRole: member }],
    ['unmanaged workspaces of somebody new are none', undefined, undefined, listsOf()],
  ])('%s', (_, wanted, before, expected) => {
    expect(roleListsFor(member, wanted, before, factsOf())).toEqual(expected);
  });

  const kept = { Analytics: { role: 'WORKSPACE_MEMBER' } };
  const dag = { deploymentId: 'd-etl', dagId: 'daily', role: 'DAG_VIEWER' };
  it.each<[string, AstroFacts['deployments'], JsonObject, RoleLists, Partial<RoleLists>]>([
    [
      'deployments that were not read go back as they were',
      undefined,
      kept,
      { ...live, dagRoles: [dag] },
      { deploymentRoles: [etl], dagRoles: [dag] },
    ],
    [
      'deployments that were read and are not wanted go',
      deployments,
      kept,
      { ...live, dagRoles: [dag] },
      { deploymentRoles: [], dagRoles: [] },
    ],
    [
      'a deployment that is not among those read goes back as it was',
      deployments,
      kept,
      { ...live, deploymentRoles: [odd] },
      { deploymentRoles: [odd] },
    ],
    [
      'with no workspace left nothing goes back: a deployment role needs one',
      undefined,
      {},
      { ...live, dagRoles: [dag] },
      { workspaceRoles: [], deploymentRoles: [], dagRoles: [] },
    ],
  ])('%s', (_, known, wanted, before, expected) => {
    expect(roleListsFor(member, wanted, before, factsOf({ deployments: known }))).toMatchObject(expected);
  });

  it('takes names that are ids already as they are', () => {
    const wanted = { 'w-x': { role: 'WORKSPACE_MEMBER', deployments: { 'd-x': { role: 'DEPLOYMENT_ADMIN' } } } };
    const facts = factsOf({ workspaces: undefined, deployments: undefined });
    expect(roleListsFor(member, wanted, undefined, facts)).toEqual(
      listsOf({
        workspaceRoles: [{ workspaceId: 'w-x', role: 'WORKSPACE_MEMBER' }],
        deploymentRoles: [{ deploymentId: 'd-x', role: 'DEPLOYMENT_ADMIN' }],
      }),
    );
  });
});

it('sortKeys sorts by code unit', () => {
  expect(Object.keys(sortKeys({ b: 1, a: 2, B: 3 }))).toEqual(['B', 'a', 'b']);
});
