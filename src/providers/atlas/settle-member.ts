/**
 * What becomes of a member:
 *
 * | live                                   | present                            | absent or unlisted         |
 * | -------------------------------------- | ---------------------------------- | -------------------------- |
 * | -                                      | invited (perhaps active at once)   | -                          |
 * | PENDING                                | roles are set; waits               | the invitation is withdrawn |
 * | INVITATION_EXPIRED, INVITATION_REJECTED | invited again                      | already gone               |
 * | ACTIVE                                 | roles are set                      | removed                    |
 */
import type { Comparison } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { report, updateOf, waitsFor } from '../../core/settlement.js';
import { domainAllowed } from './allowed-domains.js';
import { memberRole } from './roles.js';
import { isForgotten } from './membership.js';
import { emptiedTeams } from './team-people.js';
import type { Settlement } from './settlement.js';

export function settleMember(comparison: Comparison, settlement: Settlement): void {
  const { change, live, desired, name, address } = comparison;
  if (change?.action === 'delete') settleRemoval(comparison, settlement);
  else if (desired === undefined || desired.state === 'absent') return;
  else if (live === undefined) {
    if (change?.action === 'create' && mayBeInvited(comparison, settlement)) {
      settlement.changes.push({ ...change, after: { roles: invitedRoles(comparison), status: 'PENDING' } });
    }
  } else if (isForgotten(live)) {
    if (mayBeInvited(comparison, settlement)) settlement.changes.push(invitedAgain(comparison, live, settlement));
  } else {
    if (change !== undefined) settlement.changes.push(change);
    if (live.attributes['status'] === 'PENDING') waitsFor(settlement, address, `${name} to accept the invitation`);
  }
}

function invitedRoles({ desired }: Comparison): readonly string[] {
  const roles = textList(desired?.attributes['roles']);
  return roles.length === 0 ? [memberRole] : roles;
}

function invitedAgain(comparison: Comparison, live: LiveResource, settlement: Settlement): ReturnType<typeof updateOf> {
  const before: JsonObject = live.attributes;
  const wanted = comparison.desired?.attributes['roles'];
  const roles = wanted === undefined ? textList(before['roles']) : textList(wanted);
  const after = { roles: roles.length === 0 ? [memberRole] : roles, status: 'PENDING' };
  const was = textList(before['roles']);
  const added = after.roles.filter((role) => !was.includes(role));
  const removed = was.filter((role) => !after.roles.includes(role));
  return updateOf(comparison, settlement.context.organization.name, {
    before,
    after,
    edits: [
      ...(added.length + removed.length === 0 ? [] : [{ type: 'members', path: ['roles'], added, removed } as const]),
      { type: 'set', path: ['status'], before: before['status'], after: 'PENDING' },
    ],
    reason:
      before['status'] === 'INVITATION_EXPIRED'
        ? 'the invitation expired, so it is sent again'
        : 'the invitation was rejected, so it is sent again',
  });
}

/** Atlas refuses invitations outside the allowed domains; who is a member already stays. */
function mayBeInvited(comparison: Comparison, settlement: Settlement): boolean {
  if (domainAllowed(comparison.name, settlement)) return true;
  report(settlement, comparison, 'error', {
    code: 'domain-not-allowed',
    summary: `${comparison.name} cannot be invited: the domain is not among the allowedDomains of ${settlement.context.organization.name}.`,
    hint: 'Add the domain to allowedDomains, or take the person out of the members.',
  });
  return false;
}

function settleRemoval(comparison: Comparison, settlement: Settlement): void {
  const { change, name } = comparison;
  if (change === undefined) return;
  const teams = emptiedTeams(name, settlement);
  if (teams.length === 0) {
    settlement.changes.push(change);
    return;
  }
  report(settlement, comparison, 'error', {
    code: 'team-would-be-empty',
    summary: `${name} cannot be removed: without ${name} there would be no active person in ${teams.map((team) => `team "${team}"`).join(' and ')}, and Atlas has no empty teams.`,
    hint: 'Put somebody else who is active into the team in the same plan, or remove the team.',
  });
}
