import { apiTokenRoutes } from './api-tokens.js';
import { bypassKeyRoutes } from './bypass-key.js';
import { coreOrganizationRoutes } from './core-organizations.js';
import { coreRoleRoutes } from './core-roles.js';
import { coreTeamRoutes } from './core-teams.js';
import { coreUserRoutes } from './core-users.js';
import { customRoleRoutes } from './custom-roles.js';
import { domainRoutes } from './domains.js';
import { inviteRoutes } from './invites.js';
import { ipRangeRoutes } from './ip-ranges.js';
import { loginCallbackRoutes } from './login-callback.js';
import { organizationRoutes } from './organizations.js';
import { type Route } from './route.js';
import { selfRoutes } from './self.js';
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
  ...customRoleRoutes,
  ...ipRangeRoutes,
  ...apiTokenRoutes,
  ...selfRoutes,
  ...domainRoutes,
  ...ssoConnectionRoutes,
  ...bypassKeyRoutes,
  ...coreOrganizationRoutes,
  ...coreUserRoutes,
  ...coreTeamRoutes,
  ...coreRoleRoutes,
  ...loginCallbackRoutes,
];
