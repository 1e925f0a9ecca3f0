/**
 * `--shard I/N`: each of N jobs takes its share of the organizations. An organization's shard is told by its name alone, so
 * that one that comes or goes moves no other. Indexed Jobs of Kubernetes count from 0 and say which they are.
 */
import { createHash } from 'node:crypto';
import { ConfigError } from '../errors.js';
import type { Terminal } from './terminal.js';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

const largestCount = 10_000;

/** `3/8`; or `/8`, of which JOB_COMPLETION_INDEX is the rest. */
export function parseShard(text: string, { env }: Pick<Terminal, 'env'>): Shard {
  const [, written, total] = /^(\d{0,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (written === undefined || total === undefined) {
    throw new ConfigError(`-shard takes I/N, such as 1/4, not "${text}".`, {
      hint: 'I counts from 1 to N. In an Indexed Job of Kubernetes write /N.',
    });
  }
  const index = written === '' ? jobIndex(env['JOB_COMPLETION_INDEX'], text) : Number(written);
  const count = Number(total);
  if (count < 1 || count > largestCount || index < 1 || index > count) {
    throw new ConfigError(`-shard=${text} names shard ${index} of ${count}, which there is not.`, {
      hint:
        written === ''
          ? 'N must be the `completions` of the Job: JOB_COMPLETION_INDEX counts from 0 to one less.'
          : `Shards count from 1 to N, and N is at most ${largestCount}.`,
    });
  }
  return { index, count };
}

/** Whether the shard has this organization. */
export function isInShard(organization: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(organization).digest();
  return hash.readUIntBE(0, 6) % count === index - 1;
}

function jobIndex(text: string | undefined, shard: string): number {
  if (text !== undefined && /^\d{1,6}$/.test(text)) return Number(text) + 1;
  throw new ConfigError(
    text === undefined || text === ''
      ? `-shard=${shard} leaves the shard to JOB_COMPLETION_INDEX, which is not set.`
      : `JOB_COMPLETION_INDEX is a whole number, not "${text}".`,
    { hint: 'Kubernetes sets it in a Job with `completionMode: Indexed`. Elsewhere write I/N.' },
  );
}
