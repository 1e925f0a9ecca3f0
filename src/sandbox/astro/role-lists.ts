import {
  organizationRoles,
  workspaceRoles,
  type Organization,
  type OrganizationRole,
  type RoleLists,
} from './records.js';
import { type Store } from '../store.js';
import { invalid } from './api-error.js';
import { type Call, type OrganizationCall } from './route.js';
import { list, object, oneOf, optional, text } from '../shape.js';
import { isBeta, rolesOf } from './surface.js';

const builtInRoles = { DEPLOYMENT: ['DEPLOYMENT_ADMIN', 'DEPLOYMENT_ACCESSOR'], DAG: ['DAG_VIEWER', 'DAG_AUTHOR'] };

/** An organization role as this surface and organization take it; the Observe roles need the Observe product. */
export const organizationRoleShape = (call: Call) => oneOf(rolesOf(call.surface));

export function checkOrganizationRole(organization: Organization, role: OrganizationRole): void {
  if (organizationRoles.indexOf(role) > 2 && !organization.observe) {
    throw invalid(`role ${role} needs the Observe product`);
  }
}

/** The three lists of a role update; the beta surfaces have no DAG roles. */
export const roleListShapes = (call: Call) => ({
  workspaceRoles: optional(list(object({ workspaceId: text({ min: 1 }), role: oneOf(workspaceRoles) }))),
  deploymentRoles: optional(list(object({ deploymentId: text({ min: 1 }), role: text({ min: 1 }) }))),
  ...(isBeta(call.surface) ? {} : dagRoleShapes),
});
const dagRoleShapes = {
  dagRoles: optional(
    list(
      object({
        deploymentId: text({ min: 1 }),
        dagId: optional(text()),
        dagTag: optional(text()),
        role: text({ min: 1 }),
      }),
    ),
  ),
};

/** Role lists as a request gives them; a list left out keeps or clears what was there, by switch. */
export interface GivenLists {
  readonly workspaceRoles?: RoleLists['workspaceRoles'] | undefined;
  readonly deploymentRoles?: RoleLists['deploymentRoles'] | undefined;
  readonly dagRoles?: RoleLists['dagRoles'] | undefined;
}

/**
 * The lists a subject ends up with. Integrity: one role per workspace, deployment and DAG; every deployment role has a
 * role in its workspace (missing, WORKSPACE_ACCESSOR is added, as documented, or refused by switch); every DAG role has
 * a role on its deployment.
 */
export function settleRoleLists(call: OrganizationCall, before: RoleLists, given: GivenLists): RoleLists {
  const kept: GivenLists = call.switches.omittedRoleLists === 'unchanged' ? before : {};
  const wanted: RoleLists = {
    workspaceRoles: given.workspaceRoles ?? kept.workspaceRoles ?? [],
    deploymentRoles: given.deploymentRoles ?? kept.deploymentRoles ?? [],
    dagRoles: given.dagRoles ?? kept.dagRoles ?? [],
  };
  const { store, organization } = call;
  once(wanted.workspaceRoles.map(({ workspaceId }) => `workspace ${workspaceId}`));
  once(wanted.deploymentRoles.map(({ deploymentId }) => `deployment ${deploymentId}`));
  once(wanted.dagRoles.map(({ deploymentId, dagId, dagTag }) => `DAG ${dagId ?? `tag ${dagTag}`} of ${deploymentId}`));

  for (const { workspaceId } of wanted.workspaceRoles) requireWorkspace(store, organization.id, workspaceId);
  const workspaces = new Map(wanted.workspaceRoles.map((grant) => [grant.workspaceId, grant]));
  for (const { deploymentId, role } of wanted.deploymentRoles) {
    const { workspaceId } = requireDeployment(store, organization.id, deploymentId);
    requireRole(call, 'DEPLOYMENT', role, workspaceId);
    if (workspaces.has(workspaceId)) continue;
    if (call.switches.missingWorkspaceRole === 'refused') {
      throw invalid(`a role on deployment ${deploymentId} needs a role in workspace ${workspaceId}`);
    }
    workspaces.set(workspaceId, { workspaceId, role: 'WORKSPACE_ACCESSOR' });
  }
  const deployments = new Set(wanted.deploymentRoles.map(({ deploymentId }) => deploymentId));
  for (const { deploymentId, dagId, dagTag, role } of wanted.dagRoles) {
    const { workspaceId } = requireDeployment(store, organization.id, deploymentId);
    if ((dagId === undefined) === (dagTag === undefined))
      throw invalid('a DAG role has exactly one of dagId and dagTag');
    if (!deployments.has(deploymentId)) {
      throw invalid(`a DAG role on deployment ${deploymentId} needs a role on that deployment`);
    }
    requireRole(call, 'DAG', role, workspaceId);
  }
  return { ...wanted, workspaceRoles: [...workspaces.values()] };
}

export function requireWorkspace(store: Store, organizationId: string, id: string) {
  const workspace = store.get('workspace', organizationId, id);
  if (workspace === undefined) throw invalid(`workspace ${id} not found`);
  return workspace;
}

export function requireDeployment(store: Store, organizationId: string, id: string) {
  const deployment = store.get('deployment', organizationId, id);
  if (deployment === undefined) throw invalid(`deployment ${id} not found`);
  return deployment;
}

/** A built-in role, or a custom one of the right scope that may be used in the workspace. */
export function requireRole(
  { store, organization }: OrganizationCall,
  scope: 'DEPLOYMENT' | 'DAG',
  name: string,
  workspaceId: string,
): void {
  if (builtInRoles[scope].includes(name)) return;
  const custom = store.where('customRole', 'name', organization.id, name).find(({ scopeType }) => scopeType === scope);
  if (custom === undefined) throw invalid(`there is no ${scope.toLowerCase()} role ${name}`);
  const restricted = custom.restrictedWorkspaceIds;
  if (restricted.length > 0 && !restricted.includes(workspaceId)) {
    throw invalid(`role ${name} may not be used in workspace ${workspaceId}`);
  }
}

function once(things: readonly string[]): void {
  const twice = things.find((thing, at) => things.indexOf(thing) !== at);
  if (twice !== undefined) throw invalid(`${twice} has more than one role`);
}

/** The lists as responses show them; how an empty one looks is a switch, and beta surfaces leave DAG roles out. */
export function showRoleLists(call: Call, lists: RoleLists): Record<string, unknown> {
  const show = (items: readonly unknown[]): unknown => {
    if (items.length > 0) return items;
    return { absent: undefined, null: null, empty: [] }[call.switches.emptyRoleLists];
  };
  return {
    workspaceRoles: show(lists.workspaceRoles),
    deploymentRoles: show(lists.deploymentRoles),
    dagRoles: isBeta(call.surface) ? undefined : show(lists.dagRoles),
  };
}
