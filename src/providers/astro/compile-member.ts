/** Requests for a member: invite, set roles (all four lists in one call), remove. */
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { textOf } from '../../core/json.js';
import { makesFields, makesMembers, makesWhole } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import { accessEffect, liveRoleLists, roleListsOf } from './compile-access.js';
import { memberRole, ownerRole, roleListsToJson } from './roles.js';
import { inviteId } from './settle-member.js';
import type { AstroContext } from './settlement.js';
import { corePath, publicPath, step, type Step, type StepMark } from './step.js';

export function compileMember(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  switch (change.action) {
    case 'create':
      return [invite(change.address, change.name, textOf(change.after['role'], memberRole), context, [])];
    case 'delete':
      return live === undefined ? [] : [removal(change, live, context)];
    case 'update':
    case 'replace':
      if (live === undefined) return [];
      return live.attributes['status'] === 'ACTIVE' || live.attributes['status'] === 'BANNED'
        ? roleChange(change, live, context)
        : reissue(change, live, context);
  }
}

function invite(
  address: Change['address'],
  email: string,
  role: string,
  context: AstroContext,
  needs: readonly string[],
): Step {
  return step({
    key: `${address}#invite`,
    method: 'POST',
    path: publicPath(context, '/invites'),
    body: { inviteeEmail: email, role },
    addresses: [address],
    needs,
    retry: 'check-first',
    naturalKey: { kind: 'member', email, role },
    creates: address,
    sendsEmail: true,
  });
}

/** An expired invitation only needs another; one that is still open for another role must go first. */
function reissue(change: Extract<Change, { after: unknown }>, live: LiveResource, context: AstroContext): Step[] {
  const { address, name } = change;
  const role = textOf(change.after['role'], memberRole);
  if (live.attributes['status'] === 'EXPIRED') return [invite(address, name, role, context, [])];
  const withdraw = withdrawal(change, live, context);
  return [withdraw, invite(address, name, role, context, [withdraw.key])];
}

function withdrawal({ address }: Change, live: LiveResource, context: AstroContext): Step {
  return step({
    key: `${address}#withdraw`,
    method: 'DELETE',
    path: publicPath(context, `/invites/${encodeURIComponent(inviteId(live) ?? '')}`),
    addresses: [address],
    ...makesWhole(address, undefined),
  });
}

function removal(change: Change, live: LiveResource, context: AstroContext): Step {
  const status = live.attributes['status'];
  if (status === 'PENDING' || status === 'EXPIRED') return withdrawal(change, live, context);
  return step({
    key: `${change.address}#remove`,
    method: 'DELETE',
    path: corePath(context, `/users/${encodeURIComponent(live.remoteId ?? '')}`),
    addresses: [change.address],
    marks: live.attributes['role'] === ownerRole ? ['demotes-owner'] : [],
  });
}

function roleChange(change: Extract<Change, { after: unknown }>, live: LiveResource, context: AstroContext): Step[] {
  const { address, name } = change;
  const { facts } = context.live;
  const before = liveRoleLists(live);
  const after = roleListsOf(change.after, live, facts);
  const effect = accessEffect(before, after);
  const marks: StepMark[] = [];
  if (before?.organizationRole !== ownerRole && after.organizationRole === ownerRole) marks.push('promotes-owner');
  if (before?.organizationRole === ownerRole && after.organizationRole !== ownerRole) marks.push('demotes-owner');
  const id = encodeURIComponent(live.remoteId ?? '');
  const steps: Step[] = [];
  if (effect.gains || effect.loses) {
    steps.push(
      step({
        key: `${address}#roles`,
        method: 'POST',
        path: publicPath(context, `/users/${id}/roles`),
        body: roleListsToJson(after),
        addresses: [address],
        ...makesFields(change, 'role', 'workspaces'),
        grants: effect.gains ? [name] : [],
        revokes: effect.loses ? [name] : [],
        marks,
      }),
    );
  }
  const left = new Set(textList(change.after['teams']));
  for (const team of facts.teamsOf.get(name) ?? []) {
    if (change.after['teams'] === undefined || left.has(team.name)) continue;
    steps.push(
      step({
        key: `${address}#leave/${team.id}`,
        method: 'DELETE',
        path: publicPath(context, `/teams/${encodeURIComponent(team.id)}/members/${id}`),
        addresses: [address],
        ...makesMembers(address, 'teams', { removed: [team.name] }),
      }),
    );
  }
  return steps;
}
