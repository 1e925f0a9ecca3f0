/** What the sandbox stores of Astro, one row per thing. Times are RFC 3339 in UTC, as the vendor writes them. */
import { type Row } from '../row.js';

export const organizationRoles = [
  'ORGANIZATION_OWNER',
  'ORGANIZATION_BILLING_ADMIN',
  'ORGANIZATION_MEMBER',
  'ORGANIZATION_OBSERVE_ADMIN',
  'ORGANIZATION_OBSERVE_MEMBER',
] as const;
export type OrganizationRole = (typeof organizationRoles)[number];

/** Most privileged first: a person's effective role is the most privileged of the direct and the team ones. */
export const workspaceRoles = [
  'WORKSPACE_OWNER',
  'WORKSPACE_OPERATOR',
  'WORKSPACE_AUTHOR',
  'WORKSPACE_MEMBER',
  'WORKSPACE_ACCESSOR',
] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

export const loginTypes = ['password', 'google', 'github', 'sso'] as const;
export type LoginType = (typeof loginTypes)[number];

export const userStatuses = ['ACTIVE', 'INACTIVE', 'PENDING', 'BANNED'] as const;
export type UserStatus = (typeof userStatuses)[number];

export interface WorkspaceGrant {
  readonly workspaceId: string;
  readonly role: WorkspaceRole;
}
export interface DeploymentGrant {
  readonly deploymentId: string;
  readonly role: string;
}
/** Exactly one of dagId and dagTag. */
export interface DagGrant {
  readonly deploymentId: string;
  readonly dagId?: string | undefined;
  readonly dagTag?: string | undefined;
  readonly role: string;
}
export interface RoleLists {
  readonly workspaceRoles: readonly WorkspaceGrant[];
  readonly deploymentRoles: readonly DeploymentGrant[];
  readonly dagRoles: readonly DagGrant[];
}

/** Who did something, as the vendor shows it (BasicSubjectProfile). */
export interface Profile {
  readonly id: string;
  readonly subjectType: 'USER' | 'SERVICEKEY';
  readonly username?: string | undefined;
  readonly fullName?: string | undefined;
  readonly apiTokenName?: string | undefined;
}
interface Stamps {
  readonly createdAt: string;
  readonly updatedAt: string;
}
interface Authored extends Stamps {
  readonly createdBy: Profile;
  readonly updatedBy: Profile;
}

