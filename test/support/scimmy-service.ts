/**
 * A SCIM service that others wrote (scimmy, behind express), with a small directory in memory, in the place of the
 * sandbox: what our client and our sandbox might both have misread, it has not.
 */
import type { AddressInfo } from 'node:net';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import type { Sandbox } from '../../src/sandbox/index.js';

type Fields = Record<string, unknown>;

interface Entry extends Fields {
  readonly id: string;
}

/** The directory of one service. `userName` and `displayName` of groups are unique, whatever their case. */
interface Directory {
  readonly users: Map<string, Entry>;
  readonly groups: Map<string, Entry>;
  made: number;
}

export interface ScimmyWorld {
  readonly path: string;
  readonly users: readonly Fields[];
  readonly groups: readonly (Fields & { readonly members: readonly string[] })[];
}

const token = 'scimmy-development';

/** What the library asks of us, as far as it is used here: it comes without types that fit. */
interface ScimmyResource {
  readonly id?: string;
  readonly filter?: { match(values: readonly Fields[]): readonly Fields[] };
}

/** The library keeps its handlers for the whole process, so the directory of the request's service is its context. */
const byHost = new Map<string, Directory>();
let declared = false;

function declare(): void {
  if (declared) return;
  declared = true;
  SCIMMY.Config.set({ patch: true, filter: true, bulk: false, sort: true, etag: false });
  for (const [type, kind, key] of [
    [SCIMMY.Resources.User, 'users', 'userName'],
    [SCIMMY.Resources.Group, 'groups', 'displayName'],
  ] as const) {
    SCIMMY.Resources.declare(
      type as never,
      {
        ingress: (resource: ScimmyResource, data: Fields, directory: Directory) => {
          const entries = directory[kind];
          const given = JSON.parse(JSON.stringify(data)) as Fields;
          const name = String(given[key]).toLowerCase();
          const twin = [...entries.values()].find((entry) => String(entry[key]).toLowerCase() === name);
          if (twin !== undefined && twin.id !== resource.id)
            throw new SCIMMY.Types.Error(409, 'uniqueness', `${key} is taken`);
          if (resource.id !== undefined && !entries.has(resource.id)) throw notFound(resource.id);
          const id = resource.id ?? `${kind}-${(directory.made += 1)}`;
          const { schemas: _schemas, meta: _meta, groups: _groups, ...kept } = given;
          const entry = { ...kept, id };
          entries.set(id, entry);
          return entry;
        },
        egress: (resource: ScimmyResource, directory: Directory) => {
          const entries = directory[kind];
          if (resource.id !== undefined) {
            const entry = entries.get(resource.id);
            if (entry === undefined) throw notFound(resource.id);
            return entry;
          }
          const all = [...entries.values()];
          return resource.filter === undefined ? all : resource.filter.match(all);
        },
        degress: (resource: ScimmyResource, directory: Directory) => {
          const id = resource.id ?? '';
          if (!directory[kind].delete(id)) throw notFound(id);
          for (const [groupId, group] of directory.groups) {
            const members = membersOf(group).filter(({ value }) => value !== id);
            directory.groups.set(groupId, { ...group, members });
          }
        },
      } as never,
    );
  }
}

function notFound(id: string): Error {
  return new SCIMMY.Types.Error(404, null as never, `Resource ${id} not found`);
}

function membersOf(group: Fields): readonly { readonly value: string }[] {
  return Array.isArray(group['members']) ? (group['members'] as { readonly value: string }[]) : [];
}

function seed({ users, groups }: ScimmyWorld): Directory {
  const idOf = new Map(users.map(({ userName }, index) => [String(userName).toLowerCase(), `user-${index}`]));
  return {
    made: 0,
    users: new Map(
      users.map((user, index) => [`user-${index}`, { active: true, ...user, id: `user-${index}` }] as const),
    ),
    groups: new Map(
      groups.map(({ members, ...group }, index) => {
        const values = members.map((name) => ({ value: idOf.get(name.toLowerCase()) ?? name }));
        return [`group-${index}`, { ...group, id: `group-${index}`, members: values }] as const;
      }),
    ),
  };
}

/** Fits where a sandbox does; of the controls it has those that the provider contract uses. */
export async function startScimmy(world: ScimmyWorld): Promise<Sandbox> {
  declare();
  const directory = seed(world);
  const app = express();
  const context = (request: { header(name: string): string | undefined }): Directory | undefined =>
    byHost.get(request.header('host') ?? '');
  app.use(
    world.path,
    new SCIMMYRouters({
      type: 'bearer',
      handler: (request: { header(name: string): string | undefined }) => {
        if (request.header('authorization') !== `Bearer ${token}`) throw new Error('who is there?');
        return 'tester';
      },
      context,
    }) as never,
  );
  const server = await new Promise<ReturnType<typeof app.listen>>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  byHost.set(host, directory);
  const log: { method: string; path: string; status: number }[] = [];
  let pageSize: number | undefined;

  async function control(method: string, path: string, body: unknown): Promise<Response> {
    if (path === 'state') return Response.json(stateOf(world.path, directory));
    if (path === 'faults') {
      pageSize = (body as readonly { readonly pageSize?: number }[])[0]?.pageSize;
      return new Response(null, { status: 204 });
    }
    if (method === 'DELETE') log.length = 0;
    const reads = log.filter((entry) => entry.method === 'GET').length;
    return Response.json({ totals: { reads, writes: log.length - reads, auth: 0 }, requests: log });
  }

  return {
    credentials: { SCIM_TOKEN: token },
    async fetch(request) {
      const url = new URL(request.url);
      const text = await request.text();
      if (url.pathname.startsWith('/_sandbox/')) {
        return control(
          request.method,
          url.pathname.slice('/_sandbox/'.length),
          text === '' ? {} : (JSON.parse(text) as unknown),
        );
      }
      if (pageSize !== undefined && url.searchParams.has('count')) url.searchParams.set('count', String(pageSize));
      const response = await fetch(`http://${host}${url.pathname}${url.search}`, {
        method: request.method,
        headers: request.headers,
        ...(text !== '' && { body: text }),
      });
      log.push({ method: request.method, path: url.pathname, status: response.status });
      const answer = await response.text();
      return new Response(answer === '' ? null : answer, { status: response.status, headers: response.headers });
    },
    close: () =>
      new Promise((resolve) => {
        byHost.delete(host);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** In the form of the sandbox's own state. */
function stateOf(path: string, { users, groups }: Directory): unknown {
  const nameOf = (id: string): string => {
    const name = users.get(id)?.['userName'];
    return typeof name === 'string' ? name : id;
  };
  const shown = [...groups.values()].map((group) => {
    const members = membersOf(group).map(({ value }) => nameOf(value));
    return [String(group['displayName']), { ...group, members: members.sort() }] as const;
  });
  return {
    scim: {
      [path]: {
        users: Object.fromEntries(
          [...users.values()].map((user) => [String(user['userName']).toLowerCase(), user] as const),
        ),
        groups: Object.fromEntries(shown),
      },
    },
  };
}
