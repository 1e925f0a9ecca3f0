/**
 * One request and its answer, with a deadline and a size cap. Never throws: what can happen is a value, and only the
 * client decides what it means.
 */
import { abortable } from './abortable.js';
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
  // A followed redirect would carry the token to whatever host it names.
  const response = await fetch(url, { ...init, redirect: 'manual' });
  const bytes = await readBytes(response, maxBodyBytes);
  return bytes === undefined ? { kind: 'too-large', response } : { kind: 'answer', response, bytes };
}
