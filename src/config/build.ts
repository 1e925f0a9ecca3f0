/** A valid configuration as one input for each organization: lists expanded, people applied, defaults filled in. */
import { compareText, type Json, type JsonObject } from '../core/json.js';
import type { OrganizationInput, TeamInput } from '../core/organization-input.js';
import type { CollectionKey } from '../core/shape.js';
import { providerCandidates } from './choose-provider.js';
import { expandMembers } from './expand-members.js';
import { expandTeams } from './expand-teams.js';
import { hasKey, listAt, objectAt, textAt } from './json-access.js';
import type { LoadedConfiguration } from './load.js';
import { withMirroredLists, type MirroredLists } from './mirrored-lists.js';
import { isUnread } from './mirrors.js';
import { joinPointer } from './pointer.js';
import { resolveGuards } from './resolve-guards.js';
import { resolveUnlisted } from './resolve-unlisted.js';
import { sortDomains, sortSets, sortTexts } from './sort-sets.js';

/**
 * Sorted by name; empty where the configuration is not valid. What an organization takes from a mirror that is not in
 * `mirrored` is not managed in it: nothing may be done on the ground of people whom nobody has seen.
 */
export function buildOrganizations(
  loaded: LoadedConfiguration,
  mirrored: MirroredLists = new Map(),
): readonly OrganizationInput[] {
  if (loaded.document === undefined) return [];
  const document = loaded.document as unknown as JsonObject;
  const identityProviders = identityProvidersOf(document, loaded.certificates);
  return Object.entries(objectAt(document, 'organizations'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, config]) =>
      organizationOf(
        loaded,
        withMirroredLists(document, name, mirrored),
        identityProviders,
        name,
        config as JsonObject,
      ),
    );
}

function organizationOf(
  loaded: LoadedConfiguration,
  document: JsonObject,
  identityProviders: JsonObject,
  name: string,
  config: JsonObject,
): OrganizationInput {
  const pointer = joinPointer('/organizations', name);
  const teams = expandTeams(document, name);
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
    teams,
    managed: managedCollections(document, config, teams),
    unlisted: resolveUnlisted(objectAt(config, 'unlisted')),
    guards: resolveGuards(objectAt(document, 'guards'), objectAt(config, 'guards')),
  };
}

function managedCollections(
  document: JsonObject,
  config: JsonObject,
  teams: readonly TeamInput[],
): readonly CollectionKey[] {
  const lists = Object.keys(objectAt(config, 'memberLists'));
  const authentication = objectAt(config, 'authentication');
  const managed: Record<CollectionKey, boolean> = {
    members:
      (hasKey(config, 'members') || hasKey(config, 'memberLists')) && !lists.some((list) => isUnread(document, list)),
    teams: hasKey(config, 'teams'),
    teamMembers: teams.some(({ members }) => members !== undefined),
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