export interface Organization extends Row, Authored {
  readonly name: string;
  readonly shortName: string;
  readonly billingEmail?: string | undefined;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED';
  readonly plan: string;
  readonly observe: boolean;
  readonly coreApi: boolean;
  readonly isScimEnabled: boolean;
  readonly allowEnhancedSupportAccess: boolean;
  readonly hasAiFeaturesDisabled: boolean;
  readonly shouldEnforceDedicatedClusters: boolean;
  readonly environmentSecretsShowable: boolean;
}
/** A person's membership of one organization; the id is the same person's in every organization. */
export interface User extends Row, Stamps, RoleLists {
  readonly username: string;
  readonly fullName: string;
  readonly status: UserStatus;
  readonly organizationRole: OrganizationRole;
  readonly isIdpManaged: boolean;
  /** The connection whose JIT policy made the membership. */
  readonly provisionedBy?: string | undefined;
  /** What an identity provider has said over SCIM, beyond what Astro's own API shows: externalId, displayName, name, emails. */
  readonly scim?: Readonly<Record<string, unknown>> | undefined;
}
export interface Invite extends Row {
  readonly userId: string;
  readonly role: OrganizationRole;
  readonly inviter: Profile;
  readonly createdAt: string;
  readonly expiresAt: string;
}
export interface Team extends Row, Authored, RoleLists {
  readonly name: string;
  readonly description: string;
  readonly organizationRole: OrganizationRole;
  readonly isIdpManaged: boolean;
  /** What the identity provider calls it; Astro's own API does not show it. */
  readonly scimExternalId?: string | undefined;
}
/** Its id is `teamId/userId`. */
export interface TeamMember extends Row {
  readonly teamId: string;
  readonly userId: string;
  readonly createdAt: string;
}
export interface Domain extends Row, Stamps {
  readonly name: string;
  readonly status: 'PENDING' | 'VERIFIED';
  readonly enforcedLogins?: readonly LoginType[] | undefined;
}
export interface SsoConfiguration {
  readonly strategy: 'samlp' | 'waad';
  readonly samlSignInUrl?: string | undefined;
  readonly samlSignOutUrl?: string | undefined;
  readonly samlSigningCert?: string | undefined;
  readonly azureClientId?: string | undefined;
  readonly azureClientSecret?: string | undefined;
  readonly azureDomainName?: string | undefined;
}
/** Note the field name: a JIT workspace role is `workspaceRole`, not `role` as everywhere else. */
export interface JitPolicy {
  readonly defaultOrgRole: OrganizationRole;
  readonly defaultWorkspaceRoles?: readonly { workspaceId: string; workspaceRole: WorkspaceRole }[] | undefined;
}
export interface SsoConnection extends Row, Stamps {
  readonly auth0ConnectionId: string;
  readonly auth0ConnectionName: string;
  readonly configuration: SsoConfiguration;
  readonly domainIds: readonly string[];
  readonly enabled: boolean;
  readonly idpInitiatedLoginEnabled: boolean;
  readonly jitPolicy?: JitPolicy | undefined;
  /** When somebody logged in through it last, for the switch `ssoActivation: tested`. */
  readonly testedAt?: string | undefined;
}
/** One per organization; kept with `deletedAt` and no key after deletion. */
export interface BypassKey extends Row, Stamps {
  readonly bypassKey?: string | undefined;
  readonly deletedAt?: string | undefined;
}
export interface Workspace extends Row, Authored {
  readonly name: string;
  readonly description: string;
  readonly cicdEnforcedDefault: boolean;
}
export interface Deployment extends Row, Authored {
  readonly name: string;
  readonly description: string;
  readonly workspaceId: string;
}
export interface CustomRole extends Row, Authored {
  readonly name: string;
  readonly description: string;
  readonly scopeType: 'DEPLOYMENT' | 'DAG';
  readonly permissions: readonly string[];
  readonly restrictedWorkspaceIds: readonly string[];
}
export interface IpRange extends Row, Authored {
  readonly ipAddressRange: string;
}
export type TokenScope = 'ORGANIZATION' | 'WORKSPACE' | 'DEPLOYMENT';
/** An API token made through the API; `secret` is shown on creation and rotation only. */
export interface ApiToken extends Row, Authored {
  readonly name: string;
  readonly description: string;
  readonly scope: TokenScope;
  readonly kind: 'STANDARD' | 'DIRECT_ACCESS';
  readonly roles: readonly { readonly entityId: string; readonly entityType: TokenScope; readonly role: string }[];
  readonly secret: string;
  readonly startAt: string;
  readonly endAt?: string | undefined;
  readonly expiryPeriodInDays?: number | undefined;
}
/** A narrower credential of the world: an API token with one role, or a person's own token. */
export interface Credential extends Row {
  readonly token: string;
  readonly name: string;
  readonly organizations: readonly string[];
  readonly role: OrganizationRole;
  readonly user?: string | undefined;
}
export interface AstroRows {
  readonly credential: Credential;
  readonly organization: Organization;
  readonly user: User;
  readonly invite: Invite;
  readonly team: Team;
  readonly member: TeamMember;
  readonly domain: Domain;
  readonly connection: SsoConnection;
  readonly bypassKey: BypassKey;
  readonly workspace: Workspace;
  readonly deployment: Deployment;
  readonly customRole: CustomRole;
  readonly ipRange: IpRange;
  readonly apiToken: ApiToken;
}
