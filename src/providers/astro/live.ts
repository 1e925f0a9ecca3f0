/** From what was read to live resources with names, origins and what a write needs of them. */
import { compareText, type Json, type JsonObject } from '../../core/json.js';
import type { ReadScope } from '../../core/provider.js';
import type { DesiredResource, LiveResource, Origin } from '../../core/resource.js';
import { normalizeCertificate } from '../../core/certificates.js';
import type { AstroFacts, AstroUser } from './facts.js';
import { isOnlySso, type Needs } from './needs.js';
import { roleListsToJson } from './roles.js';
import type * as wire from './wire.js';
import { sortKeys, workspacesAttribute } from './workspace-access.js';

export interface Readings {
  readonly organization: wire.WireOrganization;
  readonly users: readonly AstroUser[];
  readonly teams: readonly wire.WireTeam[];
  readonly teamMembers: AstroFacts['teamMembers'];
  /** Undefined where they were not read. */
  readonly connections: readonly wire.WireConnection[] | undefined;
  readonly bypassKey: wire.WireBypassKey | undefined;
  /** By e-mail. */
  readonly invites: ReadonlyMap<string, readonly wire.WireInvite[]>;
  readonly idpManaged: ReadonlySet<string>;
}

export function liveResources(
  readings: Readings,
  facts: AstroFacts,
  needs: Needs,
  { organization: { resources }, options: { now } }: ReadScope,
): readonly LiveResource[] {
  const { organization } = readings;
  const origins = memberOrigins(readings, facts, resources);
  return [
    settingsResource(organization),
    ...readings.users.map((user) => memberResource(user, readings, facts, origins, now)),
    ...readings.teams.map((team) => teamResource(team, readings, facts)),
    ...(needs.domains ? organization.managedDomains.map(domainResource) : []),
    ...(needs.connections
      ? (readings.connections ?? []).flatMap((connection) => connectionResources(connection, facts))
      : []),
    ...(readings.bypassKey?.key === undefined ? [] : [bypassResource(readings.bypassKey)]),
  ];
}

function settingsResource(organization: wire.WireOrganization): LiveResource {
  const trio = {
    name: organization.name,
    ...(organization.billingEmail !== undefined && { billingEmail: organization.billingEmail }),
    scimEnabled: organization.isScimEnabled,
  };
  return {
    kind: 'settings',
    name: '',
    remoteId: organization.id,
    attributes: trio,
    origin: 'unknown',
    // The update takes the trio whole, so what is not managed is sent back as read.
    native: { ...trio, flags: organization.flags },
    ...(organization.lastChange !== undefined && { lastChange: organization.lastChange }),
  };
}

/**
 * The public API does not say who provisioned a person. People in a SCIM-enabled organization or on a domain with an
 * active connection count as provisioned, whether or not JIT is on now; where connections cannot be read, a domain
 * that allows only SSO must have one. What the configuration switches off does not count: the plan that does so also shows whom it means.
 */
function memberOrigins(
  { organization, connections, idpManaged }: Readings,
  { core }: AstroFacts,
  resources: readonly DesiredResource[],
): (user: AstroUser) => Origin {
  const settings = resources.find(({ kind }) => kind === 'settings');
  const isScimOn = settings?.attributes['scimEnabled'] ?? organization.isScimEnabled;
  const switchedOff = new Set(
    resources
      .filter(({ kind, state, attributes }) => kind === 'sso' && (state === 'absent' || attributes['active'] === false))
      .map(({ name }) => name),
  );
  const origins = new Map<string, Origin>();
  for (const { domains, enabled, jit } of connections ?? []) {
    if (!enabled) continue;
    for (const { name } of domains) {
      if (!core.writes || !switchedOff.has(name)) origins.set(name, jit === undefined ? 'idp' : 'jit');
    }
  }
  if (connections === undefined) {
    for (const { name, enforcedLogins } of organization.managedDomains) {
      if (isOnlySso(enforcedLogins)) origins.set(name, 'jit');
    }
  }
  return ({ email, status }) => {
    if (idpManaged.has(email) || isScimOn === true) return 'scim';
    // Nobody is provisioned as an invitee: somebody invited them.
    if (status === 'PENDING') return 'manual';
    return origins.get(email.slice(email.lastIndexOf('@') + 1)) ?? 'unknown';
  };
}

