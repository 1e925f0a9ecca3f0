/** From an Atlas organization in YAML to desired resources. Offline: projects and identity providers are resolved later. */
import type { AtlasIdentityProvider, AtlasOidc, AtlasOrganization, AtlasSaml } from '../../config/generated/config.js';
import { formatAddress, type Address } from '../../core/address.js';
import { certificateValidity, normalizeCertificate } from '../../core/certificates.js';
import { createMakeResource, organizationOf, pick, type MakeResource } from '../../core/desired-resources.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { objectOf, textList } from '../../core/diff.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { OrganizationInput } from '../../core/organization-input.js';
import { pointerTo } from '../../core/pointer.js';
import type { DesiredOrganization, DesiredResource, Locate } from '../../core/resource.js';
import { validityText } from './certificate-dates.js';
import { providerFields, settingFields } from './kinds.js';

export function desiredOrganization(
  input: OrganizationInput,
  locate: Locate,
): { readonly organization: DesiredOrganization; readonly diagnostics: readonly Diagnostic[] } {
  // Validated against the schema before it comes here.
  const config = input.config as unknown as AtlasOrganization;
  const make = createMakeResource(input, locate);
  const resources = [
    ...settings(config, make, input),
    ...identityProviders(make, input),
    ...idpMapping(config, make, input),
    ...roleMappings(config, make, input),
    ...input.members.map((member) =>
      make('member', member.email, member.pointer, {
        state: member.state,
        attributes: rolesAttribute(member.settings['roles']),
      }),
    ),
    ...input.teams.map((team) =>
      make('team', team.name, team.pointer, {
        state: team.state,
        previously: team.previously,
        attributes: {
          ...projectsAttribute(team.settings['projects']),
          ...(team.members !== undefined && { members: team.members }),
        },
      }),
    ),
  ];
  return { organization: organizationOf(input, resources), diagnostics: [] };
}

function settings(config: AtlasOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  const written = config.settings as JsonObject | undefined;
  if (written === undefined) return [];
  const attributes = pick(written, ['name', ...settingFields]);
  return Object.keys(attributes).length === 0
    ? []
    : [make('settings', '', pointerTo(input.pointer, 'settings'), { attributes })];
}

/** Those that hang on this organization. */
function identityProviders(make: MakeResource, input: OrganizationInput): DesiredResource[] {
  return Object.entries(input.identityProviders).flatMap(([key, provider]) => {
    const atlas = atlasOf(provider);
    if (atlas?.anchor !== input.name) return [];
    const pointer = pointerTo('', 'identityProviders', key, 'atlas');
    const { state } = atlas as { readonly state?: 'present' | 'absent' };
    return [
      make('identity-provider', key, pointer, {
        state: state ?? 'present',
        attributes: providerAttributes(key, objectOf(provider), atlas),
      }),
    ];
  });
}

function atlasOf(provider: Json | undefined): AtlasSaml | AtlasOidc | undefined {
  return objectOf(provider)['atlas'] as unknown as AtlasIdentityProvider | undefined;
}

/** `displayName` and `pem` are no attributes to compare: the one finds it, the other is what a write sends. */
function providerAttributes(key: string, provider: JsonObject, atlas: AtlasSaml | AtlasOidc): JsonObject {
  const written = atlas as unknown as JsonObject;
  const isSaml = atlas.protocol !== 'oidc';
  const certificates = textList(provider['certificates']).flatMap((pem) => {
    const validity = certificateValidity(pem);
    return validity === undefined ? [] : [[validityText(validity), normalizeCertificate(pem)] as const];
  });
  const { domains } = provider;
  return {
    ...pick(written, Object.keys(providerFields)),
    ...pick(written, ['idpType', 'active']),
    ...(written['requestedScopes'] !== undefined && { requestedScopes: sorted(written['requestedScopes']) }),
    protocol: isSaml ? 'SAML' : 'OIDC',
    displayName: atlas.displayName ?? key,
    // A workload has no domains.
    ...(domains !== undefined && written['idpType'] !== 'WORKLOAD' && { domains: sorted(domains) }),
    ...(isSaml &&
      provider['certificates'] !== undefined && {
        certificates: certificates.map(([validity]) => validity).sort(compareText),
        pem: Object.fromEntries(certificates),
      }),
  };
}

