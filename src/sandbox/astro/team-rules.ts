import { planFeatures } from './plans.js';
import { type Team } from './records.js';
import { ApiError, notFound } from './api-error.js';
import { param, type Call, type OrganizationCall } from './route.js';

export function requireTeam(call: OrganizationCall, id = param(call, 'teamId')): Team {
  const team = call.store.get('team', call.organization.id, id);
  if (team === undefined) throw notFound('Team', id);
  return team;
}

/** Teams need Team tier or above (product docs). */
export function requireTeamsPlan({ organization, switches }: OrganizationCall): void {
  if (planFeatures(organization.plan).teams) return;
  throw new ApiError(switches.planRefusalStatus, `Teams are not available on the ${organization.plan} plan`);
}

/** With SCIM on, new teams and new members come from the identity provider only (API block, product docs). */
export function refuseWithScim({ organization, switches }: OrganizationCall, what: string): void {
  if (!organization.isScimEnabled) return;
  throw new ApiError(
    switches.scimRefusalStatus,
    `Invalid request: cannot ${what} while SCIM provisioning is enabled for organization ${organization.id}`,
  );
}

/** A pushed group's name and members belong to the identity provider. */
export function refuseWhenIdpManaged({ switches }: Call, team: Team, what: string): void {
  if (!team.isIdpManaged) return;
  throw new ApiError(switches.idpManagedRefusalStatus, `Invalid request: cannot ${what} IdP-managed team ${team.id}`);
}
