import { amount, choice } from '../switch-entry.js';

/** What no public source settles about Atlas; the first of several values is the default. */
export const atlasSwitchTable = {
  // Protocol
  atlasMissingVersionStatus: amount(
    406,
    400,
    406,
    'Status when Accept names no version date: both 406 and 400 INVALID_VERSION_DATE are documented.',
  ),
  atlasPlainContentType: choice(
    ['refused', 'accepted'],
    'A body sent as plain application/json: 415, or taken as the version that Accept names.',
  ),
  atlasPreviousLink: choice(['present', 'absent'], 'Whether a page after the first links to the previous one.'),
  atlasArrayOrder: choice(
    ['unstable', 'stable'],
    'Whether arrays and pages come in another order each time; which rows are on a page never changes.',
  ),
  atlasTokensPerMinute: amount(
    10,
    1,
    1000,
    'Token requests per client and minute; 10 and 50 have both been published.',
  ),
  atlasInvitationsPerMinute: amount(
    10,
    0,
    1000,
    'Invitations per address and minute, then 400 RATE_LIMITED_IP (seen for project invitations); 0: no limit.',
  ),

  // Federation
  atlasNoFederation: choice(
    ['missing', 'empty'],
    'The federation settings of an organization without any: 404, or an object without an id.',
  ),
  atlasForeignOrganizations: choice(
    ['listed', 'hidden'],
    'Whether the list of connected organizations has those the caller does not own.',
  ),
  atlasNullIdentityProvider: choice(
    ['detached', 'kept', 'refused'],
    'What `identityProviderId: null` does in the update of a connected organization.',
  ),
  atlasOmittedDataAccess: choice(
    ['cleared', 'kept'],
    'What leaving out `dataAccessIdentityProviderIds` does to the ones connected.',
  ),
  atlasOmittedProvisioning: choice(
    ['reset', 'kept'],
    'What leaving out `instantUserProvisioningDisabled` does to its value.',
  ),
  atlasDetachedMappings: choice(
    ['kept', 'deleted'],
    'Role mappings of an organization that is detached from its identity provider.',
  ),
  atlasReplacedMappingIds: choice(
    ['new', 'kept'],
    'Ids of role mappings of an unchanged group name when the whole list is replaced.',
  ),
  atlasAllowListGrows: choice(
    ['visible', 'hidden'],
    'Whether the allow list shows the domains of the identity provider, which always may join.',
  ),
  atlasDisconnectedMembers: choice(
    ['stay', 'removed'],
    'Members of an organization that is disconnected; owners stay in any case.',
  ),
  atlasDuplicateMappingStatus: amount(
    409,
    400,
    409,
    'Status of a second role mapping with one group name (400 or 409).',
  ),
  atlasUnknownMappingRole: choice(
    ['unexpected', 'refused', 'accepted'],
    'A role nobody knows in a role mapping: 500 UNEXPECTED_ERROR (seen), 400 UNSUPPORTED_ROLE, or stored.',
  ),

  // Identity providers
  atlasOmittedProviderFields: choice(
    ['kept', 'cleared'],
    'What optional fields left out of an identity provider update do; `pemFileInfo` is always kept.',
  ),
  atlasActiveWithoutDomain: choice(
    ['inactive', 'refused', 'active'],
    'Activating a SAML identity provider without a domain: shown INACTIVE until it has one, 400, or active.',
  ),

  // Members and teams
  atlasOmittedGroupRoles: choice(
    ['reset', 'kept'],
    'What a `roles` update without `groupRoleAssignments` does to project roles.',
  ),
  atlasGoneInvitationStatus: amount(404, 400, 404, 'Status of an old invitation that is gone (400 or 404).'),
  atlasHeldRole: choice(['refused', 'tolerated'], 'Adding a role that is held already: 409, or nothing happens.'),
  atlasReaddTeamUser: choice(
    ['refused', 'tolerated'],
    'Adding somebody who is in the team already: 409, or nothing happens.',
  ),
  atlasLastTeamUserStatus: amount(400, 400, 409, 'Status when a team would become empty.'),
  atlasLastTeamUserLeaves: choice(
    ['refused', 'allowed'],
    'Removing a person from the organization who is the only user of a team.',
  ),
  atlasPendingKeepsTeam: choice(
    ['no', 'yes'],
    'Whether a person who has not accepted yet is enough for a team not to be empty.',
  ),

  // Organization and login
  atlasOmittedSettings: choice(['kept', 'reset'], 'What a setting left out of a settings update does.'),
  atlasManualRoles: choice(
    ['overwritten', 'kept'],
    'Roles given by hand to a federated person, at a login in an organization with role mappings.',
  ),
};
