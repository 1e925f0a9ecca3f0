/** Role lists before and after, compared as access: who gains, who loses. */
import { objectOf } from '../../core/diff.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import type { AstroFacts } from './facts.js';
import { dagKey, memberRole, roleListsFromWire, type RoleLists } from './roles.js';
import { roleListsFor } from './workspace-access.js';

export function liveRoleLists(live: LiveResource | undefined): RoleLists | undefined {
  return live === undefined ? undefined : roleListsFromWire(objectOf(live.native['roles']));
}

/** The four lists to send for these attributes. */
export function roleListsOf(attributes: JsonObject, live: LiveResource | undefined, facts: AstroFacts): RoleLists {
  const role = attributes['role'];
  return roleListsFor(
    typeof role === 'string' ? role : memberRole,
    attributes['workspaces'],
    liveRoleLists(live),
    facts,
  );
}

/** Strongest first (role reference of the product documentation); a role that is not listed is compared by name only. */
const ranks: readonly (readonly string[])[] = [
  ['ORGANIZATION_OWNER', 'ORGANIZATION_BILLING_ADMIN', 'ORGANIZATION_MEMBER'],
  ['ORGANIZATION_OWNER', 'ORGANIZATION_OBSERVE_ADMIN', 'ORGANIZATION_OBSERVE_MEMBER'],
  ['WORKSPACE_OWNER', 'WORKSPACE_OPERATOR', 'WORKSPACE_AUTHOR', 'WORKSPACE_MEMBER', 'WORKSPACE_ACCESSOR'],
  ['DEPLOYMENT_ADMIN', 'DEPLOYMENT_ACCESSOR'],
  ['DAG_AUTHOR', 'DAG_VIEWER'],
];

export interface AccessEffect {
  readonly gains: boolean;
  readonly loses: boolean;
}

export function accessEffect(before: RoleLists | undefined, after: RoleLists | undefined): AccessEffect {
  const was = grantsOf(before);
  const will = grantsOf(after);
  let gains = false;
  let loses = false;
  for (const key of new Set([...was.keys(), ...will.keys()])) {
    const from = was.get(key);
    const to = will.get(key);
    if (from === to) continue;
    const ladder = ranks.find(
      (rank) => from !== undefined && to !== undefined && rank.includes(from) && rank.includes(to),
    );
    // Two roles of no known order: something is gained and something is lost.
    if (from === undefined || ladder === undefined || ladder.indexOf(to ?? '') < ladder.indexOf(from))
      gains ||= to !== undefined;
    if (to === undefined || ladder === undefined || ladder.indexOf(to) > ladder.indexOf(from ?? ''))
      loses ||= from !== undefined;
  }
  return { gains, loses };
}

function grantsOf(lists: RoleLists | undefined): ReadonlyMap<string, string> {
  const grants = new Map<string, string>();
  if (lists === undefined) return grants;
  grants.set('organization', lists.organizationRole);
  for (const { workspaceId, role } of lists.workspaceRoles) grants.set(`workspace/${workspaceId}`, role);
  for (const { deploymentId, role } of lists.deploymentRoles) grants.set(`deployment/${deploymentId}`, role);
  for (const dag of lists.dagRoles) grants.set(`dag/${dagKey(dag)}`, dag.role);
  return grants;
}

/** The private API's JIT policy, where a workspace role is spelled `workspaceRole`; undefined switches JIT off. */
export function jitPolicy(jit: Json | undefined, facts: AstroFacts): JsonObject | undefined {
  if (jit === undefined || !isJsonObject(jit)) return undefined;
  const workspaces = Object.entries(objectOf(jit['workspaces'])).sort(([a], [b]) => compareText(a, b));
  return {
    defaultOrgRole: jit['role'] ?? memberRole,
    defaultWorkspaceRoles: workspaces.map(([name, role]) => ({
      workspaceId: facts.workspaces?.idOf.get(name) ?? name,
      workspaceRole: role,
    })),
  };
}
