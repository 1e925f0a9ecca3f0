/** Whole resources, as PUT takes them: the resource as read with our own patch operations applied to it. */
import { canonicalText } from '../../core/canonical.js';
import { objectOf } from '../../core/diff.js';
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import { lastSegment } from './last-segment.js';
import { removedMember, type PatchOperation } from './messages.js';

/** Set by the service alone; `groups` of a user is changed through the groups (RFC 7643, sections 3.1 and 4.1.2). */
const readOnly: ReadonlySet<string> = new Set(['id', 'meta', 'groups', 'password']);

/**
 * `$ref` of a member or manager is the service's own, and in a body of ours it would stand for an id, as `$secret` would
 * for one of our secrets: what a service makes up must never be taken for a marker.
 */
const markers: ReadonlySet<string> = new Set(['$ref', '$secret']);

export function wholeWith(resource: JsonObject, operations: readonly PatchOperation[]): JsonObject {
  const attributes = new Map(
    Object.entries(resource).flatMap(([key, value]): [string, Json][] => {
      if (readOnly.has(key.toLowerCase()) || markers.has(key)) return [];
      return [[key, withoutMarkers(key.toLowerCase() === 'members' ? membersIn(value) : value)]];
    }),
  );
  for (const operation of operations) {
    if (operation.op === 'replace') setAttribute(attributes, operation.path, operation.value);
  }
  if (operations.some(({ op }) => op !== 'replace')) {
    const key = keyOf(attributes, 'members');
    attributes.set(key, changedMembers(attributes.get(key), operations));
  }
  return Object.fromEntries(attributes);
}

/** As the service has it, so that an e-mail address keeps its type and whether it is the primary one. */
export function withoutMarkers(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutMarkers(item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (markers.has(key) ? [] : [[key, withoutMarkers(item)] as const])),
  );
}

/** Names of attributes compare without regard to case (RFC 7643, section 2.1). */
function keyOf(attributes: ReadonlyMap<string, Json>, name: string): string {
  const wanted = name.toLowerCase();
  return [...attributes.keys()].find((key) => key.toLowerCase() === wanted) ?? name;
}

function setAttribute(attributes: Map<string, Json>, path: string, value: Json): void {
  const [name = '', part] = path.split('.');
  const key = keyOf(attributes, name);
  if (part === undefined) {
    attributes.set(key, value);
    return;
  }
  const parts = new Map(Object.entries(objectOf(attributes.get(key))));
  parts.set(keyOf(parts, part), value);
  attributes.set(key, Object.fromEntries(parts));
}

function changedMembers(members: Json | undefined, operations: readonly PatchOperation[]): readonly Json[] {
  const removed = new Set(operations.map(removedMember));
  const kept = membersIn(members).filter((member) => !removed.has(idOfMember(member)));
  const present = new Set(kept.map(idOfMember));
  const added = operations
    .flatMap((operation) => (operation.op === 'add' ? operation.value : []))
    .filter((member) => !present.has(idOfMember(member)));
  return [...kept, ...added];
}

/** Elements of `members`, each with its id as the value: services also write texts, a single element, or only `$ref`. */
export function membersIn(members: Json | undefined): readonly JsonObject[] {
  const list = Array.isArray(members) ? (members as readonly Json[]) : [members ?? null];
  return list.flatMap((member) => {
    if (typeof member === 'string') return [{ value: member }];
    if (!isJsonObject(member)) return [];
    const { value, $ref } = member;
    if (typeof value === 'number') return [{ ...member, value: String(value) }];
    const id = typeof value === 'string' ? value : lastSegment(textOf($ref));
    return id === undefined ? [member] : [{ ...member, value: id }];
  });
}

/** An id, or the text of a marker. */
export function idOfMember({ value }: JsonObject): string {
  return typeof value === 'string' ? value : canonicalText(value ?? null);
}
