/** What must be read because of what was read: decided from the organization as desired and as found so far. */
import { createNameIndex } from '../../core/name-index.js';
import type { DesiredOrganization, DesiredResource } from '../../core/resource.js';
import type { AstroUser } from './facts.js';
import type { WireNamed, WireTeam } from './wire.js';

/** Members whom the configuration removes, explicitly or for being unlisted. */
export function leavingPeople(
  { managed, unlisted, resources }: DesiredOrganization,
  users: readonly AstroUser[],
): readonly AstroUser[] {
  const members = new Map(resources.filter(({ kind }) => kind === 'member').map((member) => [member.name, member]));
  const removesUnlisted = managed.includes('members') && unlisted.members.policy === 'remove';
  return users.filter(({ email, status }) => {
    if (status === 'INACTIVE' || status === 'PENDING') return false;
    const member = members.get(email);
    return member === undefined ? removesUnlisted : member.state === 'absent';
  });
}

/** Whether somebody with deployment roles loses a workspace: the deployment roles in it must go along. */
export function losesDeployments(
  { resources }: DesiredOrganization,
  found: { readonly users: readonly AstroUser[]; readonly teams: readonly WireTeam[] },
  workspaces: readonly WireNamed[],
): boolean {
  const names = createNameIndex(workspaces);
  const wanted = new Map<string, DesiredResource>();
  for (const resource of resources) {
    for (const name of [resource.name, ...resource.previously]) wanted.set(`${resource.kind}/${name}`, resource);
  }
  const losesWorkspace = (address: string, { workspaceRoles, deploymentRoles }: AstroUser['roles']): boolean => {
    const desired = wanted.get(address)?.attributes['workspaces'];
    if (desired === undefined || deploymentRoles.length === 0) return false;
    const kept = new Set(Object.keys(desired ?? {}));
    return workspaceRoles.some(({ workspaceId }) => !kept.has(names.nameOf.get(workspaceId) ?? workspaceId));
  };
  return (
    found.users.some(({ email, roles }) => losesWorkspace(`member/${email}`, roles)) ||
    found.teams.some(({ name, roles }) => losesWorkspace(`team/${name}`, roles))
  );
}
