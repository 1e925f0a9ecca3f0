/**
 * `--shard I/N`: each of N jobs takes its share of the organizations. An organization's shard is told by its name alone, so
 * that one that comes or goes moves no other. Where one depends on what another holds, such as an identity provider that
 * several organizations of Atlas share, they go where the holder goes: only planned together do they know what becomes of
 * it. Indexed Jobs of Kubernetes count from 0 and say which they are.
 */
import { createHash } from 'node:crypto';
import { parseAddress } from '../core/address.js';
import { compareText } from '../core/json.js';
import type { DesiredOrganization } from '../core/resource.js';
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

/** Those that the shard has, of all that are configured. */
export function inShard<T extends { readonly desired: ShardedOrganization }>(
  organizations: readonly T[],
  shard: Shard,
): readonly T[] {
  const leaders = leadersOf(organizations.map(({ desired }) => desired));
  return organizations.filter(({ desired: { name } }) => isInShard(leaders.get(name) ?? name, shard));
}

export type ShardedOrganization = Pick<DesiredOrganization, 'name'> & {
  readonly resources: readonly Pick<DesiredOrganization['resources'][number], 'dependsOn'>[];
};

/** Whether the shard has the organizations that go by this name. */
export function isInShard(organization: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(organization).digest();
  return hash.readUIntBE(0, 6) % count === index - 1;
}

/**
 * By organization, whose name tells the shard: the first by name of the holders that it is connected with, over any number
 * of steps. One more that depends on a holder moves nobody.
 */
function leadersOf(organizations: readonly ShardedOrganization[]): ReadonlyMap<string, string> {
  const configured = new Set(organizations.map(({ name }) => name));
  const neighbours = new Map<string, Set<string>>(organizations.map(({ name }) => [name, new Set()]));
  const holders = new Set<string>();
  for (const { name, resources } of organizations) {
    for (const holder of resources.flatMap(({ dependsOn }) =>
      dependsOn.map((each) => parseAddress(each)?.organization),
    )) {
      if (holder === undefined || holder === name || !configured.has(holder)) continue;
      holders.add(holder);
      neighbours.get(name)?.add(holder);
      neighbours.get(holder)?.add(name);
    }
  }
  const leaders = new Map<string, string>();
  for (const leader of [...holders].sort(compareText)) {
    const waiting = [leader];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (leaders.has(name)) continue;
      leaders.set(name, leader);
      waiting.push(...(neighbours.get(name) ?? []));
    }
  }
  return leaders;
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
