import { setTimeout as wait } from 'node:timers/promises';
import { mountAtlas } from './atlas/mount.js';
import { mountAstro } from './astro/mount.js';
import { control, type Controlled } from './controls.js';
import { foreignHost } from './host-guard.js';
import { mountScim } from './scim/mount.js';

const controlPrefix = '/_sandbox/';

/** The connection is lost on purpose; looks like what fetch throws when a server hangs up. */
function connectionDropped(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}

/** The sandbox as a function from request to response, without sockets: guard, controls, log, faults, vendors. */
export function createApp(
  parts: Controlled & { readonly limited: boolean; readonly allowedHosts: readonly string[] },
): (request: Request) => Promise<Response> {
  const { log, faults } = parts;
  const astro = mountAstro(parts);
  // What no other vendor claims is Astro's, whose errors speak of unknown paths.
  const vendors = [mountScim(parts), mountAtlas(parts), astro];
  return async (request) => {
    const { pathname } = new URL(request.url);
    const foreign = foreignHost(request, parts.allowedHosts);
    if (foreign !== undefined) return Response.json({ message: `Forbidden: ${foreign}` }, { status: 403 });
    if (pathname.startsWith(controlPrefix)) return control(parts, request, pathname.slice(controlPrefix.length));

    const vendor = vendors.find((each) => each.owns(pathname)) ?? astro;
    const entry = log.arrive(request.method, pathname);
    if (vendor.isAuthentication(pathname)) log.isAuthentication(entry);
    const { delayMs, drop, status, retryAfter, errorCode, pageSize } = faults.strike(request.method, pathname);
    if (delayMs !== undefined) await wait(delayMs);
    if (drop === 'before') throw connectionDropped();
    const response =
      status === undefined
        ? await vendor.fetch(request, { pageSize })
        : vendor.fault(pathname, { status, retryAfter, errorCode });
    if (drop === 'after') throw connectionDropped();
    entry.status = response.status;
    if (vendor.isAuthentication(pathname, response)) log.isAuthentication(entry);
    return response;
  };
}
