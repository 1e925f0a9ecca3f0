import { type Call } from './call.js';
import { type Entity, type Kind } from './directory.js';
import { project, type Projection } from './protocol/project.js';
import { type Resource } from './protocol/schemas.js';

export const everything: Projection = { attributes: undefined, excludedAttributes: undefined };

/** Parts of a resource that are put together only when they are looked at: a group may have ten thousand members. */
export interface Parts {
  readonly references: boolean;
  /** Whether a service that hides members hides them here. */
  readonly asShown: boolean;
}

export const location = ({ base, service }: Call, kind: Kind, id: string): string =>
  `${base}${service.types[kind].endpoint}/${encodeURIComponent(id)}`;

export const etagOf = ({ service }: Call, kind: Kind, entity: Entity): string =>
  `W/"${service.directory.version(kind, entity)}"`;

/** A resource with what the service adds to it: meta, a group's members, a user's groups. */
export function complete(call: Call, kind: Kind, entity: Entity, { references, asShown }: Parts): Resource {
  const { directory, capabilities } = call.service;
  const meta = {
    resourceType: kind,
    created: entity.created,
    lastModified: entity.lastModified,
    location: location(call, kind, entity.id),
    ...(capabilities.etag && { version: etagOf(call, kind, entity) }),
  };
  if (!references || (asShown && capabilities.hideMembers)) return { ...entity.resource, meta };
  return kind === 'Group'
    ? { ...entity.resource, ...some('members', membersOf(call, entity.id, asShown)), meta }
    : { ...entity.resource, ...some('groups', groupsOf(call, entity.id)), meta };

  /** Nothing and none are the same (RFC 7643 section 2.5), so an answer leaves both out. */
  function some(name: string, list: readonly Resource[]): Resource {
    return list.length === 0 ? {} : { [name]: list };
  }
  function membersOf({ service }: Call, groupId: string, shown: boolean): readonly Resource[] {
    const ids = service.directory.memberIds(groupId);
    const limit = shown ? capabilities.memberLimit : 0;
    return (limit > 0 ? ids.slice(0, limit) : ids).map((value) => {
      const facts = directory.member(value);
      if (facts === undefined) return { value };
      const named = capabilities.memberDisplay && { display: facts.display };
      return { value, $ref: location(call, facts.type, value), type: facts.type, ...named };
    });
  }
  function groupsOf({ service }: Call, userId: string): readonly Resource[] {
    if (!service.types.User.schema.attributes.some(({ name }) => name === 'groups')) return [];
    return service.directory.groupIds(userId).map((value) => {
      const $ref = location(call, 'Group', value);
      return { value, $ref, display: service.directory.member(value)?.display, type: 'direct' };
    });
  }
}

/** A resource as an answer shows it. */
export function present(call: Call, kind: Kind, entity: Entity, projection: Projection): Resource {
  const { capabilities, types } = call.service;
  const references = shows(projection, kind === 'Group' ? 'members' : 'groups');
  const whole = complete(call, kind, entity, { references, asShown: true });
  const shown = project(whole, types[kind], projection);
  return capabilities.stringBooleans ? (booleansAsText(shown) as Resource) : shown;
}

/** Whether an attribute may be in the answer. It may find too much: the projection itself decides. */
function shows({ attributes, excludedAttributes }: Projection, name: string): boolean {
  if (attributes !== undefined) {
    return attributes.some((each) => each.toLowerCase().includes(name) || /:(user|group)$/i.test(each));
  }
  return !(excludedAttributes ?? []).some((each) => each.toLowerCase() === name);
}

function booleansAsText(value: unknown): unknown {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(booleansAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, booleansAsText(inner)]));
}
