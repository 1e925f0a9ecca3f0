/**
 * Drift: how live differs from what the configuration wants, read from a plan. Each item has one direction and an owner.
 *
 * | item           | is                                                        | owner                              |
 * | -------------- | --------------------------------------------------------- | ---------------------------------- |
 * | missing        | wanted, not live                                          | `yaml`: the configuration wants it |
 * | changed        | on both sides, but not the same                           | `yaml`                             |
 * | extra          | live, not wanted: removed, or left alone by `unlisted`    | its origin: who made it            |
 * | any, blocked   | the same, of something that only another system may write | that system                        |
 *
 * Not drift: what is pending, since it comes true by itself; what `unlisted: keep` keeps; a manual step of which no
 * read could ever tell that it is done. These are counted.
 */
import { parseAddress } from './address.js';
import { plainReasons, type Direction } from './change.js';
import { differencesBetween, sideOf, type Difference } from './drift-differences.js';
import { heldRoles, privilegedAmong } from './held-roles.js';
import { compareText, type JsonObject } from './json.js';
import type { PlanDocument, PlanManualStep, PlanUnlisted, ResourceChange } from './plan-document.js';
import type { Provider } from './provider.js';
import type { RecordShape } from './shape.js';

export interface DriftItem {
  readonly address: string;
  readonly direction: Direction;
  /** `yaml`, an origin, or the system that blocks. */
  readonly owner: string;
  /** The person, where the item is one of a team's unlisted members; the address is the team's. */
  readonly member?: string;
  /** Why, or what to do, for the reader. */
  readonly detail?: string;
  /** What is live; of an object that is on both sides only what differs. */
  readonly before?: JsonObject;
  /** What is wanted, in the same way. */
  readonly after?: JsonObject;
  /** The policy of `unlisted` that leaves it alone. */
  readonly policy?: string;
  /** The privileged roles that are held live and are not wanted. */
  readonly privileged?: readonly string[];
  /** Only another system may write it. */
  readonly blocked?: true;
}

export interface Drift {
  /** By address, then direction: extra, changed, missing. */
  readonly items: readonly DriftItem[];
  /** Unlisted ones with a privileged role that are kept on purpose: not drift, but never hidden in a count. */
  readonly keptPrivileged: readonly PlanUnlisted[];
  readonly summary: DriftSummary;
}

export interface DriftSummary {
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  /** Of these, how many only another system may write, and how many are about a privileged role. */
  readonly blocked: number;
  readonly privileged: number;
  /** Beside these: what is not drift. */
  readonly pending: number;
  readonly kept: number;
  readonly manual: number;
}

/** What drift needs of a vendor: shapes, and which roles are privileged. */
export type DriftProvider = Pick<Provider, 'kinds' | 'isPrivilegedRole'>;

const ranks: Readonly<Record<Direction, number>> = { extra: 0, changed: 1, missing: 2 };

const noShape: RecordShape = { type: 'record', fields: {} };

/** `providers` by type. */
export function driftOf(plan: PlanDocument, providers: ReadonlyMap<string, DriftProvider>): Drift {
  const leavingByHand = new Set(
    plan.manual_steps.filter(({ direction }) => direction === 'extra').map(({ address }) => address),
  );
  const changed = plan.resource_changes.flatMap((resource) =>
    itemsOf(resource, providers.get(resource.type) ?? { kinds: [] }, leavingByHand.has(resource.address)),
  );
  const kept = plan.unlisted.filter(({ policy }) => policy === 'keep');
  const items = [
    ...withSteps(
      changed,
      plan.manual_steps.filter(({ verifiable }) => verifiable),
    ),
    ...plan.blocked.map((blocked): DriftItem => ({ ...blocked, blocked: true })),
    ...plan.unlisted.filter(({ policy }) => policy !== 'keep').map(unlistedItem),
  ].sort(compareItems);
  const countOf = (direction: Direction): number => items.filter((item) => item.direction === direction).length;
  return {
    items,
    keptPrivileged: kept.filter(({ privileged }) => privileged !== undefined),
    summary: {
      missing: countOf('missing'),
      extra: countOf('extra'),
      changed: countOf('changed'),
      blocked: plan.blocked.length,
      privileged: items.filter(({ privileged }) => privileged !== undefined).length,
      pending: plan.pending.length,
      kept: kept.length,
      manual: plan.manual_steps.filter(({ verifiable }) => !verifiable).length,
    },
  };
}

