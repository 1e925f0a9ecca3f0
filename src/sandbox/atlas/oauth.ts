import { type Store } from '../store.js';
import { issueToken, revokeToken, tokenLifetimeSeconds } from './access-token.js';
import { AtlasError } from './api-error.js';
import { type RateLimits } from './rate-limits.js';
import { errorResponse } from './respond.js';
import { findSubject, type Subject } from './subject.js';

export const oauthPrefix = '/api/oauth/';

interface OAuthGate {
  readonly store: Store;
  readonly now: number;
  readonly limits: RateLimits;
  readonly tokensPerMinute: number;
  readonly callerIp: string;
}

/** The two token endpoints. Their own errors are OAuth's (RFC 6749, 5.2); being limited and lost is said as everywhere. */
export async function oauth(gate: OAuthGate, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const name = pathname.slice(oauthPrefix.length);
  if (name !== 'token' && name !== 'revoke') {
    return errorResponse(new AtlasError(404, 'RESOURCE_NOT_FOUND', `Cannot find resource ${pathname}.`));
  }
  if (request.method !== 'POST') {
    const headers = { Allow: 'POST' };
    return errorResponse(
      new AtlasError(405, 'METHOD_NOT_ALLOWED', `${request.method} is not allowed here.`, { headers }),
    );
  }
  const given = basicCredentials(request.headers.get('authorization') ?? '');
  const limitedBy = `${gate.callerIp} ${given?.id ?? ''}`;
  if (name === 'token' && !gate.limits.count('token', limitedBy, gate.tokensPerMinute)) {
    const parameters = [pathname, gate.tokensPerMinute, 1];
    return errorResponse(new AtlasError(429, 'RATE_LIMITED', `Too many requests to ${pathname}.`, { parameters }));
  }
  const client = given && authenticated(gate.store, given);
  if (client === undefined) {
    return oauthError(401, 'invalid_client', 'The client id or secret is wrong.', { 'WWW-Authenticate': 'Basic' });
  }
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return oauthError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(await request.text());
  if (name === 'revoke') {
    const token = form.get('token');
    if (token === null) return oauthError(400, 'invalid_request', 'token is required.');
    await gate.store.transact(() => revokeToken(gate.store, token, gate.now));
    return new Response(null, { status: 200 });
  }
  const grant = form.get('grant_type');
  if (grant === null) return oauthError(400, 'invalid_request', 'grant_type is required.');
  if (grant !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'grant_type must be client_credentials.');
  }
  return Response.json(
    { access_token: issueToken(client.id, gate.now), token_type: 'Bearer', expires_in: tokenLifetimeSeconds },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** Id and secret, as they are or form-encoded before they were joined (RFC 6749, 2.3.1). */
interface BasicCredentials {
  readonly id: string;
  readonly secret: string;
}

function basicCredentials(authorization: string): BasicCredentials | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function authenticated(store: Store, { id, secret }: BasicCredentials): Subject | undefined {
  const subject = findSubject(store, 'serviceAccount', id) ?? findSubject(store, 'serviceAccount', decoded(id));
  return subject?.secret === secret || subject?.secret === decoded(secret) ? subject : undefined;
}

/** A text that is no encoding of anything stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const oauthError = (
  status: number,
  error: string,
  description: string,
  headers: Record<string, string> = {},
): Response => Response.json({ error, error_description: description }, { status, headers });
