/** Reads what plans of this configuration need, and what those of a changed one may, and keeps it as a snapshot. */
import { randomBytes } from 'node:crypto';
import { isError, type Diagnostic } from '../core/diagnostics.js';
import type { PlanOptions } from '../core/provider.js';
import { isOrgwrightError } from '../errors.js';
import { readEverything } from '../import/read-everything.js';
import { pseudonymize } from '../snapshot/pseudonyms.js';
import type { Exchange } from '../snapshot/exchange.js';
import { createRecording } from '../snapshot/record.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { withoutSecrets } from '../snapshot/without-secrets.js';
import type { Configuration, ConfiguredOrganization } from './configuration.js';
import { openConnections, type Connections } from './connections.js';
import { packageVersion } from './package-root.js';
import { readOrganization } from './planning.js';
import { readOrganizations } from './read-organizations.js';
import { snapshotKey } from './snapshot-key.js';
import type { Terminal } from './terminal.js';

export interface SnapshotChoices {
  readonly pseudonymize: boolean;
  readonly onRetry: (message: string) => void;
}

export async function takeSnapshot(
  terminal: Terminal,
  configuration: Configuration,
  selected: readonly ConfiguredOrganization[],
  choices: SnapshotChoices,
): Promise<{ readonly snapshot: Snapshot; readonly diagnostics: readonly Diagnostic[] }> {
  const now = new Date().toISOString();
  const options: PlanOptions = { now, verifyDomains: false, replace: new Set() };
  const recording = createRecording();
  const used = new Set<string>();
  const { onRetry } = choices;
  const connections = await openConnections(terminal, configuration, {
    access: 'read',
    onRetry,
    transport: { fetch: (name, fetch) => recording.fetch(name, fetch), onSecret: (value) => used.add(value) },
  });
  const read = await readOrganizations(configuration, selected, (organization, scope) =>
    readOrganization({ ...organization, desired: scope }, connections, options, terminal),
  );
  const diagnostics = [...read.diagnostics, ...read.planned.flatMap(({ live }) => live.diagnostics)];
  const beyond = diagnostics.some(isError)
    ? []
    : await Promise.all(selected.map((each) => readBeyond(each, connections, options)));
  const plain = withoutSecrets(await recording.exchanges(), used);
  const key = choices.pseudonymize ? pseudonymKey(terminal) : undefined;
  return {
    snapshot: {
      version: packageVersion(),
      takenAt: now,
      organizations: selected.map(({ desired: { name, type, id } }) => ({ name, type, id })),
      ...(key !== undefined && { pseudonyms: key.told }),
      exchanges: key === undefined ? plain : plain.map((exchange) => hidden(exchange, key.value)),
    },
    diagnostics: [...diagnostics, ...beyond.flat()],
  };
}

/** What the configuration does not speak of yet. A credential may not be allowed to see it, and need not be. */
async function readBeyond(
  organization: ConfiguredOrganization,
  connections: Connections,
  options: PlanOptions,
): Promise<readonly Diagnostic[]> {
  const { desired, provider } = organization;
  const connection = connections.of(organization);
  const support = await provider.importing?.();
  const [beyond, access] = await Promise.allSettled([
    support === undefined ? undefined : readEverything(desired, connection, support, options, 'remove'),
    // What a plan asks for where it tells whose access it changes; there, too, it goes on where that is refused.
    connection.read({ organization: desired, options, whole: true }),
  ]);
  for (const { reason } of [beyond, access].filter((each) => each.status === 'rejected'))
    if (!isOrgwrightError(reason)) throw reason;
  return beyond.status === 'rejected' ? [narrow(organization, (beyond.reason as Error).message)] : [];
}

function narrow({ desired }: ConfiguredOrganization, detail: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'snapshot-narrow',
    summary: `Of ${desired.name} the snapshot holds what this configuration needs, and not what a changed one may.`,
    detail,
    hint: 'A plan of a configuration that manages more may need a snapshot of its own.',
    address: desired.name,
  };
}

interface PseudonymKey {
  readonly value: string;
  readonly told: NonNullable<Snapshot['pseudonyms']>;
}

function pseudonymKey(terminal: Terminal): PseudonymKey {
  const key = snapshotKey(terminal);
  if (key !== undefined) return { value: key, told: { key: 'environment' } };
  const salt = randomBytes(24).toString('hex');
  return { value: salt, told: { salt } };
}

function hidden(exchange: Exchange, key: string): Exchange {
  return {
    ...exchange,
    path: pseudonymize(exchange.path, key),
    body: pseudonymize(exchange.body, key),
    text: pseudonymize(exchange.text, key),
  };
}
