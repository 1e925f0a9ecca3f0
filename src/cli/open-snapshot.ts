/** A snapshot in the place of the network and of every credential, for the configuration that is to be planned. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { ConfigError } from '../errors.js';
import { createNaming, pseudonymize } from '../snapshot/pseudonyms.js';
import { createReplay } from '../snapshot/replay.js';
import { decodeSnapshot, type Snapshot } from '../snapshot/snapshot.js';
import type { Configuration, ConfiguredOrganization } from './configuration.js';
import type { Transport } from './connections.js';
import { readPlanKey } from './environment.js';
import { count } from './render/count.js';
import { snapshotKey } from './snapshot-key.js';
import type { Terminal } from './terminal.js';

export interface OpenedSnapshot {
  /** The plan's clock, unless another is asked for. */
  readonly takenAt: string;
  readonly transport: Transport;
  /** When everything was read: its age, and what it does not hold. */
  diagnostics(organizations: readonly ConfiguredOrganization[]): readonly Diagnostic[];
}

export async function openSnapshot(
  path: string,
  terminal: Terminal,
  { loaded }: Configuration,
): Promise<OpenedSnapshot> {
  const text = await readFile(resolve(terminal.cwd, path), 'utf8').catch((cause: unknown) => {
    throw new ConfigError(`Cannot read the snapshot ${path}.`, { hint: 'Check the path.', cause });
  });
  const snapshot = decodeSnapshot(text, path, readPlanKey(terminal));
  const key = keyOf(snapshot, terminal);
  const replay = createReplay(
    snapshot.exchanges,
    key === undefined
      ? { anonymous: (plain) => plain, named: (plain) => plain }
      : {
          anonymous: (plain) => pseudonymize(plain, key),
          named: createNaming(JSON.stringify(loaded.document ?? {}), key),
        },
  );
  return {
    takenAt: snapshot.takenAt,
    transport: { fetch: (connection) => replay.fetch(connection), isOffline: true },
    diagnostics: (organizations) => [
      ageOf(snapshot, path, Date.now()),
      ...organizations.flatMap((organization) => absent(snapshot, path, organization)),
      ...[...replay.missing].map(([connection, requests]) => unanswered(path, connection, requests)),
    ],
  };
}

function keyOf({ pseudonyms }: Snapshot, terminal: Terminal): string | undefined {
  if (pseudonyms === undefined) return undefined;
  if ('salt' in pseudonyms) return pseudonyms.salt;
  const key = snapshotKey(terminal);
  if (key !== undefined) return key;
  throw new ConfigError('The people in the snapshot have pseudonyms, and the key to them is not here.', {
    hint: 'Set ORGWRIGHT_SNAPSHOT_KEY to what it was when the snapshot was taken.',
  });
}

const hour = 3_600_000;

function ageOf({ takenAt }: Snapshot, path: string, now: number): Diagnostic {
  const hours = Math.floor((now - Date.parse(takenAt)) / hour);
  const isOld = hours >= 24;
  const age =
    hours < 1 ? 'less than an hour' : hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
  return {
    severity: 'warning',
    code: isOld ? 'snapshot-old' : 'snapshot',
    summary: `This plan is made from the snapshot ${path} of ${takenAt}, which is ${age} old.`,
    hint: isOld
      ? 'Take a new snapshot: much may have changed since.'
      : 'What has changed since then is not in it; a plan with the credential shows it.',
  };
}

function absent(
  { organizations }: Snapshot,
  path: string,
  { desired: { name, type, id, source } }: ConfiguredOrganization,
): readonly Diagnostic[] {
  if (organizations.some((each) => each.name === name && each.type === type && each.id === id)) return [];
  return [
    {
      severity: 'error',
      code: 'not-in-snapshot',
      summary: `The snapshot ${path} does not hold the organization ${name}.`,
      hint: `It holds ${organizations.map((each) => each.name).join(', ') || 'none'}. Plan with -org, or take the snapshot with a configuration that has ${name}.`,
      address: name,
      ...(source !== undefined && { source }),
    },
  ];
}

function unanswered(path: string, connection: string, requests: ReadonlySet<string>): Diagnostic {
  const shown = [...requests].slice(0, 5);
  return {
    severity: 'error',
    code: 'not-in-snapshot',
    summary: `The snapshot ${path} does not hold all that this configuration needs to know by way of ${connection}.`,
    detail: `It has no answer to ${shown.join(', ')}${requests.size > shown.length ? ` and ${requests.size - shown.length} more` : ''}.`,
    hint: 'Take a new snapshot with this configuration, or plan with the credential.',
  };
}
