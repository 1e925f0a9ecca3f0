/**
 * Whether and when a request is repeated. Pure: the clock and randomness are given in.
 *
 * | what came                  | safe | refused-only | never |
 * | -------------------------- | ---- | ------------ | ----- |
 * | 429                        | yes  | yes          | no    |
 * | 503 with Retry-After       | yes  | yes          | no    |
 * | 5xx but for 501 and 505    | yes  | no           | no    |
 * | no answer                  | yes  | no           | no    |
 * | anything else              | no   | no           | no    |
 */

/**
 * safe: repeating does no harm. refused-only: repeat only where the server said that it did nothing, since a repeat
 * could make a thing twice. never: the caller decides.
 */
export type RetryMode = 'safe' | 'refused-only' | 'never';

export type Failure =
  { readonly kind: 'status'; readonly status: number; readonly headers: Headers } | { readonly kind: 'connection' };

export interface RetryContext {
  readonly mode: RetryMode;
  /** How many attempts have been made, from 1. */
  readonly attempt: number;
  readonly random: () => number;
  readonly now: () => number;
}

/** Milliseconds to wait before the next attempt; undefined where there must be none. The caller counts attempts. */
export function retryDelay(failure: Failure, context: RetryContext): number | undefined {
  if (!mayRepeat(failure, context.mode)) return undefined;
  const asked = failure.kind === 'status' ? retryAfter(failure.headers, context.now) : undefined;
  if (asked !== undefined && asked > 0) return asked;
  // Full jitter, so that many clients which failed together do not come back together.
  return Math.round(context.random() * Math.min(maxBackoff, firstBackoff * 2 ** (context.attempt - 1)));
}

/** Retry-After in milliseconds, from seconds or an HTTP date, between 0 and two minutes; undefined where absent or unreadable. */
export function retryAfter(headers: Headers, now: () => number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : httpDate(value) - now();
  return Number.isNaN(ms) ? undefined : Math.ceil(Math.min(Math.max(ms, 0), maxRetryAfter));
}

const firstBackoff = 500;
const maxBackoff = 30_000;
const maxRetryAfter = 120_000;

/** An HTTP date begins with the name of a day; `Date.parse` alone would take almost anything, such as "-1". */
function httpDate(value: string): number {
  return /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, .* GMT$/.test(value) ? Date.parse(value) : Number.NaN;
}

function mayRepeat(failure: Failure, mode: RetryMode): boolean {
  if (mode === 'never') return false;
  if (failure.kind === 'connection') return mode === 'safe';
  const { status, headers } = failure;
  if (status === 429) return true;
  if (status === 503 && headers.has('retry-after')) return true;
  return mode === 'safe' && status >= 500 && status !== 501 && status !== 505;
}
