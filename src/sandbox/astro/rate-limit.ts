/** Requests per second a token may make, by method (product docs); the burst is one second's worth. */
const perSecond: Readonly<Record<string, number>> = { GET: 25, POST: 10, DELETE: 5 };

/** Says how many milliseconds a request comes too early; 0 lets it pass and counts it. */
export type RateLimit = (token: string, method: string) => number;

/** Token buckets per bearer token and method, on the real clock. */
export function createRateLimit(now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (token, method) => {
    const rate = perSecond[method];
    if (rate === undefined) return 0;
    const key = `${method} ${token}`;
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: rate, at };
    bucket.tokens = Math.min(rate, bucket.tokens + ((at - bucket.at) / 1000) * rate);
    bucket.at = at;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / rate) * 1000);
    bucket.tokens -= 1;
    return 0;
  };
}
