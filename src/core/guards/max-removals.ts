/** `maxRemovals`: a plan that takes away much at once is looked at twice. */
import type { Change } from '../change.js';
import { objectOf, textList } from '../diff.js';
import type { Json, JsonObject } from '../json.js';
import type { KindSpec } from '../provider.js';
import { removalScopes, type RemovalLimit, type RemovalScope } from '../resource.js';
import type { Shape } from '../shape.js';
import { grantsIn, lostGrants } from './grants.js';
import type { Guard, GuardContext, GuardVerdict } from './guard.js';
import { ownersIn } from './owners.js';

export const maxRemovals: Guard = { id: 'max-removals', judge };

interface Tally {
  readonly removed: string[];
  live: number;
}

interface Trip {
  readonly text: string;
  readonly removed: readonly string[];
}

function judge(context: GuardContext): GuardVerdict {
  const tallies = emptyTallies();
  const kinds = new Map(context.provider.kinds.map((kind) => [kind.kind, kind]));
  countLive(context, kinds, tallies);
  const limits = context.organization.guards.maxRemovals;
  const trips = context.changes.flatMap((change) => {
    const spec = kinds.get(change.kind);
    return spec === undefined ? [] : countRemovals(change, spec, context, tallies);
  });
  for (const scope of removalScopes) {
    const { removed, live } = tallies[scope];
    const trip = exceeds(limits[scope], removed.length, live);
    if (trip !== undefined) trips.push({ text: `${scope}: ${trip} would be removed`, removed });
  }
  if (trips.length > 0) {
    return {
      status: 'tripped',
      detail: `${trips.map(({ text }) => text).join('; ')}. Raise guards.maxRemovals if this is meant.`,
      witnesses: trips.flatMap(({ removed }) => removed),
    };
  }
  const counts = removalScopes.flatMap((scope) => {
    const { removed, live } = tallies[scope];
    return removed.length === 0 ? [] : [`${removed.length} of ${live} ${scope}`];
  });
  const detail = counts.length === 0 ? 'This plan removes nothing.' : `Removes ${counts.join(', ')}.`;
  return { status: 'passed', detail, witnesses: [] };
}

function emptyTallies(): Readonly<Record<RemovalScope, Tally>> {
  const tally = (): Tally => ({ removed: [], live: 0 });
  return {
    members: tally(),
    teamMembers: tally(),
    teams: tally(),
    roles: tally(),
    domains: tally(),
    roleMappings: tally(),
    owners: tally(),
  };
}

function countLive(
  context: GuardContext,
  kinds: ReadonlyMap<string, KindSpec>,
  tallies: Readonly<Record<RemovalScope, Tally>>,
): void {
  for (const resource of context.live.resources) {
    const spec = kinds.get(resource.kind);
    if (spec === undefined) continue;
    if (spec.collection !== undefined && context.provider.isPresent(resource)) tallies[spec.collection].live += 1;
    tallies.roles.live += grantsIn(resource.attributes, spec.shape, []).length;
    for (const field of collectionFields(spec)) tallies.teamMembers.live += textList(resource.attributes[field]).length;
  }
  const owners = ownersIn(context);
  tallies.owners.live = owners.before.length;
  tallies.owners.removed.push(...owners.lost);
}

/** Trips where one object alone loses too much. */
function countRemovals(
  change: Change,
  spec: KindSpec,
  { organization, leaving }: GuardContext,
  tallies: Readonly<Record<RemovalScope, Tally>>,
): Trip[] {
  if (spec.collection !== undefined && (change.action === 'delete' || leaving.has(change.address))) {
    tallies[spec.collection].removed.push(change.address);
    return [];
  }
  if (change.action !== 'update') return [];
  const trips: Trip[] = [];
  for (const edit of change.edits) {
    const shape = shapeAt(spec.shape, edit.path);
    if (edit.type === 'members' && shape?.type === 'collection') {
      const removed = edit.removed.map((name) => `${change.address}: ${name}`);
      tallies.teamMembers.removed.push(...removed);
      const before = textList(valueAt(change.before, edit.path)).length;
      const trip = exceeds(organization.guards.maxRemovals.teamMembers, removed.length, before);
      if (trip !== undefined) trips.push({ text: `${change.address} loses ${trip} of its members`, removed });
    } else {
      const lost = lostGrants(edit, shape);
      tallies.roles.removed.push(...lost.map((grant) => `${change.address}: ${grant}`));
    }
  }
  return trips;
}

/** Trips only where the removals exceed both the share and the number. */
function exceeds({ percent, atLeast }: RemovalLimit, removed: number, total: number): string | undefined {
  if (removed <= atLeast || removed * 100 <= percent * total) return undefined;
  return `${removed} of ${total} (limit: ${percent} % and ${atLeast})`;
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
