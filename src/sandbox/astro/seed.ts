import { namedId, personId } from '../ids.js';
import { type AnyRow } from '../records.js';
import {
  type BypassKey,
  type Credential,
  type DagGrant,
  type DeploymentGrant,
  type Profile,
  type RoleLists,
  type WorkspaceGrant,
} from './records.js';
import { type Stamp } from '../stamp.js';
import { type Switches } from '../switches.js';
import { type Access, type WorldAstro, type WorldOrganization, type WorldUser } from './world.js';

/** Who made what a world contains. */
const seeder: Profile = { id: namedId('subject', 'world'), subjectType: 'SERVICEKEY', apiTokenName: 'world' };

/** The rows of a (valid) world's Astro part. Ids that the world does not give follow from names, so they are stable. */
export function seedAstro(world: WorldAstro, switches: Switches, stamp: Stamp): AnyRow[] {
  const rows: AnyRow[] = [];
  const organizations = world.organizations ?? [];
  for (const organization of organizations) seedOrganization(organization, switches, stamp, rows);
  for (const { token, name = 'world token', organizations: only, role, user } of world.tokens ?? []) {
    const row: Credential = {
      organizationId: '',
      id: namedId('credential', token),
      token,
      name,
      organizations: only ?? organizations.map(({ id }) => id),
      role: role ?? 'ORGANIZATION_MEMBER',
      user,
    };
    rows.push({ kind: 'credential', row });
  }
  return rows;
}

function seedOrganization(source: WorldOrganization, switches: Switches, stamp: Stamp, rows: AnyRow[]): void {
  const organizationId = source.id;
  const stamps = { createdAt: stamp(), updatedAt: stamp() };
  const authored = { ...stamps, createdBy: seeder, updatedBy: seeder };
  const idOf = (kind: string, name: string): string => namedId(kind, organizationId, name);
  rows.push({
    kind: 'organization',
    row: {
      organizationId,
      id: organizationId,
      name: source.name,
      shortName: organizationId.toLowerCase(),
      billingEmail: source.billingEmail,
      status: 'ACTIVE',
      plan: source.plan ?? 'ENTERPRISE',
      observe: source.observe ?? false,
      coreApi: source.coreApi ?? true,
      isScimEnabled: source.scimEnabled ?? false,
      allowEnhancedSupportAccess: false,
      hasAiFeaturesDisabled: false,
      shouldEnforceDedicatedClusters: false,
      environmentSecretsShowable: false,
      ...authored,
    },
  });

  const workspaceIds = new Map<string, string>();
  const deploymentIds = new Map<string, string>();
  for (const { id, name, description = '', cicdEnforcedDefault = false, deployments = [] } of source.workspaces ?? []) {
    const workspaceId = id ?? idOf('workspace', name);
    workspaceIds.set(name, workspaceId);
    const row = { organizationId, id: workspaceId, name, description, cicdEnforcedDefault, ...authored };
    rows.push({ kind: 'workspace', row });
    for (const deployment of deployments) {
      const deploymentId = deployment.id ?? idOf('deployment', `${name}/${deployment.name}`);
      deploymentIds.set(`${name}/${deployment.name}`, deploymentId);
      const { name: deploymentName, description: about = '' } = deployment;
      const inside = { organizationId, id: deploymentId, name: deploymentName, description: about, workspaceId };
      rows.push({ kind: 'deployment', row: { ...inside, ...authored } });
    }
  }
  const roleLists = (access: Access | undefined): RoleLists => grants(access, workspaceIds, deploymentIds);

  const userIds = new Map<string, string>();
  for (const user of source.users ?? []) {
    const id = user.id ?? personId(user.email);
    userIds.set(user.email.toLowerCase(), id);
    rows.push({
      kind: 'user',
      row: {
        organizationId,
        id,
        username: user.email,
        fullName: user.name ?? (user.status === 'PENDING' ? '' : user.email),
        status: user.status ?? 'ACTIVE',
        organizationRole: user.role ?? 'ORGANIZATION_MEMBER',
        isIdpManaged: user.isIdpManaged ?? false,
        ...roleLists(user.workspaces),
        ...stamps,
      },
    });
    if (user.status === 'PENDING') rows.push(seedInvite(organizationId, id, user, switches, stamp));
  }

  for (const team of source.teams ?? []) {
    const teamId = team.id ?? idOf('team', team.name);
    rows.push({
      kind: 'team',
      row: {
        organizationId,
        id: teamId,
        name: team.name,
        description: team.description ?? '',
        organizationRole: team.role ?? 'ORGANIZATION_MEMBER',
        isIdpManaged: team.isIdpManaged ?? false,
        ...roleLists(team.workspaces),
        ...authored,
      },
    });
    for (const email of team.members ?? []) {
      const userId = userIds.get(email.toLowerCase()) ?? personId(email);
      const id = `${teamId}/${userId}`;
      rows.push({ kind: 'member', row: { organizationId, id, teamId, userId, createdAt: stamps.createdAt } });
    }
  }

  seedAuthentication(source, stamp, workspaceIds, rows);
  for (const role of source.customRoles ?? []) {
    rows.push({
      kind: 'customRole',
      row: {
        organizationId,
        id: role.id ?? idOf('role', role.name),
        name: role.name,
        description: role.description ?? '',
        scopeType: role.scopeType ?? 'DEPLOYMENT',
        permissions: role.permissions ?? ['deployment.get'],
        restrictedWorkspaceIds: (role.restrictedWorkspaces ?? []).map((name) => workspaceIds.get(name) ?? name),
        ...authored,
      },
    });
  }
  for (const ipAddressRange of source.allowedIpRanges ?? []) {
    rows.push({
      kind: 'ipRange',
      row: { organizationId, id: idOf('range', ipAddressRange), ipAddressRange, ...authored },
    });
  }
}

