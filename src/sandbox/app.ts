import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './astro/api-error.js';
import { errorResponse, mountAstro } from './astro/mount.js';
import { astroRoutes } from './astro/routes.js';
import { control, type Controlled } from './controls.js';
import { foreignHost } from './host-guard.js';
import { type RateLimit } from './rate-limit.js';

const controlPrefix = '/_sandbox/';

/** The connection is lost on purpose; looks like what fetch throws when a server hangs up. */
function connectionDropped(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}

/** The sandbox as a function from request to response, without sockets: guard, controls, log, faults, vendor routes. */
export function createApp(
  parts: Controlled & { readonly rateLimit: RateLimit; readonly allowedHosts: readonly string[] },
): (request: Request) => Promise<Response> {
  const { log, faults } = parts;
  const astro = mountAstro(parts, astroRoutes);
  return async (request) => {
    const foreign = foreignHost(request, parts.allowedHosts);
    if (foreign !== undefined) return errorResponse(new ApiError(403, `Forbidden: ${foreign}`));
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(controlPrefix)) return control(parts, request, pathname.slice(controlPrefix.length));

    const entry = log.arrive(request.method, pathname);
    const { delayMs, drop, status, retryAfter, pageSize } = faults.strike(request.method, pathname);
    if (delayMs !== undefined) await wait(delayMs);
    if (drop === 'before') throw connectionDropped();
    const response =
      status === undefined ? await astro.fetch(request, { pageSize }) : faultResponse(status, retryAfter);
    if (drop === 'after') throw connectionDropped();
    entry.status = response.status;
    return response;
  };
}

/** A fault's answer: the vendor's error body, or for a success no body at all. */
function faultResponse(status: number, retryAfter: number | undefined): Response {
  if (status < 400) return new Response(null, { status });
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return errorResponse(new ApiError(status, 'Injected fault', { headers }));
}
