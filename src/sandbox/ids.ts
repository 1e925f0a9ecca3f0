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

/** The next id of something made while running. The serial number is stored, so no id comes twice. */
export function nextId(store: Store): string {
  const last = store.setting('serial');
  const serial = typeof last === 'number' ? last + 1 : 1;
  store.set('serial', serial);
  return namedId('serial', String(serial));
}

/** A person's id follows from the e-mail: one person has one id in all organizations. */
export const personId = (email: string): string => namedId('person', email.toLowerCase());
