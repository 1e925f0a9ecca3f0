import { setTimeout as delay } from 'node:timers/promises';

/** The one real timer. Everything that waits takes a function of this shape, so that tests wait for nothing. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    // Reject with the caller's own reason rather than with Node's generic AbortError.
    signal?.throwIfAborted();
    throw error;
  }
}
