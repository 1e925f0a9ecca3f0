/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4): gets a token when one is first needed, keeps it until shortly
 * before it expires, and gets another when the vendor says that it is no longer valid.
 */
import { isJsonObject } from '../core/json.js';
import { ApiError, AuthError, exitCodes, isApiError, OrgwrightError } from '../errors.js';
import { type Answer, type Authorizer, type Call } from './auth.js';
import { parseChallenges } from './challenges.js';
import { createHttpClient, type HttpClientOptions, type HttpResponse } from './client.js';
import { checkedId, checkedSecret, shownId } from './credential-text.js';
import { checkEndpoint } from './hosts.js';
import { createWindowLimiter, type RateLimiter } from './rate-limit.js';
import { createShared } from './shared.js';

type Required = Pick<HttpClientOptions, 'vendor' | 'fetch' | 'now' | 'sleep' | 'random' | 'allowedHosts'>;
type Optional = Partial<Pick<HttpClientOptions, 'headers' | 'timeoutMs' | 'onRetry' | 'errorText'>>;

export interface ClientCredentialsOptions extends Required, Optional {
  /** Checked like a client's base URL: https, and one of `allowedHosts`. */
  readonly tokenUrl: string;
  readonly clientId: () => string | Promise<string>;
  readonly clientSecret: () => string | Promise<string>;
  /** Default: 10 requests in any minute. */
  readonly limiter?: RateLimiter;
  /** What the vendor calls this kind of credential, for messages: "service account". */
  readonly credential?: string;
  /** Whether the body of a 401 says that the token is no longer valid, where no header says so. */
  readonly isExpired?: (body: unknown) => boolean;
}

/** One for all that use the credential, so that they share the token. */
export function clientCredentials(options: ClientCredentialsOptions): Authorizer {
  const endpoint = checkEndpoint(options.tokenUrl, { vendorHosts: [], extraHosts: options.allowedHosts });
  const { credential = 'client', now, sleep } = options;
  const limiter = options.limiter ?? createWindowLimiter({ limit: 10, windowMs: 60_000, now, sleep });
  let token: Token | undefined;
  let refused: Refused | undefined;
  /** A token that was refused although it had just been issued: another one would be no better. */
  let hopeless: string | undefined;
  let shown = '';

  const renew = createShared(async (signal, { countRequest }: Call): Promise<string> => {
    const id = checkedId(await options.clientId(), `client id of the ${credential}`);
    const secret = checkedSecret(await options.clientSecret(), `secret of the ${credential}`);
    shown = shownId(id);
    const basic = basicCredentials(id, secret);
    if (refused?.basic === basic) throw refused.error;
    let sentAt = now();
    const client = createHttpClient({
      ...options,
      baseUrl: endpoint.origin,
      access: 'write',
      authorize: (headers) => headers.set('authorization', basic),
      limiter: counting(limiter, () => {
        sentAt = now();
        countRequest();
      }),
    });
    try {
      const response = await client.request({
        method: 'POST',
        path: endpoint.pathname,
        form: { grant_type: 'client_credentials' },
        // A second token does no harm.
        retry: 'safe',
        signal,
      });
      token = tokenFromWire(response, sentAt, endpoint.pathname, options.vendor);
      return token.value;
    } catch (error) {
      const told = withoutToken(error, `${credential} ${shown}`);
      if (told instanceof AuthError) refused = { basic, error: told };
      throw told;
    }
  });

  return {
    async authorize(headers, call) {
      const known = token !== undefined && now() < token.renewAt ? token.value : undefined;
      headers.set('authorization', `Bearer ${known ?? (await renew(call, call.signal))}`);
    },
    answered(sent, answer, { again }) {
      if (answer?.status !== 401) return undefined;
      const used = sent.get('authorization')?.replace(/^Bearer /, '');
      if (!isInvalidToken(answer, options.isExpired)) {
        return { hint: `Check that the ${credential} ${shown} still exists and has a role here that allows this.` };
      }
      if (again > 0) hopeless = used;
      if (used === hopeless) {
        return { hint: `Check that the ${credential} ${shown} still exists and was issued for this endpoint.` };
      }
      // Where another call has renewed it meanwhile, the new one is used.
      if (token?.value === used) token = undefined;
      return 'again';
    },
  };
}

interface Token {
  readonly value: string;
  readonly renewAt: number;
}

/** What was refused is not sent again. */
interface Refused {
  readonly basic: string;
  readonly error: AuthError;
}

const margin = 60_000;

/** Where the answer gives no lifetime. */
const assumedSeconds = 600;

/** After a 429 that does not say how long to wait: the window is a minute. */
const unsaidPause = 10_000;

/**
 * As `curl -u` does it, not as RFC 6749 has it: form-encoded first, the `_` of an id became `%5F` in some libraries,
 * which not every server decodes.
 */
function basicCredentials(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`;
}

function counting(limiter: RateLimiter, onSend: () => void): RateLimiter {
  return {
    async acquire(method, signal) {
      await limiter.acquire(method, signal);
      onSend();
    },
    pause: (ms) => limiter.pause(ms === 0 ? unsaidPause : ms),
  };
}

function tokenFromWire({ status, body, requestId }: HttpResponse, sentAt: number, path: string, vendor: string): Token {
  const fields = isJsonObject(body) ? body : {};
  const value = fields['access_token'];
  const type = fields['token_type'] ?? 'bearer';
  const isBearer = typeof type === 'string' && type.toLowerCase() === 'bearer';
  if (typeof value !== 'string' || !/^[\x21-\x7E]+$/.test(value) || !isBearer) {
    throw new ApiError(`${vendor} answered POST ${path} without a bearer token.`, {
      method: 'POST',
      path,
      status,
      hint: 'Check the endpoint: something else may be answering in its place.',
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
  const seconds = Number(fields['expires_in'] ?? assumedSeconds);
  const lifetime = (seconds > 0 ? seconds : assumedSeconds) * 1000;
  return { value, renewAt: sentAt + lifetime - Math.min(margin, lifetime / 2) };
}

/**
 * The request that needed the token was never sent. The error must not read as if it had been refused or lost itself:
 * a 404 of the token endpoint does not mean that what was to be deleted is gone.
 */
function withoutToken(error: unknown, name: string): unknown {
  if (!isApiError(error) || error.status === 429) return error;
  const { method, path, status, requestId, hint } = error;
  const message = `No token for the ${name}: ${error.message}`;
  if (status !== 400 && status !== 401 && status !== 403) {
    const isElsewhere = status !== undefined && status >= 400 && status < 500;
    const next = isElsewhere ? 'Check the endpoint: tokens are not issued there.' : (hint ?? 'Run again later.');
    return new OrgwrightError('auth', exitCodes.error, message, { hint: next });
  }
  return new AuthError(message, {
    method,
    path,
    // To the caller, a request without a token is one that would have been answered so.
    status: 401,
    hint: 'Check that the id and the secret belong together, and that the secret has not expired or been revoked; make a new secret if in doubt.',
    ...(requestId === undefined ? {} : { requestId }),
  });
}

function isInvalidToken({ headers, body }: Answer, isExpired: ClientCredentialsOptions['isExpired']): boolean {
  const says = parseChallenges(headers.get('www-authenticate')).some(
    ({ scheme, params }) => scheme === 'bearer' && params.get('error') === 'invalid_token',
  );
  return says || isExpired?.(body) === true;
}
