/** The HTTP client of one SCIM service: hosts, bearer token, media type, error texts, what the service can do, ETags. */
import { DecodeError } from '../../core/decode.js';
import { isJsonObject } from '../../core/json.js';
import type { ConnectionOptions } from '../../core/provider.js';
import { ApiError, ConfigError, isApiError } from '../../errors.js';
import { bearer } from '../../http/auth.js';
import { createHttpClient, type HttpClient, type HttpRequest, type HttpResponse } from '../../http/client.js';
import { createGate } from '../../http/gate.js';
import { checkEndpoint } from '../../http/hosts.js';
import { createRateLimiter, unlimited } from '../../http/rate-limit.js';
import { assumedService, serviceFromWire, type ScimService } from './capabilities.js';
import { rememberEtags } from './etags.js';
import { errorText } from './refusal.js';
import { schemasFromWire, type SchemaAttributes } from './schemas.js';

/** Astro's endpoint for identity providers is on its API's host; other services' hosts are named in the environment. */
const vendorHosts = ['api.astronomer.io'];

/** Requests under way at once: what identity providers send to a service, and services are built for. */
const concurrency = 8;

export interface ScimClient {
  readonly counts: HttpClient['counts'];
  /** For messages. */
  readonly vendor: string;
  /** The path of the base URL, without a slash at its end. */
  readonly basePath: string;
  /** By path from the root of the host: of everything that was read or written, as far as the service versions it. */
  readonly etags: Map<string, string>;
  /** Asked for once. */
  capabilities(): Promise<ScimService>;
  /** From now on the service counts as one that cannot filter, whatever it said. */
  withoutFilter(): void;
  /** `path` from the root of the host, as operations have it. */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** `path` below the base URL, as in the other two. */
  get<T>(path: string, decode: (body: unknown) => T): Promise<T>;
  /** A GET whose refusals with these statuses are answers. */
  ask(path: string, accept: readonly number[]): Promise<HttpResponse>;
  /** The attributes that the service's schemas list, by the schema's id; undefined where it shows none. Asked for once. */
  schemas(): Promise<SchemaAttributes | undefined>;
}

export function createScimClient(options: ConnectionOptions): ScimClient {
  const base = baseOf(options);
  const basePath = base.pathname.replace(/\/+$/, '');
  const vendor = `SCIM service ${base.host}`;
  const etags = new Map<string, string>();
  const client = httpClient(options, base.origin, vendor);
  const gate = createGate(concurrency);
  let service: Promise<ScimService> | undefined;
  let schemas: Promise<SchemaAttributes | undefined> | undefined;
  let known: ScimService = assumedService;
  let canFilter = true;

  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    const headers = {
      accept: 'application/scim+json, application/json',
      ...(request.body !== undefined && { 'content-type': 'application/scim+json' }),
      ...request.headers,
    };
    const response = await gate(() => client.request({ ...request, headers }));
    if (known.etag) rememberEtags(etags, request, response);
    return response;
  };
  const ask: ScimClient['ask'] = (path, accept) => send({ method: 'GET', path: `${basePath}${path}`, accept });
  const get: ScimClient['get'] = async (path, decode) =>
    decodeAnswer(vendor, `${basePath}${path}`, await ask(path, []), decode);

  return {
    counts: client.counts,
    vendor,
    basePath,
    etags,
    capabilities: async () => {
      service ??= optional(() => get('/ServiceProviderConfig', serviceFromWire), assumedService);
      try {
        known = await service;
      } catch (error) {
        service = undefined;
        throw error;
      }
      return canFilter ? known : { ...known, filter: false };
    },
    withoutFilter: () => void (canFilter = false),
    send,
    get,
    ask,
    schemas: () => (schemas ??= optional(() => get('/Schemas', schemasFromWire), undefined)),
  };
}

/**
 * Discovery helps but is not needed: some services protect it otherwise than the rest, and some have none. Only what
 * would stop the rest as well stops the run.
 */
async function optional<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isApiError(error) || error.status === undefined || error.status === 429) throw error;
    return otherwise;
  }
}

function baseOf({ settings, http }: ConnectionOptions): URL {
  const configured = http.endpoint ?? settings['baseUrl'];
  if (typeof configured !== 'string' || configured === '') {
    throw new ConfigError('A provider of type scim has no baseUrl.', {
      hint: 'Add the base URL of the SCIM service, such as baseUrl: https://scim.example.com/v2.',
    });
  }
  return checkEndpoint(configured, { vendorHosts, extraHosts: http.allowedHosts });
}

function httpClient({ settings, access, http }: ConnectionOptions, baseUrl: string, vendor: string): HttpClient {
  const reference = settings['token'];
  return createHttpClient({
    baseUrl,
    vendor,
    authorize: bearer(() => http.secret(isJsonObject(reference) ? reference : {})),
    access,
    remember: http.remember === true,
    fetch: http.fetch,
    // What a service allows is not known beforehand; what matters is that a 429 makes everybody wait.
    limiter: http.rateLimit ? createRateLimiter({ perSecond: {}, now: http.now, sleep: http.sleep }) : unlimited,
    headers: { 'user-agent': `orgwright/${http.clientVersion}` },
    allowedHosts: [...vendorHosts, ...http.allowedHosts],
    now: http.now,
    sleep: http.sleep,
    random: http.random,
    onRetry: ({ method, path, attempt, delayMs, why }) =>
      http.onRetry?.(
        `${method} ${path}: ${why}; attempt ${attempt} failed, next in ${Math.ceil(delayMs / 100) / 10} s`,
      ),
    errorText,
  });
}

/** `path` from the root of the host. What does not decode is an error that names where it came from. */
export function decodeAnswer<T>(
  vendor: string,
  path: string,
  { body, status, requestId }: HttpResponse,
  decode: (body: unknown) => T,
): T {
  try {
    return decode(body);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new ApiError(`${vendor} answered GET ${path} with something unexpected: ${error.message}.`, {
      method: 'GET',
      path,
      status,
      ...(requestId !== undefined && { requestId }),
      hint: 'Nothing was changed. Check the base URL of the connection; if it is right, the service does not keep to SCIM here.',
      cause: error,
    });
  }
}
