// Generated from schemas/config.schema.json by schemas/generate.mjs. Do not edit: change the schema and run `npm run generate`.

/**
 * A connection to a vendor; `type` says which.
 */
export type Provider = AstroProvider | AtlasProvider | ScimProvider;
/**
 * The address of an API: https, or http on loopback.
 */
export type Endpoint = string;
/**
 * `absent` removes the object; `present`, the default, keeps it.
 */
export type State = 'present' | 'absent';
/**
 * A day, through the end of which it holds in UTC (`2026-12-31`), or a time (`2026-12-31T17:00:00+01:00`). Plans warn 14 days ahead and remove it afterwards, as `state: absent` would.
 */
export type Until = string;
/**
 * Why it lasts until then, in one line; plans and warnings tell it.
 */
export type UntilReason = string;
/**
 * Whether a plan that removes it trips the guard `protect`, also where `state: absent`, `until` or `unlisted` ask for that.
 */
export type Protect = boolean;
/**
 * People by e-mail address (by user name where only SCIM directories use the list), or a mirror of another organization's live members.
 */
export type List = UserName[] | MirrorList;
/**
 * A person's user name: an e-mail address, or in a SCIM directory any name. Case does not matter.
 */
export type UserName = string;
/**
 * A domain name. Case does not matter.
 */
export type Domain = string;
/**
 * An Astro SSO connection: `saml`, or `entra` for Microsoft Entra ID without SAML.
 */
export type AstroConnection = AstroSaml | AstroEntra;
/**
 * An address that begins with https://.
 */
export type HttpsUrl = string;
/**
 * An identity provider of an Atlas federation: `protocol: saml`, the default, for logging in to the Atlas console, or `protocol: oidc` for access to databases. A field that is not given is not managed.
 */
export type AtlasIdentityProvider = AtlasSaml | AtlasOidc;
/**
 * An organization's name in the configuration. It is the first part of every address, so it holds no slash.
 */
export type OrganizationName = string;
/**
 * Reserved: this key is not yet supported.
 */
export type NotYetSupported = never;
/**
 * An organization; `type` says of which vendor.
 */
export type Organization = AstroOrganization | AtlasOrganization | ScimOrganization;
/**
 * A name: not empty, no space at its ends.
 */
export type Name = string;
/**
 * An e-mail address. Case does not matter.
 */
export type Email = string;
/**
 * A way to log in.
 */
export type AstroLoginMethod = 'password' | 'google' | 'github' | 'sso';
/**
 * An organization role; the OBSERVE roles need the Observe product.
 */
export type AstroOrganizationRole =
  | 'ORGANIZATION_OWNER'
  | 'ORGANIZATION_BILLING_ADMIN'
  | 'ORGANIZATION_MEMBER'
  | 'ORGANIZATION_OBSERVE_ADMIN'
  | 'ORGANIZATION_OBSERVE_MEMBER';
/**
 * A workspace role.
 */
export type AstroWorkspaceRole =
  'WORKSPACE_OWNER' | 'WORKSPACE_OPERATOR' | 'WORKSPACE_AUTHOR' | 'WORKSPACE_MEMBER' | 'WORKSPACE_ACCESSOR';
/**
 * A workspace role, or an object that adds deployment roles.
 */
export type AstroWorkspaceEntry = AstroWorkspaceRole | AstroWorkspaceGrant;
/**
 * An id that the vendor gave.
 */
export type RemoteId = string;
/**
 * A deployment role, or an object that adds DAG roles.
 */
export type AstroDeploymentEntry = AstroDeploymentRole | AstroDeploymentGrant;
/**
 * A deployment role: one of Astro's, or the name of a custom role.
 */
export type AstroDeploymentRole = string;
/**
 * A DAG role: one of Astro's, or the name of a custom role.
 */
export type AstroDagRole = string;
/**
 * A person's e-mail address, or `{ list: NAME }` for the people of a list.
 */
