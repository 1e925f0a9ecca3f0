/** The Astro part of a world file as a value; `schemas/world.schema.json` describes every field for people. */
import {
  type LoginType,
  type OrganizationRole,
  type SsoConfiguration,
  type UserStatus,
  type WorkspaceRole,
} from './records.js';

/** By deployment name: a role, or a role with the roles inside it. */
export type DeploymentAccess =
  | string
  | {
      readonly role: string;
      readonly dags?: Readonly<Record<string, string>>;
      readonly dagTags?: Readonly<Record<string, string>>;
    };
export type WorkspaceAccess =
  WorkspaceRole | { readonly role?: WorkspaceRole; readonly deployments?: Readonly<Record<string, DeploymentAccess>> };
export type Access = Readonly<Record<string, WorkspaceAccess>>;

export interface WorldUser {
  readonly id?: string;
  readonly email: string;
  readonly name?: string;
  readonly role?: OrganizationRole;
  readonly status?: UserStatus;
  readonly workspaces?: Access;
  readonly isIdpManaged?: boolean;
  readonly invite?: { readonly id?: string; readonly expiresInDays?: number };
}
export interface WorldTeam {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly role?: OrganizationRole;
  readonly workspaces?: Access;
  readonly isIdpManaged?: boolean;
  readonly members?: readonly string[];
}
export interface WorldDomain {
  readonly id?: string;
  readonly name: string;
  readonly status?: 'PENDING' | 'VERIFIED';
  readonly enforcedLogins?: readonly LoginType[];
  readonly dns?: boolean;
}
export interface WorldWorkspace {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly cicdEnforcedDefault?: boolean;
  readonly deployments?: readonly { readonly id?: string; readonly name: string; readonly description?: string }[];
}
export interface WorldConnection {
  readonly id?: string;
  readonly name: string;
  readonly domains?: readonly string[];
  readonly strategy?: 'samlp' | 'waad';
  readonly configuration?: Omit<SsoConfiguration, 'strategy'>;
  readonly enabled?: boolean;
  readonly idpInitiatedLoginEnabled?: boolean;
  readonly jit?: { readonly role: OrganizationRole; readonly workspaces?: Readonly<Record<string, WorkspaceRole>> };
}
export interface WorldCustomRole {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly scopeType?: 'DEPLOYMENT' | 'DAG';
  readonly permissions?: readonly string[];
  readonly restrictedWorkspaces?: readonly string[];
}
export interface WorldOrganization {
  readonly id: string;
  readonly name: string;
  readonly billingEmail?: string;
  readonly plan?: string;
  readonly observe?: boolean;
  readonly coreApi?: boolean;
  readonly scimEnabled?: boolean;
  readonly users?: readonly WorldUser[];
  readonly teams?: readonly WorldTeam[];
  readonly domains?: readonly WorldDomain[];
  readonly workspaces?: readonly WorldWorkspace[];
  readonly ssoConnections?: readonly WorldConnection[];
  readonly bypassKey?: { readonly ageDays?: number; readonly key?: string };
  readonly customRoles?: readonly WorldCustomRole[];
  readonly allowedIpRanges?: readonly string[];
}
export interface WorldToken {
  readonly token: string;
  readonly name?: string;
  readonly organizations?: readonly string[];
  readonly role?: OrganizationRole;
  readonly user?: string;
}
export interface WorldAstro {
  readonly organizations?: readonly WorldOrganization[];
  readonly tokens?: readonly WorldToken[];
}
