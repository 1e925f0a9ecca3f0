import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type Clock } from '../clock.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import { type Store } from '../store.js';
import { settleSwitches, type SwitchSettings, type Switches } from '../switches.js';
import { type RequestExtras, type Vendor } from '../vendor.js';
import { ApiError, notFound } from './api-error.js';
import { isAllowed, notAuthorized, type Call, type Route } from './route.js';
import { astroRoutes } from './routes.js';
import { authenticate } from './subject.js';
import { surfacePrefixes, type Surface } from './surface.js';

type Env = { Bindings: RequestExtras };

interface Gate {
  readonly store: Store;
  readonly clock: Clock;
  readonly rateLimit: RateLimit;
}

/** Astro behind the common front. `limited` false lifts its rate limits. */
export function mountAstro(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly realNow: () => number;
  readonly limited: boolean;
}): Vendor {
  const { store, clock } = parts;
  const rateLimit = parts.limited ? createRateLimit(parts.realNow) : () => 0;
  const app = mount({ store, clock, rateLimit }, astroRoutes);
  return {
    owns: () => true,
    isAuthentication: () => false,
    fetch: (request, extras) => app.fetch(request, extras),
    fault: (_pathname, { status, retryAfter }) => {
      // An injected success has no body at all.
      if (status < 400) return new Response(null, { status });
      const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      return errorResponse(new ApiError(status, 'Injected fault', { headers }));
    },
  };
}

/** Every route on every surface it belongs to; unknown paths are 404 and wrong methods 405, in the vendor's error body. */
function mount(gate: Gate, routes: readonly Route[]): Hono<Env> {
  const app = new Hono<Env>();
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    for (const surface of route.surfaces) {
      const path = surfacePrefixes[surface] + route.path;
      methods.set(path, [...(methods.get(path) ?? []), route.method]);
      app.on(route.method, path, (context) => answer(gate, route, surface, context));
    }
  }
  // After all routes, so that a path with a parameter does not take away the methods of a fixed one.
  for (const [path, allowed] of methods) {
    app.all(path, ({ req }) => {
      const headers = { Allow: allowed.join(', ') };
      return errorResponse(new ApiError(405, `Method ${req.method} is not allowed here`, { headers }));
    });
  }
  app.notFound(({ req }) => errorResponse(new ApiError(404, `Path ${req.path} not found`)));
  app.onError((error) => errorResponse(error));
  return app;
}

/** The vendor's error body; `fieldErrors` is v1's alone, and only on a 400. */
export function errorResponse(error: unknown, surface?: Surface): Response {
  const known = error instanceof ApiError ? error : new ApiError(500, `Internal server error: ${String(error)}`);
  const fieldErrors = surface === 'v1' && known.fieldErrors.length > 0 ? { fieldErrors: known.fieldErrors } : {};
  const body = { message: known.message, requestId: randomUUID(), statusCode: known.status, ...fieldErrors };
  return Response.json(body, { status: known.status, headers: known.headers });
}

async function answer(gate: Gate, route: Route, surface: Surface, context: Context<Env>): Promise<Response> {
  const { store, clock } = gate;
  const request = context.req.raw;
  const switches = settleSwitches(store.setting('switches') as SwitchSettings);
  try {
    const subject = authenticate(store, clock.now(), request.headers.get('authorization'));
    const early = gate.rateLimit(subject.token, request.method);
    if (early > 0) throw tooMany(early, switches, clock);
    const body = request.method === 'POST' ? await readJson(request) : undefined;
    const call: Call = {
      surface,
      params: context.req.param(),
      query: new URL(request.url).searchParams,
      body,
      subject,
      store,
      clock,
      switches,
      callerIp: request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1',
      pageSize: context.env.pageSize,
    };
    const result = await store.transact(() => handle(call, route));
    return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
  } catch (error) {
    return errorResponse(error, surface);
  }
}

/** The checks every call passes: the private API open to it, the organization there, the role sufficient. */
function handle(call: Call, route: Route): unknown {
  const refused = (where: string): ApiError =>
    new ApiError(call.switches.coreRefusalStatus, `Not authorized to use this API for ${where}`);
  if (call.surface === 'core' && call.switches.coreApiTokens === 'refused' && call.subject.email === undefined) {
    throw refused('API tokens');
  }
  if (route.scope === 'root') return route.handle(call);
  const id = call.params['organizationId'] ?? '';
  const organization = call.store.get('organization', id, id);
  if (organization === undefined) throw notFound('Organization', id);
  if (call.surface === 'core' && !organization.coreApi) throw refused(`organization ${id}`);
  if (!isAllowed(call.subject.roleIn(id), route.need)) throw notAuthorized(route.action, id);
  return route.handle({ ...call, organization });
}

async function readJson(request: Request): Promise<unknown> {
  const body = await request.text();
  if (body === '') return undefined;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiError(400, 'Invalid request: Content-Type must be application/json');
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ApiError(400, 'Invalid request: the body is not JSON');
  }
}

function tooMany(early: number, switches: Switches, clock: Clock): ApiError {
  const seconds = Math.ceil(early / 1000);
  const header = { none: undefined, seconds: String(seconds), date: new Date(clock.now() + early).toUTCString() };
  const value = header[switches.retryAfter];
  return new ApiError(429, 'Too many requests', { headers: value === undefined ? {} : { 'Retry-After': value } });
}
