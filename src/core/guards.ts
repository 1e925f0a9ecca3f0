/** Guards judge a plan before anything is sent. A tripped guard stops the apply, never the showing of the plan. */
import { formatAddress, type Address } from './address.js';
import type { Change } from './change.js';
import { objectOf, textList } from './diff.js';
import { compareText, isJsonObject, type Json, type JsonObject } from './json.js';
import type { PlanGuard } from './plan-document.js';
import type { KindSpec, Provider } from './provider.js';
import { removalScopes, type DesiredOrganization, type Live, type RemovalScope } from './resource.js';
import type { Shape } from './shape.js';

export interface GuardResults {
  readonly guards: readonly PlanGuard[];
  /** Addresses whose live state the judgement stands on; their fingerprints belong to the plan. */
  readonly reliedOn: readonly Address[];
}

/** `leaving`: addresses that are to go, even where this plan only takes their access and the rest is a manual step. */
export function judgeGuards(
  organization: DesiredOrganization,
  live: Live,
  changes: readonly Change[],
  provider: Provider,
  leaving: ReadonlySet<string>,
): GuardResults {
  if (changes.length === 0) return { guards: [], reliedOn: [] };
  const owners = countOwners(live, changes, provider, organization.name);
  return {
    guards: [
      judgeMinOwners(organization, live, owners, provider),
      judgeMaxRemovals(organization, live, changes, provider, owners, leaving),
    ],
    reliedOn: owners.touched ? owners.before.map((name) => formatAddress(organization.name, owners.kind, name)) : [],
  };
}

interface Owners {
  readonly kind: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the plan changes any member at all: otherwise the owners were perhaps not even read. */
  readonly touched: boolean;
}

function countOwners(live: Live, changes: readonly Change[], provider: Provider, organization: string): Owners {
  const kind = provider.kinds.find((spec) => spec.collection === 'members')?.kind ?? 'member';
  const changed = new Map(changes.filter((change) => change.kind === kind).map((change) => [change.address, change]));
  const before: string[] = [];
  const after: string[] = [];
  for (const resource of live.resources) {
    if (resource.kind !== kind) continue;
    const change = changed.get(formatAddress(organization, kind, resource.name));
    if (provider.isActiveOwner(resource.attributes)) before.push(resource.name);
    const attributes =
      change === undefined ? resource.attributes : change.action === 'delete' ? undefined : change.after;
    if (attributes !== undefined && provider.isActiveOwner(attributes)) after.push(resource.name);
  }
  return { kind, before: before.sort(compareText), after: after.sort(compareText), touched: changed.size > 0 };
}

function judgeMinOwners(organization: DesiredOrganization, live: Live, owners: Owners, provider: Provider): PlanGuard {
  const minimum = organization.guards.minOwners;
  const base = { id: 'min-owners', organization: organization.name };
  if (!provider.hasOwners) {
    const detail = `An organization of type ${provider.type} has no owners.`;
    return { ...base, status: 'not_applicable', detail, witnesses: [] };
  }
  if (!owners.touched) {
    return { ...base, status: 'passed', detail: 'This plan changes no member.', witnesses: [] };
  }
  const coverage = live.coverage['members'];
  if (coverage?.complete === false) {
    return {
      ...base,
      status: 'unproven',
      detail: `Members were not read completely: ${coverage.reason}`,
      witnesses: [],
    };
  }
  const count = `${owners.after.length} active ${owners.after.length === 1 ? 'owner remains' : 'owners remain'}, ${minimum} required`;
  if (owners.after.length >= minimum) {
    return { ...base, status: 'passed', detail: `${count}.`, witnesses: owners.after.slice(0, 5) };
  }
  // A shortfall that was there before, and is not made worse here, is not this plan's to answer for.
  if (owners.after.length >= owners.before.length) {
    return {
      ...base,
      status: 'passed',
      detail: `Warning: ${count}, but this plan takes none away.`,
      witnesses: owners.after.slice(0, 5),
    };
  }
  const lost = owners.before.filter((name) => !owners.after.includes(name));
  return {
    ...base,
    status: 'tripped',
    detail: `${count}; this plan takes it from ${lost.join(', ')}. An invited owner does not count before accepting.`,
    witnesses: lost,
  };
}

interface Tally {
  removed: string[];
  live: number;
}

