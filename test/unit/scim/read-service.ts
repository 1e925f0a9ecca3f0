/** A SCIM service in this process, as small as reading needs it, whose habits can be set; and a client of it. */
import { defaultGuards } from '../../../src/core/guards/default-guards.js';
import type { Json, JsonObject } from '../../../src/core/json.js';
import type { ConnectionOptions } from '../../../src/core/provider.js';
import type { DesiredOrganization, DesiredResource, Live, UnlistedPolicy } from '../../../src/core/resource.js';
import { formatAddress } from '../../../src/core/address.js';
import type { CollectionKey } from '../../../src/core/shape.js';
import { createScimClient, type ScimClient } from '../../../src/providers/scim/client.js';
import type { ScimFacts } from '../../../src/providers/scim/facts.js';
import { readDirectory } from '../../../src/providers/scim/read.js';

export interface Service {
  readonly users?: readonly JsonObject[];
  readonly groups?: readonly JsonObject[];
  /** Undefined: 404. */
  readonly config?: Json;
  /** The most that a page holds, whatever is asked for. */
  readonly pageSize?: number;
  /** Members in answers: `lists` hides them in lists only; `all` everywhere; `empty` shows an empty list everywhere. */
  readonly hideMembers?: 'lists' | 'all' | 'empty';
  /** Only so many members are shown. */
  readonly memberLimit?: number;
  /** Attributes that may be filtered by. */
  readonly filters?: readonly string[];
  /** Answers instead of the service, where it returns something. */
  readonly intercept?: (call: Call) => Response | undefined;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly url: URL;
  /** Of this path and query before. */
  readonly times: number;
}

export interface TestService {
  readonly client: ScimClient;
  /** Method and path below the base URL, decoded, in the order in which they came. */
  readonly requests: string[];
  readonly urls: string[];
  readonly waits: number[];
  readonly read: (organization: DesiredOrganization) => Promise<Live<ScimFacts>>;
}

export const baseUrl = 'https://scim.example.test/v2';
export const fullConfig = {
  patch: { supported: true },
  bulk: { supported: false },
  filter: { supported: true, maxResults: 1000 },
  etag: { supported: false },
};

export function user(userName: string, more: JsonObject = {}): JsonObject {
  return { id: `u-${userName}`, userName, active: true, ...more };
}

export function group(displayName: string, members: readonly string[] | undefined, more: JsonObject = {}): JsonObject {
  return {
    id: `g-${displayName}`,
    displayName,
    ...(members !== undefined && { members: members.map((name) => ({ value: `u-${name}` })) }),
    ...more,
  };
}

export function scimError(status: number, scimType?: string): Response {
  return Response.json(
    { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: `${status}`, scimType, detail: 'Because.' },
    { status },
  );
}

