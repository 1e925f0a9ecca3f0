/** What must be read of a directory, and no more: decided from what the YAML manages. */
import type { DesiredOrganization } from '../../core/resource.js';
import { textList } from '../../core/diff.js';
import type { ScimService } from './capabilities.js';

export interface Needs {
  readonly users: boolean;
  readonly allUsers: boolean;
  /** In lower case; looked for where not all are listed. */
  readonly userNames: ReadonlySet<string>;
  readonly groups: boolean;
  readonly allGroups: boolean;
  readonly groupNames: readonly string[];
  /** Who is in the groups. */
  readonly members: boolean;
  /**
   * Whether it is told by name who is in a group, and hidden members are looked for. Not where only what a plan touches
   * is read again: there the ids that the list shows are compared.
   */
  readonly memberNames: boolean;
}

/** `whole`: what decides about access, too. */
export function needsOf({ resources, managed }: DesiredOrganization, service: ScimService, whole = false): Needs {
  const people = resources.filter(({ kind }) => kind === 'member');
  const teams = resources.filter(({ kind }) => kind === 'team');
  const withMembers = teams.filter(({ attributes }) => attributes['members'] !== undefined);
  // A group that is sent back whole must be known whole.
  const memberNames = managed.length > 0 && (withMembers.length > 0 || (teams.length > 0 && !service.patch));
  const named = memberNames ? withMembers.flatMap(({ attributes }) => textList(attributes['members'])) : [];
  const groups = whole || teams.length > 0 || managed.includes('teams') || managed.includes('teamMembers');
  return {
    users: whole || managed.includes('members') || people.length > 0 || memberNames,
    allUsers: whole || managed.includes('members'),
    userNames: new Set([...people.flatMap(({ name, previously }) => [name, ...previously]), ...named]),
    groups,
    allGroups: whole || managed.includes('teams'),
    groupNames: teams.flatMap(({ name, previously }) => [name, ...previously]),
    members: whole || withMembers.length > 0 || (groups && !service.patch),
    memberNames,
  };
}
