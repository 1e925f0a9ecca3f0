import { ApiError, notFound } from '../astro/api-error.js';
import { type Organization } from '../astro/records.js';
import { isAllowed, notAuthorized } from '../astro/route.js';
import { authenticate, type Subject } from '../astro/subject.js';
import { type Clock } from '../clock.js';
import { type Store } from '../store.js';
import { type Switches } from '../switches.js';
import { astroDirectory } from './astro-directory.js';
import { type Service } from './call.js';
import { defaultCapabilities, type Capabilities } from './capabilities.js';
import { groupType, restrict, userType, withoutPart } from './protocol/schemas.js';

const prefix = '/scim/v2/';

/** The organization whose SCIM endpoint a URL is at or below; undefined: it is not such a URL at all. */
export const organizationIn = (pathname: string): string | undefined =>
  pathname.startsWith(prefix) ? pathname.slice(prefix.length).split('/', 1)[0] : undefined;

/** What Astro documents that identity providers write, and no more: what is not stored is not advertised. */
const userAttributes = ['userName', 'name', 'displayName', 'emails', 'profileUrl', 'active', 'externalId'];
const User = restrict(userType, userAttributes, false);
const Group = restrict(groupType, ['displayName', 'members', 'externalId'], false);
const typesBy = ({ scimMemberDisplay }: Switches) => ({
  User,
  Group: scimMemberDisplay === 'present' ? Group : withoutPart(Group, 'members', 'display'),
});

/** `/scim/v2/{organizationId}` of Astro: for organization API tokens of owner level, where the organization has SCIM on. */
export function astroService(
  parts: { readonly store: Store; readonly clock: Clock; readonly switches: Switches },
  organizationId: string,
  authorization: string | null,
): Service {
  const { store, clock, switches } = parts;
  const subject = authenticate(store, clock.now(), authorization);
  const organization = store.get('organization', organizationId, organizationId);
  if (organization === undefined) throw notFound('Organization', organizationId);
  requireOwnerToken(subject, organization);
  if (!organization.isScimEnabled) {
    throw new ApiError(switches.scimOffStatus, `SCIM provisioning is not enabled for organization ${organizationId}`);
  }
  return {
    path: `${prefix}${organizationId}`,
    capabilities: capabilitiesBy(switches),
    types: typesBy(switches),
    directory: astroDirectory({ store, clock, switches, organization, subject }),
  };
}

/** Product docs: the identity provider is given an organization API token with the owner's role. */
function requireOwnerToken(subject: Subject, { id }: Organization): void {
  if (subject.email === undefined && isAllowed(subject.roleIn(id), 'owner')) return;
  throw notAuthorized('provision over SCIM: an owner-level organization API token is needed', id);
}

const capabilitiesBy = (switches: Switches): Capabilities => ({
  ...defaultCapabilities,
  serviceProviderConfig: switches.scimDiscovery,
  bulk: switches.scimBulk === 'on',
  etag: switches.scimETags === 'on',
  cursor: switches.scimCursor === 'on',
  maxResults: switches.scimPageSize,
  memberDisplay: switches.scimMemberDisplay === 'present',
  userPatchStatus: switches.scimUserPatch === 'body' ? 200 : 204,
  groupPatchStatus: switches.scimGroupPatch === 'body' ? 200 : 204,
});
