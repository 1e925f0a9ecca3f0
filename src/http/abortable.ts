/**
 * The same promise, given up (with the signal's reason) as soon as the signal aborts.
 * For work that does not watch the signal itself; its later outcome is dropped.
 */
export async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    onAbort = () => resolve(undefined);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    const first = await Promise.race([work.then((value) => ({ value })), aborted]);
    if (first !== undefined) return first.value;
    signal.throwIfAborted();
    return await work;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
