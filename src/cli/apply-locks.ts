/** The locks of one apply: which it needs, how long it waits, and that it gives them back. */
import { sleep } from '../http/sleep.js';
import type { ConfiguredOrganization } from './configuration.js';
import { endpointOf, type ConfiguredConnection } from './connections.js';
import { parseDuration } from './duration.js';
import { readEnvironment } from './environment.js';
import { describe, takeLocks, type LockTarget } from './lock/lock.js';
import type { Terminal } from './terminal.js';

export interface ApplyLocks {
  take(connections: readonly ConfiguredConnection[], organizations: readonly ConfiguredOrganization[]): Promise<void>;
  release(): Promise<void>;
}

export interface LockFlags {
  readonly lock: boolean;
  readonly 'lock-timeout': string;
}

export function createApplyLocks(terminal: Terminal, flags: LockFlags, tell: (line: string) => void): ApplyLocks {
  const timeout = parseDuration(flags['lock-timeout'], 'lock-timeout');
  let release = (): Promise<void> => Promise.resolve();
  return {
    take: async (connections, organizations) => {
      if (!flags.lock) return;
      const environment = readEnvironment(terminal);
      const targets = organizations.map(({ desired }): LockTarget => {
        const connection = connections.find(({ name }) => name === desired.provider);
        const endpoint = connection === undefined ? undefined : endpointOf(connection, environment);
        const { name, type, id } = desired;
        return { organization: name, type, id, endpoint: typeof endpoint === 'string' ? endpoint : undefined };
      });
      release = await takeLocks(targets, {
        env: terminal.env,
        timeout,
        command: 'orgwright apply',
        onWait: (holder) => tell(`Waiting for the lock: ${describe(holder)}.`),
        now: Date.now,
        sleep,
      });
    },
    release: () => release(),
  };
}
