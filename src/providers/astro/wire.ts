/** Decoders of what Astro answers. Shapes: the public v1 API (2026-08) and the private core API (2023-07, 2025-10). */
import {
  countAt,
  fieldsOf,
  flagAt,
  itemsOf,
  optionalItemsAt,
  optionalTextAt,
  textAt,
  DecodeError,
  type Fields,
} from '../../core/decode.js';
import type { LastChange } from '../../core/resource.js';
import type { AstroTeamRef, AstroUser } from './facts.js';
import { roleListsFromWire, type RoleLists } from './roles.js';

export interface WireDomain {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly enforcedLogins: readonly string[];
}

export interface WireOrganization {
  readonly id: string;
  readonly name: string;
  readonly billingEmail: string | undefined;
  readonly isScimEnabled: boolean;
  readonly plans: readonly string[];
  readonly managedDomains: readonly WireDomain[];
  /** Optional flags of the update, sent back as read so that a settings write leaves them alone. */
  readonly flags: Readonly<Record<string, boolean>>;
  readonly lastChange: LastChange | undefined;
}

const optionalFlags = ['allowEnhancedSupportAccess', 'hasAiFeaturesDisabled', 'shouldEnforceDedicatedClusters'];

export function organizationFromWire(value: unknown): WireOrganization {
  const fields = fieldsOf(value);
  return {
    id: textAt(fields, 'id'),
    name: textAt(fields, 'name'),
    billingEmail: optionalTextAt(fields, 'billingEmail'),
    isScimEnabled: flagAt(fields, 'isScimEnabled'),
    plans: optionalItemsAt(fields, 'productPlans', (item) => textAt(fieldsOf(item), 'productPlanName')),
    managedDomains: optionalItemsAt(fields, 'managedDomains', domainFromWire),
    flags: Object.fromEntries(
      optionalFlags.flatMap((flag) => (typeof fields[flag] === 'boolean' ? [[flag, fields[flag]]] : [])),
    ),
    lastChange: lastChangeFromWire(fields),
  };
}

/** `updatedBy` is a BasicSubjectProfile, of which only the id is sure. It is told and no more, so what is odd is left out. */
function lastChangeFromWire({ updatedAt, updatedBy }: Fields): LastChange | undefined {
  if (typeof updatedBy !== 'object' || updatedBy === null || typeof updatedAt !== 'string') return undefined;
  const { id, username, fullName, apiTokenName } = updatedBy as Fields;
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  if (isText(apiTokenName)) return { by: `the API token ${JSON.stringify(apiTokenName)}`, at: updatedAt };
  const by = [username, fullName, id].find(isText);
  return by === undefined ? undefined : { by, at: updatedAt };
}

export function domainFromWire(value: unknown): WireDomain {
  const fields = fieldsOf(value);
  return {
    id: textAt(fields, 'id'),
    name: textAt(fields, 'name').toLowerCase(),
    status: textAt(fields, 'status'),
    enforcedLogins: optionalItemsAt(fields, 'enforcedLogins', (item) => String(item)),
  };
}

const userStatuses = ['ACTIVE', 'INACTIVE', 'PENDING', 'BANNED'] as const;

export function userFromWire(value: unknown): AstroUser {
  const fields = fieldsOf(value);
  const status = userStatuses.find((known) => known === fields['status']);
  if (status === undefined) throw new DecodeError('status', `one of ${userStatuses.join(', ')}`, fields['status']);
  return {
    id: textAt(fields, 'id'),
    email: textAt(fields, 'username').toLowerCase(),
    status,
    roles: roleListsFromWire(fields),
  };
}

export interface WireTeam {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isIdpManaged: boolean;
  readonly roles: RoleLists;
  readonly lastChange: LastChange | undefined;
}

export function teamFromWire(value: unknown): WireTeam {
  const fields = fieldsOf(value);
  return {
    id: textAt(fields, 'id'),
    name: textAt(fields, 'name'),
    description: optionalTextAt(fields, 'description') ?? '',
    isIdpManaged: fields['isIdpManaged'] === true,
    roles: roleListsFromWire(fields),
    lastChange: lastChangeFromWire(fields),
  };
}

export function teamRefFromWire(value: unknown): AstroTeamRef {
  const fields = fieldsOf(value);
  return { id: textAt(fields, 'id'), name: textAt(fields, 'name'), isIdpManaged: fields['isIdpManaged'] === true };
}

export function connectionsFromWire(value: unknown): readonly WireConnection[] {
  return itemsOf(value, '', connectionFromWire);
}

export interface WireMember {
  readonly userId: string;
  readonly email: string;
}

export function memberFromWire(value: unknown): WireMember {
  const fields = fieldsOf(value);
  return {
    userId: textAt(fields, fields['userId'] === undefined ? 'id' : 'userId'),
    email: textAt(fields, 'username').toLowerCase(),
  };
}

export interface WireCoreTeam {
  readonly id: string;
  readonly members: readonly WireMember[];
}

