import { list, nullable, object, text, type Parsed } from '../shape.js';
import { AtlasError, badRequest, notFound, refused } from './api-error.js';
import { recordEvent } from './events.js';
import { readOnly } from './field-shapes.js';
import { wholeList } from './paging.js';
import { connectionOf } from './permissions.js';
import { type ConnectedOrganization, type RoleAssignment, type RoleMapping } from './records.js';
import { isOrgRole, isProjectRole } from './roles.js';
import { newId, param, readBody, type Call, type Route } from './route.js';
import { showRoleMapping } from './show-connection.js';
import { versions } from './versions.js';

export const roleMappingShape = () =>
  object({
    id: readOnly(),
    externalGroupName: text({ min: 1, max: 200 }),
    roleAssignments: list(object({ orgId: nullable(text()), groupId: nullable(text()), role: text() })),
  });
type Given = Parsed<ReturnType<typeof roleMappingShape>>;

/** The checked assignments of a mapping that is about to be stored. */
export function checkAssignments(call: Call, organizationId: string, given: Given): RoleAssignment[] {
  const rows = given.roleAssignments.map((each) => checkAssignment(call, organizationId, each));
  if (!rows.some(({ orgId }) => orgId !== null)) {
    throw refused('roleAssignments must have at least one organization role with its orgId.');
  }
  if (new Set(rows.map((row) => JSON.stringify(row))).size < rows.length) {
    throw refused('roleAssignments must not repeat an assignment.');
  }
  return rows;
}

/** One role at one place: an organization role with `orgId`, a project role with `groupId`, never both. */
function checkAssignment(call: Call, organizationId: string, given: Given['roleAssignments'][number]): RoleAssignment {
  const { orgId, groupId, role } = given;
  for (const [name, value] of Object.entries({ orgId, groupId })) {
    if (value === '' || value === null) throw refused(`${name} of a role assignment must be an id or be left out.`);
  }
  if ((orgId === undefined) === (groupId === undefined)) {
    throw refused('A role assignment must have exactly one of orgId and groupId.');
  }
  if (orgId !== undefined && orgId !== organizationId) throw refused(`orgId must be ${organizationId}.`);
  if (groupId !== undefined && call.store.get('atlasProject', organizationId, groupId ?? '') === undefined) {
    throw notFound('GROUP_NOT_FOUND', `Organization ${organizationId} has no project ${groupId}.`, groupId);
  }
  if (isOrgRole(role) && orgId === undefined)
    throw badRequest('ROLE_NEEDS_ORG_ID', `Role ${role} needs an orgId.`, role);
  if (isProjectRole(role) && groupId === undefined) {
    throw badRequest('ROLE_NEEDS_GROUP_ID', `Role ${role} needs a groupId.`, role);
  }
  if (!isOrgRole(role) && !isProjectRole(role)) unknownRole(call, role);
  return { orgId: orgId ?? null, groupId: groupId ?? null, role };
}

function unknownRole({ switches }: Call, role: string): void {
  if (switches.atlasUnknownMappingRole === 'unexpected') {
    throw new AtlasError(500, 'UNEXPECTED_ERROR', 'Unexpected error.');
  }
  if (switches.atlasUnknownMappingRole === 'refused')
    throw badRequest('UNSUPPORTED_ROLE', `Role ${role} is unknown.`, role);
}

/** Mappings can only be changed while an identity provider is attached (API docs). */
function writable(call: Call): ConnectedOrganization {
  const connection = connectionOf(call);
  if (connection.identityProviderId === null) {
    throw refused(`Organization ${connection.id} has no identity provider, so it can have no role mappings.`);
  }
  return connection;
}

function checkName(call: Call, organizationId: string, name: string, except?: string): void {
  const others = call.store.where('atlasRoleMapping', 'group', organizationId, name).filter(({ id }) => id !== except);
  if (others.length === 0) return;
  const detail = `A role mapping for group ${name} exists already.`;
  throw new AtlasError(call.switches.atlasDuplicateMappingStatus, 'VALIDATION_ERROR', detail, { parameters: [name] });
}

function find(call: Call, organizationId: string): RoleMapping {
  const id = param(call, 'id');
  const mapping = call.store.get('atlasRoleMapping', organizationId, id);
  if (mapping === undefined) throw notFound('RESOURCE_NOT_FOUND', `There is no role mapping ${id}.`, id);
  return mapping;
}

function create(call: Call): unknown {
  const { id: organizationId } = writable(call);
  const given = readBody(call, roleMappingShape());
  const roleAssignments = checkAssignments(call, organizationId, given);
  checkName(call, organizationId, given.externalGroupName);
  const row = { organizationId, id: newId(call), externalGroupName: given.externalGroupName, roleAssignments };
  call.store.put('atlasRoleMapping', row);
  recordEvent(call, organizationId, 'ROLE_MAPPING_CREATED');
  return showRoleMapping(call, row);
}

function replace(call: Call): unknown {
  const { id: organizationId } = writable(call);
  const before = find(call, organizationId);
  const given = readBody(call, roleMappingShape());
  const roleAssignments = checkAssignments(call, organizationId, given);
  checkName(call, organizationId, given.externalGroupName, before.id);
  const row = { ...before, externalGroupName: given.externalGroupName, roleAssignments };
  call.store.put('atlasRoleMapping', row);
  recordEvent(call, organizationId, 'ROLE_MAPPING_UPDATED');
  return showRoleMapping(call, row);
}

const base = '/federationSettings/{federationSettingsId}/connectedOrgConfigs/{orgId}/roleMappings';
const family = { versions: versions.v20230101, set: 'connectedOrganization' } as const;

/** Role mappings of a connected organization, one by one; the list has no pages. */
export const roleMappingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: base,
    ...family,
    handle: (call) => {
      const { id } = connectionOf(call);
      return wholeList(call, call.store.list('atlasRoleMapping', id), (row) => showRoleMapping(call, row));
    },
  },
  { method: 'POST', path: base, ...family, handle: create },
  {
    method: 'GET',
    path: `${base}/{id}`,
    ...family,
    handle: (call) => showRoleMapping(call, find(call, connectionOf(call).id)),
  },
  { method: 'PUT', path: `${base}/{id}`, ...family, handle: replace },
  {
    method: 'DELETE',
    path: `${base}/{id}`,
    ...family,
    handle: (call) => {
      const { id } = writable(call);
      call.store.delete('atlasRoleMapping', find(call, id));
      recordEvent(call, id, 'ROLE_MAPPING_DELETED');
    },
  },
];
