import {
  type AtlasUser,
  type ConnectedOrganization,
  type GroupRoleAssignment,
  type RoleAssignment,
} from './records.js';
import { isOrgRole, type OrgRole } from './roles.js';
import { type Context } from './route.js';

export interface Roles {
  readonly orgRoles: readonly OrgRole[];
  readonly groupRoleAssignments: readonly GroupRoleAssignment[];
}

/**
 * What the mappings of an organization give to somebody in these groups; all that match add up. With a person, what that
 * person holds by no mapping is added.
 */
export function mappedRoles(
  { store }: Context,
  { id }: ConnectedOrganization,
  groups: readonly string[],
  person?: AtlasUser,
): Roles {
  const mappings = store.list('atlasRoleMapping', id);
  const matching = mappings.filter(({ externalGroupName }) => groups.includes(externalGroupName));
  const given = matching.flatMap(({ roleAssignments }) => roleAssignments);
  if (person === undefined) return combined(given);
  const places = new Set(mappings.flatMap(({ roleAssignments }) => roleAssignments.map(placed)));
  const manual = assignmentsOf(person).filter((assignment) => !places.has(placed(assignment)));
  return combined([...manual, ...given]);
}

const placed = ({ groupId, role }: RoleAssignment): string => `${groupId ?? ''} ${role}`;

const assignmentsOf = ({ organizationId: orgId, orgRoles, groupRoleAssignments }: AtlasUser): RoleAssignment[] => [
  ...orgRoles.map((role) => ({ orgId, groupId: null, role })),
  ...groupRoleAssignments.flatMap(({ groupId, groupRoles }) =>
    groupRoles.map((role) => ({ orgId: null, groupId, role })),
  ),
];

function combined(assignments: readonly RoleAssignment[]): Roles {
  const orgRoles = new Set<OrgRole>();
  const inProjects = new Map<string, Set<string>>();
  for (const { groupId, role } of assignments) {
    if (groupId !== null) inProjects.set(groupId, (inProjects.get(groupId) ?? new Set()).add(role));
    else if (isOrgRole(role)) orgRoles.add(role);
  }
  const groupRoleAssignments = [...inProjects].map(([groupId, roles]) => ({ groupId, groupRoles: [...roles] }));
  return { orgRoles: [...orgRoles], groupRoleAssignments };
}
