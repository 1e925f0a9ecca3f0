/** Keeps a vendor's rate limits instead of running into them. */
import { InternalError } from '../errors.js';
import { abortable } from './abortable.js';

export interface RateLimiter {
  /** Resolves when a request with this method may be sent; first come, first served. */
  acquire(method: string, signal?: AbortSignal): Promise<void>;
  /** After a 429 with Retry-After: nobody sends before then, whatever the method. */
  pause(ms: number): void;
}

export interface RateLimiterOptions {
  /** Requests per second by method; a method that is not named has no limit of its own. */
  readonly perSecond: Readonly<Record<string, number>>;
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Spaces requests of a method evenly, 1/rate apart, with no bursts: a vendor's bucket may be smaller than we think.
 * Limits are per token, so everything that uses one token shares one limiter.
 */
export function createRateLimiter({ perSecond, now, sleep }: RateLimiterOptions): RateLimiter {
  const lanes = new Map<string, Lane>();
  return createLimiter(now, sleep, (method) => {
    const known = lanes.get(method);
    if (known !== undefined) return known;
    const rate = perSecond[method] ?? Number.POSITIVE_INFINITY;
    if (!(rate > 0)) throw new InternalError(`The rate limit for ${method} must be above zero.`);
    const lane = createLane((lastAt) => lastAt + 1000 / rate);
    lanes.set(method, lane);
    return lane;
  });
}

export interface WindowLimiterOptions {
  /** How many requests, whatever their method, in any stretch of `windowMs`. */
  readonly limit: number;
  readonly windowMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** For the few requests of a small limit, such as those for tokens: as fast as they come until the window is full. */
export function createWindowLimiter({ limit, windowMs, now, sleep }: WindowLimiterOptions): RateLimiter {
  const taken: number[] = [];
  const lane = createLane((lastAt) => {
    taken.push(lastAt);
    return taken.length < limit ? lastAt : (taken.shift() ?? lastAt) + windowMs;
  });
  return createLimiter(now, sleep, () => lane);
}

function createLimiter(
  now: RateLimiterOptions['now'],
  sleep: RateLimiterOptions['sleep'],
  laneOf: (method: string) => Lane,
): RateLimiter {
  let pausedUntil = Number.NEGATIVE_INFINITY;

  async function waitForSlot(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
    // A loop, because a pause may arrive during the wait and timers may fire a little early.
    for (;;) {
      signal?.throwIfAborted();
      const wait = Math.max(lane.nextAt, pausedUntil) - now();
      if (wait <= 0) break;
      await sleep(Math.ceil(wait), signal);
    }
    lane.nextAt = lane.after(now());
  }

  return {
    async acquire(method, signal) {
      const lane = laneOf(method);
      const turn = lane.tail.then(() => waitForSlot(lane, signal));
      lane.tail = turn.catch(() => undefined);
      return abortable(turn, signal);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
}

/** For loopback: sends at once. */
export const unlimited: RateLimiter = {
  async acquire(_method, signal) {
    signal?.throwIfAborted();
  },
  pause() {},
};

interface Lane {
  /** Called once for each request, with its time; when the next may be sent. */
  readonly after: (lastAt: number) => number;
  nextAt: number;
  /** Settles when the last in line has its slot or has given up. */
  tail: Promise<void>;
}

function createLane(after: Lane['after']): Lane {
  return { after, nextAt: Number.NEGATIVE_INFINITY, tail: Promise.resolve() };
}
