import { type Store } from '../store.js';
import { tokenClient } from './access-token.js';
import { AtlasError } from './api-error.js';
import { digestFields, type Digest } from './digest.js';
import { findSubject, type Subject } from './subject.js';

/**
 * Who a request comes from: the holder of an access token, or of an API key that answers a Digest challenge. Without
 * credentials the answer is a challenge, as for a browser.
 */
export function authenticate(store: Store, digest: Digest, now: number, request: Request): Subject {
  const authorization = request.headers.get('authorization') ?? '';
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (token !== undefined) {
    const client = tokenClient(store, token, now);
    const subject = client === undefined ? undefined : findSubject(store, 'serviceAccount', client);
    if (subject !== undefined) return subject;
    throw unauthorized('The access token is unknown, expired or revoked.', 'Bearer error="invalid_token"');
  }
  const fields = digestFields(authorization);
  if (fields === undefined) throw unauthorized('Credentials are required.', digest.challenge(now, false));
  const subject = findSubject(store, 'apiKey', fields['username'] ?? '');
  const { pathname, search } = new URL(request.url);
  const failure =
    subject === undefined
      ? 'wrong'
      : digest.check(fields, { method: request.method, uri: pathname + search }, subject.secret, now);
  if (subject === undefined || failure !== undefined) {
    throw unauthorized('You are not authorized for this resource.', digest.challenge(now, failure === 'stale'));
  }
  return subject;
}

/** The code of bad credentials is in no public list; the ones that are there all mean missing permission. */
const unauthorized = (detail: string, challenge: string): AtlasError =>
  new AtlasError(401, 'UNAUTHORIZED', detail, { headers: { 'WWW-Authenticate': challenge } });

/** Whether an answer asks for Digest credentials; such an exchange is authentication, not a call. */
export const isChallenge = (response: Response | undefined): boolean =>
  response?.status === 401 && /^Digest /i.test(response.headers.get('www-authenticate') ?? '');
