import { isDeepStrictEqual } from 'node:util';
import { type Call } from './call.js';
import { noMembers, type Entity, type Kind, type MemberChange } from './directory.js';
import { checkGroupPatch, checkMemberChange } from './member-limits.js';
import { requireVersion } from './preconditions.js';
import { applyPatch } from './protocol/patch.js';
import { readResource } from './protocol/read-resource.js';
import { type Resource } from './protocol/schemas.js';
import { badRequest, ScimError } from './protocol/scim-error.js';

type IfMatch = string | null | undefined;

export function requireEntity({ service }: Call, kind: Kind, id: string): Entity {
  const entity = service.directory.get(kind, id);
  if (entity === undefined) throw new ScimError(404, `${kind} ${id} not found.`);
  return entity;
}

export function createResource(call: Call, kind: Kind, body: unknown): Entity {
  const { types, capabilities, directory } = call.service;
  const { resource, memberIds } = apart(kind, readResource(body, types[kind], capabilities));
  const settled = settle(call, kind, withActive(kind, resource, true));
  requireFree(call, kind, settled);
  const members = { added: memberIds, removed: [] };
  checkMembers(call, members);
  return directory.create(kind, settled, memberIds);
}

/** A PUT: what it leaves out is cleared, except whether a user is active: nobody is let in again by being left out. */
export function replaceResource(call: Call, kind: Kind, id: string, body: unknown, ifMatch: IfMatch): Entity {
  const { types, capabilities } = call.service;
  const entity = requireEntity(call, kind, id);
  requireVersion(call, kind, entity, ifMatch);
  const { resource, memberIds } = apart(kind, readResource(body, types[kind], capabilities));
  const whole = withActive(kind, { ...resource, id }, entity.resource['active']);
  return update(call, kind, entity, whole, memberIds);
}

export function patchResource(call: Call, kind: Kind, id: string, body: unknown, ifMatch: IfMatch): Entity {
  const { types, capabilities, directory } = call.service;
  const entity = requireEntity(call, kind, id);
  requireVersion(call, kind, entity, ifMatch);
  if (kind === 'Group') checkGroupPatch(body, capabilities);
  const members = kind === 'Group' ? directory.memberIds(id).map((value) => ({ value })) : [];
  const before = members.length === 0 ? entity.resource : { ...entity.resource, members };
  const after = applyPatch(before, body, types[kind], capabilities);
  if (after === before) return entity;
  const { resource, memberIds } = apart(kind, after);
  return update(call, kind, entity, resource, memberIds);
}

export function removeResource(call: Call, kind: Kind, id: string, ifMatch: IfMatch): void {
  const entity = requireEntity(call, kind, id);
  requireVersion(call, kind, entity, ifMatch);
  call.service.directory.remove(kind, entity);
}

function update(call: Call, kind: Kind, entity: Entity, resource: Resource, memberIds: readonly string[]): Entity {
  const { directory } = call.service;
  const settled = settle(call, kind, resource);
  const members = kind === 'Group' ? difference(directory.memberIds(entity.id), memberIds) : noMembers;
  const same = members.added.length === 0 && members.removed.length === 0;
  // What changes nothing leaves the version and the date as they are.
  if (same && isDeepStrictEqual(settled, entity.resource)) return entity;
  requireFree(call, kind, settled, entity.id);
  checkMembers(call, members);
  return directory.update(kind, entity, settled, members);
}

/** What the service itself makes of a resource before it stores it. */
function settle({ service }: Call, kind: Kind, resource: Resource): Resource {
  const userName = resource['userName'];
  if (kind === 'Group' || !service.capabilities.lowerCaseUserNames || typeof userName !== 'string') return resource;
  return { ...resource, userName: userName.toLowerCase() };
}

/** The default for a user who is written without `active`; a PATCH that removes it is no such case. */
function withActive(kind: Kind, resource: Resource, active: unknown): Resource {
  return kind === 'Group' || resource['active'] !== undefined || active === undefined
    ? resource
    : { ...resource, active };
}

function requireFree({ service }: Call, kind: Kind, resource: Resource, ownId?: string): void {
  if (!service.directory.taken(kind, resource, ownId)) return;
  const attribute = kind === 'User' ? 'userName' : 'displayName';
  throw new ScimError(409, `There is a ${kind} whose ${attribute} is ${String(resource[attribute])}.`, 'uniqueness');
}

function checkMembers({ service }: Call, change: MemberChange): void {
  const { capabilities, directory } = service;
  checkMemberChange(change, capabilities);
  if (!capabilities.validateMembers) return;
  const unknown = change.added.filter((id) => directory.member(id) === undefined);
  if (unknown.length > 0) {
    const [named, more] = [
      unknown.slice(0, 5).join(', '),
      unknown.length > 5 ? `, and ${unknown.length - 5} more` : '',
    ];
    throw badRequest('invalidValue', `No user or group of this service has the id ${named}${more}.`);
  }
  for (const id of change.added) {
    const problem = directory.memberProblem(id);
    if (problem !== undefined) throw badRequest('invalidValue', problem);
  }
}

/** A resource without its members, which are kept apart. */
function apart(kind: Kind, whole: Resource): { readonly resource: Resource; readonly memberIds: readonly string[] } {
  if (kind === 'User') return { resource: whole, memberIds: [] };
  const { members, ...resource } = whole;
  const values = Array.isArray(members) ? members.map((member: { readonly value: string }) => member.value) : [];
  return { resource, memberIds: [...new Set(values)] };
}

function difference(before: readonly string[], after: readonly string[]): MemberChange {
  const [was, is] = [new Set(before), new Set(after)];
  return { added: after.filter((id) => !was.has(id)), removed: before.filter((id) => !is.has(id)) };
}
