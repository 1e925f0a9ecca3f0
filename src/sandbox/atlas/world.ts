/** The Atlas part of a world file as a value; `schemas/world.schema.json` describes every field for people. */
import { type Certificate, type MembershipStatus, type OrganizationSettings } from './records.js';
import { type OrgRole } from './roles.js';

/** Project roles by project name. */
export type ProjectAccess = Readonly<Record<string, readonly string[]>>;

export interface WorldAtlasUser {
  readonly id?: string;
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly roles?: readonly OrgRole[];
  readonly projects?: ProjectAccess;
  readonly status?: MembershipStatus;
  readonly invite?: { readonly expiresInDays?: number };
}
export interface WorldAtlasTeam {
  readonly id?: string;
  readonly name: string;
  readonly members?: readonly string[];
  readonly projects?: ProjectAccess;
}
export interface WorldAtlasOrganization {
  readonly id: string;
  readonly name: string;
  readonly settings?: Partial<OrganizationSettings>;
  readonly users?: readonly WorldAtlasUser[];
  readonly teams?: readonly WorldAtlasTeam[];
  readonly projects?: readonly { readonly id?: string; readonly name: string }[];
}
export interface WorldIdentityProvider {
  readonly id?: string;
  readonly oktaIdpId?: string;
  readonly name: string;
  readonly description?: string;
  readonly protocol?: 'SAML' | 'OIDC';
  readonly idpType?: 'WORKFORCE' | 'WORKLOAD';
  readonly issuerUri?: string;
  readonly associatedDomains?: readonly string[];
  readonly status?: 'ACTIVE' | 'INACTIVE';
  readonly ssoUrl?: string;
  readonly requestBinding?: 'HTTP-POST' | 'HTTP-REDIRECT';
  readonly responseSignatureAlgorithm?: 'SHA-1' | 'SHA-256';
  readonly ssoDebugEnabled?: boolean;
  readonly slug?: string;
  readonly certificateExpiresInDays?: number;
  readonly certificates?: readonly Certificate[];
  readonly audience?: string;
  readonly clientId?: string;
  readonly requestedScopes?: readonly string[];
  readonly authorizationType?: 'GROUP' | 'USER';
  readonly groupsClaim?: string;
  readonly userClaim?: string;
}
export interface WorldRoleMapping {
  readonly roles?: readonly OrgRole[];
  readonly projects?: ProjectAccess;
}
export interface WorldConnectedOrganization {
  readonly organization: string;
  readonly identityProvider?: string;
  readonly dataAccessIdentityProviders?: readonly string[];
  readonly defaultRoles?: readonly OrgRole[];
  readonly allowedDomains?: readonly string[];
  readonly instantUserProvisioningDisabled?: boolean;
  readonly roleMappings?: Readonly<Record<string, WorldRoleMapping>>;
}
export interface WorldFederation {
  readonly id: string;
  readonly domains?: readonly (string | { readonly name: string; readonly status?: 'VERIFIED' | 'PENDING' })[];
  readonly identityProviders?: readonly WorldIdentityProvider[];
  readonly connectedOrganizations?: readonly WorldConnectedOrganization[];
}
interface WorldCredential {
  readonly name?: string;
  readonly organizations?: readonly string[];
  readonly roles?: readonly OrgRole[];
  readonly accessList?: readonly string[];
}
export interface WorldServiceAccount extends WorldCredential {
  readonly clientId: string;
  readonly clientSecret: string;
}
export interface WorldApiKey extends WorldCredential {
  readonly publicKey: string;
  readonly privateKey: string;
}
export interface WorldAtlas {
  readonly organizations?: readonly WorldAtlasOrganization[];
  readonly federations?: readonly WorldFederation[];
  readonly serviceAccounts?: readonly WorldServiceAccount[];
  readonly apiKeys?: readonly WorldApiKey[];
}
