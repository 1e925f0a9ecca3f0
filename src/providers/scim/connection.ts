/** The I/O of the SCIM provider: reads, sends compiled requests, looks up what a lost answer made. */
import type { Connection, ConnectionOptions, Executed, ReadyOperation } from '../../core/provider.js';
import { bulkPath } from './bulk-operation.js';
import { createScimClient } from './client.js';
import type { ScimFacts } from './facts.js';
import { readDirectory } from './read.js';
import { createSession, type Session } from './session.js';
import { membersFrom } from './known-members.js';
import type { Done, Write } from './write.js';
import { sendBulk } from './write-bulk.js';
import { findAndAdopt } from './write-create.js';
import { makeChange } from './write-one.js';

export function connect(options: ConnectionOptions): Connection<ScimFacts> {
  const client = createScimClient(options);
  const session = createSession(client);
  return {
    counts: client.counts,
    read: (scope) => readDirectory(client, scope),
    execute: (operation) => execute(session, operation),
    lookUp: (operation) => lookUp(session, operation),
  };
}

export async function execute(session: Session, operation: ReadyOperation): Promise<Executed> {
  if (isBulk(session, operation)) return sendBulk(session, operation);
  return executed(await makeChange(session, writeOf(operation)));
}

/** A Bulk brings lost answers to an end itself. */
export async function lookUp(session: Session, operation: ReadyOperation): Promise<Executed | undefined> {
  if (operation.method !== 'POST' || isBulk(session, operation)) return undefined;
  const found = await findAndAdopt(session, writeOf(operation));
  return found === undefined ? undefined : executed(found);
}

function isBulk({ client }: Session, { method, path }: ReadyOperation): boolean {
  return method === 'POST' && path === `${client.basePath}${bulkPath}`;
}

function writeOf({ method, path, body, addresses, naturalKey }: ReadyOperation): Write {
  return {
    method,
    path,
    ...(body !== undefined && { body }),
    address: addresses.join(', '),
    members: membersFrom(naturalKey?.['members']),
  };
}

function executed({ id, note }: Done): Executed {
  return { ...(id !== undefined && { remoteId: id }), ...(note !== undefined && { substitute: note }) };
}
