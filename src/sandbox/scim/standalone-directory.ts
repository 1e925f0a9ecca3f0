import { type Clock } from '../clock.js';
import { namedUuid, nextSerial } from '../ids.js';
import { type Store } from '../store.js';
import { type Directory, type Kind, type MemberChange } from './directory.js';
import { type Resource } from './protocol/schemas.js';
import { type ScimResource, type ScimService } from './records.js';

const kinds = { User: 'scimUser', Group: 'scimGroup' } as const;
const names = { User: 'userName', Group: 'displayName' } as const;

/** Rows in the order of creation. The store hands out the same array until something changes, and so does this. */
const ordered = new WeakMap<readonly ScimResource[], readonly ScimResource[]>();
function inOrder(rows: readonly ScimResource[]): readonly ScimResource[] {
  let sorted = ordered.get(rows);
  if (sorted === undefined) {
    sorted = [...rows].sort((a, b) => a.serial - b.serial || (a.id < b.id ? -1 : 1));
    ordered.set(rows, sorted);
  }
  return sorted;
}

/** The users and groups of a standalone service, in rows of their own. */
export function standaloneDirectory(store: Store, clock: Clock, { id: path, capabilities }: ScimService): Directory {
  const row = (kind: Kind, id: string): ScimResource | undefined => store.get(kinds[kind], path, id);
  const named = (kind: Kind, resource: Resource): readonly ScimResource[] =>
    store.where(kinds[kind], names[kind], path, text(resource, names[kind]).toLowerCase());

  const save = (kind: Kind, before: ScimResource, resource: Resource): ScimResource => {
    const after = { ...before, resource, lastModified: clock.stamp(), version: before.version + 1 };
    store.put(kinds[kind], after);
    return after;
  };
  const current = (kind: Kind, id: string): ScimResource => {
    const found = row(kind, id);
    if (found === undefined) throw new Error(`${kind} ${id} is gone`);
    return found;
  };
  const changeMembers = (groupId: string, { added, removed }: MemberChange): void => {
    for (const memberId of removed) {
      const member = store.get('scimMember', path, `${groupId}/${memberId}`);
      if (member !== undefined) store.delete('scimMember', member);
    }
    for (const memberId of added) {
      store.put('scimMember', { organizationId: path, id: `${groupId}/${memberId}`, groupId, memberId });
    }
  };

  const indexed = (kind: Kind, attribute: string, value: string): readonly ScimResource[] | undefined => {
    const belongs = (index: 'group' | 'member', other: 'groupId' | 'memberId'): readonly ScimResource[] =>
      store.where('scimMember', index, path, value).flatMap((member) => some(row(kind, member[other])));
    switch (attribute) {
      case 'id':
        return some(row(kind, value));
      case names[kind].toLowerCase():
        return store.where(kinds[kind], names[kind], path, value.toLowerCase());
      case 'externalid':
        return store.where(kinds[kind], 'externalId', path, value);
      case 'members':
      case 'members.value':
        return kind === 'Group' ? belongs('member', 'groupId') : undefined;
      case 'groups':
      case 'groups.value':
        return kind === 'User' ? belongs('group', 'memberId') : undefined;
      default:
        return undefined;
    }
  };

  return {
    list: (kind) => inOrder(store.list(kinds[kind], path)),
    get: row,
    find(kind, attribute, value) {
      const found = indexed(kind, attribute, value);
      return found && inOrder(found);
    },
    version: (kind, { id }) => String(current(kind, id).version),
    memberIds: (groupId) => store.where('scimMember', 'group', path, groupId).map(({ memberId }) => memberId),
    groupIds: (memberId) => store.where('scimMember', 'member', path, memberId).map(({ groupId }) => groupId),
    member(id) {
      const user = row('User', id);
      if (user !== undefined) {
        const display = text(user.resource, 'displayName') || text(user.resource, 'userName');
        return { type: 'User', display };
      }
      const group = row('Group', id);
      return group && { type: 'Group', display: text(group.resource, 'displayName') };
    },
    memberProblem: () => undefined,
    taken: (kind, resource, ownId) =>
      (kind === 'User' || capabilities.uniqueGroupNames) && named(kind, resource).some(({ id }) => id !== ownId),
    create(kind, resource, memberIds) {
      const serial = nextSerial(store);
      const id = namedUuid('scim', String(serial));
      const now = clock.stamp();
      const made: ScimResource = {
        organizationId: path,
        id,
        resource: { id, ...resource },
        serial,
        created: now,
        lastModified: now,
        version: 1,
      };
      store.put(kinds[kind], made);
      changeMembers(id, { added: memberIds, removed: [] });
      return made;
    },
    update(kind, { id }, resource, members) {
      changeMembers(id, members);
      return save(kind, current(kind, id), resource);
    },
    remove(kind, { id }) {
      for (const member of [...store.where('scimMember', 'member', path, id)]) {
        store.delete('scimMember', member);
        const group = row('Group', member.groupId);
        if (group !== undefined) save('Group', group, group.resource);
      }
      for (const member of [...store.where('scimMember', 'group', path, id)]) store.delete('scimMember', member);
      store.delete(kinds[kind], current(kind, id));
    },
  };
}

const some = (row: ScimResource | undefined): readonly ScimResource[] => (row === undefined ? [] : [row]);
const text = (resource: Resource, attribute: string): string => {
  const value = resource[attribute];
  return typeof value === 'string' ? value : '';
};