/** `members` must be there: a team without the key was not asked for its members, which is not the same as empty. */
export function coreTeamFromWire(value: unknown): WireCoreTeam {
  const fields = fieldsOf(value);
  const count = fields['membersCount'];
  const members =
    fields['members'] === null && count === 0 ? [] : itemsOf(fields['members'], 'members', memberFromWire);
  if (typeof count === 'number' && count !== members.length) {
    throw new DecodeError('members', `a list of ${count}`, members);
  }
  return { id: textAt(fields, 'id'), members };
}

export interface WireInvite {
  readonly inviteId: string;
  readonly expiresAt: string;
}

export interface WireCoreUser {
  readonly id: string;
  readonly email: string;
  readonly isIdpManaged: boolean;
  readonly invites: readonly WireInvite[];
}

export function coreUserFromWire(value: unknown): WireCoreUser {
  const fields = fieldsOf(value);
  return {
    id: textAt(fields, 'id'),
    email: textAt(fields, 'username').toLowerCase(),
    isIdpManaged: fields['orgUserRelationIsIdpManaged'] === true,
    invites: optionalItemsAt(fields, 'invites', (item) => {
      const invite = fieldsOf(item);
      return { inviteId: textAt(invite, 'inviteId'), expiresAt: textAt(invite, 'expiresAt') };
    }),
  };
}

export interface WireJit {
  readonly role: string;
  readonly workspaces: readonly { readonly workspaceId: string; readonly role: string }[];
}

export interface WireConnection {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly strategy: string;
  readonly signInUrl: string | undefined;
  readonly signOutUrl: string | undefined;
  readonly certificate: string | undefined;
  readonly clientId: string | undefined;
  readonly domainName: string | undefined;
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly jit: WireJit | undefined;
}

export function connectionFromWire(value: unknown): WireConnection {
  const fields = fieldsOf(value);
  const configuration = fieldsOf(fields['configuration'], 'configuration');
  const jit = fields['jitPolicy'];
  return {
    id: textAt(fields, 'id'),
    name: textAt(fields, 'auth0ConnectionName'),
    enabled: flagAt(fields, 'enabled'),
    strategy: textAt(configuration, 'strategy'),
    signInUrl: optionalTextAt(configuration, 'samlSignInUrl'),
    signOutUrl: optionalTextAt(configuration, 'samlSignOutUrl'),
    certificate: optionalTextAt(configuration, 'samlSigningCert'),
    clientId: optionalTextAt(configuration, 'azureClientId'),
    domainName: optionalTextAt(configuration, 'azureDomainName'),
    domains: optionalItemsAt(fields, 'managedDomains', (item) => {
      const domain = fieldsOf(item);
      return { id: textAt(domain, 'id'), name: textAt(domain, 'name').toLowerCase() };
    }),
    jit: jit === undefined || jit === null ? undefined : jitFromWire(fieldsOf(jit, 'jitPolicy')),
  };
}

/** Here, and only here, the private API spells a workspace role `workspaceRole`. */
function jitFromWire(fields: Fields): WireJit {
  return {
    role: textAt(fields, 'defaultOrgRole'),
    workspaces: optionalItemsAt(fields, 'defaultWorkspaceRoles', (item) => {
      const role = fieldsOf(item);
      return { workspaceId: textAt(role, 'workspaceId'), role: textAt(role, 'workspaceRole') };
    }),
  };
}

export interface WireBypassKey {
  /** Undefined where there is no link: never made, or deleted. */
  readonly key: string | undefined;
  readonly updatedAt: string | undefined;
}

/** No key is told in two ways: 404 (the caller's to see), or the organization's object without one. */
export function bypassKeyFromWire(value: unknown): WireBypassKey {
  const fields = fieldsOf(value);
  if (optionalTextAt(fields, 'bypassKey') === undefined) textAt(fields, 'organizationId');
  const deleted = optionalTextAt(fields, 'deletedAt') !== undefined;
  return {
    key: deleted ? undefined : optionalTextAt(fields, 'bypassKey'),
    updatedAt: optionalTextAt(fields, 'updatedAt') ?? optionalTextAt(fields, 'createdAt'),
  };
}

export interface WirePage<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
}

export function pageFromWire<T>(value: unknown, key: string, decode: (item: unknown) => T): WirePage<T> {
  const fields = fieldsOf(value);
  return { items: itemsOf(fields[key], key, decode), totalCount: countAt(fields, 'totalCount') };
}

export interface WireNamed {
  readonly id: string;
  readonly name: string;
}

export function namedFromWire(value: unknown): WireNamed {
  const fields = fieldsOf(value);
  return { id: textAt(fields, 'id'), name: textAt(fields, 'name') };
}

export function deploymentFromWire(value: unknown): WireNamed & { readonly workspaceId: string } {
  return { ...namedFromWire(value), workspaceId: textAt(fieldsOf(value), 'workspaceId') };
}
