/** What somebody may do in an Astro organization: of direct and team roles the most privileged in each place (product docs). */
import type { AccessAssumption, AccessRole, StateResource } from '../../core/access.js';
import { effectiveRoles, type RoleGrant } from '../../core/access-roles.js';
import { objectOf } from '../../core/diff.js';
import { isJsonObject, textOf, type Json } from '../../core/json.js';
import { astroAssumptions } from './access-assumptions.js';
import { memberRole } from './roles.js';

const organizationRanks = [
  'ORGANIZATION_OWNER',
  'ORGANIZATION_BILLING_ADMIN',
  'ORGANIZATION_OBSERVE_ADMIN',
  'ORGANIZATION_OBSERVE_MEMBER',
  'ORGANIZATION_MEMBER',
];
const ranks = [
  ...organizationRanks,
  'WORKSPACE_OWNER',
  'WORKSPACE_OPERATOR',
  'WORKSPACE_AUTHOR',
  'WORKSPACE_MEMBER',
  'WORKSPACE_ACCESSOR',
  'DEPLOYMENT_ADMIN',
  'DEPLOYMENT_ACCESSOR',
];

/** The ranks of organization, workspace and deployment roles follow each other; a place has those of one kind only. */
export function holds(role: string, other: string): boolean {
  const [rank, otherRank] = [ranks.indexOf(role), ranks.indexOf(other)];
  return rank >= 0 && rank < otherRank;
}

export interface Effective {
  readonly roles: readonly AccessRole[];
  readonly assumptions: readonly AccessAssumption[];
}

/** `path` says what the roles of the membership itself come by. */
export function memberRoles(member: StateResource, teams: readonly StateResource[], path: string): Effective {
  return strongest([...grantsOf(member, path), ...teams.flatMap(teamGrants)]);
}

export function jitRoles(connection: StateResource, teams: readonly StateResource[]): Effective {
  const { address, attributes } = connection;
  const policy = objectOf(attributes['jit']);
  const source = { path: 'JIT policy', address };
  const grants = [
    { place: '', role: textOf(policy['role'], memberRole), ...source },
    ...Object.entries(objectOf(policy['workspaces'])).map(([place, role]) => ({
      place,
      role: textOf(isJsonObject(role) ? role['role'] : role),
      ...source,
    })),
  ];
  return strongest([...grants, ...teams.flatMap(teamGrants)]);
}

/** What somebody would have who is in one of these teams, whose people nobody knows. */
export function possibleTeamRoles(teams: readonly StateResource[]): readonly AccessRole[] {
  return effectiveRoles(
    teams.flatMap((team) => grantsOf(team, `team ${team.name}, whose members could not be read`)),
    () => [],
  );
}

function teamGrants(team: StateResource): readonly RoleGrant[] {
  return grantsOf(team, `team ${team.name}`);
}

function grantsOf({ attributes, address }: StateResource, path: string): readonly RoleGrant[] {
  const grant = (place: string, role: Json | undefined): RoleGrant => ({ place, role: textOf(role), path, address });
  return [
    grant('', attributes['role'] ?? memberRole),
    ...Object.entries(objectOf(attributes['workspaces'])).flatMap(([workspace, entry]) => {
      // A workspace role may be written short.
      const { role, deployments } = isJsonObject(entry) ? entry : { role: entry, deployments: undefined };
      return [
        grant(workspace, role),
        ...Object.entries(objectOf(deployments)).map(([deployment, inner]) =>
          grant(`${workspace}/${deployment}`, isJsonObject(inner) ? inner['role'] : inner),
        ),
      ];
    }),
  ];
}

function strongest(grants: readonly RoleGrant[]): Effective {
  const organization = new Set(grants.filter(({ place }) => place === '').map(({ role }) => role));
  const observes = [...organization].some((role) => role.startsWith('ORGANIZATION_OBSERVE_'));
  return {
    roles: effectiveRoles(grants, () => ranks),
    assumptions:
      observes && organization.size > 1 && !organization.has('ORGANIZATION_OWNER')
        ? [astroAssumptions.observeRoles]
        : [],
  };
}
