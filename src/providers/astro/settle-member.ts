/**
 * What becomes of a member:
 *
 * | live             | present                                        | absent or unlisted                     |
 * | ---------------- | ---------------------------------------------- | -------------------------------------- |
 * | -                | invited; workspace roles wait                  | -                                      |
 * | PENDING          | waits; with a wrong role it is invited anew     | the invitation is withdrawn            |
 * | EXPIRED          | invited again                                  | the invitation is withdrawn            |
 * | ACTIVE           | roles are set                                  | removed, or stripped where only the UI can remove |
 * | INACTIVE, BANNED | a manual step                                  | already gone (INACTIVE), else removed  |
 */
import type { Change, Comparison } from '../../core/change.js';
import { objectOf } from '../../core/diff.js';
import { compareText, textOf, type JsonObject } from '../../core/json.js';
import { emptyNameIndex } from '../../core/name-index.js';
import type { LiveResource } from '../../core/resource.js';
import type { Edit } from '../../core/shape.js';
import { updateOf, waitsFor, withEdits } from '../../core/settlement.js';
import { liveRoleLists } from './compile-access.js';
import type { CoreAccess } from './facts.js';
import * as manual from './manual-steps.js';
import { hasGrants, memberRole } from './roles.js';
import type { Settlement } from './settlement.js';
import { workspacesAttribute } from './workspace-access.js';

export function settleMember(comparison: Comparison, settlement: Settlement): void {
  const { change, live, desired } = comparison;
  if (change?.action === 'delete') settleRemoval(comparison, settlement);
  else if (desired === undefined || desired.state === 'absent') return;
  else if (live === undefined) settleInvitation(comparison, settlement);
  else if (live.attributes['status'] === 'ACTIVE') {
    if (change !== undefined) settlement.changes.push(change);
  } else if (live.attributes['status'] === 'PENDING' || live.attributes['status'] === 'EXPIRED') {
    settlePending(comparison, live, settlement);
  } else {
    settlement.manualSteps.push(
      manual.reactivateMember(comparison.address, comparison.name, textOf(live.attributes['status'])),
    );
  }
}

function settleInvitation(comparison: Comparison, settlement: Settlement): void {
  const { change, desired, name, address } = comparison;
  if (change?.action !== 'create') return;
  const role = desired?.attributes['role'] ?? memberRole;
  settlement.changes.push({ ...change, after: { role, status: 'PENDING' } });
  if (Object.keys(objectOf(desired?.attributes['workspaces'])).length > 0) {
    waitsFor(settlement, address, `${name} to accept the invitation; ${rolesThatFollow(comparison)}`);
  }
}

/** Which roles are meant: the reviewer of the invitation decides about them, too. */
function rolesThatFollow({ desired }: Comparison): string {
  const roles = Object.entries(objectOf(desired?.attributes['workspaces'])).map(
    ([workspace, grant]) => `${workspace} ${textOf(objectOf(grant)['role'])}`,
  );
  return `workspace roles follow then${roles.length === 0 ? '' : ` (${roles.join(', ')})`}`;
}

function settlePending(comparison: Comparison, live: LiveResource, settlement: Settlement): void {
  const { change, desired, name, address } = comparison;
  const { core } = settlement.context.live.facts;
  const edits = change?.action === 'update' ? change.edits : [];
  const roleEdit = edits.find(
    (edit): edit is Extract<Edit, { type: 'set' }> => edit.type === 'set' && edit.path[0] === 'role',
  );
  const isExpired = live.attributes['status'] === 'EXPIRED';
  const role = textOf(desired?.attributes['role'] ?? live.attributes['role'], memberRole);
  if (roleEdit !== undefined && !isExpired && inviteId(live) === undefined) {
    settlement.manualSteps.push(manual.reissueInvitation(address, name, role, whyNoInvite(core)));
    return;
  }
  if (roleEdit !== undefined || isExpired) {
    const before: JsonObject = {
      role: live.attributes['role'] ?? memberRole,
      status: live.attributes['status'] ?? 'PENDING',
    };
    settlement.changes.push(
      updateOf(comparison, settlement.context.organization.name, {
        before,
        after: { role, status: 'PENDING' },
        edits: [
          ...(roleEdit === undefined ? [] : [roleEdit]),
          ...(isExpired ? [{ type: 'set', path: ['status'], before: 'EXPIRED', after: 'PENDING' } as const] : []),
        ],
        reason: isExpired
          ? 'the invitation expired, so it is sent again'
          : 'the invitation is for another role, so it is sent anew',
      }),
    );
  }
  const isWaitingForRoles = edits.some((edit) => edit.path[0] === 'workspaces');
  if (isWaitingForRoles || (roleEdit === undefined && !isExpired)) {
    waitsFor(
      settlement,
      address,
      `${name} to accept the invitation${isWaitingForRoles ? `; ${rolesThatFollow(comparison)}` : ''}`,
    );
  }
}

