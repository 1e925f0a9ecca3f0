/** Requests for a team: made with its members, add before remove, project roles, and deleted when no project has it. */
import type { Address } from '../../core/address.js';
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { textOf, type Json } from '../../core/json.js';
import type { PartialEffect } from '../../core/operation.js';
import { makesMembers, makesWhole } from '../../core/partial-effects.js';
import type { LiveResource } from '../../core/resource.js';
import type { Update } from '../../core/settlement.js';
import { teamPath } from './compile-member.js';
import { rolesByProject } from './live.js';
import { roleEffect } from './roles.js';
import type { AtlasContext } from './settlement.js';
import { orgPath, projectPath, step, type Step } from './step.js';
import {
  additionKey,
  additionKeys,
  additionsOf,
  batchKey,
  invitationKey,
  membersEdit,
  type TeamChange,
} from './team-changes.js';

export function compileTeam(change: Change, live: LiveResource | undefined, context: AtlasContext): readonly Step[] {
  const team: TeamChange = { change, live };
  if (change.action === 'create') return creation(change, context);
  if (live === undefined) return [];
  if (change.action === 'delete') return deletion(change, live, context);
  return change.action === 'update' ? update(change, live, team, context) : [];
}

function creation(change: Extract<Change, { action: 'create' }>, context: AtlasContext): readonly Step[] {
  const { address, name } = change;
  const { active, pending, founders } = additionsOf(textList(change.after['members']), context);
  const create = step({
    key: `${address}#create`,
    method: 'POST',
    path: orgPath(context, '/teams'),
    body: { name, usernames: [...active, ...founders] },
    addresses: [address],
    needs: founders.map((person) => invitationKey(person, context)),
    retry: 'check-first',
    naturalKey: { kind: 'team', name },
    creates: address,
    ...makesWhole(address, { members: [...active, ...founders] }),
    grants: active,
  });
  // Atlas makes a team of active people only, and takes the others one by one.
  return [create, ...pending.map((person) => addition(person, { change, live: undefined }, context, [create.key]))];
}

function idOf(person: string, { live }: AtlasContext): string {
  return live.facts.users.get(person)?.id ?? '';
}

function addition(person: string, team: TeamChange, context: AtlasContext, needs: readonly string[]): Step {
  const { address } = team.change;
  return step({
    key: additionKey(address, person),
    method: 'POST',
    path: teamPath(team, context, ':addUser'),
    body: { id: idOf(person, context) },
    addresses: [address],
    needs,
    retry: 'check-first',
    naturalKey: { kind: 'team-member', isIn: true },
    ...makesMembers(address, 'members', { added: [person] }),
    grants: [person],
  });
}

function update(change: Update, live: LiveResource, team: TeamChange, context: AtlasContext): readonly Step[] {
  const { address, name } = change;
  const steps: Step[] = [];
  if (change.previousAddress !== undefined) {
    steps.push(
      step({
        key: `${address}#rename`,
        method: 'PATCH',
        path: teamPath(team, context),
        body: { name },
        addresses: [address],
      }),
    );
  }
  const { added, removed } = membersEdit(change);
  const { active, pending } = additionsOf(added, context);
  if (active.length >= 2) {
    steps.push(
      step({
        key: batchKey(address),
        method: 'POST',
        path: teamPath(team, context, '/users'),
        body: active.map((person) => ({ id: idOf(person, context) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
        addresses: [address],
        retry: 'check-first',
        naturalKey: { kind: 'team-member', isIn: true },
        ...makesMembers(address, 'members', { added: active }),
        grants: active,
      }),
    );
  }
  const single = active.length >= 2 ? pending : [...active, ...pending];
  for (const person of single) steps.push(addition(person, team, context, []));
  for (const person of removed) {
    steps.push(
      step({
        key: `${address}#remove/${person}`,
        method: 'POST',
        path: teamPath(team, context, ':removeUser'),
        body: { id: idOf(person, context) },
        addresses: [address],
        // Add before remove: the team never stands empty between the two.
        needs: additionKeys(change, context),
        retry: 'check-first',
        naturalKey: { kind: 'team-member', isIn: false },
        ...makesMembers(address, 'members', { removed: [person] }),
        revokes: [person],
      }),
    );
  }
  return [...steps, ...projectChanges(change, live, context)];
}

/** Roles in projects that the team has already; new projects are compiled for all teams together. */
function projectChanges(change: Update, live: LiveResource, context: AtlasContext): readonly Step[] {
  if (change.after['projects'] === undefined || change.before['projects'] === undefined) return [];
  const before = rolesByProject(change.before['projects']);
  const after = rolesByProject(change.after['projects']);
  const people = peopleOf(change, live);
  return Object.entries(before).flatMap(([project, was]) => {
    const will = Object.hasOwn(after, project) ? after[project] : undefined;
    if (will === undefined) return [unassignment(project, change, live, context, people)];
    if (was.length === will.length && was.every((role) => will.includes(role))) return [];
    const effect = roleEffect(was, will);
    return [
      step({
        key: `${change.address}#roles/${project}`,
        method: 'PATCH',
        path: assignmentPath(project, live, context),
        body: { teamId: live.remoteId ?? '', roleNames: [...will] },
        addresses: [change.address],
        effects: [rolesIn(change.address, project, will)],
        grants: effect.gains ? people : [],
        revokes: effect.loses ? people : [],
        grantsAnybody: effect.gains && live.attributes['members'] === undefined,
        revokesAnybody: effect.loses && live.attributes['members'] === undefined,
      }),
    ];
  });
}

/** What a team has in one project. */
export function rolesIn(address: Address, project: string, roles: readonly string[]): PartialEffect {
  return { address, edits: [{ type: 'set', path: ['projects', project], before: undefined, after: [...roles] }] };
}

function peopleOf(change: Update, live: LiveResource): readonly string[] {
  return [...new Set([...textList(live.attributes['members']), ...membersEdit(change).added])];
}

function assignmentPath(project: string, live: LiveResource, context: AtlasContext): string {
  const projectId = context.live.facts.projects?.idOf.get(project) ?? project;
  return projectPath(projectId, `/teams/${encodeURIComponent(live.remoteId ?? '')}`);
}

function unassignment(
  project: string,
  change: Change,
  live: LiveResource,
  context: AtlasContext,
  people: readonly string[],
): Step {
  return step({
    key: `${change.address}#unassign/${project}`,
    method: 'DELETE',
    path: assignmentPath(project, live, context),
    addresses: [change.address],
    effects: [rolesIn(change.address, project, [])],
    revokes: people,
    revokesAnybody: live.attributes['members'] === undefined,
  });
}

/** Atlas deletes no team that a project has. */
function deletion(change: Change, live: LiveResource, context: AtlasContext): readonly Step[] {
  const people = textList(live.attributes['members']);
  const { projects, assignments } = context.live.facts;
  const names = (assignments?.get(textOf(live.remoteId as Json)) ?? [])
    .map((id) => projects?.nameOf.get(id) ?? id)
    .sort();
  const unassignments = names.map((project) => unassignment(project, change, live, context, people));
  return [
    ...unassignments,
    step({
      key: `${change.address}#delete`,
      method: 'DELETE',
      path: orgPath(context, `/teams/${encodeURIComponent(live.remoteId ?? '')}`),
      addresses: [change.address],
      needs: unassignments.map(({ key }) => key),
      revokes: people,
      revokesAnybody: live.attributes['members'] === undefined,
    }),
  ];
}
