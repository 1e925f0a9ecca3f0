/** Who may get in, read once more just before the first write, where a plan takes access from somebody. */
import {
  sightOfAccess,
  type AccessSight,
  type ChangedOrganization,
  type SightOfAccess,
  type WholeReading,
} from '../core/access-sight.js';
import type { OrganizationPlan } from '../core/plan.js';
import type { PlanDocument } from '../core/plan-document.js';
import type { Live } from '../core/resource.js';
import type { ConfiguredOrganization } from './configuration.js';

/**
 * By organization. Where nobody loses anything the plan cannot be what leaves too few owners, and nothing is read.
 * `planned` are all that were planned together: they may share what decides.
 */
export async function sightAgain(
  { access_changes }: Pick<PlanDocument, 'access_changes'>,
  planned: readonly ConfiguredOrganization[],
  shares: readonly OrganizationPlan[],
  readWhole: (organization: ConfiguredOrganization) => Promise<Live>,
): Promise<ReadonlyMap<string, SightOfAccess & { readonly sight: AccessSight }>> {
  const losing = new Set(
    access_changes.filter(({ change }) => change.startsWith('loses_')).map(({ organization }) => organization),
  );
  const concerned = shares.filter(({ organization, changes }) => changes.length > 0 && losing.has(organization.name));
  const sharing = new Set(
    concerned
      .filter(({ planned: { provider } }) => provider.kinds.some(({ shared }) => shared === true))
      .map(({ organization }) => organization.type),
  );
  const names = new Set(concerned.map(({ organization }) => organization.name));
  const readings = await Promise.all(
    planned
      .filter(({ desired }) => names.has(desired.name) || sharing.has(desired.type))
      .map(async (organization) => ({ organization, live: await readWhole(organization) })),
  );
  const changesOf = new Map(shares.map(({ organization, changes }) => [organization.name, changes]));
  const all = readings.map(({ organization, live }): ChangedOrganization => ({
    ...organization,
    live,
    changes: changesOf.get(organization.desired.name) ?? [],
  }));
  const whole = new Map(all.map(({ desired, live }): [string, WholeReading] => [desired.name, { live }]));
  return new Map(
    all.flatMap((organization) => {
      const access = sightOfAccess(organization, all, whole);
      return names.has(organization.desired.name) && access.sight !== undefined
        ? [[organization.desired.name, access] as const]
        : [];
    }),
  );
}
