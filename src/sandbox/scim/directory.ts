import { type Resource, type ResourceType } from './protocol/schemas.js';

export type Kind = ResourceType['name'];

/** A user or a group as a directory has it: without meta, a group without its members, a user without the groups. */
export interface Entity {
  readonly id: string;
  readonly resource: Resource;
  readonly created: string;
  readonly lastModified: string;
}

/** What a write does to the members of a group, as ids. */
export interface MemberChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
export const noMembers: MemberChange = { added: [], removed: [] };

/** What a member is, so that answers can say so. */
export interface MemberFacts {
  readonly type: Kind;
  readonly display: string;
}

/**
 * Where a SCIM service keeps its users and groups: rows of its own, or the members and teams of another vendor. It is asked
 * only for what has been checked: names that are free, members that may be members.
 */
export interface Directory {
  /** In an order that stays the same while pages are read. */
  list(kind: Kind): readonly Entity[];
  get(kind: Kind, id: string): Entity | undefined;
  /** By an attribute (in lower case) that has an index; undefined where it has none. May find too many, never too few. */
  find(kind: Kind, attribute: string, value: string): readonly Entity[] | undefined;
  /** Changes with every change of what the service stores of it. */
  version(kind: Kind, entity: Entity): string;
  memberIds(groupId: string): readonly string[];
  groupIds(memberId: string): readonly string[];
  member(id: string): MemberFacts | undefined;
  /** Why something that it has cannot become a member; undefined: it can. */
  memberProblem(id: string): string | undefined;
  /** Whether another has the name that no two may have. */
  taken(kind: Kind, resource: Resource, ownId?: string): boolean;
  create(kind: Kind, resource: Resource, memberIds: readonly string[]): Entity;
  update(kind: Kind, entity: Entity, resource: Resource, members: MemberChange): Entity;
  remove(kind: Kind, entity: Entity): void;
}
