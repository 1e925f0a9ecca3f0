import { list, object, oneOf } from '../shape.js';
import { badRequest, conflict, forbidden } from './api-error.js';
import { recordEvent } from './events.js';
import { readOnly } from './field-shapes.js';
import { keepAnOwner } from './memberships.js';
import { selfLinks } from './paging.js';
import { organizationOf } from './permissions.js';
import { type AtlasUser } from './records.js';
import { orgRoles, type OrgRole } from './roles.js';
import { readBody, type Call, type Route } from './route.js';
import { showUser } from './show-user.js';
import { memberOf } from './users.js';
import { versions } from './versions.js';

const roleShape = () => object({ orgRole: oneOf(orgRoles) });

function store(call: Call, user: AtlasUser, roles: readonly OrgRole[]): AtlasUser {
  const after = { ...user, orgRoles: roles };
  call.store.put('atlasUser', after);
  recordEvent(call, user.organizationId, 'USER_ROLES_CHANGED_AUDIT', { targetUsername: user.username });
  return after;
}

function addRole(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const { orgRole } = readBody(call, roleShape());
  const user = memberOf(call, id);
  if (!user.orgRoles.includes(orgRole)) return showUser(call, store(call, user, [...user.orgRoles, orgRole]));
  if (call.switches.atlasHeldRole === 'tolerated') return showUser(call, user);
  throw conflict('ROLE_ALREADY_ASSIGNED', `User ${user.id} has role ${orgRole} already.`, orgRole);
}

function removeRole(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const { orgRole } = readBody(call, roleShape());
  const user = memberOf(call, id);
  if (!user.orgRoles.includes(orgRole)) {
    throw badRequest('INVALID_ATTRIBUTE', `User ${user.id} does not have role ${orgRole}.`, 'orgRole');
  }
  const rest = user.orgRoles.filter((role) => role !== orgRole);
  keepAnOwner(call, user, rest, 'demoted');
  if (rest.length === 0)
    throw forbidden('CANNOT_REMOVE_ALL_USER_ROLES', 'A user must keep at least one organization role.');
  return showUser(call, store(call, user, rest));
}

/** The deprecated way: all organization roles at once. */
function replaceRoles(call: Call): unknown {
  const { id } = organizationOf(call, 'owner');
  const given = readBody(call, object({ orgRoles: list(oneOf(orgRoles), { unique: true }), links: readOnly() }));
  const user = memberOf(call, id);
  if (given.orgRoles.length === 0) {
    throw forbidden('CANNOT_REMOVE_ALL_USER_ROLES', 'A user must keep at least one organization role.');
  }
  keepAnOwner(call, user, given.orgRoles, 'demoted');
  return { orgRoles: store(call, user, given.orgRoles).orgRoles, links: selfLinks(call) };
}

const one = '/orgs/{orgId}/users/{userId}';

/** Organization roles of a person, one at a time: each call is atomic, so an only role is swapped by adding first. */
export const userRoleRoutes: readonly Route[] = [
  { method: 'POST', path: `${one}:addRole`, versions: versions.v20250219, set: 'users', handle: addRole },
  { method: 'POST', path: `${one}:removeRole`, versions: versions.v20250219, set: 'users', handle: removeRole },
  { method: 'PUT', path: `${one}/roles`, versions: versions.deprecated, set: 'users', handle: replaceRoles },
];
