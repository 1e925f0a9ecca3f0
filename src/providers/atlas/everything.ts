/** The scope that has all of an Atlas organization read, identity providers included. */
import { formatAddress } from '../../core/address.js';
import type { DesiredOrganization } from '../../core/resource.js';
import { settingFields } from './kinds.js';

export function everything(organization: DesiredOrganization): DesiredOrganization {
  return {
    ...organization,
    resources: [
      {
        address: formatAddress(organization.name, 'settings'),
        kind: 'settings',
        name: '',
        state: 'present',
        // Only that they are named counts: that has them read.
        attributes: Object.fromEntries(['name', ...settingFields].map((field) => [field, ''])),
        previously: [],
        pointer: organization.pointer,
        source: undefined,
        dependsOn: [],
      },
    ],
    managed: ['members', 'teams', 'teamMembers', 'roleMappings'],
    // Which projects every team is in is read where a team may have to go.
    unlisted: { ...organization.unlisted, teams: { policy: 'remove', includeProvisioned: false } },
  };
}
