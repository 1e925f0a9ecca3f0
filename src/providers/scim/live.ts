/** From what was read to live resources with names, origins and what a write needs of them. */
import { textList } from '../../core/diff.js';
import { compareText, textOf, type JsonObject } from '../../core/json.js';
import type { DesiredOrganization, DesiredResource, LiveResource, Origin } from '../../core/resource.js';
import type { ScimService } from './capabilities.js';
import type { ScimNative } from './facts.js';
import { isActivated } from './is-activated.js';
import type { Membership } from './membership.js';
import type { TeamNames } from './team-names.js';
import type { WireGroup, WireUser } from './wire.js';

export interface Readings {
  readonly organization: DesiredOrganization;
  readonly service: ScimService;
  readonly users: ReadonlyMap<string, WireUser>;
  readonly groups: readonly WireGroup[];
  readonly teamNames: TeamNames;
  /** By the group's id. */
  readonly memberships: ReadonlyMap<string, Membership>;
  /** Whether the members of this group can be told by name. */
  areNamed(group: WireGroup): boolean;
}

export function liveResources(readings: Readings): readonly LiveResource[] {
  const people = desiredPeople(readings.organization);
  return [
    ...[...readings.users.values()].map((user) => memberResource(user, people.get(user.key), readings.service)),
    ...readings.groups.map((group) => teamResource(group, people, readings)),
  ];
}

type DesiredPeople = ReadonlyMap<string, DesiredResource>;

function desiredPeople({ resources }: DesiredOrganization): DesiredPeople {
  return new Map(
    resources
      .filter(({ kind }) => kind === 'member')
      .flatMap((person) => [person.name, ...person.previously].map((name) => [name, person] as const)),
  );
}

function memberResource(user: WireUser, desired: DesiredResource | undefined, service: ScimService): LiveResource {
  const { id, key, active, displayName, externalId, name, emails, whole } = user;
  const addresses = [...new Set(emails.map(({ value }) => textOf(value).toLowerCase()))].sort(compareText);
  const native: ScimNative = {
    // A person who is to go has no managed attribute, and a plan that has deactivated somebody must not run again.
    active,
    ...(!service.patch && { whole }),
    ...(desired?.attributes['emails'] !== undefined && { emails }),
  };
  return {
    kind: 'member',
    name: key,
    remoteId: id,
    attributes: {
      active,
      ...(displayName !== undefined && { displayName }),
      ...(externalId !== undefined && { externalId }),
      ...(addresses.length > 0 && { emails: addresses }),
      ...(Object.keys(name).length > 0 && { name }),
    },
    origin: originOf(externalId, desired === undefined ? [] : [desired]),
    native: { ...native },
  };
}

function teamResource(listed: WireGroup, people: DesiredPeople, readings: Readings): LiveResource {
  const { service, teamNames, memberships } = readings;
  const membership = memberships.get(listed.id);
  const group = membership?.group ?? listed;
  const desired = teamNames.of(group.displayName);
  const isManaged = desired.some(({ attributes }) => attributes['members'] !== undefined);
  const native: ScimNative = {
    ...(!service.patch && { whole: group.whole }),
    ...(isManaged && membership !== undefined && { members: membership.shown }),
  };
  return {
    kind: 'team',
    name: teamNames.spelled(group.displayName),
    remoteId: group.id,
    attributes: {
      ...(group.externalId !== undefined && { externalId: group.externalId }),
      ...(readings.areNamed(group) && { members: memberNames(group, membership, people, desired, readings) }),
    },
    origin: originOf(group.externalId, desired),
    native: { ...native },
    ...(isManaged && { toldByNative: ['members'] }),
  };
}

/**
 * An inactive person's membership is dormant and goes with them, so it counts only where the configuration speaks of
 * them. Ids that are nobody's (groups in groups, people who have gone) have no name.
 */
function memberNames(
  group: WireGroup,
  membership: Membership | undefined,
  people: DesiredPeople,
  teams: readonly DesiredResource[],
  { users }: Readings,
): readonly string[] {
  const named = new Set(teams.flatMap(({ attributes }) => textList(attributes['members'])));
  const names = [...(membership?.ids ?? group.members ?? [])].flatMap((id) => {
    const user = users.get(id);
    if (user === undefined) return [];
    const person = people.get(user.key);
    const counts = user.active || named.has(user.key) || (person !== undefined && isActivated(person));
    return counts ? [user.key] : [];
  });
  return [...new Set(names)].sort(compareText);
}

/** Another client's id: the resource is kept by an identity provider (RFC 7643, section 3.1). */
function originOf(externalId: string | undefined, desired: readonly DesiredResource[]): Origin {
  if (externalId === undefined) return 'unknown';
  return desired.some(({ attributes }: { readonly attributes: JsonObject }) => attributes['externalId'] === externalId)
    ? 'unknown'
    : 'idp';
}
