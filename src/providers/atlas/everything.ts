/** The scope that has all of an Atlas organization read, identity providers included. */
import type { DesiredOrganization } from '../../core/resource.js';
import { standIn } from '../../core/stand-in.js';
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
