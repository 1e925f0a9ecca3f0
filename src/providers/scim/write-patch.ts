/**
 * Changes a user or a group, whatever the service makes of a PATCH:
 *
 * | the service                                  | what is done instead                                     |
 * | -------------------------------------------- | -------------------------------------------------------- |
 * | has no PATCH (405, 501)                      | the resource is read, changed and put back whole          |
 * | takes fewer member changes (413, 400)        | half as many in each of several; additions come first    |
 * | does not understand `members[value eq "ID"]` | who goes is named as a value, and who stays is named, too |
 */
import type { Json } from '../../core/json.js';
import { ApiError, isApiError } from '../../errors.js';
import { addMembers, operationsIn, patchBody, removedMember, type PatchOperation } from './messages.js';
import type { Session } from './session.js';
import { idOfMember } from './whole-resource.js';
import { isGroup, sendWrite, type Done, type Write } from './write.js';
import { putInstead, readResource, shownMembers } from './write-put.js';
import { describe, explained, findsNobody, isTooMuch, refusesFilter, refusesPatch } from './write-refusal.js';

export async function patchResource(session: Session, write: Write): Promise<Done> {
  const { learnt } = session;
  const operations = operationsIn(write.body);
  if (learnt.patchRefused) return putInstead(session, write, operations);
  const changes = countOf(operations);
  if (learnt.chunk !== undefined && changes > learnt.chunk)
    return patchInParts(session, write, operations, learnt.chunk);
  const removes = operations.some((operation) => removedMember(operation) !== undefined);
  if (learnt.filterRefused && removes) return removeByValue(session, write, operations);
  try {
    await sendWrite(session, write, 'safe');
    return {};
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (refusesPatch(error)) {
      learnt.patchRefused = true;
      return putInstead(session, write, operations);
    }
    if (isGroup(write.path) && changes > 1 && isTooMuch(error)) {
      learnt.chunk = Math.min(learnt.chunk ?? Infinity, Math.floor(changes / 2));
      return patchInParts(session, write, operations, learnt.chunk);
    }
    if (removes && (refusesFilter(error) || findsNobody(error))) {
      // Somebody who has left meanwhile says nothing about the next group.
      if (refusesFilter(error)) learnt.filterRefused = true;
      return removeByValue(session, write, operations, error);
    }
    throw explained(error, write);
  }
}

/** Member changes: what services limit. */
function countOf(operations: readonly PatchOperation[]): number {
  return operations.reduce(
    (count, operation) =>
      count + (operation.op === 'add' ? operation.value.length : removedMember(operation) === undefined ? 0 : 1),
    0,
  );
}

function addedIn(operations: readonly PatchOperation[]): readonly Json[] {
  return operations.flatMap((operation) =>
    operation.op === 'add' ? operation.value.map(({ value }) => value ?? null) : [],
  );
}

async function patchInParts(
  session: Session,
  write: Write,
  operations: readonly PatchOperation[],
  size: number,
): Promise<Done> {
  const removals = operations.filter((operation) => removedMember(operation) !== undefined);
  const others = operations.filter((operation) => operation.op === 'replace');
  const [first = [], ...rest] = [
    ...chunked(addedIn(operations), size).map((ids) => [addMembers(ids)]),
    ...chunked(removals, size),
  ];
  const parts = [[...others, ...first], ...rest];
  const notes = new Set([`sent in parts of at most ${size} member changes, as the service takes no more at once`]);
  let { members } = write;
  for (const [index, part] of parts.entries()) {
    try {
      const { note } = await patchResource(session, { ...write, members, body: patchBody(part) });
      if (typeof members === 'number') members -= part.filter((change) => removedMember(change) !== undefined).length;
      if (note !== undefined) notes.add(note);
    } catch (error) {
      if (index === 0 || !isApiError(error)) throw error;
      const done = `${index} of ${parts.length} parts of the change of ${write.address} are done, the next one failed`;
      throw describe(error, `${done}: ${error.message}`);
    }
  }
  return { note: [...notes].join('; ') };
}

function chunked<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * The form of Microsoft Entra ID. A service that passes over the value would take everybody out (RFC 7644, section
 * 3.5.2.2), so those who stay are put in again by the same request, which is done whole or not at all.
 */
async function removeByValue(
  session: Session,
  write: Write,
  operations: readonly PatchOperation[],
  refused?: ApiError,
): Promise<Done> {
  const { resource, version } = await readResource(session, write);
  const members = shownMembers(write, resource);
  if (members === undefined) {
    const said = refused === undefined ? '.' : `: ${refused.message}`;
    throw new ApiError(
      `${session.client.vendor} takes out no single members, and does not show all who are in ${write.address}${said}`,
      {
        method: write.method,
        path: write.path,
        status: 400,
        hint: 'Change the members of this team in the service itself, or take it out of the configuration.',
      },
    );
  }
  const gone = new Set(operations.flatMap((operation) => removedMember(operation) ?? []));
  const staying = members.map(idOfMember).filter((id) => !gone.has(id));
  const added = addedIn(operations).filter((id) => typeof id !== 'string' || !staying.includes(id));
  const present = members.map(idOfMember).filter((id) => gone.has(id));
  const body = patchBody([
    ...operations.filter(({ op }) => op === 'replace'),
    ...(present.length === 0
      ? []
      : [{ op: 'remove' as const, path: 'members', value: present.map((value) => ({ value })) }]),
    ...(staying.length + added.length === 0 ? [] : [addMembers([...staying, ...added])]),
  ]);
  try {
    await sendWrite(session, { ...write, body }, 'safe', version);
  } catch (error) {
    throw isApiError(error) ? explained(error, write) : error;
  }
  return { note: 'members were taken out by value, as the service refused a path with a filter' };
}
