import { removeUser } from '../astro/memberships.js';
import { keepAnOwner } from '../astro/owners.js';
import { type User } from '../astro/records.js';
import { nextId, personId } from '../ids.js';
import { type AstroContext } from './astro-directory.js';
import { userEntity } from './astro-entities.js';
import { type Entity } from './directory.js';
import { type Resource } from './protocol/schemas.js';
import { badRequest } from './protocol/scim-error.js';

/** In the order of creation. */
const ordered = new WeakMap<readonly User[], readonly User[]>();

/** The members of an Astro organization, as an identity provider reads and writes them. */
export function astroUsers(context: AstroContext) {
  const { store, clock, switches, organization } = context;
  const named = (userName: string): readonly User[] =>
    store.where('user', 'email', organization.id, userName.toLowerCase());
  const get = (id: string): User | undefined => store.get('user', organization.id, id);
  const current = (id: string): User => {
    const user = get(id);
    if (user === undefined) throw new Error(`user ${id} is gone`);
    return user;
  };
  const nameOf = (userName: unknown): string =>
    switches.scimUserNames === 'any' ? String(userName) : emailAddress(userName);
  const adoptable = ({ status }: User): boolean =>
    switches.scimCreateExisting === 'adopted' && (status === 'PENDING' || status === 'INACTIVE');

  /** The product docs know no exception from the rule that an owner stays; whether SCIM is one is a switch. */
  const keepOwner = (leaving: User): void => {
    if (switches.scimLastOwner === 'allowed') return;
    keepAnOwner({ store, organization, switches: { ...switches, lastOwner: 'refused' } }, [leaving]);
  };

  /** Whoever SCIM writes belongs to the identity provider from then on. */
  const described = (user: User, resource: Resource): User => {
    const { id: _id, userName, active, ...scim } = resource;
    const username = nameOf(userName);
    const status = statusAfter(user, active);
    const fullName = fullNameOf(resource) ?? (user.fullName === '' ? username : user.fullName);
    return { ...user, username, fullName, status, scim, isIdpManaged: true, updatedAt: clock.stamp() };
  };
  const save = (user: User): Entity => {
    const accepted = user.status === 'PENDING' ? [] : [...store.where('invite', 'user', organization.id, user.id)];
    for (const invite of accepted) store.delete('invite', invite);
    store.put('user', user);
    return userEntity(user);
  };

  return {
    named,
    get,
    list() {
      const rows = store.list('user', organization.id);
      let sorted = ordered.get(rows);
      if (sorted === undefined) {
        sorted = [...rows].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
        ordered.set(rows, sorted);
      }
      return sorted;
    },
    taken: (resource: Resource, ownId: string | undefined): boolean =>
      named(String(resource['userName'])).some(
        (user) => user.id !== ownId && !(ownId === undefined && adoptable(user)),
      ),
    /** Makes an active member; or, by switch, takes over a membership that is not active. */
    create(resource: Resource): Entity {
      const username = nameOf(resource['userName']);
      const existing = named(username)[0];
      if (existing !== undefined) return save(described(existing, resource));
      const id = get(personId(username)) === undefined ? personId(username) : nextId(store);
      const now = clock.stamp();
      const fresh: User = {
        organizationId: organization.id,
        id,
        username,
        fullName: '',
        status: 'INACTIVE',
        organizationRole: 'ORGANIZATION_MEMBER',
        isIdpManaged: true,
        workspaceRoles: [],
        deploymentRoles: [],
        dagRoles: [],
        createdAt: now,
        updatedAt: now,
      };
      return save(described(fresh, resource));
    },
    update(id: string, resource: Resource): Entity {
      const before = current(id);
      const after = described(before, resource);
      const leaves = before.status === 'ACTIVE' && after.status === 'INACTIVE';
      if (leaves) keepOwner(before);
      if (!leaves || switches.scimDeactivation === 'inactive') return save(after);
      removeUser(store, before);
      return userEntity(after);
    },
    remove(id: string): void {
      const user = current(id);
      keepOwner(user);
      removeUser(store, user);
    },
  };
}

/** `active` moves between ACTIVE and INACTIVE; an invitation is accepted by it, a ban is not lifted. */
function statusAfter({ status, username }: User, active: unknown): User['status'] {
  if (active === undefined) throw badRequest('mutability', 'A member is active or not: active cannot be removed.');
  if (active === false) return status === 'ACTIVE' ? 'INACTIVE' : status;
  if (status === 'BANNED') throw badRequest('mutability', `User ${username} is banned, which SCIM cannot change.`);
  return 'ACTIVE';
}

function fullNameOf({ displayName, name }: Resource): string | undefined {
  if (typeof displayName === 'string') return displayName;
  const { formatted, givenName, familyName } = (name ?? {}) as Readonly<Record<string, string | undefined>>;
  if (formatted !== undefined) return formatted;
  const parts = [givenName, familyName].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Astro's user names are e-mail addresses wherever its documents show one. */
function emailAddress(userName: unknown): string {
  if (typeof userName === 'string' && /^[^\s@]+@[^\s@]+$/.test(userName)) return userName;
  throw badRequest('invalidValue', `The userName must be an e-mail address, not ${String(userName)}.`);
}
