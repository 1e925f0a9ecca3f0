/** Astro's roles, and what its users and teams hold, as the wire has them. */
import { compareText, type Json } from '../../core/json.js';
import { optionalItemsAt, optionalTextAt, textAt, fieldsOf, type Fields } from '../../core/decode.js';

export const ownerRole = 'ORGANIZATION_OWNER';
/** The least that a member can have; an invitation without a role is for this one. */
export const memberRole = 'ORGANIZATION_MEMBER';

/** With these one lets others in, or manages what the organization pays for. */
export const privilegedRoles: ReadonlySet<string> = new Set([
  ownerRole,
  'ORGANIZATION_BILLING_ADMIN',
  'ORGANIZATION_OBSERVE_ADMIN',
  'WORKSPACE_OWNER',
  'DEPLOYMENT_ADMIN',
]);

export interface WorkspaceRole {
  readonly workspaceId: string;
  readonly role: string;
}

export interface DeploymentRole {
  readonly deploymentId: string;
  readonly role: string;
}

/** Exactly one of `dagId` and `dagTag`. */
export interface DagRole {
  readonly deploymentId: string;
  readonly dagId?: string;
  readonly dagTag?: string;
  readonly role: string;
}

/**
 * The four lists that `POST .../roles` takes whole. Each list sent replaces that list; what an omitted one means is
 * not documented, so all four are always sent.
 */
export interface RoleLists {
  readonly organizationRole: string;
  readonly workspaceRoles: readonly WorkspaceRole[];
  readonly deploymentRoles: readonly DeploymentRole[];
  readonly dagRoles: readonly DagRole[];
}

/** In one order, so that two reads of the same roles are equal. */
export function roleListsFromWire(fields: Fields): RoleLists {
  return sortRoleLists({
    organizationRole: optionalTextAt(fields, 'organizationRole') ?? memberRole,
    workspaceRoles: optionalItemsAt(fields, 'workspaceRoles', (item) => {
      const role = fieldsOf(item, 'workspaceRoles');
      return { workspaceId: textAt(role, 'workspaceId'), role: textAt(role, 'role') };
    }),
    deploymentRoles: optionalItemsAt(fields, 'deploymentRoles', (item) => {
      const role = fieldsOf(item, 'deploymentRoles');
      return { deploymentId: textAt(role, 'deploymentId'), role: textAt(role, 'role') };
    }),
    dagRoles: optionalItemsAt(fields, 'dagRoles', (item) => {
      const role = fieldsOf(item, 'dagRoles');
      const dagId = optionalTextAt(role, 'dagId');
      const dagTag = optionalTextAt(role, 'dagTag');
      return {
        deploymentId: textAt(role, 'deploymentId'),
        ...(dagId !== undefined && { dagId }),
        ...(dagId === undefined && dagTag !== undefined && { dagTag }),
        role: textAt(role, 'role'),
      };
    }),
  });
}

export function sortRoleLists(lists: RoleLists): RoleLists {
  return {
    organizationRole: lists.organizationRole,
    workspaceRoles: [...lists.workspaceRoles].sort((a, b) => compareText(a.workspaceId, b.workspaceId)),
    deploymentRoles: [...lists.deploymentRoles].sort((a, b) => compareText(a.deploymentId, b.deploymentId)),
    dagRoles: [...lists.dagRoles].sort((a, b) => compareText(dagKey(a), dagKey(b))),
  };
}

export function dagKey(role: DagRole): string {
  return `${role.deploymentId}/${role.dagId === undefined ? `tag:${role.dagTag ?? ''}` : `dag:${role.dagId}`}`;
}

export function hasGrants(lists: RoleLists): boolean {
  return lists.workspaceRoles.length + lists.deploymentRoles.length + lists.dagRoles.length > 0;
}

export function roleListsToJson(lists: RoleLists): { readonly [key: string]: Json } {
  return {
    organizationRole: lists.organizationRole,
    workspaceRoles: lists.workspaceRoles.map((role) => ({ ...role })),
    deploymentRoles: lists.deploymentRoles.map((role) => ({ ...role })),
    dagRoles: lists.dagRoles.map((role) => ({ ...role })),
  };
}
