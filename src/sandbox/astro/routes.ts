import { bypassKeyRoutes } from './bypass-key.js';
import { coreRoleRoutes } from './core-roles.js';
import { coreTeamRoutes } from './core-teams.js';
import { coreUserRoutes } from './core-users.js';
import { domainRoutes } from './domains.js';
import { inviteRoutes } from './invites.js';
import { organizationRoutes } from './organizations.js';
import { type Route } from './route.js';
import { ssoConnectionRoutes } from './sso-connections.js';
import { teamMemberRoutes } from './team-members.js';
import { teamRoutes } from './teams.js';
import { userRoutes } from './users.js';
import { workspaceRoutes } from './workspaces.js';

/** Every Astro route the sandbox has. */
export const astroRoutes: readonly Route[] = [
  ...organizationRoutes,
  ...userRoutes,
  ...inviteRoutes,
  ...teamRoutes,
  ...teamMemberRoutes,
  ...workspaceRoutes,
  ...domainRoutes,
  ...ssoConnectionRoutes,
  ...bypassKeyRoutes,
  ...coreUserRoutes,
  ...coreTeamRoutes,
  ...coreRoleRoutes,
];
