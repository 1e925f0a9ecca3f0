/** A valid configuration as one input for each organization: lists expanded, people applied, defaults filled in. */
import { compareText, type Json, type JsonObject } from '../core/json.js';
import type { OrganizationInput, TeamInput } from '../core/organization-input.js';
import type { CollectionKey } from '../core/shape.js';
import { providerCandidates } from './choose-provider.js';
import { entryMarks } from './entry-marks.js';
import { expandMembers } from './expand-members.js';
import { expandTeams } from './expand-teams.js';
import { hasKey, listAt, objectAt, textAt } from './json-access.js';
import type { LoadedConfiguration } from './load.js';
import { withMirroredLists, type MirroredLists } from './mirrored-lists.js';
import { isUnread } from './mirrors.js';
import { joinPointer } from './pointer.js';
import { protectedPointers, protectionOf } from './protection.js';
import { resolveGuards } from './resolve-guards.js';
import { resolveUnlisted } from './resolve-unlisted.js';
import { sortDomains, sortSets, sortTexts } from './sort-sets.js';
import { timeBounded, type TimeBounded } from './time-bounded.js';
import { isOver } from './until.js';

/**
 * Sorted by name; empty where the configuration is not valid. What an organization takes from a mirror that is not in
 * `mirrored` is not managed in it: nothing may be done on the ground of people whom nobody has seen. `now`, RFC 3339, is
 * what `until` is compared with; without it nothing is over.
 */
export function buildOrganizations(
  loaded: LoadedConfiguration,
  mirrored: MirroredLists = new Map(),
  now?: string,
): readonly OrganizationInput[] {
  if (loaded.document === undefined) return [];
  const document = loaded.document as unknown as JsonObject;
  const identityProviders = identityProvidersOf(document, loaded.certificates);
  const over = timeBounded(document).filter(({ entry }) => isOver(entry, now));
  return Object.entries(objectAt(document, 'organizations'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, config]) =>
      organizationOf(
        loaded,
        withMirroredLists(document, name, mirrored),
        identityProviders,
        name,
        config as JsonObject,
        { now, over },
      ),
    );
}

function organizationOf(
  loaded: LoadedConfiguration,
  document: JsonObject,
  identityProviders: JsonObject,
  name: string,
  config: JsonObject,
  { now, over }: { readonly now: string | undefined; readonly over: readonly TimeBounded[] },
): OrganizationInput {
  const pointer = joinPointer('/organizations', name);
  const { members } = expandMembers(document, name, now);
  // Validation has refused teams with people whom the YAML itself calls absent.
  const gone = new Set(members.flatMap(({ email, state }) => (state === 'absent' ? [email] : [])));
  const teams = expandTeams(document, name, { now, gone });
  return {
    name,
    type: textAt(config, 'type') ?? '',
    id: textAt(config, 'id') ?? '',
    provider: providerCandidates(document, config)[0] ?? '',
    pointer,
    source: loaded.locate(pointer),
    config: withSortedSets(withoutOver(config, now)),
    identityProviders,
    members,
    teams,
    managed: managedCollections(document, config, teams),
    unlisted: resolveUnlisted(objectAt(config, 'unlisted')),
    guards: resolveGuards(objectAt(document, 'guards'), objectAt(config, 'guards'), protectionOf(document, name)),
    marks: entryMarks(name, teams, over, protectedPointers(document, name)),
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

/** What is keyed and not expanded elsewhere: role mappings. */
function withoutOver(config: JsonObject, now: string | undefined): JsonObject {
  const authentication = objectAt(config, 'authentication');
  const mappings = Object.entries(objectAt(authentication, 'roleMappings'));
  if (!mappings.some(([, mapping]) => isOver(mapping, now))) return config;
  const roleMappings = Object.fromEntries(
    mappings.map(([group, mapping]) => [group, isOver(mapping, now) ? { state: 'absent' } : mapping]),
  );
  return { ...config, authentication: { ...authentication, roleMappings } };
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
