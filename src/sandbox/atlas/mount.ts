import { type Clock } from '../clock.js';
import { type Store } from '../store.js';
import { settleSwitches, type SwitchSettings } from '../switches.js';
import { type RequestExtras, type Vendor } from '../vendor.js';
import { AtlasError } from './api-error.js';
import { authenticate, isChallenge } from './authenticate.js';
import { createDigest, type Digest } from './digest.js';
import { endpointSets } from './endpoint-sets.js';
import { routeFinder } from './find-route.js';
import { oauth, oauthPrefix } from './oauth.js';
import { createRateLimits, unlimited, type RateLimits } from './rate-limits.js';
import { errorResponse, presentationOf, successResponse } from './respond.js';
import { type Call, type Route } from './route.js';
import { atlasRoutes } from './routes.js';
import { checkContentType, lifecycleHeaders, negotiate } from './versions.js';

interface Gate {
  readonly store: Store;
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly digest: Digest;
  readonly find: ReturnType<typeof routeFinder>;
}

/** Atlas behind the common front. `limited` false lifts its rate limits. */
export function mountAtlas(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly realNow: () => number;
  readonly limited: boolean;
}): Vendor {
  const { store, clock } = parts;
  const limits = parts.limited ? createRateLimits(parts.realNow) : unlimited;
  const gate: Gate = { store, clock, limits, digest: createDigest(), find: routeFinder(atlasRoutes) };
  return {
    owns: (pathname) => pathname.startsWith('/api/atlas/') || pathname.startsWith(oauthPrefix),
    isAuthentication: (pathname, response) => pathname.startsWith(oauthPrefix) || isChallenge(response),
    fetch: (request, extras) => answer(gate, request, extras),
    fault: (pathname, { status, retryAfter, errorCode }) => {
      if (status < 400) return new Response(null, { status });
      const limited = pathname.startsWith(oauthPrefix) ? 'RATE_LIMITED' : 'RATE_LIMITED_TOKEN_BUCKET';
      const code = errorCode ?? (status === 429 ? limited : faultCodes[status]) ?? 'UNEXPECTED_ERROR';
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      return errorResponse(new AtlasError(status, code, 'Injected fault', { headers }));
    },
  };
}

/** What a status means when nothing else is said. */
const faultCodes: Readonly<Record<number, string>> = {
  400: 'VALIDATION_ERROR',
  401: 'UNAUTHORIZED',
  402: 'ACCOUNT_SUSPENDED',
  403: 'ACCESS_FORBIDDEN',
  404: 'RESOURCE_NOT_FOUND',
  405: 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES',
  410: 'VERSION_GONE',
  503: 'SERVICE_UNAVAILABLE',
};

async function answer(gate: Gate, request: Request, { pageSize }: RequestExtras): Promise<Response> {
  const { store, clock, limits } = gate;
  const url = new URL(request.url);
  const switches = settleSwitches(store.setting('switches') as SwitchSettings);
  const callerIp = request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1';
  const now = clock.now();
  if (url.pathname.startsWith(oauthPrefix)) {
    return oauth({ store, now, limits, callerIp, tokensPerMinute: switches.atlasTokensPerMinute }, request);
  }
  const presentation = presentationOf(url.searchParams);
  let headers: Record<string, string> = {};
  try {
    const subject = authenticate(store, gate.digest, now, request);
    const { route, params } = gate.find(request.method, url.pathname);
    const accept = request.headers.get('accept');
    const version = negotiate(route.versions, accept, switches.atlasMissingVersionStatus, now, url.pathname);
    headers = {
      ...lifecycleHeaders(version),
      ...limits.take(route.set, bucketOwner(route, params, subject.id), url.pathname),
    };
    const text = await request.text();
    if (text !== '') {
      const type = request.headers.get('content-type');
      checkContentType(route.versions, type, switches.atlasPlainContentType, url.pathname);
    }
    const call: Call = {
      params,
      url,
      query: url.searchParams,
      body: text === '' ? undefined : parseJson(text),
      version: version.date,
      subject,
      store,
      clock,
      switches,
      callerIp,
      pageSize,
      countInvitation: () => limits.count('invitation', callerIp, switches.atlasInvitationsPerMinute),
    };
    const result = await store.transact(() => route.handle(call));
    return successResponse(result, version.date, presentation, headers);
  } catch (error) {
    return errorResponse(error, presentation, headers);
  }
}

function bucketOwner({ set }: Route, params: Readonly<Record<string, string>>, subject: string): string {
  const owners = { ORGANIZATION: params['orgId'], GROUP: params['groupId'], USER: subject };
  return owners[endpointSets[set].scope] ?? subject;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AtlasError(400, 'MALFORMED_JSON', 'The body is not JSON.');
  }
}
