/** From an Astro organization in YAML to desired resources. Offline: names of workspaces are resolved at plan time. */
import type { AstroConnection, AstroOrganization, AstroSso } from '../../config/generated/config.js';
import { formatAddress } from '../../core/address.js';
import { createMakeResource, organizationOf, pick, type MakeResource } from '../../core/desired-resources.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { OrganizationInput } from '../../core/organization-input.js';
import type { DesiredOrganization, DesiredResource, Locate } from '../../core/resource.js';
import { textList } from '../../core/diff.js';
import { longestValid } from './certificates.js';
import { pointerTo } from '../../core/pointer.js';

export function desiredOrganization(
  input: OrganizationInput,
  locate: Locate,
): { readonly organization: DesiredOrganization; readonly diagnostics: readonly Diagnostic[] } {
  // Validated against the schema before it comes here.
  const config = input.config as unknown as AstroOrganization;
  const make = createMakeResource(input, locate);
  const resources = [
    ...settings(config, make, input),
    ...input.members.map((member) =>
      make('member', member.email, member.pointer, {
        state: member.state,
        attributes: accessAttributes(member.settings),
      }),
    ),
    ...input.teams.map((team) =>
      make('team', team.name, team.pointer, {
        state: team.state,
        previously: team.previously,
        attributes: {
          ...pick(team.settings, ['description']),
          ...accessAttributes(team.settings),
          ...(team.members !== undefined && { members: team.members }),
        },
      }),
    ),
    ...domains(config, make, input),
    ...bypassLink(config, make, input),
  ];
  return { organization: organizationOf(input, resources), diagnostics: [] };
}

function settings(config: AstroOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  const attributes: Record<string, Json> = {};
  if (config.settings?.name !== undefined) attributes['name'] = config.settings.name;
  if (config.settings?.billingEmail !== undefined) attributes['billingEmail'] = config.settings.billingEmail;
  if (config.scim !== undefined) attributes['scimEnabled'] = config.scim.enabled;
  if (Object.keys(attributes).length === 0) return [];
  const section = config.settings === undefined ? 'scim' : 'settings';
  return [make('settings', '', pointerTo(input.pointer, section), { attributes })];
}

/** Role and workspaces in their long form: `Analytics: WORKSPACE_AUTHOR` is `Analytics: { role: WORKSPACE_AUTHOR }`. */
function accessAttributes(written: JsonObject): JsonObject {
  const { workspaces } = written;
  return {
    ...pick(written, ['role']),
    ...(workspaces !== undefined && { workspaces: longForm(workspaces, ['deployments']) }),
  };
}

function longForm(entries: Json, inner: readonly string[]): JsonObject {
  if (!isJsonObject(entries)) return {};
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => {
      if (!isJsonObject(entry)) return [name, { role: entry }];
      const deployments = entry['deployments'];
      return [
        name,
        deployments === undefined || !inner.includes('deployments')
          ? entry
          : { ...entry, deployments: longForm(deployments, []) },
      ];
    }),
  );
}

function domains(config: AstroOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  const entries = Object.entries(config.authentication?.domains ?? {});
  return entries.flatMap(([written, domain]) => {
    const name = written.toLowerCase();
    const pointer = pointerTo(input.pointer, 'authentication', 'domains', written);
    const sso = domain.sso;
    const ssoAddress = formatAddress(input.name, 'sso', name);
    const domainAddress = formatAddress(input.name, 'domain', name);
    const resources = [
      make('domain', name, pointer, {
        state: domain.state ?? 'present',
        attributes:
          domain.allowedMethods === undefined ? {} : { allowedMethods: [...domain.allowedMethods].sort(compareText) },
        dependsOn: sso === undefined ? [] : [ssoAddress],
      }),
    ];
    if (sso !== undefined) {
      resources.push(
        make('sso', name, pointerTo(pointer, 'sso'), {
          state: sso === 'none' ? 'absent' : 'present',
          attributes: sso === 'none' ? {} : ssoAttributes(sso, input.identityProviders[sso.identityProvider], name),
          dependsOn: [domainAddress],
        }),
      );
    }
    return resources;
  });
}

function ssoAttributes(sso: AstroSso, identityProvider: Json | undefined, domain: string): JsonObject {
  if (identityProvider === undefined || !isJsonObject(identityProvider)) return {};
  const connection = identityProvider['astro'] as unknown as AstroConnection | undefined;
  const certificate = longestValid(textList(identityProvider['certificates']));
  return {
    connection: `${sso.identityProvider}-${domain}`,
    ...(connection !== undefined && connectionAttributes(connection, certificate)),
    ...(connection?.idpInitiatedLogin !== undefined && { idpInitiatedLogin: connection.idpInitiatedLogin }),
    ...(sso.active !== undefined && { active: sso.active }),
    ...(sso.jit !== undefined && {
      jit: sso.jit === 'none' ? 'none' : { ...sso.jit },
    }),
  };
}

function connectionAttributes(connection: AstroConnection, certificate: string | undefined): JsonObject {
  return connection.strategy === 'saml'
    ? {
        strategy: 'samlp',
        signInUrl: connection.signInUrl,
        ...(connection.signOutUrl !== undefined && { signOutUrl: connection.signOutUrl }),
        ...(certificate !== undefined && { certificate }),
      }
    : {
        strategy: 'waad',
        clientId: connection.clientId,
        domainName: connection.domainName,
        clientSecret: { ...connection.clientSecret },
      };
}

function bypassLink(config: AstroOrganization, make: MakeResource, input: OrganizationInput): DesiredResource[] {
  const link = config.authentication?.bypassLink;
  if (link === undefined) return [];
  return [
    make('bypass-link', '', pointerTo(input.pointer, 'authentication', 'bypassLink'), {
      state: link.state,
      attributes: link.rotateAfter === undefined ? {} : { rotateAfter: link.rotateAfter },
    }),
  ];
}