function memberResource(
  user: AstroUser,
  { invites }: Readings,
  facts: AstroFacts,
  originOf: (user: AstroUser) => Origin,
  now: string,
): LiveResource {
  const known = invites.get(user.email) ?? [];
  const latest = [...known].sort((a, b) => compareText(b.expiresAt, a.expiresAt))[0];
  const isExpired =
    user.status === 'PENDING' && latest !== undefined && Date.parse(latest.expiresAt) <= Date.parse(now);
  return {
    kind: 'member',
    name: user.email,
    remoteId: user.id,
    attributes: {
      role: user.roles.organizationRole,
      status: isExpired ? 'EXPIRED' : user.status,
      ...accessOf(user.roles, facts),
    },
    origin: originOf(user),
    native: {
      status: user.status,
      roles: roleListsToJson(user.roles),
      invites: known.map(({ inviteId }) => inviteId).sort(compareText),
    },
    toldByNative: ['workspaces'],
  };
}

function teamResource(team: wire.WireTeam, { teamMembers }: Readings, facts: AstroFacts): LiveResource {
  const members = teamMembers.get(team.id);
  return {
    kind: 'team',
    name: team.name,
    remoteId: team.id,
    attributes: {
      description: team.description,
      role: team.roles.organizationRole,
      ...accessOf(team.roles, facts),
      ...(members !== undefined && { members: [...members.keys()].sort(compareText) }),
    },
    origin: team.isIdpManaged ? 'scim' : 'unknown',
    native: { isIdpManaged: team.isIdpManaged, roles: roleListsToJson(team.roles), description: team.description },
    toldByNative: ['workspaces'],
    ...(team.lastChange !== undefined && { lastChange: team.lastChange }),
  };
}

function accessOf(roles: AstroUser['roles'], facts: AstroFacts): JsonObject {
  return facts.workspaces === undefined
    ? {}
    : { workspaces: workspacesAttribute(roles, facts.workspaces, facts.deployments) };
}

function domainResource(domain: wire.WireDomain): LiveResource {
  return {
    kind: 'domain',
    name: domain.name,
    remoteId: domain.id,
    attributes: { status: domain.status, allowedMethods: [...domain.enforcedLogins].sort(compareText) },
    origin: 'unknown',
    native: { status: domain.status },
  };
}

/** One resource a domain: that is how the YAML names a connection. */
function connectionResources(connection: wire.WireConnection, facts: AstroFacts): readonly LiveResource[] {
  const attributes: Record<string, Json> = {
    connection: connection.name,
    strategy: connection.strategy,
    ...(connection.signInUrl !== undefined && { signInUrl: connection.signInUrl }),
    ...(connection.signOutUrl !== undefined && { signOutUrl: connection.signOutUrl }),
    ...(connection.certificate !== undefined && { certificate: normalizeCertificate(connection.certificate) }),
    ...(connection.clientId !== undefined && { clientId: connection.clientId }),
    ...(connection.domainName !== undefined && { domainName: connection.domainName }),
    active: connection.enabled,
    jit: jitAttribute(connection.jit, facts),
  };
  return connection.domains.map(({ name }) => ({
    kind: 'sso',
    name,
    remoteId: connection.id,
    attributes,
    origin: 'unknown',
    native: {
      ...attributes,
      jit: connection.jit?.role ?? 'none',
      managedDomains: connection.domains.map(({ id, name: domain }) => ({ id, name: domain })),
      jitWorkspaces: (connection.jit?.workspaces ?? []).map((role) => ({ ...role })),
    },
    toldByNative: ['jit'],
  }));
}

function jitAttribute(jit: wire.WireJit | undefined, facts: AstroFacts): Json {
  if (jit === undefined) return 'none';
  const workspaces = jit.workspaces.map(
    ({ workspaceId, role }) => [facts.workspaces?.nameOf.get(workspaceId) ?? workspaceId, role] as const,
  );
  return { role: jit.role, workspaces: sortKeys(Object.fromEntries(workspaces)) };
}

function bypassResource(key: wire.WireBypassKey): LiveResource {
  const rotatedAt = key.updatedAt === undefined ? {} : { rotatedAt: key.updatedAt };
  return {
    kind: 'bypass-link',
    name: '',
    remoteId: undefined,
    attributes: rotatedAt,
    origin: 'unknown',
    native: rotatedAt,
  };
}
