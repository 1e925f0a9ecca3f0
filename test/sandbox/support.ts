/** A default world, a sandbox of it without rate limits, and a small client; each test says only what differs. */
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export const acme = 'clm3x0acme000000000000001';
export const other = 'clm3x0other00000000000002';

type Json = Record<string, unknown>;

/** Acme with an owner, three members, a pending person, a team, a verified and a pending domain; and a second organization. */
export function world(organization: Json = {}, rest: Json = {}): Json {
  const { tokens, ...others } = rest;
  return {
    astro: {
      organizations: [
        {
          id: acme,
          name: 'Acme Data',
          billingEmail: 'billing@acme.com',
          users: [
            { email: 'alice@acme.com', name: 'Alice Ng', role: 'ORGANIZATION_OWNER' },
            { email: 'bob@acme.com', name: 'Bob', workspaces: { Analytics: 'WORKSPACE_AUTHOR' } },
            { email: 'carol@acme.com', name: 'Carol' },
            { email: 'dave@else.com', name: 'Dave' },
            { email: 'pia@acme.com', status: 'PENDING' },
          ],
          teams: [{ name: 'data-eng', description: 'Data', members: ['alice@acme.com', 'bob@acme.com'] }],
          domains: [{ name: 'acme.com' }, { name: 'acme-labs.io', status: 'PENDING' }],
          workspaces: [{ name: 'Analytics', deployments: [{ name: 'etl' }] }, { name: 'Sales' }],
          ...organization,
        },
        { id: other, name: 'Other', users: [{ email: 'olga@other.com', role: 'ORGANIZATION_OWNER' }] },
      ],
      ...(tokens === undefined ? {} : { tokens }),
    },
    ...others,
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; an empty object without one. */
  readonly body: Json;
}

export interface Client {
  readonly sandbox: Sandbox;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The id of a user, team, workspace, domain or connection, by name. */
  id(
    kind: 'users' | 'teams' | 'workspaces' | 'deployments' | 'domains' | 'ssoConnections',
    name: string,
  ): Promise<string>;
  state(): Promise<Json>;
}

export async function start(value: unknown = world(), options: Partial<SandboxOptions> = {}): Promise<Client> {
  const sandbox = await createSandbox({ world: value, rateLimit: false, ...options });
  return clientOf(sandbox);
}

export function clientOf(sandbox: Sandbox, token = sandbox.credentials['ASTRO_API_TOKEN'] ?? ''): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as Json) };
  };
  const state = async (): Promise<Json> => (await send('GET', '/_sandbox/state')).body;
  return {
    sandbox,
    send,
    state,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
    id: async (kind, name) => {
      if (kind === 'deployments') {
        const [workspace = '', deployment = ''] = name.split('/');
        return String(
          pick(await state(), 'astro', 'organizations', acme, 'workspaces', workspace, kind, deployment, 'id'),
        );
      }
      return String(pick(await state(), 'astro', 'organizations', acme, kind, name, 'id'));
    },
  };
}

/** A value deep inside JSON; undefined where the path ends early. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Json)[key] : undefined),
    value,
  );
}

/** The organization's part of the state. */
export async function organizationState(client: Client, id = acme): Promise<Json> {
  return pick(await client.state(), 'astro', 'organizations', id) as Json;
}

export const v1 = `/v1/organizations/${acme}`;
export const core = `/v1alpha1/organizations/${acme}`;
