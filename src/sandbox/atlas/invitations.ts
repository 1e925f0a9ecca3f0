import { list, object, oneOf, optional, text } from '../shape.js';
import { AtlasError, badRequest } from './api-error.js';
import { anyOrder } from './array-order.js';
import { recordEvent } from './events.js';
import { objectId, objectIds } from './field-shapes.js';
import { invite } from './invite.js';
import { removeMember, statusOf, teamIdsOf, userByName } from './memberships.js';
import { selfLinks } from './paging.js';
import { organizationOf } from './permissions.js';
import { type AtlasOrganization, type AtlasUser } from './records.js';
import { orgRoles } from './roles.js';
import { param, readBody, type Call, type Route } from './route.js';
import { checkGroupRoles, checkOrgRoles, findTeams } from './user-fields.js';
import { versions } from './versions.js';

const fields = () => ({
  roles: optional(list(oneOf(orgRoles), { unique: true })),
  teamIds: optional(objectIds()),
  groupRoleAssignments: optional(list(object({ groupId: objectId(), roles: list(text(), { unique: true }) }))),
});

function show(call: Call, organization: AtlasOrganization, user: AtlasUser): Record<string, unknown> {
  const { id, createdAt, expiresAt, inviterUsername } = user.invitation ?? {};
  const groupRoles = user.groupRoleAssignments.flatMap(({ groupId, groupRoles: roles }) =>
    roles.map((groupRole) => ({ groupId, groupRole })),
  );
  return {
    id: id ?? user.id,
    orgId: organization.id,
    orgName: organization.name,
    username: user.username,
    roles: anyOrder(call.switches, user.orgRoles),
    teamIds: anyOrder(call.switches, teamIdsOf(call, user)),
    groupRoleAssignments: anyOrder(call.switches, groupRoles),
    inviterUsername: inviterUsername ?? call.subject.id,
    createdAt: createdAt ?? user.createdAt,
    expiresAt: expiresAt ?? null,
    links: selfLinks(call, `/orgs/${organization.id}/invites/${id ?? user.id}`),
  };
}

const pending = (call: Call, { id }: AtlasOrganization): AtlasUser[] =>
  call.store.list('atlasUser', id).filter((user) => statusOf(call, user) === 'PENDING');

/** An invitation that is over or was accepted; both 400 and 404 have been seen. */
function find(call: Call, organization: AtlasOrganization): AtlasUser {
  const id = param(call, 'invitationId');
  const user = pending(call, organization).find(({ invitation }) => invitation?.id === id);
  if (user !== undefined) return user;
  const status = call.switches.atlasGoneInvitationStatus;
  throw new AtlasError(status, 'INVALID_INVITATION_ID', `There is no invitation ${id}.`, { parameters: [id] });
}

function create(call: Call): unknown {
  const organization = organizationOf(call, 'owner');
  const given = readBody(call, object({ username: text(), ...fields() }));
  const user = invite(call, organization.id, {
    username: given.username,
    orgRoles: checkOrgRoles({ orgRoles: given.roles ?? [], groupRoleAssignments: undefined }),
    groupRoleAssignments: projectRoles(call, organization, given.groupRoleAssignments) ?? [],
    teams: findTeams(call, organization.id, given.teamIds ?? []),
  });
  return show(call, organization, user);
}

function projectRoles(
  call: Call,
  { id }: AtlasOrganization,
  given: readonly { readonly groupId: string; readonly roles: string[] }[] | undefined,
) {
  return checkGroupRoles(
    call,
    id,
    given?.map(({ groupId, roles: groupRoles }) => ({ groupId, groupRoles })),
  );
}

/** Changes the roles of an invitation, found by its id or by the user name in the body. */
function update(call: Call): unknown {
  const organization = organizationOf(call, 'owner');
  const given = readBody(call, object({ username: optional(text()), ...fields() }));
  const named = call.params['invitationId'] === undefined;
  const user = named ? userByName(call, organization.id, given.username ?? '') : find(call, organization);
  if (user === undefined || statusOf(call, user) !== 'PENDING') {
    throw badRequest('INVALID_USERNAME', `${given.username} has no invitation.`, given.username);
  }
  const after: AtlasUser = {
    ...user,
    orgRoles:
      given.roles === undefined
        ? user.orgRoles
        : checkOrgRoles({ orgRoles: given.roles, groupRoleAssignments: undefined }),
    groupRoleAssignments: projectRoles(call, organization, given.groupRoleAssignments) ?? user.groupRoleAssignments,
  };
  call.store.put('atlasUser', after);
  return show(call, organization, after);
}

const base = '/orgs/{orgId}/invites';
const family = { versions: versions.deprecated, set: 'organization' } as const;

/** The old way to invite, deprecated; its list is a bare array. */
export const invitationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: base,
    ...family,
    handle: (call) => {
      const organization = organizationOf(call, 'owner');
      const username = call.query.get('username')?.toLowerCase();
      const rows = pending(call, organization).filter(
        (user) => username === undefined || user.username.toLowerCase() === username,
      );
      return anyOrder(call.switches, rows).map((user) => show(call, organization, user));
    },
  },
  { method: 'POST', path: base, ...family, handle: create },
  { method: 'PATCH', path: base, ...family, handle: update },
  {
    method: 'GET',
    path: `${base}/{invitationId}`,
    ...family,
    handle: (call) => {
      const organization = organizationOf(call, 'owner');
      return show(call, organization, find(call, organization));
    },
  },
  { method: 'PATCH', path: `${base}/{invitationId}`, ...family, handle: update },
  {
    method: 'DELETE',
    path: `${base}/{invitationId}`,
    ...family,
    handle: (call) => {
      const organization = organizationOf(call, 'owner');
      const user = find(call, organization);
      removeMember(call, user);
      recordEvent(call, organization.id, 'REMOVED_FROM_ORG', { targetUsername: user.username });
    },
  },
];
