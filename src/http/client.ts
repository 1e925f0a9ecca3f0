/**
 * Sends JSON requests to one vendor: authorization, rate limit, retries, deadlines, and errors that a person can act
 * on. Knows no vendor; paths, bodies and what an answer means belong to the providers.
 */
import { type Json } from '../core/json.js';
import { type ApiError, AuthError, isOrgwrightError, SafetyError } from '../errors.js';
import { type ErrorText } from './api-error.js';
import { sendAttempt, type Attempt } from './attempt.js';
import { type Answer, type Authorize, type Authorizer, type Call } from './auth.js';
import { checkEndpoint } from './hosts.js';
import { isRead } from './is-read.js';
import { bodyOf, plainHeaders } from './request-content.js';
import { unlimited, type RateLimiter } from './rate-limit.js';
import { createRedact, type Redact } from './redact.js';
import { rememberReads } from './remember.js';
import { requestUrl } from './request-url.js';
import { decodeBody } from './response-body.js';
import { retryAfter, retryDelay, type RetryMode } from './retry.js';
import { judge, type HttpResponse } from './verdict.js';
import { vendorText } from './vendor-text.js';

export { type HttpResponse } from './verdict.js';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path plus query, appended to the base URL. */
  readonly path: string;
  readonly body?: Json;
  /** Instead of `body`: fields to send form-encoded. */
  readonly form?: Readonly<Record<string, string>>;
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
  /**
   * What was sent so far, every attempt counted, as the vendor counts. auth: requests for a token, and those that were
   * refused only for their credentials and sent again with new ones.
   */
  readonly counts: { reads: number; writes: number; auth: number };
}

export interface HttpClientOptions {
  readonly baseUrl: string;
  /** Name for messages, e.g. "Astronomer Astro". */
  readonly vendor: string;
  readonly authorize: Authorize;
  /** read: every write is refused before anything is sent. */
  readonly access: 'read' | 'write';
  /** The same read is sent once; only with `read`. */
  readonly remember?: boolean;
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
  const authorizer = authorizerOf(options.authorize);
  const counts = { reads: 0, writes: 0, auth: 0 };

  async function sendOnce(request: HttpRequest, url: URL, kind: 'reads' | 'writes', again: number): Promise<Exchange> {
    const { method, signal } = request;
    const countRequest = (): void => void (counts.auth += 1);
    const call: Call = { method, url, signal, again, countRequest };
    const headers = plainHeaders(request, options.headers);
    const before = new Headers(headers);
    // Before the limiter, so that a slow token does not let those who wait for it leave in a burst.
    await authorize(authorizer, options, headers, request, call);
    let sent: Attempt = { kind: 'interrupted' };
    let answered: ReturnType<Authorizer['answered']>;
    try {
      await limiter.acquire(method, signal);
      counts[kind] += 1;
      const init: RequestInit = { method, headers };
      const body = bodyOf(request);
      if (body !== undefined) init.body = body;
      sent = await sendAttempt(url, init, { fetch: options.fetch, timeoutMs, signal });
    } finally {
      answered = authorizer.answered(headers, answerOf(sent), call);
    }
    return { sent, answered, redact: createRedact(before, headers) };
  }

  /** Sends again as long as the credentials' scheme asks for it: such a refusal is no failed attempt. */
  async function send(request: HttpRequest, url: URL, kind: 'reads' | 'writes'): Promise<Exchange> {
    for (let again = 0; ; again += 1) {
      const exchange = await sendOnce(request, url, kind, again);
      if (exchange.answered !== 'again' || again === maxAgain) return exchange;
      counts[kind] -= 1;
      counts.auth += 1;
      request.signal?.throwIfAborted();
    }
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
        const { sent, answered, redact } = await send(request, url, reads ? 'reads' : 'writes');
        if (sent.kind === 'interrupted' && reads) signal?.throwIfAborted();
        const hint = typeof answered === 'object' ? answered.hint : undefined;
        const about = { vendor, method, path, url, attempts: attempt, redact, errorText: options.errorText, hint };
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

  const client = { request, counts };
  return options.access === 'read' && options.remember === true ? rememberReads(client) : client;
}

interface Exchange {
  readonly sent: Attempt;
  readonly answered: ReturnType<Authorizer['answered']>;
  readonly redact: Redact;
}

/** Against a scheme that never has enough; a server that renews its challenges quickly needs two or three. */
const maxAgain = 5;

function authorizerOf(given: Authorize): Authorizer {
  return typeof given === 'function' ? { authorize: given, answered: () => undefined } : given;
}

function answerOf(sent: Attempt): Answer | undefined {
  if (sent.kind !== 'answer' && sent.kind !== 'too-large') return undefined;
  const { status, headers } = sent.response;
  const body = status === 401 && sent.kind === 'answer' ? decodeBody(sent.bytes) : undefined;
  return { status, headers, body: body?.kind === 'json' ? body.value : undefined };
}

async function authorize(
  authorizer: Authorizer,
  { vendor }: HttpClientOptions,
  headers: Headers,
  { method, path }: HttpRequest,
  call: Call,
): Promise<void> {
  try {
    await authorizer.authorize(headers, call);
  } catch (error) {
    if (isOrgwrightError(error)) throw error;
    call.signal?.throwIfAborted();
    // Whatever it was, it may quote the secret that it handled.
    throw new AuthError(`Could not prepare the credentials for ${vendor}.`, {
      method,
      path,
      // What the answer would have been; without a status it would read as an answer that was lost.
      status: 401,
      hint: 'Check the secret that the provider names.',
    });
  }
}
