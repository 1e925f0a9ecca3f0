import { formatAddress } from './address.js';
import type { JsonObject } from './json.js';
import type { DesiredOrganization, DesiredResource } from './resource.js';

/** Stands for a live object that the configuration does not name, so that reading covers it. `name` empty: there is one. */
export function standIn(
  organization: DesiredOrganization,
  kind: string,
  name: string,
  attributes: JsonObject = {},
): DesiredResource {
  return {
    address: formatAddress(organization.name, kind, name === '' ? undefined : name),
    kind,
    name,
    state: 'present',
    attributes,
    previously: [],
    pointer: organization.pointer,
    source: organization.source,
    dependsOn: [],
  };
}
