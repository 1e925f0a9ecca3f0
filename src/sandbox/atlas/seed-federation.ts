import { createHash } from 'node:crypto';
import { namedObjectId } from '../ids.js';
import { type AnyRow } from '../records.js';
import { type Stamp } from '../stamp.js';
import { type IdentityProvider, type RoleAssignment } from './records.js';
import { projectId } from './seed-ids.js';
import {
  type WorldAtlasOrganization,
  type WorldConnectedOrganization,
  type WorldFederation,
  type WorldIdentityProvider,
} from './world.js';

/** The rows of one federation. */
export function seedFederation(
  source: WorldFederation,
  stamp: Stamp,
  organizations: readonly WorldAtlasOrganization[],
): AnyRow[] {
  const federationId = source.id;
  const domains = (source.domains ?? []).map((domain) => {
    const { name, status = 'VERIFIED' } = typeof domain === 'string' ? { name: domain } : domain;
    return { name: name.toLowerCase(), status } as const;
  });
  const providers = (source.identityProviders ?? []).map((each) => seedIdentityProvider(federationId, each, stamp));
  const byName = new Map(providers.map((row) => [row.displayName, row]));
  const named = new Map(organizations.map((organization) => [organization.id, organization]));
  return [
    { kind: 'atlasFederation', row: { organizationId: federationId, id: federationId, domains } },
    ...providers.map((row): AnyRow => ({ kind: 'atlasIdentityProvider', row })),
    ...(source.connectedOrganizations ?? []).flatMap((connected) => {
      return seedConnection(federationId, connected, byName, named.get(connected.organization), stamp);
    }),
  ];
}

/** A row of an identity provider from what a world (or the console) says about it. */
export function seedIdentityProvider(
  federationId: string,
  source: WorldIdentityProvider,
  stamp: Stamp,
): IdentityProvider {
  const { name, protocol = 'SAML', certificateExpiresInDays = 365 } = source;
  const id = source.id ?? namedObjectId('identityProvider', federationId, name);
  const common = {
    organizationId: federationId,
    id,
    displayName: name,
    description: source.description ?? '',
    issuerUri: source.issuerUri ?? `https://idp.example.com/${encodeURIComponent(name)}`,
    associatedDomains: (source.associatedDomains ?? []).map((domain) => domain.toLowerCase()),
    createdAt: stamp(),
    updatedAt: null,
  };
  if (protocol === 'OIDC') {
    const { authorizationType = 'GROUP' } = source;
    return {
      ...common,
      protocol,
      idpType: source.idpType ?? 'WORKFORCE',
      audience: source.audience ?? 'atlas',
      authorizationType,
      groupsClaim: source.groupsClaim ?? (authorizationType === 'GROUP' ? 'groups' : null),
      userClaim: source.userClaim ?? 'sub',
      clientId: source.clientId ?? null,
      requestedScopes: source.requestedScopes ?? [],
    };
  }
  const notBefore = stamp(Math.min(0, certificateExpiresInDays) - 365);
  const certificates = source.certificates ?? [{ notBefore, notAfter: stamp(certificateExpiresInDays) }];
  return {
    ...common,
    protocol,
    idpType: 'WORKFORCE',
    oktaIdpId: source.oktaIdpId ?? oktaId(federationId, name),
    ssoUrl: source.ssoUrl ?? `${common.issuerUri}/sso/saml`,
    requestBinding: source.requestBinding ?? 'HTTP-POST',
    responseSignatureAlgorithm: source.responseSignatureAlgorithm ?? 'SHA-256',
    ssoDebugEnabled: source.ssoDebugEnabled ?? false,
    slug: source.slug ?? '',
    status: source.status ?? 'ACTIVE',
    pemFileInfo: { fileName: null, certificates },
  };
}

/** 20 letters and digits in mixed case, as real ones are; the published pattern of hexadecimal digits is wrong. */
function oktaId(...name: readonly string[]): string {
  const digest = createHash('sha256').update(name.join('\n')).digest('base64').replace(/[+/=]/g, 'x');
  return `0oa${digest.slice(0, 17)}`;
}

function seedConnection(
  federationId: string,
  source: WorldConnectedOrganization,
  providers: ReadonlyMap<string, IdentityProvider>,
  organization: WorldAtlasOrganization | undefined,
  stamp: Stamp,
): AnyRow[] {
  const { organization: id, identityProvider, allowedDomains, instantUserProvisioningDisabled } = source;
  const provider = providers.get(identityProvider ?? '');
  const identityProviderId = provider?.protocol === 'SAML' ? provider.oktaIdpId : null;
  const projects = new Map((organization?.projects ?? []).map((each) => [each.name, projectId(id, each)]));
  const mappings = Object.entries(source.roleMappings ?? {}).map(([externalGroupName, mapping]): AnyRow => {
    const inOrganization = (mapping.roles ?? ['ORG_MEMBER']).map((role) => ({ orgId: id, groupId: null, role }));
    const inProjects = Object.entries(mapping.projects ?? {}).flatMap(([name, roles]) =>
      roles.map((role): RoleAssignment => ({ orgId: null, groupId: projects.get(name) ?? name, role })),
    );
    const roleAssignments = [...inOrganization, ...inProjects];
    const mappingId = namedObjectId('roleMapping', id, externalGroupName);
    return { kind: 'atlasRoleMapping', row: { organizationId: id, id: mappingId, externalGroupName, roleAssignments } };
  });
  const connection: AnyRow = {
    kind: 'atlasConnection',
    row: {
      organizationId: federationId,
      id,
      identityProviderId,
      mappedAt: identityProviderId === null ? null : stamp(),
      dataAccessIdentityProviderIds: (source.dataAccessIdentityProviders ?? []).map(
        (name) => providers.get(name)?.id ?? name,
      ),
      domainRestrictionEnabled: allowedDomains !== undefined,
      domainAllowList: allowedDomains ?? [],
      postAuthRoleGrants: source.defaultRoles ?? [],
      instantUserProvisioningDisabled: instantUserProvisioningDisabled ?? null,
    },
  };
  return [connection, ...mappings];
}
