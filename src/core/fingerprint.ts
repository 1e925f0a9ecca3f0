/** Fingerprints: short proofs that a live object is still as it was when the plan was made. */
import { formatAddress, type Address } from './address.js';
import { digest } from './canonical.js';
import type { Change } from './change.js';
import { compareText, type Json } from './json.js';
import type { Provider } from './provider.js';
import type { DesiredOrganization, Live, LiveResource } from './resource.js';

const absent = digest(null);

/**
 * Of everything that the changes touch and the guards relied on. Only the managed fields count (and what a write
 * sends back whole), so that a change elsewhere in the object does not make the plan stale; of an owner whom only a
 * guard counted, no more than being one.
 */
export function fingerprintsOf(
  organization: DesiredOrganization,
  live: Live,
  changes: readonly Change[],
  reliedOn: readonly Address[],
  isActiveOwner: Provider['isActiveOwner'],
): Record<string, string> {
  const liveByAddress = indexLive(live);
  const desiredFields = new Map<string, readonly string[]>(
    organization.resources.map((resource) => [resource.address, Object.keys(resource.attributes)]),
  );
  const fingerprints: [string, string][] = reliedOn.map((address) => {
    const owner = liveByAddress.get(address);
    return [
      address,
      owner !== undefined && isActiveOwner(owner.attributes) ? digest({ id: owner.remoteId ?? null }) : absent,
    ];
  });
  for (const change of changes) {
    const before = change.action === 'update' ? (change.previousAddress ?? change.address) : change.address;
    fingerprints.push([before, fingerprint(liveByAddress.get(before), desiredFields.get(change.address) ?? [])]);
    if (before !== change.address) fingerprints.push([change.address, absent]);
  }
  // A stable sort, so that of an owner who is changed, too, the change's own fingerprint stays.
  return Object.fromEntries(fingerprints.sort(([a], [b]) => compareText(a, b)));
}

export function indexLive(live: Live): Map<string, LiveResource> {
  return new Map(
    live.resources.map((resource) => [
      formatAddress(live.organization, resource.kind, resource.name === '' ? undefined : resource.name),
      resource,
    ]),
  );
}

function fingerprint(resource: LiveResource | undefined, fields: readonly string[]): string {
  if (resource === undefined) return absent;
  const managed: Record<string, Json> = {};
  for (const field of fields) {
    const value = resource.attributes[field];
    if (value !== undefined && resource.toldByNative?.includes(field) !== true) managed[field] = value;
  }
  return digest({ id: resource.remoteId ?? null, native: resource.native, attributes: managed });
}
