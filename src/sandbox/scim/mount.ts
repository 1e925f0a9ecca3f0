import { type Clock } from '../clock.js';
import { type Store } from '../store.js';
import { settleSwitches, type SwitchSettings } from '../switches.js';
import { type RequestExtras, type Vendor } from '../vendor.js';
import { astroService, organizationIn } from './astro-service.js';
import { readBody } from './body.js';
import { type Call, type Service } from './call.js';
import { handle } from './handle.js';
import { ScimError, type ScimType } from './protocol/scim-error.js';
import { errorAnswer, respond } from './respond.js';
import { standaloneAt, standaloneService } from './standalone-service.js';

interface Gate {
  readonly store: Store;
  readonly clock: Clock;
}

/** SCIM behind the common front: the standalone services of the world, and the endpoints of Astro organizations. */
export function mountScim({ store, clock }: Gate): Vendor {
  return {
    owns: (pathname) => standaloneAt(store, pathname) !== undefined || organizationIn(pathname) !== undefined,
    isAuthentication: () => false,
    fetch: (request, extras) => answer({ store, clock }, request, extras),
    fault(_pathname, { status, retryAfter, errorCode }) {
      if (status < 400) return new Response(null, { status });
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      const error = new ScimError(status, 'Injected fault', errorCode as ScimType | undefined, headers);
      return respond(errorAnswer(error));
    },
  };
}

async function answer(gate: Gate, request: Request, { pageSize }: RequestExtras): Promise<Response> {
  const { store, clock } = gate;
  const url = new URL(request.url);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  try {
    const service = serviceAt(gate, url.pathname, request.headers.get('authorization'));
    const path = url.pathname
      .slice(service.path.length)
      .split('/')
      .filter((part) => part !== '')
      .map(decode);
    const call: Call = {
      service,
      base: `${url.origin}${service.path}`,
      query: url.searchParams,
      headers: request.headers,
      ...(await readBody(request, service.capabilities, path)),
      pageSize,
      now: clock.now(),
      attempt: (work) => store.attempt(work),
    };
    const result = await store.transact(() => handle(call, method, path));
    return respond(request.method === 'HEAD' ? { ...result, body: undefined } : result);
  } catch (error) {
    return respond(errorAnswer(error));
  }
}

function serviceAt({ store, clock }: Gate, pathname: string, authorization: string | null): Service {
  const standalone = standaloneAt(store, pathname);
  if (standalone !== undefined) return standaloneService(store, clock, standalone, authorization);
  const switches = settleSwitches(store.setting('switches') as SwitchSettings);
  return astroService({ store, clock, switches }, organizationIn(pathname) ?? '', authorization);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ScimError(404, `${part} is not a well-formed part of a path.`);
  }
}
