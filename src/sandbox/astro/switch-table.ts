import { amount, choice } from '../switch-entry.js';

/** What no public source settles about Astro; the first of several values is the default. */
export const astroSwitchTable = {
  // Private core API
  coreApiTokens: choice(['accepted', 'refused'], 'Whether the private core API takes organization API tokens at all.'),
  coreRefusalStatus: amount(
    403,
    400,
    404,
    'Status with which a refused core route answers (403 or 404 are plausible).',
  ),

  // Domains
  verifyFailureStatus: amount(400, 400, 499, 'Status of a verify call when the DNS record is not found.'),
  dnsRecords: choice(['absent', 'present'], 'Whether a domain nobody said anything about has its DNS record.'),
  domainExclusivity: choice(
    ['verified', 'claimed', 'none'],
    'A name can be VERIFIED in one organization only; `claimed` already refuses a second PENDING one; `none` never refuses.',
  ),
  emptyEnforcedLogins: choice(
    ['unrestricted', 'blocked'],
    'What an empty `enforcedLogins` means for people of the domain.',
  ),
  deleteMappedDomain: choice(
    ['refused', 'unmapped'],
    'Deleting a domain that a connection uses: 400, or silently unmapped.',
  ),

  // SSO
  ssoActivation: choice(
    ['free', 'tested', 'refused'],
    'Precondition of `enabled: true`: none; a test login before (POST /_sandbox/login by sso); or never possible by API.',
  ),
  secretRedaction: choice(['omitted', 'masked', 'plain'], 'How `azureClientSecret` comes back on reads.'),
  omittedSecret: choice(
    ['cleared', 'kept'],
    'What a full replace without `azureClientSecret` does to the stored secret.',
  ),
  domainsPerConnection: choice(
    ['many', 'one'],
    'Whether a connection may hold several domains; the documented rule is one.',
  ),
  deletedConnectionMembers: choice(['stay', 'removed'], 'Members that a connection provisioned, once it is deleted.'),
  jitLogins: choice(
    ['sso', 'any'],
    'Which logins provision a person: through the connection only, or any allowed one.',
  ),
  bypassKeyAfterDelete: choice(
    ['empty', 'missing'],
    'GET after deletion: an object with `deletedAt` and no key, or 404.',
  ),
  bypassKeyCreatedAt: choice(
    ['kept', 'renewed'],
    'Whether regenerating the key keeps `createdAt` (`updatedAt` always moves).',
  ),

  // Invites and users
  inviteLifetimeDays: amount(7, 0, 365, 'Days until an invite expires.'),
  duplicateInvite: choice(
    ['refused', 'resent', 'second'],
    'A second invite to a person with a live one: 400, the same invite renewed, or another invite. An expired one never blocks.',
  ),
  pendingUserRoles: choice(['refused', 'allowed'], 'Role assignment to a user who has not accepted the invite yet.'),
  pendingUsersInTeams: choice(['refused', 'allowed'], 'Adding such a user to a team.'),

  // Roles
  omittedRoleLists: choice(['cleared', 'unchanged'], 'What a role list that is left out of a role update does.'),
  emptyRoleLists: choice(['absent', 'null', 'empty'], 'How an empty role list comes back.'),
  missingWorkspaceRole: choice(
    ['accessor-added', 'refused'],
    'A deployment role without a role in its workspace: WORKSPACE_ACCESSOR is added (as documented), or 400.',
  ),
  lastOwner: choice(['refused', 'allowed'], 'Demoting or removing the last active ORGANIZATION_OWNER.'),
  ownerThroughTeam: choice(
    ['ignored', 'counts'],
    'Whether membership of an owner team makes somebody an owner for that rule.',
  ),

  // Teams
  duplicateTeamNames: choice(['allowed', 'refused'], 'Two teams of one name in an organization.'),
  teamNameMaxLength: amount(0, 0, 1000, 'Longest team name; 0 means no limit.'),
  emptyDescription: choice(['absent', 'empty'], 'How an empty team description comes back.'),
  readdTeamMember: choice(['tolerated', 'refused'], 'Adding somebody who is in the team already.'),
  scimRefusalStatus: amount(400, 400, 403, 'Status when SCIM blocks creating a team or adding members.'),
  idpManagedRefusalStatus: amount(400, 400, 403, 'Status when name or membership of an IdP-managed team is edited.'),

  // SCIM
  scimOffStatus: amount(403, 403, 404, 'Status of the SCIM endpoint of an organization that has SCIM off.'),
  scimCreateExisting: choice(
    ['conflict', 'adopted'],
    'A SCIM POST of a person whose membership is PENDING or INACTIVE: 409, so that a PATCH of `active` brings it back, or the membership is taken over. An ACTIVE one is always 409.',
  ),
  scimUserNames: choice(
    ['emails', 'any'],
    'Whether a SCIM `userName` must be an e-mail address, as everywhere in Astro, or may be any name.',
  ),
  scimDeactivation: choice(
    ['inactive', 'removed'],
    'What `active: false` leaves of a membership: an INACTIVE one with its teams, or nothing. A DELETE leaves nothing.',
  ),
  scimLastOwner: choice(
    ['refused', 'allowed'],
    'Deactivating or deleting the last active ORGANIZATION_OWNER over SCIM; the product docs know no exception for it.',
  ),
  scimUnmanagedTeams: choice(
    ['listed', 'hidden'],
    'Whether SCIM shows teams that no identity provider manages; such a one becomes IdP-managed with its first change over SCIM.',
  ),
  scimGroupPush: choice(
    ['conflict', 'adopted'],
    'A SCIM POST of a group with the name of a team that no identity provider manages: 409, or the team is taken over with its members.',
  ),
  scimDiscovery: choice(
    ['full', 'sparse', 'absent'],
    'The ServiceProviderConfig of the SCIM endpoint: all of it, only what is supported, or 404.',
  ),
  scimUserPatch: choice(['body', 'empty'], 'What a SCIM PATCH of a user answers: 200 with the user, or 204.'),
  scimGroupPatch: choice(['empty', 'body'], 'What a SCIM PATCH of a group answers: 204, or 200 with the group.'),
  scimMemberDisplay: choice(['present', 'absent'], 'Whether SCIM shows the name of each member of a group.'),
  scimBulk: choice(['off', 'on'], 'Whether the SCIM endpoint has /Bulk.'),
  scimETags: choice(['on', 'off'], 'Whether the SCIM endpoint sends and honours ETags.'),
  scimCursor: choice(['off', 'on'], 'Whether the SCIM endpoint offers paging by cursor.'),
  scimPageSize: amount(200, 1, 1000, 'Most resources on one page of the SCIM endpoint.'),

  // Organization
  omittedOrganizationFlags: choice(
    ['unchanged', 'reset'],
    'What an optional flag left out of an organization update does.',
  ),
  scimNeedsConnection: choice(['no', 'yes'], 'Whether SCIM can only be turned on once a connection exists.'),
  planRefusalStatus: amount(403, 400, 403, 'Status when the plan of the organization does not include a feature.'),

  // Protocol
  retryAfter: choice(['none', 'seconds', 'date'], 'The Retry-After header of a 429.'),
  unsortedLists: choice(
    ['shuffled', 'stable'],
    'The order of a list without `sorts`: another one each time, or the order of creation, for clients that page without.',
  ),
  unknownBodyFields: choice(['refused', 'ignored'], 'A body field the published shape does not have.'),
};
