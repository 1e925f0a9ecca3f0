/**
 * One request and its answer, with a deadline and a size cap. Never throws: what can happen is a value, and only the
 * client decides what it means.
 */
import { abortable } from './abortable.js';
import { isRead } from './is-read.js';
import { networkReason } from './network-reason.js';
import { maxBodyBytes, readBytes } from './response-body.js';
import { sleep } from './sleep.js';

export type Attempt =
  | { readonly kind: 'answer'; readonly response: Response; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly response: Response }
  /** No complete answer. `code` is the network library's, such as ECONNRESET; TIMEOUT is ours. */
  | { readonly kind: 'lost'; readonly reason: string; readonly code: string | undefined }
  /** The caller's signal ended it while it was under way. */
  | { readonly kind: 'interrupted' };

export interface AttemptOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

export async function sendAttempt(url: URL, init: RequestInit, options: AttemptOptions): Promise<Attempt> {
  const ending = new AbortController();
  const finished = new AbortController();
  const interrupt = (): void => ending.abort();
  options.signal?.addEventListener('abort', interrupt, { once: true });
  if (options.signal?.aborted === true) interrupt();
  let timedOut = false;
  sleep(options.timeoutMs, finished.signal).then(
    () => {
      timedOut = true;
      ending.abort();
    },
    () => undefined,
  );
  try {
    // Raced as well as passed on, because an injected fetch may not watch the signal.
    return await abortable(exchange(url, { ...init, signal: ending.signal }, options), ending.signal);
  } catch (error) {
    if (timedOut) return { kind: 'lost', reason: `no answer within ${options.timeoutMs / 1000} s`, code: 'TIMEOUT' };
    if (options.signal?.aborted === true) return { kind: 'interrupted' };
    return { kind: 'lost', ...networkReason(error) };
  } finally {
    finished.abort();
    options.signal?.removeEventListener('abort', interrupt);
  }
}

async function exchange(url: URL, init: RequestInit, { fetch }: AttemptOptions): Promise<Attempt> {
  let target = url;
  for (let hops = 0; ; hops += 1) {
    // Not followed by itself: it would carry the token to whatever host it names.
    const response = await fetch(target, { ...init, redirect: 'manual' });
    const next = hops < maxRedirects ? redirectTarget(response, target, init.method ?? 'GET') : undefined;
    if (next !== undefined) {
      await response.body?.cancel();
      target = next;
      continue;
    }
    const bytes = await readBytes(response, maxBodyBytes);
    return bytes === undefined ? { kind: 'too-large', response } : { kind: 'answer', response, bytes };
  }
}

const maxRedirects = 5;

/**
 * Where 307 and 308 send the same request again (RFC 9110, section 15.4.8), as long as it stays on the same host and
 * what only reads goes on doing so.
 */
function redirectTarget({ status, headers }: Response, from: URL, method: string): URL | undefined {
  const location = headers.get('location');
  if ((status !== 307 && status !== 308) || location === null || !URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from);
  const stays = target.origin === from.origin && target.username === '' && target.password === '';
  return stays && isRead(method, target) === isRead(method, from) ? target : undefined;
}
