/** New teams of a project: one request a project, however many teams it gets. */
import type { Change } from '../../core/change.js';
import { textList } from '../../core/diff.js';
import { compareText, type Json } from '../../core/json.js';
import { rolesIn } from './compile-team.js';
import { rolesByProject } from './live.js';
import type { AtlasContext } from './settlement.js';
import { projectPath, step, type Step } from './step.js';
import { membersEdit, teamChanges, type TeamChange } from './team-changes.js';

interface NewAssignment {
  readonly project: string;
  readonly roles: readonly string[];
  readonly team: TeamChange;
}

export function compileNewAssignments(changes: readonly Change[], context: AtlasContext): readonly Step[] {
  const byProject = new Map<string, NewAssignment[]>();
  for (const team of teamChanges(changes, context)) {
    for (const assignment of newAssignments(team)) {
      byProject.set(assignment.project, [...(byProject.get(assignment.project) ?? []), assignment]);
    }
  }
  return [...byProject]
    .sort(([a], [b]) => compareText(a, b))
    .map(([project, assignments]) => request(project, assignments, context));
}

function newAssignments(team: TeamChange): readonly NewAssignment[] {
  const { change } = team;
  if (change.action !== 'create' && change.action !== 'update') return [];
  const before = change.action === 'update' ? rolesByProject(change.before['projects']) : {};
  return Object.entries(rolesByProject(change.after['projects']))
    .filter(([project]) => !Object.hasOwn(before, project))
    .map(([project, roles]) => ({ project, roles, team }));
}

function request(project: string, assignments: readonly NewAssignment[], context: AtlasContext): Step {
  const addresses = assignments.map(({ team }) => team.change.address).sort(compareText);
  const projectId = context.live.facts.projects?.idOf.get(project) ?? project;
  return step({
    key: `${addresses[0] ?? ''}#assign/${project}`,
    method: 'POST',
    path: projectPath(projectId, '/teams'),
    body: assignments.map(({ team: { change, live }, roles }): Json => ({
      teamId: live?.remoteId ?? { $ref: change.address },
      roleNames: [...roles],
    })),
    addresses,
    needs: assignments.flatMap(({ team: { change } }) =>
      change.action === 'create' ? [`${change.address}#create`] : [],
    ),
    retry: 'check-first',
    naturalKey: { kind: 'assignments' },
    effects: assignments.map(({ team: { change }, roles }) => rolesIn(change.address, project, roles)),
    grantsAnybody: assignments.some(
      ({ team: { live } }) => live !== undefined && live.attributes['members'] === undefined,
    ),
    grants: [
      ...new Set(
        assignments.flatMap(({ team: { change, live } }) => [
          ...textList(live?.attributes['members']),
          ...membersEdit(change).added,
        ]),
      ),
    ],
  });
}
