import { type Store } from '../store.js';
import { bare, keyed, sortKeys, type View } from '../view.js';
import { type Organization, type RoleLists, type SsoConnection, type User } from './records.js';
import { type Row } from '../row.js';

/** The Astro part of the state: things by name or e-mail, references by name. */
export function astroView(store: Store): View {
  const organizations = [...store.all('organization')];
  return {
    organizations: keyed(
      organizations,
      ({ id }) => id,
      (organization) => organizationView(store, organization),
    ),
  };
}

function organizationView(store: Store, organization: Organization): View {
  const { id } = organization;
  const name = {
    user: (userId: string) => store.get('user', id, userId)?.username ?? userId,
    domain: (domainId: string) => store.get('domain', id, domainId)?.name ?? domainId,
    workspace: (workspaceId: string) => store.get('workspace', id, workspaceId)?.name ?? workspaceId,
    deployment: (deploymentId: string) => {
      const deployment = store.get('deployment', id, deploymentId);
      return deployment ? `${name.workspace(deployment.workspaceId)}/${deployment.name}` : deploymentId;
    },
  };
  const roles = ({ workspaceRoles, deploymentRoles, dagRoles }: RoleLists) => ({
    workspaceRoles: sortKeys(Object.fromEntries(workspaceRoles.map((g) => [name.workspace(g.workspaceId), g.role]))),
    deploymentRoles: sortKeys(
      Object.fromEntries(deploymentRoles.map((g) => [name.deployment(g.deploymentId), g.role])),
    ),
    dagRoles: dagRoles
      .map(
        (g) =>
          `${name.deployment(g.deploymentId)} ${g.dagId === undefined ? 'tag' : 'dag'} ${g.dagId ?? g.dagTag}: ${g.role}`,
      )
      .sort(),
  });
  const userView = (user: User) => ({ ...bare(user), ...roles(user) });
  const connectionView = ({ domainIds, ...connection }: SsoConnection) => ({
    ...bare(connection),
    domains: domainIds.map(name.domain).sort(),
    jitPolicy: connection.jitPolicy && {
      defaultOrgRole: connection.jitPolicy.defaultOrgRole,
      defaultWorkspaceRoles: sortKeys(
        Object.fromEntries(
          (connection.jitPolicy.defaultWorkspaceRoles ?? []).map((g) => [
            name.workspace(g.workspaceId),
            g.workspaceRole,
          ]),
        ),
      ),
    },
  });
  const byName = <T extends Row & { name: string }>(rows: readonly T[], view: (row: T) => unknown) =>
    keyed(rows, (row) => row.name, view);
  return {
    ...bare(organization),
    users: keyed(store.list('user', id), ({ username }) => username.toLowerCase(), userView),
    invites: keyed(
      store.list('invite', id),
      ({ userId }) => name.user(userId).toLowerCase(),
      ({ userId, ...invite }) => ({ ...bare(invite), user: name.user(userId) }),
    ),
    teams: byName(store.list('team', id), (team) => ({
      ...bare(team),
      ...roles(team),
      members: store
        .where('member', 'team', id, team.id)
        .map(({ userId }) => name.user(userId))
        .sort(),
    })),
    domains: byName(store.list('domain', id), bare),
    ssoConnections: keyed(store.list('connection', id), (row) => row.auth0ConnectionName, connectionView),
    bypassKey: store.list('bypassKey', id).map(bare)[0] ?? null,
    workspaces: byName(store.list('workspace', id), (workspace) => ({
      ...bare(workspace),
      deployments: byName(store.where('deployment', 'workspace', id, workspace.id), bare),
    })),
    customRoles: byName(store.list('customRole', id), bare),
    apiTokens: byName(store.list('apiToken', id), bare),
    allowedIpRanges: keyed(store.list('ipRange', id), (row) => row.ipAddressRange, bare),
  };
}