export function startService(service: Service, http: Partial<ConnectionOptions['http']> = {}): TestService {
  const requests: string[] = [];
  const urls: string[] = [];
  const waits: number[] = [];
  const seen = new Map<string, number>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.slice('/v2'.length);
    const method = init?.method ?? 'GET';
    const key = `${method} ${path}${url.search}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    urls.push(url.href);
    requests.push(`${method} ${path}${decodeURIComponent(url.search)}`);
    const call: Call = { method, path, query: url.searchParams, url, times };
    return service.intercept?.(call) ?? answer(service, call);
  };
  let time = 0;
  const client = createScimClient({
    settings: { baseUrl, token: { env: 'SCIM_TOKEN' } },
    access: 'write',
    http: {
      fetch,
      now: () => time,
      sleep: async (ms) => {
        waits.push(ms);
        time += ms;
      },
      random: () => 0.5,
      secret: async () => 'secret-token',
      allowedHosts: ['scim.example.test'],
      endpoint: undefined,
      rateLimit: true,
      clientVersion: '0.0.0',
      ...http,
    },
  });
  return {
    client,
    requests,
    urls,
    waits,
    read: (organization) =>
      readDirectory(client, {
        organization,
        options: { now: '2026-01-01T00:00:00Z', verifyDomains: false, replace: new Set() },
      }),
  };
}

function answer(service: Service, { method, path, query }: Call): Response {
  if (path === '/ServiceProviderConfig') {
    return service.config === undefined ? scimError(404) : Response.json(service.config);
  }
  const [, type, id] = path.split('/');
  const all = type === 'Users' ? service.users : type === 'Groups' ? service.groups : undefined;
  if (method !== 'GET' || all === undefined) return scimError(404);
  if (id !== undefined) {
    const found = all.find((item) => item['id'] === decodeURIComponent(id));
    return found === undefined ? scimError(404) : Response.json(shown(service, found, 'single'));
  }
  const filter = query.get('filter');
  const hits = filter === null ? all : matching(service, all, filter);
  if (hits === undefined) return scimError(400, 'invalidFilter');
  const start = Math.max(1, Number(query.get('startIndex') ?? '1'));
  const count = Math.min(Number(query.get('count') ?? '100'), service.pageSize ?? 1000);
  const page = hits.slice(start - 1, start - 1 + count);
  return Response.json({
    totalResults: hits.length,
    itemsPerPage: page.length,
    startIndex: start,
    Resources: page.map((item) => withoutExcluded(shown(service, item, 'list'), query)),
  });
}

function withoutExcluded(item: JsonObject, query: URLSearchParams): JsonObject {
  const excluded = query.get('excludedAttributes');
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== excluded));
}

function shown({ hideMembers, memberLimit }: Service, item: JsonObject, where: 'list' | 'single'): JsonObject {
  const { members, ...rest } = item;
  if (!Array.isArray(members)) return item;
  if (hideMembers === 'empty') return { ...rest, members: [] };
  if (hideMembers === 'all' || (hideMembers === 'lists' && where === 'list')) return rest;
  return { ...rest, members: members.slice(0, memberLimit ?? members.length) as readonly Json[] };
}

/** Undefined where the service does not understand the filter. */
function matching(
  { filters }: Service,
  items: readonly JsonObject[],
  filter: string,
): readonly JsonObject[] | undefined {
  const conditions = filter.split(' and ').map((text) => {
    const [, attribute = '', operator = '', value = 'null'] = /^(\w+) (eq|pr)(?: (".*"))?$/.exec(text) ?? [];
    return { attribute, operator, value: JSON.parse(value) as string };
  });
  const allowed = filters ?? ['id', 'userName', 'displayName', 'members', 'members pr'];
  const isKnown = conditions.every(({ attribute, operator }) =>
    allowed.includes(operator === 'pr' ? `${attribute} pr` : attribute),
  );
  if (!isKnown) return undefined;
  return items.filter((item) =>
    conditions.every(({ attribute, operator, value }) => {
      const found = item[attribute];
      const values = Array.isArray(found) ? (found as readonly JsonObject[]).map((each) => each['value']) : [found];
      if (operator === 'pr') return Array.isArray(found) && found.length > 0;
      return values.some((each) => typeof each === 'string' && each.toLowerCase() === value.toLowerCase());
    }),
  );
}

export interface Wanted {
  readonly members?: Readonly<Record<string, JsonObject>>;
  readonly teams?: Readonly<Record<string, JsonObject & { readonly previously?: readonly string[] }>>;
  readonly managed?: readonly CollectionKey[];
  readonly teamMembers?: UnlistedPolicy['policy'];
}

/** `members` and `teams` are attributes by name; what is named is managed. */
export function directory({ members, teams, managed, teamMembers = 'report' }: Wanted): DesiredOrganization {
  const policy = (value: UnlistedPolicy['policy']): UnlistedPolicy => ({ policy: value, includeProvisioned: false });
  const limit = { percent: 25, atLeast: 5 };
  const resource = (kind: string, name: string, all: JsonObject): DesiredResource => {
    const { previously = [], state, ...attributes } = all;
    return {
      address: formatAddress('corp', kind, name),
      kind,
      name,
      state: state === 'absent' ? 'absent' : 'present',
      attributes: kind === 'member' ? { active: true, ...attributes } : attributes,
      previously: previously as readonly string[],
      pointer: '',
      source: undefined,
      dependsOn: [],
    };
  };
  return {
    name: 'corp',
    type: 'scim',
    id: '',
    provider: 'corp',
    source: undefined,
    pointer: '',
    resources: [
      ...Object.entries(members ?? {}).map(([name, all]) => resource('member', name, all)),
      ...Object.entries(teams ?? {}).map(([name, all]) => resource('team', name, all)),
    ],
    managed: managed ?? [
      ...(members === undefined ? [] : ['members' as const]),
      ...(teams === undefined ? [] : ['teams' as const, 'teamMembers' as const]),
    ],
    unlisted: {
      members: policy('report'),
      teams: policy('report'),
      teamMembers: policy(teamMembers),
      domains: policy('report'),
      roleMappings: policy('report'),
    },
    guards: {
      ...defaultGuards,
      minOwners: 1,
      maxRemovals: {
        members: limit,
        teamMembers: limit,
        teams: limit,
        roles: limit,
        domains: limit,
        roleMappings: limit,
        owners: limit,
      },
    },
    settings: { removePeople: 'deactivate' },
  };
}

export function membersOf(live: Live<ScimFacts>, team: string): Json | undefined {
  return live.resources.find(({ kind, name }) => kind === 'team' && name === team)?.attributes['members'];
}

export function namesOf(live: Live<ScimFacts>, kind: 'member' | 'team'): readonly string[] {
  return live.resources.filter((resource) => resource.kind === kind).map(({ name }) => name);
}
