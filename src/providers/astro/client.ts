/** Astro's HTTP client: hosts, headers, rate limits, error texts; and pages of lists. */
import { DecodeError, fieldsOf, optionalTextAt } from '../../core/decode.js';
import { isJsonObject } from '../../core/json.js';
import type { ConnectionOptions } from '../../core/provider.js';
import { ApiError } from '../../errors.js';
import { bearer } from '../../http/auth.js';
import { createHttpClient, type HttpClient } from '../../http/client.js';
import { checkEndpoint } from '../../http/hosts.js';
import { readOffsetPages } from '../../http/paginate.js';
import { createRateLimiter, unlimited } from '../../http/rate-limit.js';
import { bypassKeyFromWire, pageFromWire, type WireBypassKey } from './wire.js';

const vendorHosts = ['api.astronomer.io'];
const defaultEndpoint = 'https://api.astronomer.io';

/** Requests per second and token (API documentation, "Rate limits"). */
export const ratePerSecond = { GET: 25, POST: 10, DELETE: 5 } as const;

/** The most that a page holds on users, teams, tokens, organizations and workspaces (IAM v1beta1). */
export const pageSize = 1000;

export function createAstroClient({ settings, access, http }: ConnectionOptions): HttpClient {
  const configured = settings['endpoint'];
  const endpoint = http.endpoint ?? (typeof configured === 'string' ? configured : defaultEndpoint);
  checkEndpoint(endpoint, { vendorHosts, extraHosts: http.allowedHosts });
  const reference = settings['token'];
  return createHttpClient({
    baseUrl: endpoint,
    vendor: 'Astronomer Astro',
    authorize: bearer(() => http.secret(reference !== undefined && isJsonObject(reference) ? reference : {})),
    access,
    remember: http.remember === true,
    fetch: http.fetch,
    limiter: http.rateLimit
      ? createRateLimiter({ perSecond: ratePerSecond, now: http.now, sleep: http.sleep })
      : unlimited,
    // The vendor's own clients identify themselves so; it shows in the audit log.
    headers: { 'x-astro-client-identifier': 'orgwright', 'x-astro-client-version': http.clientVersion },
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

function errorText(body: unknown): { message?: string; requestId?: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const fields = fieldsOf(body);
  const message = typeof fields['message'] === 'string' ? fields['message'] : undefined;
  const fieldErrors = Array.isArray(fields['fieldErrors']) ? fields['fieldErrors'] : [];
  const details = fieldErrors.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { field, message: text } = item as { field?: unknown; message?: unknown };
    return typeof text === 'string' ? [typeof field === 'string' ? `${field}: ${text}` : text] : [];
  });
  const requestId = typeof fields['requestId'] === 'string' ? optionalTextAt(fields, 'requestId') : undefined;
  return {
    ...(message !== undefined && { message: [message, ...details].join('; ') }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** All pages of a list, in the stable order that `query` must ask for (`sorts=...`): without one, rows may be missed. */
export async function readList<T>(
  client: HttpClient,
  path: string,
  options: {
    readonly query: string;
    readonly key: string;
    readonly what: string;
    readonly decode: (item: unknown) => T;
  },
): Promise<readonly T[]> {
  return readOffsetPages(
    async (offset, limit) =>
      decoded(client, `${path}?limit=${limit}&offset=${offset}&${options.query}`, (body) =>
        pageFromWire(body, options.key, options.decode),
      ),
    pageSize,
    { what: options.what },
  );
}

export async function decoded<T>(client: HttpClient, path: string, decode: (body: unknown) => T): Promise<T> {
  const { body, status, requestId } = await client.request({ method: 'GET', path });
  return decodeBody(body, decode, { path, status, requestId });
}

export function decodeBody<T>(
  body: unknown,
  decode: (body: unknown) => T,
  about: { readonly path: string; readonly status: number; readonly requestId: string | undefined },
): T {
  try {
    return decode(body);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new ApiError(`Astronomer Astro answered GET ${about.path} with something unexpected: ${error.message}.`, {
      method: 'GET',
      path: about.path,
      status: about.status,
      ...(about.requestId !== undefined && { requestId: about.requestId }),
      hint: 'Nothing was changed. If the API has changed, update orgwright; otherwise report this.',
      cause: error,
    });
  }
}

/** After a deletion the answer may be 404. */
export async function readBypassKey(client: HttpClient, organizationId: string): Promise<WireBypassKey> {
  const path = `/v1alpha1/organizations/${encodeURIComponent(organizationId)}/sso-bypass-key`;
  const { body, status, requestId } = await client.request({ method: 'GET', path, accept: [404] });
  if (status === 404) return { key: undefined, updatedAt: undefined };
  return decodeBody(body, bypassKeyFromWire, { path, status, requestId });
}
