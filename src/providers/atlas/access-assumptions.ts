/** What no public source settles about logins to Atlas, as this program takes it. */
import type { AccessAssumption } from '../../core/access.js';

const assume = (id: string, text: string): AccessAssumption => ({ id, text });

export const atlasAssumptions = {
  manualRoles: assume(
    'manual-roles',
    'At a login in an organization with role mappings, what they give replaces the roles that were given by hand.',
  ),
  otherFederations: assume(
    'other-federations',
    'A domain of no active identity provider here is one of no other federation either; only its owner can see.',
  ),
  sharedDomain: assume(
    'shared-domain',
    "People of a domain that several active identity providers have come through the organization's own.",
  ),
  disconnectedMembers: assume(
    'disconnected-members',
    'Members of an organization that is disconnected from its federation stay members.',
  ),
} as const;