/** What an organization says of its place in the federation. */
function idpMapping(config: AtlasOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  if (config.connection === 'disconnected') {
    return [make('idp-mapping', '', pointerTo(input.pointer, 'connection'), { state: 'absent' })];
  }
  const written = config.authentication;
  const names = [
    ...(written?.identityProvider === undefined || written.identityProvider === 'none'
      ? []
      : [written.identityProvider]),
    ...(written?.dataAccessIdentityProviders ?? []),
  ];
  const references = names.map((name) => referenceTo(name, input));
  const displayNames = new Map(names.map((name, index) => [name, references[index]?.displayName ?? name]));
  const attributes: JsonObject = {
    ...(config.connection !== undefined && { connection: config.connection }),
    ...(written?.identityProvider !== undefined && {
      identityProvider: displayNames.get(written.identityProvider) ?? written.identityProvider,
    }),
    ...(written?.dataAccessIdentityProviders !== undefined && {
      dataAccessIdentityProviders: written.dataAccessIdentityProviders
        .map((name) => displayNames.get(name) ?? name)
        .sort(compareText),
    }),
    ...(written?.jit !== undefined && { jit: written.jit }),
    ...(written?.defaultRoles !== undefined && { defaultRoles: [...written.defaultRoles].sort(compareText) }),
    ...(written?.allowedDomains !== undefined &&
      (written.allowedDomains === 'any'
        ? { domainRestriction: 'any' }
        : {
            domainRestriction: 'restricted',
            allowedDomains: written.allowedDomains.map((domain) => domain.toLowerCase()).sort(compareText),
          })),
  };
  if (Object.keys(attributes).length === 0) return [];
  const section = written === undefined ? 'connection' : 'authentication';
  return [
    make('idp-mapping', '', pointerTo(input.pointer, section), {
      // Not compared: where each identity provider is managed.
      attributes: {
        ...attributes,
        references: Object.fromEntries(references.map(({ displayName, address }) => [displayName, address])),
      },
      dependsOn: references.map(({ address }) => address),
    }),
  ];
}

function referenceTo(
  name: string,
  { identityProviders: providers, name: organization }: OrganizationInput,
): { readonly displayName: string; readonly address: Address } {
  const atlas = atlasOf(providers[name]);
  return {
    displayName: atlas?.displayName ?? name,
    address: formatAddress(atlas?.anchor ?? organization, 'identity-provider', name),
  };
}

function roleMappings(config: AtlasOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  const mapping = formatAddress(input.name, 'idp-mapping');
  return Object.entries(config.authentication?.roleMappings ?? {}).map(([group, entry]) =>
    make('role-mapping', group, pointerTo(input.pointer, 'authentication', 'roleMappings', group), {
      state: entry.state ?? 'present',
      attributes:
        entry.state === 'absent'
          ? {}
          : {
              ...rolesAttribute(entry.roles as Json | undefined),
              ...projectsAttribute(entry.projects as Json | undefined),
            },
      dependsOn: [mapping],
    }),
  );
}

function rolesAttribute(roles: Json | undefined): JsonObject {
  return roles === undefined ? {} : { roles: sorted(roles) };
}

/** In their long form until names are resolved: `payments: [R]` is `payments: { roles: [R] }`. */
function projectsAttribute(projects: Json | undefined): JsonObject {
  if (projects === undefined || !isJsonObject(projects)) return {};
  return {
    projects: Object.fromEntries(
      Object.entries(projects).map(([name, entry]) => [name, isJsonObject(entry) ? entry : { roles: entry }]),
    ),
  };
}

function sorted(list: Json | undefined): readonly string[] {
  return [...new Set(textList(list))].sort(compareText);
}
