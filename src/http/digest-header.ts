/** The computation of HTTP Digest (RFC 7616, section 3.4), for qop=auth. Pure. */
import { createHash } from 'node:crypto';
import { type Challenge } from './challenges.js';

export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** As the server wrote it; undefined means MD5. */
  readonly algorithm: string | undefined;
  /** The credentials were right, the nonce was too old. */
  readonly stale: boolean;
}

export interface DigestAnswer {
  readonly challenge: DigestChallenge;
  readonly username: string;
  readonly password: string;
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly uri: string;
  /** How often this nonce was used, with this time. */
  readonly count: number;
  readonly cnonce: string;
}

/** The challenge as we can answer it; undefined where it asks for an algorithm or a protection that we lack. */
export function digestChallenge({ scheme, params }: Challenge): DigestChallenge | undefined {
  const realm = params.get('realm');
  const nonce = params.get('nonce');
  const algorithm = params.get('algorithm');
  const qops = (params.get('qop') ?? '').toLowerCase().split(/[\s,]+/);
  if (scheme !== 'digest' || realm === undefined || nonce === undefined) return undefined;
  if (!qops.includes('auth') || hashOf(algorithm) === undefined) return undefined;
  const stale = params.get('stale')?.toLowerCase() === 'true';
  return { realm, nonce, opaque: params.get('opaque'), algorithm, stale };
}

/** The value of the header `Authorization`. */
export function digestHeader({ challenge, username, password, method, uri, count, cnonce }: DigestAnswer): string {
  const { realm, nonce, opaque, algorithm } = challenge;
  const hash = hashOf(algorithm) ?? 'md5';
  const nc = count.toString(16).padStart(8, '0');
  const secret = digest(hash, `${username}:${realm}:${password}`);
  const request = digest(hash, `${method}:${uri}`);
  const response = digest(hash, `${secret}:${nonce}:${nc}:${cnonce}:auth:${request}`);
  const fields = [
    `username=${quoted(username)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    `response=${quoted(response)}`,
    // Unlike in the challenge, these two have no quotes.
    'qop=auth',
    `nc=${nc}`,
    `cnonce=${quoted(cnonce)}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ];
  return `Digest ${fields.join(', ')}`;
}

function hashOf(algorithm: string | undefined): 'md5' | 'sha256' | undefined {
  if (algorithm === undefined || /^md5$/i.test(algorithm)) return 'md5';
  return /^sha-256$/i.test(algorithm) ? 'sha256' : undefined;
}

function digest(hash: string, text: string): string {
  return createHash(hash).update(text, 'utf8').digest('hex');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
