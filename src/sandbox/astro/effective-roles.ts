import { organizationRoles, workspaceRoles, type User } from './records.js';
import { type Store } from '../store.js';

/** Most privileged first; a role not listed (a custom one) is kept beside the others, for nothing ranks it. */
const deploymentRanks = ['DEPLOYMENT_ADMIN', 'DEPLOYMENT_ACCESSOR'];
const organizationRanks = [
  'ORGANIZATION_OWNER',
  'ORGANIZATION_BILLING_ADMIN',
  ...organizationRoles.slice(3),
  'ORGANIZATION_MEMBER',
];

function strongest(roles: readonly string[], ranks: readonly string[]): string[] {
  const ranked = ranks.find((role) => roles.includes(role));
  const unranked = roles.filter((role) => !ranks.includes(role));
  return [...(ranked === undefined ? [] : [ranked]), ...new Set(unranked)].sort();
}

/**
 * What a person may do, direct and through teams, the most privileged role of each place (product docs): the organization
 * role as it is, then `Workspace: ROLE` and `Workspace/deployment: ROLE`, sorted.
 */
export function effectiveRoles(store: Store, user: User): string[] {
  const { organizationId } = user;
  const teams = store
    .where('member', 'user', organizationId, user.id)
    .flatMap(({ teamId }) => store.get('team', organizationId, teamId) ?? []);
  const subjects = [user, ...teams];
  const places = new Map<string, { roles: string[]; ranks: readonly string[] }>();
  const add = (place: string, role: string, ranks: readonly string[]): void => {
    const entry = places.get(place) ?? { roles: [], ranks };
    entry.roles.push(role);
    places.set(place, entry);
  };
  for (const { workspaceRoles: grants, deploymentRoles } of subjects) {
    for (const { workspaceId, role } of grants) {
      add(store.get('workspace', organizationId, workspaceId)?.name ?? workspaceId, role, workspaceRoles);
    }
    for (const { deploymentId, role } of deploymentRoles) {
      const deployment = store.get('deployment', organizationId, deploymentId);
      const workspace = store.get('workspace', organizationId, deployment?.workspaceId ?? '');
      add(`${workspace?.name ?? ''}/${deployment?.name ?? deploymentId}`, role, deploymentRanks);
    }
  }
  const organizationRole = strongest(
    subjects.map((subject) => subject.organizationRole),
    organizationRanks,
  );
  const inside = [...places].flatMap(([place, { roles, ranks }]) =>
    strongest(roles, ranks).map((role) => `${place}: ${role}`),
  );
  return [...organizationRole, ...inside.sort()];
}
