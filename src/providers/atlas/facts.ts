/** What is known of an Atlas organization beside its resources; made by reading, used by planning. */
import type { JsonObject } from '../../core/json.js';
import type { NameIndex } from '../../core/name-index.js';

export type MembershipStatus = 'ACTIVE' | 'PENDING' | 'INVITATION_EXPIRED' | 'INVITATION_REJECTED';

export interface GroupRoleAssignment {
  readonly groupId: string;
  /** Sorted. */
  readonly groupRoles: readonly string[];
}

export interface AtlasUser {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly status: MembershipStatus;
  /** Sorted. */
  readonly orgRoles: readonly string[];
  /** Sorted by project. */
  readonly groupRoleAssignments: readonly GroupRoleAssignment[];
  /** Sorted. */
  readonly teamIds: readonly string[];
}

export interface RoleAssignment {
  /** The project; undefined for a role in the organization. */
  readonly groupId: string | undefined;
  readonly role: string;
}

export interface RoleMapping {
  readonly id: string;
  readonly group: string;
  /** Sorted. */
  readonly assignments: readonly RoleAssignment[];
}

export interface ConnectedOrganization {
  readonly orgId: string;
  /** The `oktaIdpId` of its SAML identity provider. */
  readonly identityProviderId: string | undefined;
  readonly dataAccessIds: readonly string[];
  readonly restricted: boolean;
  /** In lower case. */
  readonly allowedDomains: readonly string[];
  readonly defaultRoles: readonly string[];
  readonly jit: boolean;
  readonly mappings: readonly RoleMapping[];
  /**
   * The object as an update must carry it: everything that was read, without what has calls of its own (mappings) and
   * what cannot be written (conflicts). Lists are sorted, since their order is not stable.
   */
  readonly whole: JsonObject;
}

export interface IdentityProvider {
  /** For paths and data access. */
  readonly id: string;
  /** What organizations name a SAML one by; OIDC ones have none. */
  readonly oktaIdpId: string | undefined;
  readonly protocol: 'SAML' | 'OIDC';
  readonly idpType: string;
  /** A name that several have is spelled `NAME (ID)`. */
  readonly name: string;
  readonly displayName: string;
  /** In lower case, sorted. */
  readonly domains: readonly string[];
  /** SAML only. */
  readonly active: boolean;
  readonly certificates: readonly { readonly notBefore: string; readonly notAfter: string }[];
  /** The object as an update must carry it, without certificates and what cannot be written. */
  readonly whole: JsonObject;
}

export interface Federation {
  readonly id: string;
  readonly identityProviders: readonly IdentityProvider[];
  /** By organization id. */
  readonly organizations: ReadonlyMap<string, ConnectedOrganization>;
  /** Domains that Atlas has shown as belonging to an identity provider, so they are verified. */
  readonly verifiedDomains: ReadonlySet<string>;
}

export interface AtlasTeamRef {
  readonly id: string;
  readonly name: string;
}

export interface AtlasFacts {
  /** Undefined where nothing managed needs it, and where the organization is in none. */
  readonly federation: Federation | undefined;
  /** Whether it was asked for: only then does an undefined federation mean that there is none. */
  readonly federationRead: boolean;
  /** Empty where members were not read. */
  readonly users: ReadonlyMap<string, AtlasUser>;
  /** Undefined where they were not read. */
  readonly teams: readonly AtlasTeamRef[] | undefined;
  /** Undefined where nothing managed names a project. */
  readonly projects: NameIndex | undefined;
  /** Ids of the projects that a team is assigned to, by team id; undefined where they were not read. */
  readonly assignments: ReadonlyMap<string, readonly string[]> | undefined;
}

export function connectionOf({ federation }: AtlasFacts, orgId: string): ConnectedOrganization | undefined {
  return federation?.organizations.get(orgId);
}

/** The identity provider by which the organization's people log in. */
export function mappedProvider(facts: AtlasFacts, orgId: string): IdentityProvider | undefined {
  const id = connectionOf(facts, orgId)?.identityProviderId;
  return id === undefined ? undefined : facts.federation?.identityProviders.find(({ oktaIdpId }) => oktaIdpId === id);
}

export function providerByName(facts: AtlasFacts, name: string): IdentityProvider | undefined {
  return facts.federation?.identityProviders.find((provider) => provider.name === name);
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
