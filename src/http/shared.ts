import { abortable } from './abortable.js';

/**
 * One run of `work` at a time, however many ask: who comes while it runs waits for the same outcome. Who gives up
 * leaves the others to it; when nobody waits any more, the signal that the work was given aborts.
 */
export function createShared<T, C>(
  work: (signal: AbortSignal, firstCaller: C) => Promise<T>,
): (caller: C, signal?: AbortSignal) => Promise<T> {
  let running: Run<T> | undefined;

  function start(caller: C): Run<T> {
    const abort = new AbortController();
    const run: Run<T> = { waiting: 0, abort, outcome: work(abort.signal, caller).finally(() => forget(run)) };
    running = run;
    return run;
  }

  function forget(run: Run<T>): void {
    if (running === run) running = undefined;
  }

  return async (caller, signal) => {
    signal?.throwIfAborted();
    const run = running ?? start(caller);
    run.waiting += 1;
    try {
      return await abortable(run.outcome, signal);
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0) {
        forget(run);
        run.abort.abort();
      }
    }
  };
}

interface Run<T> {
  waiting: number;
  readonly abort: AbortController;
  readonly outcome: Promise<T>;
}
