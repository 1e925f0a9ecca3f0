/** Removes credentials from text that may have come back from a vendor, a proxy or the HTTP library. */
export type Redact = (text: string) => string;

/** Learns the secrets from the headers that `authorize` set: what differs between the two is a credential. */
export function createRedact(before: Headers, after: Headers): Redact {
  const secrets = [...after].filter(([name, value]) => before.get(name) !== value).flatMap(([, value]) => forms(value));
  const known = [...new Set(secrets)].filter((secret) => secret.length >= 4).sort((a, b) => b.length - a.length);
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, mask), text).replace(looksLikeToken, mask);
}

const mask = '(secret)';

/** Also hides tokens that are not ours to know, such as one that a gateway put in its place. */
const looksLikeToken = /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]+)?|(?<=\bBearer )[\w.~+/=-]{12,}/g;

/** A header value as it may be quoted back: whole, without its scheme, percent-encoded, or the password inside Basic. */
function forms(value: string): readonly string[] {
  const bare = value.replace(/^[\w-]+ +/, '');
  const decoded = /^basic /i.test(value) ? Buffer.from(bare, 'base64').toString('utf8') : '';
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return [value, bare, encodeURIComponent(bare), decoded, password];
}
