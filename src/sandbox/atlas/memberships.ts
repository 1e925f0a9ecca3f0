import { AtlasError, badRequest, conflict, forbidden, notFound } from './api-error.js';
import { type AtlasTeam, type AtlasUser, type MembershipStatus } from './records.js';
import { type OrgRole } from './roles.js';
import { type Call, type Context } from './route.js';

const maxUsersPerTeam = 250;

/** An invitation whose time is over counts as expired without anybody writing that down. */
export function statusOf({ clock }: Pick<Context, 'clock'>, { status, invitation }: AtlasUser): MembershipStatus {
  const expiresAt = invitation?.expiresAt;
  const over = typeof expiresAt === 'string' && Date.parse(expiresAt) <= clock.now();
  return status === 'PENDING' && over ? 'INVITATION_EXPIRED' : status;
}

/** Somebody who is in the organization or on the way into it. */
export const isMember = (context: Pick<Context, 'clock'>, user: AtlasUser): boolean =>
  ['ACTIVE', 'PENDING'].includes(statusOf(context, user));

export const userByName = ({ store }: Pick<Context, 'store'>, organizationId: string, username: string) =>
  store.where('atlasUser', 'email', organizationId, username.toLowerCase())[0];

export const teamIdsOf = ({ store }: Pick<Context, 'store'>, { organizationId, id }: AtlasUser): string[] =>
  store.where('atlasTeamMember', 'user', organizationId, id).map(({ teamId }) => teamId);

/** An organization keeps an active owner (API docs); `error` says how the one that is to go would go. */
export function keepAnOwner(
  context: Context,
  user: AtlasUser,
  after: readonly OrgRole[],
  error: 'demoted' | 'deleted',
): void {
  if (statusOf(context, user) !== 'ACTIVE' || !user.orgRoles.includes('ORG_OWNER') || after.includes('ORG_OWNER'))
    return;
  if (hasOtherOwner(context, user)) return;
  throw error === 'demoted'
    ? forbidden('CANNOT_DEMOTE_LAST_ORG_OWNER', 'The last owner of an organization cannot be demoted.')
    : forbidden('CANNOT_DELETE_LAST_ADMIN', 'The last owner of an organization cannot be removed.');
}

export const hasOtherOwner = ({ store }: Context, user: AtlasUser): boolean =>
  store
    .list('atlasUser', user.organizationId)
    .some(({ id, status, orgRoles }) => id !== user.id && status === 'ACTIVE' && orgRoles.includes('ORG_OWNER'));

/** Puts people into a team: all of them or none. */
export function joinTeam(call: Call, team: AtlasTeam, users: readonly AtlasUser[]): void {
  const { store, switches } = call;
  const { organizationId, id: teamId } = team;
  const fresh = users.filter(({ id }) => store.get('atlasTeamMember', organizationId, `${teamId}/${id}`) === undefined);
  if (fresh.length < users.length && switches.atlasReaddTeamUser === 'refused') {
    throw conflict('USER_ALREADY_IN_TEAM', `A user is in team ${teamId} already.`, teamId);
  }
  if (store.count('atlasTeamMember', 'team', organizationId, teamId) + fresh.length > maxUsersPerTeam) {
    throw badRequest('MAX_USERS_PER_TEAM_EXCEEDED', `A team has at most ${maxUsersPerTeam} users.`, maxUsersPerTeam);
  }
  for (const { id: userId } of fresh) {
    store.put('atlasTeamMember', { organizationId, id: `${teamId}/${userId}`, teamId, userId });
  }
}

/** Takes a person out of a team, which must not become empty. */
export function leaveTeam(call: Call, teamId: string, user: AtlasUser): void {
  const membership = call.store.get('atlasTeamMember', user.organizationId, `${teamId}/${user.id}`);
  if (membership === undefined) throw notFound('USER_NOT_FOUND', `User ${user.id} is not in team ${teamId}.`, user.id);
  if (isLastOf(call, teamId, user)) throw lastOf(call, teamId);
  call.store.delete('atlasTeamMember', membership);
}

/** Whether nobody would be left; by default somebody who has not accepted yet is nobody. */
function isLastOf(call: Call, teamId: string, user: AtlasUser): boolean {
  const { store, switches } = call;
  const others = store
    .where('atlasTeamMember', 'team', user.organizationId, teamId)
    .flatMap(({ userId }) => (userId === user.id ? [] : (store.get('atlasUser', user.organizationId, userId) ?? [])));
  if (others.length === 0) return true;
  const counts = switches.atlasPendingKeepsTeam === 'yes' || user.status !== 'ACTIVE';
  return !counts && !others.some(({ status }) => status === 'ACTIVE');
}

const lastOf = ({ switches }: Call, teamId: string): AtlasError => {
  const detail = `The last user of team ${teamId} cannot be removed.`;
  return new AtlasError(switches.atlasLastTeamUserStatus, 'CANNOT_REMOVE_LAST_USER_FROM_TEAM', detail, {
    parameters: [teamId],
  });
};

/** Refuses when a person leaves the organization as the only user of a team. */
export function checkTeamsKeepUsers(call: Call, user: AtlasUser): void {
  if (call.switches.atlasLastTeamUserLeaves === 'allowed') return;
  const team = teamIdsOf(call, user).find((teamId) => isLastOf(call, teamId, user));
  if (team !== undefined) throw lastOf(call, team);
}

/** Removes a membership with its places in teams. */
export function removeMember({ store }: Pick<Context, 'store'>, user: AtlasUser): void {
  for (const row of [...store.where('atlasTeamMember', 'user', user.organizationId, user.id)]) {
    store.delete('atlasTeamMember', row);
  }
  store.delete('atlasUser', user);
}
