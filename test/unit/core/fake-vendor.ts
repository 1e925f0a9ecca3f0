/**
 * A vendor that does not exist, for tests of the core: it has people, groups of people, zones, and one `options` object
 * that has every other shape. Its rules are the simplest possible: every change is one request.
 */
import { defaultGuards } from '../../../src/core/guards/default-guards.js';
import { formatAddress, type Address } from '../../../src/core/address.js';
import type { Change } from '../../../src/core/change.js';
import type { JsonObject } from '../../../src/core/json.js';
import type { OperationDraft } from '../../../src/core/operation.js';
import type { KindSpec, Provider, Settled } from '../../../src/core/provider.js';
import {
  removalScopes,
  type DesiredOrganization,
  type DesiredResource,
  type GuardSettings,
  type Live,
  type LiveResource,
  type RemovalLimit,
  type RemovalScope,
  type UnlistedPolicy,
} from '../../../src/core/resource.js';
import { collectionKeys, type CollectionKey, type RecordShape } from '../../../src/core/shape.js';

export const seatShape: RecordShape = {
  type: 'record',
  fields: { role: { type: 'value', role: true }, rooms: { type: 'map', value: { type: 'value', role: true } } },
};

export const optionsShape: RecordShape = {
  type: 'record',
  fields: {
    title: { type: 'value' },
    colours: { type: 'set' },
    key: { type: 'value', secret: true },
    hint: { type: 'value', writeOnly: true },
    welcome: { type: 'record', fields: { role: { type: 'value' }, seats: { type: 'map', value: { type: 'value' } } } },
    login: { type: 'record', fields: { url: { type: 'value' }, password: { type: 'value', secret: true } } },
  },
};

export const kinds: readonly KindSpec[] = [
  {
    kind: 'person',
    collection: 'members',
    shape: {
      type: 'record',
      fields: { role: { type: 'value', role: 'uncounted' }, seats: { type: 'map', value: seatShape } },
    },
  },
  {
    kind: 'group',
    collection: 'teams',
    shape: {
      type: 'record',
      fields: { about: { type: 'value' }, members: { type: 'collection', key: 'teamMembers' } },
    },
  },
  {
    kind: 'zone',
    collection: 'domains',
    shape: {
      type: 'record',
      fields: {
        state: { type: 'value', observed: true },
        methods: { type: 'set' },
        grants: { type: 'set', role: true },
      },
    },
  },
  { kind: 'options', shape: optionsShape },
];

/** Everything that changes is settled as it was found, and is one request. */
export function fakeProvider(overrides: Partial<Provider> = {}): Provider {
  return {
    type: 'fake',
    kinds,
    desired: () => ({ organization: organization(), diagnostics: [] }),
    resolve: (resources) => ({ resources, diagnostics: [] }),
    settle: (comparisons) =>
      settled({ changes: comparisons.flatMap(({ change }) => (change === undefined ? [] : [change])) }),
    compile: (changes) => changes.map((change) => draftOf(change)),
    hasOwners: true,
    isActiveOwner: ({ role }) => role === 'owner',
    isPrivilegedRole: (role) => role === 'owner',
    isPresent: ({ attributes }) => attributes['gone'] !== true,
    isActiveMember: ({ attributes }) => attributes['gone'] !== true,
    estimateSeconds: (reads, operations) => reads / 10 + operations.length / 2,
    connect: () => {
      throw new Error('the fake vendor cannot be connected to');
    },
    ...overrides,
  };
}

export function settled(parts: Partial<Settled> = {}): Settled {
  return { changes: [], pending: [], manualSteps: [], blocked: [], diagnostics: [], ...parts };
}

export function draftOf(
  change: Pick<Change, 'address' | 'action'>,
  rest: Partial<OperationDraft> = {},
): OperationDraft {
  return {
    key: change.address,
    method: change.action === 'delete' ? 'DELETE' : 'POST',
    path: `/${change.address}`,
    addresses: [change.address],
    needs: [],
    retry: 'safe',
    ...rest,
  };
}

