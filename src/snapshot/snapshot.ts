/** A snapshot as a file: what was read, of which organizations, when. Decoded with suspicion: it may come from anywhere. */
import { DecodeError, fieldsOf, itemsOf, textAt, type Fields } from '../core/decode.js';
import { isJsonObject, type Json } from '../core/json.js';
import { isSignedBy, signatureOf } from '../core/signature.js';
import { ConfigError, SafetyError } from '../errors.js';
import type { Exchange } from './exchange.js';

export interface Snapshot {
  readonly version: string;
  /** RFC 3339. */
  readonly takenAt: string;
  readonly organizations: readonly SnapshotOrganization[];
  /** What pseudonyms were made with: a key that is elsewhere, or a salt that is here; absent where there are none. */
  readonly pseudonyms?: { readonly key: 'environment' } | { readonly salt: string };
  readonly exchanges: readonly Exchange[];
}

export interface SnapshotOrganization {
  readonly name: string;
  readonly type: string;
  readonly id: string;
}

const format = 1;

/** Signed where there is a key. */
export function encodeSnapshot(snapshot: Snapshot, key: string | undefined): string {
  const { version, takenAt, organizations, pseudonyms, exchanges } = snapshot;
  const head = { orgwright_snapshot: format, orgwright_version: version, taken_at: takenAt, organizations };
  const content = { ...head, pseudonyms: pseudonyms ?? null, exchanges };
  const signature = key === undefined ? null : signatureOf(JSON.parse(JSON.stringify(content)) as Json, key);
  return `${JSON.stringify({ signature, ...content }, undefined, 1)}\n`;
}

/** `name` of the file, for messages. With a key, what it has not signed is refused. */
export function decodeSnapshot(text: string, name: string, key: string | undefined): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refused(name, 'it is no JSON; perhaps it was cut off', cause);
  }
  if (key !== undefined) refuseUnsigned(value as Json, name, key);
  try {
    return snapshotFrom(value, name);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw refused(name, error.message, error);
  }
}

function refuseUnsigned(value: Json, name: string, key: string): void {
  const { signature, ...content } = isJsonObject(value) ? value : {};
  if (typeof signature !== 'string') {
    throw new SafetyError(`The snapshot ${name} is not signed, and ORGWRIGHT_PLAN_KEY is set.`, {
      hint: 'Take it with the same ORGWRIGHT_PLAN_KEY in the environment.',
    });
  }
  if (isSignedBy(signature, content, key)) return;
  throw new SafetyError(`The snapshot ${name} is signed with another key than ORGWRIGHT_PLAN_KEY, or was edited.`, {
    hint: 'Take a new one with the ORGWRIGHT_PLAN_KEY that plans from it.',
  });
}

function snapshotFrom(value: unknown, name: string): Snapshot {
  const fields = fieldsOf(value, 'the snapshot');
  if (fields['orgwright_snapshot'] !== format) {
    throw refused(name, `it is of another format than the one that this version reads (${format})`, undefined);
  }
  checkKeys(fields, '', [
    'signature',
    'orgwright_snapshot',
    'orgwright_version',
    'taken_at',
    'organizations',
    'pseudonyms',
    'exchanges',
  ]);
  const takenAt = textAt(fields, 'taken_at');
  if (Number.isNaN(Date.parse(takenAt))) throw new DecodeError('taken_at', 'a time', takenAt);
  const pseudonyms = pseudonymsFrom(fields['pseudonyms']);
  return {
    version: textAt(fields, 'orgwright_version'),
    takenAt: new Date(takenAt).toISOString(),
    organizations: itemsOf(fields['organizations'], 'organizations', (item) => {
      const organization = fieldsOf(item, 'organizations');
      checkKeys(organization, 'organizations', ['name', 'type', 'id']);
      return {
        name: textAt(organization, 'name'),
        type: textAt(organization, 'type'),
        id: anyText(organization, 'id'),
      };
    }),
    ...(pseudonyms !== undefined && { pseudonyms }),
    exchanges: itemsOf(fields['exchanges'], 'exchanges', exchangeFrom),
  };
}

function pseudonymsFrom(value: unknown): Snapshot['pseudonyms'] {
  if (value === null) return undefined;
  const fields = fieldsOf(value, 'pseudonyms');
  if (fields['key'] === 'environment') return { key: 'environment' };
  checkKeys(fields, 'pseudonyms', ['salt']);
  return { salt: textAt(fields, 'salt') };
}

function exchangeFrom(item: unknown): Exchange {
  const fields = fieldsOf(item, 'exchanges');
  checkKeys(fields, 'exchanges', ['connection', 'method', 'path', 'body', 'status', 'headers', 'text']);
  const { status } = fields;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 499)
    throw new DecodeError('exchanges.status', 'the status of an answer', status);
  const headers = fieldsOf(fields['headers'], 'exchanges.headers');
  return {
    connection: textAt(fields, 'connection'),
    method: textAt(fields, 'method'),
    path: textAt(fields, 'path'),
    body: anyText(fields, 'body'),
    status,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, anyText(headers, name)])),
    text: anyText(fields, 'text'),
  };
}

function anyText(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string') throw new DecodeError(key, 'a text', value);
  return value;
}

function checkKeys(fields: Fields, path: string, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new DecodeError(path === '' ? unknown : `${path}.${unknown}`, 'absent', fields[unknown]);
}

function refused(name: string, why: string, cause: unknown): ConfigError {
  return new ConfigError(`${name} is no snapshot that can be planned from: ${why}.`, {
    hint: 'Take a new one with `orgwright snapshot -out FILE`.',
    cause,
  });
}
