/** The members who own an organization, by what is written of them, as it is and as a plan leaves it. */
import { formatAddress } from '../address.js';
import { compareText } from '../json.js';
import type { GuardContext } from './guard.js';

export interface Owners {
  readonly kind: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those before who are none after. */
  readonly lost: readonly string[];
  /** Whether the plan changes any member at all: otherwise the owners were perhaps not even read. */
  readonly touched: boolean;
}

export function ownersIn({
  organization,
  live,
  changes,
  provider,
}: Pick<GuardContext, 'organization' | 'live' | 'changes' | 'provider'>): Owners {
  const kind = provider.kinds.find((spec) => spec.collection === 'members')?.kind ?? 'member';
  const changed = new Map(changes.filter((change) => change.kind === kind).map((change) => [change.address, change]));
  const before: string[] = [];
  const after: string[] = [];
  const lost: string[] = [];
  for (const resource of live.resources) {
    if (resource.kind !== kind) continue;
    const change = changed.get(formatAddress(organization.name, kind, resource.name));
    const isOwner = provider.isActiveOwner(resource.attributes);
    const attributes =
      change === undefined ? resource.attributes : change.action === 'delete' ? undefined : change.after;
    const staysOwner = attributes !== undefined && provider.isActiveOwner(attributes);
    if (isOwner) before.push(resource.name);
    if (staysOwner) after.push(resource.name);
    if (isOwner && !staysOwner) lost.push(resource.name);
  }
  return {
    kind,
    before: before.sort(compareText),
    after: after.sort(compareText),
    lost: lost.sort(compareText),
    touched: changed.size > 0,
  };
}
