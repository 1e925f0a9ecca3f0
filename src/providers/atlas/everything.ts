/** The scope that has all of an Atlas organization read, identity providers included; and what can be left out of it. */
import type { RefusedPart } from '../../core/importing.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { standIn } from '../../core/stand-in.js';
import type { ApiError } from '../../errors.js';
import { settingFields } from './kinds.js';

export function everything(organization: DesiredOrganization): DesiredOrganization {
  return {
    ...organization,
    resources: [
      // Only that they are named counts: that has them read.
      standIn(organization, 'settings', '', Object.fromEntries(['name', ...settingFields].map((field) => [field, '']))),
    ],
    managed: ['members', 'teams', 'teamMembers', 'roleMappings'],
    // Which projects every team is in is read where a team may have to go.
    unlisted: { ...organization.unlisted, teams: { policy: 'remove', includeProvisioned: false } },
  };
}

/** Federations are for organization owners, and so may be the settings; people and teams are what an import is for. */
export function refusedPart({ path }: Pick<ApiError, 'path'>): RefusedPart | undefined {
  if (/\/federationSettings\b/.test(path)) {
    return {
      name: 'the federation',
      without: (scope) => ({ ...scope, managed: scope.managed.filter((key) => key !== 'roleMappings') }),
    };
  }
  if (!/\/orgs\/[^/]+\/settings(?:$|\?)/.test(path)) return undefined;
  return {
    name: 'the settings but the name',
    without: (scope) => ({
      ...scope,
      resources: scope.resources.map((resource) =>
        resource.kind === 'settings' ? { ...resource, attributes: { name: '' } } : resource,
      ),
    }),
  };
}
