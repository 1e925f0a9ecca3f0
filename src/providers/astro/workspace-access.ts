/** Between the role lists of the wire (ids, flat) and the `workspaces` attribute (names, nested). */
import { objectOf } from '../../core/diff.js';
import { compareText, isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { NameIndex } from '../../core/name-index.js';
import type { AstroFacts, DeploymentIndex } from './facts.js';
import { sortRoleLists, type DagRole, type DeploymentRole, type RoleLists, type WorkspaceRole } from './roles.js';

/**
 * Workspaces that nothing tells the name of keep their id as a name. Deployment and DAG roles are nested only where
 * deployments were read.
 */
export function workspacesAttribute(
  lists: RoleLists,
  workspaces: NameIndex,
  deployments: DeploymentIndex | undefined,
): JsonObject {
  const result = lists.workspaceRoles.map(({ workspaceId, role }): [string, JsonObject] => [
    workspaces.nameOf.get(workspaceId) ?? workspaceId,
    {
      role,
      ...(deployments !== undefined && { deployments: deploymentsAttribute(lists, workspaceId, deployments) }),
    },
  ]);
  return sortEntries(result);
}

function deploymentsAttribute(lists: RoleLists, workspaceId: string, deployments: DeploymentIndex): JsonObject {
  const names = deployments.inWorkspace.get(workspaceId);
  const result: [string, JsonObject][] = [];
  for (const { deploymentId, role } of lists.deploymentRoles) {
    if (deployments.workspaceOf.get(deploymentId) !== workspaceId) continue;
    const dags: [string, Json][] = [];
    const dagTags: [string, Json][] = [];
    for (const dag of lists.dagRoles) {
      if (dag.deploymentId !== deploymentId) continue;
      if (dag.dagId !== undefined) dags.push([dag.dagId, dag.role]);
      else dagTags.push([dag.dagTag ?? '', dag.role]);
    }
    const grant = { role, dags: sortEntries(dags), dagTags: sortEntries(dagTags) };
    result.push([names?.nameOf.get(deploymentId) ?? deploymentId, grant]);
  }
  return sortEntries(result);
}

/**
 * The lists to send so that exactly `workspaces` holds. What the attribute does not tell (deployments that were not
 * read, or that stand in no workspace we know) is sent back as it was read.
 */
export function roleListsFor(
  organizationRole: string,
  workspaces: Json | undefined,
  live: RoleLists | undefined,
  facts: AstroFacts,
): RoleLists {
  const none: RoleLists = { organizationRole, workspaceRoles: [], deploymentRoles: [], dagRoles: [] };
  if (workspaces === undefined || !isJsonObject(workspaces)) return { ...(live ?? none), organizationRole };
  const workspaceRoles: WorkspaceRole[] = [];
  const deploymentRoles: DeploymentRole[] = [];
  const dagRoles: DagRole[] = [];
  for (const [name, entry] of Object.entries(workspaces)) {
    const workspaceId = facts.workspaces?.idOf.get(name) ?? name;
    const grant = objectOf(entry);
    workspaceRoles.push({ workspaceId, role: textOf(grant['role']) });
    for (const [deployment, inner] of Object.entries(objectOf(grant['deployments']))) {
      const deploymentId = facts.deployments?.inWorkspace.get(workspaceId)?.idOf.get(deployment) ?? deployment;
      const deploymentGrant = objectOf(inner);
      deploymentRoles.push({ deploymentId, role: textOf(deploymentGrant['role']) });
      for (const [dagId, role] of Object.entries(objectOf(deploymentGrant['dags']))) {
        dagRoles.push({ deploymentId, dagId, role: textOf(role) });
      }
      for (const [dagTag, role] of Object.entries(objectOf(deploymentGrant['dagTags']))) {
        dagRoles.push({ deploymentId, dagTag, role: textOf(role) });
      }
    }
  }
  // A deployment role needs a role in its workspace, so with no workspace left there is nothing to send back.
  const isUntold = ({ deploymentId }: { readonly deploymentId: string }): boolean =>
    workspaceRoles.length > 0 && facts.deployments?.workspaceOf.get(deploymentId) === undefined;
  return sortRoleLists({
    organizationRole,
    workspaceRoles,
    deploymentRoles: [...deploymentRoles, ...(live?.deploymentRoles ?? []).filter(isUntold)],
    dagRoles: [...dagRoles, ...(live?.dagRoles ?? []).filter(isUntold)],
  });
}

export function sortKeys<T extends Json>(record: Readonly<Record<string, T>>): Record<string, T> {
  return sortEntries(Object.entries(record));
}

/** An object of entries under any names; an assignment would lose `__proto__`. */
function sortEntries<T extends Json>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}
