import { type Team, type TeamMember } from './records.js';
import { invalid, notFound } from './api-error.js';
import { keepAnOwner, type OwnerContext } from './owners.js';
import { page } from './paging.js';
import { organizationRoute, param, readBody, type OrganizationCall, type Route } from './route.js';
import { list, object, text } from '../shape.js';
import { iamSurfaces } from './surface.js';
import { refuseWhenIdpManaged, refuseWithScim, requireTeam, requireTeamsPlan } from './team-rules.js';

/** A member as lists show it. */
export function showMember({ store, organization }: OrganizationCall, member: TeamMember): Record<string, unknown> {
  const user = store.get('user', organization.id, member.userId);
  const { userId, createdAt } = member;
  return { userId, username: user?.username ?? '', fullName: user?.fullName, avatarUrl: '', createdAt };
}

/** Adds a batch to a team; it never replaces. Members must be users of the organization (product docs). */
export function addMembers(call: OrganizationCall, team: Team, userIds: readonly string[]): void {
  const { store, organization, switches, clock } = call;
  for (const userId of new Set(userIds)) {
    const user = store.get('user', organization.id, userId);
    if (user === undefined) throw invalid(`user ${userId} is not a user of organization ${organization.id}`);
    if (user.status === 'PENDING' && switches.pendingUsersInTeams === 'refused') {
      throw invalid(`user ${user.username} has not accepted the invite yet`);
    }
    const id = `${team.id}/${userId}`;
    if (store.get('member', organization.id, id) !== undefined) {
      if (switches.readdTeamMember === 'refused') throw invalid(`user ${userId} is already in team ${team.id}`);
      continue;
    }
    const member = { organizationId: organization.id, id, teamId: team.id, userId, createdAt: clock.stamp() };
    store.put('member', member);
  }
}

/** Empties a team that is about to go. */
export function deleteMembers(call: OwnerContext, team: Team): void {
  const members = [...call.store.where('member', 'team', call.organization.id, team.id)];
  keepTeamOwners(call, team, members);
  for (const member of members) call.store.delete('member', member);
}

function deleteMember(call: OrganizationCall): undefined {
  const team = requireTeam(call);
  refuseWhenIdpManaged(call, team, 'remove members from');
  const userId = param(call, 'userId');
  const member = call.store.get('member', call.organization.id, `${team.id}/${userId}`);
  if (member === undefined) throw notFound(`Team ${team.id}: member`, userId);
  keepTeamOwners(call, team, [member]);
  call.store.delete('member', member);
}

/** Somebody who owns the organization through this team stops being an owner by leaving it; by switch, that counts. */
export function keepTeamOwners(
  call: OwnerContext,
  team: Team,
  leaving: readonly TeamMember[] = call.store.where('member', 'team', call.organization.id, team.id),
): void {
  if (call.switches.ownerThroughTeam !== 'counts' || team.organizationRole !== 'ORGANIZATION_OWNER') return;
  const users = leaving.flatMap(({ userId }) => call.store.get('user', call.organization.id, userId) ?? []);
  keepAnOwner(
    call,
    users.filter((user) => user.organizationRole !== 'ORGANIZATION_OWNER'),
  );
}

export const teamMemberRoutes: readonly Route[] = [
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'GET',
    path: '/teams/:teamId/members',
    need: 'member',
    action: 'view teams',
    handle: (call) => {
      const nameOf = ({ userId }: TeamMember) => call.store.get('user', call.organization.id, userId);
      return page(call, {
        name: 'teamMembers',
        rows: call.store.where('member', 'team', call.organization.id, requireTeam(call).id),
        sorts: {
          userId: ({ userId }) => userId,
          fullName: (member) => nameOf(member)?.fullName ?? '',
          username: (member) => nameOf(member)?.username ?? '',
          createdAt: ({ createdAt }) => createdAt,
        },
        show: (member) => showMember(call, member),
      });
    },
  }),
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'POST',
    path: '/teams/:teamId/members',
    need: 'owner',
    action: 'add team members',
    handle: (call) => {
      const { memberIds } = readBody(call, object({ memberIds: list(text(), { min: 1 }) }));
      const team = requireTeam(call);
      requireTeamsPlan(call);
      refuseWithScim(call, 'add team members');
      refuseWhenIdpManaged(call, team, 'add members to');
      addMembers(call, team, memberIds);
    },
  }),
  organizationRoute({
    surfaces: [...iamSurfaces, 'core'],
    method: 'DELETE',
    path: '/teams/:teamId/members/:userId',
    need: 'owner',
    action: 'remove team members',
    handle: deleteMember,
  }),
];