function compareItems(a: DriftItem, b: DriftItem): number {
  return (
    compareText(a.address, b.address) ||
    ranks[a.direction] - ranks[b.direction] ||
    compareText(a.member ?? '', b.member ?? '') ||
    compareText(a.owner, b.owner) ||
    compareText(a.detail ?? '', b.detail ?? '')
  );
}

/** `leavesByHand`: the object is to go and only a person can do it; what the plan takes from it now is part of that. */
function itemsOf(resource: ResourceChange, provider: DriftProvider, leavesByHand: boolean): readonly DriftItem[] {
  const { address, origin, reason, change } = resource;
  const { before, after } = change;
  const shape = provider.kinds.find(({ kind }) => kind === resource.kind)?.shape ?? noShape;
  const isPlain = Object.values<string>(plainReasons).includes(reason);
  const detail = isPlain ? {} : { detail: reason };
  const extra = { address, direction: 'extra', owner: origin ?? 'unknown', ...detail } as const;
  const wanted = { address, owner: 'yaml', ...detail } as const;
  if (before === null)
    return [{ ...wanted, direction: 'missing', ...(after !== null && { after: desirable(after, shape) }) }];
  if (after === null) return [{ ...extra, before, ...privilegedOf(heldRoles(before, shape), provider) }];
  const differences = [...renamed(resource), ...differencesBetween(before, after, shape)];
  if (leavesByHand) return [{ ...extra, ...sidesOf(differences, ['before']), ...privilegeIn(differences, provider) }];
  if (differences.length === 0) return [{ ...wanted, direction: 'changed' }];
  const going = (direction: Direction): readonly Difference[] =>
    differences.filter((difference) => difference.direction === direction);
  return (['extra', 'changed', 'missing'] as const).flatMap((direction): readonly DriftItem[] => {
    const some = going(direction);
    if (some.length === 0) return [];
    const base = direction === 'extra' ? extra : { ...wanted, direction };
    return [{ ...base, ...sidesOf(some, ['before', 'after']), ...privilegeIn(some, provider) }];
  });
}

/** Without what a creation brings along, such as that an invitation is pending at first. */
function desirable(after: JsonObject, { fields }: RecordShape): JsonObject {
  return Object.fromEntries(
    Object.entries(after).filter(([field]) => {
      const shape = Object.hasOwn(fields, field) ? fields[field] : undefined;
      return shape?.type !== 'value' || shape.observed !== true;
    }),
  );
}

function renamed({ previous_address, name }: ResourceChange): readonly Difference[] {
  const before = previous_address === null ? undefined : parseAddress(previous_address)?.name;
  return before === undefined ? [] : [{ direction: 'changed', path: ['name'], before, after: name, roles: [] }];
}

function sidesOf(
  differences: readonly Difference[],
  sides: readonly ('before' | 'after')[],
): Pick<DriftItem, 'before' | 'after'> {
  return Object.fromEntries(
    sides.flatMap((side) => {
      const value = sideOf(differences, side);
      return value === undefined ? [] : [[side, value]];
    }),
  );
}

function privilegeIn(differences: readonly Difference[], provider: DriftProvider): Pick<DriftItem, 'privileged'> {
  return privilegedOf([...new Set(differences.flatMap(({ roles }) => roles))].sort(compareText), provider);
}

function privilegedOf(roles: readonly string[], provider: DriftProvider): Pick<DriftItem, 'privileged'> {
  const privileged = privilegedAmong(roles, provider);
  return privileged.length === 0 ? {} : { privileged };
}

/** A step that goes the way of an item of the same address is that item's way out, not another difference. */
function withSteps(items: readonly DriftItem[], steps: readonly PlanManualStep[]): readonly DriftItem[] {
  const keyOf = ({ address, direction }: { address: string; direction: Direction }): string =>
    `${direction} ${address}`;
  const merged = new Map(items.map((item) => [keyOf(item), item]));
  for (const step of steps) {
    const { address, direction, title, origin, privileged } = step;
    const item = merged.get(keyOf(step));
    merged.set(keyOf(step), {
      address,
      direction,
      owner: direction === 'extra' ? (origin ?? 'unknown') : 'yaml',
      ...item,
      // All that the object holds; the item tells only what the plan takes from it now.
      ...(privileged !== undefined && { privileged }),
      detail: item?.detail === undefined ? title : `${item.detail}; ${title}`,
    });
  }
  return [...merged.values()];
}

function unlistedItem({ address, member, origin, policy, privileged }: PlanUnlisted): DriftItem {
  return {
    address,
    direction: 'extra',
    owner: origin,
    ...(member !== undefined && { member }),
    policy,
    ...(privileged !== undefined && { privileged }),
  };
}