export type TeamMember = Email | ListReference;
/**
 * `report` shows it as drift, `keep` only counts it, `remove` removes it.
 */
export type UnlistedPolicy = UnlistedWord | UnlistedRule;
/**
 * `report` shows it as drift, `keep` only counts it, `remove` removes it unless an identity provider made it.
 */
export type UnlistedWord = 'report' | 'keep' | 'remove';
/**
 * An Atlas id: 24 hexadecimal digits.
 */
export type AtlasId = string;
/**
 * An e-mail address, or `none`.
 */
export type AtlasContact = string;
/**
 * An organization role.
 */
export type AtlasOrganizationRole =
  | 'ORG_OWNER'
  | 'ORG_MEMBER'
  | 'ORG_GROUP_CREATOR'
  | 'ORG_BILLING_ADMIN'
  | 'ORG_BILLING_READ_ONLY'
  | 'ORG_STREAM_PROCESSING_ADMIN'
  | 'ORG_READ_ONLY';
/**
 * Domains, or `any` for no restriction.
 */
export type AtlasAllowedDomains = 'any' | Domain[];
/**
 * Project roles, or an object that adds the project's id.
 */
export type AtlasProjectEntry = AtlasProjectRoles | AtlasProjectGrant;
/**
 * A project role: its name begins with GROUP_. A role that orgwright does not know is a warning, since Atlas adds some from time to time.
 */
export type AtlasProjectRole = string;
/**
 * Exactly the roles in this project.
 *
 * @minItems 1
 */
export type AtlasProjectRoles = AtlasProjectRole[];
/**
 * An id that the identity provider gave. Case matters.
 */
export type ScimExternalId = string;
/**
 * A person's user name, or `{ list: NAME }` for the people of a list.
 */
export type ScimTeamMember = UserName | ListReference;
/**
 * The name of a group at the identity provider, exactly as it sends it: 1 to 200 characters.
 */
export type AtlasGroupName = string;

/**
 * An orgwright configuration, or a part of one: files with `orgwright: 1` at the top merge into one document.
 */
export interface Config {
  /**
   * Marks the file as an orgwright configuration, and says the version of its format. Every file has it.
   */
  orgwright: 1;
  /**
   * Named connections to vendors. Secrets stand here by reference only, never inline.
   */
  providers?: {
    [k: string]: Provider;
  };
  /**
   * What is true of a person everywhere, by e-mail address, or by user name for SCIM directories whose user names are none. Optional: most people need no entry.
   */
  people?: {
    [k: string]: Person;
  };
  /**
   * People named once and used in many places: `memberLists`, or a team's `members` as `{ list: NAME }`. `{ mirror: ORGANIZATION/TEAM }` takes those who are live there.
   */
  lists?: {
    [k: string]: List;
  };
  /**
   * A company's identity providers, each applied to many organizations. What a system needs of it stands under the system's name.
   */
  identityProviders?: {
    [k: string]: IdentityProvider;
  };
  /**
   * The organizations to manage. The key is the organization's name in plans and addresses.
   */
  organizations?: {
    [k: string]: Organization;
  };
  guards?: Guards;
}
/**
 * A connection to Astronomer Astro.
 */
export interface AstroProvider {
  /**
   * Astronomer Astro.
   */
  type: 'astro';
  token: Secret;
  /**
   * Whether changes may be written through the vendor's private API, which alone can write domains, SSO connections, the bypass link, and remove people. With `deny`, the default, these become manual steps.
   */
  privateApi?: 'allow' | 'deny';
  endpoint?: Endpoint;
}
/**
 * Where a secret is to be found: exactly one of `env`, `file` and `command`. It is read when first used, never by `validate`.
 */
