/** Sends one write as it is, for the version of the resource that was read. */
import type { Json } from '../../core/json.js';
import type { OperationMethod } from '../../core/operation.js';
import { isApiError } from '../../errors.js';
import type { HttpResponse } from '../../http/client.js';
import type { RetryMode } from '../../http/retry.js';
import type { KnownMembers } from './known-members.js';
import type { Session } from './session.js';
import { isLost } from './write-refusal.js';

export interface Write {
  readonly method: OperationMethod;
  /** From the root of the host. */
  readonly path: string;
  readonly body?: Json;
  /** For messages. */
  readonly address: string;
  /** What the plan knew of who is in the group. */
  readonly members?: KnownMembers;
}

export interface Done {
  /** Of what was created, or taken over. */
  readonly id?: string;
  /** What was done instead, where it was not exactly what was asked for. */
  readonly note?: string;
}

export async function sendWrite(
  session: Session,
  write: Write,
  retry: RetryMode,
  version: string | undefined = versionOf(session, write),
): Promise<HttpResponse> {
  const response =
    version === undefined ? await send(session, write, retry) : await sendVersioned(session, write, retry, version);
  wrote(session, write.method, write.path);
  return response;
}

function send(
  { client }: Session,
  { method, path, body }: Write,
  retry: RetryMode,
  version?: string,
): Promise<HttpResponse> {
  return client.send({
    method,
    path,
    ...(body !== undefined && { body }),
    retry,
    ...(version !== undefined && { headers: { 'if-match': version } }),
  });
}

/**
 * After a lost answer the version may be another one by our own doing. What may be done twice is then sent without it; a
 * whole resource only where nothing has happened to the one that was read.
 */
async function sendVersioned(session: Session, write: Write, retry: RetryMode, version: string): Promise<HttpResponse> {
  try {
    return await send(session, write, 'refused-only', version);
  } catch (error) {
    if (!isApiError(error) || !isLost(error)) throw error;
    if (write.method !== 'PUT') return send(session, write, retry);
    const { path } = write;
    await session.client.send({ method: 'GET', path });
    if (session.client.etags.get(path) !== version) throw error;
    return send(session, write, 'refused-only', version);
  }
}

/**
 * Users show their groups and groups the names of their members, so a service may give either a new version for a write
 * to the other. What may have moved by our own doing is not held against anybody.
 */
function versionOf({ client, learnt }: Session, { method, path }: Write): string | undefined {
  if (method === 'POST') return undefined;
  return (isGroup(path) ? learnt.usersWritten : learnt.groupsWritten) ? undefined : client.etags.get(path);
}

export function wrote({ learnt }: Session, method: OperationMethod, path: string): void {
  if (isGroup(path)) learnt.groupsWritten = true;
  else if (method !== 'POST') learnt.usersWritten = true;
}

export function isGroup(path: string): boolean {
  return /\/Groups(\/[^/]*)?$/.test(path);
}
