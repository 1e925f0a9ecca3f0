/** A directory as read and as configured, as plain values, and the plan that follows from the two. */
import { defaultGuards } from '../../../src/core/guards/default-guards.js';
import type { Json, JsonObject } from '../../../src/core/json.js';
import type { OrganizationInput } from '../../../src/core/organization-input.js';
import { makePlan, type Plan, type PlannedOrganization } from '../../../src/core/plan.js';
import type { Coverage, Live, LiveResource, RemovalScope, UnlistedPolicy } from '../../../src/core/resource.js';
import { removalScopes } from '../../../src/core/resource.js';
import { collectionKeys, type CollectionKey } from '../../../src/core/shape.js';
import type { ScimFacts } from '../../../src/providers/scim/facts.js';
import { createScim } from '../../../src/providers/scim/index.js';

export interface Configured {
  readonly members?: Readonly<Record<string, JsonObject>>;
  readonly teams?: Readonly<Record<string, JsonObject>>;
  readonly removePeople?: 'deactivate' | 'delete';
  readonly unlisted?: Partial<Record<CollectionKey, UnlistedPolicy['policy']>>;
}

/** Organization `corp`; a member or team with `state: absent` is one. */
export function inputOf({ members = {}, teams = {}, removePeople, unlisted = {} }: Configured): OrganizationInput {
  const limits = removalScopes.map((scope) => [scope, { percent: 100, atLeast: 10_000 }] as const);
  const policies = collectionKeys.map(
    (key) => [key, { policy: unlisted[key] ?? 'report', includeProvisioned: true }] as const,
  );
  return {
    name: 'corp',
    type: 'scim',
    id: '',
    provider: 'scim',
    pointer: '/organizations/corp',
    source: undefined,
    config: { ...(removePeople !== undefined && { removePeople }) },
    identityProviders: {},
    members: Object.entries(members).map(([email, { state, ...settings }]) => ({
      email,
      state: state === 'absent' ? 'absent' : 'present',
      settings,
      pointer: `/organizations/corp/members/${email}`,
    })),
    teams: Object.entries(teams).map(([name, { state, members: people, previously, ...settings }]) => ({
      name,
      state: state === 'absent' ? 'absent' : 'present',
      settings,
      previously: textsOf(previously),
      members: people === undefined ? undefined : textsOf(people),
      leaving: [],
      pointer: `/organizations/corp/teams/${name}`,
    })),
    managed: ['members', 'teams', 'teamMembers'],
    unlisted: Object.fromEntries(policies) as Record<CollectionKey, UnlistedPolicy>,
    marks: new Map(),
    guards: {
      ...defaultGuards,
      minOwners: 1,
      maxRemovals: Object.fromEntries(limits) as Record<RemovalScope, { percent: number; atLeast: number }>,
    },
  };
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

export interface Read {
  /** By user name; the id is `u-NAME`. Active unless said otherwise. */
  readonly users?: Readonly<Record<string, JsonObject>>;
  /** By name; the id is `g-NAME`. `members` are user names. */
  readonly groups?: Readonly<Record<string, JsonObject>>;
  readonly facts?: Partial<Omit<ScimFacts, 'capabilities'>> & {
    readonly capabilities?: Partial<ScimFacts['capabilities']>;
  };
  readonly coverage?: Readonly<Record<string, Coverage>>;
}

export const basePath = '/scim/v2';

export function liveOf({ users = {}, groups = {}, facts = {}, coverage = {} }: Read): Live<ScimFacts> {
  const names = Object.keys(users);
  const isPatched = facts.capabilities?.patch !== false;
  const people = Object.entries(users).map(([name, { native, ...attributes }]): LiveResource => ({
    kind: 'member',
    name,
    remoteId: `u-${name}`,
    attributes: { active: true, ...attributes },
    origin: 'unknown',
    native: {
      ...(!isPatched && { whole: { schemas: ['user'], userName: name, active: true, ...attributes } }),
      ...(native as JsonObject | undefined),
    },
  }));
  const teams = Object.entries(groups).map(([name, { native, ...attributes }]): LiveResource => {
    const ids = textsOf(attributes['members']).map((person) => `u-${person}`);
    return {
      kind: 'team',
      name,
      remoteId: `g-${name}`,
      attributes,
      origin: 'unknown',
      native: {
        ...(attributes['members'] !== undefined && { members: ids }),
        ...(!isPatched && {
          whole: { schemas: ['group'], displayName: name, members: ids.map((value) => ({ value })) },
        }),
        ...(native as JsonObject | undefined),
      },
    };
  });
  return {
    organization: 'corp',
    resources: [...people, ...teams],
    coverage,
    facts: {
      basePath,
      users: new Map(names.map((name) => [`u-${name}`, { id: `u-${name}`, userName: name, active: true }])),
      idOf: new Map(names.map((name) => [name, `u-${name}`])),
      hidden: new Set(),
      unsupported: new Set(),
      ...facts,
      capabilities: { patch: true, bulk: undefined, filter: true, etag: false, ...facts.capabilities },
    },
    diagnostics: [],
  };
}

export function planOf(configured: Configured, read: Read): Plan {
  return planFrom(configured, liveOf(read));
}

export function planFrom(configured: Configured, live: Live<ScimFacts>): Plan {
  const provider = createScim();
  const { organization } = provider.desired(inputOf(configured), () => undefined);
  const planned: PlannedOrganization = { desired: organization, provider, live };
  return makePlan({
    organizations: [planned],
    options: { now: '2026-01-01T00:00:00Z', verifyDomains: false, replace: new Set() },
    targets: [],
    configDigest: 'sha256:0',
    version: '0.0.0',
    timestamp: '2026-01-01T00:00:00Z',
    reads: 0,
    diagnostics: [],
    allowIncomplete: true,
    locate: () => undefined,
  });
}

/** `METHOD /path` with the body. */
export function requestsOf({ operations }: Plan): readonly (readonly [string, Json | undefined])[] {
  return operations.map(({ method, path, body }) => [`${method} ${path}`, body] as const);
}

/** `METHOD ADDRESSES <- METHOD ADDRESSES, ...`, for those that wait. */
export function waitsOf({ operations }: Plan): readonly string[] {
  const told = new Map(operations.map(({ id, method, addresses }) => [id, `${method} ${addresses.join(' ')}`]));
  return operations.flatMap(({ id, needs }) =>
    needs.length === 0 ? [] : [`${told.get(id)} <- ${needs.map((need) => told.get(need)).join(', ')}`],
  );
}

export const codesOf = ({ document }: Plan): readonly string[] =>
  document.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
