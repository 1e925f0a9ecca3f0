/**
 * Creates a user or a group: with all members where the service takes so many, taking over what is there already where it
 * refuses a second one, and never twice.
 */
import { isJsonObject, type Json } from '../../core/json.js';
import { ApiError, isApiError } from '../../errors.js';
import type { HttpResponse } from '../../http/client.js';
import { lastSegment } from './last-segment.js';
import { findByName } from './find-by-name.js';
import { addMembers, patchBody } from './messages.js';
import type { Session } from './session.js';
import { idOfMember, membersIn } from './whole-resource.js';
import { sendWrite, type Done, type Write } from './write.js';
import { adopt } from './write-adopt.js';
import { patchResource } from './write-patch.js';
import { describe, isTooMuch } from './write-refusal.js';

export type Created = Done & { readonly id: string };

export async function createResource(session: Session, write: Write): Promise<Created> {
  const { learnt } = session;
  const members = membersOf(write);
  if (learnt.chunk !== undefined && members.length > learnt.chunk) return createInParts(session, write, learnt.chunk);
  try {
    const response = await sendWrite(session, write, 'refused-only');
    return { id: idIn(response) ?? (await idByName(session, write)) };
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (members.length > 1 && isTooMuch(error)) {
      learnt.chunk = Math.min(learnt.chunk ?? Infinity, Math.floor(members.length / 2));
      return createInParts(session, write, learnt.chunk);
    }
    if (error.status !== 409) throw error;
    const found = await findByName(session, write);
    if (found === undefined) {
      const why = `${error.message}; there is none of that name, so something else of it is taken`;
      throw describe(error, why, 'Look for another user or group with the same externalId or e-mail address.');
    }
    const { note } = await adopt(session, write, found);
    return {
      id: found,
      note: ['it was there already, so it was taken over', ...(note === undefined ? [] : [note])].join('; '),
    };
  }
}

/** Where it is not known whether it was made. */
export async function createUnlessThere(session: Session, write: Write): Promise<Created> {
  return (await findAndAdopt(session, write)) ?? createResource(session, write);
}

export async function findAndAdopt(session: Session, write: Write): Promise<Created | undefined> {
  const found = await findByName(session, write);
  return found === undefined ? undefined : adopt(session, write, found);
}

function membersOf({ body }: Write): readonly Json[] {
  return isJsonObject(body) ? membersIn(body['members']) : [];
}

async function createInParts(session: Session, write: Write, size: number): Promise<Created> {
  const body = isJsonObject(write.body) ? write.body : {};
  const ids = membersIn(body['members']).map(idOfMember);
  const first = { ...body, members: ids.slice(0, size).map((value) => ({ value })) };
  const { id, note: firstNote } = await createResource(session, { ...write, body: first });
  // The service may have taken even fewer, and then the rest of the first part is in by now, too.
  const { note } = await patchResource(session, {
    ...write,
    method: 'PATCH',
    path: `${write.path}/${encodeURIComponent(id)}`,
    body: patchBody([addMembers(ids.slice(size))]),
  });
  const said = `created with its first ${size} members, the others were added after, as the service takes no more at once`;
  const others = [firstNote, note].filter((other) => other !== undefined && !other.startsWith('created with'));
  return { id, note: [said, ...new Set(others)].join('; ') };
}

/** From the body, or from where the service says that it is (RFC 7644, section 3.3). */
function idIn({ body, headers }: HttpResponse): string | undefined {
  const id = isJsonObject(body) ? body['id'] : undefined;
  if (typeof id === 'string' && id !== '') return id;
  return typeof id === 'number' ? String(id) : lastSegment(headers.get('location') ?? '');
}

async function idByName(session: Session, write: Write): Promise<string> {
  const id = await findByName(session, write);
  if (id !== undefined) return id;
  throw new ApiError(
    `${session.client.vendor} accepted POST ${write.path} for ${write.address}, but says neither its id nor where it is.`,
    {
      method: write.method,
      path: write.path,
      status: 201,
      hint: 'Plan again, and see whether it was made.',
    },
  );
}
