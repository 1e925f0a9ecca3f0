import { ClassicLevel } from 'classic-level';

/** A change to one stored key; without a value the key goes. */
export type DiskChange = readonly [key: string, value: string | undefined];

/** Durable storage under the store: everything at the start, then one synced batch per write. */
export interface Disk {
  load(): AsyncIterable<[string, string]>;
  write(changes: readonly DiskChange[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens (or makes) the database in a directory; one process at a time may have it. */
export async function openDisk(directory: string): Promise<Disk> {
  const level = new ClassicLevel<string, string>(directory);
  try {
    await level.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const known = cause instanceof Error ? cause.message : String(error);
    const why = code === 'LEVEL_LOCKED' ? 'another process is using it' : known;
    const message = `The sandbox cannot open its data directory ${directory}: ${why}.`;
    throw Object.assign(new Error(message, { cause: error }), { code });
  }
  return {
    load: () => level.iterator(),
    write: (changes) =>
      level.batch(
        changes.map(([key, value]) =>
          value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
        ),
        // Synced: an answered write is still there after the process is killed.
        { sync: true },
      ),
    close: () => level.close(),
  };
}
