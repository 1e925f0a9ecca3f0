/**
 * A SCIM service in this process that writes, too: as small as our own requests need it, with the habits of real
 * services to be switched on. Strict in what it takes: whatever it does not know is a 400.
 */
import { isJsonObject, textOf, type Json, type JsonObject } from '../../../src/core/json.js';
import type { ConnectionOptions } from '../../../src/core/provider.js';

export interface Habits {
  readonly config?: JsonObject;
  readonly users?: readonly JsonObject[];
  readonly groups?: readonly JsonObject[];
  /** PATCH is answered with this status. */
  readonly patchStatus?: number;
  readonly bulkStatus?: number;
  /** Inside a Bulk only. */
  readonly patchInBulk?: number;
  /** So many member changes in one request, POST and PUT included, and else this status. */
  readonly memberLimit?: { readonly changes: number; readonly status: 400 | 413 };
  /** `members[value eq "x"]` is refused; a removal by value works, or (`ignores`) takes out everybody. */
  readonly noFilterPaths?: 'by-value' | 'ignores';
  readonly noFilters?: boolean;
  readonly uniqueGroups?: boolean;
  readonly hideMembers?: boolean;
  /** Answers to POST tell the id nowhere, or only by Location. */
  readonly bareAnswers?: 'location' | 'nothing';
  /** Instead of the answer, before (returned) or after (`lose`) the work. */
  readonly intercept?: (call: Call) => Response | 'lose' | undefined;
  readonly bulkResults?: (results: readonly JsonObject[]) => readonly JsonObject[];
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: JsonObject;
  readonly ifMatch: string | null;
}

interface Stored {
  readonly attributes: JsonObject;
  readonly version: number;
}

export class ModelService {
  readonly calls: Call[] = [];
  habits: Habits;
  private readonly users = new Map<string, Stored>();
  private readonly groups = new Map<string, Stored>();
  private next = 1;

  constructor(habits: Habits) {
    this.habits = habits;
    this.add('users', habits.users ?? []);
    this.add('groups', habits.groups ?? []);
  }

  add(kind: 'users' | 'groups', resources: readonly JsonObject[]): void {
    for (const { id, ...rest } of resources) this[kind].set(textOf(id), { attributes: rest, version: 1 });
  }

  get connection(): ConnectionOptions {
    let time = 0;
    return {
      settings: { baseUrl: 'https://scim.example.test/v2', token: { env: 'SCIM_TOKEN' } },
      access: 'write',
      http: {
        fetch: (input, init) => this.fetch(new Request(input, init)),
        now: () => time,
        sleep: async (ms) => void (time += ms),
        random: () => 0.5,
        secret: async () => 'secret-token',
        allowedHosts: ['scim.example.test'],
        endpoint: undefined,
        rateLimit: false,
        clientVersion: '0.0.0',
      },
    };
  }

  /** `METHOD /path` of everything that was sent, or of the writes. */
  requests(which: 'all' | 'writes' = 'all'): string[] {
    return this.calls
      .filter(({ method }) => which === 'all' || method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** Members of each group by user name, for comparison. */
  members(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.groups.values()].map(({ attributes }) => [
        textOf(attributes['displayName']),
        idsIn(attributes)
          .map((id) => textOf(this.users.get(id)?.attributes['userName'] ?? id))
          .sort(),
      ]),
    );
  }

  people(): Record<string, JsonObject> {
    return Object.fromEntries(
      [...this.users.values()].map(({ attributes: { userName, schemas: _schemas, ...rest } }) => [
        textOf(userName),
        rest,
      ]),
    );
  }

  drop(id: string): void {
    this.users.delete(id);
  }

  touch(id: string): void {
    for (const all of [this.users, this.groups]) {
      const stored = all.get(id);
      if (stored !== undefined) all.set(id, { ...stored, version: stored.version + 1 });
    }
  }

