/** Deployments by the workspace they are in: their names need to be unique only there. */
import { createNameIndex } from '../../core/name-index.js';
import type { DeploymentIndex } from './facts.js';
import type * as wire from './wire.js';

export function createDeploymentIndex(
  deployments: readonly (wire.WireNamed & { readonly workspaceId: string })[],
): DeploymentIndex {
  const byWorkspace = new Map<string, wire.WireNamed[]>();
  for (const deployment of deployments) {
    const siblings = byWorkspace.get(deployment.workspaceId);
    if (siblings === undefined) byWorkspace.set(deployment.workspaceId, [deployment]);
    else siblings.push(deployment);
  }
  return {
    inWorkspace: new Map([...byWorkspace].map(([id, items]) => [id, createNameIndex(items)])),
    workspaceOf: new Map(deployments.map(({ id, workspaceId }) => [id, workspaceId])),
  };
}
