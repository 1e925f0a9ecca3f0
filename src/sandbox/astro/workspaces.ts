import { type Deployment, type RoleLists, type Workspace } from './records.js';
import { type Store } from '../store.js';
import { invalid, notFound } from './api-error.js';
import { page } from './paging.js';
import {
  made,
  newId,
  organizationRoute,
  param,
  readBody,
  touched,
  type OrganizationCall,
  type Route,
} from './route.js';
import { flag, object, optional, text } from '../shape.js';
import { platformSurfaces } from './surface.js';

const showWorkspace = ({ organization }: OrganizationCall, workspace: Workspace) => ({
  ...workspace,
  organizationName: organization.name,
});

function showDeployment({ store, organization }: OrganizationCall, deployment: Deployment) {
  const workspaceName = store.get('workspace', organization.id, deployment.workspaceId)?.name;
  return { ...deployment, workspaceName, status: 'HEALTHY', type: 'STANDARD' };
}

function requireWorkspace(call: OrganizationCall): Workspace {
  const workspace = call.store.get('workspace', call.organization.id, param(call, 'workspaceId'));
  if (workspace === undefined) throw notFound('Workspace', param(call, 'workspaceId'));
  return workspace;
}

function createWorkspace(call: OrganizationCall): unknown {
  const shape = {
    name: text({ min: 1, max: 50 }),
    description: optional(text()),
    cicdEnforcedDefault: optional(flag()),
  };
  const { name, description = '', cicdEnforcedDefault = false } = readBody(call, object(shape));
  if (call.store.where('workspace', 'name', call.organization.id, name).length > 0) {
    throw invalid(`a workspace named ${name} already exists`);
  }
  const id = newId(call);
  const workspace = { organizationId: call.organization.id, id, name, description, cicdEnforcedDefault, ...made(call) };
  call.store.put('workspace', workspace);
  return showWorkspace(call, workspace);
}

function updateWorkspace(call: OrganizationCall): unknown {
  const shape = { name: text({ min: 1, max: 50 }), description: text(), cicdEnforcedDefault: flag() };
  const after = { ...requireWorkspace(call), ...readBody(call, object(shape)), ...touched(call) };
  call.store.put('workspace', after);
  return showWorkspace(call, after);
}

function deleteWorkspace(call: OrganizationCall): undefined {
  const { store, organization } = call;
  const workspace = requireWorkspace(call);
  if (store.count('deployment', 'workspace', organization.id, workspace.id) > 0) {
    throw invalid(`workspace ${workspace.id} still has deployments`);
  }
  dropWorkspaceRoles(store, organization.id, workspace.id);
  store.delete('workspace', workspace);
}

/** Nobody keeps a role in a workspace that is gone. */
function dropWorkspaceRoles(store: Store, organizationId: string, workspaceId: string): void {
  const without = <T extends RoleLists>(subject: T): T | undefined => {
    const workspaceRoles = subject.workspaceRoles.filter((grant) => grant.workspaceId !== workspaceId);
    return workspaceRoles.length === subject.workspaceRoles.length ? undefined : { ...subject, workspaceRoles };
  };
  for (const user of store.list('user', organizationId)) {
    const after = without(user);
    if (after !== undefined) store.put('user', after);
  }
  for (const team of store.list('team', organizationId)) {
    const after = without(team);
    if (after !== undefined) store.put('team', after);
  }
}

const sorts = {
  name: ({ name }: Workspace | Deployment) => name,
  createdAt: ({ createdAt }: Workspace | Deployment) => createdAt,
  updatedAt: ({ updatedAt }: Workspace | Deployment) => updatedAt,
};
const matches = (wanted: readonly string[], value: string): boolean => wanted.length === 0 || wanted.includes(value);
const surfaces = platformSurfaces;

/** Workspaces and deployments: what turns the names of a configuration into ids. */
export const workspaceRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: [...surfaces, 'core'],
    method: 'GET',
    path: '/workspaces',
    need: 'member',
    action: 'view workspaces',
    handle: (call) => {
      const [names, ids] = [call.query.getAll('names'), call.query.getAll('workspaceIds')];
      const rows = call.store
        .list('workspace', call.organization.id)
        .filter(({ id, name }) => matches(names, name) && matches(ids, id));
      const show = (workspace: Workspace) => showWorkspace(call, workspace);
      return page(call, { name: 'workspaces', rows, sorts, maxLimit: 1000, show });
    },
  }),
  organizationRoute({
    surfaces,
    method: 'POST',
    path: '/workspaces',
    need: 'owner',
    action: 'create workspaces',
    handle: createWorkspace,
  }),
  organizationRoute({
    surfaces,
    method: 'GET',
    path: '/workspaces/:workspaceId',
    need: 'member',
    action: 'view workspaces',
    handle: (call) => showWorkspace(call, requireWorkspace(call)),
  }),
  organizationRoute({
    surfaces,
    method: 'POST',
    path: '/workspaces/:workspaceId',
    need: 'owner',
    action: 'update workspaces',
    handle: updateWorkspace,
  }),
  organizationRoute({
    surfaces,
    method: 'DELETE',
    path: '/workspaces/:workspaceId',
    need: 'owner',
    action: 'delete workspaces',
    handle: deleteWorkspace,
  }),
  organizationRoute({
    surfaces,
    method: 'GET',
    path: '/deployments',
    need: 'member',
    action: 'view deployments',
    handle: (call) => {
      const { query, store, organization } = call;
      const [names, ids] = [query.getAll('names'), query.getAll('deploymentIds')];
      const workspaceIds = query.getAll('workspaceIds');
      const rows = store
        .list('deployment', organization.id)
        .filter(
          ({ id, name, workspaceId }) => matches(names, name) && matches(ids, id) && matches(workspaceIds, workspaceId),
        );
      const show = (deployment: Deployment) => showDeployment(call, deployment);
      return page(call, { name: 'deployments', rows, sorts, maxLimit: 1000, show });
    },
  }),
  organizationRoute({
    surfaces,
    method: 'GET',
    path: '/deployments/:deploymentId',
    need: 'member',
    action: 'view deployments',
    handle: (call) => {
      const deployment = call.store.get('deployment', call.organization.id, param(call, 'deploymentId'));
      if (deployment === undefined) throw notFound('Deployment', param(call, 'deploymentId'));
      return showDeployment(call, deployment);
    },
  }),
];
