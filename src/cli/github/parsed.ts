import type { Json } from '../../core/json.js';

/** What a run printed as JSON; undefined where it ended before it had anything to print. */
export function parsed(stdout: string): Json | undefined {
  try {
    return JSON.parse(stdout) as Json;
  } catch {
    return undefined;
  }
}
