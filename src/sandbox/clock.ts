import { type Store } from './store.js';

const day = 86_400_000;

/** The sandbox's time: real, or standing still at the moment a control has set (which is durable, like the world). */
export interface Clock {
  now(): number;
  /** The current moment as the vendor writes it, RFC 3339 in UTC, some days away if asked. */
  stamp(offsetDays?: number): string;
}

/** Moments some days away from a fixed one. */
export const stampFrom =
  (now: number) =>
  (offsetDays = 0): string =>
    new Date(now + offsetDays * day).toISOString();

/** Reads the set moment from the store each time; rate limits never use this clock, or a still one would never refill. */
export function createClock(store: Store, realNow: () => number): Clock {
  const now = (): number => {
    const set = store.setting('clock');
    return typeof set === 'number' ? set : realNow();
  };
  return { now, stamp: (offsetDays) => stampFrom(now())(offsetDays) };
}
