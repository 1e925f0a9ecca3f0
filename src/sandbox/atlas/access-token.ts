import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Store } from '../store.js';

const signingKey = 'orgwright sandbox Atlas access tokens: loopback only, protects nothing';
/** One hour, and there is no refresh token (API docs). */
export const tokenLifetimeSeconds = 3600;

interface Claims {
  readonly sub: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (text: string): string => createHmac('sha256', signingKey).update(text).digest('base64url');

/** A signed token, so that nothing is written for a token request; lifetimes go by the sandbox's clock. */
export function issueToken(clientId: string, now: number): string {
  const iat = Math.floor(now / 1000);
  const claims: Claims = { sub: clientId, jti: randomUUID(), iat, exp: iat + tokenLifetimeSeconds };
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${unsigned}.${sign(unsigned)}`;
}

/** The client a token was issued to; undefined when it is forged, expired, not yet valid, or revoked. */
export function tokenClient(store: Store, token: string, now: number): string | undefined {
  const claims = readToken(token);
  if (claims === undefined || now >= claims.exp * 1000) return undefined;
  return store.get('atlasRevokedToken', '', claims.jti) === undefined ? claims.sub : undefined;
}

/** Revokes a token; one that is none of ours is nothing to say no to (RFC 7009). */
export function revokeToken(store: Store, token: string, now: number): void {
  for (const row of [...store.list('atlasRevokedToken', '')]) {
    if (row.expiresAt <= now) store.delete('atlasRevokedToken', row);
  }
  const claims = readToken(token);
  if (claims === undefined) return;
  store.put('atlasRevokedToken', { organizationId: '', id: claims.jti, expiresAt: claims.exp * 1000 });
}

function readToken(token: string): Claims | undefined {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(`${header}.${claims}`))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
}