export interface Secret {
  /**
   * The name of the environment variable that holds the secret.
   */
  env?: string;
  /**
   * The file that holds the secret: an absolute path, or one relative to this YAML file and inside its folder.
   */
  file?: string;
  /**
   * A program and its arguments, run without a shell, whose output is the secret. Only with ORGWRIGHT_ALLOW_COMMANDS=1.
   *
   * @minItems 1
   *
   * Items: The program, then its arguments.
   */
  command?: string[];
}
/**
 * A connection to MongoDB Atlas: a service account (`clientId` and `clientSecret`), or an API key (`publicKey` and `privateKey`). Atlas binds a credential to one organization, so organizations mostly have a provider each.
 */
export interface AtlasProvider {
  /**
   * MongoDB Atlas.
   */
  type: 'atlas';
  clientId?: Secret;
  clientSecret?: Secret;
  publicKey?: Secret;
  privateKey?: Secret;
  endpoint?: Endpoint;
}
/**
 * A connection to a SCIM 2.0 service.
 */
export interface ScimProvider {
  /**
   * A SCIM 2.0 service.
   */
  type: 'scim';
  baseUrl: Endpoint;
  token: Secret;
}
/**
 * What is true of a person everywhere.
 */
export interface Person {
  /**
   * The person's name, for the reader of the file.
   */
  name?: string;
  state?: State;
  until?: Until;
  reason?: UntilReason;
  protect?: Protect;
}
/**
 * Who is active in another organization of this configuration, or in one of its teams, at the time of the plan.
 */
export interface MirrorList {
  /**
   * ORGANIZATION for all its active people, ORGANIZATION/TEAM for those of a team. It is read when a plan is made; what cannot be read completely is never taken for empty.
   */
  mirror: string;
}
/**
 * A company's identity provider.
 */
export interface IdentityProvider {
  /**
   * The e-mail domains whose people log in here.
   */
  domains?: Domain[];
  /**
   * The certificates with which the identity provider signs.
   *
   * @minItems 1
   */
  certificates?: Certificate[];
  astro?: AstroConnection;
  atlas?: AtlasIdentityProvider;
}
/**
 * A certificate, by the file that holds it.
 */
export interface Certificate {
  /**
   * A PEM file: an absolute path, or one relative to this YAML file and inside its folder.
   */
  file: string;
}
/**
 * A SAML connection; its signing certificate is the identity provider's `certificates`.
 */
export interface AstroSaml {
  /**
   * SAML.
   */
  strategy: 'saml';
  signInUrl: HttpsUrl;
  signOutUrl?: HttpsUrl;
  /**
   * Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.
   */
  idpInitiatedLogin?: boolean;
}
/**
 * A native Microsoft Entra ID connection.
 */
export interface AstroEntra {
  /**
   * Microsoft Entra ID, without SAML.
   */
  strategy: 'entra';
  /**
   * The application (client) id of the app registration.
   */
  clientId: string;
  clientSecret: Secret;
  domainName: Domain;
  /**
   * Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.
   */
  idpInitiatedLogin?: boolean;
}
/**
 * A SAML identity provider. Its associated domains are the `domains` and its signing certificates the `certificates` beside this section. No API creates one: where it is missing, the plan has a manual step.
 */
export interface AtlasSaml {
  anchor: OrganizationName;
  /**
   * SAML, the default.
   */
  protocol?: 'saml';
  /**
   * Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.
   */
  displayName?: string;
  /**
   * What it is for.
   */
  description?: string;
  /**
   * The identity provider's issuer.
   */
  issuerUri?: string;
  ssoUrl?: HttpsUrl;
  /**
   * How Atlas sends the request to log in.
   */
  requestBinding?: 'HTTP-POST' | 'HTTP-REDIRECT';
  /**
   * The algorithm with which responses are signed.
   */
  responseSignatureAlgorithm?: 'SHA-1' | 'SHA-256';
  /**
   * Whether people may also log in through the bypass URL, without the identity provider. It is the way back in while a new one is untested.
   */
  ssoDebug?: boolean;
  /**
   * Whether people may log in through it. Atlas keeps one without a verified domain inactive, and refuses to deactivate one that several organizations use.
   */
  active?: boolean;
  state?: NotYetSupported;
}
/**
 * An OIDC identity provider, for access to databases. Its associated domains are the `domains` beside this section (a workload identity provider has none). Atlas has no switch to deactivate it: it serves the organizations that name it in `dataAccessIdentityProviders`.
 */
