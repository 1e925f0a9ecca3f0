/** Both sides of a plan as far as it is about access: who may get in now, and once the plan is applied. */
import type { AccessRules, AccessView } from './access.js';
import type { Change } from './change.js';
import { openAccess, type AccessSource } from './open-access.js';
import type { Provider } from './provider.js';
import type { DesiredOrganization, Live } from './resource.js';

/** An organization read whole for the sake of access; or why it could not be. */
export type WholeReading =
  { readonly live: Live; readonly problem?: undefined } | { readonly live?: undefined; readonly problem: string };

export interface AccessSight {
  readonly rules: AccessRules;
  readonly before: AccessView;
  readonly after: AccessView;
  /** Read whole. */
  readonly live: Live;
}

/** `why` is a clause: it says why nothing is known about access. */
export type SightOfAccess = { readonly sight: AccessSight } | { readonly sight: undefined; readonly why: string };

export interface ChangedOrganization {
  readonly desired: Pick<DesiredOrganization, 'name' | 'id' | 'type'>;
  readonly provider: Provider;
  /** As it was read for the plan: enough for what others share with it. */
  readonly live: Live;
  readonly changes: readonly Change[];
}

/** `all` holds the organization itself, and those that may share something with it. */
export function sightOfAccess(
  organization: ChangedOrganization,
  all: readonly ChangedOrganization[],
  readings: ReadonlyMap<string, WholeReading>,
): SightOfAccess {
  const { desired, provider } = organization;
  const reading = readings.get(desired.name);
  if (reading === undefined) return { sight: undefined, why: 'it was not read for this' };
  if (reading.live === undefined) return { sight: undefined, why: reading.problem };
  const wholly = (each: ChangedOrganization): AccessSource => ({
    ...each,
    live: readings.get(each.desired.name)?.live ?? each.live,
  });
  const planned = all.map(wholly);
  const live = planned.map((source) => ({ ...source, changes: [] }));
  const { changes } = organization;
  const after = openAccess({ desired, provider, live: reading.live, changes }, planned);
  const before = openAccess({ desired, provider, live: reading.live, changes: [] }, live);
  if (before === undefined || after === undefined) {
    return { sight: undefined, why: `nothing is known of logins to organizations of type ${desired.type}` };
  }
  return { sight: { rules: after.rules, before: before.view, after: after.view, live: reading.live } };
}
