/** An organization as it is, or as it will be once a plan's changes are made: what rules about access look at. */
import type { AccessState, StateResource } from './access.js';
import { formatAddress } from './address.js';
import type { Change } from './change.js';
import { applyEdits, textList } from './diff.js';
import type { Json, JsonObject } from './json.js';
import type { KindSpec } from './provider.js';
import type { Live } from './resource.js';

/** With no changes: the live state. The live organization may have been read more widely than what the changes are of. */
export function plannedResources(
  live: Live,
  changes: readonly Change[],
  kinds: readonly KindSpec[],
): Pick<AccessState, 'resources' | 'deleted'> {
  const byAddress = new Map<string, Change>(
    changes.map((change) => [
      change.action === 'update' ? (change.previousAddress ?? change.address) : change.address,
      change,
    ]),
  );
  const resources: StateResource[] = [];
  const deleted: StateResource[] = [];
  const seen = new Set<Change>();
  for (const resource of live.resources) {
    const { kind, name } = resource;
    const address = formatAddress(live.organization, kind, name === '' ? undefined : name);
    const change = byAddress.get(address);
    if (change === undefined) {
      resources.push({ ...resource, address, change });
      continue;
    }
    seen.add(change);
    if (change.action === 'delete') {
      deleted.push({ ...resource, address, change });
      continue;
    }
    const attributes = change.action === 'update' ? applyEdits(resource.attributes, change.edits) : change.after;
    resources.push({ ...resource, name: change.name, address: change.address, attributes, change });
  }
  for (const change of changes) {
    if (change.action !== 'create' || seen.has(change)) continue;
    const { kind, name, address, after: attributes } = change;
    resources.push({ kind, name, remoteId: undefined, attributes, origin: 'yaml', native: {}, address, change });
  }
  return { resources: withoutLeavers(resources, deleted, kinds), deleted };
}

/** Whoever leaves the organization is in no team of it any more. */
function withoutLeavers(
  resources: readonly StateResource[],
  deleted: readonly StateResource[],
  kinds: readonly KindSpec[],
): readonly StateResource[] {
  const people = new Set(kinds.filter(({ collection }) => collection === 'members').map(({ kind }) => kind));
  const leaving = new Set(deleted.filter(({ kind }) => people.has(kind)).map(({ name }) => name));
  if (leaving.size === 0) return resources;
  const fields = new Map(kinds.map(({ kind, shape }) => [kind, memberFields(shape)]));
  return resources.map((resource) => {
    const lists = (fields.get(resource.kind) ?? []).filter((field) => resource.attributes[field] !== undefined);
    return lists.length === 0
      ? resource
      : { ...resource, attributes: withoutPeople(resource.attributes, lists, leaving) };
  });
}

/** The fields that hold people. */
export function memberFields({ fields }: KindSpec['shape']): readonly string[] {
  return Object.entries(fields).flatMap(([field, shape]) =>
    shape.type === 'collection' && shape.key === 'teamMembers' ? [field] : [],
  );
}

function withoutPeople(attributes: JsonObject, lists: readonly string[], leaving: ReadonlySet<string>): JsonObject {
  const without: Record<string, Json> = { ...attributes };
  for (const field of lists) without[field] = textList(attributes[field]).filter((person) => !leaving.has(person));
  return without;
}
