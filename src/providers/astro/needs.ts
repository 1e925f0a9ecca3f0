/** What must be read of an organization, and no more: decided from what the YAML manages. */
import { objectOf } from '../../core/diff.js';
import { isJsonObject, type Json } from '../../core/json.js';
import type { DesiredOrganization, DesiredResource } from '../../core/resource.js';

export interface Needs {
  readonly users: boolean;
  readonly teams: boolean;
  /** Names (earlier ones too) of the teams whose members are managed. */
  readonly memberTeams: ReadonlySet<string> | 'all';
  readonly workspaces: boolean;
  readonly deployments: boolean;
  readonly domains: boolean;
  readonly connections: boolean;
  readonly bypassLink: boolean;
}

/** `whole`: what decides about access, too. */
export function needsOf({ resources, managed, unlisted }: DesiredOrganization, whole = false): Needs {
  if (whole) return everything;
  const members = resources.filter(({ kind }) => kind === 'member');
  const teams = resources.filter(({ kind }) => kind === 'team');
  const domains = resources.filter(({ kind }) => kind === 'domain');
  const sso = resources.filter(({ kind }) => kind === 'sso');
  const memberTeams = new Set(
    teams
      .filter(({ attributes }) => attributes['members'] !== undefined)
      .flatMap(({ name, previously }) => [name, ...previously]),
  );
  return {
    users: members.length > 0 || managed.includes('members') || memberTeams.size > 0,
    teams: teams.length > 0 || managed.includes('teams'),
    memberTeams,
    workspaces: resources.some(namesWorkspaces),
    deployments: resources.some(namesDeployments),
    domains: domains.length > 0 || sso.length > 0 || managed.includes('domains'),
    // Removing a domain, or leaving only SSO on it, is judged by what connection it has.
    connections:
      sso.length > 0 ||
      domains.some(({ state, attributes }) => state === 'absent' || isOnlySso(attributes['allowedMethods'])) ||
      (managed.includes('domains') && unlisted.domains.policy === 'remove'),
    bypassLink: resources.some(({ kind }) => kind === 'bypass-link'),
  };
}

const everything: Needs = {
  users: true,
  teams: true,
  memberTeams: 'all',
  workspaces: true,
  deployments: true,
  domains: true,
  connections: true,
  bypassLink: true,
};

export function isOnlySso(methods: Json | undefined): boolean {
  return Array.isArray(methods) && methods.length === 1 && methods[0] === 'sso';
}

function namesWorkspaces({ attributes }: DesiredResource): boolean {
  return (
    attributes['workspaces'] !== undefined ||
    Object.keys(objectOf(objectOf(attributes['jit'])['workspaces'])).length > 0
  );
}

function namesDeployments({ attributes }: DesiredResource): boolean {
  return Object.values(objectOf(attributes['workspaces'])).some(
    (entry) => isJsonObject(entry) && entry['deployments'] !== undefined,
  );
}
