import { type Store } from '../store.js';
import { bare, keyed, sortKeys, type View } from '../view.js';
import {
  type AtlasFederation,
  type AtlasOrganization,
  type ConnectedOrganization,
  type RoleAssignment,
} from './records.js';
import { type Context } from './route.js';
import { shownAllowList } from './show-connection.js';

/**
 * The Atlas part of the state: things by name, references by name, sets sorted. What is no part of the world is not in it:
 * the audit trail, which grows with every write, and who conflicts with an allow list, which follows from the rest.
 */
export function atlasView(context: Pick<Context, 'store' | 'switches' | 'clock'>): View {
  const { store } = context;
  return {
    organizations: keyed(
      [...store.all('atlasOrganization')],
      ({ id }) => id,
      (row) => organizationView(store, row),
    ),
    federations: keyed(
      [...store.all('atlasFederation')],
      ({ id }) => id,
      (row) => federationView(context, row),
    ),
  };
}

const projectName = (store: Store, organizationId: string, id: string): string =>
  store.get('atlasProject', organizationId, id)?.name ?? id;

function organizationView(store: Store, organization: AtlasOrganization): View {
  const { id } = organization;
  const byProject = <T>(rows: readonly T[], project: (row: T) => string, roles: (row: T) => readonly string[]): View =>
    sortKeys(Object.fromEntries(rows.map((row) => [projectName(store, id, project(row)), [...roles(row)].sort()])));
  return {
    ...bare(organization),
    users: keyed(
      store.list('atlasUser', id),
      ({ username }) => username.toLowerCase(),
      ({ groupRoleAssignments, ...user }) => ({
        ...bare(user),
        orgRoles: [...user.orgRoles].sort(),
        projects: byProject(
          groupRoleAssignments,
          ({ groupId }) => groupId,
          ({ groupRoles }) => groupRoles,
        ),
      }),
    ),
    teams: keyed(
      store.list('atlasTeam', id),
      ({ name }) => name,
      (team) => ({
        ...bare(team),
        members: store
          .where('atlasTeamMember', 'team', id, team.id)
          .map(({ userId }) => store.get('atlasUser', id, userId)?.username ?? userId)
          .sort(),
        projects: byProject(
          store.where('atlasProjectTeam', 'team', id, team.id),
          ({ projectId }) => projectId,
          ({ roleNames }) => roleNames,
        ),
      }),
    ),
    projects: keyed(store.list('atlasProject', id), ({ name }) => name, bare),
  };
}

function federationView(context: Context, { id, domains }: AtlasFederation): View {
  const { store } = context;
  const providers = store.list('atlasIdentityProvider', id);
  return {
    id,
    domains: sortKeys(Object.fromEntries(domains.map(({ name, status }) => [name, status]))),
    identityProviders: keyed(
      providers,
      ({ displayName }) => displayName,
      (provider) => ({ ...bare(provider), associatedDomains: [...provider.associatedDomains].sort() }),
    ),
    connectedOrganizations: keyed(
      store.list('atlasConnection', id),
      (row) => row.id,
      (row) => connectionView(context, row),
    ),
  };
}

function connectionView(context: Context, connection: ConnectedOrganization): View {
  const { store } = context;
  const { organizationId: federationId, id, identityProviderId, mappedAt: _mappedAt, ...rest } = connection;
  const providers = store.list('atlasIdentityProvider', federationId);
  const nameOf = (wanted: string): string =>
    providers.find((row) => row.id === wanted || (row.protocol === 'SAML' && row.oktaIdpId === wanted))?.displayName ??
    wanted;
  const place = ({ groupId, role }: RoleAssignment): string =>
    groupId === null ? role : `${projectName(store, id, groupId)}: ${role}`;
  return {
    identityProvider: identityProviderId === null ? null : nameOf(identityProviderId),
    dataAccessIdentityProviders: rest.dataAccessIdentityProviderIds.map(nameOf).sort(),
    domainRestrictionEnabled: rest.domainRestrictionEnabled,
    domainAllowList: [...shownAllowList(context, connection)].sort(),
    postAuthRoleGrants: [...rest.postAuthRoleGrants].sort(),
    instantUserProvisioningDisabled: rest.instantUserProvisioningDisabled,
    roleMappings: keyed(
      store.list('atlasRoleMapping', id),
      ({ externalGroupName }) => externalGroupName,
      (mapping) => ({ id: mapping.id, roles: mapping.roleAssignments.map(place).sort() }),
    ),
  };
}
