import { namedObjectId, personObjectId } from '../ids.js';
import { type AnyRow } from '../records.js';
import { type Stamp } from '../stamp.js';
import { seedFederation } from './seed-federation.js';
import { projectId } from './seed-ids.js';
import { defaultSettings } from './settings.js';
import { type AtlasCredential, type AtlasUser, type GroupRoleAssignment } from './records.js';
import { atlasTime } from './route.js';
import { type ProjectAccess, type WorldAtlas, type WorldAtlasOrganization, type WorldAtlasUser } from './world.js';

const daysToAccept = 30;
/** Atlas has no fractions of seconds. */
const withoutFractions =
  (stamp: Stamp): Stamp =>
  (days) =>
    atlasTime(Date.parse(stamp(days)));

/** The rows of a (valid) world's Atlas part. Ids that the world does not give follow from names, so they are stable. */
export function seedAtlas(world: WorldAtlas, exactStamp: Stamp): AnyRow[] {
  const stamp = withoutFractions(exactStamp);
  const organizations = world.organizations ?? [];
  return [
    ...organizations.flatMap((organization) => seedOrganization(organization, stamp)),
    ...(world.federations ?? []).flatMap((federation) => seedFederation(federation, stamp, organizations)),
    ...seedCredentials(world),
  ];
}

function seedOrganization(source: WorldAtlasOrganization, stamp: Stamp): AnyRow[] {
  const organizationId = source.id;
  const projectIds = new Map((source.projects ?? []).map((each) => [each.name, projectId(organizationId, each)]));
  const userIds = new Map(
    (source.users ?? []).map((user) => [user.email.toLowerCase(), user.id ?? personObjectId(user.email)]),
  );
  const timeouts = { ...defaultSettings.customSessionTimeouts, ...source.settings?.customSessionTimeouts };
  const settings = { ...defaultSettings, ...source.settings, customSessionTimeouts: timeouts };
  const rows: AnyRow[] = [
    {
      kind: 'atlasOrganization',
      row: { organizationId, id: organizationId, name: source.name, skipDefaultAlertsSettings: false, settings },
    },
  ];
  for (const [name, id] of projectIds) {
    rows.push({ kind: 'atlasProject', row: { organizationId, id, name, created: stamp() } });
  }
  for (const user of source.users ?? []) {
    rows.push({ kind: 'atlasUser', row: seedUser(organizationId, user, projectIds, stamp) });
  }
  for (const team of source.teams ?? []) {
    const teamId = team.id ?? namedObjectId('team', organizationId, team.name);
    rows.push({ kind: 'atlasTeam', row: { organizationId, id: teamId, name: team.name } });
    for (const email of team.members ?? []) {
      const userId = userIds.get(email.toLowerCase()) ?? personObjectId(email);
      rows.push({ kind: 'atlasTeamMember', row: { organizationId, id: `${teamId}/${userId}`, teamId, userId } });
    }
    for (const { groupId, groupRoles: roleNames } of grants(team.projects, projectIds)) {
      const row = { organizationId, id: `${groupId}/${teamId}`, projectId: groupId, teamId, roleNames };
      rows.push({ kind: 'atlasProjectTeam', row });
    }
  }
  return rows;
}

function seedUser(
  organizationId: string,
  source: WorldAtlasUser,
  projectIds: ReadonlyMap<string, string>,
  stamp: Stamp,
): AtlasUser {
  const { email, status = 'ACTIVE' } = source;
  const expired = status === 'INVITATION_EXPIRED';
  const expiresInDays = source.invite?.expiresInDays ?? (expired ? -1 : daysToAccept);
  const invitation = {
    id: namedObjectId('invitation', organizationId, email),
    createdAt: stamp(expiresInDays - daysToAccept),
    expiresAt: status === 'INVITATION_REJECTED' ? null : stamp(expiresInDays),
    inviterUsername: 'world@orgwright.invalid',
  };
  return {
    organizationId,
    id: source.id ?? personObjectId(email),
    username: email,
    firstName: source.firstName ?? '',
    lastName: source.lastName ?? '',
    status,
    orgRoles: source.roles ?? ['ORG_MEMBER'],
    groupRoleAssignments: grants(source.projects, projectIds),
    createdAt: stamp(),
    lastAuth: null,
    ...(status === 'ACTIVE' ? {} : { invitation }),
  };
}

function grants(access: ProjectAccess | undefined, projectIds: ReadonlyMap<string, string>): GroupRoleAssignment[] {
  return Object.entries(access ?? {}).map(([name, groupRoles]) => ({
    groupId: projectIds.get(name) ?? name,
    groupRoles,
  }));
}

function seedCredentials({ organizations = [], serviceAccounts = [], apiKeys = [] }: WorldAtlas): AnyRow[] {
  const everywhere = organizations.map(({ id }) => id);
  const accounts = serviceAccounts.map(({ clientId: id, clientSecret: secret, ...rest }) => {
    return { type: 'serviceAccount' as const, id, secret, ...rest };
  });
  const keys = apiKeys.map(({ publicKey: id, privateKey: secret, ...rest }) => {
    return { type: 'apiKey' as const, id, secret, ...rest };
  });
  return [...accounts, ...keys].map(({ type, id, secret, name = id, organizations: only, roles, accessList = [] }) => {
    const credential: AtlasCredential = {
      organizationId: '',
      id,
      type,
      secret,
      name,
      organizations: only ?? everywhere,
      roles: roles ?? ['ORG_OWNER'],
      accessList,
    };
    return { kind: 'atlasCredential', row: credential };
  });
}
