/** The scope that has all of an Astro organization read. */
import type { JsonObject } from '../../core/json.js';
import type { DesiredOrganization, DesiredResource, Live } from '../../core/resource.js';
import { standIn } from '../../core/stand-in.js';
import type { AstroFacts } from './facts.js';

/** Who is in a team is read for the teams that are named, so the first read tells the names. */
export function everything(organization: DesiredOrganization, seen: Live<AstroFacts> | undefined): DesiredOrganization {
  if (seen === undefined) return { ...organization, resources: [], managed: ['teams'] };
  const named = (kind: string, name: string, attributes: JsonObject = {}): DesiredResource =>
    standIn(organization, kind, name, attributes);
  return {
    ...organization,
    resources: [
      named('settings', ''),
      named('bypass-link', ''),
      // Speaks of a workspace and a deployment, so that the names of both are read.
      named('sso', '', { workspaces: { '': { deployments: {} } } }),
      ...seen.resources.filter(({ kind }) => kind === 'team').map(({ name }) => named('team', name, { members: [] })),
    ],
    managed: ['members', 'teams', 'teamMembers', 'domains'],
  };
}
