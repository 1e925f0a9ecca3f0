/**
 * Takes over a user or group that is there already, instead of making it twice: what differs is set. Nobody is taken out
 * of such a group, and an `externalId` that somebody else set stays.
 */
import { isJsonObject, textOf, type Json, type JsonObject } from '../../core/json.js';
import { emailsAfter } from './emails.js';
import { addMembers, patchBody, setOperation, type PatchOperation } from './messages.js';
import type { Session } from './session.js';
import { idOfMember, membersIn } from './whole-resource.js';
import { groupFromWire, userFromWire } from './wire.js';
import { isGroup, type Done, type Write } from './write.js';
import { patchResource } from './write-patch.js';
import { readResource } from './write-put.js';

/** `write` would have created it. */
export async function adopt(session: Session, write: Write, id: string): Promise<Done & { readonly id: string }> {
  const path = `${write.path}/${encodeURIComponent(id)}`;
  // Nobody has looked who is in it.
  const target: Write = { ...write, method: 'PATCH', path, members: undefined };
  const { resource } = await readResource(session, target);
  const wanted = isJsonObject(write.body) ? write.body : {};
  const operations = isGroup(write.path) ? groupDifferences(wanted, resource) : userDifferences(wanted, resource);
  if (operations.length === 0) return { id };
  const { note } = await patchResource(session, { ...target, body: patchBody(operations) });
  return { id, note: ['what differed of it was changed', ...(note === undefined ? [] : [note])].join('; ') };
}

function userDifferences(wanted: JsonObject, resource: JsonObject): readonly PatchOperation[] {
  const user = userFromWire(resource);
  const { active, displayName, name, emails, externalId } = wanted;
  const addresses = (isList(emails) ? emails : []).map((email) => (isJsonObject(email) ? textOf(email['value']) : ''));
  const live = new Set(user.emails.map(({ value }) => textOf(value).toLowerCase()));
  const sameEmails = live.size === addresses.length && addresses.every((address) => live.has(address));
  return [
    ...(active !== undefined && active !== user.active ? [setOperation('active', active)] : []),
    ...(displayName !== undefined && displayName !== user.displayName
      ? [setOperation('displayName', displayName)]
      : []),
    ...Object.entries(name !== undefined && isJsonObject(name) ? name : {}).flatMap(([part, value]) =>
      user.name[part] === value ? [] : [setOperation(`name.${part}`, value)],
    ),
    ...(emails !== undefined && !sameEmails
      ? [setOperation('emails', emailsAfter(addresses, user.emails, user.key))]
      : []),
    ...(externalId !== undefined && user.externalId === undefined ? [setOperation('externalId', externalId)] : []),
  ];
}

function groupDifferences(wanted: JsonObject, resource: JsonObject): readonly PatchOperation[] {
  const group = groupFromWire(resource);
  const { externalId, members } = wanted;
  const present = new Set(group.members);
  const missing = membersIn(members)
    .map(idOfMember)
    .filter((id) => !present.has(id));
  return [
    ...(externalId !== undefined && group.externalId === undefined ? [setOperation('externalId', externalId)] : []),
    ...(missing.length > 0 ? [addMembers(missing)] : []),
  ];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
