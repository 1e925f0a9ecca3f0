import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Realm and algorithm as Atlas has had them for years; no public source promises them. */
const realm = 'MMS Public API';
const lifetime = 5 * 60_000;

/** Why an answer to a challenge is not good enough; a stale one may be tried again with the new nonce. */
export type DigestFailure = 'wrong' | 'stale';

export interface Digest {
  /** A new challenge, the value of WWW-Authenticate. */
  challenge(now: number, stale: boolean): string;
  /** Undefined when an Authorization header is a good answer for the secret. */
  check(
    fields: DigestFields,
    request: { method: string; uri: string },
    secret: string,
    now: number,
  ): DigestFailure | undefined;
}
export type DigestFields = Readonly<Record<string, string>>;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/**
 * HTTP Digest with MD5 and qop=auth (RFC 7616). A nonce carries its own time and signature; of each one the counts that were
 * used are remembered, so that no answer passes twice. Parallel requests may use their counts in any order.
 */
export function createDigest(): Digest {
  const key = randomBytes(32);
  const used = new Map<string, { at: number; counts: Set<string> }>();
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const nonceTime = (nonce: string): number | undefined => {
    const [at = '', salt = '', signature = ''] = nonce.split('.');
    return signature === sign(`${at}.${salt}`) ? Number(at) : undefined;
  };
  return {
    challenge(now, stale) {
      const unsigned = `${now}.${randomBytes(9).toString('base64url')}`;
      const nonce = `${unsigned}.${sign(unsigned)}`;
      return `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`;
    },
    check(fields, { method, uri }, secret, now) {
      const { username = '', nonce = '', nc = '', cnonce = '', qop, response, algorithm = 'MD5' } = fields;
      if (fields['realm'] !== realm || fields['uri'] !== uri || qop !== 'auth' || algorithm.toUpperCase() !== 'MD5')
        return 'wrong';
      if (!/^[0-9a-f]{8}$/i.test(nc) || cnonce === '') return 'wrong';
      const hashed = md5(`${username}:${realm}:${secret}`);
      if (response !== md5([hashed, nonce, nc, cnonce, qop, md5(`${method}:${uri}`)].join(':'))) return 'wrong';
      const made = nonceTime(nonce);
      if (made === undefined || now < made || now - made > lifetime) return 'stale';
      for (const [old, { at }] of used) {
        if (now - at <= lifetime) break;
        used.delete(old);
      }
      const { counts } = used.get(nonce) ?? { counts: new Set<string>() };
      used.set(nonce, { at: made, counts });
      if (counts.has(nc)) return 'stale';
      counts.add(nc);
      return undefined;
    },
  };
}

/** The fields of a Digest header; undefined for another scheme. */
export function digestFields(authorization: string): DigestFields | undefined {
  const list = /^Digest\s+(.*)$/is.exec(authorization)?.[1];
  if (list === undefined) return undefined;
  const fields: Record<string, string> = {};
  for (const [, name = '', quoted, bare = ''] of list.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)) {
    fields[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare;
  }
  return fields;
}
