/** Decoders of what Atlas answers. Lists come in no stable order, so whatever is compared is sorted here. */
import {
  DecodeError,
  fieldsOf,
  flagAt,
  itemsOf,
  optionalItemsAt,
  optionalTextAt,
  textAt,
  type Fields,
} from '../../core/decode.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type {
  AtlasTeamRef,
  AtlasUser,
  ConnectedOrganization,
  GroupRoleAssignment,
  IdentityProvider,
  MembershipStatus,
  RoleAssignment,
  RoleMapping,
} from './facts.js';

export interface WirePage<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
}

/** Another page follows only where a link says so: `totalCount` is an estimate. */
export function pageFromWire<T>(value: unknown, decode: (item: unknown) => T): WirePage<T> {
  const fields = fieldsOf(value);
  const rels = optionalItemsAt(fields, 'links', (item) => fieldsOf(item)['rel']);
  return { items: itemsOf(fields['results'], 'results', decode), hasNext: rels.includes('next') };
}

export interface WireFederationSettings {
  /** Undefined where the organization is in no federation. */
  readonly id: string | undefined;
  readonly domains: readonly string[];
}

export function federationSettingsFromWire(value: unknown): WireFederationSettings {
  const fields = fieldsOf(value);
  // Without an id there is no federation; without this list it is no answer.
  itemsOf(fields['federatedDomains'], 'federatedDomains', (item) => item);
  return { id: optionalTextAt(fields, 'id'), domains: lowerTexts(fields, 'federatedDomains') };
}

/** Fields that cannot be written, or that have calls of their own. */
const notInConnectionUpdate = new Set(['roleMappings', 'userConflicts', 'links']);

export function connectedOrganizationFromWire(value: unknown): ConnectedOrganization {
  const fields = fieldsOf(value);
  const orgId = textAt(fields, 'orgId');
  return {
    orgId,
    identityProviderId: optionalTextAt(fields, 'identityProviderId'),
    dataAccessIds: texts(fields, 'dataAccessIdentityProviderIds'),
    restricted: flagAt(fields, 'domainRestrictionEnabled'),
    allowedDomains: lowerTexts(fields, 'domainAllowList'),
    defaultRoles: texts(fields, 'postAuthRoleGrants'),
    jit: fields['instantUserProvisioningDisabled'] !== true,
    mappings: optionalItemsAt(fields, 'roleMappings', (item) => roleMappingFromWire(item, orgId)).toSorted(
      (a, b) => compareText(a.group, b.group) || compareText(a.id, b.id),
    ),
    whole: wholeOf(fields, notInConnectionUpdate),
  };
}

export function roleMappingFromWire(value: unknown, orgId?: string): RoleMapping {
  const fields = fieldsOf(value, 'roleMappings');
  const assignments = itemsOf(fields['roleAssignments'], 'roleAssignments', (item): RoleAssignment => {
    const assignment = fieldsOf(item, 'roleAssignments');
    const groupId = optionalTextAt(assignment, 'groupId');
    const owner = optionalTextAt(assignment, 'orgId');
    if (groupId === undefined && (owner === undefined || (orgId !== undefined && owner !== orgId)))
      throw new DecodeError('roleAssignments', 'of this organization or of a project', assignment['orgId']);
    return { groupId, role: textAt(assignment, 'role') };
  });
  return {
    id: textAt(fields, 'id'),
    group: textAt(fields, 'externalGroupName'),
    assignments: assignments.toSorted(
      (a, b) => compareText(a.groupId ?? '', b.groupId ?? '') || compareText(a.role, b.role),
    ),
  };
}

/** Fields that cannot be written; of the certificates only their dates are told, so what is read cannot be sent back. */
const notInProviderUpdate = new Set([
  'id',
  'oktaIdpId',
  'acsUrl',
  'audienceUri',
  'associatedOrgs',
  'createdAt',
  'updatedAt',
  'pemFileInfo',
  'links',
]);

const protocols = ['SAML', 'OIDC'] as const;

