/** What to read of an organization so that a mirror of it shows everybody. */
import type { KindSpec, Provider } from '../core/provider.js';
import type { DesiredOrganization, DesiredResource, UnlistedPolicy } from '../core/resource.js';
import { collectionKeys, type CollectionKey } from '../core/shape.js';
import { standIn } from '../core/stand-in.js';
import type { ConfiguredOrganization } from './configuration.js';

/** Its own part of the configuration stays in the scope, so that one read serves its plan, too. */
export function mirrorScope(
  { desired, provider }: Pick<ConfiguredOrganization, 'desired' | 'provider'>,
  teams: readonly (string | undefined)[],
): DesiredOrganization {
  const named = teams.filter((team) => team !== undefined);
  const listsMembers = desired.managed.includes('members');
  const { members, teamMembers } = desired.unlisted;
  const resources = [...named].reduce<readonly DesiredResource[]>(
    (all, team) => withTeam(all, team, desired, provider),
    desired.resources,
  );
  return {
    ...desired,
    resources,
    managed: listsMembers ? desired.managed : [...desired.managed, 'members'],
    // Nobody is to go only because the mirror looks at everybody, and everybody of a team matters to it.
    unlisted: {
      ...desired.unlisted,
      members: listsMembers ? members : report,
      teamMembers: teamMembers.policy === 'keep' && named.length > 0 ? report : teamMembers,
    },
  };
}

const report: UnlistedPolicy = { policy: 'report', includeProvisioned: false };

/** For an organization that is only looked at: nothing but what the mirrors need. */
export function onlyMirrored(organization: DesiredOrganization): DesiredOrganization {
  const unlisted = collectionKeys.map((key): [CollectionKey, UnlistedPolicy] => [key, report]);
  return {
    ...organization,
    resources: [],
    managed: [],
    unlisted: Object.fromEntries(unlisted) as DesiredOrganization['unlisted'],
  };
}

function withTeam(
  resources: readonly DesiredResource[],
  team: string,
  organization: DesiredOrganization,
  provider: Provider,
): readonly DesiredResource[] {
  const spec = teamKind(provider);
  if (spec === undefined) return resources;
  const { kind, field } = spec;
  const own = resources.find((resource) => resource.kind === kind && resource.name === team);
  if (own?.attributes[field] !== undefined) return resources;
  const resource = own ?? standIn(organization, kind, team);
  // A field that is named is read; nothing is compared with this scope.
  const looked = { ...resource, attributes: { ...resource.attributes, [field]: [] } };
  return own === undefined ? [...resources, looked] : resources.map((each) => (each === own ? looked : each));
}

export function memberKinds(provider: Provider): ReadonlySet<string> {
  return new Set(provider.kinds.filter(({ collection }) => collection === 'members').map(({ kind }) => kind));
}

export interface TeamKind {
  readonly kind: string;
  /** The attribute that holds a team's members. */
  readonly field: string;
}

export function teamKind({ kinds }: Provider): TeamKind | undefined {
  const spec = kinds.find(({ collection }) => collection === 'teams');
  const field = spec === undefined ? undefined : membersField(spec);
  return spec === undefined || field === undefined ? undefined : { kind: spec.kind, field };
}

function membersField({ shape }: KindSpec): string | undefined {
  return Object.entries(shape.fields).find(
    ([, field]) => field.type === 'collection' && field.key === 'teamMembers',
  )?.[0];
}
