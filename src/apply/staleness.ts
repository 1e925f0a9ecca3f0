/** Whether what a plan touches is still as it was when the plan was made. */
import { parseAddress, type Address } from '../core/address.js';
import { fingerprintsOf } from '../core/fingerprint.js';
import { compareText } from '../core/json.js';
import type { OrganizationPlan, Plan } from '../core/plan.js';
import type { DesiredOrganization, DesiredResource, Live } from '../core/resource.js';

/** For each organization that the plan writes to: the part of it that must be read again before the first write. */
export function touchedScopes(plan: Plan): readonly DesiredOrganization[] {
  return plan.organizations.filter((share) => share.changes.length > 0).map(touchedScope);
}

function touchedScope(share: OrganizationPlan): DesiredOrganization {
  const { organization } = share;
  const desired = new Map<string, DesiredResource>(organization.resources.map((item) => [item.address, item]));
  const resources = Object.keys(share.fingerprints).map(
    (address) => desired.get(address) ?? unlistedResource(organization, address as Address),
  );
  return { ...organization, resources, managed: [] };
}

/** Stands for a live object that the configuration does not name, so that reading covers it. */
function unlistedResource(organization: DesiredOrganization, address: Address): DesiredResource {
  const parts = parseAddress(address);
  return {
    address,
    kind: parts?.kind ?? '',
    name: parts?.name ?? '',
    state: 'present',
    attributes: {},
    previously: [],
    pointer: organization.pointer,
    source: organization.source,
    dependsOn: [],
  };
}

/** Addresses whose live object differs from the plan's fingerprint, sorted. */
export function movedAddresses(plan: Plan, lives: readonly Live[]): readonly string[] {
  const fresh = new Map(lives.map((live) => [live.organization, live]));
  return plan.organizations
    .flatMap((share) => {
      const live = fresh.get(share.organization.name);
      if (live === undefined) return [];
      const { provider } = share.planned;
      const now = fingerprintsOf(share.organization, live, share.changes, share.reliedOn, (member) =>
        provider.isActiveOwner(member),
      );
      return Object.entries(share.fingerprints).flatMap(([address, before]) =>
        now[address] === before ? [] : [address],
      );
    })
    .sort(compareText);
}
