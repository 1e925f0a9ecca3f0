/** The scope that has all of a directory read. */
import { formatAddress } from '../../core/address.js';
import type { DesiredOrganization, Live } from '../../core/resource.js';
import type { ScimFacts } from './facts.js';

/** Who is in a group is read for the teams that are named, so the first read tells the names. */
export function everything(organization: DesiredOrganization, seen: Live<ScimFacts> | undefined): DesiredOrganization {
  if (seen === undefined) return { ...organization, resources: [], managed: ['teams'] };
  return {
    ...organization,
    resources: seen.resources
      .filter(({ kind }) => kind === 'team')
      .map(({ name }) => ({
        address: formatAddress(organization.name, 'team', name),
        kind: 'team',
        name,
        state: 'present',
        attributes: { members: [] },
        previously: [],
        pointer: organization.pointer,
        source: undefined,
        dependsOn: [],
      })),
    managed: ['members', 'teams', 'teamMembers'],
  };
}
