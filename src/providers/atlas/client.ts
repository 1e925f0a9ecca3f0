/** Atlas's HTTP client: hosts, credentials, versions, error codes; and pages of lists. */
import { DecodeError } from '../../core/decode.js';
import { compareText, isJsonObject, type Json, type JsonObject } from '../../core/json.js';
import type { ConnectionOptions } from '../../core/provider.js';
import { ApiError, ConfigError, isApiError } from '../../errors.js';
import type { Authorize } from '../../http/auth.js';
import { clientCredentials } from '../../http/client-credentials.js';
import { createHttpClient, type HttpClient, type HttpRequest, type HttpResponse } from '../../http/client.js';
import { digest } from '../../http/digest.js';
import { createGate } from '../../http/gate.js';
import { checkEndpoint } from '../../http/hosts.js';
import { readLinkedPages } from '../../http/linked-pages.js';
import { createRateLimiter, unlimited } from '../../http/rate-limit.js';
import { errorText } from './errors.js';
import { mediaType } from './media-types.js';
import { pageFromWire } from './wire.js';

const vendor = 'MongoDB Atlas';
const vendorHosts = ['cloud.mongodb.com'];
const defaultEndpoint = 'https://cloud.mongodb.com';

export const apiRoot = '/api/atlas/v2';

/** The most that a page of any list holds (API description). */
const pageSize = 500;

/**
 * Requests under way at once. Atlas counts in token buckets of 300 and more for each organization, which no run of ours
 * empties; what it asks for beyond that it says with Retry-After.
 */
const concurrency = 16;

export interface AtlasClient {
  readonly counts: HttpClient['counts'];
  /** `path` from the root of the host, as operations have it; elsewhere from `/api/atlas/v2` on. */
  send(request: HttpRequest): Promise<HttpResponse>;
  get<T>(path: string, decode: (body: unknown) => T): Promise<T>;
  /** Undefined where there is no such thing (404). */
  find<T>(path: string, decode: (body: unknown) => T): Promise<T | undefined>;
  /** All pages. */
  list<T extends { readonly id: string }>(
    path: string,
    what: string,
    decode: (item: unknown) => T,
  ): Promise<readonly T[]>;
  listBy<T>(
    path: string,
    what: string,
    decode: (item: unknown) => T,
    identify: (item: T) => string,
  ): Promise<readonly T[]>;
}

export function createAtlasClient(options: ConnectionOptions): AtlasClient {
  const { settings, access, http } = options;
  const configured = settings['endpoint'];
  const endpoint = http.endpoint ?? (typeof configured === 'string' ? configured : defaultEndpoint);
  checkEndpoint(endpoint, { vendorHosts, extraHosts: http.allowedHosts });
  const allowedHosts = [...vendorHosts, ...http.allowedHosts];
  const gate = createGate(concurrency);
  const client = createHttpClient({
    baseUrl: endpoint,
    vendor,
    authorize: credentials(options, endpoint, allowedHosts),
    access,
    remember: http.remember === true,
    fetch: http.fetch,
    // Nothing is spaced out beforehand; what matters is that a 429 makes everybody wait.
    limiter: http.rateLimit ? createRateLimiter({ perSecond: {}, now: http.now, sleep: http.sleep }) : unlimited,
    headers: { 'user-agent': `orgwright/${http.clientVersion}` },
    allowedHosts,
    now: http.now,
    sleep: http.sleep,
    random: http.random,
    onRetry: ({ method, path, attempt, delayMs, why }) =>
      http.onRetry?.(
        `${method} ${path}: ${why}; attempt ${attempt} failed, next in ${Math.ceil(delayMs / 100) / 10} s`,
      ),
    errorText,
  });

  const send = (request: HttpRequest): Promise<HttpResponse> => {
    const type = mediaType(request.method, request.path);
    const headers = { accept: type, ...(request.body !== undefined && { 'content-type': type }) };
    return patiently(options, request, () => gate(() => client.request({ ...request, headers })));
  };
  const get = async <T>(path: string, decode: (body: unknown) => T): Promise<T> =>
    decodeAnswer(await send({ method: 'GET', path: `${apiRoot}${path}` }), path, decode);
  const listBy: AtlasClient['listBy'] = async (path, what, decode, identify) => {
    const items = await readLinkedPages(
      (page) => {
        const query = `${path.includes('?') ? '&' : '?'}itemsPerPage=${pageSize}&pageNum=${page}`;
        return get(`${path}${query}`, (body) => pageFromWire(body, decode));
      },
      { what, identify },
    );
    // Atlas lists in an order that differs from time to time.
    return items.toSorted((a, b) => compareText(identify(a), identify(b)));
  };
  return {
    counts: client.counts,
    send,
    get,
    find: async (path, decode) => {
      const answer = await send({ method: 'GET', path: `${apiRoot}${path}`, accept: [404] });
      return answer.status === 404 ? undefined : decodeAnswer(answer, path, decode);
    },
    list: (path, what, decode) => listBy(path, what, decode, ({ id }) => id),
    listBy,
  };
}

/**
 * Atlas counts some things by the minute (invitations: ten for each address, seen in 2025) and says then neither for how
 * long to wait nor with which status to expect it. Its advice: 10, 20, 40 seconds. Such a refusal did nothing.
 */
const patience = [10_000, 20_000, 40_000, 60_000, 60_000, 60_000];

async function patiently<T>(
  { http }: ConnectionOptions,
  { method, path }: HttpRequest,
  send: () => Promise<T>,
): Promise<T> {
  for (const delay of patience) {
    try {
      return await send();
    } catch (error) {
      if (!isApiError(error) || error.status !== 429) throw error;
      http.onRetry?.(`${method} ${path}: asked to slow down; next in ${delay / 1000} s`);
      await http.sleep(Math.round(delay * (1 + http.random() / 4)), http.signal);
    }
  }
  return send();
}

function decodeAnswer<T>({ body, status, requestId }: HttpResponse, path: string, decode: (body: unknown) => T): T {
  try {
    return decode(body);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new ApiError(`${vendor} answered GET ${apiRoot}${path} with something unexpected: ${error.message}.`, {
      method: 'GET',
      path: `${apiRoot}${path}`,
      status,
      ...(requestId !== undefined && { requestId }),
      hint: 'Nothing was changed. If the API has changed, update orgwright; otherwise report this.',
      cause: error,
    });
  }
}

/** A service account (OAuth) or an API key (Digest), whichever the configuration names. */
function credentials(
  { settings, http }: ConnectionOptions,
  endpoint: string,
  allowedHosts: readonly string[],
): Authorize {
  const secret = (key: string) => (): Promise<string> => http.secret(referenceIn(settings, key));
  if (settings['clientId'] !== undefined) {
    return clientCredentials({
      vendor,
      credential: 'service account',
      tokenUrl: new URL('/api/oauth/token', endpoint).href,
      clientId: secret('clientId'),
      clientSecret: secret('clientSecret'),
      allowedHosts,
      fetch: http.fetch,
      now: http.now,
      sleep: http.sleep,
      random: http.random,
      errorText,
      ...(!http.rateLimit && { limiter: unlimited }),
    });
  }
  if (settings['publicKey'] !== undefined) {
    return digest({ credential: 'API key', username: secret('publicKey'), password: secret('privateKey') });
  }
  throw new ConfigError('A provider of type atlas has no credential.', {
    hint: 'Add clientId and clientSecret of a service account, or publicKey and privateKey of an API key.',
  });
}

function referenceIn(settings: JsonObject, key: string): JsonObject {
  const reference: Json | undefined = settings[key];
  return reference !== undefined && isJsonObject(reference) ? reference : {};
}
