/** Whole resources: puts them, and makes of a refused PATCH a PUT. Never without having seen all that would be replaced. */
import { isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import { ApiError, isApiError } from '../../errors.js';
import type { PatchOperation } from './messages.js';
import type { Session } from './session.js';
import { showsAll } from './known-members.js';
import { membersIn, wholeWith } from './whole-resource.js';
import { isGroup, sendWrite, type Done, type Write } from './write.js';
import { describe, explained, isTooMuch } from './write-refusal.js';

export async function putResource(session: Session, write: Write, version?: string): Promise<Done> {
  try {
    await sendWrite(session, write, 'safe', version);
    return {};
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (isTooMuch(error)) {
      const why = `${write.address} is larger than the service takes in one request, and without PATCH it cannot be sent in parts`;
      throw describe(error, `${why}: ${error.message}`, 'Raise the limit of the service, or make several teams of it.');
    }
    throw explained(error, write);
  }
}

export async function putInstead(session: Session, write: Write, operations: readonly PatchOperation[]): Promise<Done> {
  const { resource, version } = await readResource(session, write);
  if (isGroup(write.path) && shownMembers(write, resource) === undefined) {
    throw new ApiError(
      `${session.client.vendor} takes no PATCH and does not show for sure all members of ${write.address}: sending the group whole would take out whoever is not shown.`,
      {
        method: write.method,
        path: write.path,
        status: 501,
        hint: 'Change this team in the service itself, or take it out of the configuration.',
      },
    );
  }
  await putResource(session, { ...write, method: 'PUT', body: wholeWith(resource, operations) }, version);
  return { note: 'the service takes no PATCH, so the resource was read and put back whole with the changes' };
}

export async function readResource(
  { client }: Session,
  write: Write,
): Promise<{ readonly resource: JsonObject; readonly version: string | undefined }> {
  const { path } = write;
  try {
    const { body, status } = await client.send({ method: 'GET', path });
    if (isJsonObject(body)) return { resource: body, version: client.etags.get(path) };
    throw new ApiError(`${client.vendor} answered GET ${path} with something that is no resource.`, {
      method: 'GET',
      path,
      status,
      hint: 'Nothing was changed. Check the base URL of the connection.',
    });
  } catch (error) {
    throw isApiError(error) ? explained(error, write) : error;
  }
}

/** The group's members, where it is sure that they are all. */
export function shownMembers({ members }: Write, resource: JsonObject): readonly JsonObject[] | undefined {
  const shown = membersIn(valueOf(resource, 'members'));
  return showsAll(shown.length, members) ? shown : undefined;
}

/** Names of attributes compare without regard to case (RFC 7643, section 2.1). */
function valueOf(resource: JsonObject, name: string): Json | undefined {
  const key = Object.keys(resource).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : resource[key];
}
