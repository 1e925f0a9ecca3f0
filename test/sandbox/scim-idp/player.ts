/** Plays an identity provider's script against a service, and checks that each answer is one that the provider can use. */
import { type Sandbox } from '../../../src/sandbox/index.js';
import { urn, type Json, type ScimAnswer, type ScimRequest, type Script } from './exchange.js';

/** Where the identity provider was told to go. */
export interface Tenant {
  readonly sandbox: Sandbox;
  /** The path of the SCIM base URL. */
  readonly path: string;
  readonly token: string;
}

export interface Player {
  play<Result>(script: Script<Result>): Promise<Result>;
  /** What was said since the last call, one line each, ids left out: `PATCH /Groups/{id} 204`. */
  said(): readonly string[];
  /** The bodies that went with it. */
  sent(): readonly Json[];
}

const origin = 'http://127.0.0.1';

export function createPlayer(tenant: Tenant, headersOf: (request: ScimRequest) => Json): Player {
  let lines: string[] = [];
  let bodies: Json[] = [];
  const send = async (request: ScimRequest): Promise<ScimAnswer> => {
    const response = await tenant.sandbox.fetch(
      new Request(`${origin}${tenant.path}${request.path}`, {
        method: request.method,
        headers: { authorization: `Bearer ${tenant.token}`, ...(headersOf(request) as Record<string, string>) },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      }),
    );
    const text = await response.text();
    const body = text === '' ? undefined : (JSON.parse(text) as Json);
    const answer = { status: response.status, headers: response.headers, body };
    lines.push(`${request.method} ${request.path.replace(/^(\/(?:Users|Groups)\/)[^?/]+/, '$1{id}')} ${answer.status}`);
    if (request.body !== undefined) bodies.push(request.body);
    const problems = [...problemsOf(request, answer, `${origin}${tenant.path}`)];
    if (problems.length > 0) {
      throw new Error(`${lines.at(-1)}: ${problems.join('; ')}\n${JSON.stringify(request.body)}\n${text}`);
    }
    return answer;
  };
  return {
    play: async (script) => {
      let step = script.next();
      while (step.done !== true) step = script.next(await send(step.value));
      return step.value;
    },
    said: () => {
      const result = lines;
      lines = [];
      return result;
    },
    sent: () => {
      const result = bodies;
      bodies = [];
      return result;
    },
  };
}

const success: Readonly<Record<ScimRequest['method'], readonly number[]>> = {
  GET: [200],
  POST: [201],
  PUT: [200],
  PATCH: [200, 204],
  DELETE: [204],
};

/** What Entra or Okta would stumble over, whatever the request was about. */
function* problemsOf({ method }: ScimRequest, { status, headers, body }: ScimAnswer, base: string): Generator<string> {
  const type = headers.get('content-type');
  if (body !== undefined && !/^application\/scim\+json(;|$)/.test(type ?? '')) yield `content type ${type}`;
  if (status >= 400) {
    if (!schemasOf(body).includes(urn.error)) yield 'no SCIM error body';
    if (String(body?.['status']) !== String(status)) yield `the error body says ${String(body?.['status'])}`;
    if (status >= 500) yield 'a fault of the service';
    return;
  }
  if (!success[method].includes(status)) yield `status ${status}`;
  if ((status === 204) !== (body === undefined)) yield 'a body where none belongs, or none where one does';
  if (schemasOf(body).includes(urn.list)) {
    for (const name of ['totalResults', 'startIndex', 'itemsPerPage']) {
      if (!Number.isInteger(body?.[name])) yield `${name} is no integer`;
    }
    if (!Array.isArray(body?.['Resources'])) yield 'no Resources';
  } else if (body !== undefined) {
    const { location, resourceType, version } = (body['meta'] ?? {}) as Json;
    if (typeof body['id'] !== 'string' || body['id'] === '') yield 'no id';
    if (location !== `${base}/${String(resourceType)}s/${String(body['id'])}`)
      yield `meta.location is ${String(location)}`;
    if (status === 201 && headers.get('location') !== location) yield `Location is ${headers.get('location')}`;
    if (version !== undefined && headers.get('etag') !== version) yield `ETag is ${headers.get('etag')}`;
  }
}

function schemasOf(body: Json | undefined): readonly unknown[] {
  const schemas = body?.['schemas'];
  return Array.isArray(schemas) ? schemas : [];
}
