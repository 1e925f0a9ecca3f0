/** Requests for a member: invite (into teams at once), set roles, remove. */
import { refInPath } from '../../core/operation.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import type { Json } from '../../core/json.js';
import { makesMembers } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import { keysBeforeInviting } from './joining.js';
import { isForgotten } from './membership.js';
import { ownerRole, roleEffect } from './roles.js';
import type { AtlasContext } from './settlement.js';
import { orgPath, step, type Step, type StepMark } from './step.js';
import { addedTo, teamKeysBefore, type TeamChange } from './team-changes.js';

export function compileMember(
  change: Change,
  live: LiveResource | undefined,
  context: AtlasContext,
  changes: readonly Change[],
): readonly Step[] {
  if (change.action === 'delete') return live === undefined ? [] : [removal(change, live, context, changes)];
  if (live === undefined || isForgotten(live))
    return [invitation(change, context, addedTo(change.name, changes, context))];
  return [roleChange(change, live, context)];
}

/** The invitation puts the person into their teams too, so that no request is needed for that later. */
function invitation(
  { address, name, after }: Extract<Change, { after: unknown }>,
  context: AtlasContext,
  teams: readonly TeamChange[],
): Step {
  const teamIds = teams.map(({ change, live }): Json => live?.remoteId ?? { $ref: change.address });
  return step({
    key: `${address}#invite`,
    method: 'POST',
    path: orgPath(context, '/users'),
    body: {
      username: name,
      roles: { orgRoles: textList(after['roles']) },
      ...(teamIds.length > 0 && { teamIds }),
    },
    addresses: [address, ...teams.map(({ change }) => change.address)],
    needs: [
      ...keysBeforeInviting(context),
      ...teams.flatMap(({ change }) => (change.action === 'create' ? [`${change.address}#create`] : [])),
    ],
    retry: 'check-first',
    naturalKey: { kind: 'member', email: name },
    creates: address,
    effects: teams.flatMap(({ change }) => makesMembers(change.address, 'members', { added: [name] }).effects ?? []),
    sendsEmail: true,
    marks: ['invites'],
  });
}

function roleChange(change: Extract<Change, { after: unknown }>, live: LiveResource, context: AtlasContext): Step {
  const { address, name } = change;
  const before = textList(live.attributes['roles']);
  const after = textList(change.after['roles']);
  const effect = roleEffect(before, after);
  const isActive = live.attributes['status'] === 'ACTIVE';
  const marks: StepMark[] = [];
  if (isActive && !before.includes(ownerRole) && after.includes(ownerRole)) marks.push('promotes-owner');
  if (before.includes(ownerRole) && !after.includes(ownerRole)) marks.push('demotes-owner');
  return step({
    key: `${address}#roles`,
    method: 'PATCH',
    path: userPath(live, context),
    // Whether leaving the project roles out takes them away is not documented, so they are sent back as read.
    body: { roles: { orgRoles: after, groupRoleAssignments: live.native['groupRoleAssignments'] ?? [] } },
    addresses: [address],
    grants: effect.gains ? [name] : [],
    revokes: effect.loses ? [name] : [],
    marks,
  });
}

function removal(change: Change, live: LiveResource, context: AtlasContext, changes: readonly Change[]): Step {
  const isOwner = live.attributes['status'] === 'ACTIVE' && textList(live.attributes['roles']).includes(ownerRole);
  return step({
    key: `${change.address}#remove`,
    method: 'DELETE',
    path: userPath(live, context),
    addresses: [change.address],
    // Nobody leaves a team empty behind.
    needs: teamKeysBefore(change.name, changes, context),
    marks: isOwner ? ['demotes-owner'] : [],
  });
}

function userPath(live: LiveResource, context: AtlasContext): string {
  return orgPath(context, `/users/${encodeURIComponent(live.remoteId ?? '')}`);
}

export function teamPath({ change, live }: TeamChange, context: AtlasContext, rest = ''): string {
  const id = live === undefined ? refInPath(change.address) : encodeURIComponent(live.remoteId ?? '');
  return orgPath(context, `/teams/${id}${rest}`);
}
