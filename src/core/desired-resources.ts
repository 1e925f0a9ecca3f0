/** What every provider does alike when it turns an organization of the configuration into desired resources. */
import { formatAddress } from './address.js';
import { compareText, type JsonObject } from './json.js';
import type { OrganizationInput } from './organization-input.js';
import type { DesiredOrganization, DesiredResource, Locate } from './resource.js';

/** `name` is empty for what an organization has one of. Present, unmanaged and independent unless `rest` says more. */
export type MakeResource = (
  kind: string,
  name: string,
  pointer: string,
  rest: Partial<Pick<DesiredResource, 'state' | 'attributes' | 'previously' | 'dependsOn'>>,
) => DesiredResource;

export function createMakeResource(input: OrganizationInput, locate: Locate): MakeResource {
  return (kind, name, pointer, rest) => ({
    address: formatAddress(input.name, kind, name === '' ? undefined : name),
    kind,
    name,
    state: 'present',
    attributes: {},
    previously: [],
    pointer,
    source: locate(pointer),
    dependsOn: [],
    ...rest,
    ...input.marks.get(pointer),
  });
}

export function organizationOf(
  input: OrganizationInput,
  resources: readonly DesiredResource[],
  settings?: JsonObject,
): DesiredOrganization {
  const { name, type, id, provider, source, pointer, managed, unlisted, guards } = input;
  return {
    name,
    type,
    id,
    provider,
    source,
    pointer,
    resources: [...resources].sort((a, b) => compareText(a.address, b.address)),
    managed,
    unlisted,
    guards,
    ...(settings !== undefined && { settings }),
  };
}

/** Those of the fields that are there. */
export function pick(from: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}
