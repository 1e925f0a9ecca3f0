import { connectedOrganizationRoutes } from './connected-organizations.js';
import { eventRoutes } from './events.js';
import { federationSettingsRoutes } from './federation-settings.js';
import { identityProviderRoutes } from './identity-providers.js';
import { invitationRoutes } from './invitations.js';
import { organizationRoutes } from './organizations.js';
import { projectTeamRoutes } from './project-teams.js';
import { projectRoutes } from './projects.js';
import { rateLimitRoutes } from './rate-limit-routes.js';
import { roleMappingRoutes } from './role-mappings.js';
import { type Route } from './route.js';
import { settingsRoutes } from './settings.js';
import { teamUserRoutes } from './team-users.js';
import { teamRoutes } from './teams.js';
import { userRoleRoutes } from './user-roles.js';
import { userRoutes } from './users.js';

const routes: readonly Route[] = [
  ...federationSettingsRoutes,
  ...identityProviderRoutes,
  ...connectedOrganizationRoutes,
  ...roleMappingRoutes,
  ...organizationRoutes,
  ...settingsRoutes,
  ...userRoutes,
  ...userRoleRoutes,
  ...invitationRoutes,
  ...teamRoutes,
  ...teamUserRoutes,
  ...projectRoutes,
  ...projectTeamRoutes,
  ...eventRoutes,
];

/** Every Atlas route the sandbox has. */
export const atlasRoutes: readonly Route[] = [...routes, ...rateLimitRoutes(routes)];
