/** Requests for a team: made with its members, one batch to add, one call a removal (the API has no other). */
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { makesFields, makesMembers, makesWhole } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import { refInPath } from '../../core/operation.js';
import { accessEffect, liveRoleLists, roleListsOf } from './compile-access.js';
import { hasGrants, roleListsToJson } from './roles.js';
import type { AstroContext } from './settlement.js';
import { publicPath, step, type Step } from './step.js';

export function compileTeam(change: Change, live: LiveResource | undefined, context: AstroContext): Step[] {
  if (change.action === 'create') return creation(change, context);
  if (live === undefined) return [];
  if (change.action === 'delete') return [deletion(change, live, context)];
  return change.action === 'update' ? update(change, live, context) : [];
}

function creation(change: Extract<Change, { action: 'create' }>, context: AstroContext): Step[] {
  const { address, name, after } = change;
  const members = textList(after['members']);
  const lists = roleListsOf(after, undefined, context.live.facts);
  const create = step({
    key: `${address}#create`,
    method: 'POST',
    path: publicPath(context, '/teams'),
    body: {
      name,
      ...(typeof after['description'] === 'string' && { description: after['description'] }),
      ...(members.length > 0 && { memberIds: userIds(members, context) }),
      organizationRole: lists.organizationRole,
    },
    addresses: [address],
    retry: 'check-first',
    naturalKey: { kind: 'team', name },
    creates: address,
    ...makesWhole(address, { ...after, role: lists.organizationRole, workspaces: {} }),
    grants: members,
    marks: ['team-shape'],
  });
  if (!hasGrants(lists)) return [create];
  return [
    create,
    step({
      key: `${address}#roles`,
      method: 'POST',
      path: publicPath(context, `/teams/${refInPath(address)}/roles`),
      body: roleListsToJson(lists),
      addresses: [address],
      needs: [create.key],
      grants: members,
    }),
  ];
}

function deletion(change: Change, live: LiveResource, context: AstroContext): Step {
  return step({
    key: `${change.address}#delete`,
    method: 'DELETE',
    path: publicPath(context, `/teams/${encodeURIComponent(live.remoteId ?? '')}`),
    addresses: [change.address],
    revokes: textList(live.attributes['members']),
    revokesAnybody: live.attributes['members'] === undefined,
  });
}

function update(change: Extract<Change, { action: 'update' }>, live: LiveResource, context: AstroContext): Step[] {
  const { address, name, after } = change;
  const { facts } = context.live;
  const path = publicPath(context, `/teams/${encodeURIComponent(live.remoteId ?? '')}`);
  const steps: Step[] = [];
  const touches = (field: string): boolean => change.edits.some((edit) => edit.path[0] === field);
  if (change.previousAddress !== undefined || touches('description')) {
    const description = after['description'];
    steps.push(
      step({
        key: `${address}#update`,
        method: 'POST',
        path,
        // Both are sent: the private API demands both, and an omitted description may mean an empty one.
        body: { name, description: typeof description === 'string' ? description : '' },
        addresses: [address],
        ...makesFields(change, 'description'),
        marks: ['team-shape'],
      }),
    );
  }
  const members = textList(live.attributes['members']);
  const edit = change.edits.find((candidate) => candidate.type === 'members' && candidate.path[0] === 'members');
  const added = edit?.type === 'members' ? edit.added : [];
  const removed = edit?.type === 'members' ? edit.removed : [];
  if (touches('role') || touches('workspaces')) {
    const lists = roleListsOf(after, live, facts);
    const effect = accessEffect(liveRoleLists(live), lists);
    const people = [...new Set([...members, ...added])];
    steps.push(
      step({
        key: `${address}#roles`,
        method: 'POST',
        path: `${path}/roles`,
        body: roleListsToJson(lists),
        addresses: [address],
        ...makesFields(change, 'role', 'workspaces'),
        grants: effect.gains ? people : [],
        revokes: effect.loses ? people : [],
        grantsAnybody: effect.gains && live.attributes['members'] === undefined,
        revokesAnybody: effect.loses && live.attributes['members'] === undefined,
      }),
    );
  }
  const addKey = `${address}#add`;
  if (added.length > 0) {
    steps.push(
      step({
        key: addKey,
        method: 'POST',
        path: `${path}/members`,
        body: { memberIds: userIds(added, context) },
        addresses: [address],
        ...makesMembers(address, 'members', { added }),
        grants: added,
        marks: ['team-shape'],
      }),
    );
  }
  const ids = facts.teamMembers.get(live.remoteId ?? '');
  for (const person of removed) {
    const id = ids?.get(person) ?? facts.users.get(person)?.id ?? '';
    steps.push(
      step({
        key: `${address}#remove/${person}`,
        method: 'DELETE',
        path: `${path}/members/${encodeURIComponent(id)}`,
        addresses: [address],
        ...makesMembers(address, 'members', { removed: [person] }),
        // Add before remove: the team never stands empty between the two.
        needs: added.length > 0 ? [addKey] : [],
        revokes: [person],
        marks: ['team-shape'],
      }),
    );
  }
  return steps;
}

function userIds(people: readonly string[], { live }: AstroContext): string[] {
  return people.flatMap((person) => live.facts.users.get(person)?.id ?? []).sort();
}
