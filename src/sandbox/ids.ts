import { createHash } from 'node:crypto';
import { type Store } from './store.js';

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A cuid look-alike, 25 characters with a leading `c`, always the same for the same name: seeded ids are stable. */
export function namedId(...name: readonly string[]): string {
  const digest = createHash('sha256').update(name.join('\n')).digest();
  let id = 'c';
  for (const byte of digest.subarray(0, 24)) id += letters[byte % 36] ?? '0';
  return id;
}

/** An Atlas object id, 24 hexadecimal digits, always the same for the same name. */
export const namedObjectId = (...name: readonly string[]): string =>
  createHash('sha256').update(name.join('\n')).digest('hex').slice(0, 24);

/** The next id of something made while running. The serial number is stored, so no id comes twice. */
export const nextId = (store: Store): string => namedId('serial', nextSerial(store));
export const nextObjectId = (store: Store): string => namedObjectId('serial', nextSerial(store));

function nextSerial(store: Store): string {
  const last = store.setting('serial');
  const serial = typeof last === 'number' ? last + 1 : 1;
  store.set('serial', serial);
  return String(serial);
}

/** A person's id follows from the e-mail: one person has one id in all organizations. */
export const personId = (email: string): string => namedId('person', email.toLowerCase());
export const personObjectId = (email: string): string => namedObjectId('person', email.toLowerCase());
