import { type Organization } from '../astro/records.js';
import { type Subject } from '../astro/subject.js';
import { type Clock } from '../clock.js';
import { type Store } from '../store.js';
import { type Switches } from '../switches.js';
import { contentVersion, groupEntity, userEntity } from './astro-entities.js';
import { astroGroups } from './astro-groups.js';
import { astroUsers } from './astro-users.js';
import { type Directory } from './directory.js';

/** What the SCIM endpoint of an organization acts on. */
export interface AstroContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly switches: Switches;
  readonly organization: Organization;
  readonly subject: Subject;
}

/** The members and Teams of an Astro organization as users and groups: one and the same, seen through another API. */
export function astroDirectory(context: AstroContext): Directory {
  const { store, organization, switches } = context;
  const [users, groups] = [astroUsers(context), astroGroups(context)];
  const memberIds = (groupId: string): readonly string[] =>
    store.where('member', 'team', organization.id, groupId).map(({ userId }) => userId);
  const groupIds = (userId: string): readonly string[] =>
    store
      .where('member', 'user', organization.id, userId)
      .map(({ teamId }) => teamId)
      .filter((teamId) => groups.get(teamId) !== undefined);
  return {
    list: (kind) => (kind === 'User' ? users.list().map(userEntity) : groups.list().map(groupEntity)),
    get(kind, id) {
      if (kind === 'User') {
        const user = users.get(id);
        return user && userEntity(user);
      }
      const team = groups.get(id);
      return team && groupEntity(team);
    },
    find(kind, attribute, value) {
      if (kind === 'User' && attribute === 'id') return some(users.get(value)).map(userEntity);
      if (kind === 'User' && attribute === 'username') return users.named(value).map(userEntity);
      if (kind === 'Group' && attribute === 'id') return some(groups.get(value)).map(groupEntity);
      if (kind === 'Group' && (attribute === 'members' || attribute === 'members.value')) {
        const ids = new Set(groupIds(value));
        return groups.list().flatMap((team) => (ids.has(team.id) ? [groupEntity(team)] : []));
      }
      return undefined;
    },
    version: (kind, entity) => contentVersion(entity, kind === 'Group' ? memberIds(entity.id) : []),
    memberIds,
    groupIds,
    member(id) {
      const user = users.get(id);
      if (user !== undefined) return { type: 'User', display: user.fullName === '' ? user.username : user.fullName };
      const team = groups.get(id);
      return team && { type: 'Group', display: team.name };
    },
    memberProblem(id) {
      const user = users.get(id);
      if (user === undefined) return `${id} is a group, and Teams cannot contain Teams.`;
      const waits = user.status === 'PENDING' && switches.pendingUsersInTeams === 'refused';
      return waits ? `User ${user.username} has not accepted the invite yet.` : undefined;
    },
    taken: (kind, resource, ownId) => (kind === 'User' ? users.taken(resource, ownId) : groups.taken(resource, ownId)),
    create: (kind, resource, members) =>
      kind === 'User' ? users.create(resource) : groupEntity(groups.create(resource, members)),
    update: (kind, { id }, resource, members) =>
      kind === 'User' ? users.update(id, resource) : groupEntity(groups.update(id, resource, members)),
    remove: (kind, { id }) => (kind === 'User' ? users.remove(id) : groups.remove(id)),
  };
}

const some = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
