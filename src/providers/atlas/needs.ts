/** What must be read of an organization, and no more: decided from what the YAML manages. */
import type { DesiredOrganization } from '../../core/resource.js';
import { settingFields } from './kinds.js';

export interface Needs {
  readonly federation: boolean;
  readonly users: boolean;
  readonly teams: boolean;
  readonly projects: boolean;
  /** Which teams are in which projects: one request for each project. */
  readonly assignments: boolean;
  readonly name: boolean;
  /** Fields of the settings, without the name. */
  readonly settings: readonly string[];
}

const federationKinds: ReadonlySet<string> = new Set(['idp-mapping', 'role-mapping', 'identity-provider']);

/** `whole`: what decides about access, too. */
export function needsOf({ resources, managed, unlisted }: DesiredOrganization, whole = false): Needs {
  const has = (kind: string): boolean => resources.some((resource) => resource.kind === kind);
  const teams = resources.filter(({ kind }) => kind === 'team');
  const wanted = resources.find(({ kind }) => kind === 'settings')?.attributes ?? {};
  const assignments =
    teams.some(({ state, attributes }) => state === 'absent' || attributes['projects'] !== undefined) ||
    (managed.includes('teams') && unlisted.teams.policy === 'remove');
  return {
    federation: whole || resources.some(({ kind }) => federationKinds.has(kind)) || managed.includes('roleMappings'),
    users:
      whole ||
      has('member') ||
      managed.includes('members') ||
      teams.some(({ attributes }) => attributes['members'] !== undefined),
    teams: whole || teams.length > 0 || managed.includes('teams'),
    projects:
      whole ||
      assignments ||
      resources.some(({ kind, attributes }) => kind === 'role-mapping' && attributes['projects'] !== undefined),
    assignments: whole || assignments,
    name: wanted['name'] !== undefined,
    settings: settingFields.filter((field) => wanted[field] !== undefined),
  };
}
