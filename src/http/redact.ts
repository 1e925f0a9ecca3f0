/** Removes credentials from text that may have come back from a vendor, a proxy or the HTTP library. */
export type Redact = (text: string) => string;

/** Learns the secrets from the headers that `authorize` set: what differs between the two is a credential. */
export function createRedact(before: Headers, after: Headers): Redact {
  const secrets = [...after].filter(([name, value]) => before.get(name) !== value).flatMap(([, value]) => forms(value));
  const known = [...new Set(secrets)].filter((secret) => secret.length >= 4).sort((a, b) => b.length - a.length);
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, mask), text).replace(looksLikeToken, mask);
}

const mask = '(secret)';

/** Also hides tokens that are not ours to know, such as one that a gateway put in its place, or a new one in a broken answer. */
const looksLikeToken =
  /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?|(?<=\bBearer )[\w.~+/=-]{12,}|(?<=\b(?:access_token|refresh_token|client_secret)["']?\s?[=:]\s?["']?)[^\s"'&<>]+/g;

/**
 * A header value as it may be quoted back: whole, without its scheme, percent-encoded, the parts of Basic, and what a
 * Digest is made of. A long user name is hidden too: it may be the secret, put in the wrong place.
 */
function forms(value: string): readonly string[] {
  const bare = value.replace(/^[\w-]+ +/, '');
  const decoded = /^basic /i.test(value) ? Buffer.from(bare, 'base64').toString('utf8') : '';
  const colon = decoded.indexOf(':');
  const digest = /^digest /i.test(value) ? [...bare.matchAll(digestSecret)].map(([, secret = '']) => secret) : [];
  const names = [decoded.slice(0, Math.max(colon, 0)), ...digest].filter(({ length }) => length >= 12);
  return [value, bare, encodeURIComponent(bare), decoded, decoded.slice(colon + 1), ...names];
}

const digestSecret = /\b(?:username|response|cnonce)="([^"]*)"/g;