function judgeMaxRemovals(
  organization: DesiredOrganization,
  live: Live,
  changes: readonly Change[],
  provider: Provider,
  owners: Owners,
  leaving: ReadonlySet<string>,
): PlanGuard {
  const kinds = new Map(provider.kinds.map((kind) => [kind.kind, kind]));
  const tallies = Object.fromEntries(
    removalScopes.map((scope) => [scope, { removed: [], live: 0 }]),
  ) as unknown as Record<RemovalScope, Tally>;
  const tally = (scope: RemovalScope): Tally => tallies[scope];
  for (const resource of live.resources) {
    const spec = kinds.get(resource.kind);
    if (spec === undefined) continue;
    if (spec.collection !== undefined && provider.isPresent(resource)) tally(spec.collection).live += 1;
    tally('roles').live += countRoles(resource.attributes, spec.shape);
    for (const field of collectionFields(spec))
      tally('teamMembers').live += textList(resource.attributes[field]).length;
  }
  const trips: { text: string; removed: readonly string[] }[] = [];
  const limits = organization.guards.maxRemovals;
  for (const change of changes) {
    const spec = kinds.get(change.kind);
    if (spec === undefined) continue;
    if (spec.collection !== undefined && (change.action === 'delete' || leaving.has(change.address))) {
      tally(spec.collection).removed.push(change.address);
    } else if (change.action === 'update') {
      for (const edit of change.edits) {
        const shape = shapeAt(spec.shape, edit.path);
        if (edit.type === 'members') {
          if (shape?.type === 'set' && shape.role === true)
            tally('roles').removed.push(...edit.removed.map((role) => `${change.address}: ${role}`));
          if (shape?.type !== 'collection') continue;
          tally('teamMembers').removed.push(...edit.removed.map((person) => `${change.address}: ${person}`));
          const before = textList(valueAt(change.before, edit.path)).length;
          const trip = exceeds(limits.teamMembers, edit.removed.length, before);
          if (trip !== undefined) {
            trips.push({ text: `${change.address} loses ${trip} of its members`, removed: edit.removed });
          }
        } else {
          const lost = countRoles(edit.before, shape) - (edit.type === 'set' ? countRoles(edit.after, shape) : 0);
          for (let index = 0; index < lost; index += 1)
            tally('roles').removed.push(`${change.address}: ${edit.path.join('/')}`);
        }
      }
    }
  }
  tally('owners').live = owners.before.length;
  tally('owners').removed.push(...owners.before.filter((name) => !owners.after.includes(name)));
  for (const scope of removalScopes) {
    const { removed, live: total } = tally(scope);
    const trip = exceeds(limits[scope], removed.length, total);
    if (trip !== undefined) trips.push({ text: `${scope}: ${trip} would be removed`, removed });
  }
  const base = { id: 'max-removals', organization: organization.name };
  if (trips.length > 0) {
    return {
      ...base,
      status: 'tripped',
      detail: `${trips.map(({ text }) => text).join('; ')}. Raise guards.maxRemovals if this is meant.`,
      witnesses: [...new Set(trips.flatMap(({ removed }) => removed))].sort(compareText),
    };
  }
  const counts = removalScopes.flatMap((scope) => {
    const { removed, live: total } = tally(scope);
    return removed.length === 0 ? [] : [`${removed.length} of ${total} ${scope}`];
  });
  return {
    ...base,
    status: 'passed',
    detail: counts.length === 0 ? 'This plan removes nothing.' : `Removes ${counts.join(', ')}.`,
    witnesses: [],
  };
}

/** Trips only where the removals exceed both the share and the number. */
function exceeds(limit: { percent: number; atLeast: number }, removed: number, total: number): string | undefined {
  if (removed <= limit.atLeast || removed * 100 <= limit.percent * total) return undefined;
  return `${removed} of ${total} (limit: ${limit.percent} % and ${limit.atLeast})`;
}

function collectionFields(spec: KindSpec): readonly string[] {
  return Object.entries(spec.shape.fields).flatMap(([field, shape]) => (shape.type === 'collection' ? [field] : []));
}

function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return shape;
  if (shape.type === 'map') return shapeAt(shape.value, rest);
  const field = shape.type === 'record' ? shape.fields[step] : undefined;
  return field === undefined ? undefined : shapeAt(field, rest);
}

function valueAt(attributes: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => objectOf(value)[step], attributes);
}

/** Grants of access inside a value, by its shape. */
function countRoles(value: Json | undefined, shape: Shape | undefined): number {
  if (value === undefined || shape === undefined) return 0;
  if (shape.type === 'value') return shape.role === true ? 1 : 0;
  if (shape.type === 'set') return shape.role === true ? textList(value).length : 0;
  if (!isJsonObject(value)) return 0;
  const entries: JsonObject = value;
  if (shape.type === 'record') {
    return Object.entries(shape.fields).reduce((sum, [field, inner]) => sum + countRoles(entries[field], inner), 0);
  }
  if (shape.type === 'map')
    return Object.values(entries).reduce<number>((sum, inner) => sum + countRoles(inner, shape.value), 0);
  return 0;
}