function seedInvite(organizationId: string, userId: string, user: WorldUser, switches: Switches, stamp: Stamp): AnyRow {
  const { id = namedId('invite', organizationId, user.email), expiresInDays = switches.inviteLifetimeDays } =
    user.invite ?? {};
  const role = user.role ?? 'ORGANIZATION_MEMBER';
  const times = { createdAt: stamp(), expiresAt: stamp(expiresInDays) };
  return { kind: 'invite', row: { organizationId, id, userId, role, inviter: seeder, ...times } };
}

/** Domains, connections and the bypass key. */
function seedAuthentication(
  source: WorldOrganization,
  stamp: Stamp,
  workspaceIds: ReadonlyMap<string, string>,
  rows: AnyRow[],
): void {
  const organizationId = source.id;
  const stamps = { createdAt: stamp(), updatedAt: stamp() };
  const domainIds = new Map<string, string>();
  for (const { id, name, status = 'VERIFIED', enforcedLogins } of source.domains ?? []) {
    const domain = name.toLowerCase();
    const domainId = id ?? namedId('domain', organizationId, domain);
    domainIds.set(domain, domainId);
    rows.push({
      kind: 'domain',
      row: { organizationId, id: domainId, name: domain, status, enforcedLogins, ...stamps },
    });
  }
  for (const connection of source.ssoConnections ?? []) {
    const { name, domains = [], strategy = 'samlp', jit } = connection;
    const id = connection.id ?? namedId('connection', organizationId, name);
    const defaultWorkspaceRoles = Object.entries(jit?.workspaces ?? {}).map(([workspace, workspaceRole]) => ({
      workspaceId: workspaceIds.get(workspace) ?? workspace,
      workspaceRole,
    }));
    rows.push({
      kind: 'connection',
      row: {
        organizationId,
        id,
        auth0ConnectionId: `con_${id.slice(1, 17)}`,
        auth0ConnectionName: name,
        configuration: { strategy, ...connection.configuration },
        domainIds: domains.map((domain) => domainIds.get(domain.toLowerCase()) ?? domain),
        enabled: connection.enabled ?? true,
        idpInitiatedLoginEnabled: connection.idpInitiatedLoginEnabled ?? false,
        jitPolicy: jit && {
          defaultOrgRole: jit.role,
          ...(defaultWorkspaceRoles.length > 0 && { defaultWorkspaceRoles }),
        },
        ...stamps,
      },
    });
  }
  if (source.bypassKey !== undefined) {
    const { ageDays = 0, key = namedId('bypass', organizationId) } = source.bypassKey;
    const made = stamp(-ageDays);
    const row: BypassKey = { organizationId, id: 'key', bypassKey: key, createdAt: made, updatedAt: made };
    rows.push({ kind: 'bypassKey', row });
  }
}

/** Access by names, as a world writes it, as the three lists of ids that the vendor has. */
function grants(
  access: Access | undefined,
  workspaceIds: ReadonlyMap<string, string>,
  deploymentIds: ReadonlyMap<string, string>,
): RoleLists {
  const workspaceRoles: WorkspaceGrant[] = [];
  const deploymentRoles: DeploymentGrant[] = [];
  const dagRoles: DagGrant[] = [];
  for (const [workspace, granted] of Object.entries(access ?? {})) {
    const { role = 'WORKSPACE_ACCESSOR', deployments = {} } = typeof granted === 'string' ? { role: granted } : granted;
    workspaceRoles.push({ workspaceId: workspaceIds.get(workspace) ?? workspace, role });
    for (const [deployment, inside] of Object.entries(deployments)) {
      const path = `${workspace}/${deployment}`;
      const deploymentId = deploymentIds.get(path) ?? path;
      const { role: deploymentRole, dags = {}, dagTags = {} } = typeof inside === 'string' ? { role: inside } : inside;
      deploymentRoles.push({ deploymentId, role: deploymentRole });
      for (const [dagId, dagRole] of Object.entries(dags)) dagRoles.push({ deploymentId, dagId, role: dagRole });
      for (const [dagTag, dagRole] of Object.entries(dagTags)) dagRoles.push({ deploymentId, dagTag, role: dagRole });
    }
  }
  return { workspaceRoles, deploymentRoles, dagRoles };
}