export interface AtlasOidc {
  anchor: OrganizationName;
  /**
   * OIDC.
   */
  protocol: 'oidc';
  /**
   * Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.
   */
  displayName?: string;
  /**
   * What it is for.
   */
  description?: string;
  /**
   * The identity provider's issuer. Needed to create it.
   */
  issuerUri?: string;
  /**
   * WORKFORCE, Atlas's default, for people; WORKLOAD for applications. An organization has at most one of WORKFORCE.
   */
  idpType?: 'WORKFORCE' | 'WORKLOAD';
  /**
   * For whom its tokens are meant. Needed to create it.
   */
  audience?: string;
  /**
   * The application (client) id at the identity provider; no secret. For WORKFORCE only.
   */
  clientId?: string;
  /**
   * Exactly the scopes that are asked for. For WORKFORCE only.
   *
   * Items: A scope.
   */
  requestedScopes?: string[];
  /**
   * Whether database roles are granted to groups or to single users. Needed to create it. Changing it can cut people off from databases.
   */
  authorizationType?: 'GROUP' | 'USER';
  /**
   * The claim that holds the groups. Needed to create it with `authorizationType: GROUP`.
   */
  groupsClaim?: string;
  /**
   * The claim that holds the user. Needed to create it.
   */
  userClaim?: string;
  state?: State;
}
/**
 * An Astronomer Astro organization. A key that is absent is not managed.
 */
export interface AstroOrganization {
  /**
   * Astronomer Astro.
   */
  type: 'astro';
  provider?: Name;
  /**
   * The organization's id, as Astro shows it in the organization's settings.
   */
  id: string;
  settings?: AstroSettings;
  scim?: AstroScim;
  authentication?: AstroAuthentication;
  /**
   * The people who must be members, by e-mail address. `unlisted.members` decides about others.
   */
  members?: {
    [k: string]: AstroMember;
  };
  /**
   * Members by list: everybody in the list has these settings. An entry in `members` wins over a list.
   */
  memberLists?: {
    [k: string]: AstroMember;
  };
  /**
   * The teams that must be there, by name. `unlisted.teams` decides about others.
   */
  teams?: {
    [k: string]: AstroTeam;
  };
  unlisted?: Unlisted;
  guards?: Guards;
  protect?: Protect;
}
/**
 * An organization's own settings.
 */
export interface AstroSettings {
  /**
   * The name that people see, at most 50 characters.
   */
  name?: string;
  billingEmail?: Email;
}
/**
 * SCIM provisioning.
 */
export interface AstroScim {
  /**
   * Whether an identity provider may provision people and teams. While it is on, Astro refuses new teams and new team members from everyone else.
   */
  enabled: boolean;
}
/**
 * How people may log in.
 */
export interface AstroAuthentication {
  bypassLink?: AstroBypassLink;
  /**
   * The managed e-mail domains. `unlisted.domains` decides about others.
   */
  domains?: {
    [k: string]: AstroDomain;
  };
}
/**
 * The SSO bypass link.
 */
export interface AstroBypassLink {
  state: State;
  /**
   * The age at which the link is replaced by a new one: a number of days (d), hours (h) or weeks (w).
   */
  rotateAfter?: string;
  protect?: Protect;
}
/**
 * A managed e-mail domain.
 */
export interface AstroDomain {
  /**
   * Exactly the ways in which people of this domain may log in.
   *
   * @minItems 1
   */
  allowedMethods?: AstroLoginMethod[];
  /**
   * The domain's SSO connection; `none` means that there is to be none.
   */
  sso?: 'none' | AstroSso;
  state?: State;
  protect?: Protect;
}
/**
 * A domain's SSO connection.
 */
