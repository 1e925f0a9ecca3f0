/** A standalone SCIM service in the sandbox, and a client that speaks to one service. */
import { type SandboxOptions } from '../../src/sandbox/index.js';
import { start, type Answer, type Client } from './support.js';

export const corp = '/scim/v2/corp';
export const urn = (name: string): string => `urn:ietf:params:scim:schemas:core:2.0:${name}`;
export const message = (name: string): string => `urn:ietf:params:scim:api:messages:2.0:${name}`;

export type Json = Record<string, unknown>;

export const users = [
  { userName: 'alice@acme.com', displayName: 'Alice Ng', externalId: 'e1' },
  { userName: 'Bob@acme.com', displayName: 'Bob' },
  { userName: 'carol', displayName: 'Carol', active: false },
];
export const groups = [
  { displayName: 'data-eng', members: ['alice@acme.com', 'bob@acme.com'] },
  { displayName: 'ops', members: [] },
];

/** A world with a service of three users and two groups. */
export const scimWorld = (capabilities: Json = {}, rest: Json = {}): Json => ({
  scim: [{ path: corp, capabilities, users, groups, ...rest }],
});

export interface Scim {
  readonly client: Client;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, operations: readonly unknown[], headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  bulk(operations: readonly unknown[], rest?: Json): Promise<Answer>;
  /** The id of a user or group, by its name. */
  id(name: string): Promise<string>;
  /** The user names in a group. */
  members(group: string): Promise<readonly string[]>;
}

/** Speaks to the service at a path, with its token unless another is given. */
export function scimClient(client: Client, base = corp, token = 'scim-development'): Scim {
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    client.send(method, base + path, body, {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
      ...headers,
    });
  const list = async (path: string): Promise<Json[]> => ((await send('GET', path)).body['Resources'] ?? []) as Json[];
  return {
    client,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, operations, headers) =>
      send('PATCH', path, { schemas: [message('PatchOp')], Operations: operations }, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    bulk: (operations, rest = {}) =>
      send('POST', '/Bulk', { schemas: [message('BulkRequest')], Operations: operations, ...rest }),
    async id(name) {
      const named = ({ userName = '', displayName }: Json): boolean =>
        [userName, displayName].some((each) => String(each).toLowerCase() === name.toLowerCase());
      const all = [...(await list('/Users?count=1000')), ...(await list('/Groups?count=1000'))];
      return String(all.find(named)?.['id']);
    },
    async members(group) {
      const names = new Map((await list('/Users?count=1000')).map(({ id, userName }) => [id, String(userName)]));
      const found = (await list('/Groups?count=1000')).find(({ displayName }) => displayName === group);
      const members = (found?.['members'] ?? []) as { value: string }[];
      return members.map(({ value }) => names.get(value) ?? value).sort();
    },
  };
}

export async function startScim(capabilities: Json = {}, options: Partial<SandboxOptions> = {}): Promise<Scim> {
  return scimClient(await start(scimWorld(capabilities), options));
}

export const user = (userName: string, rest: Json = {}): Json => ({ schemas: [urn('User')], userName, ...rest });
export const group = (displayName: string, ids: readonly string[] = [], rest: Json = {}): Json => ({
  schemas: [urn('Group')],
  displayName,
  members: ids.map((value) => ({ value })),
  ...rest,
});
