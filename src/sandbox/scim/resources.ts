import { type Answer, type Call } from './call.js';
import { type Entity, type Kind } from './directory.js';
import { listResources } from './list-resources.js';
import { projectionOf, queryOfBody, queryOfUrl } from './list-query.js';
import { isKnown } from './preconditions.js';
import { etagOf, location, present } from './present.js';
import { ScimError } from './protocol/scim-error.js';
import { createResource, patchResource, removeResource, replaceResource, requireEntity } from './write-resource.js';

/** What `/Users` and `/Groups` and their resources answer. */
type Handler = (call: Call, kind: Kind, id: string) => Answer;

const ifMatch = ({ headers }: Call): string | null => headers.get('if-match');

function headersOf(call: Call, kind: Kind, entity: Entity): Readonly<Record<string, string>> {
  const where = { Location: location(call, kind, entity.id) };
  return call.service.capabilities.etag ? { ...where, ETag: etagOf(call, kind, entity) } : where;
}

function shown(call: Call, kind: Kind, entity: Entity, status: number): Answer {
  const body = present(call, kind, entity, projectionOf(call.query));
  // RFC 7643 section 3.1: the same as meta.location.
  const where = { 'Content-Location': location(call, kind, entity.id) };
  return { status, body, headers: { ...headersOf(call, kind, entity), ...where } };
}

export const collectionHandlers: Readonly<Record<string, (call: Call, kind: Kind) => Answer>> = {
  GET: (call, kind) => listResources(call, [kind], queryOfUrl(call.query)),
  POST: (call, kind) => shown(call, kind, createResource(call, kind, call.body), 201),
};

export const resourceHandlers: Readonly<Record<string, Handler>> = {
  GET(call, kind, id) {
    const entity = requireEntity(call, kind, id);
    if (isKnown(call, kind, entity)) return { status: 304, headers: headersOf(call, kind, entity) };
    return shown(call, kind, entity, 200);
  },
  PUT: (call, kind, id) => shown(call, kind, replaceResource(call, kind, id, call.body, ifMatch(call)), 200),
  PATCH(call, kind, id) {
    const { capabilities } = call.service;
    if (!capabilities.patch) {
      const headers = { Allow: 'GET, PUT, DELETE' };
      throw new ScimError(
        capabilities.patchRefusal,
        'This service does not support PATCH: use PUT.',
        undefined,
        headers,
      );
    }
    const entity = patchResource(call, kind, id, call.body, ifMatch(call));
    const { attributes, excludedAttributes } = projectionOf(call.query);
    // RFC 7644 section 3.5.2: with attributes asked for, there must be an answer to show them in.
    const asked = attributes !== undefined || excludedAttributes !== undefined;
    const status = asked ? 200 : patchStatus(call, kind);
    return status === 200 ? shown(call, kind, entity, 200) : { status, headers: headersOf(call, kind, entity) };
  },
  DELETE(call, kind, id) {
    removeResource(call, kind, id, ifMatch(call));
    return { status: 204 };
  },
};

export const patchStatus = ({ service }: Call, kind: Kind): 200 | 204 =>
  kind === 'User' ? service.capabilities.userPatchStatus : service.capabilities.groupPatchStatus;

export const search = (call: Call, kinds: readonly Kind[]): Answer =>
  listResources(call, kinds, queryOfBody(call.body));
export const listAll = (call: Call): Answer => listResources(call, ['User', 'Group'], queryOfUrl(call.query));
