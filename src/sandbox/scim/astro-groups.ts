import { type Team } from '../astro/records.js';
import { deleteMembers, keepTeamOwners } from '../astro/team-members.js';
import { nextId } from '../ids.js';
import { type AstroContext } from './astro-directory.js';
import { type MemberChange } from './directory.js';
import { type Resource } from './protocol/schemas.js';

/** The Teams of an Astro organization, as an identity provider reads and writes them. */
export function astroGroups(context: AstroContext) {
  const { store, clock, switches, organization, subject } = context;
  const owners = { store, organization, switches: { ...switches, lastOwner: switches.scimLastOwner } };
  const shown = ({ isIdpManaged }: Team): boolean => isIdpManaged || switches.scimUnmanagedTeams === 'listed';
  const get = (id: string): Team | undefined => {
    const team = store.get('team', organization.id, id);
    return team !== undefined && shown(team) ? team : undefined;
  };
  const current = (id: string): Team => {
    const team = get(id);
    if (team === undefined) throw new Error(`team ${id} is gone`);
    return team;
  };
  const named = (name: unknown): readonly Team[] =>
    store.list('team', organization.id).filter((team) => team.name.toLowerCase() === String(name).toLowerCase());
  /** By switch, one Team of the name that no identity provider has yet can be pushed onto. */
  const adoptable = (teams: readonly Team[]): boolean =>
    switches.scimGroupPush === 'adopted' && teams.length === 1 && teams.every(({ isIdpManaged }) => !isIdpManaged);

  const described = (team: Team, { displayName, externalId }: Resource): Team => ({
    ...team,
    name: String(displayName),
    scimExternalId: typeof externalId === 'string' ? externalId : undefined,
    // Whatever SCIM writes belongs to the identity provider from then on.
    isIdpManaged: true,
    updatedAt: clock.stamp(),
    updatedBy: subject.profile,
  });
  const addMembers = (teamId: string, userIds: readonly string[]): void => {
    for (const userId of userIds) {
      const id = `${teamId}/${userId}`;
      if (store.get('member', organization.id, id) !== undefined) continue;
      store.put('member', { organizationId: organization.id, id, teamId, userId, createdAt: clock.stamp() });
    }
  };
  const save = (team: Team): Team => {
    store.put('team', team);
    return team;
  };

  return {
    get,
    list: (): readonly Team[] =>
      store
        .list('team', organization.id)
        .filter(shown)
        .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1)),
    taken(resource: Resource, ownId: string | undefined): boolean {
      const others = named(resource['displayName']).filter(({ id }) => id !== ownId);
      return others.length > 0 && !(ownId === undefined && adoptable(others));
    },
    /** Makes a Team with the lowest role; or, by switch, takes over one of that name with the members that it has. */
    create(resource: Resource, userIds: readonly string[]): Team {
      const now = clock.stamp();
      const fresh: Team = {
        organizationId: organization.id,
        id: nextId(store),
        name: '',
        description: '',
        organizationRole: 'ORGANIZATION_MEMBER',
        isIdpManaged: true,
        workspaceRoles: [],
        deploymentRoles: [],
        dagRoles: [],
        createdAt: now,
        updatedAt: now,
        createdBy: subject.profile,
        updatedBy: subject.profile,
      };
      const team = save(described(named(resource['displayName'])[0] ?? fresh, resource));
      addMembers(team.id, userIds);
      return team;
    },
    update(id: string, resource: Resource, { added, removed }: MemberChange): Team {
      const before = current(id);
      const leaving = removed.flatMap((userId) => store.get('member', organization.id, `${id}/${userId}`) ?? []);
      if (leaving.length > 0) keepTeamOwners(owners, before, leaving);
      for (const member of leaving) store.delete('member', member);
      addMembers(id, added);
      return save(described(before, resource));
    },
    remove(id: string): void {
      const team = current(id);
      deleteMembers(owners, team);
      store.delete('team', team);
    },
  };
}