export interface AstroSso {
  identityProvider: Name;
  /**
   * Whether people may log in through the connection.
   */
  active?: boolean;
  /**
   * What those get who log in for the first time without an invitation; `none` means that they may not join.
   */
  jit?: 'none' | AstroJit;
}
/**
 * The default roles of people who join by logging in.
 */
export interface AstroJit {
  role: AstroOrganizationRole;
  /**
   * Default workspace roles, by the workspace's name; exactly these.
   */
  workspaces?: {
    [k: string]: AstroWorkspaceRole;
  };
}
/**
 * A membership. `{}` means: a member, with any role; somebody new is invited with the lowest one.
 */
export interface AstroMember {
  role?: AstroOrganizationRole;
  workspaces?: AstroWorkspaces;
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * Workspace roles, by the workspace's name.
 */
export interface AstroWorkspaces {
  [k: string]: AstroWorkspaceEntry;
}
/**
 * A workspace role with deployment roles.
 */
export interface AstroWorkspaceGrant {
  id?: RemoteId;
  role: AstroWorkspaceRole;
  /**
   * Exactly the deployment roles in this workspace, by the deployment's name.
   */
  deployments?: {
    [k: string]: AstroDeploymentEntry;
  };
}
/**
 * A deployment role with DAG roles.
 */
export interface AstroDeploymentGrant {
  id?: RemoteId;
  role: AstroDeploymentRole;
  /**
   * Exactly the roles on single DAGs, by DAG id.
   */
  dags?: {
    [k: string]: AstroDagRole;
  };
  /**
   * Exactly the roles on DAGs with a tag, by tag.
   */
  dagTags?: {
    [k: string]: AstroDagRole;
  };
}
/**
 * A team. Fields that are absent are not managed.
 */
export interface AstroTeam {
  /**
   * What the team is for.
   */
  description?: string;
  role?: AstroOrganizationRole;
  workspaces?: AstroWorkspaces;
  /**
   * The people who must be in the team; `unlisted.teamMembers` decides about others.
   */
  members?: TeamMember[];
  /**
   * Earlier names of the team, so that a rename is not a removal and a new team.
   *
   * Items: An earlier name.
   */
  previously?: string[];
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * The people of a list.
 */
export interface ListReference {
  list: Name;
  until?: Until;
  reason?: UntilReason;
}
/**
 * What to do about what is live but not listed, by collection.
 */
export interface Unlisted {
  members?: UnlistedPolicy;
  teams?: UnlistedPolicy;
  teamMembers?: UnlistedPolicy;
  domains?: UnlistedPolicy;
  roleMappings?: UnlistedPolicy;
}
/**
 * A policy with its options.
 */
export interface UnlistedRule {
  policy: UnlistedWord;
  /**
   * Whether `remove` also removes what an identity provider made (by SCIM, group mapping or first login).
   */
  includeProvisioned?: boolean;
}
/**
 * Limits that stop a plan from being applied.
 */
export interface Guards {
  /**
   * How many active owners must remain. Default 1.
   */
  minOwners?: number;
  maxRemovals?: MaxRemovals;
  /**
   * People each of whom must remain an owner who can log in. Trips where a plan takes that from one of them.
   */
  requiredOwners?: Email[];
  /**
   * How many people one plan may make owners, by a role of their own or of their team. A default role, JIT policy or role mapping that makes owners of people whom nobody has named is always beyond it. Without it there is no limit.
   */
  maxNewOwners?: number;
  /**
   * Whether a plan that makes logging in weaker trips. A domain is as weak as the weakest method that it allows: password, then google and github, then sso. It may lose methods, or change to others that are as strong. Weaker is also: an SSO connection that is removed or made inactive while its domain allows SSO, an identity provider detached, made inactive or taken from a domain, a login past SSO (a bypass link, `ssoDebug`), and a second factor no longer required. Default false.
   */
  denyWeakerLogin?: boolean;
  /**
   * Whether a plan trips that takes away what orgwright's own requests stand on: today that is `apiAccessListRequired` of Atlas switched on, since the credential's access list may lack this machine's address. Default true.
   */
  requireSelf?: boolean;
}
/**
 * How much one plan may remove, by scope.
 */
export interface MaxRemovals {
  members?: RemovalLimit;
  teamMembers?: RemovalLimit;
  teams?: RemovalLimit;
  roles?: RemovalLimit;
  domains?: RemovalLimit;
  roleMappings?: RemovalLimit;
  owners?: RemovalLimit;
}
/**
 * Trips when removals exceed both `percent` of what is live and `atLeast`.
 */
export interface RemovalLimit {
  /**
   * A share of what is live. Default 25.
   */
  percent?: number;
  /**
   * A number below which the share does not matter. Default 5.
   */
  atLeast?: number;
}
/**
 * A MongoDB Atlas organization. A key that is absent is not managed.
 */
export interface AtlasOrganization {
  /**
   * MongoDB Atlas.
   */
  type: 'atlas';
  provider?: Name;
  id: AtlasId;
  /**
   * `disconnected` takes the organization out of its federation, which no API can undo: only the Atlas console connects it again. `connected` is checked; making it so is a manual step.
   */
  connection?: 'connected' | 'disconnected';
  settings?: AtlasSettings;
  authentication?: AtlasAuthentication;
  /**
   * The people who must be members, by e-mail address. `unlisted.members` decides about others.
   */
  members?: {
    [k: string]: AtlasMember;
  };
  /**
   * Members by list: everybody in the list has these settings. An entry in `members` wins over a list.
   */
  memberLists?: {
    [k: string]: AtlasMember;
  };
  /**
   * The teams that must be there, by name. `unlisted.teams` decides about others.
   */
  teams?: {
    [k: string]: AtlasTeam;
  };
  unlisted?: AtlasUnlisted;
  guards?: Guards;
  protect?: Protect;
}
/**
 * An organization's own settings.
 */
export interface AtlasSettings {
  /**
   * The name that people see: at most 64 letters, digits, spaces and -_.(),:&@+'.
   */
  name?: string;
  /**
   * Whether the API is open to listed addresses only. Switched on from an address that is not listed, it locks orgwright out.
   */
  apiAccessListRequired?: boolean;
  /**
   * Whether people need a second factor.
   */
  multiFactorAuthRequired?: boolean;
  /**
   * Whether MongoDB's own staff need consent to reach the infrastructure of databases.
   */
  restrictEmployeeAccess?: boolean;
  /**
   * Whether features with generative AI are on.
   */
  genAIFeaturesEnabled?: boolean;
  /**
   * How long a new service account secret may be valid, in hours: 8 to 8760 (a year).
   */
  maxServiceAccountSecretValidityInHours?: number;
  securityContact?: AtlasContact;
}
/**
 * How people may log in and what they get: the organization's part of its federation.
 */
export interface AtlasAuthentication {
  identityProvider?: Name;
  /**
   * Exactly the OIDC identity providers for access to databases, by their names in `identityProviders`.
   */
  dataAccessIdentityProviders?: Name[];
  /**
   * Whether people of the identity provider join at their first login (`enabled`) or only by invitation (`none`).
   */
  jit?: 'enabled' | 'none';
  /**
   * Exactly the roles of those who join at first login and have no role by a mapping. Needs an identity provider.
   */
  defaultRoles?: AtlasOrganizationRole[];
  allowedDomains?: AtlasAllowedDomains;
  /**
   * Roles by the identity provider's group name, given at login. `unlisted.roleMappings` decides about other mappings. Needs an identity provider.
   */
  roleMappings?: {
    [k: string]: AtlasRoleMapping;
  };
}
/**
 * What a group's people get, exactly.
 */
export interface AtlasRoleMapping {
  /**
   * Exactly the organization roles; Atlas demands at least one. Needed unless the mapping is to be absent.
   *
   * @minItems 1
   */
  roles?: AtlasOrganizationRole[];
  projects?: AtlasProjects;
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * Project roles, by the project's name.
 */
export interface AtlasProjects {
  [k: string]: AtlasProjectEntry;
}
/**
 * The roles in a project whose name is ambiguous.
 */
export interface AtlasProjectGrant {
  id?: AtlasId;
  roles: AtlasProjectRoles;
}
/**
 * A membership. `{}` means: a member, with any role; somebody new is invited as ORG_MEMBER.
 */
export interface AtlasMember {
  /**
   * Exactly the organization roles. Whom a role mapping applies to may get others at the next login.
   *
   * @minItems 1
   */
  roles?: AtlasOrganizationRole[];
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * A team. Fields that are absent are not managed.
 */
export interface AtlasTeam {
  /**
   * The people who must be in the team, at least one: Atlas has no empty teams. `unlisted.teamMembers` decides about others.
   */
  members?: TeamMember[];
  projects?: AtlasProjects;
  /**
   * Earlier names of the team, so that a rename is not a removal and a new team.
   *
   * Items: An earlier name.
   */
  previously?: string[];
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * What to do about what is live but not listed, by collection.
 */
export interface AtlasUnlisted {
  members?: UnlistedPolicy;
  teams?: UnlistedPolicy;
  teamMembers?: UnlistedPolicy;
  roleMappings?: UnlistedPolicy;
}
/**
 * A directory behind a SCIM 2.0 service. A key that is absent is not managed. It has no `id`: the provider's base address says which directory it is.
 */
export interface ScimOrganization {
  /**
   * A SCIM 2.0 service.
   */
  type: 'scim';
  provider?: Name;
  /**
   * What removing a person means: `deactivate`, the default, keeps the record as inactive; `delete` deletes it.
   */
  removePeople?: 'deactivate' | 'delete';
  /**
   * The people who must be there, by user name. `unlisted.members` decides about others.
   */
  members?: {
    [k: string]: ScimMember;
  };
  /**
   * People by list: everybody in the list has these settings. An entry in `members` wins over a list.
   */
  memberLists?: {
    [k: string]: ScimMember;
  };
  /**
   * The groups that must be there, by name. `unlisted.teams` decides about others.
   */
  teams?: {
    [k: string]: ScimTeam;
  };
  unlisted?: ScimUnlisted;
  guards?: Guards;
  protect?: Protect;
}
/**
 * A person in the directory. `{}` means: there and active, whatever the other attributes. Fields that are absent are not managed.
 */
export interface ScimMember {
  /**
   * Whether the person may use the service. `true` is the default: who is listed is active.
   */
  active?: boolean;
  /**
   * The name that people see.
   */
  displayName?: string;
  externalId?: ScimExternalId;
  name?: ScimName;
  /**
   * Exactly the person's e-mail addresses, at least one.
   *
   * @minItems 1
   */
  emails?: Email[];
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * The parts of a person's name. Parts that are absent are not managed.
 */
export interface ScimName {
  /**
   * The full name as it is to be shown.
   */
  formatted?: string;
  /**
   * The given name.
   */
  givenName?: string;
  /**
   * The middle name.
   */
  middleName?: string;
  /**
   * The family name.
   */
  familyName?: string;
}
/**
 * A group. Fields that are absent are not managed.
 */
export interface ScimTeam {
  externalId?: ScimExternalId;
  /**
   * The people who must be in the group; `unlisted.teamMembers` decides about others.
   */
  members?: ScimTeamMember[];
  /**
   * Earlier names of the group, so that a rename is not a removal and a new group.
   *
   * Items: An earlier name.
   */
  previously?: string[];
  state?: State;
  protect?: Protect;
  until?: Until;
  reason?: UntilReason;
}
/**
 * What to do about what is live but not listed, by collection.
 */
export interface ScimUnlisted {
  members?: UnlistedPolicy;
  teams?: UnlistedPolicy;
  teamMembers?: UnlistedPolicy;
}
