/** From what was read to live resources with names, origins and what a write needs of them. */
import { objectOf, textList } from '../../core/diff.js';
import { compareText, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { NameIndex } from '../../core/name-index.js';
import type { DesiredOrganization, DesiredResource, LiveResource, Origin } from '../../core/resource.js';
import { liveValidities } from './certificate-dates.js';
import {
  connectionOf,
  domainOf,
  mappedProvider,
  type AtlasFacts,
  type AtlasTeamRef,
  type AtlasUser,
  type ConnectedOrganization,
  type Federation,
  type IdentityProvider,
  type RoleMapping,
} from './facts.js';
import { providerFields, settingFields } from './kinds.js';
import type { ProjectTeams } from './read.js';

export interface Readings {
  readonly facts: AtlasFacts;
  readonly settings: JsonObject | undefined;
  /** Undefined where they were not read. */
  readonly users: readonly AtlasUser[] | undefined;
  readonly teams: readonly AtlasTeamRef[];
  readonly assignments: readonly ProjectTeams[] | undefined;
}

export function liveResources(readings: Readings, organization: DesiredOrganization): readonly LiveResource[] {
  const { facts, settings, users, teams } = readings;
  const connection = connectionOf(facts, organization.id);
  return [
    ...(settings === undefined ? [] : [settingsResource(settings, organization)]),
    ...organization.resources
      .filter(({ kind }) => kind === 'identity-provider')
      .flatMap((desired) => providerResources(desired, facts.federation)),
    ...(connection === undefined ? [] : [mappingResource(connection, facts, organization)]),
    ...(connection?.mappings ?? []).map((mapping) => roleMappingResource(mapping, facts.projects)),
    ...(users ?? []).map((user) => memberResource(user, originOf(user, facts, organization))),
    ...teams.map((team) => teamResource(team, readings)),
  ];
}

function settingsResource(settings: JsonObject, { id }: DesiredOrganization): LiveResource {
  const { securityContact, skipDefaultAlertsSettings } = settings;
  const attributes = {
    ...Object.fromEntries(
      ['name', ...settingFields].flatMap((field) => (field in settings ? [[field, settings[field]]] : [])),
    ),
    ...('securityContact' in settings && {
      securityContact: securityContact === '' || securityContact === null ? 'none' : (securityContact ?? 'none'),
    }),
  };
  return {
    kind: 'settings',
    name: '',
    remoteId: id,
    attributes,
    origin: 'unknown',
    native: skipDefaultAlertsSettings === undefined ? {} : { skipDefaultAlertsSettings },
  };
}

/** Found by its name in Atlas, shown by its key in the YAML. Two of one name are two: the core says so. */
function providerResources(desired: DesiredResource, federation: Federation | undefined): readonly LiveResource[] {
  const displayName = textOf(desired.attributes['displayName'], desired.name);
  return (federation?.identityProviders ?? [])
    .filter((provider) => provider.displayName === displayName)
    .map((provider) => ({
      kind: 'identity-provider',
      name: desired.name,
      remoteId: provider.id,
      attributes: providerAttributes(provider),
      origin: 'unknown',
      native: provider.whole,
    }));
}

function providerAttributes(provider: IdentityProvider): JsonObject {
  const { whole, protocol, idpType, domains, active } = provider;
  const attributes: Record<string, Json> = { description: '', protocol, idpType, domains };
  for (const [ours, theirs] of Object.entries(providerFields)) {
    const value = whole[theirs];
    if (value !== undefined && value !== null) attributes[ours] = value;
  }
  return protocol === 'SAML'
    ? { ...attributes, active, certificates: [...liveValidities(provider)].sort(compareText) }
    : { ...attributes, requestedScopes: textList(whole['requestedScopes']) };
}

function mappingResource(
  connection: ConnectedOrganization,
  facts: AtlasFacts,
  organization: DesiredOrganization,
): LiveResource {
  const providers = facts.federation?.identityProviders ?? [];
  const nameOf = (id: string): string => providers.find((provider) => provider.id === id)?.name ?? id;
  return {
    kind: 'idp-mapping',
    name: '',
    remoteId: connection.orgId,
    attributes: {
      connection: 'connected',
      identityProvider:
        connection.identityProviderId === undefined
          ? 'none'
          : (mappedProvider(facts, organization.id)?.name ?? connection.identityProviderId),
      dataAccessIdentityProviders: connection.dataAccessIds.map(nameOf).sort(compareText),
      jit: connection.jit ? 'enabled' : 'none',
      defaultRoles: connection.defaultRoles,
      domainRestriction: connection.restricted ? 'restricted' : 'any',
      allowedDomains: allowedDomains(connection, facts.federation, organization),
    },
    origin: 'unknown',
    native: connection.whole,
  };
}

function desiredMapping({ resources }: DesiredOrganization): JsonObject {
  return resources.find(({ kind, state }) => kind === 'idp-mapping' && state === 'present')?.attributes ?? {};
}

/** The identity provider whose domains may join in any case: the one wanted, or the one there is while that is not there. */
export function joiningProvider(
  connection: ConnectedOrganization,
  federation: Federation | undefined,
  wanted: JsonObject,
): IdentityProvider | undefined {
  const name = wanted['identityProvider'];
  const providers = federation?.identityProviders ?? [];
  if (name === 'none') return undefined;
  return (
    providers.find((candidate) => candidate.name === name) ??
    providers.find(({ oktaIdpId }) => oktaIdpId !== undefined && oktaIdpId === connection.identityProviderId)
  );
}

/**
 * Without the domains that Atlas itself adds: those of the identity provider always may join, and the list shows them.
 * They are nobody's edit, so they count only where the YAML lists them.
 */
function allowedDomains(
  connection: ConnectedOrganization,
  federation: Federation | undefined,
  organization: DesiredOrganization,
): readonly string[] {
  const wanted = desiredMapping(organization);
  if (wanted['allowedDomains'] === undefined) return connection.allowedDomains;
  const listed = textList(wanted['allowedDomains']);
  const added = joiningProvider(connection, federation, wanted)?.domains ?? [];
  return connection.allowedDomains.filter((domain) => listed.includes(domain) || !added.includes(domain));
}

/** Whether the YAML restricts who may join otherwise than it is. */
export function restrictsOtherwise(organization: DesiredOrganization, federation: Federation | undefined): boolean {
  const wanted = desiredMapping(organization);
  const connection = federation?.organizations.get(organization.id);
  if (wanted['domainRestriction'] !== 'restricted' || connection === undefined) return false;
  const found = allowedDomains(connection, federation, organization);
  const listed = textList(wanted['allowedDomains']);
  return !connection.restricted || found.length !== listed.length || listed.some((domain) => !found.includes(domain));
}

/** Projects that nothing tells the name of keep their id as a name. */
function roleMappingResource(mapping: RoleMapping, projects: NameIndex | undefined): LiveResource {
  const byProject = new Map<string, string[]>();
  for (const { groupId, role } of mapping.assignments) {
    if (groupId === undefined) continue;
    const name = projects?.nameOf.get(groupId) ?? groupId;
    byProject.set(name, [...(byProject.get(name) ?? []), role]);
  }
  return {
    kind: 'role-mapping',
    name: mapping.group,
    remoteId: mapping.id,
    attributes: {
      roles: mapping.assignments.filter(({ groupId }) => groupId === undefined).map(({ role }) => role),
      ...(projects !== undefined && { projects: sortedEntries(byProject) }),
    },
    origin: 'unknown',
    native: {
      assignments: mapping.assignments.map(({ groupId, role }) =>
        groupId === undefined ? { role } : { groupId, role },
      ),
    },
  };
}

/**
 * The API does not say who brought a person in. People of an active identity provider that serves the organization
 * count as provisioned, since they may come again at the next login. What the configuration takes away does not count:
 * the plan that does so also shows whom it means.
 */
function originOf({ email, status }: AtlasUser, facts: AtlasFacts, organization: DesiredOrganization): Origin {
  const connection = connectionOf(facts, organization.id);
  if (connection === undefined || status !== 'ACTIVE') return 'unknown';
  const provider = joiningProvider(connection, facts.federation, desiredMapping(organization));
  if (provider === undefined) return 'unknown';
  const written = organization.resources.find(
    ({ kind, attributes }) => kind === 'identity-provider' && attributes['displayName'] === provider.displayName,
  );
  const active = written?.attributes['active'] ?? provider.active;
  const domains = written?.attributes['domains'] ?? provider.domains;
  return active === true && textList(domains).includes(domainOf(email)) ? 'jit' : 'unknown';
}

function memberResource(user: AtlasUser, origin: Origin): LiveResource {
  return {
    kind: 'member',
    name: user.email,
    remoteId: user.id,
    attributes: { roles: user.orgRoles, status: user.status },
    origin,
    native: {
      status: user.status,
      orgRoles: user.orgRoles,
      // An update of roles takes the project roles along, so they are sent back as read.
      groupRoleAssignments: user.groupRoleAssignments.map(({ groupId, groupRoles }) => ({ groupId, groupRoles })),
    },
  };
}

function teamResource(team: AtlasTeamRef, { users, assignments, facts: { projects } }: Readings): LiveResource {
  const byProject = new Map(
    (assignments ?? []).flatMap(({ projectId, teams }) => {
      const roles = teams.find(({ teamId }) => teamId === team.id)?.roles;
      return roles === undefined ? [] : [[projects?.nameOf.get(projectId) ?? projectId, roles] as const];
    }),
  );
  return {
    kind: 'team',
    name: team.name,
    remoteId: team.id,
    attributes: {
      ...(users !== undefined && {
        members: users
          .filter(({ teamIds }) => teamIds.includes(team.id))
          .map(({ email }) => email)
          .sort(compareText),
      }),
      ...(assignments !== undefined && { projects: sortedEntries(byProject) }),
    },
    origin: 'unknown',
    native: {},
  };
}

function sortedEntries(lists: ReadonlyMap<string, readonly string[]>): JsonObject {
  return Object.fromEntries(
    [...lists].sort(([a], [b]) => compareText(a, b)).map(([name, list]) => [name, [...list].sort(compareText)]),
  );
}

export function rolesByProject(projects: Json | undefined): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(objectOf(projects)).map(([name, roles]) => [name, textList(roles)]));
}
