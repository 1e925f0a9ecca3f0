import { type Call } from './call.js';
import { type Entity, type Kind } from './directory.js';
import { etagOf } from './present.js';
import { ScimError } from './protocol/scim-error.js';

/** Versions are weak, so only what is between the quotes counts. */
const opaque = (etag: string): string =>
  etag
    .trim()
    .replace(/^W\//i, '')
    .replace(/^"(.*)"$/, '$1');
const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((each) => opaque(each) === opaque(etag));

/** If-Match, or the version of an operation in a bulk: 412 where somebody else was faster. */
export function requireVersion(call: Call, kind: Kind, entity: Entity, ifMatch: string | null | undefined): void {
  if (!call.service.capabilities.etag || ifMatch === null || ifMatch === undefined || ifMatch === '') return;
  const etag = etagOf(call, kind, entity);
  if (names(ifMatch, etag)) return;
  throw new ScimError(412, `${kind} ${entity.id} has changed: its version is ${etag}, not ${ifMatch}.`);
}

/** If-None-Match: whether the client has this version already. */
export function isKnown(call: Call, kind: Kind, entity: Entity): boolean {
  const header = call.headers.get('if-none-match');
  return call.service.capabilities.etag && header !== null && names(header, etagOf(call, kind, entity));
}
