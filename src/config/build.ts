/** A valid configuration as one input for each organization: lists expanded, people applied, defaults filled in. */
import { compareText, type Json, type JsonObject } from '../core/json.js';
import type { OrganizationInput } from '../core/organization-input.js';
import type { CollectionKey } from '../core/shape.js';
import { providerCandidates } from './choose-provider.js';
import { expandMembers } from './expand-members.js';
import { expandTeams } from './expand-teams.js';
import { hasKey, listAt, objectAt, textAt } from './json-access.js';
import type { LoadedConfiguration } from './load.js';
import { joinPointer } from './pointer.js';
import { resolveGuards } from './resolve-guards.js';
import { resolveUnlisted } from './resolve-unlisted.js';
import { sortDomains, sortSets, sortTexts } from './sort-sets.js';

/** Sorted by name; empty where the configuration is not valid. */
export function buildOrganizations(loaded: LoadedConfiguration): readonly OrganizationInput[] {
  if (loaded.document === undefined) return [];
  const document = loaded.document as unknown as JsonObject;
  const identityProviders = identityProvidersOf(document, loaded.certificates);
  return Object.entries(objectAt(document, 'organizations'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, config]) => organizationOf(loaded, document, identityProviders, name, config as JsonObject));
}

function organizationOf(
  loaded: LoadedConfiguration,
  document: JsonObject,
  identityProviders: JsonObject,
  name: string,
  config: JsonObject,
): OrganizationInput {
  const pointer = joinPointer('/organizations', name);
  return {
    name,
    type: textAt(config, 'type') ?? '',
    id: textAt(config, 'id') ?? '',
    provider: providerCandidates(document, config)[0] ?? '',
    pointer,
    source: loaded.locate(pointer),
    config: withSortedSets(config),
    identityProviders,
    members: expandMembers(document, name).members,
    teams: expandTeams(document, name),
    managed: managedCollections(config),
    unlisted: resolveUnlisted(objectAt(config, 'unlisted')),
    guards: resolveGuards(objectAt(document, 'guards'), objectAt(config, 'guards')),
  };
}

function managedCollections(config: JsonObject): readonly CollectionKey[] {
  const teams = Object.values(objectAt(config, 'teams'));
  const authentication = objectAt(config, 'authentication');
  const managed: Record<CollectionKey, boolean> = {
    members: hasKey(config, 'members') || hasKey(config, 'memberLists'),
    teams: hasKey(config, 'teams'),
    teamMembers: teams.some((team) => hasKey(team, 'members')),
    domains: hasKey(authentication, 'domains'),
    roleMappings: hasKey(authentication, 'roleMappings'),
  };
  return (Object.keys(managed) as CollectionKey[]).filter((key) => managed[key]);
}

/** What is expanded elsewhere (members, teams) is sorted there. */
function withSortedSets(config: JsonObject): JsonObject {
  if (!hasKey(config, 'authentication')) return config;
  const authentication = sortSets(objectAt(config, 'authentication'));
  const allowedDomains = authentication['allowedDomains'];
  return {
    ...config,
    authentication: Array.isArray(allowedDomains)
      ? { ...authentication, allowedDomains: sortDomains(allowedDomains as readonly Json[]) }
      : authentication,
  };
}

/** Certificates become the text of their files. */
function identityProvidersOf(document: JsonObject, certificates: ReadonlyMap<string, string>): JsonObject {
  const entries = Object.entries(objectAt(document, 'identityProviders')).map(([name, provider]): [string, Json] => {
    const contents = listAt(provider, 'certificates').flatMap(
      (_, index) => certificates.get(joinPointer('/identityProviders', name, 'certificates', index)) ?? [],
    );
    return [
      name,
      {
        ...sortSets(provider as JsonObject),
        ...(hasKey(provider, 'domains') ? { domains: sortDomains(listAt(provider, 'domains')) } : {}),
        ...(hasKey(provider, 'certificates') ? { certificates: sortTexts(contents) } : {}),
      },
    ];
  });
  return Object.fromEntries(entries);
}
