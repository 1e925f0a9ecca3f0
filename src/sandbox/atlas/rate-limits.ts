import { AtlasError } from './api-error.js';
import { endpointSets, refillSeconds, type EndpointSet } from './endpoint-sets.js';

/** The counters of all limits, on the real clock. */
export interface RateLimits {
  /** Takes one token and says what the headers say; throws the 429 when there is none. */
  take(set: EndpointSet, owner: string, path: string): Record<string, string>;
  /** Counts something that may happen so often a minute; false: too often. A limit of 0 is none. */
  count(what: string, owner: string, perMinute: number): boolean;
}

/** Buckets that are filled in one go each minute (whether that is done little by little at the vendor nobody says). */
export function createRateLimits(realNow: () => number): RateLimits {
  const buckets = new Map<string, { tokens: number; filledAt: number }>();
  const windows = new Map<string, { since: number; seen: number }>();
  const period = refillSeconds * 1000;
  return {
    take(set, owner, path) {
      const { capacity, refillRate } = endpointSets[set];
      const at = realNow();
      const key = `${set} ${owner}`;
      const bucket = buckets.get(key) ?? { tokens: capacity, filledAt: at };
      buckets.set(key, bucket);
      const fills = Math.floor((at - bucket.filledAt) / period);
      bucket.tokens = Math.min(capacity, bucket.tokens + fills * refillRate);
      bucket.filledAt += fills * period;
      const headers = {
        'RateLimit-Limit': String(capacity),
        'RateLimit-Remaining': String(Math.max(0, bucket.tokens - 1)),
      };
      if (bucket.tokens < 1) {
        const wait = Math.max(1, Math.ceil((bucket.filledAt + period - at) / 1000));
        throw new AtlasError(429, 'RATE_LIMITED_TOKEN_BUCKET', `Too many requests to ${path}.`, {
          parameters: [path, wait, capacity, refillRate, refillSeconds],
          headers: { ...headers, 'Retry-After': String(wait) },
        });
      }
      bucket.tokens -= 1;
      return headers;
    },
    count(what, owner, perMinute) {
      const at = realNow();
      const key = `${what} ${owner}`;
      const known = windows.get(key);
      const window = known !== undefined && at - known.since < period ? known : { since: at, seen: 0 };
      windows.set(key, window);
      window.seen += 1;
      return perMinute === 0 || window.seen <= perMinute;
    },
  };
}

/** No limits: the headers speak of full buckets. */
export const unlimited: RateLimits = {
  take: (set) => {
    const capacity = String(endpointSets[set].capacity);
    return { 'RateLimit-Limit': capacity, 'RateLimit-Remaining': capacity };
  },
  count: () => true,
};
