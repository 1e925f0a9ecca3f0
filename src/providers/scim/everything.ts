/** The scope that has all of a directory read. */
import type { DesiredOrganization, Live } from '../../core/resource.js';
import { standIn } from '../../core/stand-in.js';
import type { ScimFacts } from './facts.js';

/** Who is in a group is read for the teams that are named, so the first read tells the names. */
export function everything(organization: DesiredOrganization, seen: Live<ScimFacts> | undefined): DesiredOrganization {
  if (seen === undefined) return { ...organization, resources: [], managed: ['teams'] };
  return {
    ...organization,
    resources: seen.resources
      .filter(({ kind }) => kind === 'team')
      .map(({ name }) => standIn(organization, 'team', name, { members: [] })),
    managed: ['members', 'teams', 'teamMembers'],
  };
}
