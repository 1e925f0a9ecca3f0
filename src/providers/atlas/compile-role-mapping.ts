/** Requests for role mappings, one for each: made, replaced whole, removed. */
import type { Change } from '../../core/change.js';
import { objectOf, textList } from '../../core/diff.js';
import type { Json, JsonObject } from '../../core/json.js';
import type { LiveResource } from '../../core/resource.js';
import { rolesByProject } from './live.js';
import { bothEffects, projectsEffect, roleEffect } from './roles.js';
import { narrowingKeys, type AtlasContext } from './settlement.js';
import { connectionPath, mappedPeople, step, type Step } from './step.js';

export function compileRoleMapping(
  change: Change,
  live: LiveResource | undefined,
  context: AtlasContext,
): readonly Step[] {
  const { address, name } = change;
  const path = connectionPath(
    context,
    `/roleMappings${live === undefined ? '' : `/${encodeURIComponent(live.remoteId ?? '')}`}`,
  );
  if (change.action === 'delete') {
    return [
      step({
        key: `${address}#delete`,
        method: 'DELETE',
        path,
        addresses: [address],
        revokes: [mappedPeople],
        needs: narrowingKeys(context),
        marks: ['maps'],
      }),
    ];
  }
  const body = { externalGroupName: name, roleAssignments: assignments(change.after, live, context) };
  if (change.action === 'create') {
    return [
      step({
        key: `${address}#create`,
        method: 'POST',
        path,
        body,
        addresses: [address],
        retry: 'check-first',
        naturalKey: { kind: 'role-mapping', group: name },
        creates: address,
        grants: [mappedPeople],
        // Who is in the group does not show: perhaps somebody who loses the role elsewhere.
        grantsAnybody: true,
        marks: ['maps'],
      }),
    ];
  }
  const effect = bothEffects(
    roleEffect(textList(change.before['roles']), textList(change.after['roles'])),
    projectsEffect(rolesByProject(change.before['projects']), rolesByProject(change.after['projects'])),
  );
  return [
    step({
      key: `${address}#update`,
      method: 'PUT',
      path,
      body,
      addresses: [address],
      grants: effect.gains ? [mappedPeople] : [],
      grantsAnybody: effect.gains,
      revokes: effect.loses ? [mappedPeople] : [],
      needs: effect.loses && !effect.gains ? narrowingKeys(context) : [],
      marks: ['maps'],
    }),
  ];
}

/** One scope and one role each, and only the id of its scope. Project roles that the YAML leaves alone go back as read. */
function assignments(after: JsonObject, live: LiveResource | undefined, context: AtlasContext): Json {
  const { projects } = context.live.facts;
  const orgId = context.organization.id;
  const ofOrganization = textList(after['roles']).map((role) => ({ orgId, role }));
  if (projects === undefined || after['projects'] === undefined) {
    const raw = live?.native['assignments'];
    const kept = (Array.isArray(raw) ? (raw as readonly Json[]) : []).filter(
      (assignment) => objectOf(assignment)['groupId'] !== undefined,
    );
    return [...ofOrganization, ...kept];
  }
  const ofProjects = Object.entries(rolesByProject(after['projects'])).flatMap(([project, roles]) =>
    roles.map((role) => ({ groupId: projects.idOf.get(project) ?? project, role })),
  );
  return [...ofOrganization, ...ofProjects];
}
