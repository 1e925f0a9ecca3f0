import { timingSafeEqual } from 'node:crypto';
import { type Clock } from '../clock.js';
import { type Store } from '../store.js';
import { type Service } from './call.js';
import { groupType, userType, withoutPart } from './protocol/schemas.js';
import { ScimError } from './protocol/scim-error.js';
import { type ScimService } from './records.js';
import { standaloneDirectory } from './standalone-directory.js';

/** RFC 7643's own schema of groups has no names of members. */
const nameless = withoutPart(groupType, 'members', 'display');

/** The bearer token of every standalone service. */
export const developmentToken = 'scim-development';

/** The service whose path a URL is at or below; of two, the one that says more. */
export function standaloneAt(store: Store, pathname: string): ScimService | undefined {
  let found: ScimService | undefined;
  for (const service of store.all('scimService')) {
    const owns = pathname === service.id || pathname.startsWith(`${service.id}/`);
    if (owns && (found === undefined || service.id.length > found.id.length)) found = service;
  }
  return found;
}

export function standaloneService(store: Store, clock: Clock, row: ScimService, authorization: string | null): Service {
  requireToken(authorization);
  const { id: path, capabilities } = row;
  const types = { User: userType, Group: capabilities.memberDisplay ? groupType : nameless };
  return { path, capabilities, types, directory: standaloneDirectory(store, clock, row) };
}

function requireToken(authorization: string | null): void {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new ScimError(401, 'A bearer token is required.');
  const [given, wanted] = [Buffer.from(token), Buffer.from(developmentToken)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new ScimError(401, 'The bearer token is not one of this service.');
  }
}
