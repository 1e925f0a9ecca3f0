import { list, object, oneOf, optional, text, type Parsed } from '../shape.js';
import { badRequest, forbidden, notFound } from './api-error.js';
import { objectId } from './field-shapes.js';
import { type AtlasTeam, type GroupRoleAssignment } from './records.js';
import { isOrgRole, isProjectRole, orgRoles, type OrgRole } from './roles.js';
import { type Call } from './route.js';

export const rolesShape = () =>
  object({
    orgRoles: list(oneOf(orgRoles), { unique: true }),
    groupRoleAssignments: optional(list(object({ groupId: objectId(), groupRoles: list(text(), { unique: true }) }))),
  });
type GivenRoles = Parsed<ReturnType<typeof rolesShape>>;

/** A person keeps at least one organization role. */
export function checkOrgRoles({ orgRoles: given }: GivenRoles): readonly OrgRole[] {
  if (given.length === 0)
    throw forbidden('CANNOT_REMOVE_ALL_USER_ROLES', 'A user must keep at least one organization role.');
  return given;
}

export function checkGroupRoles(
  call: Call,
  organizationId: string,
  given: GivenRoles['groupRoleAssignments'],
): GroupRoleAssignment[] | undefined {
  return given?.map(({ groupId, groupRoles }) => {
    if (call.store.get('atlasProject', organizationId, groupId) === undefined) {
      throw notFound('GROUP_NOT_FOUND', `Organization ${organizationId} has no project ${groupId}.`, groupId);
    }
    checkProjectRoles(groupRoles);
    return { groupId, groupRoles };
  });
}

export function checkProjectRoles(roles: readonly string[]): void {
  for (const role of roles) {
    if (isOrgRole(role)) throw badRequest('CANNOT_ADD_ORG_ROLE', `${role} is not a project role.`, role);
    if (!isProjectRole(role)) throw badRequest('INVALID_ROLE_FOR_GROUP', `${role} is not a project role.`, role);
  }
}

export function findTeams(call: Call, organizationId: string, ids: readonly string[]): AtlasTeam[] {
  return ids.map((id) => {
    const team = call.store.get('atlasTeam', organizationId, id);
    if (team === undefined) throw notFound('TEAM_NOT_IN_ORG', `Organization ${organizationId} has no team ${id}.`, id);
    return team;
  });
}
