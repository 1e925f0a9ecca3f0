/** What no public source settles about logins to Astro, as this program takes it. */
import type { AccessAssumption } from '../../core/access.js';

const assume = (id: string, text: string): AccessAssumption => ({ id, text });

export const astroAssumptions = {
  emptyMethods: assume(
    'empty-login-methods',
    'A verified domain with an empty list of login methods restricts nothing.',
  ),
  jitLogins: assume(
    'jit-logins',
    'Only a login through the SSO connection itself makes somebody a member just in time.',
  ),
  connectionMembers: assume('connection-members', 'Members whom a deleted SSO connection had brought in stay members.'),
  observeRoles: assume(
    'observe-roles',
    'The Observe roles rank between ORGANIZATION_BILLING_ADMIN and ORGANIZATION_MEMBER.',
  ),
} as const;
