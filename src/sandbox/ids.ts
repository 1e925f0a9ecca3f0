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

/** An opaque id in the form of a UUID, always the same for the same name. */
export function namedUuid(...name: readonly string[]): string {
  const digits = createHash('sha256').update(name.join('\n')).digest('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join('-');
}

/** The next id of something made while running. The serial number is stored, so no id comes twice. */
export const nextId = (store: Store): string => namedId('serial', String(nextSerial(store)));
export const nextObjectId = (store: Store): string => namedObjectId('serial', String(nextSerial(store)));

/** The next serial number, from 1. */
export function nextSerial(store: Store): number {
  const last = store.setting('serial');
  const serial = typeof last === 'number' ? last + 1 : 1;
  store.set('serial', serial);
  return serial;
}

/** A person's id follows from the e-mail: one person has one id in all organizations. */
export const personId = (email: string): string => namedId('person', email.toLowerCase());
export const personObjectId = (email: string): string => namedObjectId('person', email.toLowerCase());
