import { vendorText } from './vendor-text.js';

export interface NetworkReason {
  readonly reason: string;
  readonly code: string | undefined;
}

/** What is known about a failed fetch: the innermost cause that says something, since fetch itself says "fetch failed". */
export function networkReason(error: unknown): NetworkReason {
  let reason = 'the connection failed';
  let code: string | undefined;
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current.message !== '' && current.message !== 'fetch failed') reason = current.message;
    if ('code' in current && typeof current.code === 'string') code = current.code;
    // Happy eyeballs: one error per address tried; the first stands for all.
    current = current instanceof AggregateError && current.errors.length > 0 ? current.errors[0] : current.cause;
  }
  const text = vendorText(reason, 200);
  return { reason: code === undefined || text.includes(code) ? text : `${text} (${code})`, code };
}
