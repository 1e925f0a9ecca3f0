/** Remembers the versions of resources (RFC 7644, section 3.14), so that a write can say which one it means. */
import { isJsonObject, type JsonObject } from '../../core/json.js';
import type { HttpRequest, HttpResponse } from '../../http/client.js';

/** `etags` is by path from the root of the host. */
export function rememberEtags(
  etags: Map<string, string>,
  { method, path }: HttpRequest,
  { status, headers, body }: HttpResponse,
): void {
  const [at = ''] = path.split('?', 1);
  const isDone = status >= 200 && status <= 299;
  const isList = /\/(Users|Groups)$/.test(at);
  if (isDone && isList && isJsonObject(body)) {
    const collected = method === 'POST' ? [body] : listed(body);
    for (const resource of collected) {
      remember(etags, pathOf(at, resource), versionOf(resource, method === 'POST' ? headers : undefined));
    }
    return;
  }
  if (!/\/(Users|Groups)\/[^/]+$/.test(at) || (method === 'GET' && !isDone && status !== 404)) return;
  // A write whose answer does not tell the new version leaves none: the old one is no longer true.
  const version = isDone && method !== 'DELETE' ? versionOf(isJsonObject(body) ? body : {}, headers) : undefined;
  remember(etags, at, version);
}

function listed(body: JsonObject): readonly JsonObject[] {
  const resources: unknown = body['Resources'] ?? body['resources'];
  return Array.isArray(resources) ? resources.filter(isJsonObject) : [];
}

function pathOf(list: string, { id }: JsonObject): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? `${list}/${encodeURIComponent(id)}` : undefined;
}

function versionOf({ meta }: JsonObject, headers: Headers | undefined): string | undefined {
  const told: unknown = headers?.get('etag') ?? (isJsonObject(meta) ? meta['version'] : undefined);
  return typeof told === 'string' && /^(W\/)?"[^"]*"$/.test(told) ? told : undefined;
}

function remember(etags: Map<string, string>, path: string | undefined, version: string | undefined): void {
  if (path === undefined) return;
  if (version === undefined) etags.delete(path);
  else etags.set(path, version);
}
