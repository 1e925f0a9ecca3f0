/** Decoders of what a SCIM service answers: lists, users and groups (RFC 7643, section 4). */
import { DecodeError, type Fields } from '../../core/decode.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import { nameFields } from './kinds.js';
import { booleanOf, countOf, looseFields, looseItems, looseText, requiredText } from './loose.js';

export interface WirePage<T> {
  readonly items: readonly T[];
  /** Of all pages; undefined where the service does not say. */
  readonly total: number | undefined;
  readonly nextCursor: string | undefined;
}

export interface WireUser {
  readonly id: string;
  readonly userName: string;
  /** As users compare: in lower case. */
  readonly key: string;
  readonly active: boolean;
  readonly displayName: string | undefined;
  readonly externalId: string | undefined;
  readonly name: JsonObject;
  readonly emails: readonly JsonObject[];
  /** Ids of the groups that the service says they are in; undefined where it says nothing. */
  readonly groups: readonly string[] | undefined;
  /** As read, without what only the service writes. */
  readonly whole: JsonObject;
}

export interface WireGroup {
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string | undefined;
  /** Undefined where the answer does not speak of members; ids of people only, each once. */
  readonly members: readonly string[] | undefined;
  /** How many the answer lists, of whatever kind. */
  readonly memberCount: number;
  readonly whole: JsonObject;
}

/** A list without entries must say that there are none: what is missing is not nobody. */
export function pageFromWire<T>(value: unknown, decode: (item: unknown) => T): WirePage<T> {
  const fields = looseFields(value);
  const { Resources: resources, totalResults } = fields;
  const total = countOf(totalResults);
  if (total === undefined && totalResults !== undefined && totalResults !== null)
    throw new DecodeError('totalResults', 'a count', totalResults);
  if ((resources === undefined || resources === null) && total !== 0)
    throw new DecodeError(
      'Resources',
      total === undefined ? 'a list' : `a list of some of ${total} entries`,
      resources,
    );
  if (resources !== undefined && resources !== null && !Array.isArray(resources))
    throw new DecodeError('Resources', 'a list', resources);
  return {
    items: looseItems(resources, 'Resources', decode),
    total,
    nextCursor: looseText(fields, 'nextCursor'),
  };
}

export function userFromWire(value: unknown): WireUser {
  const fields = looseFields(value, 'a user');
  const userName = requiredText(fields, 'userName');
  return {
    id: requiredText(fields, 'id'),
    userName,
    key: userName.toLowerCase(),
    active: activeOf(fields),
    displayName: looseText(fields, 'displayName'),
    externalId: looseText(fields, 'externalId'),
    name: nameOf(fields['name']),
    emails: looseItems(fields['emails'], 'emails', emailFromWire).filter(({ value: email }) => email !== ''),
    groups: isUnassigned(fields['groups'])
      ? undefined
      : looseItems(fields['groups'], 'groups', (item) => memberFromWire(item).id),
    whole: wholeOf(fields, notWritable),
  };
}

export function groupFromWire(value: unknown): WireGroup {
  const fields = looseFields(value, 'a group');
  const id = requiredText(fields, 'id');
  const members = looseItems(fields['members'], 'members', memberFromWire);
  return {
    id,
    // Required by the RFC's prose only; one without a name can still be told apart.
    displayName: looseText(fields, 'displayName') ?? id,
    externalId: looseText(fields, 'externalId'),
    members:
      'members' in fields
        ? [...new Set(members.filter(({ isUser }) => isUser).map((member) => member.id))].sort(compareText)
        : undefined,
    memberCount: new Set(members.map((member) => member.id)).size,
    whole: withSortedMembers(wholeOf(fields, notWritable)),
  };
}

/** Absent means active: a service that does not know inactive people does not say so of each. */
function activeOf({ active }: Fields): boolean {
  if (isUnassigned(active)) return true;
  const flag = booleanOf(active);
  if (flag === undefined) throw new DecodeError('active', 'true or false', active);
  return flag;
}

function nameOf(value: unknown): JsonObject {
  if (!isJsonObject(value)) return {};
  const fields = looseFields(value, 'name');
  return Object.fromEntries(
    nameFields.flatMap((field) => {
      const text = looseText(fields, field);
      return text === undefined ? [] : [[field, text]];
    }),
  );
}

function emailFromWire(item: unknown): JsonObject {
  if (typeof item === 'string') return { value: item };
  const fields = looseFields(item, 'emails');
  const primary = booleanOf(fields['primary']);
  return {
    ...(isJsonObject(fields) ? fields : {}),
    value: looseText(fields, 'value') ?? '',
    ...(primary !== undefined && { primary }),
  };
}

function memberFromWire(item: unknown): { readonly id: string; readonly isUser: boolean } {
  if (typeof item === 'string') return { id: item, isUser: true };
  const fields = looseFields(item, 'members');
  const reference = looseText(fields, '$ref');
  const id = looseText(fields, 'value') ?? lastSegment(reference);
  if (id === undefined) throw new DecodeError('members.value', 'a text', fields['value']);
  const isGroup = looseText(fields, 'type')?.toLowerCase() === 'group' || /\/Groups\/[^/]+$/i.test(reference ?? '');
  return { id, isUser: !isGroup };
}

function lastSegment(reference: string | undefined): string | undefined {
  const encoded = /([^/]+)\/*$/.exec(reference ?? '')?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** What only the service writes (RFC 7643, sections 3.1 and 4.1.2), and what must never be kept. */
const notWritable: ReadonlySet<string> = new Set(['id', 'meta', 'groups', 'password']);

function wholeOf(fields: Fields, without: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      without.has(key) || isUnassigned(value) ? [] : [[key, value as Json]],
    ),
  );
}

/** Members come in no promised order, and what is read twice must be the same twice. */
function withSortedMembers(whole: JsonObject): JsonObject {
  const { members } = whole;
  if (!Array.isArray(members)) return whole;
  const keyed = (members as readonly Json[]).map((member) => ({ member, id: memberFromWire(member).id }));
  return { ...whole, members: keyed.toSorted((a, b) => compareText(a.id, b.id)).map(({ member }) => member) };
}

function isUnassigned(value: unknown): boolean {
  return value === undefined || value === null;
}