export const addressOf = (kind: string, name?: string): Address => formatAddress('acme', kind, name);

export function desired(
  kind: string,
  name: string,
  attributes: JsonObject = {},
  rest: Partial<DesiredResource> = {},
): DesiredResource {
  return {
    address: addressOf(kind, name === '' ? undefined : name),
    kind,
    name,
    state: 'present',
    attributes,
    previously: [],
    pointer: `/${kind}/${name}`,
    source: undefined,
    dependsOn: [],
    ...rest,
  };
}

export function live(
  kind: string,
  name: string,
  attributes: JsonObject = {},
  rest: Partial<LiveResource> = {},
): LiveResource {
  return { kind, name, remoteId: `id-of-${name}`, attributes, origin: 'manual', native: {}, ...rest };
}

const report: UnlistedPolicy = { policy: 'report', includeProvisioned: false };
export const remove: UnlistedPolicy = { policy: 'remove', includeProvisioned: false };
export const removeAll: UnlistedPolicy = { policy: 'remove', includeProvisioned: true };
export const keep: UnlistedPolicy = { policy: 'keep', includeProvisioned: false };

export function unlistedPolicies(
  overrides: Partial<Record<CollectionKey, UnlistedPolicy>> = {},
): Record<CollectionKey, UnlistedPolicy> {
  const defaults = Object.fromEntries(collectionKeys.map((key) => [key, report])) as Record<
    CollectionKey,
    UnlistedPolicy
  >;
  return { ...defaults, ...overrides };
}

/** No limit unless the test sets one. */
export function guardSettings(minOwners = 1, limits: Partial<Record<RemovalScope, RemovalLimit>> = {}): GuardSettings {
  const lax = Object.fromEntries(removalScopes.map((scope) => [scope, { percent: 100, atLeast: 1000 }])) as Record<
    RemovalScope,
    RemovalLimit
  >;
  return { ...defaultGuards, minOwners, maxRemovals: { ...lax, ...limits } };
}

export function organization(overrides: Partial<DesiredOrganization> = {}): DesiredOrganization {
  return {
    name: 'acme',
    type: 'fake',
    id: 'o1',
    provider: 'fake',
    source: undefined,
    pointer: '/organizations/acme',
    resources: [],
    managed: [],
    unlisted: unlistedPolicies(),
    guards: guardSettings(),
    ...overrides,
  };
}

export function liveOrganization(resources: readonly LiveResource[], overrides: Partial<Live> = {}): Live {
  return { organization: 'acme', resources, coverage: {}, facts: undefined, diagnostics: [], ...overrides };
}

export const incomplete = { complete: false, reason: 'the vendor answered 500' } as const;

/** A change with the given edits' worth of before and after; its reason and place do not matter. */
export function changeOf(
  action: 'create' | 'replace' | 'delete',
  kind: string,
  name: string,
  sides: { readonly before?: JsonObject; readonly after?: JsonObject } = {},
): Change {
  const base = {
    address: addressOf(kind, name === '' ? undefined : name),
    organization: 'acme',
    kind,
    name,
    reason: 'test',
    source: undefined,
  };
  const { before = {}, after = {} } = sides;
  if (action === 'create') return { ...base, action, after };
  if (action === 'delete') return { ...base, action, before };
  return { ...base, action, before, after };
}

export type UpdateChange = Extract<Change, { action: 'update' }>;

export function updateOf(
  kind: string,
  name: string,
  rest: Pick<UpdateChange, 'before' | 'after' | 'edits'> & Partial<UpdateChange>,
): UpdateChange {
  return {
    action: 'update',
    address: addressOf(kind, name === '' ? undefined : name),
    organization: 'acme',
    kind,
    name,
    reason: 'test',
    source: undefined,
    ...rest,
  };
}

export const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `person${index + 1}`);