function settleRemoval(comparison: Comparison, settlement: Settlement): void {
  const { change, live, name, address } = comparison;
  if (change?.action !== 'delete' || live === undefined) return;
  const { core } = settlement.context.live.facts;
  const status = live.attributes['status'];
  if (status === 'PENDING' || status === 'EXPIRED') {
    if (inviteId(live) !== undefined) settlement.changes.push(change);
    else settlement.manualSteps.push(manual.withdrawInvitation(address, name, whyNoInvite(core)));
  } else if (core.writes) {
    settlement.changes.push(change);
  } else {
    stripAccess(comparison, change, live, settlement);
    settlement.manualSteps.push(manual.removeMember(address, name, core.whyNot));
  }
}

/** Without the private API the person stays a member, but of nothing: least role, no workspace, no team. */
function stripAccess(comparison: Comparison, removal: Change, live: LiveResource, settlement: Settlement): void {
  const { name, address } = comparison;
  const { facts } = settlement.context.live;
  const teams = facts.teamsOf.get(name) ?? [];
  for (const team of teams.filter(({ isIdpManaged }) => isIdpManaged)) {
    settlement.blocked.push({
      address,
      owner: 'scim',
      direction: 'extra',
      detail: `${name} stays in team "${team.name}" until the identity provider takes them out`,
    });
  }
  const leaving = teams.filter(({ isIdpManaged }) => !isIdpManaged).map((team) => team.name);
  const staying = teams.filter(({ isIdpManaged }) => isIdpManaged).map((team) => team.name);
  const lists = liveRoleLists(live);
  const hasRoles = lists !== undefined && hasGrants(lists);
  // Where nothing managed names a workspace their names were not read; what goes must be seen all the same.
  const workspaces =
    live.attributes['workspaces'] ?? (hasRoles ? workspacesAttribute(lists, emptyNameIndex, undefined) : {});
  const role = live.attributes['role'] ?? memberRole;
  const edits: Edit[] = [];
  if (role !== memberRole) edits.push({ type: 'set', path: ['role'], before: role, after: memberRole });
  if (hasRoles) edits.push({ type: 'set', path: ['workspaces'], before: workspaces, after: {} });
  if (leaving.length > 0) edits.push({ type: 'members', path: ['teams'], added: [], removed: leaving });
  if (edits.length === 0) return;
  const before: JsonObject = { ...live.attributes, workspaces, teams: [...leaving, ...staying].sort(compareText) };
  const update = withEdits(
    updateOf(comparison, settlement.context.organization.name, {
      before,
      after: before,
      edits,
      reason: `${removal.reason}; roles and teams go now, the membership itself by hand`,
    }),
    edits,
  );
  // Somebody unlisted has no place of their own; the removal has one.
  if (update !== undefined) settlement.changes.push({ ...update, address, source: removal.source });
}

/** Why an invitation cannot be withdrawn although there is one. */
function whyNoInvite(core: CoreAccess): string {
  return core.reads ? 'the private API lists no invitation for this person' : core.whyNot;
}

export function inviteId(live: LiveResource): string | undefined {
  const invites = live.native['invites'];
  const first: unknown = Array.isArray(invites) ? invites[invites.length - 1] : undefined;
  return typeof first === 'string' ? first : undefined;
}