  private async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = decodeURIComponent(url.pathname.slice('/v2'.length)) + decodeURIComponent(url.search);
    const text = await request.text();
    const body = text === '' ? {} : (JSON.parse(text) as JsonObject);
    const call: Call = { method: request.method, path, body, ifMatch: request.headers.get('if-match') };
    this.calls.push(call);
    const instead = this.habits.intercept?.(call);
    if (instead instanceof Response) return instead;
    const answer = this.answer(call.method, url.pathname.slice('/v2'.length), url.searchParams, body, call.ifMatch);
    if (instead === 'lose') throw new TypeError('fetch failed');
    return answer;
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: JsonObject,
    ifMatch: string | null,
  ): Response {
    const [, type = '', encoded] = path.split('/');
    if (type === 'ServiceProviderConfig') return Response.json(this.habits.config ?? {});
    if (type === 'Bulk') return this.bulk(body);
    const all = type === 'Users' ? this.users : type === 'Groups' ? this.groups : undefined;
    if (all === undefined) return refuse(404, 'no such endpoint');
    if (encoded === undefined) return method === 'POST' ? this.create(type, all, body) : this.list(type, all, query);
    const id = decodeURIComponent(encoded);
    const stored = all.get(id);
    if (stored === undefined) return refuse(404, `no ${id}`);
    if (ifMatch !== null && ifMatch !== etag(stored)) return refuse(412, 'another version');
    switch (method) {
      case 'GET':
        return this.show(type, id, stored, 200);
      case 'DELETE':
        return this.remove(type, all, id);
      case 'PUT':
        return this.replace(type, all, id, stored, body);
      case 'PATCH':
        return this.patch(type, all, id, stored, body);
      default:
        return refuse(405, method);
    }
  }

  private show(type: string, id: string, stored: Stored, status: number): Response {
    const { members = [], ...rest } = stored.attributes;
    const shown = this.habits.hideMembers === true || type === 'Users' ? rest : { ...rest, members };
    const groups = [...this.groups].flatMap(([group, { attributes }]) =>
      idsIn(attributes).includes(id) ? [{ value: group }] : [],
    );
    const body = {
      id,
      ...shown,
      ...(type === 'Users' && groups.length > 0 && { groups }),
      meta: { version: etag(stored), location: `/v2/${type}/${id}` },
    };
    return Response.json(body, { status, headers: { etag: etag(stored) } });
  }

  private list(type: string, all: ReadonlyMap<string, Stored>, query: URLSearchParams): Response {
    const filter = query.get('filter');
    if (filter !== null && (this.habits.noFilters === true || !/^\w+ eq "[^"]*"$/.test(filter)))
      return refuse(400, 'no filters', 'invalidFilter');
    const [, attribute = '', text = '""'] = /^(\w+) eq (".*")$/s.exec(filter ?? '') ?? [];
    const wanted = (JSON.parse(text) as string).toLowerCase();
    const hits = [...all].filter(
      ([, { attributes }]) => filter === null || textOf(attributes[attribute]).toLowerCase() === wanted,
    );
    return Response.json({
      totalResults: hits.length,
      startIndex: 1,
      itemsPerPage: hits.length,
      Resources: hits.map(
        ([
          id,
          {
            attributes: { members, ...rest },
            ...stored
          },
        ]) => ({
          id,
          ...rest,
          ...(type === 'Groups' && this.habits.hideMembers !== true && { members }),
          meta: { version: etag({ attributes: rest, ...stored }) },
        }),
      ),
    });
  }

  private create(type: string, all: Map<string, Stored>, body: JsonObject): Response {
    const problem = this.problemWith(type, body);
    if (problem !== undefined) return problem;
    const key = type === 'Users' ? 'userName' : 'displayName';
    const taken = [...all.values()].some(
      ({ attributes }) => textOf(attributes[key]).toLowerCase() === textOf(body[key]).toLowerCase(),
    );
    if (taken && (type === 'Users' || this.habits.uniqueGroups !== false)) return refuse(409, 'taken', 'uniqueness');
    const id = `${type === 'Users' ? 'u' : 'g'}${this.next++}`;
    const stored = { attributes: body, version: 1 };
    all.set(id, stored);
    const { bareAnswers } = this.habits;
    if (bareAnswers === undefined) return this.show(type, id, stored, 201);
    return new Response(null, {
      status: 201,
      headers: bareAnswers === 'location' ? { location: `https://scim.example.test/v2/${type}/${id}` } : {},
    });
  }

  private remove(type: string, all: Map<string, Stored>, id: string): Response {
    all.delete(id);
    if (type === 'Users') {
      for (const [group, { attributes, version }] of this.groups) {
        if (idsIn(attributes).includes(id))
          this.groups.set(group, {
            attributes: withMembers(
              attributes,
              idsIn(attributes).filter((member) => member !== id),
            ),
            version: version + 1,
          });
      }
    }
    return new Response(null, { status: 204 });
  }

  private replace(type: string, all: Map<string, Stored>, id: string, stored: Stored, body: JsonObject): Response {
    const problem = this.problemWith(type, body);
    if (problem !== undefined) return problem;
    const changed = { attributes: body, version: stored.version + 1 };
    all.set(id, changed);
    return this.show(type, id, changed, 200);
  }

  private patch(type: string, all: Map<string, Stored>, id: string, stored: Stored, body: JsonObject): Response {
    if (this.habits.patchStatus !== undefined) return refuse(this.habits.patchStatus, 'PATCH is not supported');
    let { attributes } = stored;
    const operations = body['Operations'];
    if (!Array.isArray(operations) || operations.length === 0) return refuse(400, 'no operations', 'invalidSyntax');
    let changes = 0;
    for (const operation of operations as readonly JsonObject[]) {
      const result = this.apply(attributes, operation);
      if (result instanceof Response) return result;
      if (textOf(operation['path']).startsWith('members'))
        changes += Array.isArray(operation['value']) ? operation['value'].length : 1;
      attributes = result;
    }
    const limit = this.habits.memberLimit;
    if (limit !== undefined && changes > limit.changes) return refuse(limit.status, 'too many operations');
    const problem = this.problemWith(type, attributes, false);
    if (problem !== undefined) return problem;
    const changed = { attributes, version: stored.version + 1 };
    all.set(id, changed);
    return type === 'Groups' ? new Response(null, { status: 204 }) : this.show(type, id, changed, 200);
  }

  private apply(attributes: JsonObject, { op, path, value }: JsonObject): JsonObject | Response {
    const target = textOf(path);
    const filter = /^members\[value eq ("(?:[^"\\]|\\.)*")\]$/.exec(target)?.[1];
    if (op === 'remove' && filter !== undefined) {
      if (this.habits.noFilterPaths !== undefined) return refuse(400, 'bad path', 'invalidPath');
      const gone = JSON.parse(filter) as string;
      return withMembers(
        attributes,
        idsIn(attributes).filter((id) => id !== gone),
      );
    }
    if (op === 'remove' && target === 'members' && Array.isArray(value)) {
      const gone = new Set(idsIn({ members: value }));
      const ignores = this.habits.noFilterPaths === 'ignores';
      return withMembers(attributes, ignores ? [] : idsIn(attributes).filter((id) => !gone.has(id)));
    }
    if (op === 'add' && target === 'members' && Array.isArray(value))
      return withMembers(attributes, [...new Set([...idsIn(attributes), ...idsIn({ members: value })])]);
    if (op !== 'replace' || value === undefined) return refuse(400, `cannot ${textOf(op)} ${target}`, 'invalidPath');
    const [name = '', part] = target.split('.');
    if (part === undefined) return { ...attributes, [name]: value };
    const whole = attributes[name];
    return { ...attributes, [name]: { ...(isJsonObject(whole) ? whole : {}), [part]: value } };
  }

  private problemWith(type: string, body: JsonObject, isWhole = true): Response | undefined {
    const key = type === 'Users' ? 'userName' : 'displayName';
    if (typeof body[key] !== 'string') return refuse(400, `${key} is required`, 'invalidValue');
    if (type === 'Users') return undefined;
    const ids = idsIn(body);
    const limit = this.habits.memberLimit;
    if (isWhole && limit !== undefined && ids.length > limit.changes) return refuse(limit.status, 'too many members');
    const nobody = ids.find((id) => !this.users.has(id));
    return nobody === undefined ? undefined : refuse(400, `no user ${nobody}`, 'invalidValue');
  }

  private bulk(body: JsonObject): Response {
    if (this.habits.bulkStatus !== undefined) return refuse(this.habits.bulkStatus, 'no bulk');
    const ids = new Map<string, string>();
    const results = (body['Operations'] as unknown as readonly JsonObject[]).map((operation): JsonObject => {
      const { method, path, bulkId, data, version } = operation;
      const filled = JSON.parse(
        JSON.stringify(data ?? {}).replace(/"bulkId:([^"]*)"/g, (found, id: string) =>
          JSON.stringify(ids.get(id) ?? found),
        ),
      ) as JsonObject;
      const before = this.next;
      const { patchInBulk } = this.habits;
      if (method === 'PATCH' && patchInBulk !== undefined) {
        return { method, location: `https://scim.example.test/v2${textOf(path)}`, status: String(patchInBulk) };
      }
      const answer = this.answer(
        textOf(method),
        textOf(path),
        new URLSearchParams(),
        filled,
        (version as string | undefined) ?? null,
      );
      const isDone = answer.status < 300;
      const id = `${path === '/Users' ? 'u' : 'g'}${before}`;
      if (method === 'POST' && isDone) ids.set(textOf(bulkId), id);
      const place = method === 'POST' ? `${textOf(path)}/${id}` : textOf(path);
      return {
        method: method ?? null,
        ...(bulkId !== undefined && { bulkId }),
        ...((isDone || method !== 'POST') && { location: `https://scim.example.test/v2${place}` }),
        status: String(answer.status),
      };
    });
    return Response.json({ Operations: this.habits.bulkResults?.(results) ?? results });
  }
}

export function refuse(status: number, detail: string, scimType?: string): Response {
  return Response.json({ status: String(status), detail, ...(scimType !== undefined && { scimType }) }, { status });
}

function etag({ version }: Stored): string {
  return `W/"${version}"`;
}

function idsIn({ members }: JsonObject): string[] {
  const list: readonly Json[] = Array.isArray(members) ? (members as readonly Json[]) : [];
  return list.map((member) => (isJsonObject(member) ? textOf(member['value']) : ''));
}

function withMembers(attributes: JsonObject, ids: readonly string[]): JsonObject {
  return { ...attributes, members: ids.map((value) => ({ value })) };
}
