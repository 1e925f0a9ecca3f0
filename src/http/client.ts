/**
 * Sends JSON requests to one vendor: authorization, rate limit, retries, deadlines, and errors that a person can act
 * on. Knows no vendor; paths, bodies and what an answer means belong to the providers.
 */
import { type Json } from '../core/json.js';
import { type ApiError, AuthError, isOrgwrightError, InternalError, SafetyError } from '../errors.js';
import { type ErrorText } from './api-error.js';
import { sendAttempt, type Attempt } from './attempt.js';
import { type Authorize } from './auth.js';
import { checkEndpoint } from './hosts.js';
import { isRead } from './is-read.js';
import { unlimited, type RateLimiter } from './rate-limit.js';
import { createRedact, type Redact } from './redact.js';
import { requestUrl } from './request-url.js';
import { retryAfter, retryDelay, type RetryMode } from './retry.js';
import { judge, type HttpResponse } from './verdict.js';
import { vendorText } from './vendor-text.js';

export { type HttpResponse } from './verdict.js';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path plus query, appended to the base URL. */
  readonly path: string;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: safe for reads, PUT and DELETE; refused-only otherwise. */
  readonly retry?: RetryMode;
  /** Statuses besides 2xx that are returned rather than thrown, e.g. [404]. */
  readonly accept?: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

export interface HttpClient {
  /**
   * Throws ApiError, AuthError or ConnectionError. When the signal aborts it throws the signal's reason, except for a
   * write that was already sent: that throws what is known of it, a ConnectionError where its outcome is unknown.
   */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** What was sent so far, every attempt counted, as the vendor counts. */
  readonly counts: { reads: number; writes: number };
}

export interface HttpClientOptions {
  readonly baseUrl: string;
  /** Name for messages, e.g. "Astronomer Astro". */
  readonly vendor: string;
  readonly authorize: Authorize;
  /** read: every write is refused before anything is sent. */
  readonly access: 'read' | 'write';
  readonly fetch: typeof globalThis.fetch;
  readonly limiter?: RateLimiter;
  readonly headers?: Readonly<Record<string, string>>;
  /** Hosts besides loopback that the base URL may name: `host` or `host:port`. */
  readonly allowedHosts: readonly string[];
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly timeoutMs?: number;
  readonly maxAttempts?: number;
  readonly onRetry?: (event: RetryEvent) => void;
  readonly errorText?: ErrorText;
}

export interface RetryEvent {
  readonly method: string;
  readonly path: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly delayMs: number;
  readonly why: string;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const base = checkEndpoint(options.baseUrl, { vendorHosts: [], extraHosts: options.allowedHosts });
  const { vendor, limiter = unlimited, timeoutMs = 60_000, maxAttempts = 5, random, now } = options;
  const counts = { reads: 0, writes: 0 };

  async function sendOnce(request: HttpRequest, url: URL, reads: boolean): Promise<{ sent: Attempt; redact: Redact }> {
    const headers = plainHeaders(options, request);
    const before = new Headers(headers);
    // Before the limiter, so that a slow token does not let those who wait for it leave in a burst.
    await authorize(options, request, headers);
    const redact = createRedact(before, headers);
    await limiter.acquire(request.method, request.signal);
    counts[reads ? 'reads' : 'writes'] += 1;
    const init: RequestInit = { method: request.method, headers };
    if (request.body !== undefined) init.body = JSON.stringify(request.body);
    const { fetch } = options;
    return { sent: await sendAttempt(url, init, { fetch, timeoutMs, signal: request.signal }), redact };
  }

  async function request(request: HttpRequest): Promise<HttpResponse> {
    const { method, signal } = request;
    const url = requestUrl(base, request.path);
    const path = vendorText(request.path, 300);
    const reads = isRead(method, url);
    if (!reads && options.access === 'read') {
      throw new SafetyError(`Refused to send ${method} ${path} to ${vendor}: this command only reads.`);
    }
    const mode = request.retry ?? (reads || method === 'PUT' || method === 'DELETE' ? 'safe' : 'refused-only');
    let last: ApiError | undefined;
    try {
      for (let attempt = 1; ; attempt += 1) {
        signal?.throwIfAborted();
        const { sent, redact } = await sendOnce(request, url, reads);
        if (sent.kind === 'interrupted' && reads) signal?.throwIfAborted();
        const about = { vendor, method, path, url, attempts: attempt, redact, errorText: options.errorText };
        const verdict = judge(sent, request.accept ?? [], about);
        if (verdict.kind === 'response') return verdict.response;
        last = verdict.error;
        if (verdict.kind === 'fatal') throw last;
        const { failure, why } = verdict;
        if (failure.kind === 'status' && failure.status === 429) limiter.pause(retryAfter(failure.headers, now) ?? 0);
        const delayMs = attempt < maxAttempts ? retryDelay(failure, { mode, attempt, random, now }) : undefined;
        if (delayMs === undefined) throw last;
        options.onRetry?.({ method, path, attempt, delayMs, why });
        await options.sleep(delayMs, signal);
      }
    } catch (error) {
      // Once a write was sent, what became of it matters more than that someone stopped waiting.
      throw last !== undefined && !reads && signal?.aborted === true ? last : error;
    }
  }

  return { request, counts };
}

function plainHeaders(options: HttpClientOptions, request: HttpRequest): Headers {
  try {
    const headers = new Headers({ accept: 'application/json', 'user-agent': 'orgwright' });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    const given = { ...options.headers, ...request.headers };
    for (const [name, value] of Object.entries(given)) headers.set(name, value);
    return headers;
  } catch {
    // The platform's error quotes the value, so it is not kept.
    throw new InternalError(`A header for ${request.method} ${vendorText(request.path, 300)} is not valid.`);
  }
}

async function authorize(options: HttpClientOptions, { method, path }: HttpRequest, headers: Headers): Promise<void> {
  try {
    await options.authorize(headers);
  } catch (error) {
    if (isOrgwrightError(error)) throw error;
    // Whatever it was, it may quote the secret that it handled.
    throw new AuthError(`Could not prepare the credentials for ${options.vendor}.`, {
      method,
      path,
      hint: 'Check the secret that the provider names.',
    });
  }
}
