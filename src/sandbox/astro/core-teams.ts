import { type Team } from './records.js';
import { page, queryFlag } from './paging.js';
import { organizationRoute, type OrganizationCall, type Route } from './route.js';
import { showMember } from './team-members.js';
import { requireTeam } from './team-rules.js';
import { filteredTeams, showTeam, teamSorts } from './teams.js';

/** The core Team: members, their count and role lists each only on request. */
function showCoreTeam(call: OrganizationCall, team: Team): Record<string, unknown> {
  const members = call.store.where('member', 'team', call.organization.id, team.id);
  const { workspaceRoles, deploymentRoles, dagRoles: _dagRoles, ...shown } = showTeam(call, team);
  return {
    ...shown,
    workspaceRoles: queryFlag(call, 'includeWorkspaceRoles') ? workspaceRoles : undefined,
    deploymentRoles: queryFlag(call, 'includeDeploymentRoles') ? deploymentRoles : undefined,
    members: queryFlag(call, 'includeMembers') ? members.map((member) => showMember(call, member)) : undefined,
    membersCount: queryFlag(call, 'includeMembersCount') ? members.length : undefined,
  };
}

function filtered(call: OrganizationCall): readonly Team[] {
  const search = call.query.get('search')?.toLowerCase() ?? '';
  const teams = filteredTeams(call);
  return search === '' ? teams : teams.filter(({ name }) => name.toLowerCase().includes(search));
}

/** Teams on the private API: all of them with their members in one paged list. */
export const coreTeamRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/teams',
    need: 'member',
    action: 'view teams',
    handle: (call) =>
      page(call, {
        name: 'teams',
        rows: filtered(call),
        sorts: { id: ({ id }) => id, ...teamSorts },
        maxLimit: 1000,
        show: (team) => showCoreTeam(call, team),
      }),
  }),
  organizationRoute({
    surfaces: ['core'],
    method: 'GET',
    path: '/teams/:teamId',
    need: 'member',
    action: 'view teams',
    handle: (call) => showCoreTeam(call, requireTeam(call)),
  }),
];
