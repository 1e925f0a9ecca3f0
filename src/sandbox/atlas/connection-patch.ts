import { flag, list, nullable, object, optional, text, type Parsed } from '../shape.js';
import { badRequest, refused } from './api-error.js';
import { readOnly } from './field-shapes.js';
import { identityProviderByOktaId } from './identity-provider-lookup.js';
import { type ConnectedOrganization, type RoleMapping } from './records.js';
import { checkAssignments, roleMappingShape } from './role-mappings.js';
import { isOrgRole, orgRoles, type OrgRole } from './roles.js';
import { newId, now, type Call } from './route.js';

export const connectionShape = () =>
  object({
    orgId: optional(text()),
    domainRestrictionEnabled: optional(flag()),
    domainAllowList: optional(list(text())),
    identityProviderId: nullable(text()),
    dataAccessIdentityProviderIds: optional(list(text(), { unique: true })),
    postAuthRoleGrants: optional(list(text(), { unique: true })),
    roleMappings: optional(list(roleMappingShape())),
    instantUserProvisioningDisabled: nullable(flag()),
    userConflicts: readOnly(),
  });
type Patch = Parsed<ReturnType<typeof connectionShape>>;

/**
 * What an update makes of a connected organization. It is called PATCH and is no merge: what is left out is in part kept and
 * in part taken away (API docs).
 *
 * | left out | then |
 * | --- | --- |
 * | `identityProviderId` | the organization is detached |
 * | `domainRestrictionEnabled` | the restriction is lifted |
 * | `dataAccessIdentityProviderIds` | all are disconnected (switch) |
 * | `instantUserProvisioningDisabled` | reset (switch) |
 * | `postAuthRoleGrants`, `domainAllowList`, `roleMappings` | kept |
 */
export function patchedConnection(call: Call, before: ConnectedOrganization, patch: Patch): ConnectedOrganization {
  // The vendor's own SDK always sends the field, empty where nobody filled it in.
  if (patch.orgId !== undefined && patch.orgId !== '' && patch.orgId !== before.id) {
    throw badRequest('ATTRIBUTE_READ_ONLY', 'orgId cannot be changed.', 'orgId');
  }
  const identityProviderId = identityProvider(call, before, patch);
  const postAuthRoleGrants = defaultRoles(before, patch, identityProviderId);
  const provisioning = patch.instantUserProvisioningDisabled;
  const kept = call.switches.atlasOmittedProvisioning === 'kept' ? before.instantUserProvisioningDisabled : null;
  return {
    ...before,
    identityProviderId,
    mappedAt: identityProviderId === before.identityProviderId ? before.mappedAt : identityProviderId && now(call),
    dataAccessIdentityProviderIds: dataAccess(call, before, patch),
    domainRestrictionEnabled: patch.domainRestrictionEnabled ?? false,
    domainAllowList: patch.domainAllowList ? [...new Set(patch.domainAllowList)] : before.domainAllowList,
    postAuthRoleGrants,
    instantUserProvisioningDisabled: provisioning === undefined ? kept : provisioning,
  };
}

/** The SAML identity provider by its 20-character id. */
function identityProvider(call: Call, before: ConnectedOrganization, patch: Patch): string | null {
  const given = patch.identityProviderId;
  if (given === undefined) return null;
  if (given === null) {
    if (call.switches.atlasNullIdentityProvider === 'refused') throw refused('identityProviderId must not be null.');
    return call.switches.atlasNullIdentityProvider === 'kept' ? before.identityProviderId : null;
  }
  if (given === '') throw refused('identityProviderId must not be empty.');
  if (identityProviderByOktaId(call, before.organizationId, given) === undefined) throw notInFederation(given);
  return given;
}

/** OIDC identity providers by their 24-digit ids; of workforce ones at most one (product docs). */
function dataAccess(call: Call, before: ConnectedOrganization, patch: Patch): readonly string[] {
  const given = patch.dataAccessIdentityProviderIds;
  if (given === undefined) {
    return call.switches.atlasOmittedDataAccess === 'kept' ? before.dataAccessIdentityProviderIds : [];
  }
  const providers = given.map((id) => {
    const provider = call.store.get('atlasIdentityProvider', before.organizationId, id);
    if (provider?.protocol !== 'OIDC') throw notInFederation(id);
    return provider;
  });
  if (providers.filter(({ idpType }) => idpType === 'WORKFORCE').length > 1) {
    throw refused('An organization has at most one OIDC workforce identity provider.');
  }
  return given;
}

/** Without an identity provider default roles cannot be changed; sending them back unchanged is accepted. */
function defaultRoles(
  before: ConnectedOrganization,
  { postAuthRoleGrants: given }: Patch,
  identityProviderId: string | null,
): readonly OrgRole[] {
  if (given === undefined) return before.postAuthRoleGrants;
  const roles = given.map((role) => {
    if (isOrgRole(role)) return role;
    throw role.startsWith('GROUP_')
      ? badRequest('POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES', `${role} is not an organization role.`, role)
      : badRequest('INVALID_ENUM_VALUE', `postAuthRoleGrants must be of ${orgRoles.join(', ')}.`, 'postAuthRoleGrants');
  });
  const same = [...roles].sort().join() === [...before.postAuthRoleGrants].sort().join();
  if (identityProviderId === null && !same) {
    throw refused(`Organization ${before.id} has no identity provider, so its default roles cannot be changed.`);
  }
  return roles;
}

/** The mappings that a list in the update makes; undefined: they stay as they are. */
export function patchedMappings(call: Call, after: ConnectedOrganization, patch: Patch): RoleMapping[] | undefined {
  if (patch.roleMappings === undefined) return undefined;
  const { id: organizationId } = after;
  if (after.identityProviderId === null) {
    throw refused(`Organization ${organizationId} has no identity provider, so it can have no role mappings.`);
  }
  const names = patch.roleMappings.map(({ externalGroupName }) => externalGroupName);
  if (new Set(names).size < names.length) throw refused('roleMappings must not repeat an externalGroupName.');
  return patch.roleMappings.map((given) => {
    const { externalGroupName } = given;
    const [known] = call.store.where('atlasRoleMapping', 'group', organizationId, externalGroupName);
    const id = known !== undefined && call.switches.atlasReplacedMappingIds === 'kept' ? known.id : newId(call);
    return { organizationId, id, externalGroupName, roleAssignments: checkAssignments(call, organizationId, given) };
  });
}

const notInFederation = (id: string) =>
  badRequest('CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION', `Identity provider ${id} is not in this federation.`, id);
