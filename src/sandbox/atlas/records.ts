/**
 * What the sandbox stores of Atlas. `organizationId` is where a row belongs: an organization, or for what a federation owns
 * the federation, or `''` for credentials. Ids are 24 hexadecimal digits, times ISO 8601 in UTC without fractions.
 */
import { type Row } from '../row.js';
import { type OrgRole } from './roles.js';

export interface OrganizationSettings {
  readonly apiAccessListRequired: boolean;
  readonly multiFactorAuthRequired: boolean;
  readonly restrictEmployeeAccess: boolean;
  readonly genAIFeaturesEnabled: boolean;
  readonly streamsCrossGroupEnabled: boolean;
  readonly maxServiceAccountSecretValidityInHours: number;
  readonly securityContact: string;
  readonly operationsContact: string | null;
  readonly customSessionTimeouts: {
    readonly absoluteSessionTimeoutInSeconds: number | null;
    readonly idleSessionTimeoutInSeconds: number | null;
  };
}
export interface AtlasOrganization extends Row {
  readonly name: string;
  readonly skipDefaultAlertsSettings: boolean;
  readonly settings: OrganizationSettings;
}

export interface GroupRoleAssignment {
  readonly groupId: string;
  readonly groupRoles: readonly string[];
}
export const membershipStatuses = ['ACTIVE', 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** A person's membership of one organization; the id is the same person's in every organization. */
export interface AtlasUser extends Row {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  /** As last written; a PENDING one whose time is over counts as expired. */
  readonly status: MembershipStatus;
  readonly orgRoles: readonly OrgRole[];
  readonly groupRoleAssignments: readonly GroupRoleAssignment[];
  readonly createdAt: string;
  readonly lastAuth: string | null;
  readonly invitation?: Invitation | undefined;
}
export interface Invitation {
  readonly id: string;
  readonly createdAt: string;
  /** Null once rejected. */
  readonly expiresAt: string | null;
  readonly inviterUsername: string;
}
export interface AtlasTeam extends Row {
  readonly name: string;
}
/** Its id is `teamId/userId`. */
export interface AtlasTeamMember extends Row {
  readonly teamId: string;
  readonly userId: string;
}
export interface AtlasProject extends Row {
  readonly name: string;
  readonly created: string;
}
/** A team's roles in a project; its id is `projectId/teamId`. */
export interface AtlasProjectTeam extends Row {
  readonly projectId: string;
  readonly teamId: string;
  readonly roleNames: readonly string[];
}

export interface AtlasFederation extends Row {
  readonly domains: readonly { readonly name: string; readonly status: 'VERIFIED' | 'PENDING' }[];
}
export interface Certificate {
  readonly notBefore: string;
  readonly notAfter: string;
}
interface IdentityProviderBase extends Row {
  readonly displayName: string;
  readonly description: string | null;
  readonly issuerUri: string;
  readonly createdAt: string;
  readonly updatedAt: string | null;
}
export interface SamlIdentityProvider extends IdentityProviderBase {
  readonly protocol: 'SAML';
  readonly idpType: 'WORKFORCE';
  /** The second id, 20 letters and digits; the one organizations refer to. */
  readonly oktaIdpId: string;
  readonly associatedDomains: readonly string[];
  readonly ssoUrl: string;
  readonly requestBinding: 'HTTP-POST' | 'HTTP-REDIRECT';
  readonly responseSignatureAlgorithm: 'SHA-1' | 'SHA-256';
  readonly ssoDebugEnabled: boolean;
  readonly slug: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly pemFileInfo: { readonly fileName: string | null; readonly certificates: readonly Certificate[] } | null;
}
export interface OidcIdentityProvider extends IdentityProviderBase {
  readonly protocol: 'OIDC';
  readonly idpType: 'WORKFORCE' | 'WORKLOAD';
  readonly audience: string | null;
  readonly authorizationType: 'GROUP' | 'USER';
  readonly groupsClaim: string | null;
  readonly userClaim: string;
  /** The last three of a workforce only. */
  readonly clientId: string | null;
  readonly requestedScopes: readonly string[];
  readonly associatedDomains: readonly string[];
}
export type IdentityProvider = SamlIdentityProvider | OidcIdentityProvider;

/** The link between a federation and an organization; its id is the organization's. */
export interface ConnectedOrganization extends Row {
  /** The `oktaIdpId` of a SAML identity provider. */
  readonly identityProviderId: string | null;
  /** Since when; the certificate alert is as old. */
  readonly mappedAt: string | null;
  readonly dataAccessIdentityProviderIds: readonly string[];
  readonly domainRestrictionEnabled: boolean;
  readonly domainAllowList: readonly string[];
  readonly postAuthRoleGrants: readonly OrgRole[];
  readonly instantUserProvisioningDisabled: boolean | null;
}
export interface RoleAssignment {
  readonly orgId: string | null;
  readonly groupId: string | null;
  readonly role: string;
}
export interface RoleMapping extends Row {
  readonly externalGroupName: string;
  readonly roleAssignments: readonly RoleAssignment[];
}
/** An audit event of an organization; `about` are the further fields of its type. */
export interface AtlasEvent extends Row {
  readonly eventTypeName: string;
  readonly created: string;
  readonly about: Readonly<Record<string, unknown>>;
}
/** A narrower credential of the world; the id is the client id or the public key. */
export interface AtlasCredential extends Row {
  readonly type: 'serviceAccount' | 'apiKey';
  readonly secret: string;
  readonly name: string;
  readonly organizations: readonly string[];
  readonly roles: readonly OrgRole[];
  /** Addresses that may use it where the organization asks for an access list. */
  readonly accessList: readonly string[];
}
/** An access token that was revoked before its time. */
export interface RevokedToken extends Row {
  readonly expiresAt: number;
}

export interface AtlasRows {
  readonly atlasOrganization: AtlasOrganization;
  readonly atlasUser: AtlasUser;
  readonly atlasTeam: AtlasTeam;
  readonly atlasTeamMember: AtlasTeamMember;
  readonly atlasProject: AtlasProject;
  readonly atlasProjectTeam: AtlasProjectTeam;
  readonly atlasFederation: AtlasFederation;
  readonly atlasIdentityProvider: IdentityProvider;
  readonly atlasConnection: ConnectedOrganization;
  readonly atlasRoleMapping: RoleMapping;
  readonly atlasEvent: AtlasEvent;
  readonly atlasCredential: AtlasCredential;
  readonly atlasRevokedToken: RevokedToken;
}
