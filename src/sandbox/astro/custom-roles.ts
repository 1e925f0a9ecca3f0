import { planFeatures } from './plans.js';
import { type CustomRole } from './records.js';
import { ApiError, invalid, notFound } from './api-error.js';
import { page, queryFlag } from './paging.js';
import { defaultRoles, permissionGroups } from './permissions.js';
import { requireWorkspace } from './role-lists.js';
import { made, newId, organizationRoute, param, readBody, rootRoute, touched } from './route.js';
import { type OrganizationCall, type Route } from './route.js';
import { list, object, oneOf, optional, text } from '../shape.js';
import { iamSurfaces, isBeta } from './surface.js';

/** List items carry no permissions; a single role does. */
function showListed({ permissions: _permissions, ...role }: CustomRole) {
  return role;
}

function requireRole(call: OrganizationCall): CustomRole {
  const role = call.store.get('customRole', call.organization.id, param(call, 'roleId'));
  if (role === undefined) throw notFound('Role', param(call, 'roleId'));
  return role;
}

/** Custom roles need Enterprise; names are unique; restrictions name workspaces that exist. */
function check(call: OrganizationCall, name: string, workspaceIds: readonly string[], own?: string): void {
  const { store, organization, switches } = call;
  if (!planFeatures(organization.plan).customRoles) {
    throw new ApiError(switches.planRefusalStatus, `Custom roles are not available on the ${organization.plan} plan`);
  }
  const taken = store.where('customRole', 'name', organization.id, name).some(({ id }) => id !== own);
  if (taken || defaultRoles.some((role) => role.name === name)) throw invalid(`a role named ${name} already exists`);
  for (const id of workspaceIds) requireWorkspace(store, organization.id, id);
}

const permissions = list(text({ min: 1 }), { min: 1 });
const restrictedWorkspaces = optional(list(text({ min: 1 }), { unique: true }));

function createRole(call: OrganizationCall): unknown {
  // DAG scope is new in v1.
  const shape = object({
    name: text({ min: 1 }),
    description: optional(text()),
    permissions,
    scopeType: oneOf(isBeta(call.surface) ? ['DEPLOYMENT'] : ['DEPLOYMENT', 'DAG']),
    restrictedWorkspaceIds: restrictedWorkspaces,
  });
  const { description = '', restrictedWorkspaceIds = [], ...body } = readBody(call, shape);
  check(call, body.name, restrictedWorkspaceIds);
  const names = { organizationId: call.organization.id, id: newId(call), description, restrictedWorkspaceIds };
  const role: CustomRole = { ...names, ...body, ...made(call) };
  call.store.put('customRole', role);
  return role;
}

/** Name and permissions are replaced; what a role is for cannot change. */
function updateRole(call: OrganizationCall): unknown {
  const shape = object({
    name: text({ min: 1 }),
    description: optional(text()),
    permissions,
    restrictedWorkspaceIds: restrictedWorkspaces,
  });
  const body = readBody(call, shape);
  const before = requireRole(call);
  const restrictedWorkspaceIds = body.restrictedWorkspaceIds ?? before.restrictedWorkspaceIds;
  check(call, body.name, restrictedWorkspaceIds, before.id);
  if (body.name !== before.name) refuseWhileUsed(call, before, 'rename');
  const description = body.description ?? before.description;
  const after: CustomRole = { ...before, ...body, description, restrictedWorkspaceIds, ...touched(call) };
  call.store.put('customRole', after);
  return after;
}

/** Grants name a custom role; one that somebody has stays. */
function refuseWhileUsed({ store, organization }: OrganizationCall, { name }: CustomRole, what: string): void {
  const subjects = [...store.list('user', organization.id), ...store.list('team', organization.id)];
  const used = subjects.some(
    ({ deploymentRoles, dagRoles }) =>
      deploymentRoles.some(({ role }) => role === name) || dagRoles.some(({ role }) => role === name),
  );
  if (used) throw invalid(`cannot ${what} role ${name}: it is assigned`);
}

const route = (method: 'GET' | 'POST' | 'DELETE', path: string, handle: (call: OrganizationCall) => unknown): Route =>
  organizationRoute({
    surfaces: iamSurfaces,
    method,
    path,
    need: method === 'GET' ? 'member' : 'owner',
    action: method === 'GET' ? 'view roles' : 'edit roles',
    handle,
  });

export const customRoleRoutes: readonly Route[] = [
  route('GET', '/roles', (call) => {
    const scopes = call.query.getAll('scopeTypes');
    const isWanted = ({ scopeType }: { scopeType: string }): boolean =>
      scopes.length === 0 || scopes.includes(scopeType);
    const shown = page(call, {
      name: 'roles',
      rows: call.store.list('customRole', call.organization.id).filter(isWanted),
      sorts: {
        name: ({ name }) => name,
        scopeType: ({ scopeType }) => scopeType,
        description: ({ description }) => description,
        createdAt: ({ createdAt }) => createdAt,
        updatedAt: ({ updatedAt }) => updatedAt,
      },
      show: showListed,
    });
    return queryFlag(call, 'includeDefaultRoles') ? { ...shown, defaultRoles: defaultRoles.filter(isWanted) } : shown;
  }),
  route('POST', '/roles', createRole),
  route('GET', '/roles/:roleId', (call) => requireRole(call)),
  route('POST', '/roles/:roleId', updateRole),
  route('DELETE', '/roles/:roleId', (call) => {
    const role = requireRole(call);
    refuseWhileUsed(call, role, 'delete');
    call.store.delete('customRole', role);
  }),
  route('GET', '/role-templates', (call) => {
    const scopes = call.query.getAll('scopeTypes');
    return defaultRoles.filter(({ scopeType }) => scopes.length === 0 || scopes.includes(scopeType));
  }),
  rootRoute({
    surfaces: iamSurfaces,
    method: 'GET',
    path: '/authorization/permission-groups',
    handle: ({ query }) => permissionGroups.filter(({ scope }) => (query.get('scopeType') ?? scope) === scope),
  }),
];
