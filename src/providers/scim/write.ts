/** Sends one write as it is, for the version of the resource that was read. */
import type { Json } from '../../core/json.js';
import type { OperationMethod } from '../../core/operation.js';
import type { HttpResponse } from '../../http/client.js';
import type { RetryMode } from '../../http/retry.js';
import type { KnownMembers } from './known-members.js';
import type { Session } from './session.js';

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
  { method, path, body }: Write,
  retry: RetryMode,
  version: string | undefined = versionOf(session, method, path),
): Promise<HttpResponse> {
  const response = await session.client.send({
    method,
    path,
    ...(body !== undefined && { body }),
    retry,
    ...(version !== undefined && { headers: { 'if-match': version } }),
  });
  wrote(session, method, path);
  return response;
}

/**
 * Users show their groups and groups the names of their members, so a service may give either a new version for a write
 * to the other. What may have moved by our own doing is not held against anybody.
 */
function versionOf({ client, learnt }: Session, method: OperationMethod, path: string): string | undefined {
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
