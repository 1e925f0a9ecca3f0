import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { badRequest, type ScimError } from './protocol/scim-error.js';

/** Where a listing goes on (RFC 9865): between which two resources, and for how long that is remembered. */
export interface Cursor {
  readonly after: string;
  readonly next: string;
  readonly expires: number;
}

const signingKey = 'orgwright sandbox cursor: loopback only, protects nothing';
const sign = (text: string, listing: string): string =>
  createHmac('sha256', signingKey).update(`${listing}\n${text}`).digest('base64url').slice(0, 22);

/** A listing by all that must stay the same from page to page. */
export const listingKey = (...parts: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Opaque to clients: only unreserved characters, and signed, so that none can be made up. */
export function writeCursor({ after, next, expires }: Cursor, listing: string): string {
  const text = Buffer.from(JSON.stringify([after, next, expires])).toString('base64url');
  return `${text}.${sign(text, listing)}`;
}

export function readCursor(cursor: string, listing: string, now: number): Cursor {
  const [text = '', signature = ''] = cursor.split('.');
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(text, listing))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw badRequest('invalidCursor', 'This cursor is not one of this listing: begin it again with an empty cursor.');
  }
  const [after, next, expires] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, number];
  if (expires <= now) throw expiredCursor('This cursor is too old');
  return { after, next, expires };
}

export const expiredCursor = (why: string): ScimError =>
  badRequest('expiredCursor', `${why}: begin the listing again with an empty cursor.`);
