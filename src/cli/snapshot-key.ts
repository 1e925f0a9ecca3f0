import { ConfigError } from '../errors.js';
import type { Terminal } from './terminal.js';

const shortest = 16;

/** What pseudonyms are made with; undefined where it is not given. */
export function snapshotKey({ env }: Terminal): string | undefined {
  const key = env['ORGWRIGHT_SNAPSHOT_KEY'];
  if (key === undefined || key === '') return undefined;
  if (key.length >= shortest) return key;
  throw new ConfigError(`ORGWRIGHT_SNAPSHOT_KEY is too short: it needs at least ${shortest} characters.`, {
    hint: 'Make one with `openssl rand -hex 32`.',
  });
}