/** `name` is the display name; whoever has all of them makes it unique. */
export function identityProviderFromWire(value: unknown): IdentityProvider {
  const fields = fieldsOf(value);
  const protocol = protocols.find((known) => known === fields['protocol']);
  if (protocol === undefined) throw new DecodeError('protocol', `one of ${protocols.join(', ')}`, fields['protocol']);
  const displayName = textAt(fields, 'displayName');
  const pem = fields['pemFileInfo'];
  return {
    id: textAt(fields, 'id'),
    oktaIdpId: optionalTextAt(fields, 'oktaIdpId'),
    protocol,
    idpType: optionalTextAt(fields, 'idpType') ?? 'WORKFORCE',
    name: displayName,
    displayName,
    domains: lowerTexts(fields, 'associatedDomains'),
    active: protocol === 'OIDC' || fields['status'] === 'ACTIVE',
    certificates:
      pem === undefined || pem === null
        ? []
        : optionalItemsAt(fieldsOf(pem, 'pemFileInfo'), 'certificates', (item) => {
            const certificate = fieldsOf(item, 'certificates');
            return { notBefore: textAt(certificate, 'notBefore'), notAfter: textAt(certificate, 'notAfter') };
          }),
    whole: wholeOf(fields, notInProviderUpdate),
  };
}

/** Null and empty texts mean "not set", and must not be sent back. */
function wholeOf(fields: Fields, without: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key, value]) => !without.has(key) && value !== undefined && value !== '')
      // An explicit null in the place of an identity provider may mean either; leaving it out means none.
      .filter(([key, value]) => value !== null || key === 'instantUserProvisioningDisabled')
      .map(([key, value]): [string, Json] => [key, sortedTexts(value as Json)]),
  );
}

function sortedTexts(value: Json): Json {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return items.every((item) => typeof item === 'string') ? items.toSorted(compareText) : items;
  }
  return value;
}

const statuses: readonly MembershipStatus[] = ['ACTIVE', 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED'];
export const membershipStatuses = statuses;

export function userFromWire(value: unknown): AtlasUser {
  const fields = fieldsOf(value);
  const status = statuses.find((known) => known === fields['orgMembershipStatus']);
  if (status === undefined) {
    throw new DecodeError('orgMembershipStatus', `one of ${statuses.join(', ')}`, fields['orgMembershipStatus']);
  }
  const roles = fieldsOf(fields['roles'], 'roles');
  return {
    id: textAt(fields, 'id'),
    email: textAt(fields, 'username').toLowerCase(),
    status,
    orgRoles: texts(roles, 'orgRoles'),
    groupRoleAssignments: optionalItemsAt(roles, 'groupRoleAssignments', groupRolesFromWire).toSorted((a, b) =>
      compareText(a.groupId, b.groupId),
    ),
    teamIds: texts(fields, 'teamIds'),
  };
}

function groupRolesFromWire(value: unknown): GroupRoleAssignment {
  const fields = fieldsOf(value, 'groupRoleAssignments');
  return { groupId: textAt(fields, 'groupId'), groupRoles: texts(fields, 'groupRoles') };
}

export function namedFromWire(value: unknown): AtlasTeamRef {
  const fields = fieldsOf(value);
  return { id: textAt(fields, 'id'), name: textAt(fields, 'name') };
}

export interface WireTeamAssignment {
  readonly teamId: string;
  readonly roles: readonly string[];
}

export function teamAssignmentFromWire(value: unknown): WireTeamAssignment {
  const fields = fieldsOf(value);
  return { teamId: textAt(fields, 'teamId'), roles: texts(fields, 'roleNames') };
}

/** The second field is sent back with the name, so that an update of the one leaves the other alone. */
export function organizationFromWire(value: unknown): JsonObject {
  const fields = fieldsOf(value);
  const skips = fields['skipDefaultAlertsSettings'];
  return { name: textAt(fields, 'name'), ...(typeof skips === 'boolean' && { skipDefaultAlertsSettings: skips }) };
}

/** The settings that are asked for must be told, but for the contact, which may be none. */
export function settingsFromWire(value: unknown, wanted: readonly string[]): JsonObject {
  const fields = fieldsOf(value);
  for (const field of wanted) {
    const isTold = field === 'securityContact' || ['boolean', 'number'].includes(typeof fields[field]);
    if (!isTold) throw new DecodeError(field, 'a setting', fields[field]);
  }
  return isJsonObject(fields) ? fields : {};
}

function texts(fields: Fields, key: string): string[] {
  const items = optionalItemsAt(fields, key, (item) => {
    if (typeof item !== 'string') throw new DecodeError(key, 'a list of texts', item);
    return item;
  });
  return [...new Set(items)].sort(compareText);
}

function lowerTexts(fields: Fields, key: string): string[] {
  return [...new Set(texts(fields, key).map((text) => text.toLowerCase()))].sort(compareText);
}
