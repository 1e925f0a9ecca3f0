import { workspaceRoles, type OrganizationRole, type RoleLists, type Team, type User } from './records.js';
import { notFound } from './api-error.js';
import { keepAnOwner } from './owners.js';
import { checkOrganizationRole, organizationRoleShape, settleRoleLists } from './role-lists.js';
import { organizationRoute, param, readBody, touched, type OrganizationCall, type Route } from './route.js';
import { object, oneOf, text } from '../shape.js';
import { keepTeamOwners } from './team-members.js';
import { requireTeam } from './team-rules.js';
import { requireAccepted, requireUser } from './users.js';

/** Users and teams take roles in the same way; this is what differs. */
interface SubjectKind {
  readonly path: string;
  readonly type: 'USER' | 'TEAM';
  readonly load: (call: OrganizationCall) => User | Team;
  readonly setRole: (call: OrganizationCall, role: OrganizationRole) => void;
  readonly setLists: (call: OrganizationCall, lists: RoleLists) => void;
}

const users: SubjectKind = {
  path: '/users/:userId',
  type: 'USER',
  load: (call) => {
    const user = requireUser(call, param(call, 'userId'));
    requireAccepted(call, user);
    return user;
  },
  setRole: (call, organizationRole) => {
    const user = requireUser(call, param(call, 'userId'));
    if (organizationRole !== 'ORGANIZATION_OWNER') keepAnOwner(call, [user]);
    call.store.put('user', { ...user, organizationRole, updatedAt: call.clock.stamp() });
  },
  setLists: (call, lists) => {
    const user = requireUser(call, param(call, 'userId'));
    call.store.put('user', { ...user, ...lists, updatedAt: call.clock.stamp() });
  },
};
const teams: SubjectKind = {
  path: '/teams/:teamId',
  type: 'TEAM',
  load: (call) => requireTeam(call),
  setRole: (call, organizationRole) => {
    const team = requireTeam(call);
    if (organizationRole !== 'ORGANIZATION_OWNER') keepTeamOwners(call, team);
    call.store.put('team', { ...team, organizationRole, ...touched(call) });
  },
  setLists: (call, lists) => call.store.put('team', { ...requireTeam(call), ...lists, ...touched(call) }),
};

/** What the private role calls answer with. */
function binding(kind: SubjectKind, subject: User | Team, role: string, scopeType: string, entityId: string) {
  const shown = 'username' in subject ? { username: subject.username } : { name: subject.name };
  return { role, scope: { entityId, type: scopeType }, subject: { id: subject.id, type: kind.type, ...shown } };
}

const setOrganizationRole = (kind: SubjectKind) => (call: OrganizationCall) => {
  const { role } = readBody(call, object({ role: organizationRoleShape(call) }));
  const subject = kind.load(call);
  checkOrganizationRole(call.organization, role);
  kind.setRole(call, role);
  return binding(kind, subject, role, 'ORGANIZATION', call.organization.id);
};

/** One workspace role, added or replaced: no list to read and send back, so nothing to race about. */
const setWorkspaceRole = (kind: SubjectKind) => (call: OrganizationCall) => {
  const { role } = readBody(call, object({ role: oneOf(workspaceRoles) }));
  const subject = kind.load(call);
  const workspaceId = param(call, 'workspaceId');
  if (call.store.get('workspace', call.organization.id, workspaceId) === undefined)
    throw notFound('Workspace', workspaceId);
  const others = subject.workspaceRoles.filter((grant) => grant.workspaceId !== workspaceId);
  const lists = { ...listsOf(subject), workspaceRoles: [...others, { workspaceId, role }] };
  kind.setLists(call, settleRoleLists(call, subject, lists));
  return binding(kind, subject, role, 'WORKSPACE', workspaceId);
};

/** Leaving a workspace takes the roles on its deployments along. */
const removeFromWorkspace = (kind: SubjectKind) => (call: OrganizationCall) => {
  const subject = kind.load(call);
  const workspaceId = param(call, 'workspaceId');
  if (!subject.workspaceRoles.some((grant) => grant.workspaceId === workspaceId)) {
    throw notFound(`Role of ${subject.id} in workspace`, workspaceId);
  }
  const inside = new Set(
    call.store.where('deployment', 'workspace', call.organization.id, workspaceId).map(({ id }) => id),
  );
  kind.setLists(call, {
    workspaceRoles: subject.workspaceRoles.filter((grant) => grant.workspaceId !== workspaceId),
    deploymentRoles: subject.deploymentRoles.filter(({ deploymentId }) => !inside.has(deploymentId)),
    dagRoles: subject.dagRoles.filter(({ deploymentId }) => !inside.has(deploymentId)),
  });
};

const setDeploymentRole = (kind: SubjectKind) => (call: OrganizationCall) => {
  const { role } = readBody(call, object({ role: text({ min: 1 }) }));
  const subject = kind.load(call);
  const deploymentId = param(call, 'deploymentId');
  if (call.store.get('deployment', call.organization.id, deploymentId) === undefined) {
    throw notFound('Deployment', deploymentId);
  }
  const others = subject.deploymentRoles.filter((grant) => grant.deploymentId !== deploymentId);
  const lists = { ...listsOf(subject), deploymentRoles: [...others, { deploymentId, role }] };
  kind.setLists(call, settleRoleLists(call, subject, lists));
  return binding(kind, subject, role, 'DEPLOYMENT', deploymentId);
};

const removeFromDeployment = (kind: SubjectKind) => (call: OrganizationCall) => {
  const subject = kind.load(call);
  const id = param(call, 'deploymentId');
  if (!subject.deploymentRoles.some(({ deploymentId }) => deploymentId === id)) {
    throw notFound(`Role of ${subject.id} on deployment`, id);
  }
  kind.setLists(call, {
    workspaceRoles: subject.workspaceRoles,
    deploymentRoles: subject.deploymentRoles.filter(({ deploymentId }) => deploymentId !== id),
    dagRoles: subject.dagRoles.filter(({ deploymentId }) => deploymentId !== id),
  });
};

const listsOf = ({ workspaceRoles: workspaces, deploymentRoles, dagRoles }: RoleLists): RoleLists => ({
  workspaceRoles: workspaces,
  deploymentRoles,
  dagRoles,
});

const core = (
  method: 'POST' | 'DELETE',
  path: string,
  { type }: SubjectKind,
  handle: (call: OrganizationCall) => unknown,
): Route =>
  organizationRoute({
    surfaces: ['core'],
    method,
    path,
    need: 'owner',
    action: `edit ${type.toLowerCase()} roles`,
    handle,
  });

/** The private API's role calls, which change one role and leave the others alone. */
export const coreRoleRoutes: readonly Route[] = [users, teams].flatMap((kind) => [
  core('POST', `${kind.path}/role`, kind, setOrganizationRole(kind)),
  core('POST', `/workspaces/:workspaceId${kind.path}/role`, kind, setWorkspaceRole(kind)),
  core('DELETE', `/workspaces/:workspaceId${kind.path}`, kind, removeFromWorkspace(kind)),
  core('POST', `/deployments/:deploymentId${kind.path}/role`, kind, setDeploymentRole(kind)),
  core('DELETE', `/deployments/:deploymentId${kind.path}`, kind, removeFromDeployment(kind)),
]);
